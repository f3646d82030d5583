"""Names that are nearly the one asked for: one slip of the pen, or another way to write the same sounds.

A slip is one letter left out, added, exchanged or swapped with its neighbour (Damerau, 1964). Transliterations differ
mostly in vowels and in how one consonant is written ("Gurjew", "Guriev", "Guryev"; "Kaddafi", "Qadhafi"), so names are
also kept by their consonants in one normal writing. Names in Cyrillic, Greek, Georgian, Arabic and Hebrew letters are
first put into Latin ones by sound.
"""

from __future__ import annotations

import re
from zlib import crc32


def _sounds(letters: str, sounds: str) -> dict[str, str]:
    return {letter: "" if sound == "_" else sound for letter, sound in zip(letters, sounds.split(), strict=True)}


_SOUNDS = {
    **_sounds(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяґєіїјўћђљњџқғңұүһәөё",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh _ y _ e yu ya g ye i yi y u ch dj l n dj k g n u u "
        "h a o e",
    ),
    **_sounds("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f h ps o"),
    **_sounds(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h",
    ),
    **_sounds(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگ",
        "a b t th j h kh d dh r z s sh s d t z a gh f k k l m n h w y _ p ch zh g",
    ),
    **_sounds("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h v z h t y k k l m m n n s a p p ts ts k r sh t"),
}
_LATIN = str.maketrans(_SOUNDS)
_SAME_SOUND = (
    ("sch", "s"), ("tch", "c"), ("tsch", "c"), ("dsch", "j"), ("dzh", "j"), ("shch", "s"), ("kh", "h"), ("gh", "g"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("sh", "s"), ("zh", "j"), ("ch", "c"), ("ck", "k"), ("ts", "c"), ("tz", "c"),
    ("dj", "j"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_NO_CONSONANT = re.compile(r"[aeiouyh' ]+|(?<=[^aeiou])j(?=[aeiou])")
_DOUBLE = re.compile(r"(.)\1+")
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz ", "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєў")
LEAST = 3
"""Consonants a name must have to be found by them alone."""


def to_latin(folded: str) -> str:
    """A folded name in Latin letters by sound; letters of scripts without a table stay."""
    return folded if folded.isascii() else folded.translate(_LATIN)


def skeleton(folded: str) -> str:
    """The consonants of a folded name in one normal writing: "guryev", "gurjew" and "гурьев" are "grv".

    Returns:
        "" when the name has too few consonants, or letters of a script without a table.
    """
    text = to_latin(folded)
    if not text.isascii():
        return ""
    for spelling, sound in _SAME_SOUND:
        if spelling in text:
            text = text.replace(spelling, sound)
    text = _DOUBLE.sub(r"\1", _NO_CONSONANT.sub("", text))
    return text if len(text) >= LEAST else ""


def number(consonants: str) -> int:
    """A skeleton as a 32-bit number, to keep the index small; the few that collide fall to :func:`likeness`."""
    return crc32(consonants.encode())


def slips(folded: str) -> set[str]:
    """All writings one slip away from a folded name."""
    letters = next((a for a in _ALPHABETS if folded[0] in a), "") if folded else ""
    cuts = [(folded[:k], folded[k:]) for k in range(len(folded) + 1)]
    made = {a + b[1:] for a, b in cuts if b}
    made |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    made |= {a + c + b[1:] for a, b in cuts if b for c in letters}
    made |= {a + c + b for a, b in cuts for c in letters}
    return made - {folded, ""}


def likeness(a: str, b: str) -> float:
    """1 for the same letters down to 0: one minus the edits needed, as a share of the longer name (Levenshtein)."""
    if a == b:
        return 1.0
    before = list(range(len(b) + 1))
    for n, x in enumerate(a, 1):
        row = [n]
        for m, y in enumerate(b, 1):
            row.append(min(before[m] + 1, row[-1] + 1, before[m - 1] + (x != y)))
        before = row
    return 1.0 - before[-1] / max(len(a), len(b))
