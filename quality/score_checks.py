"""How often the checks are right, and how many planted errors they find.

usage:
  python -m quality.score_checks                    every text of ../shared, one table
  python -m quality.score_checks --only muc4        one collection; may be repeated
  python -m quality.score_checks --show sums        the findings of one check with their sentences
  python -m quality.score_checks --plants 60        errors planted for each check (0: none)
  python -m quality.score_checks --keep FOLDER      keep the readings there: a second run takes a tenth of the time

Findings on untouched texts were judged by hand; the verdicts lie in ``quality/data/checks/judged.csv`` by a digest of
where each finding stands, without any words of the texts. A finding without a verdict is counted as such.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path

from quality.check_texts import Given, read_by_rules, texts
from quality.kept_readings import readings
from quality.plant import Plant, chosen, planted
from sayso.check import run_checks
from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Finding, Reading

JUDGED = Path(__file__).parent / "data" / "checks" / "judged.csv"
_AROUND = 160


def main() -> int:
    """Read, check, plant, print; returns the exit status."""
    args = _arguments()
    if not (args.shared / "data").is_dir():
        print(f"no texts found in {args.shared}/data (say where with --shared)", file=sys.stderr)
        return 2
    gazetteer, verdicts = open_gazetteer(), judged()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    plants: dict[str, list[Plant]] = defaultdict(list)
    words = number = 0
    for given, reading in readings(texts(args.shared, frozenset(args.only)), gazetteer, args.keep):
        number, words = number + 1, words + len(given.text.split())
        for finding in run_checks(reading, gazetteer=gazetteer):
            verdict = verdicts.get(digest(given, finding), "not judged")
            counts[finding.check][verdict] += 1
            if finding.check in args.show:
                _show(given, reading, finding, verdict)
        for plant in planted(given, reading) if args.plants else ():
            plants[plant.check].append(plant)
    print(f"{number} texts, {words:,} words")
    _table(counts, {check: _found(chosen(some, args.plants), gazetteer) for check, some in plants.items()})
    return 0


def judged() -> dict[str, str]:
    """Digest of a finding to "right" or "wrong"."""
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        return {row["finding"]: row["verdict"] for row in csv.DictReader(lines)}


def digest(given: Given, finding: Finding) -> str:
    """A name for one finding that holds no words of the text."""
    return sha256(f"{given.collection}/{given.id}/{finding.check}/{finding.text}".encode()).hexdigest()[:16]


def _found(plants: list[Plant], gazetteer: Gazetteer) -> tuple[int, int]:
    """How many of the planted errors are found, and how many were planted."""
    found = 0
    for plant in plants:
        reading = read_by_rules(plant.given, gazetteer)
        near = [p.span for p in reading.passages if p.span.start <= plant.start < p.span.end]
        said = run_checks(reading, gazetteer=gazetteer)
        found += any(f.check == plant.check and any(s.overlaps(f.span) for s in near) for f in said)
    return found, len(plants)


def _show(given: Given, reading: Reading, finding: Finding, verdict: str) -> None:
    text = reading.document.text
    around = text[max(0, finding.span.start - _AROUND) : finding.span.end + _AROUND]
    print(
        f"[{digest(given, finding)}] {verdict} {given.collection} {given.id}\n  {finding.message}\n  "
        + " ".join(around.split())
    )


def _table(counts: dict[str, Counter[str]], recall: dict[str, tuple[int, int]]) -> None:
    print(
        f"{'check':14} {'said':>5} {'right':>6} {'wrong':>6} {'not judged':>11} {'precision':>10} "
        f"{'planted':>8} {'found':>6}"
    )
    for check in sorted(counts.keys() | recall.keys()):
        held = counts[check]
        sure = held["right"] + held["wrong"]
        precision = f"{100 * held['right'] / sure:.0f} %" if sure else "-"
        found, made = recall.get(check, (0, 0))
        print(
            f"{check:14} {held.total():5} {held['right']:6} {held['wrong']:6} {held['not judged']:11} {precision:>10} "
            f"{made:8} {f'{100 * found / made:.0f} %' if made else '-':>6}"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality.score_checks", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--keep", type=Path, default=None, metavar="FOLDER")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--show", action="append", default=[])
    parser.add_argument("--plants", type=int, default=60)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
