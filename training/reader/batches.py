"""Examples as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from data import IGNORED, Example
from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND, distances

_BEGIN, _END = 101, 102  # [CLS] and [SEP]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side; layers that a window lacks are ``IGNORED`` throughout."""

    pieces: Tensor
    mask: Tensor
    cases: Tensor
    firsts: Tensor
    layers: dict[str, Tensor]
    shut: Tensor
    """Windows by name tags, True for tags that the set of the window does not mark."""
    asked: Asked | None
    passages: Sentences
    happenings: Sentences


@dataclass(frozen=True, slots=True)
class Sentences:
    """Labelled sentences of a batch.

    Attributes:
        weights: windows by sentences by words, 1 / length on the words of each sentence.
        gold: windows by sentences (number of the class), or windows by sentences by kinds (1 or 0); ``IGNORED`` pads.
    """

    weights: Tensor
    gold: Tensor


@dataclass(frozen=True, slots=True)
class Asked:
    """Cues of a batch: window, words of the cue, words around it, distance of each, tags of each."""

    window: Tensor
    cue: Tensor
    around: Tensor
    mask: Tensor
    places: Tensor
    tags: Tensor
    told: dict[str, Tensor]


def batches(examples: Sequence[Example], most: int, seed: int) -> Iterator[Batch]:
    """The examples in random order, in batches of at most ``most`` pieces, windows of about one length together."""
    order = random.Random(seed)
    by_length = sorted(examples, key=lambda e: length(e) + order.random() * 40)
    groups: list[list[Example]] = [[]]
    for example in by_length:
        if groups[-1] and (len(groups[-1]) + 1) * (length(example) + 2) > most:
            groups.append([])
        groups[-1].append(example)
    order.shuffle(groups)
    yield from (collate(group) for group in groups if group)


def length(example: Example) -> int:
    """Pieces of a window."""
    window = example.window
    return sum(len(p) for p in example.labelled.words.pieces[window.first : window.last])


def collate(group: Sequence[Example]) -> Batch:
    """One batch of these windows."""
    longest = max(length(e) for e in group) + 2
    most_words = max(e.window.last - e.window.first for e in group)
    pieces = torch.zeros(len(group), longest, dtype=torch.long)
    mask, cases = torch.zeros_like(pieces), torch.zeros_like(pieces)
    firsts = torch.zeros(len(group), most_words, dtype=torch.long)
    layers = {n: torch.full_like(firsts, IGNORED) for n in ("names", "cues", "roles")}
    shut = torch.zeros(len(group), len(labels.NAME_TAGS), dtype=torch.bool)
    for row, example in enumerate(group):
        _fill(row, example, pieces, mask, cases, firsts)
        _tags(row, example, layers, shut)
    passages = _sentences([(e, [(a, b, [k]) for a, b, k in e.passages]) for e in group], most_words, 1)
    passages = Sentences(passages.weights, passages.gold.squeeze(-1).long())
    kinds = len(labels.HAPPENINGS)
    happenings = _sentences([(e, [(a, b, list(k)) for a, b, k in e.happenings]) for e in group], most_words, kinds)
    return Batch(pieces, mask, cases, firsts, layers, shut, ask(group), passages, happenings)


def _sentences(
    group: Sequence[tuple[Example, Sequence[tuple[int, int, Sequence[float]]]]], words: int, kinds: int
) -> Sentences:
    most = max(1, max(len(found) for _, found in group))
    weights = torch.zeros(len(group), most, words)
    gold = torch.full((len(group), most, kinds), float(IGNORED))
    for row, (example, found) in enumerate(group):
        for number, (first, last, told) in enumerate(found):
            weights[row, number, first - example.window.first : last - example.window.first] = 1 / (last - first)
            gold[row, number] = torch.tensor(told)
    return Sentences(weights, gold)


def _fill(row: int, example: Example, pieces: Tensor, mask: Tensor, cases: Tensor, firsts: Tensor) -> None:
    window, words = example.window, example.labelled.words
    numbers, kinds = [_BEGIN], [0]
    for place, word in enumerate(range(window.first, window.last)):
        firsts[row, place] = len(numbers)
        numbers.extend(words.pieces[word])
        kinds.extend([words.cases[word]] * len(words.pieces[word]))
    numbers.append(_END)
    pieces[row, : len(numbers)] = torch.tensor(numbers)
    mask[row, : len(numbers)] = 1
    cases[row, : len(kinds)] = torch.tensor(kinds)


def _tags(row: int, example: Example, layers: dict[str, Tensor], shut: Tensor) -> None:
    labelled, window = example.labelled, example.window
    for name, table in layers.items():
        tags = getattr(labelled, name)
        if tags is None:
            continue
        own = tags[window.own : window.last]
        table[row, window.own - window.first : window.last - window.first] = torch.tensor(own)
    if labelled.names is not None:
        for number, tag in enumerate(labels.NAME_TAGS):
            shut[row, number] = tag != "O" and tag[2:] not in labelled.known_names


def ask(group: Sequence[Example]) -> Asked | None:
    """The cues of the windows with the words around them; None when there is none."""
    found = [(row, e, r) for row, e in enumerate(group) for r in e.relations]
    if not found:
        return None
    size = 2 * AROUND + 1
    window = torch.tensor([row for row, _, _ in found])
    cue = torch.zeros(len(found), 2, dtype=torch.long)
    around = torch.zeros(len(found), size, dtype=torch.long)
    mask = torch.zeros(len(found), size, dtype=torch.bool)
    places, tags = torch.zeros_like(around), torch.full_like(around, IGNORED)
    for number, (_, example, relation) in enumerate(found):
        first, last = example.window.first, example.window.last
        cue[number] = torch.tensor([relation.first - first, min(relation.last, last) - first])
        begin = max(first, relation.first - AROUND)
        end = min(last, begin + size)
        around[number, : end - begin] = torch.arange(begin - first, end - first)
        mask[number, : end - begin] = True
        places[number, : end - begin] = torch.from_numpy(distances(relation.first, relation.last, begin, end))
        tags[number, : end - begin] = torch.tensor([relation.tags.get(word, 0) for word in range(begin, end)])
    told = {n: torch.tensor([r.told.get(n, IGNORED) for _, _, r in found]) for n in labels.TOLD}
    return Asked(window, cue, around, mask, places, tags, told)
