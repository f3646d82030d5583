"""Figures of weeks and months are no toll of one attack; one more killed makes at least two."""

from sayso.app.read import read


def killed(text: str) -> list[tuple[int, int | None]]:
    report = next(iter(read(text, published="2023-08-24")))
    return [(a.value.low, a.value.high) for a in report.assertions if a.field == "killed"]


def test_those_killed_over_two_weeks_are_no_toll_of_one_bombing():
    text = (
        "A car bomb exploded outside a bank in Lima on Wednesday, killing 20 people, police said. "
        "Twenty-eight policemen have been killed in this city over the last two weeks."
    )
    assert killed(text) == [(20, 20)]


def test_fighting_may_last_for_days():
    text = (
        "Clashes between rebels and soldiers near Lima left 90 dead in the past three days, the army said on Wednesday."
    )
    assert (90, 90) in killed(text)


def test_one_more_killed_makes_at_least_two():
    text = (
        "Gunmen attacked a car in Lima on Wednesday. A policewoman was killed in the attack. "
        "The driver of the car was also killed."
    )
    assert (2, None) in killed(text)
