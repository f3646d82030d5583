"""ACLED-shaped: 31 columns, one row per incident and day, as in the ACLED codebook (2023 and later).

Sayso's readings in ACLED's column layout, never "ACLED data". Its rule for deaths is the lowest of differing reports
and its unknown is 0: the row then carries the tag ``fatalities_reported=unknown``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sayso.export.actors import Doer, Struck, doer, is_suicide, struck
from sayso.export.case import Case
from sayso.export.cells import joined
from sayso.export.codebooks import Country, book, class_of, code_of, country, number_of
from sayso.export.flat import Cell, FlatRow, Shape, Skipped, alternatives, fixed, said_cell, too_coarse
from sayso.export.ids import number
from sayso.export.native import words_of
from sayso.export.options import Options
from sayso.export.phrases import toll
from sayso.export.statements import told_lines
from sayso.model import Figure, Rule

COLUMNS: tuple[str, ...] = tuple(book("acled")["columns"])
_LONGEST = 31  # days of one incident; a longer one is a row for its middle, as a month is
_GEO = {"site": 1, "settlement": 1, "near": 2, "admin2": 2, "admin1": 3, "region": 3, "sea": 3}
_VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
_POLITICAL, _DEMONSTRATIONS = "Political violence", "Demonstrations"
_CIVILIAN_CLASSES = frozenset({
    "civilians", "transport", "religious", "education", "health", "business", "utilities", "media",
})  # fmt: skip


def rows(case: Case, options: Options) -> list[FlatRow] | Skipped:
    """The rows of one incident, one for each day it lasted."""
    kinds = _event(case, options.rule("type", case.rule))
    why = _why_not(case, options, kinds)
    if why:
        return why
    land = country(case.country_iso3)
    days = _days(case)
    shared = {**_kind_cells(case, kinds, options), **_actor_cells(case, kinds, land, options)}
    shared |= {**_place_cells(case, land), **_source_cells(case)}
    told, loss = _deaths(case, options)
    name = row_id(case.id)
    found = []
    for n, day in enumerate(days):
        row = name if n == 0 else f"{name}-{n + 1}"
        deaths = None if told is None else told // len(days) + (told % len(days) if n == 0 else 0)
        cells = {"event_id_cnty": fixed(row), **_day_cells(case, day, len(days)), **shared}
        cells |= _toll_cells(case, deaths, loss, len(days), options)
        cells["notes"] = Cell(_notes(case, day), "derived", case.value("killed", _rule(options)).chosen)
        found.append(FlatRow(row, cells))
    return found


def row_id(incident: str) -> str:
    """Id of the first row of an incident ("S-KAZ28419440"): of its id only, so that it stays when the place changes."""
    return f"S-{incident.partition('-')[0]}{number(incident)}"


def _rule(options: Options) -> Rule:
    return options.rule("killed", "lowest")


def _why_not(case: Case, options: Options, kinds: tuple[str, str]) -> Skipped | None:
    if case.status == "background" and not options.background:
        return Skipped("retold as background")
    if case.status == "threatened":
        return Skipped("only threatened")
    if not kinds[0]:
        return Skipped("no event type", case.type)
    if case.day_from is None:
        return Skipped("day not known", joined(case.happened.candidates, " or ") if case.happened else "")
    if (case.day_to or case.day_from) - case.day_from > timedelta(days=_LONGEST - 1):
        return Skipped("day too coarse", f"{case.day_from} to {case.day_to}")
    if too_coarse(case.place, options.min_precision or "sea") or not case.country_iso3:
        return Skipped("place too coarse", case.place.name if case.place else "not reported")
    return None


def _event(case: Case, rule: Rule) -> tuple[str, str]:
    """Event type and sub-type: from the incident's type, then what is known of the weapon and the manner."""
    event, _, sub = code_of(case.type, "acled").partition(" · ")
    if case.status == "foiled":
        return ("Strategic developments", "Disrupted weapons use") if event in _VIOLENT else ("", "")
    if event == "Explosions/Remote violence" and case.type == "bombing":
        if is_suicide(case, rule):
            return event, "Suicide bomb"
        subs = [number_of(w, "weapsubtype") for w in words_of(case, "weapon")]
        sub = "Grenade" if subs and set(subs) == {7} else sub
        kinds = [class_of(w, "weapons") for w in words_of(case, "weapon")]
        sub = "Chemical weapon" if kinds and set(kinds) == {"chemical"} else sub
    return event, sub


def _days(case: Case) -> list[date]:
    """Every day it lasted when the words give first and last day; else the middle of what is possible."""
    start, end = case.day_from, case.day_to
    if start is None or end is None:
        return []
    when = case.happened
    if when and when.end and when.precision == "day" and start != end:
        return [start + timedelta(days=n) for n in range((end - start).days + 1)]
    return [start + (end - start) / 2]


def _day_cells(case: Case, day: date, days: int) -> dict[str, Cell]:
    span = (case.day_to - case.day_from).days if case.day_from and case.day_to else 0
    precision = 1 if span == 0 or days > 1 else 2 if span <= 6 else 3
    said = said_cell(case, "happened", case.rule, day.isoformat())
    return {
        "event_date": said,
        "year": Cell(day.year, "derived", said.ids),
        "time_precision": Cell(precision, "derived", said.ids),
    }


def _kind_cells(case: Case, kinds: tuple[str, str], options: Options) -> dict[str, Cell]:
    event, sub = kinds
    rule = options.rule("type", case.rule)
    ids = case.value("type", rule).chosen
    other = (*alternatives(case, "type", ids), *alternatives(case, "mode", case.value("mode", rule).chosen))
    return {
        "disorder_type": Cell(disorder(event, sub), "derived", ids),
        "event_type": Cell(event, rule, ids, alternatives(case, "type", ids)),
        "sub_event_type": Cell(sub, rule, ids, other),
    }


def disorder(event: str, sub: str) -> str:
    """Political violence, demonstrations, both or strategic developments."""
    if sub == "Excessive force against protesters":
        return f"{_POLITICAL}; {_DEMONSTRATIONS}"
    if event in _VIOLENT or sub == "Mob violence":
        return _POLITICAL
    return _DEMONSTRATIONS if event in ("Protests", "Riots") else event


def _actor_cells(case: Case, kinds: tuple[str, str], land: Country | None, options: Options) -> dict[str, Cell]:
    rule = options.rule("perpetrator", case.rule)
    by, hit = doer(case, rule, options), struck(case)
    where = f" ({land.name})" if land else ""
    one, code1 = _first(case, kinds, by, where)
    two, code2 = _second(kinds, hit, where)
    hit_ids = tuple(i for s in hit for i in s.ids)
    ids = by.ids if by.counts else ()
    other = alternatives(case, "perpetrator", ids)
    loss = "" if by.status in ("unknown", "stated") else f"status of the perpetrator: {by.status}"
    cells = {
        "actor1": Cell(one, rule, ids, other, loss),
        "inter1": Cell(actor_kind(code1), "derived", ids, (), "rebel group, militia: not told apart"),
        "actor2": Cell(two or None, "derived", hit_ids),
        "inter2": Cell(actor_kind(code2) or None, "derived", hit_ids),
        "interaction": Cell(interaction(code1, code2), "derived", (*ids, *hit_ids)),
    }
    if code2 == 7 and kinds[0] in _VIOLENT:
        cells["civilian_targeting"] = Cell("Civilians targeted", "derived", hit_ids)
    return cells


def _first(case: Case, kinds: tuple[str, str], by: Doer, where: str) -> tuple[str, int]:
    if by.name:
        return by.name, 1 if by.kind == "state" else 3
    if kinds[1] == "Excessive force against protesters" or case.family == "state_action" or by.kind == "state":
        return f"State Forces{where}", 1
    if kinds[0] == "Protests":
        return f"Protesters{where}", 6
    if kinds[0] == "Riots":
        return f"Rioters{where}", 5
    return f"Unidentified Armed Group{where}", 3


def _second(kinds: tuple[str, str], hit: tuple[Struck, ...], where: str) -> tuple[str, int]:
    state = next((s for s in hit if s.is_state), None)
    if kinds[1] == "Excessive force against protesters":
        return f"Protesters{where}", 6
    if kinds[0] == "Violence against civilians" or (not state and any(s.kind in _CIVILIAN_CLASSES for s in hit)):
        return f"Civilians{where}", 7
    if state and kinds[0] in _VIOLENT:
        names = {"police": "Police Forces", "military": "Military Forces"}
        return f"{names.get(state.kind, 'State Forces')}{where}", 1
    return "", 0


def actor_kind(code: int) -> str:
    """Name of an actor kind, "" for none."""
    return str(book("acled")["actors"].get(str(code), ""))


def interaction(one: int, two: int) -> str:
    """The two kinds in order of their codes ("State forces-Political militia"), "... only" for one actor."""
    if not two:
        return f"{actor_kind(one)} only"
    first, second = sorted((one, two))
    if (first, second) == (7, 8):  # the one pair the code book writes the other way round
        first, second = second, first
    return f"{actor_kind(first)}-{actor_kind(second)}"


def _place_cells(case: Case, land: Country | None) -> dict[str, Cell]:
    place = case.place
    if place is None or land is None:
        return {}
    said = said_cell(case, "place", case.rule, place.name)
    cells = {
        "iso": Cell(land.iso_numeric or None, "derived", said.ids),
        "region": Cell(book("acled")["regions"].get(str(land.acled_region)), "derived", said.ids),
        "country": Cell(land.name, "derived", said.ids),
        "admin1": Cell(place.admin1 or None, "derived", said.ids),
        "location": said,
        "geo_precision": Cell(_GEO[place.precision], "derived", said.ids),
    }
    if place.lat is not None and place.lon is not None:
        cells["latitude"] = Cell(f"{place.lat:.4f}", "derived", said.ids)
        cells["longitude"] = Cell(f"{place.lon:.4f}", "derived", said.ids)
    return cells


def _source_cells(case: Case) -> dict[str, Cell]:
    outlets = joined(r.outlet for r in case.reports if not r.superseded_at) or joined(r.outlet for r in case.reports)
    note = f"{case.n_reports} reports lead to {case.n_origins} origins" if case.n_reports > case.n_origins else ""
    return {
        "source": Cell(outlets or None, "derived", (), (), note),
        "timestamp": Cell(int(case.last_changed.timestamp()), "derived"),
    }


def _deaths(case: Case, options: Options) -> tuple[int | None, str]:
    """Deaths under the rule as the code book counts vague words; None when nobody gives a number."""
    value = case.value("killed", _rule(options))
    if not isinstance(value.datum, Figure):
        return None, ""
    if value.datum.qualifier == "vague":
        words = " ".join(a.assertion.text for a in case.said("killed") if a.id in value.chosen).casefold()
        for word, count in book("acled")["vague"].items():
            if re.search(rf"\b{word}\b", words):
                return int(count), f'"{word}" is written as {count}'
    return value.datum.low, ""


def _toll_cells(case: Case, deaths: int | None, loss: str, days: int, options: Options) -> dict[str, Cell]:
    rule = _rule(options)
    if days > 1:
        loss = joined((loss, f"split over {days} days"))
    if deaths is None:
        loss = joined((loss, "nobody gives a number: 0 stands for unknown"))
    tags = list(_tags(case, deaths))
    return {
        "fatalities": said_cell(case, "killed", rule, deaths or 0, loss),
        "tags": Cell(joined(tags) or None, "derived", case.value("injured", rule).chosen),
    }


def _tags(case: Case, deaths: int | None) -> Iterator[str]:
    yield f"sayso={case.id}"
    if deaths is None:
        yield "fatalities_reported=unknown"
    injured = case.datum("injured")
    if isinstance(injured, Figure):
        yield f"injured: {injured.low}"
    if case.disputed:
        yield "disputed"
    if case.constructed:
        yield "constructed example"


def _notes(case: Case, day: date) -> str:
    status = "" if case.status == "happened" else f" {case.status}"
    lead = f"On {day.day} {day:%B %Y}, {case.title[:1].lower()}{case.title[1:]}{status}"
    numbers = f"{toll(case, 'killed')}; {toll(case, 'injured')}."
    return " ".join((f"{lead}.", numbers[:1].upper() + numbers[1:], *told_lines(case)))


def losses(case: Case) -> Iterable[str]:
    """What of an incident ACLED's columns do not hold."""
    if case.said("injured"):
        yield "injured: no column, only a tag and the notes"
    if case.state("killed") not in ("reported", "reported_none"):
        yield "killed: unknown is written as 0, with a tag"
    if any(d.field == "killed" for d in case.disagreements):
        yield "killed: one number for a disagreement"
    if any(s.kind == "claim_of_responsibility" for s in case.statements):
        yield "claim of responsibility: only in the notes"
    if any(s.kind == "denial" for s in case.statements):
        yield "denial: only in the notes"
    if any(len(s.chain) > 2 for s in case.statements):
        yield "attribution of more than one step"
    if case.findings:
        yield "findings of checks"


ACLED = Shape(
    "acled", COLUMNS, rows, losses=losses, row_id=row_id,
    cannot=(
        "who said a value, through whom and in which sentence: see the trace",
        "that two sources differ: one value is shown, the others stand in the trace",
        "injured, missing, detained: no column",
        "an unknown number of deaths: 0 with the tag fatalities_reported=unknown",
        "a perpetrator who only claims, is only suspected, or is denied: see perpetrator_status in the native tables",
        "a happening known by country or month range only: skipped",
    ),
)  # fmt: skip
