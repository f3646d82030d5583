"""Errors planted into real texts, one at a time, to see which of them the checks find.

Places to plant at are found by the form of the words, not by what a check believes: so what is missed counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

from quality.check_texts import Given
from sayso.lang.en.checks import BORN, DIRECTION_PATTERN, LINK_PATTERN
from sayso.lang.en.numbers import UNITS
from sayso.model import Figure, Mention, Place, Reading

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = re.compile(rf"\b(?P<at>{'|'.join(_DAYS)}),?\s+(?:{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTHS})\b")
_BETWEEN = (
    r"[A-Z][\w'’-]+,?\s+(?:(?:is|lies|located|situated|a|an|the|some|about|roughly|approximately|around|which|town|city|"
    r"village|community|port|only|just)\s+){0,6}"
)
"""A name, and words that lead from it to how far away it lies."""
_UNIT = r"(?:kilomet(?:er|re)s?|kms?|miles?)"
_FAR = re.compile(rf"{_BETWEEN}(?P<at>\d[\d,]*)[\s-]{_UNIT}\s+(?:{DIRECTION_PATTERN}\s+)?(?i:{LINK_PATTERN})[A-Z]")
_WAY = re.compile(rf"{_BETWEEN}\d[\d,]*[\s-]{_UNIT}\s+{DIRECTION_PATTERN}\s+(?i:of)\s+[A-Z]")
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
_BORN = re.compile(BORN, re.I)
_CLOCKS = re.compile(
    r"\b\d{1,2}:?\d\d(?:\s*[ap]\.?m\.?)?(?:\s+local(?:\s+time)?)?\s*[(\[](?P<at>\d\d)[:.]?\d\d\s*(?:GMT|UTC)", re.I
)
_NEAR = 60
_COUNTRIES = ("Norway", "Peru", "Kenya", "Vietnam")
_NUMBER = "|".join([r"\d+", *(w for w in UNITS if w != "zero")])
_PEOPLE = "people|persons|men|women|others|soldiers|civilians|victims"
_PARTS = re.compile(
    rf"\b(?P<at>{_NUMBER})\s+(?:other\s+)?(?:{_PEOPLE})\b[^.;:\d]{{0,40}}?,?\s*(?:including|among them|--|[—–])\s+"
    rf"(?P<n>{_NUMBER})\s+(?:\w+\s+)?(?:men|women|children|boys|girls|soldiers|civilians|fatally|of them)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Plant:
    """A text with one error: what was there, what stands there now, and where (offset into the document's text)."""

    check: str
    given: Given
    start: int
    was: str
    now: str


def planted(given: Given, reading: Reading) -> Iterator[Plant]:
    """All errors that can be planted into one text."""
    text = reading.document.text
    for check, plant in _PLANTERS.items():
        for start, end, now in plant(text, reading):
            changed = _changed(given, start, end, now)
            if changed is not None and text[start:end] != now:
                yield Plant(check, changed, start, text[start:end], now)


def chosen(plants: list[Plant], most: int) -> list[Plant]:
    """At most so many, the same ones each time."""
    return sorted(plants, key=lambda p: sha256(f"{p.given.collection}/{p.given.id}/{p.start}".encode()).hexdigest())[
        :most
    ]


def _changed(given: Given, start: int, end: int, now: str) -> Given | None:
    offset = len(given.title) + 2 if given.title else 0
    if start < offset:
        return replace(given, title=given.title[:start] + now + given.title[end:]) if end <= len(given.title) else None
    return replace(given, text=given.text[: start - offset] + now + given.text[end - offset :])


Edit = tuple[int, int, str]


def _weekdays(text: str, reading: Reading) -> Iterator[Edit]:
    for m in _WEEKDAY.finditer(text):
        yield *m.span("at"), _DAYS[(_DAYS.index(m["at"]) + 3) % 7]


def _distances(text: str, reading: Reading) -> Iterator[Edit]:
    for m in _FAR.finditer(text):
        number = int(m["at"].replace(",", ""))
        if number >= 25:
            yield *m.span("at"), f"{number * 4:,}"


def _directions(text: str, reading: Reading) -> Iterator[Edit]:
    for m in _WAY.finditer(text):
        said = m["direction"]
        turned = re.sub("north|south|east|west", lambda w: _like(w[0], _OPPOSITE[w[0].lower()]), said, flags=re.I)
        yield *m.span("direction"), turned


def _like(old: str, new: str) -> str:
    return new.upper() if old.isupper() else new.capitalize() if old[0].isupper() else new


def _sums(text: str, reading: Reading) -> Iterator[Edit]:
    for m in _PARTS.finditer(text):
        part = UNITS.get(m["n"].lower()) or int(m["n"]) if not m["n"].isalpha() else UNITS[m["n"].lower()]
        if part > 2:
            yield *m.span("at"), str(part - 1)


def _births(text: str, reading: Reading) -> Iterator[Edit]:
    ages = [m for m in reading.mentions if m.kind == "figure" and m.role == "age"]
    for passage in reading.passages:
        for m in _BORN.finditer(text, passage.span.start, passage.span.end):
            if any(passage.span.contains(a.span) for a in ages):
                yield *m.span("year"), str(int(m["year"]) - 14)


def _countries(text: str, reading: Reading) -> Iterator[Edit]:
    places = [m for m in reading.mentions if isinstance(m.datum, Place)]
    for a, b in pairwise(places):
        comma = text[a.span.end : b.span.start] == ", "
        if comma and _precision(b) == "country" and _precision(a) == "settlement" and b.kind == "place":
            yield b.span.start, b.span.end, _COUNTRIES[(b.span.start + (b.text in _COUNTRIES)) % len(_COUNTRIES)]


def _precision(mention: Mention) -> str:
    return mention.datum.precision if isinstance(mention.datum, Place) else ""


def _clocks(text: str, reading: Reading) -> Iterator[Edit]:
    for m in _CLOCKS.finditer(text):
        yield *m.span("at"), f"{(int(m['at']) + 5) % 24:02d}"


def _headlines(text: str, reading: Reading) -> Iterator[Edit]:
    title = reading.document.title_span
    for m in reading.mentions:
        figure = m.datum
        if (
            not title
            or not title.contains(m.span)
            or m.role not in ("killed", "injured")
            or not isinstance(figure, Figure)
        ):
            continue
        word = next((w for w, n in UNITS.items() if n == figure.low), str(figure.low))
        number = re.search(rf"\b(?:{figure.low}|{word})\b", m.text, re.I)
        if number and figure.low > 2:
            start = m.span.start + number.start()
            yield start, start + len(number[0]), str(figure.low * 2 + 1)


def _crowds(text: str, reading: Reading) -> Iterator[Edit]:
    towns = [m for m in reading.mentions if _precision(m) == "settlement"]
    for m in reading.mentions:
        beside = any(
            0 < t.span.start - m.span.end < _NEAR and "." not in text[m.span.end : t.span.start] for t in towns
        )
        if m.role == "crowd" and beside and (number := re.search(r"\d[\d,]*", m.text)):
            start = m.span.start + number.start()
            yield start, start + len(number[0]), "90,000,000"


_PLANTERS: dict[str, Callable[[str, Reading], Iterator[Edit]]] = {
    "weekday_date": _weekdays, "distance": _distances, "direction": _directions, "sums": _sums, "age_birth": _births,
    "place_country": _countries, "local_time": _clocks, "headline_body": _headlines, "crowd": _crowds,
}  # fmt: skip
