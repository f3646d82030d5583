"""The counters of `sayso run` in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from sayso.app.service import Summary

_STYLE = {"healthy": "green", "silent": "yellow", "blocked": "red", "changed": "red", "failing": "red"}


def board(at: Summary, trouble: Mapping[str, str]) -> Table:
    """Sources by how they fare, looks by outcome, items by state, and what is in the way."""
    made = Table.grid(padding=(0, 2))
    made.add_row(Text("Sources", "bold"), _words(at.sources, _STYLE) or Text("none yet: sayso source add URL", "dim"))
    looks = {k.partition(":")[2]: n for k, n in at.counts.items() if k.startswith("looks:")}
    made.add_row(Text("Looks", "bold"), _words(looks, {}) or Text("none yet", "dim"))
    items = {
        "to fetch": at.items.get("waiting", 0), "to read": at.items.get("captured", 0), "on their way": at.on_their_way,
        "captured": at.counts.get("captures", 0), "read": at.counts.get("read", 0),
        "in quarantine": at.counts.get("refused", 0),
    }  # fmt: skip
    made.add_row(Text("Items", "bold"), _words(items, {}))
    for part, words in trouble.items():
        if words:
            made.add_row(Text("Trouble", "bold red"), Text(f"{part}: {words}"))
    return made


def _words(numbers: Mapping[str, int], style: Mapping[str, str]) -> Text:
    parts = [Text.assemble((f"{n:,}", "bold"), f" {word}", style=style.get(word, "")) for word, n in numbers.items()]
    return Text(", ").join(parts)
