"""The triage: a line through the signs of an article, learned from articles with and without incidents.

Logistic regression over hashed words and the rules' words of incidents (``training/triage``), in a hundredth of the
time that the encoder takes. It errs on the side of reading: its line lies where one in a hundred articles with an
incident was lost in training, each scored by weights that had not seen it; of those of other collections fewer are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Document, Passage, SaysoError
from sayso.read.incidents.triggers import find_triggers
from sayso.read.passages import split_passages
from sayso.read.triage.signs import BUCKETS, SIGNS, signs_of, words_of

RELEASED = Path(__file__).parent / "weights.json"
_MARK = " + triage/"
_INSTEAD = "install Sayso again, or set SAYSO_TRIAGE=off to have the encoder read every article"


@dataclass(frozen=True, eq=False)
class Triage:
    """Says of an article whether it may tell of an incident.

    Attributes:
        name: "triage/" and a version, written into the Readings of articles that the encoder did not read.
        words: weight of each bucket of words; ``signs`` of each of the rules' signs.
        start: what the score of an article without any word and sign is.
        least: the line: below it there is no sign of an incident.
    """

    name: str
    words: Sequence[float]
    signs: Sequence[float]
    start: float
    least: float

    def score(self, document: Document, passages: tuple[Passage, ...] | None = None) -> float:
        """Logarithm of the odds that the article tells of an incident, as far as words show it.

        Args:
            document: an English article.
            passages: its sentences; they are cut when not given.
        """
        triggers = find_triggers(document.text, split_passages(document) if passages is None else passages)
        told = sum(weight * value for weight, value in zip(self.signs, signs_of(triggers), strict=True))
        return self.start + told + sum(self.words[k] * value for k, value in words_of(document.text).items())

    def worth_reading(self, document: Document) -> bool:
        """False when there is no sign of an incident in an English article."""
        return self.score(document) >= self.least

    def alone(self, reader: str) -> str:
        """Name of the Readings that ``reader`` made without the encoder, there being no sign of an incident."""
        return f"{reader}{_MARK}{self.name.removeprefix('triage/')}"


def kept_out(reader: str) -> bool:
    """True when a Reading by ``reader`` (its name) was made without the encoder because of the triage."""
    return _MARK in reader


def open_triage(file: Path = RELEASED) -> Triage:
    """The triage of a file of weights, the released one when not given.

    Raises:
        SaysoError: the file is missing or holds no weights of this form.
    """
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        made = Triage(
            str(told["name"]), tuple(w / told["unit"] for w in told["words"]), tuple(map(float, told["signs"])),
            float(told["start"]), float(told["least"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise SaysoError(f"the weights of the triage are not in {file}", _INSTEAD) from problem
    if (len(made.words), len(made.signs)) != (BUCKETS, SIGNS):
        raise SaysoError(f"the weights in {file} are of another version", _INSTEAD)
    return made
