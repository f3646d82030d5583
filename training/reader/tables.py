"""Examples as tables of numbers: what a training run reads, here or on another machine.

    python tables.py --data ../../../shared/data --out runs/tables.npz

Windows have one fixed size, so that a batch is a choice of rows; attributions, sentences and mentions lie in tables of
their own, sorted by window, with the rows of window ``n`` at ``bounds[n]`` to ``bounds[n + 1]``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from data import IGNORED, SETS, UNLICENSED, Example, Labelled, Relation, examples, read_lines
from model import tokens
from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND, distances
from sayso.read.encoder.windows import CONTEXT, PIECES
from sayso.read.encoder.words import Tokenizer, split_words

Table = np.ndarray[Any, np.dtype[Any]]
Tables = dict[str, Table]
WIDE = PIECES + CONTEXT // 4
"""Pieces of a row: a window's, its two marks, and a word that is longer than the room left."""
ROUND = 2 * AROUND + 1
LAYERS: Mapping[str, int] = {"names": 0, "cues": 0, "inner": 0, "roles": 0, "times": 0, "status": 0}
_BEGIN, _END = 101, 102  # [CLS] and [SEP]
UNLABELLED = "unlabelled"
_CHARACTERS = (600, 12000)
_ENGLISH = 0.97  # least share of ASCII characters: pages in other scripts and most in other languages have fewer


def tabled(found: Sequence[Example], number: int) -> Tables:
    """The tables of one set.

    Args:
        found: its windows.
        number: number of the set, kept with every window.

    Returns:
        ``pieces``, ``cases`` (windows by ``WIDE``), ``firsts`` and one table per layer (windows by words, ``IGNORED``
        where nothing is known), ``sizes`` (pieces, words, first own word), ``shut`` (windows by name tags, 1 for tags
        that the set does not mark), and the tables of attributions (``asked``), sentences and mentions.
    """
    rows = len(found)
    out: Tables = {
        "set": np.full(rows, number, dtype=np.int16),
        "pieces": np.zeros((rows, WIDE), dtype=np.int16), "cases": np.zeros((rows, WIDE), dtype=np.int8),
        "firsts": np.zeros((rows, WIDE), dtype=np.int16), "sizes": np.zeros((rows, 3), dtype=np.int16),
        "shut": np.zeros((rows, len(labels.NAME_TAGS)), dtype=np.int8),
        **{layer: np.full((rows, WIDE), IGNORED, dtype=np.int8) for layer in LAYERS},
    }  # fmt: skip
    for row, example in enumerate(found):
        _fill(row, example, out)
    many = len(labels.HAPPENINGS)
    out |= _rows("asked", [[_asked(e, r) for r in e.relations] for e in found], 7 + len(labels.TOLD) + ROUND)
    out |= _rows("passages", [[_moved(e, p) for p in e.passages] for e in found], 3)
    out |= _rows("happenings", [[(*_moved(e, h[:2]), *map(int, h[2])) for h in e.happenings] for e in found], 2 + many)
    out |= _rows("mentions", [[_moved(e, m) for m in e.mentions] for e in found], 3)
    return out


def _fill(row: int, example: Example, out: Tables) -> None:
    window, words = example.window, example.labelled.words
    pieces, cases, firsts = [_BEGIN], [0], []
    for word in range(window.first, window.last):
        firsts.append(len(pieces))
        pieces.extend(words.pieces[word])
        cases.extend([words.cases[word]] * len(words.pieces[word]))
    pieces.append(_END)
    out["pieces"][row, : len(pieces)] = pieces
    out["cases"][row, : len(cases)] = cases
    out["firsts"][row, : len(firsts)] = firsts
    out["sizes"][row] = len(pieces), len(firsts), window.own - window.first
    for layer in LAYERS:
        tags = getattr(example.labelled, layer)
        if tags is not None:
            own = slice(window.own - window.first, window.last - window.first)
            out[layer][row, own] = tags[window.own : window.last]
    if example.labelled.names is not None:
        known = example.labelled.known_names
        out["shut"][row] = [tag != "O" and tag[2:] not in known for tag in labels.NAME_TAGS]


def _moved(example: Example, row: Sequence[Any]) -> tuple[Any, ...]:
    return (row[0] - example.window.first, row[1] - example.window.first, *row[2:])


def _asked(example: Example, relation: Relation) -> tuple[int, ...]:
    """Cue, words around it, manner, what is told, tags: ``parts_of`` reads them back."""
    first, last = example.window.first, example.window.last
    begin, end = max(first, relation.first - AROUND), min(last, relation.first + AROUND + 1)
    tags = [relation.tags.get(word, 0) for word in range(begin, end)]
    told = [relation.told.get(name, IGNORED) for name in labels.TOLD]
    cue = relation.first - first, min(relation.last, last) - first
    return (*cue, begin - first, end - first, relation.manner, 1, 0, *told, *tags, *[IGNORED] * (ROUND - len(tags)))


def _rows(name: str, per_window: Iterable[Sequence[Sequence[int]]], wide: int) -> Tables:
    counts = [len(rows) for rows in per_window]
    flat = [row for rows in per_window for row in rows]
    table = np.array(flat, dtype=np.int16).reshape(-1, wide)
    return {name: table, f"{name}_bounds": np.concatenate(([0], np.cumsum(counts))).astype(np.int32)}


def asked_cue(first: int, last: int, words: int, manner: int) -> tuple[int, ...]:
    """A row of ``asked`` for a cue of which no parts are marked."""
    begin, end = max(0, first - AROUND), min(words, first + AROUND + 1)
    return (first, last, begin, end, manner, 0, 0, *[IGNORED] * (len(labels.TOLD) + ROUND))


def places(asked: Table) -> Table:
    """Distances from the cue of the words around it: attributions by ``ROUND``."""
    out = np.zeros((len(asked), ROUND), dtype=np.int64)
    for row, (first, last, begin, end) in enumerate(asked[:, :4].tolist()):
        out[row, : end - begin] = distances(first, last, begin, end)
    return out


def joined(parts: Sequence[Tables]) -> Tables:
    """The tables of several sets as one."""
    out: Tables = {}
    for name in parts[0]:
        if name.endswith("_bounds"):
            shifts = np.cumsum([0, *(len(p[name.removesuffix("_bounds")]) for p in parts[:-1])])
            moved = [p[name][:-1] + shift for p, shift in zip(parts, shifts, strict=True)]
            out[name] = np.concatenate([*moved, [sum(len(p[name.removesuffix("_bounds")]) for p in parts)]])
        else:
            out[name] = np.concatenate([p[name] for p in parts])
    return out


def unlabelled(folder: Path, tokenizer: Tokenizer) -> Iterator[Labelled]:
    """Texts of which only other models' answers are learned: reports of sets that are free to train on."""
    seen = set()
    for name, text in _texts(folder):
        if _CHARACTERS[0] <= len(text) <= _CHARACTERS[1] and text[:200] not in seen:
            seen.add(text[:200])
            yield Labelled(name, text, split_words(text, tokenizer))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in ("gva-incidents/docs.extra-train.jsonl.gz", "gva-incidents/docs.gvc-train.jsonl.gz"):
        yield from ((f"gva/{row['doc_id']}", row["text"]) for row in read_lines(folder / file))
    for row in read_lines(folder / "ecbplus/docs.train.jsonl.gz"):
        yield f"ecbplus/{row['doc_id']}", row["text"]
    for name in ("pages-wcxb", "pages-multi", "pages-scrapinghub"):
        for path in sorted((folder / name).glob("*.jsonl*")):
            yield from ((f"{name}/{n}", text) for n, row in enumerate(read_lines(path)) if (text := _article(row)))


def _article(row: Mapping[str, Any]) -> str:
    told = str(row.get("body") or "")
    return told if sum(c.isascii() for c in told) >= _ENGLISH * len(told) else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--out", type=Path, required=True, help="file of the tables, an .npz")
    parser.add_argument("--licensed-only", action="store_true", help="leave out sets that state no licence")
    args = parser.parse_args()
    tokenizer = tokens()
    made: Tables = {}
    for part in ("train", "dev"):
        names = [n for n in SETS if not (part == "train" and args.licensed_only and n in UNLICENSED)]
        parts = {n: list(examples(SETS[n](args.data, part, tokenizer))) for n in names}
        if part == "train":
            parts[UNLABELLED] = list(examples(unlabelled(args.data, tokenizer)))
        kept = {name: found for name, found in parts.items() if found}
        for name, found in kept.items():
            print(f"{part} {name}: {len(found):,} windows", flush=True)
        order = [*SETS, UNLABELLED]
        tables = joined([tabled(found, order.index(name)) for name, found in kept.items()])
        made |= {f"{part}/{name}": table for name, table in tables.items()}
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, **made)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
