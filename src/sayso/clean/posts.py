"""Cuts live pages and threads into posts, pages of several articles into these, and knows a stub before a paywall.

A page is in parts when it gives at least ``FEWEST`` different times, each with kept text behind it before the next one:
structured data of a live blog (schema.org LiveBlogPosting), time elements, properties of elements, or a clock printed
on a line of its own. An article prints one time or two, and links to others carry times without kept text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.clean.markup import matches, structured_data
from sayso.clean.paragraphs import Paragraph
from sayso.clean.several import Article

FEWEST = 3
"""Parts with text and a time of their own from which a page is a live page or thread."""
_MARKS = (
    ("<time", re.compile(r"<time\b[^<>]{0,300}?\bdatetime\s*=\s*[\"']?([^\"'<>]{4,40})", re.I)),
    (
        "itemprop",
        re.compile(
            r"\bitemprop\s*=\s*[\"']?date(?:Published|Created)[\"']?[^<>]{0,200}?\b(?:content|datetime)\s*=\s*[\"']?"
            r"([^\"'<>]{8,40})",
            re.I,
        ),
    ),
)
"""What marks a time, and the pattern that reads it there."""
_ISO = re.compile(
    r"(?:19|20)\d\d-\d\d?-\d\d?(?:[T ]\d\d?:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|[+-]\d\d:?\d\d)?)?|\d\d?:\d\d(?::\d\d)?"
)
_LINE = re.compile(r">\s*+(\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:Uhr|h|[A-Z]{2,4}))?)\s*<", re.I)
_TAG = re.compile(r"<[^<>]{1,500}>")
_NOT_FREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.I)
_WALL = re.compile(
    r"(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:member|subscriber))\b[^.!?]{0,60}"
    r"\bto (?:continue|keep|read|unlock|finish)\b"
    r"|(?:this|the full) (?:article|story|content|post) is (?:only )?(?:for|available to|reserved for) (?:our )?"
    r"(?:paying |premium )?(?:subscribers|members)"
    r"|(?:already|not yet) a (?:subscriber|member)\?|subscribers?[- ]only|for subscribers only"
    r"|(?:jetzt|weiter)\s?lesen mit|nur für abonnenten|r[ée]serv[ée] aux abonn[ée]s|solo para suscriptores"
    r"|только для подписчиков",
    re.I,
)
STUB_WORDS = 200
"""Words; a longer text before a wall is most of an article, or the wall was not in the way."""
FEWEST_ARTICLES, OWN_WORDS = 2, 40
"""Articles of a page, and kept words of each, from which they are told apart."""
Mark = tuple[int, str]
"""Offset in the source, and the time that stands there."""


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs ``start`` to ``end`` (exclusive) with one time."""

    start: int
    end: int
    at: str


def parts(source: str, kept: tuple[Paragraph, ...]) -> tuple[Part, ...]:
    """The dated parts of a page, in order; empty when it is one article.

    Args:
        source: the page.
        kept: paragraphs of its main text, placed in ``source``.
    """
    told = _cut(_told(source, kept), len(kept))
    if len(told) >= FEWEST:
        return told
    places = [p.source.start if p.source else -1 for p in kept]
    cut = _cut(_behind(_marks(source), places, kept), len(kept))
    return cut if len({part.at for part in cut}) >= FEWEST else ()


def several_parts(source: str, kept: tuple[Paragraph, ...], articles: Sequence[Article]) -> tuple[Part, ...]:
    """The parts of a page with several ``articles`` of which at least two are kept, each with its time, "" without one.

    Args:
        source: the page.
        kept: paragraphs of its main text, placed in ``source``.
        articles: in order of the page.
    """
    starts = [p.source.start if p.source else -1 for p in kept]
    within = [[i for i, start in enumerate(starts) if a.start <= start < a.end] for a in articles]
    words = [sum(len(kept[i].text.split()) for i in rows) for rows in within]
    told = [(rows[0], a) for rows, a, n in zip(within, articles, words, strict=True) if n >= OWN_WORDS]
    if len(told) < FEWEST_ARTICLES:
        return ()
    marks, ends = _marks(source), [0, *(a.end for a in articles)]
    times = {a: next((t for at, t in marks if end <= at < a.end), "") for a, end in zip(articles, ends, strict=False)}
    return _cut(((first, times[article]) for first, article in told), len(kept))


def is_stub(source: str, words: int, outside: Iterable[str]) -> bool:
    """True when a page of ``words`` kept words ends at a paywall: it says so in its data, or prints its notice.

    Args:
        source: the page, "" for plain text.
        words: how many are kept.
        outside: what was dropped around them.
    """
    if words >= STUB_WORDS:
        return False
    return bool(_NOT_FREE.search(source)) or any(_WALL.search(text) for text in outside if len(text) < 1000)


def _marks(source: str) -> list[Mark]:
    """Every time that the page gives, in order of the source."""
    found, end = [], 0
    for mark in sorted((m for word, p in _MARKS for m in matches(source, word, p)), key=lambda m: m.start()):
        iso = _ISO.match(mark.group(1).strip()) if mark.start() >= end else None
        end = max(end, mark.end())
        if iso:
            found.append((mark.start(), iso.group()))
    if len(found) < FEWEST:
        found += [(m.start(), m.group(1)) for m in _LINE.finditer(source)]
    return sorted(found)


def _behind(marks: list[Mark], places: list[int], kept: tuple[Paragraph, ...]) -> Iterator[tuple[int, str]]:
    """First paragraph behind each mark that has text before the next one, with its time."""
    number, last = 0, -1
    for i, (at, time) in enumerate(marks):
        stop = marks[i + 1][0] if i + 1 < len(marks) else 1 << 60
        while number < len(places) and places[number] < at:
            number += 1
        if number < len(places) and places[number] < stop and number > last:
            first = number - 1 if number and number - 1 > last and _heads(kept, number - 1, places, at) else number
            yield first, time
            last = number


def _heads(kept: tuple[Paragraph, ...], at: int, places: list[int], mark: int) -> bool:
    """True when paragraph ``at`` is the heading that stands close before the time of its own post."""
    text = kept[at].text
    near = 0 <= mark - places[at] <= len(text) + 400
    return near and len(text.split()) <= 15 and not text.endswith((".", "!", "?", ":"))


def _cut(starts: Iterable[tuple[int, str]], count: int) -> tuple[Part, ...]:
    ordered = sorted(dict(starts).items())
    ends = [*[start for start, _ in ordered], count][1:]
    return tuple(Part(start, end, at) for (start, at), end in zip(ordered, ends, strict=True) if end > start)


def _told(source: str, kept: tuple[Paragraph, ...]) -> Iterator[tuple[int, str]]:
    """Posts by the structured data of a live blog, each found again by its first words."""
    if "liveBlogUpdate" not in source:
        return
    first_with = _Beginnings([_solid(p.text) for p in kept])
    for script in structured_data(source):
        if "liveBlogUpdate" in script:
            try:
                data = json.loads(script, strict=False)
            except (ValueError, RecursionError):
                continue
            for update in _updates(data, 0):
                at = next((i for words in _openings(update) if (i := first_with(words)) >= 0), -1)
                time = _ISO.match(str(update.get("datePublished") or ""))
                if at >= 0 and time:
                    yield at, time.group()


class _Beginnings:
    """Which of some texts is the first that begins with given words, found without looking at all of them each time."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._by_length: dict[int, dict[str, int]] = {}

    def __call__(self, words: str) -> int:
        size = len(words)
        if size not in self._by_length:
            self._by_length[size] = {t[:size]: i for i, t in reversed(list(enumerate(self._texts))) if len(t) >= size}
        return self._by_length[size].get(words, -1)


def _openings(update: dict[str, Any]) -> Iterator[str]:
    for name in ("headline", "articleBody"):
        words = _solid(_TAG.sub(" ", str(update.get(name) or "")))[:40]
        if len(words) >= 8:
            yield words


def _updates(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(node, list):
        for item in node:
            yield from _updates(item, depth + 1)
    elif isinstance(node, dict):
        found = node.get("liveBlogUpdate")
        yield from (u for u in (found if isinstance(found, list) else [found]) if isinstance(u, dict))
        for item in node.values():
            if isinstance(item, (dict, list)) and item is not found:
                yield from _updates(item, depth + 1)


def _solid(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
