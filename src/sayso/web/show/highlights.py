"""Text with highlighted spans: overlapping spans become properly nested pieces, every character is kept."""

from __future__ import annotations

import bisect
import heapq
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from sayso.app.views import ArticlePage
from sayso.model import Assertion, Document, Mention, Span, Statement
from sayso.web.show import words

GAP = re.compile(r"\n{2,}")
MENTION_LAYERS = {"date": "date", "place": "place", "facility": "place", "figure": "figure"}
LAYERS = {
    "statement": "Statements",
    "assertion": "Values of incidents",
    "date": "Dates",
    "place": "Places",
    "figure": "Figures",
    "finding": "Findings",
}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One highlight.

    Attributes:
        span: where it stands in the text.
        layers: keys of ``LAYERS``, so that the legend can switch it.
        note: what it is, in words; one line per thing that stands on the same span.
        first: False for the later pieces of a mark that had to be cut.
        whole: the span before it was cut; the anchor is made of it.
    """

    span: Span
    layers: tuple[str, ...]
    note: str
    first: bool = True
    whole: Span | None = None

    @property
    def anchor(self) -> str:
        """Fragment that leads to the mark ("at-120-133")."""
        return anchor(self.whole or self.span)


def anchor(span: Span) -> str:
    """Fragment of an article page that leads to a span of its text."""
    return f"at-{span.start}-{span.end}"


def article_marks(page: ArticlePage) -> tuple[Mark, ...]:
    """Everything that was read in a document, as highlights; things on one span share one mark."""
    reading = page.reading
    told = [(s.content, "statement", statement_note(s)) for s in reading.statements]
    told += [(a.span, "assertion", assertion_note(a)) for r in reading.reports for a in r.assertions]
    told += [(f.span, "finding", f"Finding: {f.message}") for f in reading.findings]
    told += [
        (m.span, MENTION_LAYERS[m.kind], mention_note(m)) for m in reading.mentions if m.kind in MENTION_LAYERS
    ]  # fmt: skip
    return merged(told)


def merged(told: Iterable[tuple[Span, str, str]]) -> tuple[Mark, ...]:
    """One Mark per span from ``(span, layer, note)``; empty spans are left out."""
    groups: dict[Span, list[tuple[str, str]]] = defaultdict(list)
    for span, layer, note in told:
        if len(span):
            groups[span].append((layer, note))
    return tuple(
        Mark(span, tuple(dict.fromkeys(la for la, _ in some)), "\n".join(dict.fromkeys(n for _, n in some)))
        for span, some in groups.items()
    )


def statement_note(statement: Statement) -> str:
    """A statement in one line: kind, and through whom."""
    chain = " → ".join(v.name for v in statement.attribution) or "narrator"
    said = "not said: " if statement.negated else ""
    return f"Statement, {said}{words.plain(statement.kind)}: {chain}"


def assertion_note(assertion: Assertion) -> str:
    """An assertion in one line: field and value, denied when it is."""
    denied = {"negated": "denied: ", "questioned": "questioned: "}.get(assertion.polarity, "")
    return f"{words.field_name(assertion.field).capitalize()}: {denied}{words.datum_text(assertion.value)}"


def mention_note(mention: Mention) -> str:
    """A mention in one line: kind and resolved value."""
    datum = words.datum_text(mention.datum) if mention.datum is not None else mention.name or mention.text
    return f"{mention.kind.capitalize()}: {datum}"


def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs of a document's text, in order; blank lines between them are left out."""
    spans, start = [], 0
    for gap in GAP.finditer(text):
        spans.append(Span(start, gap.start()))
        start = gap.end()
    spans.append(Span(start, len(text)))
    return tuple(span for span in spans if len(span))


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as the article page shows it.

    Attributes:
        html: its text with highlights.
        is_title: True for the headline.
        post: number of the post of a live page that begins here, 0 for none; ``at``: its own time as the page gives it.
        language: of a paragraph in another language than the document, "" for the others.
    """

    html: SafeString
    is_title: bool
    post: int = 0
    at: str = ""
    language: str = ""


def shown(document: Document, marks: Iterable[Mark]) -> list[Shown]:
    """The paragraphs of a document with their highlights and, on live pages, where each post begins."""
    text, made = document.text, []
    posts = {post.span.start: (number, post.at) for number, post in enumerate(document.posts, start=1)}
    foreign = {one.span.start: one.language for one in document.foreign}
    for span, some in by_paragraph(text, marks):
        begins = next((posts.pop(start) for start in list(posts) if span.start <= start < span.end), (0, ""))
        language = foreign.get(span.start, "")
        made.append(Shown(marked(text, some, span), span == document.title_span, *begins, language))
    return made


def by_paragraph(text: str, marks: Iterable[Mark]) -> tuple[tuple[Span, list[Mark]], ...]:
    """Every paragraph with the marks that touch it, so that a long document is walked once."""
    spans = paragraphs(text)
    starts = [span.start for span in spans]
    touching: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        at = max(0, bisect.bisect_right(starts, mark.span.start) - 1)
        while at < len(spans) and spans[at].start < mark.span.end:
            if spans[at].overlaps(mark.span):
                touching[at].append(mark)
            at += 1
    return tuple(zip(spans, touching, strict=True))


def nested(marks: Iterable[Mark], within: Span) -> tuple[Mark, ...]:
    """Marks clipped to ``within`` and cut so that any two either nest or do not touch, in reading order.

    Where two marks cross, the later one is cut at the end of the earlier one.
    """
    clipped = (_clip(mark, within) for mark in marks)
    waiting = [(*_order(mark), mark) for mark in clipped if mark]
    heapq.heapify(waiting)
    done: list[Mark] = []
    open_ends: list[int] = []
    while waiting:
        *_, mark = heapq.heappop(waiting)
        while open_ends and open_ends[-1] <= mark.span.start:
            open_ends.pop()
        if open_ends and mark.span.end > open_ends[-1]:
            cut = open_ends[-1]
            rest = replace(mark, span=Span(cut, mark.span.end), first=False)
            mark = replace(mark, span=Span(mark.span.start, cut))
            heapq.heappush(waiting, (*_order(rest), rest))
        open_ends.append(mark.span.end)
        done.append(mark)
    return tuple(done)


def _order(mark: Mark) -> tuple[int, int, Span, str]:
    # outer marks open first; the whole span and the note make the order total
    return mark.span.start, -mark.span.end, mark.whole or mark.span, mark.note


def _clip(mark: Mark, within: Span) -> Mark | None:
    start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
    if start >= end:
        return None
    whole = mark.whole or mark.span
    return replace(mark, span=Span(start, end), first=mark.first and start == whole.start, whole=whole)


def marked(text: str, marks: Iterable[Mark], within: Span) -> SafeString:
    """``within`` of ``text`` as HTML with nested ``<mark>`` elements; all of the text is escaped and kept."""
    out: list[str] = []
    ends: list[int] = []
    at = within.start
    for mark in nested(marks, within):
        while ends and ends[-1] <= mark.span.start:
            out += [escape(text[at : ends[-1]]), "</mark>"]
            at = ends.pop()
        out += [escape(text[at : mark.span.start]), _open(mark)]
        at = mark.span.start
        ends.append(mark.span.end)
    while ends:
        out += [escape(text[at : ends[-1]]), "</mark>"]
        at = ends.pop()
    out.append(escape(text[at : within.end]))
    return mark_safe("".join(out))  # noqa: S308 - every piece above is escaped


def _open(mark: Mark) -> str:
    layers = " ".join(f"is-{layer}" for layer in mark.layers)
    lead = f' id="{mark.anchor}" tabindex="0"' if mark.first else ""
    return f'<mark class="{layers}"{lead} title="{escape(mark.note)}">'


def snippet(text: str, spans: Iterable[Span]) -> SafeString:
    """A search snippet with its matches marked."""
    within = Span(0, len(text))
    some = (Mark(span, ("hit",), "match") for span in spans if within.contains(span) and len(span))
    out, at = "", 0
    for mark in nested(some, within):
        if mark.span.start >= at:
            out += escape(text[at : mark.span.start]) + f"<mark>{escape(mark.span.of(text))}</mark>"
            at = mark.span.end
    return mark_safe(out + escape(text[at:]))  # noqa: S308 - every piece above is escaped
