"""What a run says about texts, in the forms that the scorers take.

python predict.py --run runs/first --set polnear --docs polnear/dev.jsonl --out /tmp/predicted.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from batches import collate
from torch import Tensor

from data import Example, Labelled, examples, read_lines
from model import Reader, tokens
from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND, Attributed, attributions, distances
from sayso.read.encoder.decode import Scores, runs
from sayso.read.encoder.words import split_words


class Reading:
    """A trained reader on one text: scores of every word, and an answer for every cue."""

    def __init__(self, reader: Reader, labelled: Labelled) -> None:
        self.reader, self.words = reader, labelled.words
        self.windows = list(examples([labelled]))
        size = len(labelled.words)
        self.scores: dict[str, Scores] = {
            "names": np.zeros((size, len(labels.NAME_TAGS)), np.float32),
            "cues": np.zeros((size, len(labels.CUE_TAGS)), np.float32),
            "roles": np.zeros((size, len(labels.ROLE_TAGS)), np.float32),
        }
        self.states: list[Tensor] = []
        for example in self.windows:
            self._read(example)

    def _read(self, example: Example) -> None:
        batch, window = collate([example]), example.window
        with torch.inference_mode():
            states = self.reader.states(batch.pieces, batch.mask, batch.cases, batch.firsts)
            tags = self.reader.tags(states)
        self.states.append(states[0])
        for name, table in self.scores.items():
            table[window.own : window.last] = tags[name][0, window.own - window.first :].numpy()

    def ask(self, cues: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Scores]]:
        """See ``sayso.read.encoder.attributions.Asked``."""
        for first, last in cues:
            number = next(n for n, e in enumerate(self.windows) if e.window.own <= first < e.window.last)
            window, states = self.windows[number].window, self.states[number]
            begin, end = max(window.first, first - AROUND), min(window.last, first + AROUND + 1)
            cue = states[first - window.first : min(last, window.last) - window.first].mean(0, keepdim=True)
            around = states[begin - window.first : end - window.first].unsqueeze(0)
            places = torch.from_numpy(distances(first, last, begin, end)).unsqueeze(0)
            with torch.inference_mode():
                parts, _ = self.reader.ask(around, torch.ones(1, end - begin, dtype=torch.bool), places, cue)
            yield begin, parts[0].numpy()

    def attributions(self, bias: float) -> tuple[Attributed, ...]:
        """Who says what."""
        return attributions(self.words, self.scores["cues"], lambda cues: list(self.ask(cues)), bias)


def attribution_row(name: str, found: Sequence[Attributed], *, nested: bool) -> dict[str, Any]:
    """One line for ``score/attribution.py``; without ``nested`` what stands inside another's content is left out."""
    rows: list[dict[str, Any]] = []
    for number, one in enumerate(found):
        around = [
            (sum(s.end - s.start for s in other.content), n)
            for n, other in enumerate(found)
            if n != number and any(s.contains(c) for s in other.content for c in one.cue)
        ]
        if around and not nested:
            continue
        spans = {part: [[s.start, s.end] for s in getattr(one, part)] for part in ("source", "cue", "content")}
        parent = {"parent": f"E{min(around)[1]}"} if around else {}
        rows.append({"id": f"E{number}", **spans, **parent})
    return {"id": name, "attributions": rows}


_NER = {"person": "Person", "organisation": "Organization", "place": "Location", "facility": "Facility"}


def names_row(name: str, reading: Reading) -> dict[str, Any]:
    """One line for ``score/ner.py``."""
    words, found = reading.words, []
    for run in runs(reading.scores["names"]):
        kind = labels.NAMES[run.kind]
        if kind in _NER:
            found.append({"span": [words.starts[run.first], words.ends[run.last - 1]], "type": _NER[kind]})
    return {"id": name, "entities": found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--set", choices=("polnear", "gum", "worldwide"), required=True)
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bias", type=float, default=0.0)
    args = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=False)["reader"])
    reader.eval()
    tokenizer = tokens()
    with args.out.open("w") as out:
        for row in read_lines(args.docs):
            labelled = Labelled(row["id"], row["text"], split_words(row["text"], tokenizer))
            reading = Reading(reader, labelled)
            if args.set == "worldwide":
                line = names_row(row["id"], reading)
            else:
                line = attribution_row(row["id"], reading.attributions(args.bias), nested=args.set == "gum")
            out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
