"""Whatever a Case holds, each shape writes valid rows or says why it writes none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar, get_args

from fixed_ledger import BLAST, NOW
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.export.acled import ACLED, interaction
from sayso.export.case import Case, CaseField
from sayso.export.codebooks import book
from sayso.export.flat import FlatRow, Skipped
from sayso.export.gtd import gtd_shape
from sayso.export.hxl import HXL
from sayso.export.options import Options
from sayso.export.plover import PLOVER
from sayso.export.ucdp import UCDP
from sayso.model import Datum, Figure, Perpetrator, Place, PlacePrecision, Rule, Value, When
from sayso.taxonomy import load_taxonomy

T = TypeVar("T")


def often(some: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Mostly something, sometimes nothing."""
    return st.one_of(some, some, some, some, st.none())


STATUSES = ("happened", "happened", "happened", "attempted", "foiled", "threatened", "background")
ANY_FIGURE = st.builds(
    lambda low, more, scope, how: Figure(low, None if more is None else low + more, scope, how),
    st.integers(0, 5000), st.none() | st.integers(0, 50),
    st.sampled_from(["victims", "attackers", "soldiers; attackers", "civilians", "the suspected bomber", ""]),
    st.sampled_from(["exact", "at_least", "vague", "range", "about"]),
)  # fmt: skip
ANY_PLACE = st.builds(
    lambda iso2, precision, lat, lon, admin: Place(
        "Somewhere", "", iso2, admin, 1, lat, lon, precision, 1000.0 if lat is not None else None
    ),
    st.sampled_from(["KZ", "US", "NG", "XK", "KZ", "NG", "", "AQ", "ZZ"]), st.sampled_from(get_args(PlacePrecision)),
    st.none() | st.floats(-89, 89), st.floats(-179, 179), st.sampled_from(["", "Region"]),
)  # fmt: skip
ANY_DOER = st.builds(
    Perpetrator, st.sampled_from(["Red Band", "gunmen", "the army", "John Smith"]),
    st.sampled_from(["unknown", "suspected", "claimed", "accused", "charged", "convicted", "denied", "stated"]),
    st.booleans(), st.sampled_from(["group", "official", "person", "unknown", "organisation", "witness"]),
)  # fmt: skip


@st.composite
def any_case(draw: st.DrawFn, case: Case) -> Case:
    """The Case with values of any kind in place of its own."""
    kinds = load_taxonomy().types
    name = draw(st.sampled_from(sorted(kinds)))
    start = draw(often(st.dates(date(1970, 1, 1), date(2030, 1, 1))))
    end = start + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 4, 6, 20, 30, 90, 500]))) if start else None
    ranged = draw(st.booleans()) and start != end
    when = When(str(start), "day", (str(start),), end=str(end) if ranged else "") if start else None
    place = draw(often(ANY_PLACE))
    if place and place.precision == "country":
        place = replace(place, lat=None, lon=None)
    told: dict[str, Datum | None] = {
        "type": name, "happened": when, "place": place, "killed": draw(often(ANY_FIGURE)),
        "injured": draw(often(ANY_FIGURE)), "perpetrator": draw(often(ANY_DOER)),
        "mode": draw(st.none() | st.just("suicide")), "hostages": draw(often(ANY_FIGURE)),
    }  # fmt: skip
    low, high = draw(ANY_FIGURE), draw(ANY_FIGURE)
    fields = []
    for field, datum in told.items():
        if datum is not None:
            made = dict.fromkeys(get_args(Rule), datum)
            if field == "killed":
                made |= {"lowest": min(low, high, key=lambda f: f.low), "highest": max(low, high, key=lambda f: f.low)}
            fields.append(CaseField(field, tuple(Value(field, "reported", d, rule) for rule, d in made.items())))
    iso3 = {"KZ": "KAZ", "US": "USA", "XK": "XKX", "NG": "NGA", "AQ": "ATA"}.get(
        place.country_code if place else "", ""
    )
    return replace(
        case, type=name, family=kinds[name].family, status=draw(st.sampled_from(STATUSES)), fields=tuple(fields),
        place=place, country_iso3=iso3, happened=when, day_from=start, day_to=end,
    )  # fmt: skip


def made(case: Case) -> dict[str, list[FlatRow]]:
    """Rows by shape; a shape that writes none must say why."""
    options = Options(as_of=NOW, background=True, claims=True)
    found = {}
    for shape in (ACLED, UCDP, gtd_shape(), PLOVER, HXL):
        rows = shape.rows(case, options)
        if isinstance(rows, Skipped):
            assert rows.reason
            rows = []
        else:
            assert rows
        assert all(set(row.cells) <= set(shape.columns) for row in rows)
        list(shape.losses(case))
        found[shape.name] = rows
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_shape_writes_valid_rows(fixed_cases: tuple[Case, ...], data: st.DataObject) -> None:
    case = data.draw(any_case(next(c for c in fixed_cases if c.id == BLAST)))
    found = made(case)
    for row in (_values(r) for r in found["acled"]):
        acled = book("acled")
        codes = {name: int(code) for code, name in acled["actors"].items()}
        one, two = codes[str(row["inter1"])], codes.get(str(row.get("inter2")), 0)
        assert row["sub_event_type"] in acled["events"][row["event_type"]]
        assert row["interaction"] == interaction(one, two)
        assert int(f"{min(one, two)}{max(one, two)}" if two else f"{one}0") in acled["interactions"]
        assert row["geo_precision"] in (1, 2, 3)
    for row in (_values(r) for r in found["ucdp"]):
        parts = [row[p] for p in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        assert sum(parts) == row["best"]
        assert row["low"] <= row["best"] <= row["high"]
        assert row["high"] >= 1
        assert str(row["type_of_violence"]) in book("ucdp")["type_of_violence"]
        assert str(row["where_prec"]) in book("ucdp")["where_prec"]
    for row in (_values(r) for r in found["gtd"]):
        gtd = book("gtd")
        assert row["attacktype1_txt"] == gtd["attacktype"][str(row["attacktype1"])]
        assert row["weaptype1_txt"] == gtd["weaptype"][str(row["weaptype1"])]
        assert 9000 <= row["eventid"] % 10_000 <= 9999
        assert len(str(row["eventid"])) == 12
    for row in (_values(r) for r in found["plover"]):
        assert row["Event Mode"] in (None, *book("plover")["events"][row["Event Type"]]["modes"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_shape_puts_a_point_in_a_country_or_names_a_person(
    fixed_cases: tuple[Case, ...], data: st.DataObject
) -> None:
    case = data.draw(any_case(next(c for c in fixed_cases if c.id == BLAST)))
    for rows in made(case).values():
        for row in rows:
            values = _values(row)
            if case.place is None or case.place.precision in ("country", "unknown"):
                assert not [c for c in values if c.casefold() in ("latitude", "longitude", "geom_wkt") and values[c]]
            doer = case.datum("perpetrator")
            if isinstance(doer, Perpetrator) and doer.kind in ("person", "witness"):
                assert "John Smith" not in str(values)


def _values(row: FlatRow) -> dict[str, object]:
    return {column: cell.value for column, cell in row.cells.items()}
