"""One pass over a page: its text with the place of every character, its blocks, and the elements around each block.

No tree is built: a stack of open elements follows the tags, closed as browsers close them, so that every block knows
its ancestors and every character its place in the source. Time and memory are linear in the length of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from sayso.clean.limits import LONG_TAG, MAX_BLOCKS, MAX_DEPTH, MAX_ELEMENTS, MAX_LINKS, check_attributes
from sayso.clean.markup import BREAK, INLINE, PageText, opened
from sayso.clean.paragraphs import Paragraph, Run, merge
from sayso.model import Unreadable

_TOKEN = re.compile(
    r"(?P<text>[^<&]+)?(?:<(?:"
    r"(?=[sStTnNiI])(?i:(?P<raw>script|style|template|textarea|noembed|noframes|iframe|svg)\b[^>]*>"
    r"(?:[^<]++|<(?!/(?P=raw)\s*>))*+(?:</(?P=raw)\s*>|\Z))"
    r"|(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9:_-]*)(?P<attributes>[^<>\"']*+(?:\"[^\"]*\"[^<>\"']*+|'[^']*'[^<>\"']*+)*+)>"
    r"|!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|[!?/][^>]*>"
    r"|[a-zA-Z][^<>]*>)"
    r"|&(?P<ref>\#[xX][0-9a-fA-F]{1,6}|\#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
    r"|(?P<stray>[<&])|\Z)",
    re.S,
)
"""Text, if any, and the tag, reference or piece behind it. What is passed over (scripts, comments) is run over without
a way back, which is three times as fast as looking for its end character by character."""
VOID = frozenset(
    {
        "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param",
        "path", "keygen", "command",
    }
)  # fmt: skip
_CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li", "p"}), "p": frozenset({"p"}), "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}), "tr": frozenset({"tr", "td", "th", "p"}), "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}), "option": frozenset({"option"}),
    **{
        tag: frozenset({"p"})
        for tag in (
            "div", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "aside",
            "header", "footer", "nav", "form", "blockquote", "pre", "figure", "address", "main", "fieldset", "hr",
        )
    },
}  # fmt: skip
"""What an opening tag closes when it stands directly inside it."""
_NOTHING: frozenset[str] = frozenset()
_SOLID = re.compile(r"\S+")
_OUTER = frozenset({"div", "section", "article", "main", "aside", "header", "footer", "nav", "form"})
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = INLINE | {"img", "picture", "source", "path", "use", "g"}
"""Elements that do not break a line."""
_FENCES = frozenset({"table", "ul", "ol", "dl", "body", "html", "select"})
"""A closing tag of something else does not reach through these when it has no partner inside."""


@dataclass(slots=True)
class Nodes:
    """Elements that hold text, one row an element; row 0 is the page.

    Attributes:
        tag, attributes: name in small letters and the words of the start tag.
        parent: row of the element around it; -1 for the page.
        depth: number of elements around it.
    """

    tag: list[str] = field(default_factory=lambda: ["html"])
    attributes: list[str] = field(default_factory=lambda: [""])
    parent: list[int] = field(default_factory=lambda: [-1])
    depth: list[int] = field(default_factory=lambda: [0])


@dataclass(frozen=True, slots=True)
class Block:
    """Text between two breaks.

    Attributes:
        start, end: offsets into the page's text, without white space around it.
        node: row of the innermost element that is not inline.
        inner: row of the innermost element of its first word.
        linked: characters of it that are inside links.
        strong: characters of it that are inside bold elements.
        begins, ends: offsets into the source of its first character and behind its last one.
    """

    start: int
    end: int
    node: int
    inner: int
    linked: int
    strong: int
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """What one pass over a page gives.

    Attributes:
        page: all its text.
        blocks: in order.
        nodes: the elements they stand in.
    """

    page: PageText
    blocks: tuple[Block, ...]
    nodes: Nodes


def scan(source: str) -> Scanned:
    """Scan ``source`` (decoded HTML, well formed or not) once.

    Raises:
        Unreadable: ``too_deep`` or ``too_large`` when elements nest or number beyond the limits.
    """
    return _Scanner().run(source)


class _Scanner:
    def __init__(self) -> None:
        self.nodes = Nodes()
        self.stack = [0]
        self.names = ["html"]
        self.blocks: list[Block] = []
        self.text: list[str] = []
        self.runs: list[Run] = []
        self.at = 0
        self.links = self.bolds = self.anchors = self.elements = 0
        self.open = False
        self.first = self.last = self.linked = self.strong = self.node = self.inner = self.begins = self.ends = 0

    def run(self, source: str) -> Scanned:
        add = self._words
        for token in _TOKEN.finditer(source):
            kind, words = token.lastgroup, token["text"]
            if words is not None:
                add(words, token.start(), token.end("text"))
            if kind == "attributes":
                name = token["tag"].lower()
                if token["close"]:
                    self._close(name)
                else:
                    self._open(name, token["attributes"])
                if name not in SILENT:
                    self._break()
            elif kind == "ref":
                start = token.start("ref") - 1
                add(opened(source[start : token.end()]), start, token.end())
            elif kind == "stray":
                add(token["stray"], token.start("stray"), token.end())
        self._break()
        return Scanned(PageText("".join(self.text), tuple(self.runs)), tuple(self.blocks), self.nodes)

    def _words(self, words: str, start: int, end: int) -> None:
        size, at = len(words), self.at
        self.text.append(words)
        self.at = at + size
        if words.isspace():
            return
        self.runs.append((at, at + size, start, end))
        exact = end - start == size
        if not self.open:
            self.open = True
            lead = size - len(words.lstrip())
            self.first = at + lead
            self.begins = start + lead if exact else start
            self.linked = self.strong = 0
            self.inner = self.stack[-1]
            self.node = self._outer()
        held = len(words.rstrip())
        self.last = at + held
        self.ends = start + held if exact else end
        if self.links:
            self.linked += size
        if self.bolds:
            self.strong += size

    def _outer(self) -> int:
        for i in range(len(self.names) - 1, -1, -1):
            if self.names[i] not in INLINE:
                return self.stack[i]
        return 0

    def _break(self) -> None:
        self.text.append(BREAK)
        self.at += 1
        if self.open:
            self.open = False
            self.blocks.append(
                Block(
                    self.first, self.last, self.node, self.inner, self.linked, self.strong, self.begins, self.ends
                )
            )  # fmt: skip
            if len(self.blocks) > MAX_BLOCKS:
                raise _too_many(MAX_BLOCKS, "paragraphs")

    def _open(self, name: str, attributes: str) -> None:
        if len(attributes) > LONG_TAG:
            check_attributes(attributes)
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise _too_many(MAX_ELEMENTS, "elements")
        if name in VOID:
            return
        if name in ("html", "body"):  # some pages hold several; they are one
            self.nodes.attributes[0] += attributes
            return
        closes = _CLOSED_BY.get(name, _NOTHING)
        while self.names[-1] in closes:
            self._pop()
        if attributes.endswith("/") and name not in INLINE and name not in _CLOSED_BY:
            return
        nodes, stack = self.nodes, self.stack
        nodes.parent.append(stack[-1])
        nodes.depth.append(len(stack))
        stack.append(len(nodes.tag))
        nodes.tag.append(name)
        nodes.attributes.append(attributes)
        self.names.append(name)
        if len(stack) > MAX_DEPTH:
            raise Unreadable("too_deep", f"The page nests its elements more than {MAX_DEPTH} deep", "skip this page")
        if name == "a":
            self.links += 1
            self.anchors += 1
            if self.anchors > MAX_LINKS:
                raise _too_many(MAX_LINKS, "links")
        elif name in _BOLD:
            self.bolds += 1

    def _close(self, name: str) -> None:
        names = self.names
        if names[-1] == name and len(names) > 1:
            self._pop()
            return
        for i in range(len(names) - 1, 0, -1):
            if names[i] == name:
                while len(names) > i:
                    self._pop()
                return
            if names[i] in _FENCES and name not in _FENCES and name not in _OUTER:
                return

    def _pop(self) -> None:
        self.stack.pop()
        name = self.names.pop()
        if name == "a":
            self.links -= 1
        elif name in _BOLD:
            self.bolds -= 1


def _too_many(limit: int, what: str) -> Unreadable:
    return Unreadable("too_large", f"The page has more than {limit:,} {what}", "skip this page")


def located(page: PageText, starts: list[int], start: int, end: int) -> Paragraph:
    """The text of ``page`` from ``start`` to ``end`` as a Paragraph, white space folded, led back to the source.

    Args:
        page: all text of a page.
        starts: where each of its runs begins.
        start, end: offsets into its text, on characters that are not white space.
    """
    text: list[str] = []
    runs: list[Run] = []
    at, gap, number = 0, -1, bisect_right(starts, start) - 1
    while number < len(page.runs) and page.runs[number][0] < end:
        left, right, source, after = page.runs[number]
        exact = right - left == after - source
        for word in _SOLID.finditer(page.text, max(left, start), min(right, end)):
            begin = source + word.start() - left if exact else source
            stop = source + word.end() - left if exact else after
            if gap >= 0 and (word.start() > gap):
                runs.append((at, at + 1, runs[-1][3], begin))
                text.append(" ")
                at += 1
            words = word.group()
            runs.append((at, at + len(words), begin, stop))
            text.append(words)
            at += len(words)
            gap = word.end()
        number += 1
    return Paragraph("".join(text), merge(runs))
