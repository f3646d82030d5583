"""The gate.

usage:
  python -m quality                                  predict and score all dev sets, one table with pinned floors
  python -m quality --only wikinews                  one set
  python -m quality --gate                           exit 1 when a score lies below its floor
  python -m quality --pin                            raise floors to what was measured (never lowers one)
  python -m quality predict NAME --docs F --out F    only predict; F in the form of the set's README, answers not needed

The encoder reads every article; SAYSO_TRIAGE=on measures behind the triage (decision 043).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quality.catalogue import SETS
from quality.registry import LabelledSet, Task
from quality.runner import Score, digest, lines, predict, score, shared_predictions

Group = tuple[LabelledSet, tuple[Task, ...]]

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.05
"""Floors are pinned this much below the measured number: scores of one reader on one machine do not move at all,
but a tie in a sort may fall differently with another library version."""


def main() -> int:
    """Run the command; returns the exit status."""
    os.environ.setdefault("SAYSO_TRIAGE", "off")
    args = _arguments()
    by_name = {s.name: s for s in SETS}
    names = [args.name] if args.command else args.only or list(by_name)
    unknown = [n for n in names if n not in by_name]
    if unknown:
        print(f"no set called {', '.join(unknown)}; there are: {', '.join(by_name)}", file=sys.stderr)
        return 2
    if args.command:
        return _predict(by_name[args.name], Path(args.docs), Path(args.out))
    shared = _shared(args.shared)
    if shared is None:
        print("the labelled data is not here (expected ../shared/data; say where with --shared)", file=sys.stderr)
        return 2
    return _score_all([by_name[n] for n in names], shared, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", metavar="NAME", help="only this set; may be repeated")
    parser.add_argument("--gate", action="store_true", help="exit 1 when a score lies below its floor")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--shared", type=Path, help="folder that holds data/ and score/")
    parser.add_argument("--keep", type=Path, help="folder to keep the predictions in")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes; default: one a core")
    commands = parser.add_subparsers(dest="command")
    one = commands.add_parser("predict", help="only predict")
    one.add_argument("name")
    one.add_argument("--docs", required=True)
    one.add_argument("--out", required=True)
    return parser.parse_args()


def _predict(labelled: LabelledSet, docs: Path, out: Path) -> int:
    if not docs.is_file():
        print(f"no such file: {docs}", file=sys.stderr)
        return 2
    rows = predict(labelled, lines(docs), out, docs.parent)
    print(f"{rows} predictions in {out}")
    return 0


def _shared(given: Path | None) -> Path | None:
    root = given or Path(__file__).resolve().parents[2] / "shared"
    return root if (root / "data").is_dir() and (root / "score").is_dir() else None


def _score_all(sets: list[LabelledSet], shared: Path, args: argparse.Namespace) -> int:
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    console = Console(width=None if sys.stdout.isatty() else 130)
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for head in ("set", "task", "measure", "score", "floor", "", "seconds", "data"):
        table.add_column(head, justify="right" if head in ("score", "floor", "seconds") else "left")
    found: list[Score] = []
    with tempfile.TemporaryDirectory() as temporary:
        work = args.keep or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        groups = [(labelled, tasks) for labelled in sets for tasks in shared_predictions(labelled)]
        for (labelled, _), results in zip(groups, _run(groups, shared, work, args.jobs), strict=True):
            for scores, seconds in results:
                found += scores
                _rows(table, scores, floors, seconds, digest(labelled, shared), labelled.trained_on)
    console.print(table)
    return _verdict(found, floors, args)


def _run(groups: list[Group], shared: Path, work: Path, jobs: int) -> list[list[tuple[list[Score], float]]]:
    """Score all groups in ``jobs`` processes; the answer keeps their order."""
    # Spawned, not forked: a forked child would share the open gazetteer file of its parent.
    with ProcessPoolExecutor(min(jobs, len(groups)), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(score, labelled, tasks, shared, work): n for n, (labelled, tasks) in enumerate(groups)}
        done: dict[int, list[tuple[list[Score], float]]] = {}
        for future in as_completed(waiting):
            n = waiting[future]
            done[n] = future.result()
            print(f"{len(done)}/{len(groups)} {groups[n][0].name}", file=sys.stderr, flush=True)
    return [done[n] for n in range(len(groups))]


def _rows(
    table: Table, scores: list[Score], floors: dict[str, float], seconds: float, stamp: str, trained_on: bool
) -> None:
    for n, s in enumerate(scores):
        floor = floors.get(_key(s))
        unpinned = "training data" if trained_on and n == 0 else ""
        mark = unpinned if floor is None else "below" if _below(s, floor) else "ok"
        first = (f"{seconds:.1f}" if seconds else "", stamp) if n == 0 else ("", "")
        shown = "" if floor is None else f"{floor:.2f}"
        table.add_row(
            s.set_name if n == 0 else "",
            s.task if n == 0 else "",
            s.metric,
            f"{s.value:.2f}" if s.value > 1 else f"{s.value:.4f}",
            shown,
            mark,
            *first,
        )


def _key(s: Score) -> str:
    return f"{s.set_name}/{s.task}/{s.metric}"


def _below(s: Score, floor: float) -> bool:
    return s.value > floor if s.lower_is_better else s.value < floor


def _verdict(found: list[Score], floors: dict[str, float], args: argparse.Namespace) -> int:
    below = [s for s in found if _key(s) in floors and _below(s, floors[_key(s)])]
    if args.pin:
        free = {x.name for x in SETS if x.trained_on}
        for s in (x for x in found if x.set_name not in free):
            slack = SLACK if s.value > 1 else SLACK / 100
            pinned = s.value + slack if s.lower_is_better else s.value - slack
            better = min if s.lower_is_better else max
            floors[_key(s)] = round(better(pinned, floors.get(_key(s), pinned)), 4)
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n")
        print(f"{len(floors)} floors in {FLOORS.name}")
    for s in below:
        print(f"below its floor: {_key(s)} {s.value:.2f}, floor {floors[_key(s)]:.2f}", file=sys.stderr)
    passed = len(found) - len(below)
    print(f"{passed} of {len(found)} scores at or above their floor")
    return 1 if below and args.gate else 0


if __name__ == "__main__":
    sys.exit(main())
