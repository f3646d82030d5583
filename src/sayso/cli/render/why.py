"""What made each span of a Reading: the rule or the head of the encoder, and how sure it was."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.app.words import datum_words, kind_words
from sayso.model import Reading, Span
from sayso.read.triage.gate import kept_out

KEPT_OUT = (
    "The encoder did not read this article: no sign of an incident, so it was read by rules alone. "
    "SAYSO_TRIAGE=off has the encoder read every article."
)
_WORDS = 60
_Row = tuple[Span, str, str, str, float]


def why(reading: Reading) -> Group:
    """A table of every value, statement and mention in order of the text, with its maker and its score."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    for name, ratio in (("characters", 0), ("what", 3), ("words", 5), ("made by", 4), ("score", 0)):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, justify="right" if name == "score" else "left")
    for span, what, words, maker, score in sorted(_rows(reading), key=lambda row: (row[0], row[1])):
        short = " ".join(words.split())
        quoted = f"“{short if len(short) <= _WORDS else short[: _WORDS - 1] + '…'}”"
        table.add_row(f"{span.start}-{span.end}", Text(what), Text(quoted, "italic"), Text(maker), f"{score:.2f}")
    parts: list[RenderableType] = [Text(), Rule(f"Why: read by {reading.reader}", align="left", style="dim")]
    if kept_out(reading.reader):
        parts.append(Text(KEPT_OUT, style="yellow"))
    return Group(*parts, table)


def _rows(reading: Reading) -> Iterator[_Row]:
    text = reading.document.text
    for report in reading.reports:
        for a in report.assertions:
            value = datum_words(a.value)
            yield a.span, f"{report.id} {kind_words(a.field)}: {value}", a.text, a.made_by, a.score
    for s in reading.statements:
        yield s.content, f"{s.id} {kind_words(s.kind)}", s.content.of(text), s.made_by, s.score
        for voice in s.attribution:
            if voice.span is not None:
                yield voice.span, f"{s.id} voice: {voice.name}, {voice.kind}", voice.span.of(text), s.made_by, s.score
    for m in reading.mentions:
        what = f"{kind_words(m.kind)} {m.role}".strip() if m.kind in ("figure", "other") else kind_words(m.kind)
        yield m.span, what, m.text, m.made_by, m.score
