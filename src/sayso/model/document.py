"""The cleaned text of one capture, with the way back to the captured bytes."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from datetime import date

from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of clean text and the run of source characters it was made from.

    Attributes:
        text: span in ``Document.text``.
        source: span of characters in the decoded capture. Same length when the run was copied as
            it is; otherwise (an entity, folded white space) the whole source run stands for the whole text run.
    """

    text: Span
    source: Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Ordered segments that lead from clean text back to the decoded capture.

    Attributes:
        segments: ordered by ``text.start``; clean text outside any segment is "not located".
        encoding: codec that turned the captured bytes into the decoded capture, e.g. "utf-8".
    """

    segments: tuple[Segment, ...] = ()
    encoding: str = "utf-8"

    def source(self, span: Span) -> Span | None:
        """The characters of the decoded capture behind ``span``; None when not located."""
        starts = [s.text.start for s in self.segments]
        hits = []
        for seg in self.segments[max(0, bisect.bisect_right(starts, span.start) - 1) :]:
            if seg.text.start >= span.end:
                break
            if seg.text.overlaps(span):
                hits.append(_clip(seg, span))
        return Span(min(h.start for h in hits), max(h.end for h in hits)) if hits else None


def _clip(seg: Segment, span: Span) -> Span:
    if len(seg.text) != len(seg.source):
        return seg.source
    left = max(span.start, seg.text.start) - seg.text.start
    right = seg.text.end - min(span.end, seg.text.end)
    return Span(seg.source.start + left, seg.source.end - right)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that was cut away as boilerplate.

    Attributes:
        text: the words that were dropped.
        why: class of boilerplate in words, e.g. "appeal for money", "navigation", "share line".
        source: where it stood in the decoded capture; None when not located.
    """

    text: str
    why: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """Publication day of a document and how it is known.

    Attributes:
        value: the calendar day.
        basis: ``given`` (by the user), ``metadata``, ``url`` or ``text``.
        time: time of day with zone as ISO 8601 ("14:02+06:00"), "" when unknown.
        confidence: how often a day found in this way was right, 0 to 1; 1 when given.
    """

    value: date
    basis: str
    time: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Post:
    """One dated part of a live page or thread, or one of several articles on a page.

    Attributes:
        span: where it stands in ``Document.text``.
        at: its own time as the page gives it: ISO 8601 ("2026-03-01T14:02:00+01:00"), or the printed clock ("14:02");
            "" for an article without one.
    """

    span: Span
    at: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A paragraph in another language than its document.

    Attributes:
        span: where it stands in ``Document.text``.
        language: ISO 639-1 code.
    """

    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """Cleaned text of one Capture.

    ``text`` begins with the headline as a paragraph of its own when there is one (``title_span``), then
    the dateline and body as printed; paragraphs are separated by one blank line ("\\n\\n"). All offsets
    of a Reading are offsets into ``text``.

    Attributes:
        id: SHA-256 over text, metadata and cleaner version; the same bytes and settings give the same id.
        capture: digest of the Capture.
        text: the kept text.
        title: headline, "" when none; ``title_span`` is where it stands in ``text``, None when it does not.
        outlet: name of the publishing outlet, "" when unknown; ``outlet_basis`` tells how it is known
            (``metadata``, ``url``, ``text``, ``given``, "").
        dateline: the dateline's words ("ALMATY, Kazakhstan"), "" when none, with ``dateline_span``.
        byline: authors as printed, "" when none.
        published: None when it is not known; never guessed.
        language: ISO 639-1 code, "" when undecided.
        dropped: what was cut away, in order, with the reason.
        url: canonical address, "" for plain files without one.
        offsets: way back to the capture.
        cleaner: name and version of the part that made this.
        posts: in order, when the page is cut into at least three parts with times of their own, or into at least two
            articles with headlines of their own; empty otherwise.
        access: ``stub`` when only the beginning stands before a paywall, else "".
        foreign: paragraphs in another language, in order.
    """

    id: str
    capture: str
    text: str
    title: str = ""
    title_span: Span | None = None
    outlet: str = ""
    outlet_basis: str = ""
    dateline: str = ""
    dateline_span: Span | None = None
    byline: str = ""
    published: Published | None = None
    language: str = ""
    dropped: tuple[Dropped, ...] = ()
    url: str = ""
    offsets: OffsetMap = field(default_factory=OffsetMap)
    cleaner: str = ""
    posts: tuple[Post, ...] = ()
    access: str = ""
    foreign: tuple[Foreign, ...] = ()
