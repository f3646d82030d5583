"""What stands on a page outside the article: told, so that a wrong cut can be seen."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator

from sayso.clean.boilerplate import reason_of
from sayso.clean.markup import BREAK, PageText
from sayso.clean.paragraphs import Paragraph, Run
from sayso.model import Dropped, Span

OUTSIDE = "outside the article"
FEWEST_WORDS = 8
FEWEST_KNOWN = 4
"""Blocks with fewer words are told only when their wording is that of a class, and none below ``FEWEST_KNOWN``:
menus and buttons."""
_BLOCK = re.compile(f"[^{BREAK}]+")


def outside(page: PageText, kept: Iterable[Paragraph]) -> tuple[Dropped, ...]:
    """Blocks of ``page`` of which nothing was kept, in order, with their class or ``OUTSIDE``; each wording once.

    Args:
        page: all text of the page.
        kept: headline and paragraphs of the article, kept or dropped at text level, placed in the source.
    """
    paragraphs = list(kept)
    spans = sorted((s.source.start, s.source.end) for p in paragraphs for s in p.segments)
    seen = "\n".join(p.text for p in paragraphs)
    told: set[str] = set()
    out = []
    for text, source in _blocks(page):
        words = len(text.split())
        if words < FEWEST_KNOWN or text in told or text in seen or _touches(spans, source):
            continue
        told.add(text)
        why = reason_of(text) or (OUTSIDE if words >= FEWEST_WORDS else "")
        if why:
            out.append(Dropped(text, why, source))
    return tuple(out)


def _blocks(page: PageText) -> Iterator[tuple[str, Span]]:
    starts = [run[0] for run in page.runs]
    for block in _BLOCK.finditer(page.text):
        words = block.group()
        text = " ".join(words.split())
        if text.count(" ") < FEWEST_KNOWN - 1:
            continue
        left = block.start() + len(words) - len(words.lstrip())
        right = block.end() - len(words) + len(words.rstrip())
        at, _, start, _ = first = page.runs[bisect.bisect_right(starts, left) - 1]
        _, to, _, end = last = page.runs[bisect.bisect_right(starts, right - 1) - 1]
        yield text, Span(start + (left - at if _exact(first) else 0), end - (to - right if _exact(last) else 0))


def _exact(run: Run) -> bool:
    return run[1] - run[0] == run[3] - run[2]


def _touches(spans: list[tuple[int, int]], source: Span) -> bool:
    at = bisect.bisect_left(spans, (source.end, 0))
    return at > 0 and spans[at - 1][1] > source.start
