"""The operator's choice to have a model asked: off unless an address is set.

In ``sayso.toml`` in the data folder::

    [model_server]
    address = "http://127.0.0.1:8080/v1"
    model = "qwen2.5-7b-instruct"
    seconds = 120

or in the environment, which outranks the file: SAYSO_MODEL_SERVER (an address, or "off"), SAYSO_MODEL, and
SAYSO_MODEL_KEY for servers that ask for a key. A key stands in the environment only: files are copied about.
"""

from __future__ import annotations

import logging
import os
import time
import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.app.model_client import Client, ModelAddress, NoAnswer
from sayso.app.settings import data_folder
from sayso.collect.address import Address, parse
from sayso.collect.connect import Deadline
from sayso.model import Document, SaysoError
from sayso.read.server import Ask, Said, Server

SETTINGS = "sayso.toml"
SECONDS = 120
"""Seconds for all questions about one document together."""
MOST_SECONDS = 240
"""A reading process is ended after 300 seconds (``run/pool.py``); a document must not be lost to a slow model."""
_KEYS = frozenset(("address", "model", "seconds"))
_COMPLETIONS = "/chat/completions"
_IN_A_ROW = 3
_REST_S = 60.0
_log = logging.getLogger("sayso.read")
Tell = Callable[[Document, Said], None]


def model_server(
    address: str, model: str, *, seconds: float = SECONDS, tell: Tell | None = None, pause_s: float = 0.5
) -> Server:
    """A server to ask, by its address and the name of its model.

    Args:
        address: of the API ("http://127.0.0.1:8080/v1"); without a path /v1 is meant. SAYSO_MODEL_SERVER when "".
        model: name as the server knows it. SAYSO_MODEL when "".
        seconds: for one document.
        tell: told what came of each document; a line in the log when not given.
        pause_s: seconds before a new try when the server is busy or the line broke; doubled for each further one.

    Raises:
        SaysoError: no http(s) address, no model, or seconds beyond the limit.
    """
    address = address or os.environ.get("SAYSO_MODEL_SERVER", "")
    model = model or os.environ.get("SAYSO_MODEL", "")
    if not model.strip() or len(model) > 200 or not model.isprintable():
        raise SaysoError("no model is named for the model server", "give its name with --model NAME or SAYSO_MODEL")
    if not 0 < seconds <= MOST_SECONDS:
        raise SaysoError(f"the model server may take 1 to {MOST_SECONDS} seconds", "change the limit")
    key = os.environ.get("SAYSO_MODEL_KEY", "").strip()
    if not all("!" <= c <= "~" for c in key):
        raise SaysoError("SAYSO_MODEL_KEY holds characters that no key has", "set it again, without line breaks")
    where = ModelAddress(_completions(address), model.strip(), key)
    asker = _Asker(Client(where, pause_s), seconds)
    return Server(where.model, asker.open, tell or _logged)


def house_server() -> Server | None:
    """The server of the environment or of the settings of the open house; None without one.

    Raises:
        SaysoError: the settings cannot be read as they are.
    """
    told = dict(_table(data_folder() / SETTINGS))
    for key, name in (("address", "SAYSO_MODEL_SERVER"), ("model", "SAYSO_MODEL")):
        told[key] = os.environ.get(name, "").strip() or told.get(key, "")
    if told["address"] in ("", "off"):
        return None
    return _known(told["address"], told["model"], told.get("seconds", SECONDS), os.environ.get("SAYSO_MODEL_KEY", ""))


@lru_cache(maxsize=4)
def _known(address: str, model: str, seconds: float, _key: str) -> Server:
    """One Server for the same settings, so that it remembers how the server fared."""
    return model_server(address, model, seconds=seconds)


def _table(file: Path) -> Mapping[str, Any]:
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return {}
    except OSError as problem:
        raise SaysoError(f"cannot read {file}: {problem.strerror}", "check its permissions") from None


@lru_cache(maxsize=4)
def _read(file: Path, _stamp: int) -> Mapping[str, Any]:
    try:
        told = tomllib.loads(file.read_text("utf-8")).get("model_server", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SaysoError(f"{file} is no TOML: {problem}", "see docs/model-server.md for its form") from None
    unknown = sorted(set(told) - _KEYS) if isinstance(told, dict) else ["model_server"]
    if unknown:
        known = ", ".join(sorted(_KEYS))
        raise SaysoError(f"{file}: [model_server] has {unknown[0]!r}", f"it is a table with the keys {known}")
    seconds = told.get("seconds", SECONDS)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise SaysoError(f"{file}: seconds of [model_server] is a number", "mend the file")
    if not all(isinstance(told.get(key, ""), str) for key in ("address", "model")):
        raise SaysoError(f"{file}: address and model of [model_server] are text in quotation marks", "mend the file")
    return dict(told)


def _completions(address: str) -> Address:
    bare = address.strip().rstrip("/")
    if not bare.lower().startswith(("http://", "https://")):
        raise SaysoError("the model server has no http address", "give one like http://127.0.0.1:8080/v1")
    path = parse(bare).target
    if path.endswith(_COMPLETIONS):
        return parse(bare)
    return parse(f"{bare}{'/v1' if path == '/' else ''}{_COMPLETIONS}")


class _Asker:
    """Gives each document its time, and rests when the server fails document after document."""

    def __init__(self, client: Client, seconds: float) -> None:
        self._client, self._seconds = client, seconds
        self._failed, self._rests_until = 0, 0.0

    def open(self) -> Ask:
        """What asks about one document."""
        deadline = Deadline(time.monotonic() + self._seconds)

        def ask(prompt: str, schema: Mapping[str, Any]) -> str:
            if time.monotonic() < self._rests_until:
                raise NoAnswer(f"the model server failed {_IN_A_ROW} times in a row", "it is asked again in a minute")
            try:
                answer = self._client.ask(prompt, schema, deadline)
            except SaysoError:
                self._failed += 1
                if self._failed % _IN_A_ROW == 0:
                    self._rests_until = time.monotonic() + _REST_S
                raise
            self._failed = 0
            return answer

        return ask


def _logged(document: Document, said: Said) -> None:
    """A line for each document; of a server that stays away the same line once a minute only."""
    if said.problem is not None:
        _warned(str(said.problem), int(time.monotonic() // _REST_S))
        return
    _log.info(
        "the model told %d statements, %d refused, %d of %d answers of no use",
        len(said.drafts), len(said.refused) + said.senseless, said.useless, said.asked,
    )  # fmt: skip


@lru_cache(maxsize=16)
def _warned(problem: str, _minute: int) -> None:
    _log.warning("%s; read by rules alone", problem)
