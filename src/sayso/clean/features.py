"""What each block of a page looks like, as numbers: its words, its elements, its neighbours, its likes on the page.

The columns follow work on boilerplate removal by learning: shallow features of the text (Kohlschuetter, Fankhauser and
Nejdl 2010), words in ids and classes (Peters and Lecocq 2013), the elements around (Vogels, Ganea and Eickhoff 2018).
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_
from typing import Any

import numpy as np

from sayso.clean.blocks import Block, Nodes, Scanned
from sayso.clean.hints import HINTS, WORDS

Floats = np.ndarray[Any, np.dtype[np.float32]]
Columns = dict[str, Floats]

UNKNOWN = -1e6
"""Stands for what a block has not: a neighbour beyond the end, a headline on a page without one."""
TAGS = (
    "article", "main", "aside", "nav", "header", "footer", "form", "figure", "figcaption", "ul", "ol", "li", "table",
    "section", "button", "blockquote", "pre", "dl", "noscript", "select", "h1", "p", "h2", "h3", "h4", "td", "a",
    "label", "span", "div", "title", "em",
)  # fmt: skip
AROUND = 21
"""The first of ``TAGS`` count anywhere around a block, the others only as its own element."""
_TAG_BIT = {tag: 1 << i for i, tag in enumerate(TAGS)}
_TAG_BIT |= {"h5": _TAG_BIT["h4"], "h6": _TAG_BIT["h4"], "th": _TAG_BIT["td"], "dd": _TAG_BIT["li"]}
_TAG_BIT |= {"dt": _TAG_BIT["li"], "i": _TAG_BIT["em"], "b": _TAG_BIT["em"], "strong": _TAG_BIT["em"]}
_AROUND = (1 << AROUND) - 1
_HIDDEN_BIT = 1 << list(HINTS).index("hidden")
_HINT, _WORD = ([(1 << i, re.compile(p)) for i, p in enumerate(table.values())] for table in (HINTS, WORDS))
_NAMED = re.compile(
    r"\b(?:class|id|role|itemprop|style|data-testid|data-component)=(?:\"([^\"]{1,300})|'([^']{1,300})|([^\s>]+))", re.I
)
_PART = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}|h1")
_CLASS = re.compile(r"class=[\"']?([a-zA-Z_\- ]{1,60})")
_DIGITS = "0123456789"
_TOKEN = re.compile(r"\w+")
_OPENS, _CLOSES = frozenset("-•*–—"), frozenset('.!?…"”»。।؟')
LONGEST_WORDED = 30
"""Words; longer blocks are not looked at for the words of buttons and notices."""
MOST_WORDS = 100_000
"""Words that are remembered."""
TITLED = 32
"""Bit above all that words say, and above their sum over a block."""
_SAYS = (1 << TITLED) - 1


@lru_cache(maxsize=50_000)
def _part_hints(part: str) -> int:
    return sum(bit for bit, pattern in _HINT if pattern.search(part))


class _Words(dict[str, int]):
    """What each word of a notice or button says, in bits, and above them whether it begins with a capital letter."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        low = word.lower()[:24]
        found = sum(bit for bit, pattern in _WORD if pattern.match(low)) | word[0].isupper() << TITLED
        self[word] = found
        return found


_words = _Words()


@lru_cache(maxsize=20_000)
def _named_hints(words: str) -> int:
    bits = 0
    for part in _PART.findall(words):
        bits |= _part_hints(part.lower())
    return bits


@lru_cache(maxsize=20_000)
def _own_hints(attributes: str) -> int:
    bits = 0
    for one, two, three in _NAMED.findall(attributes):
        bits |= _named_hints(one or two or three)
    if "hidden" in attributes and 'hidden="false"' not in attributes:
        bits |= _HIDDEN_BIT
    return bits


@lru_cache(maxsize=20_000)
def _name(tag: str, attributes: str) -> str:
    named = _CLASS.search(attributes)
    return f"{tag}.{named.group(1)}" if named else tag


@lru_cache(maxsize=20_000)
def hints_of(attributes: str) -> frozenset[str]:
    """Kinds of names (keys of ``HINTS``) in the words of a start tag."""
    bits = _own_hints(attributes)
    return frozenset(name for i, name in enumerate(HINTS) if bits & 1 << i)


class Masks:
    """Bits of tags and hints of each element around a block: its own, the nearest three, all above."""

    def __init__(self, nodes: Nodes, blocks: tuple[Block, ...]) -> None:
        """Look at the elements around ``blocks`` only; the page itself has no bits."""
        self.tags: dict[int, int] = {0: 0}
        self.around: dict[int, int] = {0: 0}
        self.own: dict[int, int] = {0: 0}
        self.near: dict[int, int] = {0: 0}
        self.all: dict[int, int] = {0: 0}
        self.name: dict[int, str] = {0: "html"}
        self._nodes = nodes
        for block in blocks:
            for row in reversed(self._path(block.inner)):
                self._add(row)

    def _path(self, row: int) -> list[int]:
        path, parent = [], self._nodes.parent
        while row not in self.own:
            path.append(row)
            row = parent[row]
        return path

    def _add(self, row: int) -> None:
        nodes = self._nodes
        above, tag, attributes = nodes.parent[row], nodes.tag[row], nodes.attributes[row]
        bit = _TAG_BIT.get(tag, 0)
        named = len(attributes) > 3
        own = _own_hints(attributes) if named else 0
        self.tags[row], self.own[row] = bit, own
        self.around[row] = self.around[above] | bit & _AROUND
        self.near[row] = own | self.own[above] | (self.own[nodes.parent[above]] if above else 0)
        self.all[row] = own | self.all[above]
        self.name[row] = _name(tag, attributes) if named else tag


def features(scanned: Scanned, texts: list[str], title: str = "", told: str = "") -> tuple[tuple[str, ...], Floats]:
    """Names of the columns, and one row a block.

    Args:
        scanned: the page.
        texts: of each block, white space folded; none is empty.
        title: words of the page's title.
        told: body of the article by structured data, "" when there is none.
    """
    blocks, nodes = scanned.blocks, scanned.nodes
    masks = Masks(nodes, blocks)
    columns = _text_columns(texts, blocks)
    _element_columns(columns, masks, nodes, blocks)
    _place_columns(columns, texts, title, masks, blocks)
    _held_columns(columns, nodes, blocks)
    _alike_columns(columns, masks, nodes, blocks)
    _copy_columns(columns, texts, told)
    _neighbour_columns(columns)
    return tuple(columns), np.column_stack(list(columns.values())).astype(np.float32)


def _bits(columns: Columns, label: str, names: tuple[str, ...], values: list[int]) -> None:
    masks = np.array(values, dtype=np.int64)[:, None]
    table = ((masks >> np.arange(len(names))[None, :]) & 1).astype(np.float32)
    for i, name in enumerate(names):
        columns[f"{label} {name}"] = table[:, i]


_TEXT = (
    "size", "words", "linked", "strong", "ends", "commas", "stop", "colon", "capital", "upper", "digits", "quoted",
    "bars", "bullet", "at", "http", "asks", "lower", "titled",
)  # fmt: skip


def _text_columns(texts: list[str], blocks: tuple[Block, ...]) -> Columns:
    rows, worded = [], []
    for t, b in zip(texts, blocks, strict=True):
        size, words, bits, titled, last = len(t), t.count(" ") + 1, 0, 0, t[-1]
        if words <= LONGEST_WORDED:
            hints = [_words[word] for word in t.split(" ")]
            bits, titled = reduce(or_, hints) & _SAYS, sum(hints) >> TITLED
        ends = t.count(". ") + t.count("? ") + t.count("! ") + (last in _CLOSES) + t.count("。") + t.count("؟ ")
        rows.append(
            (
                size, words, min(1.0, b.linked / size), min(1.0, b.strong / size), ends, t.count(", "), last in _CLOSES,
                last == ":", t[0].isupper(), t.isupper(), sum(map(t.count, _DIGITS)) / size, '"' in t or "“" in t,
                t.count("|") + t.count("•") + t.count("»") + t.count("·"), t[0] in _OPENS, "@" in t, "http" in t,
                "?" in t, t[0].islower(), titled / words,
            )
        )  # fmt: skip
        worded.append(bits)
    columns: Columns = dict(zip(_TEXT, np.array(rows, np.float32).T, strict=True))
    columns["ends a word"] = columns["ends"] / columns["words"]
    columns["commas a word"] = columns["commas"] / columns["words"]
    columns["length"] = columns["size"] / columns["words"]
    _bits(columns, "says", tuple(WORDS), worded)
    return columns


def _element_columns(columns: Columns, masks: Masks, nodes: Nodes, blocks: tuple[Block, ...]) -> None:
    _bits(columns, "tag", TAGS, [masks.tags.get(b.node, 0) for b in blocks])
    _bits(columns, "inner", TAGS[AROUND:], [masks.tags[b.inner] >> AROUND for b in blocks])
    _bits(columns, "in", TAGS[:AROUND], [masks.around[b.inner] for b in blocks])
    for label, values in (("own", masks.own), ("near", masks.near), ("all", masks.all)):
        _bits(columns, label, tuple(HINTS), [values[b.inner] for b in blocks])
    columns["depth"] = np.array([nodes.depth[b.node] for b in blocks], np.float32)


def _place_columns(columns: Columns, texts: list[str], title: str, masks: Masks, blocks: tuple[Block, ...]) -> None:
    count, size = len(texts), columns["size"]
    index, before = np.arange(count, dtype=np.float32), np.cumsum(size) - size
    total = max(1.0, float(size.sum()))
    columns["place"], columns["before"] = index / np.float32(count), before / np.float32(total)
    columns["from end"] = np.float32(count) - index
    columns["blocks"], columns["total"] = np.full(count, count, np.float32), np.full(count, total, np.float32)
    head = set(_TOKEN.findall(title.lower()))
    share = np.zeros(count, np.float32)
    if head:
        for i, t in enumerate(texts):
            own = set(_TOKEN.findall(t.lower())) if 6 < len(t) < 300 else None
            if own:
                share[i] = len(own & head) / len(own | head)
    scored = share + 0.4 * columns["in h1"] - columns["tag title"] - 0.3 * columns["linked"]
    best = int(scored.argmax()) if float(scored.max()) >= 0.4 else -1
    columns["as title"] = share
    columns["from title"] = index - best if best >= 0 else np.full(count, UNKNOWN, np.float32)
    columns["far from title"] = before - before[best] if best >= 0 else np.full(count, UNKNOWN, np.float32)


def _held_columns(columns: Columns, nodes: Nodes, blocks: tuple[Block, ...]) -> None:
    """What the element of a block holds in all, and those one, two, three and five above it."""
    size = columns["size"]
    prose = size * (columns["ends"] > 0) * (columns["linked"] < 0.5)
    at = np.array([b.node for b in blocks])
    held = np.zeros((len(nodes.tag), 4), np.float32)
    np.add.at(held, at, np.column_stack([size, prose, size * columns["linked"], np.ones_like(size)]))
    parents, parent = nodes.parent, np.maximum(np.array(nodes.parent), 0)
    rows = sorted(set(at.tolist()), reverse=True)
    plain: dict[int, list[float]] = {number: held[number].tolist() for number in rows}
    for number in _children_first(rows, parents):
        mine, above = plain[number], plain.setdefault(parents[number], [0.0, 0.0, 0.0, 0.0])
        for i in range(4):
            above[i] += mine[i]
    keys = list(plain)
    held[keys] = np.array([plain[k] for k in keys], np.float32)
    total, all_prose = max(1.0, float(size.sum())), max(1.0, float(prose.sum()))
    row = at
    for step in (0, 1, 2, 3, 5):
        if step:
            row = parent[row] if step != 5 else parent[parent[row]]
        chars, told, linked, blocks_in = held[row].T
        columns[f"held{step} share"], columns[f"held{step} prose"] = chars / total, told / all_prose
        columns[f"held{step} density"], columns[f"held{step} linked"] = told / (chars + 1), linked / (chars + 1)
        columns[f"held{step} blocks"] = blocks_in


def _children_first(rows: list[int], parents: list[int]) -> list[int]:
    """All elements around ``rows`` without the page, the innermost first: a child has a higher row than its parent."""
    seen: set[int] = set()
    for row in rows:
        while row > 0 and row not in seen:
            seen.add(row)
            row = parents[row]
    return sorted(seen, reverse=True)


def _alike_columns(columns: Columns, masks: Masks, nodes: Nodes, blocks: tuple[Block, ...]) -> None:
    """Blocks whose elements are called the same: how many, how long, how much of them prose, how much links."""
    rows: dict[str, int] = {}
    memo: dict[int, int] = {}
    for b in blocks:
        if b.node not in memo:
            above = max(0, nodes.parent[b.node])
            top = max(0, nodes.parent[above])
            name = f"{masks.name.get(b.node)}>{masks.name.get(above)}>{masks.name.get(top)}"
            memo[b.node] = rows.setdefault(name, len(rows))
    at = np.array([memo[b.node] for b in blocks])
    size = columns["size"]
    number, chars = np.bincount(at).astype(np.float32), np.bincount(at, size).astype(np.float32)
    prose, linked = np.bincount(at, size * (columns["ends"] > 0)), np.bincount(at, size * columns["linked"])
    columns["alike"], columns["alike size"] = number[at], (chars / number)[at]
    columns["alike share"] = (chars / max(1.0, float(chars.sum())))[at]
    columns["alike prose"] = (prose / (chars + 1))[at].astype(np.float32)
    columns["alike linked"] = (linked / (chars + 1))[at].astype(np.float32)


def _copy_columns(columns: Columns, texts: list[str], told: str) -> None:
    """How often the same words stand on the page, how often before; whether structured data has them."""
    seen: dict[str, int] = {}
    earlier = []
    for t in texts:
        earlier.append(seen.get(t, 0))
        seen[t] = earlier[-1] + 1
    columns["earlier"] = np.array(earlier, np.float32)
    columns["later"] = np.array([seen[t] for t in texts], np.float32) - columns["earlier"] - 1
    solid = "".join(told.split())
    found = [float("".join(t.split())[:60] in solid) if len(t) > 15 else 0.5 for t in texts] if solid else None
    columns["told"] = np.array(found, np.float32) if found else np.full(len(texts), UNKNOWN, np.float32)


def _neighbour_columns(columns: Columns) -> None:
    for name in (
        "words",
        "linked",
        "stop",
        "tag p",
        "tag li",
        "depth",
        "strong",
        "ends",
        "near comment",
        "near related",
    ):
        column = columns[name]
        for step in (-2, -1, 1, 2):
            moved = np.full_like(column, UNKNOWN)
            if step < 0:
                moved[-step:] = column[:step]
            else:
                moved[:-step] = column[step:]
            columns[f"{name} {step:+d}"] = moved
