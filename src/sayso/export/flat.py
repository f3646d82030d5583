"""Flat shapes: one row per incident in another project's columns, with what every cell rests on and what was lost.

A shape never writes a cell alone: it writes a ``Cell`` with the assertions behind it, so that next to ``X.csv`` stands
``X.trace.csv``. What a shape cannot say is told once in ``X.loss.json``; incidents it cannot hold at all stand in
``X.skipped.csv``; ids that answer no more in ``X.redirects.csv`` and ``X.deleted.csv``; the question, the versions and
the digest of the table in ``X.meta.json``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sayso.export.case import Case
from sayso.export.cells import csv_writer, plain
from sayso.export.files import Stage, staged
from sayso.export.options import Options
from sayso.export.phrases import plain_value
from sayso.model import Datum, Figure, Perpetrator, Place, RuleChoice

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a flat row.

    Attributes:
        value: as written; None is blank, which is unknown.
        rule: the rule that chose it, ``derived`` when it follows from the rest, ``fixed`` when the shape asks for it.
        ids: ledger ids of the assertions it rests on, or keys of statements.
        alternatives: the other values said, with who says them.
        loss: what the column cannot hold.
    """

    value: Plain
    rule: str = "derived"
    ids: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    loss: str = ""


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One row: its id, and a cell for each column that has a value."""

    id: str
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An incident that the shape cannot hold, and why; ``reason`` is one of a few, so that it can be counted."""

    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Another project's table.

    Attributes:
        name: of the files ("acled").
        columns: in their order.
        rows: the rows of one incident, or why there is none.
        row_id: id of an incident to the id of its first row, for redirects; its own id when that follows from more.
        delimiter: between cells; ``tags``: a second row below the names of the columns, () for none.
        licence, citation: what to say when the table is passed on.
        cannot: what the shape never holds, one sentence each.
        losses: what of this incident is lost beyond its cells ("disagreement", "injured"), for counting.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Case, Options], list[FlatRow] | Skipped]
    cannot: tuple[str, ...]
    losses: Callable[[Case], Iterable[str]]
    row_id: Callable[[str], str] = str
    delimiter: str = ","
    tags: tuple[str, ...] = ()
    licence: str = "the sentences quoted belong to their publishers; the table itself may be used freely"
    citation: str = "Sayso: readings of public reports in the column layout of another project; not that project's data"

    @property
    def file(self) -> str:
        """Name of the table's file."""
        return f"{self.name}.{'tsv' if self.delimiter == chr(9) else 'csv'}"


@dataclass(slots=True)
class _Tally:
    incidents: int = 0
    rows: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)


TRACE = (
    "row_id", "column", "value", "rule", "value_ids", "n_reports", "n_origins", "alternatives", "loss_note"
)  # fmt: skip


def write_flat(cases: Iterable[Case], folder: Path, options: Options, shape: Shape) -> list[tuple[Path, int]]:
    """Write a shape with everything that stands beside it.

    Args:
        cases: read once, none is kept.
        folder: made when missing.
        options: rules, precision and the ids that answer no more.
        shape: which.

    Returns:
        (path, number of records) of each file, the table first.

    Raises:
        SaysoError: the folder cannot be written.
    """
    counts: dict[str, int] = {}
    with staged(folder) as stage:
        tally = _table(cases, stage, options, shape, counts)
        _ids(stage, options, shape, counts)
        _loss(stage, shape, tally)
        stage.close_all()
        digest = _digest(stage.path(shape.file))
        _meta(stage, options, shape, tally, digest)
    return [(folder / name, rows) for name, rows in counts.items()]


def _table(cases: Iterable[Case], stage: Stage, options: Options, shape: Shape, counts: dict[str, int]) -> _Tally:
    tally = _Tally()
    row = csv_writer(stage.text(shape.file), options.spreadsheet, shape.delimiter)
    trace = csv_writer(stage.text(f"{shape.name}.trace.csv"), options.spreadsheet)
    skip = csv_writer(stage.text(f"{shape.name}.skipped.csv"), options.spreadsheet)
    row(shape.columns)
    if shape.tags:
        row(shape.tags)
    trace(TRACE)
    skip(("incident_id", "title", "reason", "detail"))
    traced = 0
    for case in cases:
        tally.incidents += 1
        made = shape.rows(case, options)
        if isinstance(made, Skipped):
            skip((case.id, case.title, made.reason, made.detail))
            tally.skipped[made.reason] += 1
            continue
        tally.lost.update(shape.losses(case))
        for one in made:
            row([_text(one.cells.get(c)) for c in shape.columns])
            for line in trace_lines(case, one, shape.columns):
                trace(line)
                traced += 1
            tally.rows += 1
    counts[shape.file] = tally.rows
    counts[f"{shape.name}.trace.csv"] = traced
    counts[f"{shape.name}.skipped.csv"] = sum(tally.skipped.values())
    return tally


def _text(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    if isinstance(cell.value, bool):
        return str(int(cell.value))
    return str(cell.value)


def trace_lines(case: Case, row: FlatRow, columns: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """One line of the trace for each cell with a value: which assertions, how many reports and origins, what else."""
    held = {a.id: (a.report, a.voice) for a in case.assertions}
    held.update({s.key: (s.report, s.speaker.casefold()) for s in case.statements})
    for column in columns:
        cell = row.cells.get(column)
        if cell is None or (cell.value is None and not cell.alternatives and not cell.loss):
            continue
        behind = [held[i] for i in cell.ids if i in held]
        yield (
            row.id, column, _text(cell), cell.rule, " ".join(cell.ids), str(len({report for report, _ in behind})),
            str(origins(voice for _, voice in behind)), "; ".join(cell.alternatives), cell.loss,
        )  # fmt: skip


def origins(voices: Iterable[str]) -> int:
    """Independent far ends; somebody nobody names is one when there is no other."""
    found = list(voices)
    return (len(set(found) - {""}) or 1) if found else 0


def said_cell(case: Case, name: str, rule: RuleChoice, value: Plain, loss: str = "") -> Cell:
    """A cell that shows a field under a rule, with the assertions that carry it and what else was said."""
    chosen = case.value(name, rule)
    other = alternatives(case, name, chosen.chosen)
    if chosen.judgement:  # a person's value outranks every rule
        return Cell(value, "judgement", (chosen.judgement, *chosen.chosen), other, loss)
    return Cell(value, chosen.rule, chosen.chosen, other, loss)


def alternatives(case: Case, name: str, chosen: Iterable[str]) -> tuple[str, ...]:
    """What else was said of a field, each value once with who says it: "2 (Police)"."""
    kept, found = set(chosen), dict[str, list[str]]()
    shown = {words_of(a.assertion.value) for a in case.said(name) if a.id in kept}
    for a in case.said(name):
        words = words_of(a.assertion.value)
        if a.assertion.polarity == "negated":
            words = f"not {words}"
        if a.id not in kept and words not in shown:
            found.setdefault(words, []).append(a.speaker or "an unnamed source")
    return tuple(f"{words} ({', '.join(dict.fromkeys(names))})" for words, names in found.items())


def words_of(value: Datum) -> str:
    """A value in a few words with its scope or status: "1 (the suspected bomber)", "the Red Band (claimed)"."""
    said = str(plain_value(value))
    if isinstance(value, Figure) and value.scope not in ("", "victims"):
        return f"{said} ({value.scope})"
    return f"{said} ({value.status})" if isinstance(value, Perpetrator) else said


def fixed(value: Plain, loss: str = "") -> Cell:
    """A cell that the shape itself asks for."""
    return Cell(value, "fixed", (), (), loss)


def too_coarse(place: Place | None, coarsest: str) -> bool:
    """True when a place is less exact than a shape (or the person who asks) takes."""
    return place is None or PRECISIONS.index(place.precision) > PRECISIONS.index(coarsest)


PRECISIONS = ("site", "settlement", "near", "admin2", "admin1", "region", "sea", "country", "unknown")
"""Precisions of a place from fine to coarse."""


def _ids(stage: Stage, options: Options, shape: Shape, counts: dict[str, int]) -> None:
    moved = csv_writer(stage.text(f"{shape.name}.redirects.csv"), options.spreadsheet)
    gone = csv_writer(stage.text(f"{shape.name}.deleted.csv"), options.spreadsheet)
    moved(("old_id", "new_id", "since"))
    gone(("id", "deleted_at", "reason"))
    for r in options.redirects:
        moved((shape.row_id(r.old), shape.row_id(r.new), plain(r.since)))
    for d in options.deleted:
        gone((shape.row_id(d.id), plain(d.at), d.reason))
    counts[f"{shape.name}.redirects.csv"] = len(options.redirects)
    counts[f"{shape.name}.deleted.csv"] = len(options.deleted)


def _loss(stage: Stage, shape: Shape, tally: _Tally) -> None:
    report = {
        "shape": shape.name,
        "incidents": tally.incidents,
        "incidents_written": tally.incidents - sum(tally.skipped.values()),
        "rows": tally.rows,
        "skipped": dict(sorted(tally.skipped.items())),
        "lost": dict(sorted(tally.lost.items())),
        "cannot_say": list(shape.cannot),
    }
    _json(stage, f"{shape.name}.loss.json", report)


def _meta(stage: Stage, options: Options, shape: Shape, tally: _Tally, digest: str) -> None:
    _json(
        stage,
        f"{shape.name}.meta.json",
        {
            "query": options.query,
            "as_of": plain(options.as_of),
            "rules": dict(options.rules),
            "tool": f"sayso {options.version}".strip(),
            "gazetteer": options.gazetteer,
            "rows": tally.rows,
            "sha256": digest,
            "licence": shape.licence,
            "citation": shape.citation,
        },
    )


def _json(stage: Stage, name: str, value: object) -> None:
    stage.text(name).write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _digest(file: Path) -> str:
    with file.open("rb") as body:
        made = sha256()
        while part := body.read(1 << 20):
            made.update(part)
    return made.hexdigest()
