"""Readings of the measured texts, kept in a folder, so that a stopped run goes on and a check is soon tried again.

A file holds the readings of some texts that follow each other. Its name is a digest of these texts and of the code that
reads them, so that a reading of older rules is never taken for one of today's. Only files that this module wrote belong
into the folder: they are pickles, which run code when they are opened.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from hashlib import sha256
from itertools import islice
from pathlib import Path

import sayso
from quality.check_texts import Given, read_by_rules
from sayso.gazetteer import Gazetteer
from sayso.model import Reading

_TOGETHER = 250
"""Texts to a file: about a minute of reading, so that little is lost when a run is stopped."""
_ROOMS = ("clean", "gazetteer", "lang", "model", "read")
_OF_CHECKS = "checks.py"


def readings(given: Iterable[Given], gazetteer: Gazetteer, folder: Path | None) -> Iterator[tuple[Given, Reading]]:
    """Each text with its reading, in order; tells on standard error how far it is.

    Args:
        given: the texts.
        gazetteer: places for the readings.
        folder: where readings are kept between runs, made when it is missing; None keeps none.
    """
    rules, left, done = rules_digest(), iter(given), 0
    while some := list(islice(left, _TOGETHER)):
        file = folder / f"{_name(rules, some)}.pickle" if folder else None
        yield from zip(some, _kept(file) or _read(some, gazetteer, file), strict=True)
        done += len(some)
        print(f"{done} texts", file=sys.stderr, flush=True)


def rules_digest() -> str:
    """A digest of the code that makes a reading; the words of the checks are none of it."""
    base, made = Path(sayso.__file__).parent, sha256()
    for room in _ROOMS:
        for file in sorted((base / room).rglob("*")):
            if file.suffix in (".py", ".json") and file.name != _OF_CHECKS:
                made.update(file.read_bytes())
    return made.hexdigest()


def _name(rules: str, some: list[Given]) -> str:
    return sha256(repr((rules, [astuple(g) for g in some])).encode()).hexdigest()[:24]


def _kept(file: Path | None) -> list[Reading] | None:
    return pickle.loads(file.read_bytes()) if file and file.is_file() else None  # noqa: S301  # our own file


def _read(some: list[Given], gazetteer: Gazetteer, file: Path | None) -> list[Reading]:
    made = [read_by_rules(g, gazetteer) for g in some]
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(pickle.dumps(made))
        part.replace(file)
    return made
