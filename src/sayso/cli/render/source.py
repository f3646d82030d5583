"""Sources on the terminal: how they fare in colour, and what they brought."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.table import Table
from rich.text import Text

from sayso.app.sources import Proposal, SourcePage, SourceView
from sayso.collect.masked import masked

COLOURS = {
    "healthy": "green", "new": "cyan", "silent": "yellow", "blocked": "magenta", "changed": "yellow", "failing": "red",
    "paused": "dim",
}  # fmt: skip
_STEPS = ((86_400.0, "d"), (3_600.0, "h"), (60.0, "min"))


def age(at: datetime | None, now: datetime | None = None) -> str:
    """How long ago, in one unit: "3 h ago"; "never" for None."""
    if at is None:
        return "never"
    seconds = ((now or datetime.now(UTC)) - at).total_seconds()
    for size, unit in _STEPS:
        if seconds >= size:
            return f"{int(seconds / size)} {unit} ago"
    return "just now"


def volume(view: SourceView) -> str:
    """Items a day that are expected, "learned" where nobody stated them."""
    expected = view.source.expected_per_day
    return "learned" if expected is None else f"{expected:g} a day"


def source_table(views: list[SourceView]) -> Table:
    """One row for each source."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("id", "health", "kind", "last item", "expected"):
        table.add_column(heading, no_wrap=heading != "id", overflow="fold")
    for view in views:
        table.add_row(
            Text(view.source.id, style="bold"), Text(view.word, style=COLOURS.get(view.word, "")), view.source.kind,
            age(view.last_item_at), volume(view),
        )  # fmt: skip
    return table


def source_page(page: SourcePage) -> list[Text]:
    """Everything of one source, line by line."""
    source = page.source
    lines = [
        Text(source.name, style="bold").append(f"  {source.id}", style="dim"),
        Text(page.word, style=COLOURS.get(page.word, "")).append(f"  {page.sentence}", style="default"),
        Text(f"{source.kind}  {masked(source.address)}"),
        Text(f"expected: {volume(page)}; last item {age(page.last_item_at)}", style="default"),
    ]
    if page.moved:
        at, old = page.moved
        moved = f"since {at:%Y-%m-%d %H:%M}Z; before at {masked(old)}, which redirects here for good"
        lines.insert(3, Text(f"{moved} (undo: sayso source move {source.id})", style="dim"))
    if page.from_file:
        lines.append(Text("configured in sayso.toml", style="dim"))
    lines += [Text("\nLast looks", style="dim")] if page.looks else []
    for look in page.looks[-8:]:
        words = f"{look.at:%Y-%m-%d %H:%M}Z  {look.outcome}"
        detail = f"{look.new_items} new of {look.items}" if look.items else look.note or look.reason
        lines.append(Text(f"{words:32} {detail}"))
    lines += [Text("\nLast items", style="dim")] if page.items else []
    for item in page.items[:10]:
        lines.append(Text(f"{item.state:9} {item.seen.title or masked(item.address)}"))
        lines += [Text(f"          {item.reason}", style="yellow")] if item.reason else []
    return lines


def proposal(found: Proposal) -> list[Text]:
    """What was found at an address: the source and the items it shows."""
    source = found.source
    lines = [
        Text(source.name, style="bold").append(f"  {source.kind}", style="cyan").append(f"  {found.why}", style="dim"),
        Text(masked(source.address)),
    ]
    for item in found.last_items:
        when = f"{item.when[:16].replace('T', ' '):16}  " if item.when else f"{'no date':16}  "
        lines.append(Text(f"  {when}", style="dim").append(item.title or masked(item.address), style="default"))
    if not found.last_items:
        lines.append(Text("  nothing there yet", style="yellow"))
    if source.expected_per_day:
        items = "item" if source.expected_per_day == 1 else "items"
        lines.append(Text(f"about {source.expected_per_day:g} {items} a day", style="dim"))
    return lines + ([Text(found.note, style="yellow")] if found.note else [])
