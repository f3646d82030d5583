"""Which blocks of a thread of posts are its main text, by trees trained on labelled pages (training/cleaning).

The trees look at one block with what stands around it; no rule knows a site. On threads they find what extractors made
for articles lose; on news they were no better (decision 031), so that articles, and pages too small to tell, are left
to trafilatura, see ``sayso.clean.page``.
"""

from __future__ import annotations

import html
import json
import re

import numpy as np

from sayso.clean.blocks import Scanned
from sayso.clean.features import features
from sayso.clean.trees import block_trees

LEAST_BLOCKS, LEAST_TEXT = 25, 1500
"""A page with fewer blocks or characters than this is not like those the trees were trained on."""
KEPT_FROM = 0.0
"""Log odds from which a block is kept."""
_THREAD = re.compile(r"DiscussionForumPosting|\"QAPage\"|schema\.org/QAPage")
_TITLE = re.compile(r"<title\b[^>]*>(.{1,500}?)</title", re.I | re.S)
_TOLD = re.compile(r"\"articleBody\"\s*:\s*\"((?:[^\"\\]|\\.){40,200000})\"", re.S)


def enough(scanned: Scanned, texts: list[str]) -> bool:
    """True when the page is large enough for the trees."""
    return len(scanned.blocks) >= LEAST_BLOCKS and sum(map(len, texts)) >= LEAST_TEXT


def is_thread(source: str) -> bool:
    """True when a page says in structured data that it is a thread of posts."""
    return _THREAD.search(source) is not None


def pick(source: str, scanned: Scanned, texts: list[str]) -> list[bool]:
    """For each block of the page whether it belongs to the main text.

    Args:
        source: the page.
        scanned: the same, scanned.
        texts: of each block, white space folded.
    """
    trees = block_trees()
    names, rows = features(scanned, texts, page_title(source), told_body(source))
    at = {name: i for i, name in enumerate(names)}
    odds = trees.score(np.ascontiguousarray(rows[:, [at[name] for name in trees.names]]))
    return [bool(odd > KEPT_FROM) for odd in odds]


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
