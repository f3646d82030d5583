"""`sayso run`: the whole service in one command."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.house import DATA, open_ledger
from sayso.cli.render.console import err

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.live import Live

    from sayso.app.collecting import Collector

EXAMPLES = """
Examples:

  sayso run                                  collect, read, link, and the desk at http://127.0.0.1:8642/

  sayso run --no-desk --log-json             for a server: events as JSON lines on standard error

  sayso run --workers 3 --port 8080          three reading processes, the desk at another port
"""
_EVERY_S = 2.0


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("run", epilog=EXAMPLES)(run)


def run(
    desk: bool = typer.Option(True, "--desk/--no-desk", help="Serve the desk, /metrics and /health too."),
    host: str = typer.Option("127.0.0.1", help="Address the desk listens on; only this machine by default."),
    port: int = typer.Option(8642, help="Port of the desk; 0 takes a free one."),
    browser: bool = typer.Option(False, "--browser/--no-browser", help="Open the desk in a browser."),
    workers: int = typer.Option(1, min=1, help="Reading processes; 1 reads in this one."),
    at_once: int = typer.Option(16, min=1, max=200, help="Looks and fetches at the same time."),
    log_json: bool = typer.Option(False, "--log-json", help="Events as JSON lines on standard error."),
    data: Path = DATA,
) -> None:
    """Collect, read, link and show, until it is stopped (Ctrl-C). Started again, it goes on where it was."""
    open_ledger(data)
    from sayso.app.collecting import Limits
    from sayso.app.logs import log_to
    from sayso.app.serve import data_folder_in_use
    from sayso.app.service import serve_all
    from sayso.cli.gazetteer import ready

    ready()
    board = _Board(shown=err.is_terminal and not log_json)
    log_to(as_json=log_json, quiet=board.shown)
    stop = threading.Event()
    _stop_on_signals(stop)
    close = _open_desk(host, port, browser) if desk else None
    try:
        with board:
            serve_all(data_folder_in_use(), stop, workers=workers, limits=Limits(places=at_once), show=board.show)
    finally:
        if close:
            close()
    sys.stderr.flush()


def _stop_on_signals(stop: threading.Event) -> None:
    """The first signal asks to stop, the second one does not ask."""

    def asked(number: int, _frame: object) -> None:
        if stop.is_set():
            os._exit(128 + number)
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, asked)


def _open_desk(host: str, port: int, browser: bool) -> Callable[[], None]:
    """Serves the desk beside the service; gives what ends it."""
    import webbrowser

    from sayso.app.serve import desk_address, open_desk

    server = open_desk(host, port)
    address = desk_address(server, host)
    err.print(f"The desk is open at {address} (Ctrl-C stops it)")
    threading.Thread(target=server.run, name="sayso desk", daemon=True).start()
    if browser:
        threading.Timer(0.2, webbrowser.open, [address]).start()

    def close() -> None:
        server.close()

    return close


class _Board:
    """Counters in the terminal, made anew every two seconds or more; shows nothing when there is no terminal."""

    def __init__(self, shown: bool) -> None:
        self.shown = shown
        self._due = 0.0
        self._live = None if not shown else self._made()

    @staticmethod
    def _made() -> Live:
        from rich.live import Live

        return Live(console=err, auto_refresh=False, transient=False)

    def __enter__(self) -> None:
        if self._live:
            self._live.start()

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._live.stop()

    def show(self, collector: Collector) -> None:
        """Draw the counters when it is time to."""
        began = time.monotonic()
        if self._live is None or began < self._due:
            return
        from sayso.app.service import beats, summary
        from sayso.cli.render.board import board

        self._live.update(board(summary(collector.busy), {k: b.trouble for k, b in beats.items()}), refresh=True)
        took = time.monotonic() - began  # with thousands of sources counting takes time, which is not to be felt
        self._due = time.monotonic() + max(_EVERY_S, 20 * took)
