"""Sayso reads public reports of incidents and keeps who said every value.

In a notebook::

    import sayso
    reading = sayso.read(text_or_html, published="2011-11-01")
    for report in reading:
        print(report.type, [a.text for a in report.assertions])

``sayso.read`` is the room of reading and the function at once: calling the module reads a text.
See ``docs/decisions/002-read-is-room-and-function.md``.
"""

from __future__ import annotations

import importlib
import types
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sayso.model import Reading


class _ReadRoom(types.ModuleType):
    """The module ``sayso.read`` made callable; loads the readers at the first call."""

    def __call__(
        self,
        source: str | bytes,
        *,
        url: str = "",
        published: date | str | None = None,
        outlet: str = "",
        known_from: datetime | None = None,
    ) -> Reading:
        """Read a text or a page; see :func:`sayso.app.read.read`."""
        from sayso.app.read import read as read_source

        return read_source(source, url=url, published=published, outlet=outlet, known_from=known_from)


importlib.import_module("sayso.read").__class__ = _ReadRoom


def to_contract(reading: Reading) -> dict[str, Any]:
    """The public JSON of a Reading (``"schema": "sayso.reading/1"``) as a plain dict."""
    from sayso.export.reading import to_contract as convert

    return convert(reading)
