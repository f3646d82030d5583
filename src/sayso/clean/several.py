"""Several articles on one page: front pages of blogs, bulletins, pages that go on with the next story.

An article of a page is an element with a headline and paragraphs of its own. On a page with one story its sections have
headlines, too, and so have the posts of a thread and the goods of a test; so there must be two elements that are called
``article`` (or said to be one by schema.org) and give a time or lead to the story's own page by their headline, or two
of the same name in one place that do both. Teasers are none: a headline and a sentence are not enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from sayso.clean.blocks import Nodes, Scanned
from sayso.clean.published import day_in, numeric_day

FEWEST = 2
WORDS, PARAGRAPHS = 80, 2
"""Words and paragraphs of prose that an article of a page has at least."""
LONG_LINE = 12
"""Words of a paragraph of prose; or it ends as a sentence does and has half of them."""
SHORTEST_HEADLINE, LONGEST_TITLE = 2, 250
"""Words and characters of a headline; one word is the name of a section or of who wrote a post."""
LEVELS = 4
"""Elements from the one that holds a headline and its paragraphs up to the one that is called an article."""
_HEADINGS = frozenset({"h1", "h2", "h3"})
_APART = frozenset({"aside", "nav", "footer", "form", "figure", "figcaption", "button", "select"})
_SAYS_ARTICLE = re.compile(r"schema\.org/(?:News|Blog|Report)?(?:Article|Posting)\b", re.I)
_CLASS = re.compile(r"class=[\"']?([a-zA-Z_-]{1,60})")
_HREF = re.compile(r"\bhref=[\"']?([^\"'\s>]+)", re.I)
BEFORE, BEHIND, LONGEST_DATED = 3, 5, 100
"""Blocks before and behind a headline, and their characters, that may tell its day."""
_DIGIT = re.compile(r"\d")
_ENDS = frozenset('.!?…”"»。।؟')


@dataclass(frozen=True, slots=True)
class Article:
    """One of several articles of a page.

    Attributes:
        rows: its blocks of headline and prose, in order; the first is the headline.
        start, end: where it stands in the source.
    """

    rows: tuple[int, ...]
    start: int
    end: int


def articles(scanned: Scanned, texts: list[str], language: str = "") -> tuple[Article, ...]:
    """The articles of a page in order; empty when it holds one or none.

    Args:
        scanned: the page.
        texts: of each block, white space folded.
        language: of the page, for the names of months.
    """
    page = _Page(scanned, texts, language)
    headings = page.headlines()
    if len(headings) < FEWEST:
        return ()
    prose = _prose(scanned, texts)
    held = _held(scanned, prose, texts)
    found: dict[int, _Headline] = {}
    for head in headings:
        node = _around(scanned.nodes, scanned.blocks[head.row].inner, held)
        if node:
            found.setdefault(node, head)
    made: dict[str, Article] = {}
    for article in _with_rows(scanned, _chosen(scanned.nodes, found), prose):
        if _holds_enough(article, texts):
            made.setdefault(texts[article.rows[0]], article)
    return tuple(made.values()) if len(made) >= FEWEST else ()


@dataclass(frozen=True, slots=True)
class _Headline:
    """Row of a headline; whether it leads to a page of its own, and whether a day is told beside it."""

    row: int
    leads: bool
    dated: bool


@dataclass(frozen=True, slots=True)
class _Page:
    scanned: Scanned
    texts: list[str]
    language: str

    def headlines(self) -> list[_Headline]:
        """Headings that lead to another page or have a day beside them."""
        nodes = self.scanned.nodes
        several = nodes.tag.count("article") + " ".join(nodes.attributes).count("itemtype") >= FEWEST
        found = []
        for row, text in enumerate(self.texts):
            if len(text) <= LONGEST_TITLE and text.count(" ") + 1 >= SHORTEST_HEADLINE and self._in_heading(row):
                leads = self.leads_on(row)
                if several or leads:
                    found.append(_Headline(row, leads, self.dated(row)))
        return [head for head in found if head.leads or head.dated] if len(found) >= FEWEST else []

    def _in_heading(self, row: int) -> bool:
        nodes, at = self.scanned.nodes, self.scanned.blocks[row].inner
        for _ in range(LEVELS):
            if nodes.tag[at] in _HEADINGS:
                return True
            at = max(0, nodes.parent[at])
        return False

    def leads_on(self, row: int) -> bool:
        """True when a headline is a link to another page."""
        nodes, block = self.scanned.nodes, self.scanned.blocks[row]
        if block.linked < 0.9 * (block.end - block.start):
            return False
        at = block.inner
        for _ in range(LEVELS):
            href = _HREF.search(nodes.attributes[at]) if nodes.tag[at] == "a" else None
            if href:
                return "#" not in href.group(1)[:1]
            at = max(0, nodes.parent[at])
        return False

    def dated(self, row: int) -> bool:
        """True when a time or day is told close to a headline."""
        nodes, blocks = self.scanned.nodes, self.scanned.blocks
        for near in range(max(0, row - BEFORE), min(len(blocks), row + BEHIND)):
            text = self.texts[near]
            if near != row and len(text) <= LONGEST_DATED and _DIGIT.search(text):
                if nodes.tag[blocks[near].inner] == "time" or day_in(text, self.language):
                    return True
                if numeric_day(text, self.language):
                    return True
        return False


def _prose(scanned: Scanned, texts: list[str]) -> list[int]:
    """Rows of the blocks that are prose, outside what is plainly no part of a story."""
    apart: dict[int, bool] = {0: False}

    def is_apart(row: int) -> bool:
        path = []
        while row not in apart:
            path.append(row)
            row = scanned.nodes.parent[row]
        for at in reversed(path):
            apart[at] = apart[scanned.nodes.parent[at]] or scanned.nodes.tag[at] in _APART
        return apart[path[0]] if path else apart[row]

    found = []
    for row, (block, text) in enumerate(zip(scanned.blocks, texts, strict=True)):
        enough = text.count(" ") + 1 >= (LONG_LINE // 2 if text[-1] in _ENDS else LONG_LINE)
        if enough and block.linked < 0.5 * len(text) and not is_apart(block.inner):
            found.append(row)
    return found


def _held(scanned: Scanned, prose: list[int], texts: list[str]) -> dict[int, tuple[int, int]]:
    """Words and paragraphs of prose inside each element."""
    held: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in prose:
        words, at = texts[row].count(" ") + 1, scanned.blocks[row].node
        while at > 0:
            held[at][0] += words
            held[at][1] += 1
            at = scanned.nodes.parent[at]
    return {node: (words, count) for node, (words, count) in held.items()}


def _around(nodes: Nodes, row: int, held: dict[int, tuple[int, int]]) -> int:
    """The innermost element around a headline that holds the prose of an article, 0 when there is none."""
    while row > 0:
        words, count = held.get(row, (0, 0))
        if words >= WORDS and count >= PARAGRAPHS:
            return row
        row = nodes.parent[row]
    return 0


def _chosen(nodes: Nodes, found: dict[int, _Headline]) -> dict[int, int]:
    """Of elements with a headline each those that are articles of their own, with the row of the headline."""
    called: dict[int, int] = {}
    alike: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for node, head in found.items():
        article = _called(nodes, node)
        if article and not _within_article(nodes, article):
            called.setdefault(article, head.row)
        if head.leads and head.dated:
            named = _CLASS.search(nodes.attributes[node])
            alike[nodes.parent[node], f"{nodes.tag[node]}.{named.group(1) if named else ''}"][node] = head.row
    return called if len(called) >= FEWEST else max(alike.values(), key=len, default={})


def _within_article(nodes: Nodes, node: int) -> bool:
    at = nodes.parent[node]
    while at > 0:
        if nodes.tag[at] == "article":
            return True
        at = nodes.parent[at]
    return False


def _called(nodes: Nodes, node: int) -> int:
    """``node``, or the one of the elements next around it, that is called an article; 0 when none is."""
    for _ in range(LEVELS):
        if node <= 0:
            return 0
        if nodes.tag[node] == "article" or _SAYS_ARTICLE.search(nodes.attributes[node]):
            return node
        node = nodes.parent[node]
    return 0


def _holds_enough(article: Article, texts: list[str]) -> bool:
    prose = article.rows[1:]
    return len(prose) >= PARAGRAPHS and sum(texts[row].count(" ") + 1 for row in prose) >= WORDS


def _with_rows(scanned: Scanned, chosen: dict[int, int], prose: list[int]) -> tuple[Article, ...]:
    within: dict[int, list[int]] = {node: [row] for node, row in chosen.items()}
    for row in prose:
        at = scanned.blocks[row].node
        while at > 0 and at not in within:
            at = scanned.nodes.parent[at]
        if at > 0 and row > within[at][0]:
            within[at].append(row)
    blocks = scanned.blocks
    made = [Article(tuple(rows), blocks[rows[0]].begins, blocks[rows[-1]].ends) for rows in within.values()]
    return tuple(sorted(made, key=lambda article: article.start))
