"""Scores per word become runs of words."""

import numpy as np

from sayso.read.encoder.attributions import Answer, attributions, distances
from sayso.read.encoder.decode import Scores, runs, runs_of
from sayso.read.encoder.labels import CUE_TAGS, PART_TAGS
from sayso.read.encoder.words import WORD, Words


def scores(tags: list[int], kinds: int, high: float = 9.0) -> Scores:
    table = np.zeros((len(tags), kinds), np.float32)
    table[range(len(tags)), tags] = high
    return table


def test_a_begin_tag_opens_a_new_run_beside_another() -> None:
    assert [(r.first, r.last, r.kind) for r in runs(scores([0, 1, 2, 1, 0, 3], 5))] == [(1, 3, 0), (3, 4, 0), (5, 6, 1)]


def test_an_inside_tag_without_a_begin_tag_is_never_chosen() -> None:
    assert all(r.first == 0 for r in runs(scores([2, 2], 3)))


def test_an_inside_tag_of_another_kind_does_not_go_on() -> None:
    found = runs(scores([1, 4], 5, high=3.0))
    assert all(r.kind == 0 or r.first == 1 for r in found)


def test_a_bias_below_zero_finds_less() -> None:
    doubtful = scores([0, 1, 0], 3, high=1.0)
    assert (len(runs(doubtful)), len(runs(doubtful, -2.0))) == (1, 0)


def test_the_distance_is_nought_on_the_cue_and_signed_beside_it() -> None:
    assert distances(2, 4, 0, 6).tolist() == [-2, -1, 0, 0, 1, 2]


def test_a_cue_is_joined_with_the_source_and_the_content_that_are_told_for_it() -> None:
    text = "Rain fell , the mayor said"
    spans = [m.span() for m in WORD.finditer(text)]
    words = Words(tuple(s for s, _ in spans), tuple(e for _, e in spans), ((7,),) * 6, (0,) * 6)
    told = scores([3, 4, 0, 1, 2, 0], len(PART_TAGS))
    whole = {"kind": np.array([0, 9, 0] + [0] * 6, np.float32), "polarity": np.array([0, 9], np.float32)}
    cue = scores([0, 0, 0, 0, 0, 1], len(CUE_TAGS))
    (found,) = attributions(words, cue, lambda cues: [Answer(0, told, whole) for _ in cues])
    assert {name: kind for name, (kind, _) in found.told.items()} == {
        "kind": "claim_of_responsibility",
        "polarity": "negated",
    }
    assert [span.of(text) for part in (found.source, found.cue, found.content) for span in part] == [
        "the mayor", "said", "Rain fell",
    ]  # fmt: skip


def test_a_cue_without_any_content_is_no_attribution() -> None:
    words = Words((0,), (4,), ((7,),), (0,))
    nothing = scores([0], len(PART_TAGS))
    assert attributions(words, scores([1], len(CUE_TAGS)), lambda cues: [Answer(0, nothing) for _ in cues]) == ()


def test_the_short_way_to_the_best_tags_gives_what_the_long_one_gives() -> None:
    dice = np.random.default_rng(3)
    for _ in range(20):
        table = dice.normal(size=(6, 5)).astype(np.float32)
        lawful = [tags for tags in np.ndindex(*(5,) * 6) if _lawful(tags)]
        best = max(lawful, key=lambda tags: float(table[range(6), list(tags)].sum()))
        found = np.zeros(6, dtype=int)
        for run in runs(table):
            found[run.first : run.last] = 2 * run.kind + 2
            found[run.first] = 2 * run.kind + 1
        assert tuple(found) == best


def test_what_an_inside_tag_needs_is_looked_for_as_far_to_the_left_as_it_takes() -> None:
    table = np.full((5, 3), -9, np.float32)  # outside, begin, inside
    table[:, 0] = 1.0
    table[1, 1], table[2, 2] = 0.9, 0.9
    table[3] = (-9, -9, 5)
    assert [(r.first, r.last) for r in runs(table)] == [(1, 4)]


def _lawful(tags: tuple[int, ...]) -> bool:
    pairs = zip((0, *tags), tags, strict=False)
    return all(tag == 0 or tag % 2 == 1 or before in (tag, tag - 1) for before, tag in pairs)


def test_several_sequences_side_by_side_are_read_as_each_alone() -> None:
    rng = np.random.default_rng(5)
    several = [rng.normal(size=(length, 7)).astype(np.float32) * 2 for length in (0, 1, 9, 40, 17)]
    assert runs_of(several, 0.5) == [runs(logits, 0.5) for logits in several]
