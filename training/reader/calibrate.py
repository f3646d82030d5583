"""From the scores of a released model to the share of its findings that are right, with a picture of how well it holds.

    python calibrate.py --model ../../src/sayso/read/encoder/released --data ../../../shared/data --picture scores.svg

Runs in the product's own environment (no torch) with matplotlib. The lines (isotonic regression by pooling adjacent
violators, Barlow et al. 1972) are drawn through all texts of the dev parts; to measure them, each half of the texts is
scored by the line through the other half: expected calibration error in ten bins (Naeini et al. 2015), in points.
A statement is right when its cue shares a character with a marked one and half of their contents' characters are
common; a name when span and type are those that are marked.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.model import Document, Statement
from sayso.read.actors import find_actors
from sayso.read.encoder.calibration import Calibration
from sayso.read.encoder.session import Encoder
from sayso.read.passages import split_passages
from sayso.read.statements import find_statements

Pairs = dict[str, list[tuple[float, bool]]]
_BINS = 10
_HALF = 0.5
_CORNERS = 12
_LEAST = 30  # findings a corner: fewer tell a share too roughly
_NAMES = {"Person": "person", "Organization": "organisation", "Location": "place", "NORP": "nationality"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--picture", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder(args.model)
    encoder.calibration = Calibration()
    halves: tuple[Pairs, Pairs] = (defaultdict(list), defaultdict(list))
    for number, row in enumerate(_rows(args.data / "polnear/dev.jsonl")):
        for group, score, right in _statements(row, encoder):
            halves[number % 2][group].append((score, right))
    for number, row in enumerate(_rows(args.data / "ner-worldwide/dev.jsonl.gz")):
        for group, score, right in _named(row, encoder):
            halves[number % 2][group].append((score, right))
    whole = {group: halves[0][group] + halves[1][group] for group in sorted({*halves[0], *halves[1]})}
    kept = {group: corners(pairs) for group, pairs in whole.items()}
    (args.model / "calibration.json").write_text(json.dumps(kept, indent=1) + "\n")
    seen = {group: crossed(halves[0][group], halves[1][group]) for group in whole}
    for group, pairs in seen.items():
        before, after = error(whole[group]), error(pairs)
        print(f"{group:22} {len(pairs):6,}  calibration error {before:5.1f} before, {after:5.1f} after")
    for sort in ("name", "statement"):
        pairs = [pair for group, some in seen.items() if group.startswith(sort) for pair in some]
        print(f"all {sort + 's':18} {len(pairs):6,}  calibration error {error(pairs):5.1f} after")
    _draw(seen, args.picture)


def crossed(one: Sequence[tuple[float, bool]], other: Sequence[tuple[float, bool]]) -> list[tuple[float, bool]]:
    """The pairs of each half with scores by the line that the other half draws."""
    found = []
    for drawn, measured in ((one, other), (other, one)):
        line = Calibration({"": corners(drawn)})
        found += [(line("", score), right) for score, right in measured]
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _statements(row: dict[str, Any], encoder: Encoder) -> Iterator[tuple[str, float, bool]]:
    document = Document(str(row["id"]), "", row["text"], language="en")
    passages = split_passages(document)
    actors = find_actors(document, passages, (), encoder)
    for said in find_statements(document, passages, actors, encoder=encoder):
        cue = said.attribution[-1].cue_span if said.attribution else None
        if cue is None or said.parent is not None:
            continue
        yield _group(said), said.score, any(_same(said, (cue.start, cue.end), gold) for gold in row["attributions"])


def _group(said: Statement) -> str:
    if said.made_by.startswith("encoder"):
        return "statement encoder"
    return "statement agreed" if said.made_by.endswith("encoder agrees") else "statement rule"


def _same(said: Statement, cue: tuple[int, int], gold: dict[str, Any]) -> bool:
    if not any(start < cue[1] and cue[0] < end for start, end in gold["cue"]):
        return False
    told = range(said.content.start, said.content.end)
    marked = {n for start, end in gold["content"] for n in range(start, end)}
    common = sum(n in marked for n in told)
    return common >= _HALF * max(len(told), len(marked))


def _named(row: dict[str, Any], encoder: Encoder) -> Iterator[tuple[str, float, bool]]:
    gold = {(*e["span"], _NAMES.get(e["type"])) for e in row["entities"]}
    for one in encoder.read(row["text"]).named:
        if one.kind in _NAMES.values():
            yield f"name {one.kind}", one.score, (one.span.start, one.span.end, one.kind) in gold


def corners(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """The isotonic line through (score, right) pairs, as at most twelve corners."""
    blocks: list[list[float]] = []  # mean score, share that is right, weight
    for score, right in sorted(pairs):
        blocks.append([score, float(right), 1.0])
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            (s, r, w), (t, q, v) = blocks[-2], blocks.pop()
            blocks[-1] = [(s * w + t * v) / (w + v), (r * w + q * v) / (w + v), w + v]
    while len(blocks) > 1 and (len(blocks) > _CORNERS or min(b[2] for b in blocks) < _LEAST):  # the lightest joins one
        light = min(range(len(blocks)), key=lambda n: blocks[n][2])
        beside = min((n for n in (light - 1, light + 1) if 0 <= n < len(blocks)), key=lambda n: blocks[n][2])
        first = min(light, beside)
        (s, r, w), (t, q, v) = blocks[first], blocks.pop(first + 1)
        blocks[first] = [(s * w + t * v) / (w + v), (r * w + q * v) / (w + v), w + v]
    return [(round(s, 4), round(r, 4)) for s, r, _ in blocks]


def bins(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Mean score, share that is right and number, of each tenth of the scale that has any."""
    found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in pairs:
        found[min(_BINS - 1, int(score * _BINS))].append((score, right))
    return [
        (sum(s for s, _ in some) / len(some), sum(r for _, r in some) / len(some), len(some))
        for _, some in sorted(found.items())
    ]


def error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error, in points."""
    return 100 * sum(n * abs(mean - share) for mean, share, n in bins(pairs)) / max(1, len(pairs))


def _draw(pairs: Mapping[str, Sequence[tuple[float, bool]]], out: Path) -> None:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(6, 6))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    for group, some in sorted(pairs.items()):
        shown = bins(some)
        axes.plot([m for m, _, _ in shown], [r for _, r, _ in shown], marker="o", label=f"{group} ({len(some):,})")
    axes.set(xlabel="score", ylabel="share that is right, on texts that drew no line", xlim=(0, 1), ylim=(0, 1))
    axes.legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(out)
    print(out)


if __name__ == "__main__":
    main()
