"""The mark-up of the labelled reports: text with nested bracketed spans, one sentence a line, then relations.

The whole form is told in ``guide.md``. This module only takes the brackets out and keeps where they stood; what
the tags mean together is ``resolve.py``'s job. No span is ever a counted number in a source file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CLASSES = {"t": "this", "e": "earlier", "h": "hypothetical", "o": "other"}
_PREFIX = re.compile(r"([teho])\| ")
_OPEN = re.compile(r"\[(\S+?) ")
_OWN_LINE = re.compile(r"- |\d\d[:.]\d\d ")


class MarkupError(Exception):
    """A source file that cannot be resolved; the message names the report and what to mend."""


@dataclass(frozen=True)
class Tag:
    """One bracket.

    Attributes:
        code: what stood between "[" and the first space ("s1", "@army:official", ".killed=3").
        start, end: character offsets into the text, end exclusive.
        order: number of the bracket in the report, by its opening.
        outer: order of the bracket around it, None at the top.
    """

    code: str
    start: int
    end: int
    order: int
    outer: int | None


@dataclass(frozen=True)
class Sentence:
    """One line of a source: offsets into the text, and its class ("" when the source leaves it to the default)."""

    start: int
    end: int
    kind: str


@dataclass
class Source:
    """One report as written: head, clean text, brackets, sentences, relation lines."""

    id: str
    outlet: str
    style: str
    published: str | None
    country: str
    region: str
    tags: tuple[str, ...]
    title: str
    text: str = ""
    brackets: list[Tag] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)

    def words(self, tag: Tag) -> str:
        """The words inside a bracket."""
        return self.text[tag.start : tag.end]

    def refuse(self, why: str) -> MarkupError:
        """The error to raise about this report."""
        return MarkupError(f"report {self.id}: {why}")


def parse(source: str) -> list[Source]:
    """All reports of one source file.

    Args:
        source: the file's text; a report starts with ``=== id outlet | style | published | country | region | tags``.

    Returns:
        the reports in order.

    Raises:
        MarkupError: a head, bracket or escape that cannot be read.
    """
    chunks = re.split(r"^=== ", source, flags=re.M)[1:]
    return [_report(chunk) for chunk in chunks]


def _report(chunk: str) -> Source:
    head, _, rest = chunk.partition("\n")
    number, _, cells = head.partition(" ")
    parts = [c.strip() for c in cells.split("|")]
    if len(parts) != 6:
        raise MarkupError(f"report {number}: the head needs outlet | style | published | country | region | tags")
    body, mark, relations = rest.partition("\n--\n")
    if not mark:
        raise MarkupError(f"report {number}: no line '--' between text and relations")
    outlet, style, published, country, region, tags = parts
    lines = body.split("\n")
    title = lines.pop(0)[2:] if lines[0].startswith("# ") else ""
    report = Source(
        id=number,
        outlet=outlet,
        style=style,
        published=None if published == "-" else published,
        country=country,
        region=region,
        tags=tuple(t for t in tags.split(",") if t),
        title=title,
        relations=[r.strip() for r in relations.split("\n") if r.strip()],
    )
    _Scanner(report).run(lines)
    return report


class _Scanner:
    """Takes the brackets out of the lines of one report, filling its text, brackets and sentences."""

    def __init__(self, report: Source) -> None:
        self.report = report
        self.out: list[str] = []
        self.at = 0
        self.open: list[tuple[str, int, int]] = []
        self.count = 0

    def run(self, lines: list[str]) -> None:
        fresh = True
        for line in lines:
            if not line.strip():
                fresh = True
                continue
            kind, line = self._class_of(line)
            if self.at:
                self._put("\n\n" if fresh else "\n" if _OWN_LINE.match(line) else " ")
            start = self.at
            self._line(line.strip())
            self.report.sentences.append(Sentence(start, self.at, kind))
            fresh = False
        if self.open:
            raise self.report.refuse(f"bracket [{self.open[-1][0]} is never closed")
        self.report.text = "".join(self.out)
        self.report.brackets.sort(key=lambda t: t.order)

    @staticmethod
    def _class_of(line: str) -> tuple[str, str]:
        found = _PREFIX.match(line)
        return (CLASSES[found[1]], line[found.end() :]) if found else ("", line)

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.at += len(text)

    def _line(self, line: str) -> None:
        at = 0
        while at < len(line):
            char = line[at]
            if char == "\\" and line[at + 1 : at + 2] in ("[", "]"):
                self._put(line[at + 1])
                at += 2
            elif char == "[":
                found = _OPEN.match(line, at)
                if not found:
                    raise self.report.refuse(f"a bracket without a tag at {line[at : at + 30]!r}")
                self.open.append((found[1], self.at, self.count))
                self.count += 1
                at = found.end()
            elif char == "]":
                self._close(line[max(0, at - 30) : at + 1])
                at += 1
            else:
                self._put(char)
                at += 1

    def _close(self, near: str) -> None:
        if not self.open:
            raise self.report.refuse(f"a bracket closed that was never opened at {near!r}")
        code, start, order = self.open.pop()
        if start == self.at:
            raise self.report.refuse(f"bracket [{code} ] holds nothing")
        outer = self.open[-1][2] if self.open else None
        self.report.brackets.append(Tag(code, start, self.at, order, outer))
