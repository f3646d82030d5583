"""A second look at an extracted text: which of its lines are no part of the article, and which blocks it lost.

A fast extraction and trees over the blocks of the page (``sayso.clean.pick``) err in different places. Where they
disagree a second, smaller set of trees decides, which sees what either says of a block, of its neighbours and of the
blocks that are built like it (stacking, Wolpert 1992; trained on judgements of trees that had not seen the site,
training/cleaning). A line goes only when it is surely none of the article, and a block comes only when it is likely
one and says nothing that the text says already.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.clean.blocks import Scanned, located
from sayso.clean.head import byline_in
from sayso.clean.paragraphs import Paragraph
from sayso.clean.pick import Judged
from sayso.clean.published import publication_line
from sayso.clean.trees import trees

Floats = NDArray[np.floating[Any]]
Columns = dict[str, Floats]

GOES_BELOW, COMES_FROM = 0.45, 0.55
"""Likelihood below which a line of the text goes, and from which a block comes; chosen on halves of the sites."""
SURE = 0.9
LOST_BELOW = 0.3
"""Share of a block in the text below which the text has lost it."""
SAID = 0.5
"""Share of a block's runs of ``RUN`` words that the text holds, from which the block is a copy of what is there."""
RUN = 3
FAR = 60
HEAD = 8
"""Lines at the top of the text among which those of the head are."""
_WORD = re.compile(r"\w+")
_OWN = (
    "linked", "words", "alike", "size", "earlier", "later", "held2 density", "held1 density", "held1 linked", "stop",
    "colon", "upper", "tag h2", "tag li", "in h1", "near caption", "near related", "near comment", "all comment",
    "near author",
    "says related", "says credit", "says by", "says subscribe",
)  # fmt: skip
"""Columns of the block itself that the second trees see, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an extracted text.

    Attributes:
        paragraph: the line, placed in the source.
        blocks: row of each block it stands on, to the number of its characters there; empty when not placed.
    """

    paragraph: Paragraph
    blocks: dict[int, int]


def lines_on(scanned: Scanned, paragraphs: Sequence[Paragraph]) -> list[Line]:
    """``paragraphs`` of a text, placed in the source, with the blocks of the page that they stand on."""
    spans = [(block.begins, block.ends) for block in scanned.blocks]
    starts = [start for start, _ in spans]
    return [Line(p, _under(p, spans, starts)) for p in paragraphs]


def _under(paragraph: Paragraph, spans: list[tuple[int, int]], starts: list[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for segment in paragraph.segments:
        first, last = segment.source.start, segment.source.end
        row = max(0, bisect_right(starts, first) - 1)
        while row < len(spans) and spans[row][0] < last:
            start, end = spans[row]
            common = min(end, last) - max(start, first)
            if common > 0:
                whole = first >= start and last <= end
                found[row] = found.get(row, 0) + (segment.text.end - segment.text.start if whole else common)
            row += 1
    return found


def mend(
    scanned: Scanned, texts: Sequence[str], judged: Judged | None, lines: list[Line], own: Mapping[int, float]
) -> tuple[Paragraph, ...]:
    """The paragraphs of the article, in order of the page.

    Args:
        scanned: the page.
        texts: of its blocks.
        judged: its blocks with what the first trees say of them; None for a page that is too small for them, which
            keeps its lines and gets back what is its ``own``.
        lines: the extracted text.
        own: blocks that are prose or headlines of one of several articles of the page, each with the likelihood from
            which it comes and stays.
    """
    size = [len(text) for text in texts]
    held = held_of(lines, size)
    likely = _likely(judged, held) if judged else held.copy()
    for row, least in own.items():
        if judged is None or likely[row] >= least:
            likely[row] = max(likely[row], SURE)
    stays = [line for n, line in enumerate(lines) if (n < HEAD and _heads(line)) or not _goes(line, likely)]
    lost = [row for row in range(len(size)) if likely[row] > COMES_FROM and held[row] < LOST_BELOW]
    lost = unsaid(lost, texts, stays)
    return _in_order(scanned, stays, lost)


def held_of(lines: list[Line], size: list[int]) -> Floats:
    """Share of each block, of ``size`` characters, that stands in the text."""
    held = np.zeros(len(size), np.float32)
    for line in lines:
        for row, characters in line.blocks.items():
            held[row] += characters / max(1, size[row])
    shares: Floats = np.minimum(held, 1)
    return shares


def _likely(judged: Judged, held: Floats) -> Floats:
    second = trees("mend.json")
    columns = second_columns(judged.names, judged.rows, 1 / (1 + np.exp(-judged.odds)), held)
    odds = second.score(np.column_stack([columns[name] for name in second.names]).astype(np.float32))
    likely: Floats = 1 / (1 + np.exp(-odds))
    return likely


def _goes(line: Line, likely: Floats) -> bool:
    """True when the blocks that a line stands on are likely no part of the article; one that is not placed stays."""
    characters = sum(line.blocks.values())
    return bool(characters) and sum(likely[row] * n for row, n in line.blocks.items()) / characters < GOES_BELOW


def _heads(line: Line) -> bool:
    """True for a byline or the line of publication: ``sayso.clean.head`` reads it and takes it out of the text."""
    text = line.paragraph.text
    return bool(byline_in(text)) or publication_line(text)[0]


def unsaid(rows: list[int], texts: Sequence[str], stays: list[Line]) -> list[int]:
    """``rows`` without blocks that repeat what the text says: summaries, copies for machines, pull quotes."""
    if not rows:
        return rows
    said = {run for line in stays for run in _runs(line.paragraph.text)}
    return [row for row in rows if not _repeats(_runs(texts[row]), said)]


def _repeats(runs: list[tuple[str, ...]], said: set[tuple[str, ...]]) -> bool:
    return bool(runs) and sum(run in said for run in runs) > SAID * len(runs)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return list(zip(*(words[i:] for i in range(RUN)), strict=False))


def _in_order(scanned: Scanned, stays: list[Line], rows: list[int]) -> tuple[Paragraph, ...]:
    """Lines and blocks by their place on the page; a line that is not placed follows the one before."""
    if not rows:
        return tuple(line.paragraph for line in stays)
    starts = [run[0] for run in scanned.page.runs]
    placed: list[tuple[int, Paragraph]] = []
    at = -1
    for line in stays:
        at = min(line.blocks, default=at)
        placed.append((at, line.paragraph))
    for row in rows:
        block = scanned.blocks[row]
        placed.append((row, located(scanned.page, starts, block.start, block.end)))
    return tuple(paragraph for _, paragraph in sorted(placed, key=lambda pair: pair[0]))


def second_columns(names: tuple[str, ...], rows: Floats, likely: Floats, held: Floats) -> Columns:
    """What the second trees see of each block.

    Args:
        names, rows: columns of the blocks, see ``features``.
        likely: likelihood of each block by the first trees.
        held: share of each block in the extracted text.
    """
    at = {name: i for i, name in enumerate(names)}
    size = rows[:, at["size"]].astype(np.float64)
    columns: Columns = {"q": likely, "f": held}
    _near(columns, likely, held, size)
    _of_page(columns, likely, held, size, prose=size * (rows[:, at["ends"]] > 0) * (rows[:, at["linked"]] < 0.5))
    alike = _groups(rows[:, [at[f"alike{what}"] for what in ("", " size", " share")]])
    columns["alike kept"], columns["alike q"] = _others(alike, held, size), _others(alike, likely, size)
    for step, label, values in ((3, "held3 kept", held), (1, "held1 q", likely)):
        around = _groups(rows[:, [at[f"held{step} {what}"] for what in ("share", "prose", "blocks")]])
        columns[label] = _others(around, values, size)
    columns.update((name, rows[:, at[name]]) for name in _OWN)
    return columns


def _near(columns: Columns, likely: Floats, held: Floats, size: Floats) -> None:
    for step in (-2, -1, 1, 2):
        columns[f"q{step}"] = _moved(likely, step)
    for step in (-1, 1):
        columns[f"f{step}"] = _moved(held, step)
    for reach in (3, 10):
        around = np.maximum(_window(size, reach), 1)
        columns[f"qw{reach}"] = _window(likely * size, reach) / around
        columns[f"fw{reach}"] = _window(held * size, reach) / around
    index = np.arange(len(size))
    kept = held > 0.5
    before = np.maximum.accumulate(np.where(kept, index, -(10**6)))
    after = np.minimum.accumulate(np.where(kept, index, 10**6)[::-1])[::-1]
    columns["since kept"], columns["until kept"] = np.minimum(index - before, FAR), np.minimum(after - index, FAR)
    rows = np.flatnonzero(kept)
    first, last = (rows[0], rows[-1]) if len(rows) else (len(size), -1)
    columns["from first"], columns["to last"] = np.clip(index - first, -50, 50), np.clip(last - index, -50, 50)


def _of_page(columns: Columns, likely: Floats, held: Floats, size: Floats, prose: Floats) -> None:
    """How far the two agree, how much either found, and how long the run of lost blocks is that a block stands in."""
    picked = (likely > 0.5) * size
    total, text = picked.sum(), (held * size).sum()
    both = (picked * held).sum()
    whole = {
        "rec": both / max(1, total), "prec": both / max(1, text), "trees total": total, "extra": total - both,
        "unsure": (np.minimum(likely, 1 - likely) * size).sum() / max(1, total), "kept total": text,
        "kept share page": text / max(1, size.sum()), "prose kept": (prose * held).sum() / max(1, prose.sum()),
        "prose total": prose.sum(),
    }  # fmt: skip
    columns.update((name, np.full(len(size), value)) for name, value in whole.items())
    lost = (likely > 0.5) & (held < LOST_BELOW)
    number = np.cumsum(np.diff(lost, prepend=False))
    columns["run"] = np.where(lost, np.bincount(number, size)[number], 0)


def _moved(values: Floats, step: int) -> Floats:
    """The value of the block ``step`` further on, -1 where there is none."""
    out: Floats = np.full_like(values, -1)
    if abs(step) < len(values):
        if step < 0:
            out[-step:] = values[:step]
        else:
            out[:-step] = values[step:]
    return out


def _window(values: Floats, reach: int) -> Floats:
    total = np.concatenate([[0], np.cumsum(values)])
    index = np.arange(len(values))
    sums: Floats = total[np.minimum(len(values), index + reach + 1)] - total[np.maximum(0, index - reach)]
    return sums


def _groups(rows: Floats) -> NDArray[np.intp]:
    """A number for each row, the same for equal rows."""
    keys = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))).ravel()
    return np.unique(keys, return_inverse=True)[1]


def _others(group: NDArray[np.intp], values: Floats, size: Floats) -> Floats:
    """Mean of ``values`` over the other blocks of a group by their size, -1 for a block that is alone."""
    part, whole = np.bincount(group, values * size)[group] - values * size, np.bincount(group, size)[group] - size
    means: Floats = np.where(whole > 0, part / np.maximum(whole, 1), -1)
    return means
