"""What a kind of watched source is: one look at it, with what the last look left behind."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sayso.collect.answer import Answer, Validators
from sayso.model import SaysoError
from sayso.model.source import Look, LookState, Seen, Source

MOST_BYTES = 20_000_000
"""Bytes of one feed, sitemap or front page; sitemaps.org allows 50 MB, real ones stay far below."""
MOST_ITEMS = 500
"""Items of one look; of longer ones the newest are taken, with a note."""
MOST_SAME = 20
"""So many times "not modified" is believed in a row; then one look asks without condition, as some servers say it
whatever happened (a validator made of the template's date, a proxy that never asks)."""


class Get(Protocol):
    """Gets one address politely and safely."""

    def __call__(self, url: str, validators: Validators, max_bytes: int) -> Answer:
        """The answer to one request.

        Raises:
            SaysoError: it cannot be had; a ``FetchProblem`` says with ``outcome`` and ``reason`` why.
        """


class LookAt(Protocol):
    """Looks at one source once."""

    def __call__(self, source: Source, state: LookState, get: Get) -> Look:
        """What the source shows now.

        Args:
            source: where to look.
            state: what the last look left behind; an empty one at the first look.
            get: how to ask for addresses.

        Returns:
            The look. Whatever goes wrong with the source is an outcome, never an exception.
        """


@dataclass(frozen=True, slots=True)
class Watched:
    """One kind of watched source.

    Attributes:
        name: "feed"; one of ``sayso.model.source.WATCHED_KINDS``.
        look: one look; never raises what a source can cause.
        remote: True when it is asked over the network, False for files and folders.
    """

    name: str
    look: LookAt
    remote: bool = True


def ask(
    source: Source, state: LookState, get: Get, read: Callable[[Answer, LookState], Look], max_bytes: int = MOST_BYTES
) -> Look:
    """Ask for the source's address and read the answer with ``read``; every problem becomes an outcome.

    Args:
        read: the look an answer with a body comes to; its state needs no validators, they are added here.
    """
    conditional = state.same < MOST_SAME
    try:
        answer = get(source.address, Validators(state.etag, state.modified) if conditional else Validators(), max_bytes)
    except SaysoError as problem:
        return trouble(state, problem)
    if answer.not_modified:
        state = replace(state, same=state.same + 1)
        return Look((), state, "unchanged", next_hint_s=answer.retry_after_s, moved_to=answer.moved_to)
    look, said = _read(answer, state, read), answer.validators
    if look.outcome in ("new", "unchanged", "empty"):
        look = replace(look, state=replace(look.state, etag=said.etag, modified=said.modified, same=0))
    return replace(look, next_hint_s=look.next_hint_s or answer.retry_after_s, moved_to=answer.moved_to)


def _read(answer: Answer, state: LookState, read: Callable[[Answer, LookState], Look]) -> Look:
    try:
        return read(answer, state)
    except Exception as error:  # parsers of other people raise whatever they like on bytes made to break them
        return Look((), state, "changed", "parse", f"what it sent cannot be read ({type(error).__name__})")


def trouble(state: LookState, problem: SaysoError) -> Look:
    """The look that a problem of fetching comes to; the state stays as it was."""
    return Look(
        (), state, getattr(problem, "outcome", "failing"), getattr(problem, "reason", "bad_answer"), str(problem),
        getattr(problem, "retry_after_s", None),
    )  # fmt: skip


def cursor_of(state: LookState) -> dict[str, Any]:
    """The cursor of a kind that keeps a JSON object in it; empty when it holds none."""
    try:
        made = json.loads(state.cursor or "{}")
    except ValueError:
        return {}
    return made if isinstance(made, dict) else {}


def digest(body: bytes) -> str:
    """SHA-256 of ``body`` in hex."""
    return hashlib.sha256(body).hexdigest()


def newest(items: list[Seen], most: int = MOST_ITEMS) -> tuple[tuple[Seen, ...], str]:
    """At most ``most`` items, the newest first where all of them tell their time, and a note when some were left out.

    Without times for all of them, those at the top count as the newest.
    """
    if len(items) <= most:
        return tuple(items), ""
    dated = all(item.updated or item.published for item in items)
    if dated:
        items = sorted(items, key=lambda item: item.updated or item.published, reverse=True)
    return tuple(items[:most]), f"{len(items):,} items; the {most} {'newest' if dated else 'first'} are taken"
