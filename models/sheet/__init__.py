"""Documents on paper: an A4 sheet as PDF/A-3a and PDF/UA-1 with its data attached, the seal over it, and reading it back.

Usable alone: no tables, settings, texts, clock or network; words, moments and bytes come in.

    pdf = render(sheet, {"facts.json": File(facts, "application/json", "The facts", "data")})
    pdf = sealed(pdf, "City Polyclinic No. 5", "Seal of the organisation", sign)
    found = opened(pdf)        # found.covered, found.seal, found.files; the caller verifies the signature
"""

from models.sheet.paper import File, Sheet, render
from models.sheet.read import Opened, Reason, Unreadable, opened
from models.sheet.seal import ROOM, NoRoom, sealed

__all__ = ["ROOM", "File", "NoRoom", "Opened", "Reason", "Sheet", "Unreadable", "opened", "render", "sealed"]
