"""The gate.

usage:
  python -m quality                                  predict and score all dev sets, one table with pinned floors
  python -m quality --only wikinews                  one set
  python -m quality --gate                           exit 1 when a score lies below its floor
  python -m quality --gate --short                   the same on a fixed part of some large sets, as CI does
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
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quality.catalogue import SETS
from quality.registry import LabelledSet
from quality.runner import Score, digest, lines, predict, shared_predictions
from quality.steps import run

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
    return _score_all([_asked(by_name[n], args) for n in names if not _idle(by_name[n], args)], shared, args)


def _asked(labelled: LabelledSet, args: argparse.Namespace) -> LabelledSet:
    return labelled.short() if args.short else labelled


def _idle(labelled: LabelledSet, args: argparse.Namespace) -> bool:
    """A set without floors says nothing to the gate."""
    return bool(args.gate and labelled.trained_on)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", metavar="NAME", help="only this set; may be repeated")
    parser.add_argument("--gate", action="store_true", help="exit 1 when a score lies below its floor")
    parser.add_argument("--short", action="store_true", help="of some large sets a fixed part (decision 050)")
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
    for head in ("set", "task", "measure", "score", "floor", "", "CPU s", "data"):
        table.add_column(head, justify="right" if head in ("score", "floor", "CPU s") else "left")
    found: list[Score] = []
    with tempfile.TemporaryDirectory() as temporary:
        work = args.keep or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        groups = [(labelled, tasks) for labelled in sets for tasks in shared_predictions(labelled)]
        for (labelled, _), results in zip(groups, run(groups, shared, work, args.jobs), strict=True):
            for scores, seconds in results:
                found += scores
                _rows(table, scores, floors, seconds, digest(labelled, shared), labelled.trained_on)
    console.print(table)
    return _verdict(found, floors, args)


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
