"""Names by rule and by encoder together: whose edges, whose kind, and what only one of them sees.

Rules know titles, roles and well-known bodies; the encoder knows a name by the words around it. Where both see a name
the encoder gives its edges, and its kind unless the name is on a list; what only the encoder sees is taken when it is
sure. What only the rules see stands, but a name of unknown kind that the encoder is sure is a place or a thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, VoiceKind
from sayso.read.actors.lexicon import COMMON
from sayso.read.actors.names import Chunk, known_voice, type_voice
from sayso.read.actors.tokens import Token
from sayso.read.encoder.named import Named

SURE = 0.5
"""Least score of a name that only the encoder sees, and of a kind that outweighs a rule's."""
_SORTS: dict[str, tuple[str, VoiceKind]] = {
    "person": ("person", "person"), "organisation": ("organisation", "organisation"), "armed_group": ("group", "group"),
}  # fmt: skip


def names_only(text: str, named: Sequence[Named]) -> tuple[Named, ...]:
    """The encoder's names without those that are none by their letters, in a text that has capitals: a phrase in small
    letters ("separatist army"), or one that the same text also writes so (a headline's "Separatist Army"), describes
    somebody."""
    if text.islower() or text.isupper():
        return tuple(named)
    return tuple(n for n in named if _is_name(text, n.span.of(text)))


def _is_name(text: str, words: str) -> bool:
    low = words.lower()
    return words != low and re.search(rf"(?<!\w){re.escape(low)}(?!\w)", text) is None


def with_learned(tokens: Sequence[Token], chunks: Sequence[Chunk], named: Sequence[Named]) -> list[Chunk]:
    """The rules' chunks of one sentence with what the encoder sees.

    Args:
        tokens: words of the sentence.
        chunks: names by rule, in order.
        named: names of the document by encoder, in order.

    Returns:
        Chunks in order, without overlap.
    """
    if not tokens:
        return list(chunks)
    made: list[Chunk] = []
    left = list(chunks)
    for name in _within(named, tokens[0].start, tokens[-1].end):
        first, last = _tokens_at(tokens, name.span)
        if first >= last or name.score < SURE:
            continue
        beside = [c for c in left if c.start < last and first < c.end]
        last = _last(tokens, beside, last)
        if name.kind not in _SORTS:
            left = [c for c in left if c not in beside or c.sort != "unknown"]
            continue
        left = [c for c in left if c not in beside]
        made.append(_joined(tokens, beside, first, last, name.kind))
    return sorted([*made, *left], key=lambda c: c.start)


def _within(named: Sequence[Named], start: int, end: int) -> Sequence[Named]:
    first = bisect_left(named, start, key=lambda n: n.span.start)
    last = bisect_left(named, end, key=lambda n: n.span.start)
    return named[first:last]


def _tokens_at(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    first = bisect_right(tokens, span.start, key=lambda t: t.end)
    return first, bisect_left(tokens, span.end, key=lambda t: t.start)


def _last(tokens: Sequence[Token], beside: Sequence[Chunk], last: int) -> int:
    """The end of a name: a rule's, where only words in small letters follow it ("the Red Delta group")."""
    end = max((c.end for c in beside), default=last)
    return end if end < last and all(t.text[0].islower() for t in tokens[end:last]) else last


def _joined(tokens: Sequence[Token], beside: Sequence[Chunk], first: int, last: int, kind: str) -> Chunk:
    """One chunk for the encoder's name: titles that a rule saw before it stay, and so does a kind from a list, and what
    a rule sees before a body's name ("Osh" in "Osh City Council" is no place beside it, nor "Malian" a nationality)."""
    sort, voice = _SORTS[kind]
    words = tuple(t.low for t in tokens[first:last])
    listed = known_voice(words) or (type_voice(words) if sort != "person" else None)
    start = min([first, *(c.start for c in beside)])
    best = max(beside, key=lambda c: c.end - c.name, default=None)
    if best is not None and best.sort in (sort, "group"):
        told = sort == "person" or best.name >= first or (best.end != last and any(w not in COMMON for w in words))
        return replace(best, start=start, end=last, name=first if told else best.name)
    return Chunk(start, last, first, sort, listed or voice)
