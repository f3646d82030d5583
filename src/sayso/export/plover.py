"""PLOVER-shaped, in the 40 columns of the POLECAT files (tab-separated; Halterman et al. 2023, "PLOVER and POLECAT").

One row for the act and one for each threat, accusation, demand and condemnation. A claim or a denial of responsibility
has no event type in PLOVER: both stand in the native tables only, and the loss report counts them.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.export.actors import Doer, Struck, doer, is_suicide, struck
from sayso.export.case import Case, CaseStatement
from sayso.export.cells import joined
from sayso.export.codebooks import book, class_of, code_of, country
from sayso.export.flat import Cell, FlatRow, Shape, Skipped, alternatives, fixed, said_cell, too_coarse
from sayso.export.native import words_of
from sayso.export.options import Options
from sayso.export.statements import CLAIM
from sayso.lang.privacy import is_public
from sayso.taxonomy import load_taxonomy

COLUMNS: tuple[str, ...] = tuple(book("plover")["columns"])
_SAID = {
    "threat": ("THREATEN", "violence"),
    "accusation": ("ACCUSE", "allege"),
    "condemnation": ("ACCUSE", "disapprove"),
    "demand": ("REQUEST", "change"),
}
_QUAD = {"V+": 1, "M+": 2, "V-": 3, "M-": 4}
_SECTOR_OF_CLASS = {
    "government": "GOV", "police": "COP", "military": "MIL", "religious": "REL", "education": "EDU", "health": "MED",
    "business": "BUS", "media": "JRN", "civilians": "CVL", "transport": "CVL", "utilities": "BUS",
}  # fmt: skip
_BODIES = frozenset({"group", "organisation", "agency", "monitor"})
_SECTOR_OF_VOICE = {"official": "GOV", "group": "UAF", "outlet": "JRN", "agency": "JRN", "person": "CVL"}


def rows(case: Case, options: Options) -> list[FlatRow] | Skipped:
    """The act of one incident and what was said about it in PLOVER's terms."""
    if case.status == "background" and not options.background:
        return Skipped("retold as background")
    kind = _kind(case, options)
    if kind is None:
        return Skipped("no event type", case.type)
    if case.day_from is None:
        return Skipped("day not known", joined(case.happened.candidates, " or ") if case.happened else "")
    if options.min_precision and too_coarse(case.place, options.min_precision):
        return Skipped("place too coarse", case.place.name if case.place else "not reported")
    shared = _place_cells(case) | _source_cells(case, options)
    said = [s for s in case.statements if s.kind in _SAID and not s.negated and s.known_until is None]
    made = [_act(case, kind, options, shared)]
    return made + [_utterance(case, s, n, shared) for n, s in enumerate(said, start=1)]


def _kind(case: Case, options: Options) -> tuple[str, str] | None:
    """Event type and mode; the weapon tells the mode of an attack with no weapon of its own."""
    event, _, mode = code_of(case.type, "plover").partition(" ")
    if not event:
        return None
    if case.status == "threatened":
        return "THREATEN", "violence"
    if case.status == "foiled" and event == "ASSAULT":
        return "COERCE", "seize"
    if event == "ASSAULT" and is_suicide(case, options.rule("mode", case.rule)):
        return event, "suicide-attack"
    if case.type == "armed_attack":
        classes = [c for w in words_of(case, "weapon") if (c := class_of(w, "weapons"))]
        weapons = load_taxonomy().weapons
        mode = next((weapons[c].codes["plover"] for c in classes if "plover" in weapons[c].codes), mode)
    return event, mode


def _act(case: Case, kind: tuple[str, str], options: Options, shared: dict[str, Cell]) -> FlatRow:
    rule = options.rule("type", case.rule)
    ids = case.value("type", rule).chosen
    by, hit = doer(case, options.rule("perpetrator", case.rule), options), struck(case)
    day = case.day_from.isoformat() if case.day_from else None
    coarse = "" if case.day_from == case.day_to else f"one of the days from {case.day_from} to {case.day_to}"
    cells = {
        "Event ID": fixed(f"S-{case.id}"),
        "Event Date": said_cell(case, "happened", case.rule, day, coarse),
        **_kind_cells(kind, ids, _other_kinds(case, ids, options)),
        **_doer_cells(case, by),
        **_target_cells(case, hit),
    }
    return FlatRow(f"S-{case.id}", {**shared, **cells})


def _other_kinds(case: Case, ids: tuple[str, ...], options: Options) -> tuple[str, ...]:
    mode = case.value("mode", options.rule("mode", case.rule))
    return (*alternatives(case, "type", ids), *alternatives(case, "mode", mode.chosen))


def _kind_cells(kind: tuple[str, str], ids: tuple[str, ...], other: tuple[str, ...]) -> dict[str, Cell]:
    event, mode = kind
    known = book("plover")["events"][event]
    return {
        "Event Type": Cell(event, "derived", ids, other),
        "Event Mode": Cell(mode or None, "derived", ids),
        "Intensity": Cell(known["modes"].get(mode, known["intensity"]), "derived", ids),
        "Quad Code": Cell(_QUAD[known["quad"]], "derived", ids),
    }


def _doer_cells(case: Case, by: Doer) -> dict[str, Cell]:
    ids = by.ids if by.counts else ()
    sector = {"state": "GOV", "group": "UAF", "person": "CVL"}.get(by.kind, "UNK")
    if case.type in ("protest", "riot") and not by.name:
        sector = "CVL"
    loss = "" if by.status in ("unknown", "stated") else f"status of the perpetrator: {by.status}"
    return {
        "Actor Name": Cell(by.name or None, "derived", ids, alternatives(case, "perpetrator", ids), loss),
        "Primary Actor Sector": Cell(sector, "derived", ids),
        "Actor Sectors": Cell(sector, "derived", ids),
        "Actor Name Raw": Cell(by.name or None, "derived", ids),
    }


def _target_cells(case: Case, hit: tuple[Struck, ...]) -> dict[str, Cell]:
    if not hit:
        return {}
    ids = tuple(i for s in hit for i in s.ids)
    sectors = joined(_SECTOR_OF_CLASS.get(s.kind, "UNK") for s in hit)
    names = joined(s.name for s in hit)
    iso3 = case.country_iso3
    return {
        "Recipient Name": Cell(names, "derived", ids),
        "Recipient Country": Cell(iso3 or None, "derived", ids),
        "Recipient COW": Cell(_cow(iso3), "derived", ids),
        "Primary Recipient Sector": Cell(sectors.split("; ")[0], "derived", ids),
        "Recipient Sectors": Cell(sectors, "derived", ids),
        "Recipient Name Raw": Cell(names, "derived", ids),
    }


def _utterance(case: Case, s: CaseStatement, number: int, shared: dict[str, Cell]) -> FlatRow:
    row, ids = f"S-{case.id}-{number}", (s.key,)
    last = s.chain[-1] if s.chain else None
    sector = _SECTOR_OF_VOICE.get(last.kind, "UNK") if last else "UNK"
    public = last.name if last and is_public(last.kind) else None
    through = joined((v.name for v in s.chain[:-1]), ", ")
    cells = {
        "Event ID": fixed(row),
        "Event Date": Cell(s.said_at.date().isoformat(), "derived", ids),
        **_kind_cells(_SAID[s.kind], ids, ()),
        "Actor Name": Cell(public, "derived", ids, (), f"through {through}" if through else ""),
        "Primary Actor Sector": Cell(sector, "derived", ids),
        "Actor Sectors": Cell(sector, "derived", ids),
        "Actor Name Raw": Cell(public, "derived", ids),
        "Source": Cell(s.outlet or None, "derived", ids),
        "Publication Date": Cell(s.said_at.date().isoformat(), "derived", ids),
    }
    return FlatRow(row, {**shared, **cells})


def _place_cells(case: Case) -> dict[str, Cell]:
    place = case.place
    if place is None:
        return {}
    said = said_cell(case, "place", case.rule, place.name)
    town = place.precision in ("site", "settlement", "near")
    made = {
        "Placename": said,
        "City": Cell(place.name if town else None, "derived", said.ids),
        "Province": Cell(place.admin1 or None, "derived", said.ids),
        "Country": Cell(case.country_iso3 or None, "derived", said.ids),
        "GeoNames ID": Cell(place.geonames_id, "derived", said.ids),
        "Raw Placename": Cell(_raw(case, said.ids), "derived", said.ids),
    }
    if case.is_pinned and place.lat is not None and place.lon is not None:
        made["Latitude"] = Cell(round(place.lat, 5), "derived", said.ids)
        made["Longitude"] = Cell(round(place.lon, 5), "derived", said.ids)
    return made


def _raw(case: Case, ids: tuple[str, ...]) -> str | None:
    return next((a.assertion.text for a in case.assertions if a.id in ids), None)


def _source_cells(case: Case, options: Options) -> dict[str, Cell]:
    reports = [r for r in case.reports if not r.superseded_at] or list(case.reports)
    days = sorted(str(r.published or r.known_from.date()) for r in reports)
    groups = joined(v.name for v in case.voices if v.kind in _BODIES)
    return {
        "Source": Cell(joined(r.outlet for r in reports) or None),
        "Publication Date": Cell(days[0] if days else None),
        "Story Organizations": Cell(groups or None),
        "Story Locations": Cell(case.place.name if case.place else None, "derived", case.value("place").chosen),
        "Language": Cell(joined(r.language for r in reports) or None),
        "Version": fixed(f"Sayso {options.version}".strip()),
    }


def _cow(iso3: str) -> int | None:
    land = country(iso3)
    return (land.gw or None) if land else None


def losses(case: Case) -> Iterable[str]:
    """What of an incident POLECAT's columns do not hold."""
    for kind, words in ((CLAIM, "claim of responsibility"), ("denial", "denial")):
        if any(s.kind == kind for s in case.statements):
            yield f"{words}: not representable"
    if case.said("killed") or case.said("injured"):
        yield "deaths and injuries: no column"
    if case.disputed:
        yield "disagreement"
    if any(s.kind in _SAID and len(s.chain) > 2 for s in case.statements):
        yield "attribution of more than one step"
    if case.day_from != case.day_to:
        yield "a range of days: its first day"


PLOVER = Shape(
    "plover", COLUMNS, rows, losses=losses, row_id="S-{}".format, delimiter="\t",
    cannot=(
        "claims and denials of responsibility: PLOVER has no event type for them",
        "deaths, injuries and any other figure: POLECAT has no column",
        "contexts: blank, the machine does not judge whether an attack is terrorism",
        "people: blank, private persons stand only inside the evidence sentence",
        "a country or a region as a point: no coordinates",
    ),
)  # fmt: skip
