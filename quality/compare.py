"""Rules alone, the encoder alone, and both together on the same sets: ``python -m quality.compare [--only polnear]``.

The encoder is the released one, or that of the folder in SAYSO_ENCODER (a run of ``training/reader`` before its
release). Sets that the encoder cannot read by itself have a dash in its column.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quality.catalogue import SETS
from quality.registry import LabelledSet
from quality.runner import Score, score, shared_predictions

ALONE = {"polnear": "polnear", "gum": "gum", "ner-worldwide": "worldwide", "muc4": "muc4"}
"""Sets to the function of ``quality/sets/encoder_only.py`` that predicts them."""
READ = (*ALONE, "wikinews", "muc4-readings", "kinds-plover")
MODES = ("rules", "encoder", "both")
Scores = dict[tuple[str, str, str], float]


def main() -> int:
    """Run the command; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=READ, help="only this set; may be repeated")
    parser.add_argument("--mode", action="append", choices=MODES, help="only this; may be repeated")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--keep", type=Path, help="folder to keep the predictions in")
    args = parser.parse_args()
    if not (args.shared / "data").is_dir():
        print(f"the labelled data is not in {args.shared}; say where with --shared", file=sys.stderr)
        return 2
    os.environ.setdefault("SAYSO_TRIAGE", "off")
    modes = args.mode or MODES
    sets = [s for s in SETS if s.name in (args.only or READ)]
    with tempfile.TemporaryDirectory() as temporary:
        found = {mode: _measured(mode, sets, args.shared, (args.keep or Path(temporary)) / mode) for mode in modes}
    _show(found)
    return 0


def _measured(mode: str, sets: list[LabelledSet], shared: Path, work: Path) -> Scores:
    """Every score of the sets in one mode, read in a process of its own: the encoder is chosen once a process."""
    work.mkdir(parents=True, exist_ok=True)
    encoder = "off" if mode == "rules" else os.environ.get("SAYSO_ENCODER", "")
    found: list[Score] = []
    with ProcessPoolExecutor(1, get_context("spawn"), _choose, (encoder,)) as pool:
        for labelled in sets:
            if mode == "encoder" and labelled.name not in ALONE:
                continue
            read = (
                replace(labelled, predictor=f"encoder_only:{ALONE[labelled.name]}") if mode == "encoder" else labelled
            )
            for tasks in shared_predictions(read):
                print(f"{mode}: {labelled.name}", file=sys.stderr, flush=True)
                for scores, _ in pool.submit(score, read, tasks, shared, work).result():
                    found += scores
    return {(s.set_name, s.task, s.metric): s.value for s in found}


def _choose(encoder: str) -> None:
    os.environ["SAYSO_ENCODER"] = encoder


def _show(found: dict[str, Scores]) -> None:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for head in ("set", "task", "measure"):
        table.add_column(head)
    for mode in found:
        table.add_column(mode, justify="right")
    for key in dict.fromkeys(key for scores in found.values() for key in scores):
        shown = (f"{scores[key]:.2f}" if key in scores else "-" for scores in found.values())
        table.add_row(*key, *shown)
    Console(width=None if sys.stdout.isatty() else 130).print(table)


if __name__ == "__main__":
    sys.exit(main())
