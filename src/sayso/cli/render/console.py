"""The two consoles: results on standard output, everything else on standard error."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def error(message: str, hint: str = "") -> None:
    """Print one clear line, with the next step in dim letters."""
    line = f"[bold red]sayso:[/] {escape(message)}"
    err.print(f"{line} [dim]({escape(hint)})[/]" if hint else line)
