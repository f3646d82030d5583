"""Quick scores on the dev part of the tables, to choose between runs; what counts is ``python -m quality``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import torch
from batches import Store
from losses import Said, said

from data import IGNORED
from model import Reader
from sayso.read.encoder import labels

_LAYERS = ("names", "cues", "inner", "roles", "times")
_AT_ONCE = 64


def spans(tags: np.ndarray) -> set[tuple[int, int, int]]:  # type: ignore[type-arg]
    """Runs of a row of BIO tags as (first, last, kind); an inside tag without its begin opens one."""
    found, start, kind = set(), -1, -1
    for number, tag in enumerate([*tags.tolist(), 0]):
        inside = tag > 0 and tag % 2 == 0 and (tag - 1) // 2 == kind
        if kind >= 0 and not inside:
            found.add((start, number, kind))
            kind = -1
        if tag > 0 and not inside:
            start, kind = number, (tag - 1) // 2
    return found


class Tally:
    """Right, found and marked, by measure."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, name: str, found: set[tuple[int, int, int]], marked: set[tuple[int, int, int]]) -> None:
        self.counts[name, "right"] += len(found & marked)
        self.counts[name, "found"] += len(found)
        self.counts[name, "marked"] += len(marked)

    def scores(self) -> dict[str, float]:
        """F1 in percent."""
        names = sorted({name for name, _ in self.counts})
        whole = {n: self.counts[n, "found"] + self.counts[n, "marked"] for n in names}
        return {n: round(200 * self.counts[n, "right"] / max(1, whole[n]), 2) for n in names}


@torch.no_grad()
def score(readers: list[Reader], store: Store) -> dict[str, float]:
    """F1 of spans by head, and the share of attributions whose parts are right to the word when the cue is given."""
    for reader in readers:
        reader.eval()
    tally = Tally()
    for rows in _groups(len(store.sets)):
        batch = store.batch(rows)
        with torch.autocast(store.device, torch.bfloat16, enabled=store.device == "cuda"):
            each = [said(reader, batch) for reader in readers]
        for name in _LAYERS:
            guess = _mean([s.tags[name] for s in each])
            if name == "names":
                guess = guess.masked_fill(batch.shut.unsqueeze(1), -1e4)
            _tags(tally, name, guess.argmax(-1).cpu().numpy(), batch.layers[name].cpu().numpy())
        _parts(tally, each, batch)
        told = torch.stack([torch.sigmoid(s.happenings.float()) for s in each]).mean(0).cpu().numpy()
        gold = batch.happenings[:, 3:].cpu().numpy()
        for number in range(len(gold)):
            known = gold[number] != IGNORED
            tally.add(
                "happenings",
                {(number, k, 0) for k in np.flatnonzero((told[number] > 0.5) & known)},
                {(number, k, 0) for k in np.flatnonzero((gold[number] == 1) & known)},
            )
        _links(tally, each, batch.mentions.cpu().numpy())
    return tally.scores()


def _mean(logits: list[torch.Tensor]) -> torch.Tensor:
    return torch.stack([torch.softmax(one.float(), -1) for one in logits]).mean(0).log()


def _groups(many: int) -> Iterator[list[int]]:
    for start in range(0, many, _AT_ONCE):
        yield list(range(start, min(many, start + _AT_ONCE)))


def _tags(tally: Tally, name: str, guess: np.ndarray, gold: np.ndarray) -> None:  # type: ignore[type-arg]
    for one, right in zip(guess, gold, strict=True):
        known = right != IGNORED
        if known.any():
            tally.add(name, spans(one * known), spans(right * known))


def _parts(tally: Tally, each: list[Said], batch: object) -> None:
    asked = batch.asked  # type: ignore[attr-defined]
    guess = _mean([s.parts for s in each]).argmax(-1).cpu().numpy()
    gold, manner = asked.tags.cpu().numpy(), asked.manner.cpu().numpy()
    for number, (one, right) in enumerate(zip(guess, gold, strict=True)):
        known = right != IGNORED
        found, marked = spans(one * known), spans(right * known)
        for kind, part in enumerate(labels.PARTS):
            mine, theirs = ({s[:2] for s in of if s[2] == kind} for of in (found, marked))
            name = f"{part} exact, {labels.MANNERS[manner[number]]}"
            tally.add(name, {(number, 0, 0)}, {(number, 0, 0 if mine == theirs else 1)})


def _links(tally: Tally, each: list[Said], mentions: np.ndarray) -> None:  # type: ignore[type-arg]
    guess = _mean([s.links for s in each]).argmax(-1).cpu().numpy()
    for number, best in enumerate(guess):
        same = [
            m for m in range(number)
            if mentions[m, 0] == mentions[number, 0] and mentions[m, 3] == mentions[number, 3]
        ]  # fmt: skip
        right = best in same if same else best == len(mentions)
        tally.add("links", {(number, 0, 0)}, {(number, 0, 0 if right else 1)})
