"""Names as the encoder sees them: spans with a kind and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Span
from sayso.read.encoder import labels
from sayso.read.encoder.decode import Scores, runs
from sayso.read.encoder.words import Words


@dataclass(frozen=True, slots=True)
class Named:
    """One name: where it stands, its kind, and the encoder's mean probability of it."""

    span: Span
    kind: str
    score: float


def names(words: Words, scores: Scores, kinds: tuple[str, ...] = labels.NAMES, bias: float = 0.0) -> tuple[Named, ...]:
    """The names of a text in order, none within another.

    Args:
        words: the words of the text.
        scores: words by the BIO tags of ``kinds``.
        kinds: ``labels.NAMES`` or ``labels.ROLES``.
        bias: above zero more is found, below zero less.
    """
    return tuple(
        Named(Span(words.starts[r.first], words.ends[r.last - 1]), kinds[r.kind], r.score) for r in runs(scores, bias)
    )
