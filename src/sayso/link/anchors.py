"""What a judgement stands on, and where that is found again in another reading. Pure.

A judgement is anchored on words, not on what one reader made of them: the spans of the assertion or of the report it is
about (a text position selector in the sense of the W3C Web Annotation model), and the words themselves with what
surrounds them (a text quote selector), for a text that another cleaner cut or that its outlet edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model import Datum, Figure, Perpetrator, Place, Span, When
from sayso.model.codec import canonical, to_plain

_CONTEXT = 48  # characters before and after that tell one occurrence of the same words from another
_LEAST_CONTEXT = 12  # of them that must agree; "three" stands in many sentences
_LEAST_REPORT = 0.2  # of the characters of two reports; readers differ in the details they take


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judgement is fastened.

    Attributes:
        key: ledger id of the assertion, or key of the report.
        spans: characters of the document it stands on; for a report those of all its assertions.
        field, value, polarity: of the assertion; "" for a report. ``value`` is canonical (:func:`value_key`).
    """

    key: str
    spans: tuple[Span, ...]
    field: str = ""
    value: str = ""
    polarity: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor is in another reading.

    Attributes:
        key: what it is now; "" when it was not found.
        overlap: shared characters over all characters of both, 0 to 1.
        why: in words, for the list of what moved.
    """

    key: str
    overlap: float
    why: str


def value_key(value: Datum) -> str:
    """Equal for what a person would call the same value, whatever the reader or the gazetteer say beside it."""
    match value:
        case Place(geonames_id=None, name=name):
            return f"place {name.casefold()}"
        case Place(geonames_id=number):
            return f"place {number}"
        case When(value=iso, end=end, candidates=candidates):
            return canonical(["when", iso, end] if iso else ["when", *sorted(candidates)])
        case Figure(low=low, high=high, scope=scope):
            return canonical(["figure", low, high, scope.casefold()])
        case Perpetrator(name=name, status=status):
            return canonical(["perpetrator", name.casefold(), status])
    return canonical(to_plain(value, Datum))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Jaccard index of the characters of two sets of spans, 0 to 1."""
    a = {i for s in one for i in range(s.start, s.end)}
    b = {i for s in other for i in range(s.start, s.end)}
    return len(a & b) / len(a | b) if a | b else 0.0


def find_assertion(anchor: Anchor, candidates: Iterable[Anchor]) -> Found:
    """The assertion of another reading of the same text that says what the judged one said, at the same words.

    Args:
        anchor: of the judged assertion.
        candidates: the assertions of the other reading.
    """
    here = [(overlap(anchor.spans, c.spans), c) for c in candidates if c.field == anchor.field]
    here = [(share, c) for share, c in here if share > 0]
    same = [(s, c) for s, c in here if (c.value, c.polarity) == (anchor.value, anchor.polarity)]
    if same:
        share, best = max(same, key=lambda p: (p[0], p[1].key))
        return Found(best.key, share, f"the same value at the same words (overlap {share:.0%})")
    if here:
        return Found("", max(s for s, _ in here), "another value is read at these words now")
    return Found("", 0.0, "nothing is read at these words now")


def find_report(anchor: Anchor, candidates: Iterable[Anchor]) -> Found:
    """The report of another reading that stands on most of the same words as the judged one."""
    shares = [(overlap(anchor.spans, c.spans), c.key) for c in candidates]
    share, key = max(shares, default=(0.0, ""))
    if share < _LEAST_REPORT:
        return Found("", share, "no report stands on these words now")
    return Found(key, share, f"the report on the same words (overlap {share:.0%})")


def relocate(anchor: Anchor, old: str, new: str) -> Anchor | None:
    """The anchor in another text of the same article; None when none of its words are found there.

    Args:
        old: the text its spans count in.
        new: the other text.
    """
    if old == new:
        return anchor
    spans = tuple(s for span in anchor.spans if (s := _find(span, old, new)))
    return Anchor(anchor.key, spans, anchor.field, anchor.value, anchor.polarity) if spans else None


def _find(span: Span, old: str, new: str) -> Span | None:
    words = span.of(old)
    before, after = old[max(0, span.start - _CONTEXT) : span.start], old[span.end : span.end + _CONTEXT]
    best: tuple[int, int] | None = None
    start = new.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        agree = _same_end(before, new[max(0, start - _CONTEXT) : start])
        agree += _same_end(after[::-1], new[end : end + _CONTEXT][::-1])
        if best is None or agree > best[0]:
            best = (agree, start)
        start = new.find(words, start + 1)
    if best is None or best[0] < min(_LEAST_CONTEXT, len(before) + len(after)):
        return None
    return Span(best[1], best[1] + len(words))


def _same_end(one: str, other: str) -> int:
    """How many characters two texts share at their ends."""
    count = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        count += 1
    return count


def union(anchors: Mapping[str, Iterable[Span]]) -> tuple[Anchor, ...]:
    """One Anchor for each report: key to the spans of its assertions."""
    return tuple(Anchor(key, tuple(sorted(set(spans)))) for key, spans in anchors.items())
