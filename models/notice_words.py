"""What a notice says in words: the form's own sentence, then each line that its facts have, in the order of the law's form."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from models import texts
from models.law import Basis, Language, appeal, attachment, home_visit
from models.law.notice import FORMS, Kind
from models.law.table_rows import Listed
from models.law.words import cite, day_words, moment_words

Facts = Mapping[str, Any]
# the list of the law that a ground is of, by the kind of notice: its words, and the paragraph of each ground
_GROUNDS: Mapping[Kind, tuple[str, Mapping[Any, Listed]]] = {
    Kind.ATTACHMENT_REFUSAL: ("refusal", attachment.REFUSAL),
    Kind.DETACHMENT: ("detachment", attachment.DETACHMENT),
    Kind.HOME_VISIT_REFUSAL: ("home_visit_refusal", home_visit.REFUSAL),
    Kind.APPEAL_LEFT: ("appeal_leaving", appeal.LEAVING),
    Kind.APPEAL_FORWARDING: ("appeal_forwarding", appeal.FORWARDING),
}


def title(kind: Kind, language: Language | str) -> str:
    """The name of a kind of notice."""
    return texts.text(f"law.notice.kind.{kind}", language)


def opening(kind: Kind, facts: Facts, language: Language | str) -> str:
    """The sentence of the form: for attachment the standard's own words."""
    return texts.text(f"law.notice.{kind}.text", language, **values(facts, language))


def lines(kind: Kind, facts: Facts, language: Language | str) -> list[str]:
    """What was decided, line by line."""
    said = values(facts, language)
    return [words.format_map(said) for words in _templates(kind, said, language)]


def pairs(kind: Kind, facts: Facts, language: Language | str) -> list[tuple[str, str]]:
    """The same as label and value, for a table; what is a sentence has no label."""
    said = values(facts, language)
    parted = [words.partition(": {") for words in _templates(kind, said, language)]
    return [
        (label, (brace[2:] + rest).removesuffix(".").format_map(said)) if brace else ("", label.format_map(said))
        for label, brace, rest in parted
    ]


def _templates(kind: Kind, said: Mapping[str, object], language: Language | str) -> list[str]:
    """The words of each line that has something to say, with their places still open."""
    return [texts.text(_key(kind, name), language) for name in FORMS[kind].lines if said.get(name)]


def body(kind: Kind, facts: Facts, language: Language | str) -> list[str]:
    """The paragraphs of a notice in a language: the words of the form, then what was decided."""
    return [opening(kind, facts, language), *lines(kind, facts, language)]


def _key(kind: Kind, line: str) -> str:
    """The words of a line: a form may have its own."""
    own = f"notice.{kind}.{line}"
    return own if texts.has(own, Language.KK) else f"notice.line.{line}"


def values(facts: Facts, language: Language | str) -> dict[str, object]:
    """The facts as they stand in sentences; what is empty is left out of the lines."""
    said = {name: (_SAID[name](value, language) if name in _SAID and value else value) for name, value in facts.items()}
    return said | {
        "name": facts["person"]["name"] or texts.text("notice.nobody", language),
        "clinic": facts["clinic"]["name"][str(Language(language))], "bin": facts["clinic"]["bin"],
        "ground": _cited(facts, language), "window": _window(facts), "restored": _restored(facts, language),
        "way_on": _way_on(facts, language), "place": _place(facts, language), "sent": _sent(facts, language),
    }  # fmt: skip


def _listed(topic: str) -> Callable[[Any, Language | str], str]:
    return lambda value, language: texts.text(f"law.{topic}.{value}", language)


def _day(value: str, language: Language | str) -> str:
    return day_words(date.fromisoformat(value), language)


def _moment(value: str, language: Language | str) -> str:
    return moment_words(datetime.fromisoformat(value), language)


def _forbidding(value: list[Facts], language: Language | str) -> str:
    """Each rule that forbids, with its paragraph."""
    found = [(texts.text(f"law.impediment.{one['code']}.title", language), Basis(one["source"], one["paragraph"])) for one in value]
    return "; ".join(f"{words} ({cite(basis, language)})" for words, basis in found)


def _body(value: Facts, language: Language | str) -> str:
    """The name of the body to which something went."""
    return str(value["name"][str(Language(language))])


_DAYS = ("effective_on", "decided_on", "visit_day", "registered_on", "due_on", "first_due_on", "rest_due_on", "object_by", "lapsed_on")
_SAID: Mapping[str, Callable[[Any, Language | str], str]] = {
    **dict.fromkeys(_DAYS, _day),
    **dict.fromkeys(("starts_at", "ended_at", "submitted_at", "accepted_at", "due_at", "offered_at", "received_at", "answer_by"), _moment),
    "specialty": _listed("specialty"), "outcome": _listed("appeal_outcome"), "appeal_kind": _listed("appeal_kind"),
    "position": _listed("role"), "by": _listed("role"), "grounds": _forbidding, "to": _body,
}  # fmt: skip


def _window(facts: Facts) -> str:
    """The hours of a visit: 10:00–12:00."""
    if not facts.get("since"):
        return ""
    return f"{datetime.fromisoformat(facts['since']):%H:%M}–{datetime.fromisoformat(facts['until']):%H:%M}"


def _restored(facts: Facts, language: Language | str) -> str:
    restored = facts.get("restored")
    return "" if restored is None else texts.text(f"notice.restored.{'yes' if restored else 'no'}", language)


def _way_on(facts: Facts, language: Language | str) -> str:
    """Where the answer to an appeal, or the silence, can be taken, and until when."""
    if not facts.get("way_on"):
        return ""
    own = f"notice.{facts['kind']}.way_on.{facts['way_on']}"
    key = own if texts.has(own, Language.KK) else f"api.way_on.{facts['way_on']}"
    return texts.text(key, language, until=_day(facts["until"], language))


def _sent(facts: Facts, language: Language | str) -> str:
    """What of an appeal was sent on: it, or a part of it."""
    return texts.text(f"notice.sent.{'part' if facts.get('part') else 'whole'}", language, case=facts["case"]) if facts.get("to") else ""


def _place(facts: Facts, language: Language | str) -> str:
    """In which ways an appeal is answered, by post with the address."""
    said = {one: texts.text(f"law.appeal_way.{one}", language) for one in facts.get("ways", ())}
    if "POST" in said and facts.get("place"):
        said["POST"] = f"{said['POST']}, {facts['place']}"
    return "; ".join(said.values())


def _cited(facts: Facts, language: Language | str) -> str:
    """The ground with the paragraph that it stands in."""
    listed = _GROUNDS.get(Kind(facts["kind"]), ("", {}))[1].get(facts.get("ground"))
    words = ground_words(facts, language)
    return f"{words} ({cite(listed.basis, language)})" if listed else words


def ground_words(facts: Facts, language: Language | str) -> str:
    """The ground of a refusal with its rule, of a detachment, or of the request."""
    topic, _ = _GROUNDS.get(Kind(facts["kind"]), ("ground", {}))
    words = texts.text(f"law.{topic}.{facts['ground']}", language) if facts.get("ground") else ""
    return f"{words} ({texts.text('law.impediment.' + facts['rule'] + '.title', language)})" if facts.get("rule") else words
