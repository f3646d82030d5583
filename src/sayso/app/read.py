"""Read one source end to end: bytes to Capture to Document to Reading with findings.

Nothing here needs the ledger or the web framework; this is what ``sayso.read`` is in a notebook.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from sayso.app.model_server import house_server
from sayso.check import run_checks
from sayso.clean import clean
from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Capture, Document, Reading, SaysoError
from sayso.read.encoder.session import Encoder, open_released
from sayso.read.languages import Readers
from sayso.read.server import Server
from sayso.read.triage.gate import Triage, open_triage

Clock = Callable[[str, float], None]


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


@lru_cache(maxsize=4)
def _reader(server: Server | None, encoder: Encoder | None, triage: Triage | None) -> Readers:
    return Readers(_gazetteer(), server, encoder, triage)


def reader_names() -> frozenset[str]:
    """Names of the Readings of today's readers; what another one read is read again by ``sayso reread``."""
    return _reader(house_server(), house_encoder(), house_triage()).names


def house_encoder() -> Encoder | None:
    """The model that reads English beside the rules: the released one unless SAYSO_ENCODER says otherwise.

    SAYSO_ENCODER is "off" for rules alone, or the folder of another model of the same form.

    Raises:
        SaysoError: that folder, or this copy of Sayso, does not hold a model.
    """
    return _encoder(os.environ.get("SAYSO_ENCODER", "").strip())


@lru_cache(maxsize=2)
def _encoder(told: str) -> Encoder | None:
    if told.lower() == "off":
        return None
    return Encoder(Path(told)) if told else open_released()


def house_triage() -> Triage | None:
    """What keeps articles without a sign of an incident from the encoder; None when SAYSO_TRIAGE is "off".

    Raises:
        SaysoError: this copy of Sayso lacks its weights.
    """
    return None if os.environ.get("SAYSO_TRIAGE", "").strip().lower() == "off" else _triage()


@lru_cache(maxsize=1)
def _triage() -> Triage:
    return open_triage()


def read(
    source: str | bytes,
    *,
    url: str = "",
    published: date | str | None = None,
    outlet: str = "",
    known_from: datetime | None = None,
) -> Reading:
    """Read a text or a page.

    Args:
        source: plain text or HTML, as characters or as captured bytes (then the encoding is found out).
        url: address it came from, when known.
        published: publication day, ISO 8601 or a date; given, it outranks what the page says. Not given and
            not found, dates such as "Monday" stay open with their candidates.
        outlet: name of the outlet, when known.
        known_from: time of capture (UTC); now when not given.

    Returns:
        a Reading; iterate over it for its Reports.

    Raises:
        Unreadable: empty, binary, too large or without an article.
        SaysoError: ``published`` is not a day.
    """
    body = source.encode("utf-8") if isinstance(source, str) else source
    charset = "utf-8" if isinstance(source, str) else ""
    capture = Capture(url or "-", body, known_from or datetime.now(UTC), charset=charset)
    return read_capture(capture, url=url, published=as_day(published), outlet=outlet)


def read_capture(
    capture: Capture,
    *,
    published: date | None = None,
    url: str = "",
    outlet: str = "",
    title: str = "",
    clock: Clock | None = None,
    server: Server | None = None,
) -> Reading:
    """Read a Capture; see :func:`read`. ``clock`` is told the seconds of each part.

    ``server`` is a model to ask (:func:`sayso.app.model_server.model_server`), that of the settings when not given.
    """
    start = time.perf_counter()
    document = clean(capture, published=published, url=url, outlet=outlet, title=title)
    if clock:
        clock("clean", time.perf_counter() - start)
    return read_document(document, clock=clock, server=server)


def read_document(document: Document, *, clock: Clock | None = None, server: Server | None = None) -> Reading:
    """Read a cleaned Document and check what was read; ``server`` as of :func:`read_capture`."""
    reading = _reader(server or house_server(), house_encoder(), house_triage()).read(document, clock)
    start = time.perf_counter()
    findings = run_checks(reading, gazetteer=_gazetteer())
    if clock:
        clock("checks", time.perf_counter() - start)
    return replace(reading, findings=findings)


def read_timed(
    source: str | bytes, *, url: str = "", published: date | None = None
) -> tuple[Reading, dict[str, float]]:
    """Like :func:`read`, with the seconds each part took by name."""
    seconds: dict[str, float] = {}

    def clock(part: str, took: float) -> None:
        seconds[part] = seconds.get(part, 0.0) + took

    body = source.encode("utf-8") if isinstance(source, str) else source
    capture = Capture(url or "-", body, datetime.now(UTC), charset="utf-8" if isinstance(source, str) else "")
    return read_capture(capture, url=url, published=published, clock=clock), seconds


def as_day(value: date | str | None) -> date | None:
    """A day from ISO 8601 words.

    Raises:
        SaysoError: the words are not a day such as 2011-11-01.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SaysoError(f"not a date: {value!r}", "give the day as YYYY-MM-DD, for example 2011-11-01") from None
