"""Values under each rule, the states of unknown, and disagreements with their reason."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.model import Assertion, Figure, Perpetrator, Place, Span, When
from sayso.model.assertion import Datum
from sayso.weigh import Said, disagreements, weigh


def said(value: Datum, origin: str = "o1", day: int = 1, field: str = "killed", **more: str) -> Said:
    kind = more.pop("kind", "outlet")
    number = f"{origin}-{day}-{value}"
    assertion = Assertion(field, value, "words", Span(0, 5), **more)  # type: ignore[arg-type]
    return Said(number, assertion, f"r{origin}{day}", origin, kind, datetime(2011, 11, day, tzinfo=UTC), origin.upper())


def dead(
    low: int, origin: str = "o1", day: int = 1, high: int | None = -1, scope: str = "victims", **more: str
) -> Said:
    qualifier = more.get("qualifier", "exact")
    return said(Figure(low, low if high == -1 else high, scope, qualifier), origin, day, **more)


TOLLS = [dead(2, "o1", 1), dead(5, "o2", 2, kind="official"), dead(4, "o3", 3)]


@pytest.mark.parametrize(
    ("rule", "low"),
    [
        ("lowest", 2),
        ("highest", 5),
        ("latest", 4),
        ("latest_official", 5),
        ("median_of_origins", 4),
        ("reviewed_first", 4),
    ],
)
def test_every_rule_chooses_as_named(rule: str, low: int) -> None:
    value = weigh("killed", TOLLS, rule)  # type: ignore[arg-type]
    assert isinstance(value.datum, Figure)
    assert (value.datum.low, value.n_origins, value.rule) == (low, 1, rule)
    assert len(value.assertions) == 3


def test_the_median_counts_an_origin_once_with_its_latest_figure() -> None:
    repeated = [dead(9, "o1", 1), dead(9, "o1", 2), dead(9, "o1", 3), dead(2, "o2", 1), dead(3, "o3", 1)]
    value = weigh("killed", repeated, "median_of_origins")
    assert value.datum == Figure(3, 3)


def test_a_total_outranks_a_part_of_it() -> None:
    value = weigh("killed", [dead(2, day=2, scope="children"), dead(7, day=1)], "latest")
    assert value.datum == Figure(7, 7)


def test_a_part_is_shown_when_there_is_no_total() -> None:
    value = weigh("killed", [dead(1, scope="the suspected bomber")], "latest")
    assert value.datum == Figure(1, 1, "the suspected bomber")


def test_unknown_has_four_faces() -> None:
    assert weigh("injured", []).state == "not_reported"
    assert weigh("injured", [], read=False).state == "not_read"
    assert weigh("killed", [dead(0)]).state == "reported_none"
    assert weigh("killed", [dead(3, polarity="questioned")]).state == "reported_unclear"


def test_an_open_day_is_unclear_not_a_guess() -> None:
    open_day = said(When(None, "day", ("2011-10-24", "2011-10-31")), field="happened")
    value = weigh("happened", [open_day])
    assert (value.state, value.datum) == ("reported_unclear", None)


def test_a_town_outranks_its_country() -> None:
    country = Place("Northland", "Northland", "NL", precision="country", geonames_id=1)
    town = Place("Northtown", "Northland", "NL", precision="settlement", geonames_id=2)
    many = [said(country, f"o{n}", field="place") for n in range(3)]
    assert weigh("place", [*many, said(town, "o9", field="place")]).datum == town


def test_a_named_perpetrator_outranks_gunmen() -> None:
    gunmen = said(Perpetrator("gunmen", "unknown", named=False), field="perpetrator", kind="official")
    group = said(Perpetrator("Red Dawn", "claimed"), "o2", field="perpetrator")
    assert weigh("perpetrator", [gunmen, group]).datum == group.assertion.value


def reasons(*sayings: Said, field: str = "killed") -> list[str]:
    return [d.reason for d in disagreements(field, sayings)]


def test_figures_that_can_hold_together_are_no_disagreement() -> None:
    assert reasons(dead(12, high=None, qualifier="at_least"), dead(14, "o2")) == []
    assert reasons(dead(2, scope="children"), dead(7, "o2")) == []
    assert reasons(dead(2, scope="children"), dead(3, "o2", scope="soldiers")) == []


def test_a_later_figure_is_an_update() -> None:
    assert reasons(dead(2, "o1", 1), dead(5, "o1", 2)) == ["later_update"]


def test_figures_of_one_day_differ_by_origin() -> None:
    found = disagreements("killed", [dead(2, "o1"), dead(5, "o2")])[0]
    assert found.reason == "origin"
    assert found.explanation == "Killed: the origins differ: 2 killed (O1), 5 killed (O2)."
    assert found.sides == (("o1-1-" + str(Figure(2, 2)),), ("o2-1-" + str(Figure(5, 5)),))


def test_the_attackers_counted_or_not_is_a_matter_of_scope() -> None:
    assert reasons(dead(3, "o1"), dead(2, "o2"), dead(1, "o3", scope="attackers")) == ["scope"]


def test_more_dead_in_a_part_than_in_the_whole_is_a_matter_of_scope() -> None:
    assert reasons(dead(9, "o1", scope="soldiers"), dead(2, "o2")) == ["scope"]


def test_a_rounded_figure_is_told_as_such() -> None:
    assert reasons(dead(100, "o1", qualifier="about"), dead(97, "o2")) == ["rounding"]


def test_a_denial_names_both_sides() -> None:
    yes, no = said("suicide", field="mode"), said("suicide", "o2", field="mode", polarity="negated")
    found = disagreements("mode", [yes, no])
    assert [d.reason for d in found] == ["denial"]
    assert found[0].explanation == 'O1 says mode "suicide", O2 denies it.'
    assert weigh("mode", [yes, no]).disputed


def test_places_out_of_reach_disagree_but_a_town_and_its_country_do_not() -> None:
    north = Place("Northtown", "Northland", "NL", "", 1, 60.0, 10.0, "settlement", 5_000.0)
    south = Place("Southtown", "Northland", "NL", "", 2, 50.0, 10.0, "settlement", 5_000.0)
    country = Place("Northland", "Northland", "NL", "", 3, 55.0, 10.0, "country")
    assert reasons(said(north, field="place"), said(south, "o2", field="place"), field="place") == ["place"]
    assert reasons(said(north, field="place"), said(country, "o2", field="place"), field="place") == []


def test_a_month_and_a_day_in_it_do_not_disagree() -> None:
    month, day, other = When("2011-10", "month"), When("2011-10-31", "day"), When("2011-11-01", "day")
    assert reasons(said(month, field="happened"), said(day, "o2", field="happened"), field="happened") == []
    assert reasons(said(month, field="happened"), said(other, "o2", field="happened"), field="happened") == ["origin"]


def test_several_weapons_are_no_disagreement() -> None:
    assert reasons(said("grenade", field="weapon"), said("rifle", "o2", field="weapon"), field="weapon") == []


def test_two_named_groups_disagree() -> None:
    one, two = Perpetrator("Red Dawn", "claimed"), Perpetrator("Blue Dusk", "claimed")
    field = "perpetrator"
    assert reasons(said(one, field=field), said(two, "o2", field=field), field=field) == ["origin"]


def test_a_total_beside_its_part_is_the_total() -> None:
    """One report, one origin: five in all, one of them named apart."""
    both = [dead(5, "o1", 2, kind="official"), dead(1, "o1", 2, kind="official")]
    assert weigh("killed", both, "latest_official").datum == Figure(5, 5)
    assert reasons(*both) == []


def test_the_latest_total_counts_not_the_latest_part() -> None:
    first, total = dead(3, "o1", 1, kind="official"), dead(5, "o2", 2, kind="official")
    part = dead(2, "o2", 2, scope="workers", kind="official")
    assert weigh("killed", [first, total, part]).datum == Figure(5, 5)
    assert reasons(first, total, part) == ["later_update"]


def test_a_part_that_comes_on_top_is_no_contradiction() -> None:
    early, late = dead(3, "o1", 1, scope="workers"), dead(2, "o2", 2, scope="workers")
    assert reasons(early, late, dead(5, "o2", 2)) == []
    assert reasons(early, late) == ["origin"]


def test_an_origin_that_moves_on_is_an_update_even_when_others_repeat_the_old_figure() -> None:
    assert reasons(dead(9, "o1", 1), dead(13, "o1", 3), dead(9, "o2", 3)) == ["later_update"]


@pytest.mark.parametrize("kind", ["group", "organisation", "monitor", "outlet", "agency", "witness", "unknown"])
def test_another_origin_that_comes_later_differs_and_updates_nothing(kind: str) -> None:
    first, boast = dead(4, "ministry", 1, kind="official"), dead(30, "group", 3, kind=kind)
    [found] = disagreements("killed", [first, boast])
    assert found.reason == "origin"
    assert "30 was said later (2011-11-03, after 2011-11-01), but by another origin." in found.explanation


@pytest.mark.parametrize(
    ("early", "late", "reason"),
    [
        (dead(4, "police", 1, kind="official"), dead(6, "ministry", 2, kind="official"), "later_update"),
        (dead(4, "paper", 1), dead(6, "ministry", 2, kind="official"), "later_update"),
        (dead(6, "police", 1, kind="official"), dead(4, "ministry", 2, kind="official"), "origin"),
        (dead(6, "police", 1, kind="official"), dead(4, "police", 2, kind="official"), "later_update"),
        (dead(30, "group", 1, kind="group"), dead(40, "ministry", 2, kind="official"), "origin"),
        (dead(4, "group", 1, kind="group"), dead(9, "group", 2, kind="group"), "later_update"),
    ],
)
def test_whose_figure_takes_the_place_of_whose(early: Said, late: Said, reason: str) -> None:
    assert reasons(early, late) == [reason]


def test_officials_of_two_nations_are_two_origins() -> None:
    early = replace(dead(4, "a", 1, kind="official"), speaker="Israeli army")
    late = replace(dead(9, "b", 2, kind="official"), speaker="Iranian officials")
    assert reasons(early, late) == ["origin"]
    assert reasons(early, replace(late, speaker="Israeli police")) == ["later_update"]


def test_who_hides_is_counted_once_and_only_alone() -> None:
    assert weigh("killed", [dead(2, ""), dead(2, "o2")], "latest").n_origins == 1
    assert weigh("killed", [dead(2, "")], "latest").n_origins == 1


def test_two_names_of_one_breath_are_one() -> None:
    one, two = Perpetrator("Militant Group", "claimed"), Perpetrator("Red Dawn", "claimed")
    assert reasons(said(one, field="perpetrator"), said(two, field="perpetrator"), field="perpetrator") == []


def test_a_blast_may_turn_out_to_be_a_bombing() -> None:
    blast, bombing = said("explosion", field="type"), said("bombing", "o2", field="type")
    assert reasons(blast, bombing, field="type") == []
    leak = said("explosion", "o3", field="type")
    gas = Said("x", Assertion("type", "explosion", "gas explosion", Span(0, 13)), "r", "o3", "outlet", leak.said_at)
    assert reasons(gas, bombing, field="type") == ["origin"]


def why(*sayings: Said, field: str = "killed") -> str:
    return disagreements(field, sayings)[0].explanation


def test_reasons_are_told_with_their_numbers() -> None:
    north = Place("Northtown", "Northland", "NL", "", 1, 60.0, 10.0, "settlement", 5_000.0)
    south = Place("Southtown", "Northland", "NL", "", 2, 50.0, 10.0, "settlement", 5_000.0)
    east = Place("Easttown", "Eastland", "EL", "", 3, 60.0, 20.0, "settlement", 5_000.0)
    where = [said(p, o, field="place") for p, o in ((north, "o1"), (south, "o2"), (east, "o3"))]
    apart = "Northtown and Southtown are 1,112 km apart, both are known to within 10 km."
    assert why(*where[:2], field="place").endswith(apart)
    assert why(where[0], where[2], field="place").endswith("Northtown lies in Northland, Easttown in Eastland.")
    assert why(dead(2, "o1", 1), dead(5, "o1", 2)).endswith("2 was first said on 2011-11-01, 5 on 2011-11-02 by O1.")
    assert why(dead(100, "o1", qualifier="about"), dead(97, "o2")).endswith("100 is 97 rounded, 3% off.")
    assert why(dead(3, "o1"), dead(2, "o2"), dead(1, "o3", scope="attackers")).endswith("those who did it.")
    assert why(dead(9, "o1", scope="soldiers"), dead(2, "o2")).endswith("9 counts soldiers only.")
    assert why(dead(2, "o1"), dead(5, "o2"), dead(5, "o3")).endswith("1 origin against 2.")
