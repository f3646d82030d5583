"""The day of first publication as a page states it in its markup, and as it prints it beside the headline.

Statements are ranked by how often each kind proved right: structured data of a thread, elements named for
publication, structured data of an article, properties of elements, elements named "date". Days of change are no
statement. A time in UTC is turned into the day on which it was at the outlet, when the page tells that elsewhere.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from sayso.clean.markup import BREAK, matches, structured_data
from sayso.clean.published import day_in, day_in_url, numeric_day, publication_line, says_changed, says_published

_ELEMENT = re.compile(
    r"<(?P<tag>meta|time|abbr)\b(?P<attributes>(?:[^<>\"']++|\"[^\"]{0,5000}\"|'[^']{0,5000}'){0,100}+)>(?P<text>[^<]{0,80})",
    re.I,
)
_ITEMPROP = re.compile(r"\bitemprop=[\"']?date(?:published|created)\b", re.I)
_WIDEST = 400
"""Characters that an element's start tag may have."""
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LOOSE = re.compile(r"\"(datePublished|dateCreated)\"\s*:\s*\"([^\"]{6,40})\"")
_LANGUAGE = re.compile(r"<html\b[^<>]{0,400}?\blang\s*=\s*[\"']?([a-z]{2})\b", re.I)
_ISO = re.compile(
    r"\s*((?:19|20)\d\d)(?:-|/)?(\d\d?)(?:-|/)?(\d\d?)(?!\d)"
    r"(?:(?:T|\s)+(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.I,
)
_PREFIX = r"(?:og|article|dc|dcterms|bt|vr|cxenseparse|recs|rnews|sailthru|parsely|prism|twitter|mediator|shareaholic)"
_PUBLISHED = re.compile(
    rf"(?:{_PREFIX}[:._])*(?:(?:date|time)[-_.]?)?(?:published?|publication|pub|publish|issued|displayed?)"
    r"(?:[-_.]?(?:date|time))?|(?:{_PREFIX}[:._])*(?:publishtime|publicationdate|originalpublicationdate|article_date_original)"
    r"|(?:dc|dcterms|dc\.terms)[.:](?:date\.?)?(?:issued|created)|citation_(?:online_|publication_)?date",
    re.I,
)
_WEAK = re.compile(
    r"date|(?:dc|dcterms|sailthru|rnews)[.:]date|\w+[:.](?:publication|published?|pub)[-_.]?(?:date|time)|(?:date)?created|(?:og:)?release_date",
    re.I,
)
_THREAD = frozenset({"DiscussionForumPosting", "Question", "QAPage"})
_OTHERS = frozenset(
    (
        "VideoObject",
        "ImageObject",
        "AudioObject",
        "Comment",
        "Review",
        "Answer",
        "Person",
        "Organization",
        "Event",
        "Product",
        "Book",
        "Movie",
        "VideoGame",
        "PodcastEpisode",
        "Dataset",
        "SoftwareApplication",
        "ListItem",
    )
)
THREAD, PUBLISHED, ARTICLE, PROPERTY, DATED, TIME, PAGE = range(1, 8)
"""Ranks of statements."""
BEHIND, BEFORE = 12, 7
"""Blocks of a page on either side of the headline."""
EARLIEST = 1990
"""Year before which there were no pages."""
LONGEST_PRINTED, LONGEST_TOLD = 100, 200
"""Characters of a block beside the headline that may give its day, and of one elsewhere that tells it in words."""
_DEEPEST = 10
_SLACK = timedelta(seconds=90)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as written, with the time when the zone is told.

    Attributes:
        day: the calendar day in the zone it was written in.
        at: the instant, None without a time and zone; ``clock`` the wall time, None without a time.
    """

    day: date
    at: datetime | None = None
    clock: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    rank: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class Statement:
    """The day of first publication by the markup.

    Attributes:
        day: at the outlet, as far as the page tells it.
        sure: False when it may be the day of the page or its template rather than of the article.
        open: True when it was written in UTC and nothing told the day at the outlet.
    """

    day: date
    sure: bool = True
    open: bool = False


def stated_day(source: str, url: str = "") -> Statement | None:
    """The day of first publication that the markup of ``source`` (a page) states; None when it states none.

    Args:
        source: the page.
        url: its address; the day in it settles on which side of midnight the outlet was.
    """
    language = language_stated(source)
    found, others = [], []
    for rank, written in _statements(source):
        moment = moment_of(written, language)
        if moment:
            others.append(moment)
            if rank:
                found.append(_Found(rank, moment))
    if not found:
        return None
    rank = min(f.rank for f in found)
    same = [f.moment for f in found if f.rank == rank]
    best = min(same, key=lambda m: m.day) if rank == PUBLISHED else same[0]
    day = _at_the_outlet(best, others, day_in_url(url))
    utc = best.at is not None and best.clock is not None and best.at.replace(tzinfo=None) == best.clock
    return Statement(day, rank < DATED, utc and day == best.day)


def language_stated(source: str) -> str:
    """ISO 639-1 code in the ``lang`` of the page, "" when there is none."""
    match = _LANGUAGE.search(source[:20_000])
    return match.group(1).lower() if match else ""


def moment_of(written: str, language: str = "") -> Moment | None:
    """What ``written`` (ISO 8601, RFC 5322, words, figures) says; None when it is no full day or open."""
    written = html.unescape(written).strip()
    match = _ISO.match(written)
    try:
        if match:
            return _from_iso(match)
        if "," in written and ":" in written:
            at = parsedate_to_datetime(written)
            return Moment(at.date(), at.astimezone(UTC) if at.tzinfo else None, at.replace(tzinfo=None))
    except (ValueError, IndexError, TypeError, OverflowError):
        pass
    day = None if match else day_in(written, language) or numeric_day(written, language)
    return Moment(day) if day else None


def printed_day(
    text: str, title: str, first: str = "", language: str = "", near: Iterable[date] = (), anywhere: bool = True
) -> date | None:
    """The day of a publication line that a page prints beside its headline; None when it prints none.

    Args:
        text: all text of the page, blocks parted by ``BREAK``.
        title: the headline.
        first: first paragraph of the article; the lines before it are looked at when the headline is not found.
        language: of the page, for names of months.
        near: days that the page names in other places; they settle days in figures that may be read in two ways.
        anywhere: take a line that says that it is of publication from any place, if all such lines agree.
    """
    blocks = [b for b in (" ".join(block.split()) for block in text.split(BREAK)) if b]
    near = tuple(near)
    for block in _beside(blocks, _plain(title), _plain(first)):
        day = _in_line(block, language, near)
        if day and day.year >= EARLIEST:
            return day
    told = {day for b in blocks if (day := _told(b, language, near))} if anywhere else set()
    return told.pop() if len(told) == 1 else None


def _beside(blocks: list[str], title: str, first: str) -> Iterator[str]:
    """Blocks behind and before the headline, the nearest first; without one, those before the first paragraph."""
    size = len(title)
    found = [i for i, b in enumerate(blocks) if title and size <= len(b) * 2 and _plain(b) == title][:4]
    for at in found:
        yield from blocks[at + 1 : at + BEHIND]
        yield from reversed(blocks[max(0, at - BEFORE) : at])
    if not found and first:
        at = next((i for i, b in enumerate(blocks) if len(b) > 20 and first.startswith(_plain(b))), 0)
        yield from reversed(blocks[max(0, at - BEFORE) : at])


def _told(block: str, language: str, near: tuple[date, ...]) -> date | None:
    """The day in a block that says in words that it is the day of publication."""
    if not any(c.isdigit() for c in block):
        return None
    line, day = publication_line(block, False, language, near)
    if line or not says_published(block[:LONGEST_TOLD], language):
        return day
    return _only_day(block[:LONGEST_TOLD], language, near)


def _in_line(block: str, language: str, near: tuple[date, ...]) -> date | None:
    """The day of a publication line, or the only day in a short block that does not speak of a change."""
    if len(block) > LONGEST_PRINTED or not any(c.isdigit() for c in block):
        return None
    line, day = publication_line(block, True, language, near)
    return day if line or says_changed(block, language) else _only_day(block, language, near)


def _only_day(text: str, language: str, near: tuple[date, ...]) -> date | None:
    found = {d for d in (day_in(text, language), numeric_day(text, language, near)) if d}
    return found.pop() if len(found) == 1 else None


def _from_iso(match: re.Match[str]) -> Moment:
    year, month, day, hour, minute, second, zone = match.groups()
    if hour is None:
        return Moment(date(int(year), int(month), int(day)))
    clock = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    return Moment(clock.date(), clock.replace(tzinfo=UTC) - _offset(zone) if zone else None, clock)


def _offset(zone: str) -> timedelta:
    if zone[0] not in "+-":
        return timedelta()
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return -size if zone[0] == "-" else size


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Rank (0: no statement of publication, but a time that may be the same one) and words, in order of the page."""
    for words in structured_data(source):
        yield from _structured(words)
    elements = [m for tag in ("<meta", "<time", "<abbr") for m in matches(source, tag, _ELEMENT)]
    for match in sorted(elements, key=lambda m: m.start()):
        tag, inside, text = match.groups()
        attributes = _attributes(inside)
        if tag.lower() == "meta":
            yield from _meta(attributes)
        elif attributes.get("itemprop", "").lower() not in ("datepublished", "datecreated"):
            kind = attributes.get("class", "").lower()
            stated = "pubdate" in inside.lower() or "published" in kind or "entry-date" in kind
            rank = TIME if stated and "updated" not in kind.split() else 0
            yield rank, attributes.get("datetime") or attributes.get("title") or text
    for match in matches(source, "itemprop", _ITEMPROP):
        yield from _property(source, match)


def _property(source: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    start = source.rfind("<", max(0, match.start() - _WIDEST), match.start())
    end = source.find(">", match.end(), match.end() + _WIDEST)
    if start < 0 or end < 0 or source.startswith("<meta", start):
        return
    attributes = _attributes(source[start:end])
    inner = source[end + 1 : end + 80].split("<")[0]
    yield PROPERTY, attributes.get("datetime") or attributes.get("content") or inner


def _attributes(words: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(words)}


def _meta(attributes: dict[str, str]) -> Iterator[tuple[int, str]]:
    content = attributes.get("content") or attributes.get("datetime") or ""
    name = html.unescape(
        attributes.get("property")
        or attributes.get("name")
        or attributes.get("itemprop")
        or attributes.get("http-equiv")
        or ""
    )
    if not content or len(content) > 60:
        return
    if _PUBLISHED.fullmatch(name):
        yield PROPERTY if "itemprop" in attributes else PUBLISHED, content
    elif _WEAK.fullmatch(name):
        yield DATED, content


def _structured(words: str) -> Iterator[tuple[int, str]]:
    try:
        data = json.loads(words.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        yield from ((ARTICLE, written) for name, written in _LOOSE.findall(words) if name == "datePublished")
        return
    yield from _nodes(data, 0)


def _nodes(node: Any, depth: int) -> Iterator[tuple[int, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node:
            yield from _nodes(item, depth + 1)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        kinds = {k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}
        for name in ("datePublished", "dateCreated"):
            written = node.get(name)
            if isinstance(written, str):
                yield _rank(kinds, name, written), written
        for item in node.values():
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def _rank(kinds: set[str], name: str, written: str) -> int:
    if kinds & _THREAD:
        return THREAD
    if kinds & _OTHERS or name == "dateCreated":
        return 0
    if "WebPage" in kinds or not _ISO.match(written):  # of the page or its template, not of the article
        return PAGE
    return ARTICLE


def _at_the_outlet(moment: Moment, others: list[Moment], in_url: date | None) -> date:
    """The day of ``moment`` where the outlet is.

    A day in the address that is the one before or after is the outlet's own; else the same instant written with
    another zone, or the same minute and second without one, tells it.
    """
    if in_url and abs(in_url - moment.day) == timedelta(days=1) and moment.at:
        return in_url
    if not (moment.at and moment.clock and moment.at.replace(tzinfo=None) == moment.clock):
        return moment.day
    for other in others:
        if other.at and other.clock and other.at.replace(tzinfo=None) != other.clock:
            if abs(other.at - moment.at) <= _SLACK:
                return other.day
        elif other.clock and not other.at and other.clock.second and other.clock != moment.clock:
            apart = abs(other.clock - moment.clock)
            if apart <= timedelta(hours=14) and apart.seconds % 900 == 0:
                return other.day
    return moment.day


def _plain(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))
