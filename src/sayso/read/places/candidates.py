"""Which places of the gazetteer a surface may mean."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.gazetteer import Entry, Gazetteer
from sayso.gazetteer.fold import fold
from sayso.lang.en import places as en

_REGION_TYPES = {
    "county": ("admin2",), "district": ("admin2", "admin1"), "parish": ("admin2",), "borough": ("admin2", "settlement"),
    "province": ("admin1", "admin2", "region"), "region": ("admin1", "region", "admin2"), "state": ("admin1",),
    "oblast": ("admin1",), "governorate": ("admin1",), "prefecture": ("admin1", "admin2"),
    "republic": ("admin1", "country"),
    "department": ("admin1", "admin2"), "canton": ("admin1",), "krai": ("admin1",), "territory": ("admin1", "region"),
    "city": ("settlement",), "town": ("settlement",), "village": ("settlement",),
    "municipality": ("settlement", "admin2"),
    "hamlet": ("settlement",), "township": ("settlement",), "suburb": ("settlement",), "capital": ("settlement",),
    "port": ("settlement",), "neighborhood": ("settlement",), "neighbourhood": ("settlement",),
    "commune": ("settlement",),
    "settlement": ("settlement",), "island": ("island",), "islands": ("island", "country"), "river": ("river",),
    "lake": ("lake",), "mount": ("mountain",), "mountains": ("mountains",), "desert": ("desert",),
    "valley": ("valley",),
    "peninsula": ("region", "admin1"), "kingdom": ("country",),
}  # fmt: skip


WIDE = frozenset(
    (
        "country", "admin1", "continent", "region", "ocean", "sea", "island", "strait", "canal", "lake", "river",
        "mountain", "mountains", "desert", "valley", "landmark", "airport", "oil field", "camp", "base",
    )
)  # fmt: skip
"""Kinds of place that the gazetteer holds only when they are well known."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places a surface may mean.

    Attributes:
        entries: in the gazetteer's order.
        wanted: kinds of place that a type word in or beside the surface asks for, () for any.
        exact: the whole surface is a name; False when type words, directions or other words had to be left out.
        inside: the surface names something inside these places ("Manchester Arena"), not one of them.
    """

    entries: tuple[Entry, ...]
    wanted: tuple[str, ...] = ()
    exact: bool = True
    inside: bool = False


def kinds_of_type(word: str) -> tuple[str, ...]:
    """The kinds of entry that a type word ("province") stands for, () when it is none."""
    return _REGION_TYPES.get(word.lower().rstrip("."), ())


def candidates(gazetteer: Gazetteer, surface: str) -> Candidates:
    """Candidates of a surface: as it stands, else without type words and directions, else what it contains."""
    folded = fold(surface)
    entries = gazetteer.lookup_folded(folded)
    words = folded.split()
    if entries:
        return Candidates(entries)
    if folded.endswith("s") and (entries := gazetteer.lookup_folded(folded[:-1])):
        return Candidates(entries)
    return _without_types(gazetteer, words) or _longest_inside(gazetteer, words) or Candidates(())


def _without_types(gazetteer: Gazetteer, words: list[str]) -> Candidates | None:
    wanted: tuple[str, ...] = ()
    while len(words) > 1:
        if words[-1] in en.TYPES_AFTER:
            wanted, words = wanted or kinds_of_type(words[-1]), words[:-1]
        elif words[0] in en.TYPES_BEFORE or words[0] in en.DIRECTIONS or words[0] in ("of", "the"):
            wanted, words = wanted or kinds_of_type(words[0]), words[1:]
        else:
            return None
        if entries := gazetteer.lookup_folded(" ".join(words)):
            return Candidates(entries, wanted, exact=False)
    return None


def _longest_inside(gazetteer: Gazetteer, words: list[str]) -> Candidates | None:
    """A well-known place named inside the name of a site or body ("Manchester Arena", "Vancouver Art Gallery")."""
    if not any(w in en.FACILITY_NOUNS or w in en.ORGANISATION_NOUNS for w in words):
        return None
    for size in range(min(3, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            if size == 1 and (len(part[0]) < 4 or part[0] in _NO_PLACE):
                continue
            known = tuple(e for e in gazetteer.lookup_folded(" ".join(part)) if e.main and _well_known(e))
            if known:
                return Candidates(known, exact=False, inside=True)
    return None


def _well_known(entry: Entry) -> bool:
    return entry.population >= 20_000 or entry.kind not in ("settlement", "admin2")


_NO_PLACE = en.COMMON_WORDS | en.GIVEN_NAMES | en.FACILITY_NOUNS | en.TYPES_AFTER | en.ORGANISATION_NOUNS
