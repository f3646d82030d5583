"""Rules for quarters, halves and centuries, "year-end", and "a year earlier" (which may mean a quarter)."""

from __future__ import annotations

from sayso.read.dates import pick
from sayso.read.dates.calendar import cut, shift
from sayso.read.dates.days import full_year
from sayso.read.dates.scene import Answer, Hit
from sayso.read.dates.stretches import AHEAD, BACK, BLANK


def quarter(hit: Hit) -> Answer | None:
    """ "the third quarter", "this year's first quarter", "the first half of 2009", "the 20th century"."""
    unit, number, scene, said = hit.token("u"), hit.number("o"), hit.scene, hit.token("y")
    if unit is None or number is None:
        return None
    if unit.kind == "l":
        return _half(hit, number)
    if unit.code == "C":
        return Answer(f"{number - 1:02d}", basis="text") if 1 <= number <= 30 else None
    number = 4 if number == -1 else number
    if unit.code != "Q" or not 1 <= number <= 4:
        return None
    if said is not None:
        return Answer(f"{full_year(int(said.number), scene):04d}-Q{number}", basis="text")
    if scene.anchor is None:
        return Answer(f"XXXX-Q{number}")
    relation = hit.code("rel")
    if relation:
        of = scene.anchor.year + (-1 if relation in BACK else 1 if relation in AHEAD else 0)
    else:
        of = pick.quarter(scene.anchor, number, hit.tense())
    return Answer(f"{of:04d}-Q{number}", basis=scene.basis)


def _half(hit: Hit, number: int) -> Answer | None:
    said, scene, relation = hit.token("y"), hit.scene, hit.code("rel")
    half = 2 if number in (2, -1) else 1
    if said is not None:
        return Answer(f"{full_year(int(said.number), scene):04d}-H{half}", basis="text")
    if not relation or scene.anchor is None:
        return None
    of = scene.anchor.year + (-1 if relation in BACK else 1 if relation in AHEAD else 0)
    return Answer(f"{of:04d}-H{half}", basis=scene.basis)


def year_end(hit: Hit) -> Answer | None:
    """ "year-end", "year end", "year's end"."""
    unit, scene = hit.token("u"), hit.scene
    if unit is None or unit.code != "Y" or hit.code("mod") != "END" or scene.anchor is None:
        return None
    return Answer(f"{scene.anchor.year:04d}-12-31", basis=scene.basis)


def year_before(hit: Hit) -> Answer | None:
    """ "a year ago", "a year earlier", "the year-ago quarter": the same quarter when quarters are spoken of."""
    unit, scene = hit.token("u"), hit.scene
    if unit is None:
        return None
    earlier = hit.code("g") == "earlier"
    from_day = scene.focus if earlier and scene.focus else scene.anchor
    if unit.code == "Y" and scene.quarter is not None:
        return Answer(cut(shift(scene.quarter, "Y", -1), "Q"), basis="event")
    if from_day is None:
        return Answer(BLANK.get(unit.code, "XXXX-XX-XX"))
    if unit.code.startswith("T"):
        return Answer(from_day.isoformat(), basis="event" if earlier else scene.basis)
    if unit.code == "E":
        return Answer(cut(shift(from_day, "E", -1), "Y"), basis=scene.basis).roughly()
    basis = "event" if earlier and scene.focus else scene.basis
    return Answer(cut(shift(from_day, unit.code, -1), unit.code), basis=basis)
