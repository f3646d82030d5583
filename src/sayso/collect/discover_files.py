"""From a file or folder to what can be watched there."""

from __future__ import annotations

from pathlib import Path

from sayso.collect.answer import Answer, Validators
from sayso.collect.kinds import folder, kind_of, listed, mail
from sayso.collect.kinds.watched import Watched
from sayso.collect.proposal import Candidate, per_day
from sayso.model import SaysoError
from sayso.model.source import LookState, Source, slug

_LISTS = (".csv", ".tsv", ".txt", ".lst", ".list")
_HEAD = 100_000


def discover_path(path: Path) -> tuple[Candidate, ...]:
    """What can be watched at a path.

    Raises:
        SaysoError: nothing, or it cannot be read.
    """
    path = path.absolute()
    try:
        kind, why = _kind(path)
    except OSError as error:
        raise SaysoError(f"{path} cannot be read: {error.strerror or error}", "check its permissions") from None
    name = path.stem if path.is_file() else path.name
    source = Source(slug(name), name, kind.name, str(path))
    look = kind.look(source, LookState(), _no_get)
    if look.outcome in ("failing", "changed", "gone"):
        raise SaysoError(look.note or f"{path} cannot be watched", "check the file")
    expected = per_day(look.items)
    source = Source(source.id, source.name, source.kind, source.address, expected)
    return (Candidate(source, look.items, why, look.note),)


def _kind(path: Path) -> tuple[Watched, str]:
    ending = path.name.lower()
    if path.is_dir():
        if mail.is_maildir(path):
            return mail.MAIL, "it is a maildir"
        return folder.FOLDER, "it is a folder; files that are put there are read"
    if ending.endswith(".opml"):
        raise SaysoError(f"{path} is a list of feeds (OPML)", f"take it in with: sayso source import {path}")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if ending.endswith(".mbox") or head.startswith(b"From "):
        return mail.MAIL, "it is a mailbox"
    if ending.endswith(_LISTS) and any(listed.addresses(head.decode("utf-8", "replace"))):
        return listed.LIST, "it is a list of addresses"
    if kind_of(path) is not None:
        return folder.ARCHIVES, "it is a file of documents; it is read again when it changes"
    raise SaysoError(f"{path} is of no kind that can be watched", "give a folder, a mailbox, an archive or a list")


def _no_get(url: str, validators: Validators, max_bytes: int) -> Answer:
    raise SaysoError(f"{url} is not asked for", "")
