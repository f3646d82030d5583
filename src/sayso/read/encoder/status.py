"""How surely a body is said to have done something, by encoder, in the words of the keys of MUC-4 (1992)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.model import Span
from sayso.read.encoder import labels
from sayso.read.encoder.decode import log_softmax
from sayso.read.encoder.session import Encoded


def status(seen: Encoded, spans: Sequence[Span]) -> tuple[str, float] | None:
    """The likeliest of ``labels.STATUS`` over all words of the spans, with its mean probability.

    Args:
        seen: the text as the encoder sees it.
        spans: where the body is named, characters of the text.

    Returns:
        None when the spans touch no word.
    """
    words = [number for span in spans for number in range(*seen.words_at(span))]
    if not words:
        return None
    chances = np.exp(log_softmax(seen.scores["status"][words])).mean(axis=0)
    best = int(chances.argmax())
    return labels.STATUS[best], float(chances[best])
