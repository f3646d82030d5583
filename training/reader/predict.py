"""What a run says about texts, in the forms that the scorers take.

python predict.py --run runs/first --set polnear --docs polnear/dev.jsonl --out predicted.jsonl
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

from data import Example, Labelled, all_sentences, examples, read_lines
from model import Reader, tokens
from sayso.read.encoder import labels
from sayso.read.encoder.attributions import AROUND, Answer, Attributed, attributions, distances
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
            "happenings": np.zeros((size, len(labels.HAPPENINGS)), np.float32),
        }
        self.states: list[Tensor] = []
        for example in self.windows:
            self._read(example)

    def _read(self, example: Example) -> None:
        batch, window = collate([example]), example.window
        with torch.inference_mode():
            states = self.reader.states(batch.pieces, batch.mask, batch.cases, batch.firsts)
            tags = {**self.reader.tags(states), "happenings": self.reader.happenings(states)}
        self.states.append(states[0])
        for name, table in self.scores.items():
            table[window.own : window.last] = tags[name][0, window.own - window.first :].numpy()

    def ask(self, cues: Sequence[tuple[int, int]]) -> Iterator[Answer]:
        """See ``sayso.read.encoder.attributions.Asked``."""
        for first, last in cues:
            number = next(n for n, e in enumerate(self.windows) if e.window.own <= first < e.window.last)
            window, states = self.windows[number].window, self.states[number]
            begin, end = max(window.first, first - AROUND), min(window.last, first + AROUND + 1)
            cue = states[first - window.first : min(last, window.last) - window.first].mean(0, keepdim=True)
            around = states[begin - window.first : end - window.first].unsqueeze(0)
            places = torch.from_numpy(distances(first, last, begin, end)).unsqueeze(0)
            with torch.inference_mode():
                parts, told = self.reader.ask(around, torch.ones(1, end - begin, dtype=torch.bool), places, cue)
            yield Answer(begin, parts[0].numpy(), {name: t[0].numpy() for name, t in told.items()})

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


_MUC = dict(zip(labels.ROLES, ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"), strict=True))


def muc4_row(name: str, reading: Reading, text: str, gates: tuple[float, float, float]) -> dict[str, Any]:
    """One line for ``score/muc4.py``: a template for each type that a sentence tells of, with the fillers told there.

    Args:
        name: id of the message.
        reading: what was read.
        text: its text.
        gates: least probability of a type for a template, of a sentence for a filler, and the bias of the fillers.
    """
    words = reading.words
    found = [
        (first, last, 1 / (1 + np.exp(-reading.scores["happenings"][first:last].mean(axis=0))))
        for first, last in sentences(words, text)
    ]
    told = np.max([chances for _, _, chances in found], axis=0) if found else np.zeros(len(labels.HAPPENINGS))
    kinds = [n for n, chance in enumerate(told) if chance >= gates[0]]
    templates = {n: {"incident_type": labels.HAPPENINGS[n], **{role: [] for role in _MUC.values()}} for n in kinds}
    for run in runs(reading.scores["roles"], gates[2]):
        chances = next((c for first, last, c in found if first <= run.first < last), None)
        if chances is None or not kinds:
            continue
        best = max(kinds, key=lambda n: chances[n])
        if chances[best] >= gates[1]:
            mention = " ".join(text[words.starts[run.first] : words.ends[run.last - 1]].split())
            templates[best][_MUC[labels.ROLES[run.kind]]].append(mention)
    for template in templates.values():
        for role in _MUC.values():
            template[role] = [[m] for m in distinct(template[role])]
    extracts = {
        role: [[m] for m in distinct([e[0] for t in templates.values() for e in t[role]])] for role in _MUC.values()
    }
    return {"docid": name, "templates": list(templates.values()), "extracts": extracts}


def sentences(words: Any, text: str) -> list[tuple[int, int]]:
    """Word spans of the sentences."""
    return [(a, b) for a, b, _ in all_sentences(words, text)]


def distinct(mentions: Sequence[str]) -> list[str]:
    """One mention per entity: equal heads with one's words among the other's are one, the longer name stays."""
    kept: list[str] = []
    for mention in sorted(mentions, key=len, reverse=True):
        parts = mention.lower().split()
        same = any(parts[-1] == k.lower().split()[-1] and set(parts) <= set(k.lower().split()) for k in kept)
        initials = any("".join(w[0] for w in k.lower().split() if len(w) > 2) == mention.lower() for k in kept)
        if not same and not initials:
            kept.append(mention)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--set", choices=("polnear", "gum", "worldwide", "muc4"), required=True)
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bias", type=float, default=0.0)
    parser.add_argument("--gates", default="0.5,0.3,0", help="muc4: of types, of sentences, bias of fillers")
    args = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=False)["reader"])
    reader.eval()
    tokenizer = tokens()
    with args.out.open("w") as out:
        for row in read_lines(args.docs):
            name, text = row.get("id") or row["docid"], row["text"][row.get("body_start", 0) :]
            reading = Reading(reader, Labelled(name, text, split_words(text, tokenizer)))
            if args.set == "muc4":
                one, other, bias = (float(g) for g in args.gates.split(","))
                line = muc4_row(name, reading, text, (one, other, bias))
            elif args.set == "worldwide":
                line = names_row(name, reading)
            else:
                line = attribution_row(name, reading.attributions(args.bias), nested=args.set == "gum")
            out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
