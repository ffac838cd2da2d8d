"""The course of an attachment: what has happened, from the journal, and what is still ahead, from the law's table."""

from collections.abc import Sequence

from models.attachment import OPEN, Attachment
from models.case import Step
from models.journal import Entry
from models.law import Mark, Role
from models.law import attachment as law
from models.law.attachment import State

# acts that a person sees as steps; readings and clinic-internal lines are not steps
STEPS = ("submit", "check", "propose_refusal", "decline_refusal", "approve", "refuse", "withdraw", "take_force", "end", "detach", "overdue")
INTERNAL = ("propose_refusal", "decline_refusal")


def course(case: Attachment, entries: Sequence[Entry], for_clinic: bool) -> list[Step]:
    """The steps done and ahead; what the clinic does inside (a refusal proposed) only for the clinic."""
    done = []
    for entry in entries:
        act = entry.act.removeprefix("attachment:")
        if entry.reading or act not in STEPS or (act in INTERNAL and not for_clinic):
            continue
        if act == "submit":
            done.append(Step("deliver", Mark.DELIVERED, entry.at, entry.role))
            done.append(Step("submit", Mark.REGISTERED, entry.at, Role.SYSTEM))
        else:
            state = State(str(entry.details.get("state", case.state)))
            note = str(entry.details.get("words") or "") if for_clinic else ""
            done.append(Step(act, None if act == "overdue" else law.MARK[state], entry.at, entry.role, note=note))
    return done + ahead(case)


def ahead(case: Attachment) -> list[Step]:
    """What comes next while the case is open or waits for its day; a step ahead has no mark, since nobody knows how it ends."""
    if case.state in OPEN:
        checked = [] if case.state is not State.SUBMITTED else [Step("check", None, None, None)]
        return [*checked, Step("decide", None, None, None, case.due_at), Step("take_force", None, None, None)]
    return [Step("take_force", None, None, None)] if case.state is State.APPROVED else []
