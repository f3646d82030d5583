"""`sayso source`: the places that are watched."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.markup import escape

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import err, out
from sayso.model import SaysoError

if TYPE_CHECKING:
    from sayso.app.sources import Proposal, SourceView

app = typer.Typer(
    help="The places that are watched: feeds, pages, sitemaps, channels, mail, folders.", no_args_is_help=True
)
ID = typer.Argument(..., metavar="ID", help="Id of the source, as in: sayso source list.")


def register(main: typer.Typer) -> None:
    """Add the commands to ``main``."""
    main.add_typer(app, name="source")


@app.command(
    "add",
    epilog="Examples:\n\n  sayso source add https://example.org/\n\n"
    "  sayso source add example.org/news --name Herald --expect 20\n\n  sayso source add ~/Mail/alerts.mbox --yes",
)
def add(
    address: str = typer.Argument(..., metavar="URL|PATH", help="Address of a site, page or feed, or a path."),
    name: str = typer.Option("", "--name", help="What to call it."),
    kind: str = typer.Option("", "--kind", help="Take it as this kind: feed, page, sitemap, channel, list ..."),
    expect: float = typer.Option(
        None, "--expect", metavar="N", help="Items a day that are normal; else it is learned."
    ),
    every: int = typer.Option(None, "--every", metavar="MINUTES", min=1, help="Look so often; else it adapts."),
    keep: int = typer.Option(
        None, "--keep-days", metavar="DAYS", min=0, help="Keep bytes without an incident so long."
    ),
    outlet: str = typer.Option("", "--outlet", help="Name of the outlet its documents are from."),
    language: str = typer.Option("", "--language", metavar="CODE", help="Language of its documents, e.g. ru."),
    allow: list[str] = typer.Option(
        [], "--allow-host", metavar="HOST", help="A host that may be asked although private."
    ),
    yes: bool = typer.Option(False, "--yes", "-y", help="Save without asking."),
    data: Path = DATA,
) -> None:
    """Find out what can be watched at an address, show its last five items, and save it when you say so."""
    open_ledger(data)
    from sayso.app.sources import add_source, find_source
    from sayso.cli.render.source import proposal

    with err.status("Looking ..."):
        found = find_source(address, allow_hosts=tuple(allow))
    chosen = _chosen(found, kind)
    for line in proposal(chosen):
        out.print(line, soft_wrap=True)
    for other in () if kind else found.others:
        out.print(f"[dim]or --kind {other.source.kind}: {escape(other.source.name)}, {escape(other.why)}[/]")
    if chosen.known:
        raise SaysoError("this is watched already", f"see: sayso source show {chosen.known}")
    if not yes and not _agreed():
        err.print("Nothing was saved.")
        raise typer.Exit(1)
    source = replace(
        chosen.source, outlet=outlet, language=language, keep_days=keep, every_s=every and every * 60,
        expected_per_day=chosen.source.expected_per_day if expect is None else expect, name=name or chosen.source.name,
    )  # fmt: skip
    saved = add_source(source)
    out.print(f"Saved as [bold]{saved.id}[/]. [dim]It is looked at by: sayso run, or sayso collect --once[/]")


def _chosen(found: Proposal, kind: str) -> Proposal:
    if not kind:
        return found
    fits = [one for one in (found, *found.others) if one.source.kind == kind]
    if not fits:
        kinds = ", ".join(dict.fromkeys(one.source.kind for one in (found, *found.others)))
        raise SaysoError(f"nothing there can be watched as {kind}", f"what can: {kinds}")
    return fits[0]


def _agreed() -> bool:
    try:
        return typer.confirm("Watch this?", default=True, err=True)
    except typer.Abort:
        raise SaysoError("nobody to ask whether to save it", "say --yes to save it without asking") from None


@app.command("list", epilog="Examples:\n\n  sayso source list\n\n  sayso source list --json")
def list_(
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line."),
    data: Path = DATA,
) -> None:
    """List the sources and how they fare, those in trouble first."""
    open_ledger(data)
    from sayso.app.sources import list_sources
    from sayso.cli.render.source import source_table

    views = list_sources()
    if as_json:
        for view in views:
            typer.echo(json.dumps(source_json(view), ensure_ascii=False))
        return
    if not views:
        out.print("Nothing is watched yet. [dim](add a source with: sayso source add URL)[/]")
        return
    out.print(source_table(views))
    troubled = [view for view in views if view.word not in ("healthy", "new", "paused")]
    for view in troubled:
        out.print(f"[dim]{escape(view.source.id)}: {escape(view.sentence)}[/]", soft_wrap=True)


def source_json(view: SourceView) -> dict[str, Any]:
    """A source as plain JSON values: its configuration and how it fares; credentials in addresses are hidden."""
    from sayso.collect.masked import masked
    from sayso.model.codec import to_plain

    made: dict[str, Any] = to_plain(view.source)
    made["address"] = masked(view.source.address)
    last = view.last_look
    return made | {
        "health": view.word, "sentence": view.sentence, "from_file": view.from_file,
        "last_look": last and {"at": last.at.isoformat(), "outcome": last.outcome, "reason": last.reason},
        "last_item_at": view.last_item_at and view.last_item_at.isoformat(),
        "next_at": view.next_at and view.next_at.isoformat(), "counts": dict(view.counts),
    }  # fmt: skip


@app.command("show", epilog="Example:\n\n  sayso source show daily-herald")
def show(id: str = ID, data: Path = DATA) -> None:
    """Show one source: how it fares, its last looks and its last items."""
    open_ledger(data)
    from sayso.app.sources import show_source
    from sayso.cli.render.source import source_page

    for line in source_page(show_source(id)):
        out.print(line, soft_wrap=True)


@app.command("pause", epilog="Example:\n\n  sayso source pause daily-herald")
def pause(id: str = ID, data: Path = DATA) -> None:
    """Look no more at a source until it is resumed."""
    open_ledger(data)
    from sayso.app.sources import pause_source

    pause_source(id)
    out.print(f"{escape(id)} is paused. [dim](sayso source resume {escape(id)})[/]")


@app.command("resume", epilog="Example:\n\n  sayso source resume daily-herald")
def resume(id: str = ID, data: Path = DATA) -> None:
    """Look at a paused source again."""
    open_ledger(data)
    from sayso.app.sources import resume_source

    resume_source(id)
    out.print(f"{escape(id)} is looked at again.")


@app.command(
    "move",
    epilog="Examples:\n\n  sayso source move daily-herald https://example.org/feed\n\n  sayso source move daily-herald",
)
def move(
    id: str = ID,
    address: str = typer.Argument("", metavar="[ADDRESS]", help="Where to watch it; none for where it was before."),
    data: Path = DATA,
) -> None:
    """Watch a source at another address, or back where it was before it moved by itself."""
    open_ledger(data)
    from sayso.app.sources import move_source
    from sayso.collect.masked import masked

    moved = move_source(id, address)
    out.print(f"{escape(id)} is watched at {escape(masked(moved.address))} from now on.", soft_wrap=True)


@app.command("remove", epilog="Example:\n\n  sayso source remove daily-herald")
def remove(id: str = ID, data: Path = DATA) -> None:
    """Watch a source no more. What came from it stays in the ledger."""
    open_ledger(data)
    from sayso.app.sources import remove_source

    remove_source(id)
    out.print(f"{escape(id)} is no longer watched; what came from it stays.")


@app.command("import", epilog="Example:\n\n  sayso source import subscriptions.opml")
def import_(
    file: Path = typer.Argument(..., metavar="FILE.opml", help="A list of feeds, as feed readers export it."),
    data: Path = DATA,
) -> None:
    """Add the feeds of an OPML file; those that are watched already are left as they are."""
    open_ledger(data)
    from sayso.app.sources import import_opml

    added, left = import_opml(file)
    out.print(f"[bold]{len(added)}[/] added, {len(left)} left out")
    for line in left[:10]:
        err.print(f"  [yellow]left out[/] {escape(line)}")
    if len(left) > 10:
        err.print(f"  and {len(left) - 10} more")


@app.command("export", epilog="Example:\n\n  sayso source export > sources.opml")
def export(data: Path = DATA) -> None:
    """Write all sources as OPML, which feed readers take in."""
    open_ledger(data)
    from sayso.app.sources import export_opml

    sys.stdout.buffer.write(export_opml())
