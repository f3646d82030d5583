"""Windows cover a text once, and begin where a paragraph or a sentence does."""

from sayso.read.encoder.windows import windows
from sayso.read.encoder.words import WORD, Words


def as_words(text: str, pieces: int = 1) -> Words:
    spans = [m.span() for m in WORD.finditer(text)]
    numbers = tuple((7,) * pieces for _ in spans)
    return Words(tuple(s for s, _ in spans), tuple(e for _, e in spans), numbers, (0,) * len(spans))


def test_every_word_is_the_own_word_of_one_window() -> None:
    words = as_words("One two three. " * 90)
    own = [n for w in windows("One two three. " * 90, words, 50, 10) for n in range(w.own, w.last)]
    assert own == list(range(len(words)))


def test_no_window_has_more_pieces_than_it_may() -> None:
    text = "One two three. " * 90
    assert max(w.last - w.first for w in windows(text, as_words(text), 50, 10)) <= 50


def test_a_window_begins_with_a_paragraph_when_one_begins_in_its_second_half() -> None:
    text = "a " * 30 + "\n\n" + "b " * 30
    words = as_words(text)
    assert [w.own for w in windows(text, words, 40, 0)][1] == 30


def test_a_window_reads_the_end_of_the_one_before() -> None:
    text = "a " * 100
    second = list(windows(text, as_words(text), 50, 10))[1]
    assert second.own - second.first == 10


def test_a_word_of_more_pieces_than_a_window_is_read_alone() -> None:
    text = "a b c"
    assert [(w.own, w.last) for w in windows(text, as_words(text, 5), 3, 0)] == [(0, 1), (1, 2), (2, 3)]
