"""Texts about one happening come together; publication days apart weigh against it."""

from datetime import date

from sayso.link.cluster import cluster_texts

FIRE = [
    "Fire at the paper mill in Northtown kills two workers. Firefighters fought the blaze at the mill for hours.",
    "Two workers died when fire swept through a paper mill in Northtown, the fire brigade said after the blaze.",
]
VOTE = [
    "Voters in Eastland elect a new president on Sunday after a close campaign between two candidates.",
    "Eastland's new president is elected in a close vote; both candidates call the campaign fair.",
]


def test_two_subjects_are_two_clusters() -> None:
    assert cluster_texts([FIRE[0], VOTE[0], FIRE[1], VOTE[1]]) == (0, 1, 0, 1)


def test_nothing_and_one_text() -> None:
    assert cluster_texts([]) == ()
    assert cluster_texts(["one"]) == (0,)


def test_texts_without_words_stand_alone() -> None:
    assert len(set(cluster_texts(["", "...", FIRE[0]]))) == 3


def test_far_publication_days_damp() -> None:
    near = [date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 2), date(2020, 1, 2)]
    assert cluster_texts([*FIRE, *VOTE], near) == cluster_texts([*FIRE, *VOTE])
