"""Did it happen, as the words tell: negated, planned, demanded, conditional, or stated as done.

A light reading of the words before a predicate inside its clause. The scale is that of Rudinger, White and
Van Durme 2018 ("Neural models of factuality"): +3 it happened, -3 it did not, near 0 open.
"""

from __future__ import annotations

import re

from sayso.lang.en.factuality import FUTURE, HEDGES, IRREALIS, NEGATIONS, OPEN_FRAMES, UNREAL_VERBS
from sayso.model import Span

HAPPENED, OPEN, DID_NOT = 2.4, 0.0, -2.2
"""Means of the annotators' scores over clear cases of the training part of UDS, not tuned per word."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[,;:.!?]")
_BREAK = frozenset(",;:.!?") | {"and", "but", "because", "who", "which", "while"}
WINDOW = 6
"""Words looked at before the predicate; auxiliaries and negations stand closer than that in nine of ten clauses."""


def happened(text: str, predicate: Span) -> float:
    """How far the words say that the predicate happened.

    Args:
        text: the sentence or document.
        predicate: span of the predicate's word in ``text``.

    Returns:
        a score between -3 (it did not) and 3 (it did); near 0 when the text leaves it open.
    """
    words = _before(text, predicate)
    if any(w in NEGATIONS or w.endswith(("n't", "n’t")) for w in words):
        return DID_NOT if not _open(words, text, predicate) else -1.0
    if _open(words, text, predicate):
        return OPEN
    return 1.2 if any(w in HEDGES for w in words) else HAPPENED


def _before(text: str, predicate: Span) -> list[str]:
    words = [m.group().lower() for m in _WORD.finditer(text, max(0, predicate.start - 80), predicate.start)][-WINDOW:]
    for i in range(len(words) - 1, -1, -1):
        if words[i] in _BREAK:
            return words[i + 1 :]
    return words


def _open(words: list[str], text: str, predicate: Span) -> bool:
    if any(w in IRREALIS or w in FUTURE for w in words):
        return True
    if len(words) > 1 and words[-1] == "to" and words[-2] in UNREAL_VERBS:
        return True
    head = text[max(text.rfind(".", 0, predicate.start), 0) : predicate.start].lower()
    return any(frame in f" {head}" for frame in OPEN_FRAMES) or text[predicate.end :].split(".")[0].rstrip().endswith(
        "?"
    )
