"""From a Capture to a Document."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sayso.clean import limits
from sayso.clean.boilerplate import sift, without_pull_quotes
from sayso.clean.dateline import Dateline, find_dateline
from sayso.clean.decode import decode
from sayso.clean.foreign import other_language
from sayso.clean.head import Head, take_head
from sayso.clean.language import language_of
from sayso.clean.outlet import outlet_of
from sayso.clean.page import CONFIDENCE, Page, read_page
from sayso.clean.paragraphs import Paragraph, paragraphs
from sayso.clean.posts import Part, is_stub, parts, several_parts
from sayso.clean.published import day_in_url
from sayso.model import Capture, Document, Dropped, Foreign, OffsetMap, Post, Published, Segment, Span, Unreadable

CLEANER = "sayso.clean/6"
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S
)
_CLOSING = re.compile(r"</(?:p|div|span|a|h[1-6]|li|td|section|article|body|html)\s*>", re.I)
_OPENING = re.compile(r"<(?:p|div|br|h[1-6]|li|td|section|article|body|html)\b[^<>]*>", re.I)


def clean(
    capture: Capture,
    *,
    published: date | None = None,
    url: str = "",
    outlet: str = "",
    title: str = "",
    max_bytes: int = limits.MAX_BYTES,
) -> Document:
    """Turn the bytes of ``capture`` into a Document: text without boilerplate, metadata, offsets.

    HTML and plain text are told apart by media type and content. See ``Document`` for what comes out.

    Args:
        capture: bytes with address and time.
        published: publication day that the user vouches for; outranks everything the page says.
        url: address of the document when the capture's is not it (a saved file).
        outlet: name of the outlet that the user vouches for; outranks what the page seems to say.
        title: headline as a feed tells it; put before the text when the document has none of its own.
        max_bytes: largest body that is read.

    Raises:
        Unreadable: ``empty``, ``too_large``, ``binary``, ``too_deep`` or ``no_article``.
    """
    limits.check_size(capture.body, max_bytes)
    limits.check_signature(capture.body)
    html = "html" in capture.media_type or b"<html" in capture.body[:2000].lower()
    source, encoding = decode(capture.body, capture.charset, html)
    limits.check_text(source)
    address = url or (capture.address if capture.address.startswith(("http://", "https://")) else "")
    if is_html(source, capture.media_type):
        draft = _from_page(source, read_page(source, address))
    else:
        limits.check_length(source)
        draft = _from_text(source)
    if not draft.kept and not draft.head.title.text:
        raise Unreadable("no_article", "Nothing but boilerplate was found in the input", "give a text with an article")
    given = _Given(published, address, outlet)
    return _document(_titled(draft, title), capture, encoding, given)


def clean_text(
    text: str | bytes,
    *,
    published: date | None = None,
    url: str = "",
    address: str = "-",
    known_from: datetime | None = None,
) -> Document:
    """``clean`` for text or HTML at hand: makes the Capture from ``text``, known from ``known_from`` (now by default).

    Raises:
        Unreadable: as ``clean``.
    """
    body = text.encode("utf-8", errors="replace") if isinstance(text, str) else text
    capture = Capture(address, body, known_from or datetime.now(UTC), charset="utf-8" if isinstance(text, str) else "")
    return clean(capture, published=published, url=url)


def is_html(source: str, media_type: str = "") -> bool:
    """True when ``source`` is a page or a piece of one rather than plain text."""
    start = source.lstrip("\ufeff")[:5000]
    if _HTML_START.match(start):
        return True
    if "html" in media_type:
        return bool(_OPENING.search(source))
    if media_type.startswith("text/plain"):
        return False
    return len(_CLOSING.findall(source)) >= 2 and bool(_OPENING.search(start))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document before its paragraphs are joined."""

    head: Head
    kept: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    outlet: str = ""
    url: str = ""
    published: Published | None = None
    language: str = ""
    parts: tuple[Part, ...] = ()
    access: str = ""


@dataclass(frozen=True, slots=True)
class _Given:
    """What is known of a document before it is read."""

    published: date | None
    url: str
    outlet: str


def _titled(draft: _Draft, title: str) -> _Draft:
    """``draft`` under the headline ``title`` when it has none; nothing in the capture stands behind its words."""
    words = " ".join(title.split())
    if not words or draft.head.title.text:
        return draft
    return replace(draft, head=replace(draft.head, title=Paragraph(words, heading=True)))


def _from_text(source: str) -> _Draft:
    found = paragraphs(source)
    language = _language(found)
    sifted = sift(found, language or "en")
    head, body, more = take_head(sifted.kept, language=language or "en")
    return _Draft(head, body, _ordered(sifted.dropped + more), language=language)


def _from_page(source: str, page: Page) -> _Draft:
    title, body = _parted(page)
    language = _language(body)
    sifted = sift(body, language or "en")
    headline = replace(title, heading=True) if title.text else None
    head, kept, more = take_head(sifted.kept, headline, language or "en")
    head = replace(head, byline=page.byline or head.byline)
    kept, pulled = without_pull_quotes(kept)
    dropped = _ordered(sifted.dropped + more + pulled + page.outside)
    access = "stub" if is_stub(source, sum(len(p.text.split()) for p in kept), (d.text for d in dropped)) else ""
    cut = parts(source, kept) or several_parts(source, kept, page.articles)
    return _Draft(head, kept, dropped, page.outlet, page.url, page.published, language, cut, access)


def _language(found: tuple[Paragraph, ...]) -> str:
    """Language of the whole, before anything is dropped: its own words of notices apply, English where undecided."""
    return language_of("\n\n".join(p.text for p in found[:40]))


def _parted(page: Page) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    """Headline and body; a headline that extraction left among the first paragraphs is not told twice."""
    title, body = page.title, page.paragraphs
    for i, paragraph in enumerate(body[:3]):
        if title.text and len(body) > 1 and _same(paragraph.text, title.text):
            return (paragraph if paragraph.segments else title), body[:i] + body[i + 1 :]
    return title, body


def _same(one: str, two: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", two).lower()


def _ordered(dropped: tuple[Dropped, ...]) -> tuple[Dropped, ...]:
    return tuple(sorted(dropped, key=lambda d: d.source.start if d.source else 1 << 60))


def _document(draft: _Draft, capture: Capture, encoding: str, given: _Given) -> Document:
    title, url = draft.head.title, given.url
    whole = ((title,) if title.text else ()) + draft.kept
    text, segments, starts = _join(whole)
    first = 1 if title.text else 0
    dateline = find_dateline(draft.kept[0].text) if draft.kept else Dateline()
    at = starts[first] if draft.kept else 0
    outlet, basis = (
        (given.outlet, "given") if given.outlet else outlet_of(draft.outlet, url or draft.url, draft.dropped)
    )
    language = draft.language or language_of(text)
    document = Document(
        id="",
        capture=capture.digest,
        text=text,
        title=title.text,
        title_span=Span(0, len(title.text)) if title.text else None,
        outlet=outlet,
        outlet_basis=basis,
        dateline=dateline.words,
        dateline_span=dateline.span.shift(at) if dateline.span else None,
        byline=draft.head.byline,
        published=_published(draft, url, given.published, dateline),
        language=language,
        dropped=draft.dropped,
        url=url or draft.url,
        offsets=OffsetMap(segments, encoding),
        cleaner=CLEANER,
        posts=tuple(
            Post(Span(starts[first + p.start], starts[first + p.end - 1] + len(whole[first + p.end - 1].text)), p.at)
            for p in draft.parts
        ),
        access=draft.access,
        foreign=_foreign(whole, starts, language),
    )
    return replace(document, id=_identity(document))


def _foreign(whole: tuple[Paragraph, ...], starts: list[int], language: str) -> tuple[Foreign, ...]:
    found = ((p, at, other_language(p.text, language)) for p, at in zip(whole, starts, strict=True))
    return tuple(Foreign(Span(at, at + len(p.text)), other) for p, at, other in found if other)


def _join(whole: tuple[Paragraph, ...]) -> tuple[str, tuple[Segment, ...], list[int]]:
    segments: list[Segment] = []
    starts: list[int] = []
    at = 0
    for paragraph in whole:
        starts.append(at)
        segments.extend(Segment(s.text.shift(at), s.source) for s in paragraph.segments)
        at += len(paragraph.text) + 2
    return "\n\n".join(p.text for p in whole), tuple(segments), starts


def _published(draft: _Draft, url: str, given: date | None, dateline: Dateline) -> Published | None:
    """given, then what the page states, then address, then text; the first that is known."""
    if given:
        return Published(given, "given")
    if draft.published:
        return draft.published
    ranked = ((day_in_url(url or draft.url), "url", "url"), (draft.head.published or dateline.day, "text", "printed"))
    return next((Published(day, basis, confidence=CONFIDENCE[way]) for day, basis, way in ranked if day), None)


def _identity(document: Document) -> str:
    known = document.published
    told: list[Any] = [
        document.text, document.title, document.outlet, document.outlet_basis, document.dateline,
        document.byline, document.language,
        document.url, document.cleaner, f"{known.value}/{known.basis}/{known.time}" if known else "",
        [[d.text, d.why] for d in document.dropped],
    ]  # fmt: skip
    if document.posts or document.access:
        told += [[[p.span.start, p.at] for p in document.posts], document.access]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
