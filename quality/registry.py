"""What a labelled set is: where it lies, who predicts it, how it is scored, which numbers are pinned."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

SHORT = 3
"""A short run takes one in so many incidents of a set that names its ``sample``."""


@dataclass(frozen=True)
class Task:
    """One scoring of one file of a set.

    Attributes:
        label: short name inside the set ("lgl, spans given"), "" when there is only one.
        gold: gold file, relative to the data folder.
        docs: file that is predicted, relative to the data folder; ``gold`` when empty.
        scorer: file name in the folder of scorers.
        args: further arguments of the scorer; ``{docs}`` stands for the docs file.
        metrics: shown name to the path inside the scorer's JSON (keys and list indexes joined by " > ").
        gold_map: function of the predictor's module that turns the gold file into what the scorer takes, "" when it is.
        keep: answer lists that this task hands in, reduced to the named keys (spans given, to be resolved).
    """

    label: str
    gold: str
    scorer: str
    metrics: dict[str, str]
    docs: str = ""
    args: tuple[str, ...] = ()
    gold_map: str = ""
    keep: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class LabelledSet:
    """A set of the data folder under the name that ``predict`` takes.

    Attributes:
        predictor: "module:function" below ``quality.sets``; takes an iterable of documents, yields predictions.
        answers: fields taken out of each line before prediction, so that no predictor can peek.
        lower_is_better: metric names where less is better.
        trained_on: a reader may be trained on it: scored and marked in the table, never pinned.
        whole: the predictor needs all documents at once; those of other sets are shared out among the processes.
        after: name of a set of the same texts that is predicted first, so that its readings serve (``sets/once.py``).
        sample: field by whose value one in ``SHORT`` of the lines are taken in a short run, "" for all.
        every: one in so many of the values of ``sample`` are taken; all when 1.
    """

    name: str
    predictor: str
    tasks: tuple[Task, ...]
    answers: tuple[str, ...] = ()
    lower_is_better: tuple[str, ...] = field(default=())
    trained_on: bool = False
    whole: bool = False
    after: str = ""
    sample: str = ""
    every: int = 1

    @property
    def shown(self) -> str:
        """Its name in tables and floors: numbers of a part are none of the whole."""
        return self.name if self.every == 1 else f"{self.name} (1 of {self.every})"

    def short(self) -> LabelledSet:
        """The part of a large set that a short run takes, or the set itself."""
        return replace(self, every=SHORT) if self.sample else self

    def takes(self, line: dict[str, Any]) -> bool:
        """Whether a line of the documents or of the gold belongs to the part."""
        if self.every == 1:
            return True
        drawn = hashlib.sha256(str(line[self.sample]).encode()).digest()
        return int.from_bytes(drawn[:8]) % self.every == 0
