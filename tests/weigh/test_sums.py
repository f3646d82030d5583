"""Totals, parts and attackers add up only with figures that somebody gave."""

from test_weigh import dead

from sayso.weigh import disagreements, sums


def test_the_bomber_counted_or_not_is_a_sum() -> None:
    said = [dead(3, "o1", scope="all"), dead(2, "o2"), dead(1, "o3", scope="the suspected bomber")]
    found = sums("killed", said)
    assert [(s.kind, s.words) for s in found] == [
        ("attackers", "3 killed = 2 killed + 1 killed (the suspected bomber)")
    ]
    assert found[0].total == (said[0].id,)
    assert found[0].parts == ((said[1].id,), (said[2].id,))
    told = disagreements("killed", said)[0]
    assert told.reason == "scope"
    assert told.explanation.endswith("3 = 2 + 1 of those who did it.")


def test_a_total_that_counts_everybody_and_one_of_victims_differ_in_scope() -> None:
    told = disagreements("killed", [dead(3, "o1", scope="all"), dead(2, "o2")])
    assert [d.reason for d in told] == ["scope"]


def test_parts_of_one_report_make_up_its_total() -> None:
    said = [dead(5, "o1"), dead(3, "o1", scope="workers"), dead(2, "o1", scope="soldiers")]
    assert [s.words for s in sums("killed", said)] == ["5 killed = 3 killed (workers) + 2 killed (soldiers)"]


def test_a_part_stays_a_part() -> None:
    assert [(s.kind, s.words) for s in sums("killed", [dead(7), dead(2, scope="children")])] == [
        ("part", "2 killed (children) of 7 killed")
    ]


def test_figures_of_different_reports_are_not_added() -> None:
    assert sums("killed", [dead(5, "o1"), dead(3, "o2", scope="workers"), dead(2, "o3", scope="soldiers")]) == ()


def test_rough_figures_make_no_sum() -> None:
    said = [dead(5, "o1"), dead(3, "o1", scope="workers", qualifier="about"), dead(2, "o1", scope="soldiers")]
    assert [s.kind for s in sums("killed", said)] == ["part"]
