"""Documents by their words, with a snippet."""

from __future__ import annotations

import re
from datetime import datetime

from sayso.app.as_of import utc
from sayso.app.pages import first_words
from sayso.app.views import SearchHit
from sayso.model import Span
from sayso.store.entry import HeldReading
from sayso.store.search import find_documents, query_words
from sayso.store.view import View

_SNIPPET = 240


def search(query: str, as_of: datetime | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
    """Documents that hold every word of the query (or a word that begins with it), newest first.

    Args:
        query: words; everything else in it is ignored.
        as_of: only what was known then (UTC); None for all.
        limit: how many at most.
    """
    view, words = View(utc(as_of)), query_words(query)
    return tuple(_hit(view, held, text, words) for held, text in find_documents(view, words, limit))


def _hit(view: View, held: HeldReading, text: str, words: tuple[str, ...]) -> SearchHit:
    snippet, marks = snippet_of(text, words)
    return SearchHit(
        document=held.document,
        title=held.title or first_words(text),
        outlet=held.outlet,
        published=held.published,
        snippet=snippet,
        marks=marks,
        incidents=tuple(dict.fromkeys(incident for _, incident in view.incidents_in(held.id))),
        constructed=held.constructed,
    )


def snippet_of(text: str, words: tuple[str, ...]) -> tuple[str, tuple[Span, ...]]:
    """The stretch of text with the most different query words, and where they stand in it."""
    pattern = re.compile(r"(?<![^\W_])(" + "|".join(map(re.escape, words)) + r")\w*", re.IGNORECASE)
    hits = [(m.start(), m.group(1).casefold()) for m in pattern.finditer(text)]
    best = max(hits, key=lambda h: (len({w for at, w in hits if h[0] <= at < h[0] + 180}), -h[0]), default=(0, ""))
    start = max(0, best[0] - 50)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    cut = text[start : start + _SNIPPET]
    if start + _SNIPPET < len(text):
        cut = cut.rsplit(" ", 1)[0] + " …"
    snippet = ("… " if start else "") + " ".join(cut.split())
    return snippet, tuple(Span(*m.span()) for m in pattern.finditer(snippet))
