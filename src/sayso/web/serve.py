"""The desk as one process: waitress in front of the pages."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Callable
from typing import Any

THREADS = 4


def application() -> Callable[..., Any]:
    """The WSGI application; the static files of the package are served by its middleware."""
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


def serve(host: str = "127.0.0.1", port: int = 8000, open_browser: bool = False) -> None:
    """Serves the desk until it is interrupted.

    Args:
        host: address to listen on; the default is this machine only.
        port: TCP port.
        open_browser: True opens the desk in the user's browser once it listens.

    Raises:
        OSError: when the address is in use.
    """
    from waitress import create_server

    server = create_server(application(), host=host, port=port, threads=THREADS, ident="sayso")
    if open_browser:
        threading.Timer(0.3, webbrowser.open, [f"http://{host}:{port}/"]).start()
    try:
        server.run()
    finally:
        server.close()
