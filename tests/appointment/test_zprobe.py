from tests.appointment import test_offers as o
from tests.appointment.fewer import *
from tests.attachment.conftest import People
from models.timetable import Slot
from datetime import date
from tests.attachment.test_statements import counted
import time as _t, cProfile, pstats
async def test_probe(people: People) -> None:
    await o.dense()
    head, crowd = await people("head9"), await neighbours(200)
    lost = await Slot.filter(doctor__person__iin=IIN["doctor9"], day__lte=date(2026, 11, 30), state="OPEN").order_by("starts_at")
    await o.booked(crowd, lost[:200])
    t=_t.process_time(); w=_t.perf_counter()
    with counted() as sent:
        pr=cProfile.Profile(); pr.enable()
        await o.absent(head, "2026-11-23T10:00", "2026-12-01T00:00")
        pr.disable()
    print("cpu", _t.process_time()-t, "wall", _t.perf_counter()-w, "statements", len(sent))
    from collections import Counter
    import re
    for x in Counter(re.sub(r"'[^']*'|\d+","?",s)[:100] for s in sent).most_common(14): print(x)
    pstats.Stats(pr).sort_stats("tottime").print_stats(14)
