"""HXL: a CSV for humanitarian tools, with a second row of hashtags (HXL standard 1.1, as HDX tags conflict events)."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.export.actors import doer, struck
from sayso.export.case import Case
from sayso.export.cells import joined, plain
from sayso.export.codebooks import country
from sayso.export.flat import Cell, FlatRow, Plain, Shape, Skipped, alternatives, fixed, said_cell
from sayso.export.options import Options
from sayso.export.phrases import capital, counts, toll

TAGS = {
    "Event id": "#event+id", "Type": "#event+type", "Subtype": "#event+subtype", "From": "#date+start",
    "To": "#date+end", "Country code": "#country+code", "Country": "#country+name", "Region": "#adm1+name",
    "District": "#adm2+name", "Place": "#loc+name", "Latitude": "#geo+lat", "Longitude": "#geo+lon",
    "Precision": "#geo+precision", "First actor": "#group+name+first", "Second actor": "#group+name+second",
    "Killed, least": "#affected+killed+min", "Killed": "#affected+killed", "Killed, most": "#affected+killed+max",
    "Injured": "#affected+injured", "Disputed": "#status+disputed", "Outlets": "#meta+source", "Link": "#meta+url",
    "Reports": "#meta+num_reports", "Origins": "#meta+num_origins", "Updated": "#date+updated",
    "Description": "#description",
}  # fmt: skip


def rows(case: Case, options: Options) -> list[FlatRow] | Skipped:
    """The row of one incident."""
    if case.status == "background" and not options.background:
        return Skipped("retold as background")
    cells = {
        "Event id": fixed(case.id),
        "Type": said_cell(case, "type", case.rule, case.type),
        "Disputed": Cell("true" if case.disputed else "false"),
        "Outlets": Cell(joined(r.outlet for r in case.reports) or None),
        "Link": Cell(_link(case, options)),
        "Reports": Cell(case.n_reports),
        "Origins": Cell(case.n_origins),
        "Updated": Cell(str(plain(case.last_changed))),
        "Description": Cell(_description(case)),
    }
    return [FlatRow(case.id, cells | _when_and_where(case) | _who(case, options) | _toll(case, options))]


def _when_and_where(case: Case) -> dict[str, Cell]:
    made: dict[str, Cell] = {}
    if case.day_from and case.day_to:
        made["From"] = said_cell(case, "happened", case.rule, case.day_from.isoformat())
        made["To"] = said_cell(case, "happened", case.rule, case.day_to.isoformat())
    place, land = case.place, country(case.country_iso3)
    if place:
        ids = case.value("place").chosen
        told: dict[str, Plain] = {
            "Country code": case.country_iso3 or None, "Country": land.name if land else None,
            "Region": place.admin1 or None, "Precision": place.precision,
        }  # fmt: skip
        if place.precision != "country":
            told["Place"] = place.name
        if case.is_pinned and place.lat is not None and place.lon is not None:
            told |= {"Latitude": round(place.lat, 5), "Longitude": round(place.lon, 5)}
        made |= {name: Cell(value, "derived", ids, alternatives(case, "place", ids)) for name, value in told.items()}
    return made


def _who(case: Case, options: Options) -> dict[str, Cell]:
    by, hit = doer(case, options.rule("perpetrator", case.rule), options), struck(case)
    mode = case.value("mode")
    ids = by.ids if by.counts else ()
    return {
        "Subtype": Cell(mode.datum if isinstance(mode.datum, str) else None, mode.rule, mode.chosen,
                        alternatives(case, "mode", mode.chosen)),
        "First actor": Cell(by.name or None, "derived", ids, alternatives(case, "perpetrator", ids),
                            "" if by.status in ("unknown", "stated") else f"status of the perpetrator: {by.status}"),
        "Second actor": Cell(joined(s.name for s in hit) or None, "derived", tuple(i for s in hit for i in s.ids)),
    }  # fmt: skip


def _toll(case: Case, options: Options) -> dict[str, Cell]:
    best = options.rule("killed", case.rule)
    hurt = options.rule("injured", case.rule)
    return {
        "Killed, least": said_cell(case, "killed", "lowest", case.number("killed", "lowest")),
        "Killed": said_cell(case, "killed", best, case.number("killed", best)),
        "Killed, most": said_cell(case, "killed", "highest", case.number("killed", "highest")),
        "Injured": said_cell(case, "injured", hurt, case.number("injured", hurt)),
    }


def _link(case: Case, options: Options) -> str | None:
    if options.links:
        return f"{options.links.rstrip('/')}/incident/{case.id}"
    return next((r.url for r in case.reports if r.url), None)


def _description(case: Case) -> str:
    return f"{case.title}. {capital(toll(case, 'killed'))}; {toll(case, 'injured')}. {counts(case)}."


def losses(case: Case) -> Iterable[str]:
    """What of an incident the tags do not hold."""
    if case.statements:
        yield "statements and their chains"
    if case.disputed:
        yield "why reports disagree"
    if case.findings:
        yield "findings of checks"


HXL = Shape(
    "hxl", tuple(TAGS), rows, losses=losses, tags=tuple(TAGS.values()),
    cannot=("who said a value and in which sentence: see the trace", "statements: see the native tables"),
)  # fmt: skip
