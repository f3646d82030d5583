"""Reports of one happening come together in bulk as in streaming; look-alike ones stay apart."""

import random
from datetime import UTC, date, datetime

from sayso.link import Facts, cluster, decide, facts_of_document
from sayso.link.cluster import groups, hangs_together
from sayso.model import Document, Published, Reading

MILL = (
    "Fire at the paper mill in Northtown kills two workers. Firefighters fought the blaze at the Harlow mill all day.",
    "Two workers died when fire swept through the Harlow paper mill in Northtown, firefighters said after the blaze.",
    "Northtown mourns two workers killed in the blaze at the Harlow paper mill; the mill had failed its inspection.",
)
VOTE = (
    "Voters in Eastland elect Prunella Quist president on Sunday after a close campaign against Osgood Vane.",
    "Prunella Quist is Eastland's new president after a close vote; Osgood Vane calls the campaign fair.",
    "Osgood Vane concedes to Prunella Quist in Eastland: the close campaign for president is over.",
)


def told(text: str, day: int = 1) -> Facts:
    document = Document(
        text[:20], "", text, title=text.split(".")[0], language="en", published=Published(date(2020, 1, day), "given")
    )
    return facts_of_document(Reading(document), datetime(2020, 1, day, tzinfo=UTC))


def test_two_subjects_are_two_groups() -> None:
    mixed = [told(t) for pair in zip(MILL, VOTE, strict=True) for t in pair]
    assert cluster(mixed) == (0, 1, 0, 1, 0, 1)


def test_nothing_and_one_report() -> None:
    assert cluster([]) == ()
    assert cluster([told(MILL[0])]) == (0,)


def test_texts_without_words_stand_alone() -> None:
    assert len(set(cluster([told(""), told("..."), told(MILL[0])]))) == 3


def test_the_order_of_reports_does_not_matter_in_bulk() -> None:
    texts = [*MILL, *VOTE]
    for seed in range(3):
        order = random.Random(seed).sample(range(6), 6)  # noqa: S311
        found = cluster([told(texts[n]) for n in order])
        together = {n: found[at] for at, n in enumerate(order)}
        assert len({together[n] for n in (0, 1, 2)}) == len({together[n] for n in (3, 4, 5)}) == 1
        assert together[0] != together[3]


def test_streaming_in_any_order_gives_the_groups_of_bulk() -> None:
    texts = [*MILL, *VOTE]
    for seed in range(5):
        known: list[tuple[str, Facts]] = []
        for n in random.Random(seed).sample(range(6), 6):  # noqa: S311
            report = told(texts[n])
            known.append((decide(report, known).incident or f"new {n}", report))
        assert len({name for name, _ in known}) == 2


def test_one_look_alike_report_does_not_chain_two_happenings() -> None:
    inside = {(a, b): 3.0 for a in range(3) for b in range(a + 1, 3)}
    inside |= {(a, b): 3.0 for a in range(3, 6) for b in range(a + 1, 6)}
    assert groups(6, {**inside, (2, 3): 2.0}) == (0, 0, 0, 1, 1, 1)


def test_groups_of_one_mind_but_not_with_each_other_stay_apart() -> None:
    assert not hangs_together(1.0, 4.0, 6, 4.0, 6)
    assert hangs_together(3.0, 4.0, 6, 4.0, 6)
    assert hangs_together(1.0, 4.0, 2, 4.0, 6)


def test_the_larger_two_groups_are_the_more_alike_they_must_be() -> None:
    assert hangs_together(1.8, 4.0, 5, 4.0, 8)
    assert hangs_together(1.8, 4.0, 7, 4.0, 20)
    assert not hangs_together(1.8, 4.0, 10, 4.0, 11)
    assert hangs_together(2.5, 4.0, 100, 4.0, 100)


def test_an_unread_pair_counts_against_a_group() -> None:
    scores = {(0, 1): 4.0, (1, 2): 1.0}
    assert groups(3, scores) == (0, 0, 1)
