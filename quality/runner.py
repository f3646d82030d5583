"""Predicts a set without its answers, runs its scorer as a process, and compares with the pinned floors."""

from __future__ import annotations

import gzip
import hashlib
import importlib
import json
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from quality.registry import LabelledSet, Task

Doc = dict[str, Any]


@dataclass(frozen=True)
class Score:
    """One number of one task."""

    set_name: str
    task: str
    metric: str
    value: float
    lower_is_better: bool


def lines(path: Path) -> Iterator[Doc]:
    """The JSON objects of a .jsonl or .jsonl.gz file; of a folder its .toml files, each with its name as ``id``."""
    if path.is_dir():
        for file in sorted(path.glob("*.toml")):
            yield {"id": file.stem, **tomllib.loads(file.read_text(encoding="utf-8"))}
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as opened:
        for line in opened:
            if line.strip():
                yield json.loads(line)


def predictor(labelled: LabelledSet) -> Any:
    """The function that predicts this set.

    Raises:
        SystemExit: the predictor is missing.
    """
    module, _, function = labelled.predictor.partition(":")
    return getattr(importlib.import_module(f"quality.sets.{module}"), function)


def without_answers(docs: Iterable[Doc], labelled: LabelledSet, task: Task) -> Iterator[Doc]:
    """The lines as a stranger would hand them in: no answers, or only the given spans."""
    for doc in docs:
        bare = {k: v for k, v in doc.items() if k not in labelled.answers}
        for name, keys in task.keep.items():
            bare[name] = [{k: item[k] for k in keys if k in item} for item in doc.get(name) or ()]
        yield bare


def predict(labelled: LabelledSet, docs: Iterable[Doc], out: Path, base: Path | None = None) -> int:
    """Write one prediction a line; returns how many. ``base`` is the folder that paths in the lines refer to."""
    make = predictor(labelled)
    rows = 0
    with out.open("w", encoding="utf-8") as file:
        for row in make(_located(docs, base)):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            rows += 1
    return rows


def _located(docs: Iterable[Doc], base: Path | None) -> Iterator[Doc]:
    """Pages name their HTML file relative to the set's folder: make that an absolute path."""
    for doc in docs:
        page = doc.get("html")
        if base and isinstance(page, str) and len(page) < 300 and (base / page).is_file():
            doc = {**doc, "html": str((base / page).resolve())}
        yield doc


def shared_predictions(labelled: LabelledSet) -> list[tuple[Task, ...]]:
    """The tasks of a set in groups that one prediction serves: same documents, same answers handed in."""
    groups: dict[tuple[str, str], list[Task]] = {}
    for task in labelled.tasks:
        groups.setdefault((task.docs or task.gold, repr(task.keep)), []).append(task)
    return [tuple(g) for g in groups.values()]


def score(labelled: LabelledSet, tasks: tuple[Task, ...], shared: Path, work: Path) -> list[tuple[list[Score], float]]:
    """Predict once and score each of ``tasks``, which share documents and what is handed in.

    Returns:
        for each task its scores and the seconds of work that prediction took (0 when another task's prediction served).
    """
    seconds = predict_part(labelled, tasks, shared, work)
    return [(scores, seconds if n == 0 else 0.0) for n, scores in enumerate(score_parts(labelled, tasks, shared, work))]


def predict_part(
    labelled: LabelledSet, tasks: tuple[Task, ...], shared: Path, work: Path, part: int = 0, parts: int = 1
) -> float:
    """Predict every ``parts``-th document, from number ``part`` on; returns the seconds of work that it took."""
    started = time.process_time()
    docs = shared / "data" / (tasks[0].docs or tasks[0].gold)
    taken = islice((line for line in lines(docs) if labelled.takes(line)), part, None, parts)
    predict(labelled, without_answers(taken, labelled, tasks[0]), _part(labelled, tasks, work, part), docs.parent)
    return time.process_time() - started


def score_parts(
    labelled: LabelledSet, tasks: tuple[Task, ...], shared: Path, work: Path, parts: int = 1
) -> list[list[Score]]:
    """For each task the scores of what :func:`predict_part` left in ``work``."""
    out = work / f"{_stem(labelled, tasks)}.jsonl"
    read = [_part(labelled, tasks, work, n).read_text(encoding="utf-8").splitlines(True) for n in range(parts)]
    in_turn = (row for rows in zip_longest(*read, fillvalue="") for row in rows)
    out.write_text("".join(in_turn), encoding="utf-8")
    for n in range(parts):
        _part(labelled, tasks, work, n).unlink()
    docs = _taken(labelled, shared / "data" / (tasks[0].docs or tasks[0].gold), work)
    return [_scored(labelled, task, shared, work, out, docs) for task in tasks]


def _stem(labelled: LabelledSet, tasks: tuple[Task, ...]) -> str:
    return f"{labelled.name}.{tasks[0].label or 'dev'}".replace(" ", "-")


def _part(labelled: LabelledSet, tasks: tuple[Task, ...], work: Path, part: int) -> Path:
    return work / f"{_stem(labelled, tasks)}.part{part}"


def _scored(labelled: LabelledSet, task: Task, shared: Path, work: Path, out: Path, docs: Path) -> list[Score]:
    gold = _taken(labelled, shared / "data" / task.gold, work)
    if task.gold_map:
        gold = _mapped(labelled, task, gold, work)
    result = _run_scorer(shared / "score" / task.scorer, gold, out, [a.format(docs=docs) for a in task.args])
    return [
        Score(labelled.shown, task.label, name, _number(result, path), name in labelled.lower_is_better)
        for name, path in task.metrics.items()
    ]


def _taken(labelled: LabelledSet, path: Path, work: Path) -> Path:
    """The file, or of a set of which a part is taken a file with its lines."""
    if labelled.every == 1:
        return path
    out = work / f"{labelled.name}.taken.{path.name.removesuffix('.gz')}"
    rows = (json.dumps(line, ensure_ascii=False) + "\n" for line in lines(path) if labelled.takes(line))
    out.write_text("".join(rows), encoding="utf-8")
    return out


def _mapped(labelled: LabelledSet, task: Task, gold: Path, work: Path) -> Path:
    module = importlib.import_module(f"quality.sets.{labelled.predictor.partition(':')[0]}")
    out = work / f"{labelled.name}.gold.jsonl"
    rows = getattr(module, task.gold_map)(lines(gold))
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return out


def _run_scorer(scorer: Path, gold: Path, pred: Path, args: list[str]) -> Any:
    """Run a scorer; some print their JSON, some write it to the file that ``--json`` names."""
    to_stdout = 'action="store_true"' in _json_option(scorer)
    with tempfile.NamedTemporaryFile("r", suffix=".json") as report:
        flag = ["--json"] if to_stdout else ["--json", report.name]
        done = subprocess.run(
            [sys.executable, str(scorer), str(gold), str(pred), *args, *flag],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{scorer.name} failed on {pred.name}:\n{done.stderr[-2000:]}")
        return json.loads(done.stdout if to_stdout else report.read())


def _json_option(scorer: Path) -> str:
    return next(x for x in scorer.read_text(encoding="utf-8").splitlines() if '"--json"' in x)


def _number(result: Any, path: str) -> float:
    for key in path.split(" > "):
        result = result[int(key)] if isinstance(result, list) else result[key]
    return float(result)


def digest(labelled: LabelledSet, shared: Path) -> str:
    """SHA-256 (first 12 digits) over the gold and document files of a set, so that scores name their data."""
    sha = hashlib.sha256()
    for name in sorted({f for t in labelled.tasks for f in (t.gold, t.docs) if f}):
        path = shared / "data" / name
        for file in sorted(path.glob("*.toml")) if path.is_dir() else (path,):
            sha.update(file.read_bytes())
    return sha.hexdigest()[:12]
