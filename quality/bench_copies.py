"""How long it takes to tell whether one text is a copy of another, beside difflib on the same pairs of texts.

usage: python -m quality.bench_copies [GROUPS]

Every two documents of a group are compared, as reports of one incident are. The peer is the comparison of words in
Python's own library (``difflib.SequenceMatcher.ratio``), which gives a share of words kept, not who copied what.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from quality.copy_groups import documents
from quality.runner import lines
from sayso.link import compare

Pairs = Sequence[tuple[str, str]]


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m quality.bench_copies", description=__doc__)
    parser.add_argument("groups", nargs="?", type=Path, default=Path(__file__).parent / "data" / "copies" / "tuning")
    groups = [[doc.text for doc in documents(group)] for group in lines(parser.parse_args().groups)]
    pairs = [pair for texts in groups for pair in combinations(texts, 2)]
    words = sum(len(text.split()) for pair in pairs for text in pair) / (2 * len(pairs))
    print(f"{len(pairs):,} pairs of texts of {words:.0f} words")
    _rate("sayso.link.compare", pairs, compare)
    _rate("peer, difflib on words", pairs, lambda one, other: SequenceMatcher(None, one.split(), other.split()).ratio())
    return 0


def _rate(what: str, pairs: Pairs, compare_two: Callable[[str, str], object]) -> None:
    start = time.process_time()
    for one, other in pairs:
        compare_two(one, other)
    print(f"{what}: {1000 * (time.process_time() - start) / len(pairs):.2f} ms a pair")


if __name__ == "__main__":
    raise SystemExit(main())
