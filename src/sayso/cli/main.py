"""The command line: puts the commands together and turns every known error into one clear line."""

from __future__ import annotations

import os
import sys

import typer

from sayso import __version__
from sayso.cli import (
    agreement,
    changes,
    collect,
    demo,
    desk,
    evidence,
    explain,
    export,
    gazetteer,
    incidents,
    ingest,
    judge,
    keep,
    read,
    reread,
    run,
    schema,
    show,
    source,
)  # fmt: skip
from sayso.cli.render.console import error
from sayso.model import SaysoError

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Reads public reports of incidents and keeps who said every value.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

MODULES = (
    run, collect, source, read, ingest, incidents, show, explain, changes, judge, reread, agreement, export, evidence,
    keep, desk, demo, schema,
)  # fmt: skip
for module in MODULES:
    module.register(app)
app.add_typer(gazetteer.app, name="gazetteer")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Options of every command."""


def main() -> None:
    """Run the command line; exits 1 with one line for a SaysoError, 2 for wrong usage, 130 when interrupted."""
    try:
        app()
    except SaysoError as problem:
        error(problem.message, problem.hint)
        sys.exit(1)
    except KeyboardInterrupt:
        error("interrupted", "what was acknowledged is kept; run the same command again to go on")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of a pipe went away (`sayso incidents | head`): not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as problem:
        error(problem.strerror or str(problem), str(problem.filename or ""))
        sys.exit(1)
