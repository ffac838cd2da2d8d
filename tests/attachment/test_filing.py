from tests.attachment.asking import done, row
from tests.attachment.conftest import People


async def test_first(people: People) -> None:
    yerlan = await people("yerlan")
    case = done(await yerlan.file())
    assert case["state"] == "SUBMITTED"
    print(case, (await row(case)).due_at)
    head = await people("head")
    print(await head.decide("approveAttachment", case["id"]))


async def test_second(people: People) -> None:
    yerlan = await people("yerlan")
    case = done(await yerlan.file())
    assert case["state"] == "SUBMITTED"
