"""What stands on a page outside the article: told, so that a wrong cut can be seen."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from sayso.clean.blocks import Nodes, Scanned
from sayso.clean.boilerplate import reason_of
from sayso.clean.features import hints_of
from sayso.clean.paragraphs import Paragraph
from sayso.model import Dropped, Span

OUTSIDE = "outside the article"
FEWEST_WORDS = 8
FEWEST_KNOWN = 4
"""Blocks with fewer words are told only when their wording is that of a class, and none below ``FEWEST_KNOWN``:
menus and buttons."""
MOST_COMPARED = 1_000_000_000
"""Characters of the article that are passed in all to see whether it says the same as a block outside it."""
LEVELS = 4
"""Elements around a block whose names may tell what it is."""
_BY_TAG = {"figcaption": "photo caption", "nav": "navigation", "footer": "page footer", "form": "form"}
_BY_HINT = {
    "comment": "readers' comment", "caption": "photo caption", "newsletter": "newsletter", "cookie": "cookie notice",
    "ad": "advertisement", "share": "share line", "related": "related link", "author": "about the author",
    "nav": "navigation", "foot": "page footer",
}  # fmt: skip
"""Kinds of names of elements (see ``hints``), the surest first, and what a block inside is told as."""


def outside(scanned: Scanned, texts: list[str], kept: Iterable[Paragraph]) -> tuple[Dropped, ...]:
    """Blocks of a page of which nothing was kept, in order, with the reason; each wording once.

    The reason is the class of their wording, else what the elements around them are called, else ``OUTSIDE``.

    Args:
        scanned: the page.
        texts: of each block, white space folded.
        kept: headline and paragraphs of the article, kept or dropped at text level, placed in the source.
    """
    paragraphs = list(kept)
    spans = sorted((s.source.start, s.source.end) for p in paragraphs for s in p.segments)
    seen = "\n".join(p.text for p in paragraphs)
    told: set[str] = set()
    out, compared = [], 0
    for block, text in zip(scanned.blocks, texts, strict=True):
        words = text.count(" ") + 1
        if words < FEWEST_KNOWN or text in told or scanned.nodes.tag[block.node] == "title":
            continue
        source = Span(block.begins, block.ends)
        if _touches(spans, source) or (compared < MOST_COMPARED and text in seen):
            continue
        compared += len(seen)
        told.add(text)
        why = reason_of(text) or (_named(scanned.nodes, block.inner) or OUTSIDE if words >= FEWEST_WORDS else "")
        if why:
            out.append(Dropped(text, why, source))
    return tuple(out)


def _named(nodes: Nodes, row: int) -> str:
    """What the nearest elements around a block are called, "" when their names tell nothing."""
    for _ in range(LEVELS):
        if row <= 0:
            return ""
        why = _BY_TAG.get(nodes.tag[row]) or next(
            (_BY_HINT[name] for name in _BY_HINT if name in hints_of(nodes.attributes[row])), ""
        )
        if why:
            return why
        row = nodes.parent[row]
    return ""


def _touches(spans: list[tuple[int, int]], source: Span) -> bool:
    at = bisect.bisect_left(spans, (source.end, 0))
    return at > 0 and spans[at - 1][1] > source.start
