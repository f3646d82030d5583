"""What trees say of each block of a page: main text or not (training/cleaning).

The trees look at one block with what stands around it; no rule knows a site. They err in other places than an
extraction by rules, which is what ``sayso.clean.mend`` makes use of; pages too small to tell are left to trafilatura.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.clean.blocks import Scanned
from sayso.clean.features import Floats, features
from sayso.clean.trees import trees

LEAST_BLOCKS, LEAST_TEXT = 25, 1500
"""A page with fewer blocks or characters than this is not like those the trees were trained on."""
_TITLE = re.compile(r"<title\b[^>]*>(.{1,500}?)</title", re.I | re.S)
_TOLD = re.compile(r"\"articleBody\"\s*:\s*\"((?:[^\"\\]|\\.){40,200000})\"", re.S)


def enough(scanned: Scanned, texts: list[str]) -> bool:
    """True when the page is large enough for the trees."""
    return len(scanned.blocks) >= LEAST_BLOCKS and sum(map(len, texts)) >= LEAST_TEXT


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The blocks of a page as trees see them.

    Attributes:
        texts: of each block, white space folded.
        names, rows: columns, see ``sayso.clean.features``.
        odds: log odds of each block that it belongs to the main text.
    """

    texts: Sequence[str]
    names: tuple[str, ...]
    rows: Floats
    odds: Floats


def judge(source: str, scanned: Scanned, texts: list[str]) -> Judged:
    """What the trees say of each block of the page ``source``, scanned, with ``texts`` of its blocks."""
    first = trees("blocks.json")
    names, rows = features(scanned, texts, page_title(source), told_body(source))
    at = {name: i for i, name in enumerate(names)}
    odds = first.score(np.ascontiguousarray(rows[:, [at[name] for name in first.names]]))
    return Judged(texts, names, rows, odds)


def page_title(source: str) -> str:
    """Words of the page's own title."""
    match = _TITLE.search(source)
    return html.unescape(match.group(1)) if match else ""


def told_body(source: str) -> str:
    """Body of the article by structured data."""
    match = _TOLD.search(source) if "articleBody" in source else None
    try:
        return str(json.loads(f'"{match.group(1)}"', strict=False)) if match else ""
    except ValueError:
        return ""
