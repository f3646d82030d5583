"""Edges of what was said: pieces joined, quotations closed, marks of the next paragraph cut off."""

import pytest

from sayso.model import Span
from sayso.read.encoder.edges import tidied


def told(text: str, *pieces: str) -> list[str]:
    spans = [Span(text.index(p), text.index(p) + len(p)) for p in pieces]
    return [s.of(text) for s in tidied(text, spans)]


@pytest.mark.parametrize(
    ("text", "pieces", "left"),
    [
        ("He said the road was shut.", ["the road was shut."], ["the road was shut"]),
        ("It was led by John Jr. said Ann.", ["led by John Jr."], ["led by John Jr."]),
        ("“The road is shut.” Ann left.", ["“The road is shut"], ["“The road is shut.”"]),
        ('"The road is shut," Ann said.', ['"The road is shut'], ['"The road is shut,"']),
        ('The road is shut.\n\n"Go," he said.', ['The road is shut.\n\n"'], ["The road is shut"]),
        ("The road was shut, Ann said.", ["The road", "was shut"], ["The road was shut"]),
        ("The road, Ann said, was shut.", ["The road", "was shut"], ["The road", "was shut"]),
        ("The road — was shut.", ["—", "was shut"], ["was shut"]),
        ("— … —", ["…"], []),
    ],
)
def test_spans_end_where_what_is_said_ends(text: str, pieces: list[str], left: list[str]) -> None:
    assert told(text, *pieces) == left
