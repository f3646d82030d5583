"""The places that are watched: found out, added, listed with how they fare, paused, removed, in and out.

The ledger keeps every version of a source's configuration. Sources that ``sayso.toml`` names are taken over from there
and are changed there only.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

import sayso.app.prepare  # noqa: F401
from sayso.app.serve import data_folder_in_use
from sayso.app.source_file import IN_FILE, NAME, checked, read_sources
from sayso.collect.discover import discover
from sayso.collect.fetch import getter
from sayso.collect.kinds.watched import Get
from sayso.collect.opml import read_opml, write_opml
from sayso.collect.politeness import Gate
from sayso.collect.proposal import Candidate
from sayso.collect.ways import Ways
from sayso.model import SaysoError
from sayso.model.source import Seen, Source
from sayso.store import sources as held
from sayso.store.items import HeldItem, last_items
from sayso.store.sources import HeldLook

SHOWN = 5
"""Items that are shown of a source before it is saved."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as people see it.

    Attributes:
        source: as configured.
        word, sentence: how it fares, see ``sayso.model.source.HEALTH``.
        last_look: the last one, None before it.
        last_item_at: when something new was found last, UTC; None when nothing was yet.
        next_at: when it is due again, UTC.
        counts: totals, see ``sayso.store.sources.Watching``.
        from_file: True when ``sayso.toml`` names it, so that it is changed there.
    """

    source: Source
    word: str
    sentence: str
    last_look: HeldLook | None = None
    last_item_at: datetime | None = None
    next_at: datetime | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    from_file: bool = False


@dataclass(frozen=True, slots=True)
class SourcePage(SourceView):
    """One source with its last looks (oldest first) and the items found last (newest first).

    ``moved`` says since when it stands where a permanent redirect led, and from which address; None when a person put
    it where it is.
    """

    looks: tuple[HeldLook, ...] = ()
    items: tuple[HeldItem, ...] = ()
    moved: tuple[datetime, str] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What can be watched at an address; nothing is saved yet.

    Attributes:
        source: the best of it, with an id that is free.
        last_items: at most five of the items it shows now.
        why, note: how it was found, and what a person should know.
        others: what else can be watched there.
        known: id of the source that watches this address already, "" when none does.
    """

    source: Source
    last_items: tuple[Seen, ...]
    why: str
    note: str = ""
    others: tuple[Proposal, ...] = ()
    known: str = ""


def configured() -> Mapping[str, Source]:
    """Id to source of everything that is configured now, ``sayso.toml`` taken over first.

    The file is the one in the folder of the open house, or the one that the environment's SAYSO_CONFIG names.

    Raises:
        SaysoError: the file cannot be read as it is; the sources of the ledger stay as they were.
    """
    sync_file(source_file())
    return held.sources()


def source_file() -> Path:
    """The file that names sources."""
    named = os.environ.get("SAYSO_CONFIG")
    return Path(named).expanduser() if named else data_folder_in_use() / NAME


def list_sources() -> list[SourceView]:
    """Every source with how it fares, those in trouble first, then by name."""
    views = _views(list(configured().values()))
    order = {word: place for place, word in enumerate(("failing", "blocked", "changed", "silent", "new", "healthy"))}
    return sorted(views, key=lambda view: (order.get(view.word, 9), view.source.name.lower()))


def show_source(id: str) -> SourcePage:
    """One source with its looks and items.

    Raises:
        SaysoError: no source has that id.
    """
    view = _views([_one(id)])[0]
    fields = {name: getattr(view, name) for name in SourceView.__dataclass_fields__}
    return SourcePage(**fields, looks=held.looks(id), items=last_items(id), moved=held.moved_on(id))


def find_source(address: str, *, allow_hosts: tuple[str, ...] = (), get: Get | None = None) -> Proposal:
    """Find out what can be watched at an address; nothing is saved.

    Args:
        address: http(s) address, host name, or path of a file or folder.
        allow_hosts: hosts that may be asked although they are not public.
        get: how to ask; over the network with a second between two requests to a host when None.

    Raises:
        SaysoError: nothing there can be watched, or it cannot be reached.
    """
    ask = get or getter(allow_hosts=allow_hosts, ways=Ways(gate=Gate(gap_s=1.0)))
    known = held.sources()
    found = [_proposal(candidate, known, allow_hosts) for candidate in discover(address.strip(), ask)]
    return replace(found[0], others=tuple(found[1:]))


def add_source(source: Source, *, made_by: str = "command line") -> Source:
    """Save a source; it is looked at as soon as collecting runs. Gives it back with the id it got.

    Raises:
        SaysoError: it cannot be watched as it is configured, or its address is watched already.
    """
    source, known = checked(source), held.sources()
    for other in known.values():
        if other.address == source.address and other.kind == source.kind:
            raise SaysoError(
                f"{source.address} is watched already, as {other.id}", f"see: sayso source show {other.id}"
            )
    source = replace(source, id=_free(source.id, known))
    held.save_source(source, made_by)
    return source


def change_source(source: Source, *, made_by: str = "command line") -> None:
    """Save another configuration of a source that is there.

    Raises:
        SaysoError: no such source, it stands in ``sayso.toml``, or it cannot be watched so.
    """
    _changeable(source.id)
    held.save_source(checked(source), made_by)
    held.look_again(source.id, datetime.now(UTC))


def move_source(id: str, address: str = "", *, made_by: str = "command line") -> Source:
    """Watch a source at another address; at the one before when it moved on by itself and ``address`` is "".

    A source that a person took back is not moved on to that address again.

    Raises:
        SaysoError: as ``change_source``; the address is watched already, or there is none to go back to.
    """
    source = _changeable(id)
    moved = held.moved_on(id)
    if not address and moved is None:
        raise SaysoError(f"{id} did not move by itself", "say where it is to be watched: sayso source move ID ADDRESS")
    there = replace(source, address=address or (moved[1] if moved else ""))
    for other in held.sources().values():
        if (other.address, other.kind) == (there.address, there.kind) and other.id != id:
            raise SaysoError(f"that address is watched already, as {other.id}", f"see: sayso source show {other.id}")
    change_source(there, made_by=made_by)
    return there


def remove_source(id: str, *, made_by: str = "command line") -> None:
    """Watch a source no more; what came from it stays.

    Raises:
        SaysoError: no such source, or it stands in ``sayso.toml``.
    """
    _changeable(id)
    held.remove_source(id, made_by)


def pause_source(id: str, *, made_by: str = "command line") -> None:
    """Look no more at a source until it is resumed. Raises as ``remove_source``."""
    held.save_source(replace(_changeable(id), paused=True), made_by)


def resume_source(id: str, *, made_by: str = "command line") -> None:
    """Look at a source again, as soon as there is time. Raises as ``remove_source``."""
    held.save_source(replace(_changeable(id), paused=False), made_by)
    held.look_again(id, datetime.now(UTC))


def import_opml(file: Path, *, made_by: str = "OPML") -> tuple[list[Source], list[str]]:
    """Add the sources of an OPML file; those whose address is watched already are left as they are.

    Returns:
        The sources that were added, and in words what was not taken.

    Raises:
        SaysoError: the file cannot be read or is no OPML.
    """
    try:
        found, left = read_opml(file.read_bytes())
    except OSError as error:
        raise SaysoError(f"{file} cannot be read: {error.strerror}", "check the path") from None
    added = []
    with transaction.atomic():
        for source in found:
            try:
                added.append(add_source(source, made_by=made_by))
            except SaysoError as problem:
                left.append(problem.message)
    return added, left


def export_opml() -> bytes:
    """All sources as an OPML file."""
    return write_opml(configured().values())


_synced: dict[str, tuple[int, int]] = {}
"""File to (time, size) at which it was taken over last, in this process."""


def sync_file(file: Path) -> list[Source]:
    """Take over the sources a file names, and let go of those it named before and names no more.

    Returns:
        The sources that are new or changed; nothing when the file is as it was.

    Raises:
        SaysoError: the file cannot be read as it is; nothing was changed then.
    """
    try:
        stamp = (file.stat().st_mtime_ns, file.stat().st_size)
    except OSError:
        stamp = (0, 0)
    if _synced.get(str(file)) == stamp:
        return []
    named = {source.id: source for source in read_sources(file)}
    with transaction.atomic():
        changed = [source for source in named.values() if held.save_source(source, IN_FILE)]
        for gone in _in_file() - set(named):
            held.remove_source(gone, IN_FILE)
    _synced[str(file)] = stamp
    return changed


def _in_file() -> set[str]:
    return {source for source, by in held.configured_by().items() if by == IN_FILE}


def _one(id: str) -> Source:
    found = configured().get(id)
    if found is None:
        raise SaysoError(f"no source has the id {id!r}", "see the ids with: sayso source list")
    return found


def _changeable(id: str) -> Source:
    source = _one(id)
    if id in _in_file():
        raise SaysoError(f"{id} stands in {NAME}", "change it there; the file wins for the sources it names")
    return source


def _free(id: str, known: Mapping[str, Source]) -> str:
    """The id, with a number behind it when another source has it or had it: what was found belongs to that one."""
    made, number = id, 2
    while made in known or held.source_history(made):
        made, number = f"{id[:56]}-{number}", number + 1
    return made


def _latest(items: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """The newest first where all of them tell their time, else in the source's own order."""
    dated = all(item.when for item in items)
    return tuple(sorted(items, key=lambda item: item.when, reverse=True)) if dated else items


def _proposal(candidate: Candidate, known: Mapping[str, Source], allow_hosts: tuple[str, ...]) -> Proposal:
    source = replace(candidate.source, allow_hosts=allow_hosts)
    same = next((s.id for s in known.values() if (s.address, s.kind) == (source.address, source.kind)), "")
    note = candidate.note
    if candidate.hub:
        note = "; ".join(part for part in (note, "it offers to tell of news at once (WebSub)") if part)
    return Proposal(
        replace(source, id=_free(source.id, known)), _latest(candidate.items)[:SHOWN], candidate.why, note, known=same
    )


def _views(sources: list[Source]) -> list[SourceView]:
    from sayso.app.service import fares  # here, as the service asks this room for its sources

    ids = [source.id for source in sources]
    where, looks, health, named = held.watching(ids), held.looks_of(ids, 1), fares(ids), _in_file()
    made = []
    for source in sources:
        at, last = where.get(source.id), looks.get(source.id)
        word, sentence = health.get(source.id, ("new", "Nobody has looked at it yet."))
        made.append(
            SourceView(
                source, word, sentence, last[-1] if last else None, at.item_at if at else None,
                at.next_at if at else None, at.counts if at else {}, source.id in named,
            )
        )  # fmt: skip
    return made
