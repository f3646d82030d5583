"""Main text and metadata of an HTML page: trafilatura and htmldate, each kept paragraph placed in the source."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.clean.align import Aligner
from sayso.clean.limits import check_length
from sayso.clean.markup import page_text
from sayso.clean.outside import outside
from sayso.clean.paragraphs import Paragraph
from sayso.clean.title import headline
from sayso.model import Dropped, Unreadable

_SENTENCE = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]」』]*(?:\s|$)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gives before the own layer.

    Attributes:
        paragraphs: main text in order, without the headline.
        title, byline, outlet: as the metadata say, "" when they do not.
        url: canonical address, "" when none is stated.
        published: day of first publication, None when unknown.
        outside: text of the page that is not in ``paragraphs``, with the reason.
    """

    paragraphs: tuple[Paragraph, ...]
    title: Paragraph
    byline: str
    outlet: str
    url: str
    published: date | None
    outside: tuple[Dropped, ...] = ()


def read_page(source: str, url: str = "") -> Page:
    """Extract main text and metadata from ``source`` (decoded HTML).

    Method: trafilatura (Barbaresi 2021) in its balanced mode, htmldate with the original date.

    Raises:
        Unreadable: reason ``no_article`` when nothing but navigation is found, ``too_large`` when it holds a book.
    """
    whole = page_text(source)
    check_length(whole.text)
    found = _extract(source, url)
    lines = [line for line in (found.text or "").split("\n") if line.strip()] if found else []
    if found is None or not any(is_prose(line) for line in lines):
        raise Unreadable("no_article", "No article was found in the page", "give the address of one article")
    aligner = Aligner(whole)
    title = aligner.place(_fold(headline(source, found.title or "", found.sitename or "")))
    body = tuple(aligner.place(_fold(line)) for line in lines)
    return Page(
        body,
        title,
        _names(found.author),
        _fold(found.sitename),
        found.url or "",
        _day(found.date),
        outside(whole, (title, *body)),
    )


def is_prose(text: str) -> bool:
    """True when ``text`` may be a sentence: twelve words, or an end mark and six, or forty letters without spaces."""
    words = text.split()
    if _SENTENCE.search(text):
        return len(words) >= 6 or len(text) >= 40
    return len(words) >= 12


def _extract(source: str, url: str) -> Any:
    import trafilatura  # takes most of a second to load, and plain text does without it

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            source,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": True},
        )
    except (RecursionError, MemoryError, ValueError, AttributeError, TypeError, KeyError, IndexError) as error:
        raise Unreadable("no_article", f"The page could not be taken apart ({type(error).__name__})", "") from error


def _fold(text: str | None) -> str:
    return _SPACE.sub(" ", text or "").strip()


def _names(author: str | None) -> str:
    return ", ".join(name.strip() for name in (author or "").split(";") if name.strip())


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
