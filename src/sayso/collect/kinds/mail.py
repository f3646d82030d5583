"""Mail that comes in: an mbox file that grows, or a maildir. Each mail is a document of its own.

Of an mbox file the mails behind the last one read are read, from its beginning again when it was written anew. The last
mail of a file counts once the file was not written to for five seconds; should it go on after all, it is a new version.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sayso.collect.kinds.items import mark
from sayso.collect.kinds.kind import NOWHERE, Refused
from sayso.collect.kinds.mbox import document
from sayso.collect.kinds.settled import Held, held, missing
from sayso.collect.kinds.watched import MOST_ITEMS, Get, Watched, cursor_of, digest
from sayso.model.source import Look, LookState, Seen, Source

_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n")
_PIECE = 64_000_000
_HEAD = 200


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a mailbox; see :class:`sayso.collect.kinds.watched.LookAt`. ``get`` is not used."""
    path = Path(source.address).expanduser().absolute()
    try:
        return _folder(path, state) if path.is_dir() else _file(path, state)
    except OSError as error:
        return missing(state, path, error)


def is_maildir(path: Path) -> bool:
    """True for a folder with the parts of a maildir."""
    return all((path / part).is_dir() for part in ("cur", "new"))


def _file(path: Path, state: LookState) -> Look:
    file, before = held(path), cursor_of(state)
    with path.open("rb") as source:
        head = digest(source.read(min(_HEAD, before.get("head_size", _HEAD))))
        anew = file.size < before.get("size", 0) or head != before.get("head", head)
        start = 0 if anew else int(before.get("at", 0))
        if not anew and file.size == before.get("size") and file.settled() == before.get("whole"):
            return Look((), state, "unchanged")
        source.seek(start)
        body = source.read(_PIECE)
        source.seek(0)
        size = min(_HEAD, file.size)
        head = digest(source.read(size))
    rest = start + len(body) < file.size
    items, at, more = _mails(body, whole=file.settled() and not rest)
    if rest and at == 0:  # one mail larger than a piece: it is stepped over
        at, more = len(body), True
    done = not (rest or more)
    cursor = {
        "at": start + at, "size": file.size if done else start + at, "head": head, "head_size": size,
        "whole": file.settled() if done else None,
    }  # fmt: skip
    made = LookState(cursor=json.dumps(cursor))
    note = "" if done else "more mails wait for the next look"
    if items:
        return Look(tuple(reversed(items)), made, "new", note=note)
    return Look((), made, "unchanged" if before or file.size else "empty", note=note)


def _mails(body: bytes, whole: bool) -> tuple[list[Seen], int, bool]:
    """Mails of a piece of an mbox file, where to go on next time, and whether mails are left over.

    Args:
        whole: True when the last mail is there to its end.
    """
    starts = [(hit.start(), hit.end()) for hit in _START.finditer(body)]
    if not starts:
        return [], 0, False
    ends = [start for start, _ in starts[1:]] + [len(body)]
    spans = [(after, end) for (_, after), end in zip(starts, ends, strict=True)]
    spans = spans if whole else spans[:-1]
    taken = spans[:MOST_ITEMS]
    items = [item for after, end in taken if (item := _item(body[after:end]))]
    more = len(spans) > len(taken)
    last = starts[len(taken) - 1][0] if whole and not more else starts[min(len(taken), len(starts) - 1)][0]
    return items, last, more


def _folder(path: Path, state: LookState) -> Look:
    since = int(cursor_of(state).get("since", -1))
    files = sorted(_mail_files(path), key=lambda file: file.changed)
    fresh = [file for file in files if file.changed > since]
    taken = fresh[:MOST_ITEMS]
    items = []
    for file in taken:
        item = _item(file.path.read_bytes(), file.path.name.split(":", 1)[0])
        items += [item] if item else []
    made = LookState(cursor=json.dumps({"since": taken[-1].changed if taken else since}))
    note = "more mails wait for the next look" if len(fresh) > len(taken) else ""
    if items:
        return Look(tuple(reversed(items)), made, "new", note=note)
    return Look((), made, "unchanged" if files else "empty", note=note)


def _mail_files(path: Path) -> Iterator[Held]:
    """Mails of a maildir; they are moved there when they are whole."""
    parts = [path / part for part in ("new", "cur")] if is_maildir(path) else [path]
    for part in parts:
        for name in sorted(part.iterdir()):
            if name.is_file() and not name.name.startswith("."):
                yield held(name)


def _item(mail: bytes, name: str = "") -> Seen | None:
    """A mail as an item, None when it has no text to read."""
    found = document(mail, name or "mail", datetime.now(UTC))
    if isinstance(found, Refused):
        return None
    capture = found.capture
    address = f"mail:{mark(mail.decode('latin-1'))}" if capture.address == NOWHERE else capture.address
    key = name or address
    return Seen(
        address, found.title, found.published, body=capture.body, media_type=capture.media_type, key=key,
        version=digest(capture.body)[:16], fetch=False, charset=capture.charset, outlet=found.outlet,
    )  # fmt: skip


MAIL = Watched("mail", look, remote=False)
