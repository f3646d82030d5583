"""Predicting and scoring many sets in several processes that all end at about the same time."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from quality.registry import LabelledSet, Task
from quality.runner import Score, predict_part, score_parts
from quality.sets.once import share_in
from sayso.run.work import end_with_parent

Group = tuple[LabelledSet, tuple[Task, ...]]
Answers = list[tuple[list[Score], float]]
PARTS = 8
"""Parts of a set whose documents are predicted one by one: the longest set in so many takes a minute each."""


@dataclass
class Progress:
    """How far one group is.

    Attributes:
        labelled, tasks: the group.
        waiting: parts that nobody predicts yet.
        left: parts that are not predicted yet.
        seconds: work so far.
        asked: True once its scores are asked for.
    """

    labelled: LabelledSet
    tasks: tuple[Task, ...]
    waiting: list[int] = field(default_factory=list)
    left: int = 1
    seconds: float = 0.0
    asked: bool = False

    @property
    def parts(self) -> int:
        """Into how many parts its documents are cut."""
        return 1 if self.labelled.whole else PARTS


class Plan:
    """What is to be done next: scoring, then sets that others wait for, sets that cannot be cut, and the rest."""

    def __init__(self, groups: list[Group]) -> None:
        self.all = [Progress(labelled, tasks) for labelled, tasks in groups]
        for one in self.all:
            one.waiting, one.left = list(range(one.parts)), one.parts
        awaited = {labelled.after for labelled, _ in groups}
        self._order = sorted(self.all, key=lambda p: (p.labelled.name not in awaited, not p.labelled.whole))

    def next(self) -> tuple[Progress, int | None] | None:
        """A group and the part to be predicted, None for its scores; None when there is nothing to do for now."""
        for one in self._order:
            if one.left == 0 and not one.asked:
                one.asked = True
                return one, None
        for one in self._order:
            if one.waiting and self._free(one):
                return one, one.waiting.pop(0)
        return None

    def predicted(self, one: Progress, seconds: float) -> None:
        """A part of a group is predicted."""
        one.left -= 1
        one.seconds += seconds

    def _free(self, one: Progress) -> bool:
        return not any(other.left for other in self.all if other.labelled.name == one.labelled.after)


def run(groups: list[Group], shared: Path, work: Path, jobs: int) -> list[Answers]:
    """Score all groups in ``jobs`` processes; the answer keeps their order."""
    plan, answers = Plan(groups), dict[int, Answers]()
    running: dict[Future[Any], tuple[Progress, int | None]] = {}
    # Spawned, not forked: a forked child would share the open gazetteer file of its parent.
    with (
        tempfile.TemporaryDirectory() as readings,
        ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (readings,)) as pool,
    ):
        while len(answers) < len(groups):
            while len(running) < jobs and (step := plan.next()):
                running[_start(pool.submit, *step, shared, work)] = step
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                one, part = running.pop(future)
                if part is not None:
                    plan.predicted(one, future.result())
                    continue
                answers[plan.all.index(one)] = _answers(one, future.result())
                print(f"{len(answers)}/{len(groups)} {one.labelled.name}", file=sys.stderr, flush=True)
    return [answers[n] for n in range(len(groups))]


def _begin(readings: str) -> None:
    end_with_parent()
    share_in(readings)


def _start(
    submit: Callable[..., Future[Any]], one: Progress, part: int | None, shared: Path, work: Path
) -> Future[Any]:
    if part is None:
        return submit(score_parts, one.labelled, one.tasks, shared, work, one.parts)
    return submit(predict_part, one.labelled, one.tasks, shared, work, part, one.parts)


def _answers(one: Progress, scores: list[list[Score]]) -> Answers:
    """The work of the prediction stands beside the first task that it serves."""
    return [(found, one.seconds if n == 0 else 0.0) for n, found in enumerate(scores)]
