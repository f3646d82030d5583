"""Which readings the names of today's readers stand for: a digest of the reading of each of some texts, by name.

A house that has read is told to read again by the name alone (``sayso reread``). So a reading may not change under one
name. After a change of readings, or a release of another encoder:

    python tests/readings_by_name.py

writes ``readings_by_name.json`` anew, and raises the number of each name under which a reading is another than before.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from sayso.app.read import read
from sayso.clean.cleaner import CLEANER
from sayso.export.reading import to_contract
from sayso.model import Reading
from sayso.read.reader import READER
from sayso.read.ru.rules import RUSSIAN_READER

HOUSE = Path(__file__).resolve().parents[1]
RECORD = Path(__file__).with_suffix(".json")
SHORT = Path(__file__).with_suffix(".txt")
"""Short reports, of each sort that is read a little differently; more may be added at any time."""
LABELLED = "shared/"
COMMAND = "python tests/readings_by_name.py"
Record = dict[str, dict[str, str]]
"""Name to text to digest."""

NAMED_IN = {
    READER: "src/sayso/read/reader.py",
    RUSSIAN_READER: "src/sayso/read/ru/rules.py",
    CLEANER: "src/sayso/clean/cleaner.py",
}
"""Each name that is raised by hand or by this command, and where it is written."""
_UNSTEADY = frozenset({"score", "lat", "lon", "uncertainty_m", "made_by", "reader", "document", "findings"})
"""What another machine or another gazetteer may have a little different, and what has a name of its own."""


def texts() -> Iterator[tuple[str, str, str]]:
    """(name, text, day of publication) of each bundled text."""
    for file in sorted((HOUSE / "examples").glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            row = json.loads(line)
            yield f"examples/{file.name}:{number}", row["text"], row["published"]
    for file in sorted((HOUSE / "tests" / "cases").glob("*/document.txt")):
        told = json.loads(file.with_name("expectation.json").read_text(encoding="utf-8"))
        yield f"cases/{file.parent.name}", file.read_text(encoding="utf-8"), told["published"]
    for text in SHORT.read_text(encoding="utf-8").split("\n---\n"):
        yield f"short/{_digest(text.strip())}", text.strip(), "2019-05-14"


def labelled_texts() -> Iterator[tuple[str, str, str]]:
    """The same of real articles, where the folder of labelled data lies beside the repository."""
    for name in ("wikinews", "muc4-readings"):
        file = HOUSE.parent / "shared" / "data" / name / "articles.jsonl.gz"
        rows = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines() if file.is_file() else []
        for number, row in enumerate(map(json.loads, rows), start=1):
            yield f"{LABELLED}{name}:{number}", row["text"], row["published"]


def today() -> Record:
    """The digests of today's readings: by rules alone, and with the encoder where the triage lets it read."""
    made: Record = defaultdict(dict)
    for encoder, some in (("off", chain(texts(), labelled_texts())), ("", texts())):
        with _house(encoder):
            for name, text, published in some:
                reading = read(text, published=published)
                made[reading.reader][name] = _digest(_steady(to_contract(reading)))
                made[CLEANER][name] = _digest(_cleaned(reading))
    return dict(sorted(made.items()))


def recorded() -> Record:
    """What was written last."""
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}


def changed(now: Record, before: Record) -> dict[str, list[str]]:
    """Name to the texts that were read otherwise under it before."""
    found = {
        name: [text for text, digest in made.items() if before.get(name, {}).get(text, digest) != digest]
        for name, made in now.items()
    }
    return {name: some for name, some in found.items() if some}


def raised(name: str) -> str:
    """``name`` with the next number: "rules-en/4" for "rules-en/3"."""
    stem, _, number = name.rpartition("/")
    return f"{stem}/{int(number) + 1}"


def to_raise(names: dict[str, list[str]]) -> list[str]:
    """The names of ``NAMED_IN`` that have to be raised when readings by ``names`` have changed."""
    return [own for own in NAMED_IN if any(name == own or name.startswith(f"{own} + ") for name in names)]


def main() -> int:
    """Raise what has to be raised and write the record."""
    before = recorded()
    now = today()
    others = changed(now, before)
    for name in now if not any(labelled_texts()) else ():  # as they were read last
        now[name] |= {text: d for text, d in before.get(name, {}).items() if text.startswith(LABELLED)}
    for own in to_raise(others):
        file, new = HOUSE / NAMED_IN[own], raised(own)
        told = file.read_text(encoding="utf-8")
        file.write_text(told.replace(f'"{own}"', f'"{new}"', 1), encoding="utf-8")
        now = {re.sub(rf"^{re.escape(own)}(?=$| )", new, name): made for name, made in now.items()}
        print(f"{own} is {new} now ({NAMED_IN[own]})")
    for name, some in others.items():
        print(f"{name} read {len(some)} texts otherwise: {', '.join(some[:5])}{' ...' if len(some) > 5 else ''}")
    RECORD.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written: {RECORD.relative_to(HOUSE)}")
    return 0


@contextmanager
def _house(encoder: str) -> Iterator[None]:
    """A house without settings of its own, so that the readers are those that are released."""
    own = {"SAYSO_ENCODER": encoder, "SAYSO_TRIAGE": "", "SAYSO_DATA": tempfile.gettempdir() + "/sayso-no-house"}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _steady(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _steady(part) for name, part in value.items() if name not in _UNSTEADY}
    return [_steady(part) for part in value] if isinstance(value, list) else value


def _cleaned(reading: Reading) -> Any:
    told = to_contract(reading)["document"]
    return {name: told[name] for name in ("text", "title", "outlet", "dateline", "byline", "published", "dropped")}


def _digest(value: Any) -> str:
    plain = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
