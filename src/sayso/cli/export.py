"""`sayso export`: the ledger as tables, in the shapes of code books, for maps and for other programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from sayso.cli.house import AS_OF, DATA, RULE, as_time, open_ledger
from sayso.cli.render.console import err, out
from sayso.model import SaysoError

EXAMPLES = """
Examples:

  sayso export out/                               CSV tables: incidents, values, statements, chains, reports ...

  sayso export --list                             every form, with what it writes

  sayso export out/ --form acled --where country=KAZ --where from=2011-10-01

  sayso export out/ --form parquet --as-of 2011-11-01

  sayso export out/ --form ucdp --rule killed=median_of_origins --since 2011-11-02

  sayso export out/ --form stix --marking green --publisher "Our desk" --links https://desk.example
"""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("export", epilog=EXAMPLES)(export)


def export(
    folder: Path | None = typer.Argument(None, help="Folder to write into; made when missing."),
    form: str = typer.Option("csv", "--form", "--format", metavar="NAME", help="What to write; see --list."),
    out_folder: Path | None = typer.Option(None, "--out", metavar="FOLDER", help="The same as FOLDER."),
    as_of: str = AS_OF,
    rule: list[str] = RULE,
    where: list[str] = typer.Option(
        [],
        "--where",
        metavar="KEY=VALUE",
        help="Only incidents for which this holds: type, family, status, country, place, from, to, near=LAT,LON,KM, "
        "reviewed, disputed, constructed, origins. Can be given several times; A|B means one of them.",
    ),
    since: str = typer.Option("", "--since", metavar="TIME", help="Only incidents that changed after this time."),
    precision: str = typer.Option(
        "",
        "--precision",
        metavar="NAME",
        help="Coarsest place a code-book shape takes: site, settlement, near, admin2, admin1, region, country.",
    ),
    background: bool = typer.Option(False, "--background", help="Also earlier incidents that are only retold."),
    claims: bool = typer.Option(False, "--claims", help="A claim of responsibility alone names the actor."),
    spreadsheet: bool = typer.Option(False, "--spreadsheet", help="Guard cells a spreadsheet would run as a formula."),
    links: str = typer.Option("", "--links", metavar="ADDRESS", help="Address of the desk, for links to incidents."),
    publisher: str = typer.Option("Sayso", "--publisher", metavar="NAME", help="Who stands behind the documents."),
    marking: str = typer.Option("", "--marking", metavar="LEVEL", help="TLP level: clear, green, amber, red ..."),
    no_changes: bool = typer.Option(False, "--no-changes", help="Leave the native table of changes empty: faster."),
    show_list: bool = typer.Option(False, "--list", help="List the forms and stop."),
    data: Path = DATA,
) -> None:
    """Write the ledger as tables, in the shape of a code book, for maps or for other programs."""  # fmt: skip
    from sayso.export.formats import FORMATS, format_of
    from sayso.export.options import Options

    if show_list:
        _list([(f.name, f.writes) for f in FORMATS.values()])
        return
    format_of(form)
    target = folder or out_folder
    if target is None:
        raise SaysoError("no folder to write into", "sayso export FOLDER --form NAME")
    open_ledger(data)
    from sayso.app.export_tables import Question
    from sayso.app.export_tables import export as write

    how = Options(
        links=links, publisher=publisher, marking=marking, min_precision=precision, background=background,
        claims=claims, spreadsheet=spreadsheet,
    )  # fmt: skip
    asked = Question(tuple(where), as_time(since))
    with _bar() as bar:
        task = bar.add_task("Writing", total=None)
        written = write(
            target, form, as_time(as_of), rule or None, question=asked, options=how, history=not no_changes,
            progress=lambda done, total: bar.update(task, completed=done, total=max(total, done)),
        )  # fmt: skip
    for path, rows in written:
        out.print(f"{rows:>9}  {path}", soft_wrap=True)
    _tell_losses([path for path, _ in written])


def _list(forms: list[tuple[str, str]]) -> None:
    width = max(len(name) for name, _ in forms)
    for name, writes in forms:
        out.print(f"{name:<{width}}  {writes}", soft_wrap=True)


def _tell_losses(files: list[Path]) -> None:
    """What a code-book shape could not say, in a few lines on standard error."""
    for report in (file.with_name(f"{file.stem}.loss.json") for file in files):
        if not report.exists():
            continue
        told = json.loads(report.read_text("utf-8"))
        for name, what in (("left out", "skipped"), ("lost", "lost")):
            for words, number in told[what].items():
                err.print(f"  [dim]{name}: {words} ({number})[/]")


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=not sys.stderr.isatty(),
    )
