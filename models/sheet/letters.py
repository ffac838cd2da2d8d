"""What the typefaces on paper can show.

PDF/A forbids a sheet with a letter that no typeface has, so one emoji in a complaint would cost the citizen the document.
Such a letter is shown as an empty square; the attached data keep it as it was written.
"""

import unicodedata

MISSING = "□"

# Code points that one of the sheet's typefaces (`sheet.typ`) has as a glyph of its own in every weight, first and last of each run.
SHOWN = (
    (0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x02FF), (0x1E00, 0x1EFF),  # Latin
    (0x0370, 0x0377), (0x037A, 0x037F), (0x0384, 0x038A), (0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x03FF),  # Greek
    (0x0400, 0x0482), (0x048A, 0x04FF), (0x0510, 0x0513), (0x051A, 0x051D),  # Cyrillic
    (0x0531, 0x0556), (0x0559, 0x058A), (0x10D0, 0x10FF),  # Armenian, Georgian
    (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x2037), (0x2039, 0x2040), (0x2044, 0x204B),  # spaces, dashes, quotation marks
    (0x2070, 0x2071), (0x2074, 0x208E), (0x2150, 0x2151), (0x2153, 0x2184),  # small figures, fractions
    (0x20A0, 0x20C0), (0x2100, 0x2103), (0x2105, 0x2106), (0x2113, 0x2113), (0x2115, 0x2117), (0x2122, 0x2122), (0x2126, 0x2126),  # ₸, ℃, №
    (0x2190, 0x2220), (0x2222, 0x222D), (0x2234, 0x223D), (0x2241, 0x226B), (0x226D, 0x228B), (0x2500, 0x25FF),  # arrows, signs, shapes
)  # fmt: skip

_KNOWN = frozenset(chr(one) for first, last in SHOWN for one in range(first, last + 1))
_BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\t": " "})
_SILENT = {"Cc", "Cf", "Mn", "Me"}  # controls, invisible formatting, marks that no letter could take up


def shown(text: str) -> str:
    """The text as it can be printed: composed letters, line breaks as \\n, nothing invisible, a square for a letter without a glyph."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_BREAKS)
    return "".join(map(_one, composed))


def line(text: str) -> str:
    """The same in one line."""
    return " ".join(shown(text).split())


def _one(letter: str) -> str:
    if letter in _KNOWN or letter == "\n":
        return letter
    return "" if unicodedata.category(letter) in _SILENT else MISSING
