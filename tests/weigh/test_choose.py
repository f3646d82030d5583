"""Why a rule chooses, what a person's decision does to it, and a rule for each field."""

from dataclasses import replace

import pytest
from test_weigh import TOLLS, dead, said

from sayso.model import Figure, Rules, rule_of
from sayso.weigh import Said, choose, weigh


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("lowest", "It is 2 of 2, 4, 5."),
        ("highest", "It is 5 of 2, 4, 5."),
        ("latest", "4 killed was said on 2011-11-03, nothing later."),
        ("latest_official", "O2 said it on 2011-11-02, no official anything later."),
        ("median_of_origins", "The origins give 2, 4, 5; 4 is the middle"),
        ("reviewed_first", "Nobody has accepted anything yet, so the middle is taken."),
    ],
)
def test_every_rule_says_why_it_chose(rule: str, words: str) -> None:
    choice = choose("killed", TOLLS, rule)  # type: ignore[arg-type]
    assert words in choice.why
    assert choice.value == weigh("killed", TOLLS, rule)  # type: ignore[arg-type]


def test_what_is_not_shown_has_its_reason() -> None:
    part, asked = dead(1, "o4", 3, scope="children"), dead(9, "o5", 3, polarity="questioned")
    choice = choose("killed", [*TOLLS, part, asked], "latest_official")
    assert choice.outranked == {
        TOLLS[0].id: "no official says it", TOLLS[2].id: "no official says it",
        part.id: "it counts a part (children), a total is known", asked.id: "it only asks",
    }  # fmt: skip


def test_the_only_value_needs_no_rule() -> None:
    assert choose("killed", [dead(2), dead(2, "o2")]).why == (
        "It is the only value that can be shown; every rule would choose it. Said by O1 and O2 in 2 reports."
    )


@pytest.mark.parametrize(
    ("sayings", "read", "state", "words"),
    [
        ([], True, "not_reported", "unknown is not zero"),
        ([], False, "not_read", "No reader has looked"),
        ([dead(3, polarity="questioned")], True, "reported_unclear", "Reports speak of it"),
    ],
)
def test_every_kind_of_unknown_says_which(sayings: list[Said], read: bool, state: str, words: str) -> None:
    choice = choose("killed", sayings, read=read)
    assert (choice.value.state, choice.value.datum) == (state, None)
    assert words in choice.why


def test_a_persons_value_outranks_every_rule() -> None:
    given = replace(dead(7, "", 9), id="j1", judgement="j1", speaker="Ana", reviewed=True)
    for rule in ("lowest", "highest", "latest", "latest_official", "median_of_origins", "reviewed_first"):
        choice = choose("killed", [*TOLLS, given], rule)  # type: ignore[arg-type]
        value = choice.value
        assert (value.datum, value.judgement, value.reviewed, value.n_reports) == (Figure(7, 7), "j1", True, 0)
        assert choice.why == "Ana gave this value; what a person decides outranks every rule."
        assert set(choice.outranked.values()) == {"Ana gave another value"}
        assert given.id not in value.assertions  # a decision is no report


def test_a_persons_value_that_a_report_gives_is_carried_by_it() -> None:
    given = replace(dead(4, "", 9), id="j1", judgement="j1", speaker="Ana", reviewed=True)
    assert weigh("killed", [*TOLLS, given]).chosen == (TOLLS[2].id,)


def test_what_a_person_accepted_comes_first_under_that_rule_only() -> None:
    accepted = [replace(TOLLS[0], reviewed=True), *TOLLS[1:]]
    assert weigh("killed", accepted, "reviewed_first").datum == Figure(2, 2)
    assert weigh("killed", accepted, "reviewed_first").reviewed
    assert weigh("killed", accepted, "highest").datum == Figure(5, 5)
    assert not weigh("killed", accepted, "highest").reviewed


def test_each_field_has_its_own_rule() -> None:
    rules = Rules("lowest", (("killed", "highest"),))
    injured = [said(Figure(n, n), f"o{n}", field="injured") for n in (3, 8)]
    assert (weigh("killed", TOLLS, rules).datum, weigh("killed", TOLLS, rules).rule) == (Figure(5, 5), "highest")
    assert weigh("injured", injured, rules).datum == Figure(3, 3)
    assert str(rules) == "lowest,killed=highest"
    assert rule_of("latest", "killed") == "latest"


def test_a_range_counts_by_its_ends() -> None:
    wide, narrow = dead(3, "o1", high=9), dead(5, "o2", high=6)
    assert weigh("killed", [wide, narrow], "lowest").datum == wide.assertion.value
    assert weigh("killed", [wide, narrow], "highest").datum == wide.assertion.value
    assert weigh("killed", [dead(3, "o1", high=4), narrow], "highest").datum == narrow.assertion.value


def test_the_only_total_beside_its_parts_is_told_as_such() -> None:
    assert choose("killed", [dead(6), dead(2, "o2", scope="soldiers")]).why.startswith(
        "It is the only total that is given"
    )


def test_a_figure_of_both_sides_is_the_whole_toll() -> None:
    both, plain = dead(6, "o1", scope="soldiers; attackers"), dead(6, "o2")
    value = weigh("killed", [both, plain, dead(2, "o3", 3, scope="soldiers; doctors")])
    assert set(value.chosen) == {both.id, plain.id}
