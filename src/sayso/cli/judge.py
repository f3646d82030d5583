"""`sayso judge`: decisions of persons, made, withdrawn and listed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.text import Text

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import out

if TYPE_CHECKING:
    from sayso.app.judge import Deed
    from sayso.model import Judgement

EXAMPLES = """
Examples:

  sayso judge merge KAZ-3F2A9C KAZ-77B0E1 --reason "same blast, two names of one street"

  sayso judge value KAZ-3F2A9C killed 3 --reason "ministry corrected itself on 2 November"

  sayso judge list --incident KAZ-3F2A9C
"""
app = typer.Typer(
    help="Decide what the machine cannot: every decision has an author and a reason, and can be withdrawn.",
    no_args_is_help=True, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
REASON = typer.Option(..., "--reason", "-r", metavar="WORDS", help="Why; never empty.")
AUTHOR = typer.Option("", "--author", metavar="NAME", envvar="SAYSO_AUTHOR", help="Who decides; else the login name.")
SUBJECT = "Id of an assertion, or key of a report; the start is enough."
SECOND = typer.Option(False, "--second", help="A second person's opinion: counts for agreement, changes nothing.")
JSON = typer.Option(False, "--json", help="One JSON object a line.")


@app.command("merge", epilog='Example:\n\n  sayso judge merge KAZ-3F2A9C KAZ-77B0E1 --reason "one blast"')
def merge(
    one: str = typer.Argument(..., metavar="INCIDENT"),
    other: str = typer.Argument(..., metavar="INCIDENT"),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """Two incidents are one happening; the one opened first gives the id."""
    _judge(data, author, "merge", one, reason, second, other=other)


@app.command("apart", epilog='Example:\n\n  sayso judge apart KAZ-3F2A9C KAZ-77B0E1 --reason "two towns"')
def apart(
    one: str = typer.Argument(..., metavar="INCIDENT"),
    other: str = typer.Argument(..., metavar="INCIDENT"),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """Two incidents are two happenings: the linker never merges them, and a merge it made is taken back."""
    _judge(data, author, "reject", f"{one}+{other}", reason, second)


@app.command("split", epilog='Example:\n\n  sayso judge split KAZ-3F2A9C 9f31c2/i1 4be07a/i2 --reason "second blast"')
def split(
    incident: str = typer.Argument(..., metavar="INCIDENT"),
    reports: list[str] = typer.Argument(..., metavar="REPORT...", help="Keys of reports that tell of something else."),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """Reports of an incident become an incident of their own."""
    _judge(data, author, "split", incident, reason, second, reports=reports)


@app.command(
    "not-this-incident",
    epilog='Example:\n\n  sayso judge not-this-incident 9f31c2/i1 --to KAZ-77B0E1 --reason "another day"',
)
def not_this_incident(
    report: str = typer.Argument(..., metavar="REPORT", help="Key of the report, or the start of it."),
    to: str = typer.Option("", "--to", metavar="INCIDENT", help="Where it belongs; else an incident of its own."),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """A report does not tell of the incident it is in; the linker never puts it back."""
    _judge(data, author, "not_this_incident", report, reason, second, other=to)


VALUES = """
Examples:

  sayso judge value KAZ-3F2A9C killed "3 to 5" --reason "two lists"

  sayso judge value KAZ-3F2A9C place 610529 --reason "the town, not the region"
"""


@app.command("value", epilog=VALUES)
def value(
    incident: str = typer.Argument(..., metavar="INCIDENT"),
    field: str = typer.Argument(..., metavar="FIELD", help="killed, injured, happened, place, type, perpetrator ..."),
    words: str = typer.Argument(
        ..., metavar="VALUE", help="A figure, an ISO day, a place or GeoNames id, a type, NAME (STATUS)."
    ),
    evidence: str = typer.Option("", "--evidence", metavar="DOCUMENT:START-END", help="Words that it stands on."),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """Give a field another value: it outranks every rule, and shows its author and reason."""
    span = _span(evidence) if evidence else None
    _judge(data, author, "other_value", incident, reason, second, field=field, value=words, evidence=span)


@app.command("accept", epilog='Example:\n\n  sayso judge accept 5d0c41 --reason "checked against the ministry\'s page"')
def accept(
    subject: str = typer.Argument(..., metavar="ASSERTION", help=SUBJECT),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """What an assertion says is right, or a report belongs where it is."""
    _judge(data, author, "accept", subject, reason, second)


@app.command("reject", epilog='Example:\n\n  sayso judge reject 5d0c41 --reason "counts another attack"')
def reject(
    subject: str = typer.Argument(..., metavar="ASSERTION", help=SUBJECT),
    reason: str = REASON,
    author: str = AUTHOR,
    second: bool = SECOND,
    data: Path = DATA,
) -> None:
    """What an assertion says is wrong and no longer counts; a rejected report tells of no incident."""
    _judge(data, author, "reject", subject, reason, second)


@app.command("withdraw", epilog='Example:\n\n  sayso judge withdraw 07ab3c --reason "looked again"')
def withdraw(
    judgement: str = typer.Argument(..., metavar="ID", help="Id of the judgement, or the start of it."),
    reason: str = REASON,
    author: str = AUTHOR,
    data: Path = DATA,
) -> None:
    """Take a judgement back; it stays in the history."""
    open_ledger(data)
    from sayso.app.judge import default_author
    from sayso.app.judge import withdraw as take_back

    made = take_back(judgement, author=author or default_author(), reason=reason)
    out.print(f"withdrawn: {made.subject[:12]}", style="bold")
    _shared(made)


@app.command("uphold", epilog='Example:\n\n  sayso judge uphold 07ab3c --reason "the video shows it"')
def uphold(
    judgement: str = typer.Argument(..., metavar="ID", help="Id of the decision that is right (sayso agreement)."),
    reason: str = REASON,
    author: str = AUTHOR,
    data: Path = DATA,
) -> None:
    """Settle a disagreement of reviewers: this decision takes effect, those that contradict it are withdrawn."""
    open_ledger(data)
    from sayso.app.judge import adjudicate, default_author, in_words

    made = adjudicate(judgement, author=author or default_author(), reason=reason)
    out.print(Text("upheld: ", style="bold").append(in_words(made), style="default"))


@app.command("list", epilog="Examples:\n\n  sayso judge list\n\n  sayso judge list --incident KAZ-3F2A9C")
def list_(
    incident: str = typer.Option("", "--incident", metavar="INCIDENT", help="Only about this one; with the ids in it."),
    limit: int = typer.Option(50, min=1, help="How many, the newest first; --json gives all."),
    as_json: bool = JSON,
    data: Path = DATA,
) -> None:
    """List judgements, the newest first; of one incident also the ids of its reports and of what they say."""
    open_ledger(data)
    from sayso.app.judge import all_deeds, history

    told = history(incident) if incident else all_deeds()
    if as_json:
        for deed in told:
            typer.echo(json.dumps(_row(deed), ensure_ascii=False))
        return
    for deed in told[:limit]:
        out.print(_entry(deed))
    if len(told) > limit:
        out.print(f"[dim]and {len(told) - limit} more (--limit)[/]")
    if not told:
        out.print("Nobody has judged anything yet." if not incident else "Nobody has judged anything here yet.")
    if incident:
        _subjects(incident)


@app.command("moved", epilog="Example:\n\n  sayso judge moved")
def moved(as_json: bool = JSON, data: Path = DATA) -> None:
    """List judgements that re-reading carried to another reading, or that have nothing to stand on any more."""
    open_ledger(data)
    from sayso.app.judge import moved as rows

    told = rows()
    if as_json:
        for m in told:
            typer.echo(json.dumps(_moved_row(m), ensure_ascii=False))
        return
    for m in told:
        style = "yellow" if m.lost else "dim"
        fate = "lost" if m.lost else "carried"
        out.print(Text(f"{m.at:%Y-%m-%d %H:%M}  {m.of.id[:12]}  {fate}: {m.said}", style=style))
    if not told:
        out.print("Re-reading moved no judgement.")


def _judge(data: Path, author: str, kind: str, subject: str, reason: str, second: bool, **more: Any) -> None:
    open_ledger(data)
    from sayso.app.judge import default_author, in_words, judge

    made = judge(kind, subject, author=author or default_author(), reason=reason, second=second, **more)
    text = Text(made.id[:12], style="cyan").append(f"  {in_words(made)}", style="default")
    if second:
        text.append("  second opinion: nothing changes", style="yellow")
    out.print(text)
    if second:
        _compared(made)
    _shared(made)
    out.print(f"[dim]take it back with: sayso judge withdraw {made.id[:12]} --reason ...[/]")


def _compared(made: Judgement) -> None:
    """Say where a second opinion is compared with the first one, if there is one."""
    from sayso.app.review import decided_by_others

    if decided_by_others(made.subject, made.author):
        out.print("[dim]compared with the other decision: sayso agreement[/]")
    else:
        out.print("[dim]nobody else has decided about it yet: it counts for agreement once somebody does[/]")


def _shared(made: Judgement) -> None:
    """Say what taking a merge back did to the reports that came meanwhile."""
    from sayso.app.parted import shared_by

    told = shared_by(made)
    for key, incident in told.moved:
        out.print(f"  report {key[:12]}/{key.rpartition('/')[2]} came meanwhile; it is in {incident} now")
    for key, pair in told.unsure:
        name = f"{key[:12]}/{key.rpartition('/')[2]}"
        out.print(f"  report {name} came meanwhile and may be of {pair.replace('+', ' or ')}: see the review queue")


def _span(words: str) -> tuple[str, int, int]:
    document, _, span = words.rpartition(":")
    start, _, end = span.partition("-")
    if not document or not start.isdigit() or not end.isdigit():
        raise typer.BadParameter("write DOCUMENT:START-END, for example 9f31c2:120-133", param_hint="--evidence")
    return document, int(start), int(end)


def _entry(deed: Deed) -> Text:
    j = deed.judgement
    text = Text(f"{j.id[:12]}  ", style="cyan").append(deed.said, style="bold default")
    if deed.second:
        text.append("  second opinion", style="yellow")
    text.append(f"\n              {j.author}, {j.at:%Y-%m-%d %H:%M} UTC: {j.reason}", style="dim")
    if gone := deed.withdrawn:
        by = f"withdrawn by {gone.author}, {gone.at:%Y-%m-%d %H:%M} UTC: {gone.reason}"
        text.append(f"\n              {by}", style="yellow")
    return text


def _row(deed: Deed) -> dict[str, Any]:
    from sayso.app.judge import as_row

    return as_row(deed)


def _moved_row(m: Any) -> dict[str, Any]:
    return {"judgement": m.of.id, "kind": m.of.kind, "at": m.at.isoformat(), "lost": m.lost, "said": m.said}


def _subjects(incident: str) -> None:
    """The ids that can be judged: reports, and what they say."""
    from sayso.app.as_of import incident_page

    page = incident_page(incident)
    out.print(Text("\nReports", style="bold"))
    for r in page.reports:
        name = f"{r.document[:12]}/{r.key.rpartition('/')[2]}"
        said = f"{r.outlet or 'unknown outlet'}: {r.title}"
        out.print(Text(f"  {name}  ", style="cyan").append(said, style="default"))
    out.print(Text("What they say", style="bold"))
    for field in page.fields:
        for a in field.assertions:
            said = f"{field.field.replace('_', ' ')}: {a.datum_text}"
            line = Text(f"  {a.id[:12]}  ", style="cyan").append(said, style="default")
            out.print(line.append(f"  “{a.words}” {a.outlet}", style="dim"))


def register(main: typer.Typer) -> None:
    """Add the command group to ``main``."""
    main.add_typer(app, name="judge")
