"""`sayso evidence`: the evidence behind one incident in one sealed file, and the check of such a file."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import typer

from sayso.cli.house import AS_OF, DATA, as_time, open_ledger
from sayso.cli.render.console import err, out
from sayso.model import SaysoError

EXAMPLES = """
Examples:

  sayso evidence KAZ-3F2A9C                        writes KAZ-3F2A9C.wacz

  sayso evidence KAZ-3F2A9C -o atyrau.wacz --as-of 2011-11-01

  sayso evidence KAZ-3F2A9C --stamp https://stamps.example/tsr

  sayso evidence --check atyrau.wacz               needs no ledger and no network
"""


WARNING = (
    "This pack holds whole captured pages, with the names of everybody in them. It is for those who work on the "
    "incident; do not publish it."
)


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("evidence", epilog=EXAMPLES)(evidence)


def evidence(
    incident: str = typer.Argument("", metavar="INCIDENT", help="Incident id, as sayso incidents lists it."),
    file: Path | None = typer.Option(None, "-o", "--out", metavar="FILE", help="Where to write; INCIDENT.wacz if not."),
    as_of: str = AS_OF,
    stamp: str = typer.Option(
        "", "--stamp", metavar="URL", help="Have the seal stamped by a time-stamping authority (RFC 3161)."
    ),
    check: Path | None = typer.Option(None, "--check", metavar="FILE", help="Check a pack instead of writing one."),
    data: Path = DATA,
) -> None:
    """Pack what stands behind an incident: captures, texts, values, who said them, and a script that checks it all."""
    if check is not None:
        _check(check)
        return
    if not incident:
        raise SaysoError("no incident is named", "sayso evidence INCIDENT, or sayso evidence --check FILE")
    stamper = None
    if stamp:
        from sayso.app.stamp import stamper_of

        stamper = stamper_of(stamp)
    open_ledger(data)
    from sayso.app.evidence_pack import pack

    path = file or Path(f"{incident}.wacz")
    written, made = pack(incident, path, as_time(as_of), stamp=stamper)
    gone = [c for c in made.captures if c.body is None]
    out.print(f"[bold]{written.path}[/]  {written.size / 1e6:.1f} MB", soft_wrap=True)
    out.print(f"{len(made.documents)} documents, {sum(len(c.records) for c in made.captures)} captures")
    out.print(f"seal sha256:{written.seal}", soft_wrap=True)
    for capture in gone:
        when, why = capture.dropped or (capture.known_from, "?")
        err.print(
            f"  [yellow]bytes no longer kept[/]: {capture.digest[:12]}, since {when.astimezone(UTC):%Y-%m-%d} ({why})"
        )
    err.print(f"[yellow]{WARNING}[/]")


def _check(file: Path) -> None:
    from sayso.export.verify import main

    if code := main([str(file)]):
        raise typer.Exit(code)
