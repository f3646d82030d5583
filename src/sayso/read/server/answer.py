"""What a model answered: statements as words, whatever stands around them. Nothing here is believed yet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.read.server.question import KINDS

MOST = 80
"""Statements taken from one answer; a part of a text has some thirty sentences."""
_TRIES = 40
_LONGEST = 4_000
_OPENS = re.compile(r"\s*<(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
_CLOSES = re.compile(r"</(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
_LIST = re.compile(r'"statements"\s*:\s*\[')
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as a model tells it.

    Attributes:
        content, cue, source: words that are said to stand in the text; "" for none.
        kind: a known kind of statement, ``report`` for any other word.
        sentence: number of the sentence, None when not said; it may be wrong.
        negated: only an explicit true counts.
    """

    content: str
    cue: str = ""
    source: str = ""
    kind: str = "report"
    sentence: int | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """The statements of one answer.

    Attributes:
        told: in order of the answer.
        senseless: entries that are no statement by their form.
        whole: False when the answer broke off, so that only its complete entries are here.
    """

    told: tuple[Told, ...]
    senseless: int = 0
    whole: bool = True


def heard(answer: str) -> Heard | None:
    """The statements in ``answer``; None when it holds no list of them.

    Prose, Markdown fences and thoughts around the JSON are passed over; unknown keys too. A list that breaks off gives
    its complete entries: each is checked against the text by itself, so a cut list is a short one, not a wrong one.
    """
    said = _spoken(answer)
    entries = _entries(said)
    if entries is not None:
        return _made(entries, True)
    cut = _LIST.search(said)
    return _made(list(_complete(said, cut.end())), False) if cut else None


def _spoken(answer: str) -> str:
    """``answer`` behind a thought that opens it; some servers leave out the mark that opens the thought."""
    closed = _CLOSES.search(answer)
    if _OPENS.match(answer):
        return answer[closed.end() :] if closed else ""
    first = _LIST.search(answer)
    if closed and (first is None or closed.start() < first.start()):
        return answer[closed.end() :]
    return answer


def _entries(said: str) -> list[Any] | None:
    """The entries of the first JSON value that is an answer."""
    for start, _ in zip(_starts(said), range(_TRIES), strict=False):
        try:
            value, _end = _DECODER.raw_decode(said, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and isinstance(value.get("statements"), list):
            return list(value["statements"])
        if isinstance(value, list) and any(isinstance(v, dict) and "content" in v for v in value):
            return value
    return None


def _starts(said: str) -> Iterator[int]:
    return (m.start() for m in re.finditer(r"[{\[]", said))


def _complete(said: str, at: int) -> Iterator[Any]:
    while at < len(said):
        while at < len(said) and said[at] in " \t\r\n,":
            at += 1
        try:
            value, at = _DECODER.raw_decode(said, at)
        except (ValueError, RecursionError):
            return
        yield value


def _made(entries: list[Any], whole: bool) -> Heard:
    told = [made for entry in entries[:MOST] if (made := _told(entry)) is not None]
    return Heard(tuple(told), len(entries) - len(told), whole)


def _told(entry: Any) -> Told | None:
    if not isinstance(entry, dict):
        return None
    content, cue, source = (_words(entry.get(key)) for key in ("content", "cue", "source"))
    if not content or max(len(content), len(cue), len(source)) > _LONGEST:
        return None
    kind = entry.get("kind")
    return Told(
        content, cue, source, kind if isinstance(kind, str) and kind in KINDS else "report",
        _number(entry.get("sentence")), entry.get("negated") is True,
    )  # fmt: skip


def _words(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"\[?\d{1,6}\]?", value.strip()):
        return int(value.strip().strip("[]"))
    return value if isinstance(value, int) and not isinstance(value, bool) else None
