"""Main text and metadata of an HTML page: trafilatura and htmldate, each kept paragraph placed in the source."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sayso.clean.align import Aligner
from sayso.clean.author import author_of
from sayso.clean.blocks import Scanned, located, scan
from sayso.clean.language import language_of
from sayso.clean.limits import check_length
from sayso.clean.mend import lines_on, mend
from sayso.clean.outside import outside
from sayso.clean.paragraphs import Paragraph
from sayso.clean.pick import enough, judge, page_title
from sayso.clean.published import day_in_url
from sayso.clean.several import Article, articles
from sayso.clean.stated import language_stated, printed_day, stated_day
from sayso.clean.title import headline
from sayso.model import Dropped, Published, Unreadable

_SENTENCE = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]」』]*(?:\s|$)")
_SPACE = re.compile(r"\s+")
_TAKEN_APART = (RecursionError, MemoryError, ValueError, AttributeError, TypeError, KeyError, IndexError)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gives before the own layer.

    Attributes:
        paragraphs: main text in order, without the headline.
        title, byline, outlet: as the metadata say, "" when they do not.
        url: canonical address, "" when none is stated.
        published: day of first publication and its basis, None when unknown.
        outside: text of the page that is not in ``paragraphs``, with the reason.
        articles: of a page that holds several, in order; empty for one article.
    """

    paragraphs: tuple[Paragraph, ...]
    title: Paragraph
    byline: str
    outlet: str
    url: str
    published: Published | None
    outside: tuple[Dropped, ...] = ()
    articles: tuple[Article, ...] = ()


def read_page(source: str, url: str = "") -> Page:
    """Extract main text and metadata from ``source`` (decoded HTML).

    Method: trafilatura's fast algorithm (Barbaresi 2021), mended by trained trees over the blocks of the page; small
    pages by all its algorithms. Title and outlet by trafilatura,
    the author by a vote of our own, the day by our own ranking with htmldate behind it.

    Raises:
        Unreadable: reason ``no_article`` when nothing but navigation is found, ``too_large`` when it holds a book,
            ``too_deep`` when elements nest beyond the limit.
    """
    scanned = scan(source)
    whole = scanned.page
    check_length(whole.text)
    texts = [" ".join(whole.text[b.start : b.end].split()) for b in scanned.blocks]
    tree = _tree(source)
    found = _metadata(tree, url)
    byline = author_of(tree, source)
    words = _fold(headline(source, found.title or "", found.sitename or ""))
    aligner = Aligner(whole)
    placed = aligner.place(words)
    several = articles(scanned, texts, language_stated(source))
    body = _body(
        source, scanned, texts, aligner, _Extraction(tree, url or found.url or ""), _listed(source, texts, several)
    )
    title = _title(scanned, texts, placed)
    address = found.url or ""
    return Page(
        body,
        title,
        byline,
        _fold(found.sitename),
        address,
        _published(source, whole.text, url or address, title.text, body),
        outside(scanned, texts, (title, *body)),
        several,
    )


def _listed(source: str, texts: list[str], several: tuple[Article, ...]) -> dict[int, float]:
    """Blocks of ``several`` articles, with the likelihood from which each belongs to the text.

    An extraction looks for one article and passes the others over, so that little is asked of their prose, and nothing
    of their headlines. When the page is that of one of them, the others only follow it, and none are told.
    """
    named = _fold(page_title(source)).lower() if several else ""
    if any(texts[article.rows[0]].lower() in named for article in several):
        return {}
    return {row: OWN_FROM * (row != article.rows[0]) for article in several for row in article.rows}


def _body(
    source: str, scanned: Scanned, texts: list[str], aligner: Aligner, extraction: _Extraction, own: dict[int, float]
) -> tuple[Paragraph, ...]:
    """Main text, placed in the source: the fast extraction, mended by trees when the page is large enough for them.

    Raises:
        Unreadable: reason ``no_article`` when no prose is among it.
    """
    mendable = enough(scanned, texts)
    body = tuple(aligner.place_all(extraction.lines(fast=mendable)))
    if body and (mendable or own):
        judged = judge(source, scanned, texts) if mendable else None
        body = mend(scanned, texts, judged, lines_on(scanned, body), own)
    if not any(is_prose(paragraph.text) for paragraph in body):
        raise _no_article()
    return body


def _title(scanned: Scanned, texts: list[str], placed: Paragraph) -> Paragraph:
    """The headline on the block that is nothing else, a top heading before others; ``placed`` when there is none."""
    same = [block for block, text in zip(scanned.blocks, texts, strict=True) if text == placed.text][:4]
    if not same or not placed.text:
        return placed
    tags = scanned.nodes.tag
    block = next((b for b in same if tags[b.node] == "h1"), same[-1])
    return located(scanned.page, [run[0] for run in scanned.page.runs], block.start, block.end)


def _no_article() -> Unreadable:
    return Unreadable("no_article", "No article was found in the page", "give the address of one article")


OWN_FROM = 0.1
"""Likelihood from which prose of one of several articles belongs to the text."""
CONFIDENCE = {
    "sure, in url": 0.97, "sure": 0.89, "sure, printed": 0.97, "sure, open": 0.84, "url": 0.95, "printed": 0.91,
    "weak": 0.5, "marked": 0.72,
}  # fmt: skip
"""How a day was found to how often it was the right one, on the 818 dated pages of two labelled sets of pages."""


def _published(source: str, text: str, url: str, title: str, body: tuple[Paragraph, ...]) -> Published | None:
    """Sure statements of the markup, the address, a line beside the headline, weak statements, then htmldate."""
    stated = stated_day(source, url)
    in_url = day_in_url(url)
    if stated and stated.sure and not stated.open:
        return _found(stated.day, "metadata", "sure, in url" if in_url == stated.day else "sure")
    if in_url and not stated:
        return _found(in_url, "url", "url")
    language = language_stated(source) or language_of("\n".join(p.text for p in body[:20])[:2000])
    near = [d for d in (in_url, stated.day if stated else None) if d]
    printed = printed_day(text, title, body[0].text, language, near, anywhere=not stated)
    if stated and stated.sure:
        other_side = printed is not None and abs(printed - stated.day) == timedelta(days=1)
        day = printed if printed and other_side else stated.day
        return _found(day, "metadata", "sure, printed" if printed == day else "sure, open")
    if in_url:
        return _found(in_url, "url", "url")
    if printed:
        return _found(printed, "text", "printed")
    return _found(stated.day, "metadata", "weak") if stated else _by_htmldate(source, url)


def _found(day: date, basis: str, way: str) -> Published:
    return Published(day, basis, confidence=CONFIDENCE[way])


def _by_htmldate(source: str, url: str) -> Published | None:
    """What htmldate finds in marked places of the page; its search through all text would be a guess."""
    from htmldate import find_date

    try:
        day = _day(find_date(source, original_date=True, extensive_search=False, url=url or None))
    except (RecursionError, MemoryError, ValueError, AttributeError, TypeError, KeyError, IndexError):
        return None
    return _found(day, "text", "marked") if day else None


def is_prose(text: str) -> bool:
    """True when ``text`` may be a sentence: twelve words, or an end mark and six, or forty letters without spaces."""
    words = text.split()
    if _SENTENCE.search(text):
        return len(words) >= 6 or len(text) >= 40
    return len(words) >= 12


def _tree(source: str) -> Any:
    """The page as lxml's tree.

    Raises:
        Unreadable: reason ``no_article`` when there is none.
    """
    import trafilatura  # takes most of a second to load, and plain text does without it

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(source)
    except _TAKEN_APART as error:
        raise _broken(error) from error
    if tree is None:
        raise _no_article()
    return tree


@dataclass(frozen=True, slots=True)
class _Extraction:
    """Main text by trafilatura; its tree is spent by asking once."""

    tree: Any
    url: str

    def lines(self, fast: bool) -> list[str]:
        """Paragraphs; ``fast`` leaves out the other algorithms that trafilatura compares its own with."""
        import trafilatura

        try:
            found = trafilatura.bare_extraction(self.tree, url=self.url or None, include_comments=False, fast=fast)
        except _TAKEN_APART as error:
            raise _broken(error) from error
        return [_fold(line) for line in (getattr(found, "text", "") or "").split("\n") if line.strip()]


def _broken(error: Exception) -> Unreadable:
    return Unreadable("no_article", f"The page could not be taken apart ({type(error).__name__})", "")


def _metadata(tree: Any, url: str) -> Any:
    """Title, outlet and address as trafilatura finds them; its other fields take long or are not used."""
    from trafilatura import metadata as parts

    try:
        found = parts.examine_meta(tree)
    except _TAKEN_APART as error:
        raise _broken(error) from error
    try:
        found = parts.extract_meta_json(tree, found)
    except Exception as error:  # structured data comes in any shape
        logging.getLogger(__name__).debug("structured data: %s", error)
    found.title = found.title or parts.extract_title(tree)
    found.url = found.url or parts.extract_url(tree, url or None)
    found.sitename = _outlet(found.sitename or parts.extract_sitename(tree) or "")
    found.clean_and_trim()
    return found


def _outlet(name: str) -> str:
    name = name.lstrip("@")
    return name.title() if name and "." not in name and not name[0].isupper() else name


def _fold(text: str | None) -> str:
    return _SPACE.sub(" ", text or "").strip()


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
