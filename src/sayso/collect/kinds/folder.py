"""Folders that fill up, and single files (archives) that are written again: each file is an item, read as by ingest.

A file is taken once it was not written to for five seconds; one that is written again is a new version. Files moved or
copied in with an old date are found too: what counts is when the file system last changed their entry.
"""

from __future__ import annotations

import json
from pathlib import Path

from sayso.collect.kinds.items import mark
from sayso.collect.kinds.kind import Kind
from sayso.collect.kinds.settled import Held, files_below, held, missing
from sayso.collect.kinds.watched import Get, Watched, cursor_of
from sayso.model.source import Look, LookState, Seen, Source

_MOST_FOLDERS = 2_000


def look(source: Source, state: LookState, get: Get) -> Look:
    """One look at a folder or a file; see :class:`sayso.collect.kinds.watched.LookAt`. ``get`` is not used."""
    path = Path(source.address).expanduser().absolute()
    try:
        found = list(files_below(path)) if path.is_dir() else [held(path)]
    except OSError as error:
        return missing(state, path, error)
    wanted = [file for file in found if _kind(file.path) or not path.is_dir()]
    return _look(path, state, wanted, len(found) - len(wanted))


def _kind(path: Path) -> Kind | None:
    from sayso.collect.kinds import kind_of

    return kind_of(path)


def _look(path: Path, state: LookState, files: list[Held], others: int) -> Look:
    before = cursor_of(state)
    since, known = before.get("since", -1), before.get("folders")
    whole = [file for file in files if file.settled()]
    fresh = [file for file in whole if file.changed > since or _folder(path, file) not in (known or ())]
    # what is still being written must be found again, even when a later file was whole before it
    waiting = min((file.changed - 1 for file in files if not file.settled()), default=None)
    until = max((file.changed for file in whole), default=since)
    folders = sorted({_folder(path, file) for file in files})
    cursor = {"since": until if waiting is None else min(until, waiting), "folders": folders[:_MOST_FOLDERS]}
    note = f"{others} files of other kinds are left alone" if others else ""
    made = LookState(cursor=json.dumps(cursor))
    if not fresh:
        outcome = "unchanged" if whole else "empty"
        return Look((), made, outcome, note=note)
    items = [_item(path, file) for file in sorted(fresh, key=lambda file: -file.written)]
    return Look(tuple(items), made, "new", note=note)


def _folder(path: Path, file: Held) -> str:
    return mark(str(file.path.parent.relative_to(path)) if file.path != path else ".")


def _item(path: Path, file: Held) -> Seen:
    name = str(file.path.relative_to(path)) if file.path != path else file.path.name
    return Seen(str(file.path), name, key=name, version=file.version, fetch=False)


FOLDER = Watched("folder", look, remote=False)
ARCHIVES = Watched("archive", look, remote=False)
