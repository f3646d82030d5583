"""The desk as one process: waitress in front of the pages."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.model import SaysoError

THREADS = 4


def application() -> Callable[..., Any]:
    """The WSGI application; the static files of the package are served by its middleware."""
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


def serve(host: str = "127.0.0.1", port: int = 8642, open_browser: bool = False) -> None:
    """Serves the desk until it is interrupted; prints its address once it listens.

    Args:
        host: address to listen on; the default is this machine only.
        port: TCP port; 0 takes a free one.
        open_browser: True opens the desk in the user's browser.

    Raises:
        SaysoError: the address is in use or not allowed.
    """
    server = open_desk(host, port)
    address = desk_address(server, host)
    print(f"The desk is open at {address} (Ctrl-C stops it)", flush=True)
    if open_browser:
        threading.Timer(0.2, webbrowser.open, [address]).start()
    try:
        server.run()
    finally:
        server.close()


def open_desk(host: str, port: int) -> Any:
    """A waitress server that listens; its ``run`` serves until its ``close``.

    Raises:
        SaysoError: the address is in use or not allowed.
    """
    from waitress import create_server

    try:
        return create_server(application(), host=host, port=port, threads=THREADS, ident="sayso")
    except OSError as error:
        raise SaysoError(
            f"cannot listen on {host} port {port}: {error.strerror}", "choose another with --port"
        ) from error


def data_folder_in_use() -> Path:
    """The folder of the open house."""
    from sayso.app.settings import data_folder

    return data_folder()


def desk_address(server: Any, host: str) -> str:
    """Where the desk of a server is found."""
    return f"http://{f'[{host}]' if ':' in host else host}:{listening_port(server)}/"


def listening_port(server: Any) -> int:
    """The port a waitress server listens on, also when it has one socket per address family."""
    if hasattr(server, "effective_port"):
        return int(server.effective_port)
    return int(server.effective_listen[0][1])
