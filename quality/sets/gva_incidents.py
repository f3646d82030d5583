"""gva-incidents: one line of facts per report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.app.read import read
from sayso.model import Place, Reading, Report, Unreadable, When
from sayso.read.incidents.tolls import add_up

_PIN = ("site", "settlement", "near")


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read each report and give the facts of its main incident.

    The archive stores 0 where nobody was killed or injured; so does this line when the report tells one of both figures
    and is silent about the other. Nothing else is filled in: what was not read is left out.
    """
    for doc in docs:
        title = str(doc.get("title") or "")
        text = f"{title}\n\n{doc['text']}" if title else doc["text"]
        try:
            reading = read(text, published=doc.get("published"))
        except Unreadable:
            yield {"doc_id": doc["doc_id"]}
            continue
        yield {"doc_id": doc["doc_id"], **facts(reading)}


def facts(reading: Reading) -> dict[str, Any]:
    """Day, place and figures of the main incident; of the first earlier one when a report tells no other."""
    report = main_report(reading)
    if report is None:
        return {}
    out: dict[str, Any] = {}
    day = next((a.value.value for a in report.assertions if a.field == "happened" and isinstance(a.value, When)), None)
    if day and len(day) >= 10:
        out["date"] = day[:10]
    out.update(_place(report))
    toll = add_up(report.assertions, reading.document.text)
    for field, number in (("killed", toll.killed), ("injured", toll.injured)):
        if number is not None:
            out[field] = number
    if ("killed" in out) != ("injured" in out):
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
    best = next((p for p in places if p.precision in _PIN), places[0] if places else None)
    if best is None:
        return {}
    out: dict[str, Any] = {"city": best.name, "state": best.admin1}
    if best.lat is not None and best.precision in _PIN:
        out |= {"lat": best.lat, "lon": best.lon}
    return {k: v for k, v in out.items() if v}
