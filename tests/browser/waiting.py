"""Run beside a site: three decisions of polyclinic No. 5 that wait for its head, as the browser tests need them."""

import asyncio

from models import account, database, demo
from tests.attachment.asking import Asker, served
from tests.web.signing_world import checked, to_refuse


async def main() -> None:
    """File them, check two and propose to refuse one."""
    await database.connect()
    try:
        async with served() as http:

            async def people(name: str) -> Asker:
                bare = name.removeprefix("citizen:")
                if bare == name:
                    return Asker(name, await demo.token(name), http)
                own = await account.account_of(await demo.person(bare))
                return Asker(bare, await account.begin(own, account.SessionKind.BEARER), http)

            await checked(people, "yerlan")
            await to_refuse(people, "citizen:officer")
            await checked(people, "citizen:centre")
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(main())
