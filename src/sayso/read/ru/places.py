"""Russian places: names in any case looked up by their dictionary forms, resolved by the general rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from sayso.gazetteer import Entry, Gazetteer
from sayso.gazetteer.fold import fold
from sayso.lang.ru import places as ru
from sayso.model import Document, Mention, Passage, Span
from sayso.read.places.candidates import Candidates
from sayso.read.places.evidence import Spot
from sayso.read.places.find import mention_of
from sayso.read.places.resolve import resolve
from sayso.read.ru.morph import Word, lemmas_of, words_of

MADE_BY = "places-ru/1"
_LONGEST = 3
_BIG = 100_000
_BY_WAY = ("севернее", "южнее", "восточнее", "западнее")
_ADJECTIVE = re.compile(r"(?:ский|цкий|ской|цкой)$")


def find_places(
    document: Document, passages: tuple[Passage, ...], found: tuple[Mention, ...], *, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """As :func:`sayso.read.places.find_places`, for Russian text."""
    spots = [
        s for p in passages for s in _spots(words_of(document.text, p.span.start, p.span.end), document.text, gazetteer)
    ]
    choices = resolve(spots, {}, "")
    clusters: dict[str, int] = {}
    return tuple(
        mention_of(s, c, s.role, clusters.setdefault(s.group, len(clusters)), made_by=MADE_BY)
        for s, c in zip(spots, choices, strict=True)
    )


def _spots(words: list[Word], text: str, gazetteer: Gazetteer) -> Iterator[Spot]:
    i = 0
    while i < len(words):
        spot = _at(words, i, text, gazetteer)
        if spot is None:
            i += 1
            continue
        yield spot
        i = spot.last + 1


def _at(words: list[Word], i: int, text: str, gazetteer: Gazetteer) -> Spot | None:
    if not words[i].forms:
        return None
    code = next((ru.PEOPLES[lemma] for lemma in sorted(words[i].lemmas) if lemma in ru.PEOPLES), None)
    if code and words[i].pos == "ADJF":
        return _spot(words, i, i, text, _country(gazetteer, code), f"people {code}", "nationality")
    if not words[i].cap:
        return None
    for size in range(min(_LONGEST, len(words) - i), 0, -1):
        part = words[i : i + size]
        if not all(w.forms for w in part):
            continue
        found = _known(part, gazetteer) or _region(part, gazetteer)
        if found is None and all(w.cap for w in part) and _may_be_place(words, i, part):
            found = _settlements(part, gazetteer, _led(words, i))
        if found is not None:
            return _spot(words, i, i + size - 1, text, *found)
    return None


def _spot(
    words: list[Word], first: int, last: int, text: str, found: Candidates, group: str, kind: str = "place"
) -> Spot:
    span = Span(words[first].start, words[last].end)
    return Spot(span, span.of(text), found, kind, _role(words, first), first, last, 1.0, group)


def _role(words: list[Word], i: int) -> str:
    before = words[max(0, i - 4) : i]
    if _is_counted_from(words, i):
        return "distance"
    return "near" if any(w.lemmas & ru.NEAR or w.low in ru.NEAR for w in before[-2:]) else ""


def _is_counted_from(words: list[Word], i: int) -> bool:
    """ "в 30 км к северу от X", "в 2 км южнее X": the distance is counted from the word at ``i``."""
    before = words[max(0, i - 6) : i]
    beside = any(w.low in ("от", "до") or w.low.endswith(_BY_WAY) for w in before[-2:])
    return beside and any(w.lemmas & ru.DISTANCE for w in before)


def _country(gazetteer: Gazetteer, code: str) -> Candidates:
    entry = gazetteer.country(code)
    return Candidates((entry,) if entry else ())


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[tuple[frozenset[str], ...], str, str], ...]:
    """(lemmas of each word, name in the gazetteer, country code); the name is "" for countries."""
    countries = [(lemmas_of(n), "", code) for code, names in ru.COUNTRIES.items() for n in names.split("|")]
    return (*countries, *((lemmas_of(n), name, code) for n, (name, code) in ru.REGIONS.items()))


@lru_cache(maxsize=1)
def _by_first() -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for number, (lemmas, _, _) in enumerate(_names()):
        for lemma in lemmas[0]:
            out.setdefault(lemma, []).append(number)
    return out


def _known(part: list[Word], gazetteer: Gazetteer) -> tuple[Candidates, str] | None:
    for number in sorted({n for lemma in part[0].lemmas for n in _by_first().get(lemma, ())}):
        lemmas, name, code = _names()[number]
        if len(lemmas) != len(part) or not all(w.lemmas & own for w, own in zip(part, lemmas, strict=True)):
            continue
        if not name:
            return _country(gazetteer, code), f"country {code}"
        entry = gazetteer.region(name, code)
        return Candidates((entry,) if entry else ()), f"region {name}"
    return None


def _region(part: list[Word], gazetteer: Gazetteer) -> tuple[Candidates, str] | None:
    """ "Белгородская область", "Хасавюртовский район": found by the town in the name."""
    if len(part) != 2 or not part[1].lemmas & (ru.REGION_TYPES | ru.PART_TYPES):
        return None
    stems = {_ADJECTIVE.sub("", f.lemma) for f in part[0].forms if _ADJECTIVE.search(f.lemma)}
    towns = [e for stem in sorted(stems) for e in _towns(stem, gazetteer)]
    if not towns:
        return None
    town = max(towns, key=lambda e: e.population)
    group = f"region {part[0].forms[0].lemma}"
    region = gazetteer.region(town.admin1, town.country_code) if town.admin1 else None
    if part[1].lemmas & ru.REGION_TYPES and region is not None:
        return Candidates((region,), ("admin1",)), group
    return Candidates((town,), exact=False, inside=True), group


_ENDINGS = ("", "а", "ы", "о", "ь", "к", "ск", "и", "е")


def _towns(stem: str, gazetteer: Gazetteer) -> list[Entry]:
    bases = [
        stem,
        *(
            stem[: -len(cut)]
            for cut in ("ин", "ов", "ев", "ен", "н")
            if stem.endswith(cut) and len(stem) > len(cut) + 3
        ),
    ]
    for base in bases:
        found = [e for end in _ENDINGS for e in gazetteer.lookup_folded(fold(base + end)) if e.kind == "settlement"]
        big = [e for e in found if e.population >= 20_000]
        if big:
            return big
    return []


def _led(words: list[Word], i: int) -> bool:
    """A preposition of place or a word such as "город" stands before."""
    before = [w for w in words[max(0, i - 2) : i] if w.text not in '«".']
    named = bool(before) and (before[-1].low in ru.IN or bool(before[-1].lemmas & ru.BEFORE))
    return named or _is_counted_from(words, i)


def _may_be_place(words: list[Word], i: int, part: list[Word]) -> bool:
    """No part of a person's name or of a name in quotation marks."""
    before = words[i - 1] if i else None
    after = words[i + len(part)] if i + len(part) < len(words) else None
    if before is not None and before.text in '«"“':
        return False
    if part[0].can("Geox") and not (after is not None and after.cap and after.can("Surn")):
        return not (before is not None and before.cap and before.can("Name"))
    if before is not None and before.cap and before.forms and before.can("Name"):
        return False
    if part[0].can("Name") or part[0].can("Patr"):
        inside = before is not None and (before.low in ru.INSIDE or bool(before.lemmas & ru.BEFORE))
        return (_led(words, i) and inside) or _is_counted_from(words, i)
    return not part[0].can("Surn") or _led(words, i)


def _settlements(part: list[Word], gazetteer: Gazetteer, led: bool) -> tuple[Candidates, str] | None:
    for name in _spellings(part):
        entries = gazetteer.lookup_folded(fold(name))
        if not entries or not (led or part[0].can("Geox") or any(e.population >= _BIG for e in entries)):
            continue
        if len(part) == 1 and not led and not part[0].can("Geox") and part[0].pos not in ("", "NOUN"):
            continue
        return Candidates(entries), fold(name)
    return None


def _spellings(part: list[Word]) -> Iterator[str]:
    """The words as dictionary forms and as nominatives, the likeliest first, then as they stand."""
    options = []
    for word in part:
        own = [name for f in word.forms if not f.tags & {"VERB", "PREP"} for name in (f.nominative, f.lemma)]
        options.append(list(dict.fromkeys([*own, word.text.lower()])))
    yield from dict.fromkeys(" ".join(chosen) for chosen in islice(product(*options), 24))
