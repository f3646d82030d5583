"""What linking compares: a report boiled down to day, place, kind, figures and words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sayso.link.first import credit_of
from sayso.link.speakers import speakers_of
from sayso.model import Document, Figure, Perpetrator, Place, Report, Statement, When

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_TERMS = 120  # the most frequent words of a document; enough for its subject, small enough for a row
_REMEMBERED = 4_000  # documents' weights, about 10 KB each: a report is compared with the same ones as the one before
_OPEN_DAYS = 45  # an undated happening is taken to lie within so many days before publication


@dataclass(frozen=True, slots=True)
class Facts:
    """A Report as linking sees it.

    Attributes:
        key: "<document id>/i1"; ``document`` is the document id.
        type, family, status: of the report.
        day_from, day_to: ISO days between which it happened; ``dated`` is False when only the publication tells.
        places: candidates for where it happened, best first.
        figures: (field, low, high) with -1 for an open high.
        perpetrators: names, lower case.
        terms: (word, count) of the document, most frequent first.
        known_from: ISO time of capture.
        credit: agency the document is credited to, "" when to none.
        speakers: (person, body they speak for) as the document tells it.
    """

    key: str
    document: str
    type: str
    family: str
    status: str
    day_from: str
    day_to: str
    dated: bool
    places: tuple[Place, ...]
    figures: tuple[tuple[str, int, int], ...]
    perpetrators: tuple[str, ...]
    terms: tuple[tuple[str, int], ...]
    known_from: str
    credit: str = ""
    speakers: tuple[tuple[str, str], ...] = ()


def facts_of(
    report: Report,
    document: Document,
    known_from: datetime,
    terms: tuple[tuple[str, int], ...],
    statements: Sequence[Statement] = (),
) -> Facts:
    """The Facts of one report; ``terms`` come from :func:`terms_of` once per document, ``statements`` are all of it."""
    said = [a for a in report.assertions if a.polarity == "asserted"]
    days = _days([a.value for a in said if a.field == "happened" and isinstance(a.value, When)])
    published = document.published.value if document.published else known_from.date()
    low, high = days or (published - timedelta(days=_OPEN_DAYS), published)
    places = [a.value for a in said if a.field == "place" and isinstance(a.value, Place)]
    figures = {(str(a.field), a.value.low, -1 if a.value.high is None else a.value.high)
               for a in said if isinstance(a.value, Figure)}  # fmt: skip
    names = {a.value.name.casefold() for a in said if isinstance(a.value, Perpetrator) and a.value.named}
    return Facts(
        key=f"{document.id}/{report.id}", document=document.id, type=report.type, family=report.family,
        status=report.status, day_from=low.isoformat(), day_to=high.isoformat(), dated=days is not None,
        places=_distinct(places), figures=tuple(sorted(figures)), perpetrators=tuple(sorted(names)), terms=terms,
        known_from=known_from.isoformat(), credit=credit_of(document), speakers=speakers_of(statements),
    )  # fmt: skip


def terms_of(text: str) -> tuple[tuple[str, int], ...]:
    """The most frequent words of a text with their counts, ties in order of the alphabet."""
    counts = Counter(_WORD.findall(text.casefold()))
    return tuple(sorted(counts.items(), key=lambda t: (-t[1], t[0]))[:_TERMS])


def cosine(one: tuple[tuple[str, int], ...], other: tuple[tuple[str, int], ...]) -> float:
    """Cosine of two documents' words with damped counts, long words weighing more; 0 to 1.

    Word length stands in for rarity: a stream of documents has no fixed collection to count rarity in, and the
    same two documents must be as similar tomorrow as today.
    """
    a, b = _weights(one), _weights(other)
    dot = sum(w * b[t] for t, w in a.items() if t in b)
    norm = math.sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
    return dot / norm if norm else 0.0


@lru_cache(_REMEMBERED)
def _weights(terms: tuple[tuple[str, int], ...]) -> dict[str, float]:
    return {t: (1 + math.log(n)) * min(len(t), 8) ** 1.5 for t, n in terms if len(t) > 3 or t.isdigit()}


def _days(whens: list[When]) -> tuple[date, date] | None:
    """First and last day that the best-dated expression leaves possible; None when all are open."""
    ranges = [r for w in whens if (r := day_range(w))]
    return min(ranges, key=lambda r: (r[1] - r[0], r[0])) if ranges else None


def day_range(when: When) -> tuple[date, date] | None:
    """First and last possible day of a When, None when nothing is known."""
    values = (when.value,) if when.value else when.candidates
    ends = [r for value in values if (r := _iso_range(value))]
    if not ends:
        return None
    last = _iso_range(when.end) if when.end else None
    return min(r[0] for r in ends), max([r[1] for r in ends] + ([last[1]] if last else []))


def _iso_range(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO day, week, month or year."""
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=6)
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = int(match[1]), int(match[2])
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day, day


def _distinct(places: list[Place]) -> tuple[Place, ...]:
    seen: dict[tuple[object, ...], Place] = {}
    for place in places:
        seen.setdefault((place.geonames_id, place.name.casefold()), place)
    order = {"site": 0, "settlement": 1, "near": 2, "admin2": 3, "admin1": 4, "region": 5, "sea": 6, "country": 7}
    return tuple(sorted(seen.values(), key=lambda p: order.get(p.precision, 8)))
