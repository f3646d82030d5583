"""GTD-shaped: 135 columns, one row per incident, as in the GTD codebook of 2021.

Sayso's readings in GTD's column layout, never "GTD data". What only a person can judge (the three criteria) stays blank
with ``doubtterr`` -9. ``nkill`` counts those who did it, ``nkillter`` counts them alone. Unknown is blank for deaths
and injuries, -99 for other quantities, -9 for yes and no.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from sayso.export.actors import Doer, doer, is_suicide
from sayso.export.case import Case, CaseReport
from sayso.export.cells import joined
from sayso.export.codebooks import Country, book, code_of, country
from sayso.export.flat import Cell, FlatRow, Shape, Skipped, alternatives, fixed, said_cell, too_coarse, write_flat
from sayso.export.gtd_codes import attack, targets, weapons
from sayso.export.gtd_said import claim_cells
from sayso.export.ids import number
from sayso.export.native import only_attackers
from sayso.export.options import Options
from sayso.export.phrases import capital, toll
from sayso.export.statements import told_lines
from sayso.model import Figure, Rule

COLUMNS: tuple[str, ...] = tuple(book("gtd")["columns"])
_SPECIFICITY = {"site": 1, "settlement": 1, "near": 1, "admin2": 3, "admin1": 4}
_HOSTAGES = {"kidnapping", "hostage_taking", "hijacking"}
_FIRST, _ROOM = 9000, 1000  # numbers of a day that real events do not reach
_MONTH = 31


def write_gtd(cases: Iterable[Case], folder: Path, options: Options) -> list[tuple[Path, int]]:
    """Write the shape; as ``write_flat``, with event numbers that are given once in an export."""
    return write_flat(cases, folder, options, gtd_shape())


def gtd_shape() -> Shape:
    """The shape with an empty book of event numbers: eight digits of the day and 9000 to 9999, no number twice."""
    return Shape("gtd", COLUMNS, partial(rows, given=set()), losses=losses, cannot=_CANNOT)


def rows(case: Case, options: Options, given: set[int]) -> list[FlatRow] | Skipped:
    """The row of one incident, or why there is none; ``given`` holds the event numbers that are taken."""
    by = doer(case, options.rule("perpetrator", case.rule), options)
    why = _why_not(case, options, by)
    if why:
        return why
    event = _event_id(case, given)
    if event is None:
        return Skipped("no number left for the day", str(case.day_from))
    land = country(case.country_iso3)
    cells = {"eventid": fixed(event), **_day_cells(case), **_place_cells(case, land), **_act_cells(case, options)}
    cells |= {**attack(case), **targets(case), **weapons(case), **claim_cells(case, by, options)}
    cells |= {**_toll_cells(case, options), **_hostage_cells(case), **_source_cells(case)}
    return [FlatRow(str(event), cells)]


def _why_not(case: Case, options: Options, by: Doer) -> Skipped | None:
    if case.status == "background" and not options.background:
        return Skipped("retold as background")
    code = code_of(case.type, "gtd")
    if not code or case.status == "threatened":
        return Skipped("outside the code book", case.status if code else case.type)
    if by.kind == "state" or ("state" in code and not by.name):
        return Skipped("done by a state, or by nobody named with a state's weapon", case.type)
    if case.day_from is None or case.day_to is None:
        return Skipped("day not known", joined(case.happened.candidates, " or ") if case.happened else "")
    if case.day_from.year != case.day_to.year:
        return Skipped("day too coarse", f"{case.day_from} to {case.day_to}")
    if too_coarse(case.place, options.min_precision or "country") or not case.country_iso3:
        return Skipped("place too coarse", case.place.name if case.place else "not reported")
    return None


def _event_id(case: Case, given: set[int]) -> int | None:
    """Eight digits of the day (00 for unknown) and a number that follows from the incident's id, else the next free."""
    day = _day_numbers(case)
    base = int(f"{day[0]:04d}{day[1]:02d}{day[2]:02d}{_FIRST}")
    wanted = number(case.id) % _ROOM
    for step in range(_ROOM):
        event = base + (wanted + step) % _ROOM
        if event not in given:
            given.add(event)
            return event
    return None


def _day_numbers(case: Case) -> tuple[int, int, int]:
    """Year, month and day of the first day; 0 for what is unknown."""
    start, end = case.day_from, case.day_to
    if start is None or end is None:
        return 0, 0, 0
    ranged = bool(case.happened and case.happened.end)
    if start == end or ranged:
        return start.year, start.month, start.day
    return start.year, (start.month if start.month == end.month else 0), 0


def _day_cells(case: Case) -> dict[str, Cell]:
    year, month, day = _day_numbers(case)
    said = said_cell(case, "happened", case.rule, year)
    made = {
        "iyear": said,
        "imonth": Cell(month, "derived", said.ids),
        "iday": Cell(day, "derived", said.ids),
        "extended": Cell(1 if case.happened and case.happened.end and case.day_from != case.day_to else 0),
    }
    if not day or made["extended"].value:
        made["approxdate"] = Cell(f"{case.day_from} to {case.day_to}", "derived", said.ids)
    return made


def _place_cells(case: Case, land: Country | None) -> dict[str, Cell]:
    place = case.place
    if place is None or land is None:
        return {}
    said = said_cell(case, "place", case.rule, place.name)
    pinned = case.is_pinned or place.precision in ("admin1", "admin2")
    specificity = _SPECIFICITY.get(place.precision, 5) if pinned else 5
    vicinity = 1 if place.precision == "near" else 0 if place.precision in ("site", "settlement") else -9
    city = place.name if place.precision in ("site", "settlement", "near") else "Unknown"
    made = {
        "country": Cell(land.gtd or None, "derived", said.ids),
        "country_txt": Cell(land.gtd_name or land.name, "derived", said.ids),
        "region": Cell(land.gtd_region or None, "derived", said.ids),
        "region_txt": Cell(book("gtd")["region"].get(str(land.gtd_region)), "derived", said.ids),
        "provstate": Cell(place.admin1 or None, "derived", said.ids),
        "city": Cell(city, said.rule, said.ids, said.alternatives),
        "specificity": Cell(specificity, "derived", said.ids),
        "vicinity": Cell(vicinity, "derived", said.ids),
    }
    if specificity < 5 and place.lat is not None and place.lon is not None:
        made["latitude"] = Cell(round(place.lat, 6), "derived", said.ids)
        made["longitude"] = Cell(round(place.lon, 6), "derived", said.ids)
    return made


def _act_cells(case: Case, options: Options) -> dict[str, Cell]:
    suicide = is_suicide(case, options.rule("mode", case.rule))
    mode = case.value("mode", options.rule("mode", case.rule))
    loss = "told by some, denied by others" if any(d.field == "mode" for d in case.disagreements) else ""
    denied = tuple(a.id for a in case.said("mode") if suicide is False and a.assertion.polarity == "negated")
    return {
        "doubtterr": fixed(-9, "whether the criteria of terrorism are met is for a person to say"),
        "multiple": fixed(-9),
        "success": Cell(0 if case.status in ("attempted", "foiled") else 1),
        "suicide": Cell(int(bool(suicide)), "derived", mode.chosen or denied,
                        alternatives(case, "mode", mode.chosen), loss),
        "summary": Cell(_summary(case)),
    }  # fmt: skip


def _summary(case: Case) -> str:
    year, month, day = _day_numbers(case)
    when = f"{month:02d}/{day:02d}/{year}" if day else f"{case.day_from} to {case.day_to}"
    return f"{when}: {case.title}. {capital(toll(case, 'killed'))}; {toll(case, 'injured')}."


def _toll_cells(case: Case, options: Options) -> dict[str, Cell]:
    made: dict[str, Cell] = {}
    for field, column, attackers in (("killed", "nkill", "nkillter"), ("injured", "nwound", "nwoundte")):
        rule: Rule = options.rule(field, "median_of_origins")
        datum = case.datum(field, rule)
        loss = ""
        if isinstance(datum, Figure) and datum.high != datum.low:
            loss = "a range or an open number is written as its lower bound"
        made[column] = said_cell(case, field, rule, case.number(field, rule), loss)
        ours = [a for a in case.said(field) if a.assertion.polarity == "asserted" and only_attackers(a.assertion.value)]
        if ours:
            counts = [a.assertion.value.low for a in ours if isinstance(a.assertion.value, Figure)]
            made[attackers] = Cell(min(counts), "lowest", tuple(a.id for a in ours))
    return made


def _hostage_cells(case: Case) -> dict[str, Cell]:
    if case.type not in _HOSTAGES:
        return {"ishostkid": Cell(0), "property": fixed(-9)}
    rule = case.rule
    held: Any = case.number("hostages", rule)
    return {
        "ishostkid": Cell(1),
        "nhostkid": said_cell(case, "hostages", rule, -99 if held is None else held),
        "nhours": fixed(-99),
        "ndays": fixed(-99),
        "ransom": fixed(-9),
        "hostkidoutcome": fixed(7),
        "hostkidoutcome_txt": fixed(book("gtd")["hostkidoutcome"]["7"]),
        "property": fixed(-9),
    }


def _source_cells(case: Case) -> dict[str, Cell]:
    reports = [r for r in case.reports if not r.superseded_at] or list(case.reports)
    more = f"{case.n_reports} reports, {case.n_origins} origins" if case.n_reports > 3 else ""
    made = {f"scite{n}": Cell(_cited(r), "derived", (), (), more) for n, r in enumerate(reports[:3], start=1)}
    notes = joined((f"Sayso incident {case.id}.", *told_lines(case)), " ")
    return {**made, "addnotes": Cell(notes), "dbsource": fixed("Sayso"),
            **{c: fixed(-9) for c in ("INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY")}}  # fmt: skip


def _cited(report: CaseReport) -> str:
    day = report.published or report.known_from.date()
    return f'"{report.title or "Untitled"}," {report.outlet or "unnamed outlet"}, {day:%B} {day.day}, {day.year}.'


def losses(case: Case) -> Iterable[str]:
    """What of an incident GTD's columns do not hold."""
    if any(d.field in ("killed", "injured") for d in case.disagreements):
        yield "toll: one number for a disagreement"
    if case.said("missing") or case.said("displaced"):
        yield "missing or displaced: no column"
    if any(s.kind == "denial" for s in case.statements):
        yield "denial: only guncertain and a note"
    if any(len(s.chain) > 2 for s in case.statements):
        yield "attribution of more than one step"
    if len(case.reports) > 3:
        yield "more than three reports: scite1 to scite3 hold three"
    if case.findings:
        yield "findings of checks"


_CANNOT = (
    "what states do, and threats without an act: skipped",
    "the three criteria of terrorism: left blank for a person",
    "who said a number and what others said: see the trace",
    "a denial beyond guncertain and a note; a chain of more than one step",
    "nationality of targets and of the dead: blank",
    "whether an incident is one of several planned together: -9",
)
