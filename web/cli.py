"""The `emhana` command: serve, migrate, print the law and the calendar, and the keys of a demonstration."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar
from urllib.parse import urlsplit

from tortoise.exceptions import OperationalError

from models import account, database, demo, journal_chain, register
from models.database import Away, migrate
from models.law import Language
from models.settings import Misconfigured, settings
from web import cli_proof, cli_trust, printing
from web.emulator import PLAYS

DEFAULT_PORT = 8000
Answer = TypeVar("Answer")
Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what the operator can put right is said in one line, without a trace."""
    given = parser().parse_args(arguments)
    command: Command = given.command
    try:
        return command(given)
    except (Misconfigured, LookupError, register.Unreadable) as fault:
        return _fail(str(fault.args[0]) if fault.args else str(fault))
    except Away:
        return _fail("the database cannot be reached: look at EMHANA_DATABASE_URL and EMHANA_DATA")
    except OperationalError as fault:
        return _fail(f"the database is not up to date ({fault}): emhana migrate")


def parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    top = argparse.ArgumentParser("emhana", description="Public services of Kazakhstan's primary health care.")
    commands = top.add_subparsers(required=True, metavar="command")

    serving = _command(commands, "serve", _serve, "serve the site and the API")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=int, help="of EMHANA_SITE, else 8000")
    serving.add_argument("--processes", type=int, default=1)

    _command(commands, "migrate", _migrate, "bring the database up to date")
    _language(_command(commands, "law", _law, "print the law as the program applies it"))
    calendar = _language(_command(commands, "calendar", _calendar, "print the two working calendars of a year"))
    calendar.add_argument("year", type=int)

    demonstration = _group(commands, "demo", "the demonstration's keys at the terminal")
    _command(demonstration, "token", _token, "print a bearer for a person").add_argument("person")
    _command(demonstration, "iin", _iin, "print a person's IIN").add_argument("person")
    _command(demonstration, "sign", _sign, "sign standard input with a person's key").add_argument("person")

    _command(demonstration, "day", _day, "fill the clinics' day with invented cases, once")

    emulator = _command(demonstration, "ncalayer", _ncalayer, "play the signing program NCALayer with demonstration keys")
    emulator.add_argument("person", nargs="?", default="zhanar", help="who signs in; requests name their signer themselves")
    emulator.add_argument("--port", type=int, default=13579)
    emulator.add_argument("--algorithm", choices=["gost", "rsa", "ecdsa"], default="gost")
    emulator.add_argument("--play", choices=list(PLAYS), default="sign")

    journal = _group(commands, "journal", "the journal of acts and access")
    _command(journal, "verify", _verify, "check that nothing in the journal was changed or taken out")

    notices = _group(commands, "notice", "documents on paper")
    verifying = _language(_command(notices, "verify", cli_proof.notice, "verify the PDF of a notice offline, by the anchors of trust"))
    verifying.add_argument("file", type=Path)

    signatures = _group(commands, "evidence", "what was kept with signatures")
    _command(signatures, "verify", _evidence, "verify every signature of a case again").add_argument("case", help="the number of the case")

    clinics = _group(commands, "register", "clinics and their people")
    _command(clinics, "load", _load, "enter clinics, sites, doctors and staff from a file").add_argument("file", type=Path)

    trusted = _group(commands, "trust", "whose signatures are believed")
    pinning = _command(trusted, "add", _trust_add, "put the certificates of a file into EMHANA_TRUST")
    pinning.add_argument("file", type=Path)
    pinning.add_argument("--override", default="", metavar="REASON", help="why to trust what is not on the national list")
    _command(trusted, "list", _trust_list, "print the certificates of EMHANA_TRUST")
    _command(trusted, "check", _trust_check, "check certificates, chains, overrides, responders and lists")

    partner = _group(commands, "partner", "partner systems")
    adding = _command(partner, "add", _add_partner, "register a partner system and print its key, once")
    adding.add_argument("name")
    adding.add_argument("scopes", nargs="*")
    return top


def _serve(given: argparse.Namespace) -> int:
    from web.server import serve  # the site is not needed for anything else here

    return serve(given.host, given.port or urlsplit(settings().site).port or DEFAULT_PORT, given.processes)


def _migrate(given: argparse.Namespace) -> int:
    applied = asyncio.run(migrate.upgrade())
    _say("\n".join(applied) if applied else "The database is up to date.")
    return 0


def _law(given: argparse.Namespace) -> int:
    _say(printing.law(given.language))
    return 0


def _calendar(given: argparse.Namespace) -> int:
    _say(printing.calendar(given.year, given.language))
    return 0


def _token(given: argparse.Namespace) -> int:
    _say(asyncio.run(_connected(lambda: demo.token(given.person))))
    return 0


def _iin(given: argparse.Namespace) -> int:
    async def found() -> str:
        return (await demo.person(given.person)).iin

    _say(asyncio.run(_connected(found)))
    return 0


def _sign(given: argparse.Namespace) -> int:
    content = sys.stdin.buffer.read()
    _say(demo.armoured(asyncio.run(_connected(lambda: demo.sign(given.person, content)))).rstrip())
    return 0


def _day(given: argparse.Namespace) -> int:
    from web import demonstration_day  # the API is not needed for anything else here

    made = asyncio.run(_connected(demonstration_day.fill))
    _say(f"The day has {made} cases." if made else "The day is filled already.")
    return 0


def _ncalayer(given: argparse.Namespace) -> int:
    from web import emulator_server  # what it needs comes with the tests, and production does without

    demo.required()
    return emulator_server.run(emulator_server.made(given.person, given.algorithm, given.play), given.port)


def _verify(given: argparse.Namespace) -> int:
    report = asyncio.run(_connected(journal_chain.verify))
    _say(
        "\n".join(report.faults) or f"The journal is whole: {report.lines} lines, head {report.position} {report.hash}."
    )
    return 1 if report.faults else 0


def _evidence(given: argparse.Namespace) -> int:
    return cli_proof.case(given, _connected)


def _load(given: argparse.Namespace) -> int:
    text = given.file.read_text("utf-8")
    _say("\n".join(asyncio.run(_connected(lambda: register.load(text)))))
    return 0


def _trust_add(given: argparse.Namespace) -> int:
    adding = cli_trust.adding(given.file, given.override)
    _say("\n".join(asyncio.run(_connected(adding) if given.override else cli_trust.awaited(adding))))
    return 0


def _trust_list(given: argparse.Namespace) -> int:
    _say("\n".join(cli_trust.listed()))
    return 0


def _trust_check(given: argparse.Namespace) -> int:
    lines, code = asyncio.run(_connected(cli_trust.checked))
    _say("\n".join(lines))
    return code


def _add_partner(given: argparse.Namespace) -> int:
    _say(asyncio.run(_connected(lambda: account.add_partner(given.name, given.scopes))))
    return 0


async def _connected(work: Callable[[], Awaitable[Answer]]) -> Answer:
    """Something done with the database at hand."""
    await database.connect()
    try:
        return await work()
    finally:
        await database.close()


def _group(commands: Commands, name: str, words: str) -> Commands:
    return commands.add_parser(name, help=words, description=words).add_subparsers(required=True, metavar="command")


def _command(commands: Commands, name: str, run: Command, words: str) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=words, description=words)
    made.set_defaults(command=run)
    return made


def _language(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--language", type=Language, choices=list(Language), default=Language.EN)
    return command


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _fail(text: str) -> int:
    sys.stderr.write(f"emhana: {text}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
