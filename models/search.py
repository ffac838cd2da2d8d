"""Search that forgives spelling: Kazakh letters typed without a Kazakh layout, and Latin spelling, find the same words."""

from itertools import groupby

from tortoise.expressions import Q

_LETTERS = str.maketrans(
    {
        "ә": "а", "қ": "к", "ң": "н", "ө": "у", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ғ": "г", "ё": "е", "й": "и", "ы": "и",
        "a": "а", "b": "б", "v": "в", "w": "в", "g": "г", "d": "д", "e": "е", "z": "з", "i": "и", "y": "и", "j": "ж", "k": "к", "q": "к",
        "l": "л", "m": "м", "n": "н", "o": "у", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "x": "х", "c": "с",
        "ä": "а", "ö": "у", "ü": "у", "ş": "ш", "ğ": "г", "ñ": "н", "ı": "и", "ə": "а", "ъ": "", "ь": "", "э": "е",
        "я": "иа", "ю": "иу", "о": "у",
    }
)  # fmt: skip
_PAIRS = (("shch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ye", "е"), ("yo", "е"), ("ts", "ц"))


_ALPHABET = " -аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


def alphabetical(name: str) -> list[int]:
    """What names are sorted by: the order of the Kazakh alphabet; a letter of another stands before."""
    return [_ALPHABET.find(letter) for letter in name.lower()]


def plain(words: str) -> str:
    """Words in the form in which they are searched: one case, no Kazakh letters, no Latin, no doubled letters, no punctuation."""
    text = words.casefold()
    for latin, letter in _PAIRS:
        text = text.replace(latin, letter)
    letters = "".join(letter if letter.isalnum() else " " for letter in text.translate(_LETTERS))
    return " ".join(map(_single, letters.split()))


def _single(word: str) -> str:
    """A word with a doubled letter as one: Анна is Ана; numbers stay as they are."""
    runs = (list(run) for _, run in groupby(word)) if word.isalpha() else ([word],)
    return "".join(run[0] if len(run) == 2 else "".join(run) for run in runs)


def beginning(field: str, words: str) -> Q:
    """That every one of these words begins a word of a field kept in the plain form."""
    found = Q()
    for word in plain(words).split():
        found &= Q(**{f"{field}__startswith": word}) | Q(**{f"{field}__contains": f" {word}"})
    return found
