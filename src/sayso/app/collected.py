"""Writes what looks and fetches came to: items, versions, and when each is due again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import sayso.app.prepare  # noqa: F401
from sayso.app.capturing import Fetched, brought_along, given_along
from sayso.app.evidence import keep_captures
from sayso.app.source_file import IN_FILE
from sayso.collect.answer import Answer, FetchProblem, Validators
from sayso.collect.masked import masked
from sayso.collect.moved import is_due, noted, objection, settled
from sayso.collect.past import NOT_ITS_FAULT, Past
from sayso.collect.revisit import next_check, next_try
from sayso.collect.schedule import next_look
from sayso.collect.warc import Keep
from sayso.model import Capture
from sayso.model.codec import content_hash
from sayso.model.source import Look, LookState, Seen, Source
from sayso.store import items as queue
from sayso.store import sources as held
from sayso.store.items import HeldItem
from sayso.store.sources import HeldLook, Watching

Event = tuple[str, dict[str, object]]
"""What happened, as a word and with what belongs to it, for the log."""


def store_look(source: Source, watching: Watching, look: Look, at: datetime, seconds: float) -> Event:
    """Write a look and the items it found; call it with the Writer's turn held. What happened, for the log."""
    now = datetime.now(UTC)
    seen = {one.key: one for one in look.items}
    known = queue.known_items(source.id, seen)
    fresh = [one for key, one in seen.items() if key not in known]
    queue.add_items(source.id, fresh, now)
    again = [item for key, item in known.items() if _is_other(item, seen[key])]
    for item in again:
        queue.renew_item(item, seen[item.seen.key], now)
    done = _past(look, at, len(fresh), watching)
    next_at = next_look(source, [*history(source.id, watching), done], now)
    state, moved = _followed(source, noted(source, watching.state, look, at), look, at)
    note = "; ".join(masked(words) for words in (look.note, moved) if words)[:500]
    row = HeldLook(
        source.id, at, look.outcome, look.reason, note, len(seen), len(fresh), round(seconds * 1000), next_at
    )
    held.keep_look(row, state)
    words: dict[str, object] = {
        "source": source.id, "outcome": look.outcome, "reason": look.reason, "items": len(seen), "new": len(fresh),
        "again": len(again), "ms": row.duration_ms, "next_at": next_at.isoformat(timespec="seconds"), "note": note,
    }  # fmt: skip
    return "look", words


def _followed(source: Source, state: LookState, look: Look, at: datetime) -> tuple[LookState, str]:
    """The state a look leaves behind, and in words where the source went; it is moved on when it is time."""
    if not look.moved_to or look.moved_to == source.address:
        return state, ""
    if not is_due(state, at):
        return state, f"it moved to {look.moved_to}"
    why = _objection(source, look.moved_to)
    if why:
        return state, f"it moved, but is not watched there, as {why}: {look.moved_to}"
    held.move_on(source, look.moved_to, at)
    return settled(state), f"it moved for good and is watched there from now on: {look.moved_to}"


def _objection(source: Source, target: str) -> str:
    """Why a source is not moved on to an address that it redirects to for good, "" when it is."""
    now = held.sources()
    if now.get(source.id) != source:
        return "its configuration was changed meanwhile"
    if held.configured_by().get(source.id) == IN_FILE:
        return "it stands in sayso.toml, to be changed there"
    other = next((o.id for o in now.values() if (o.address, o.kind) == (target, source.kind)), "")
    if other:
        return f"{other} watches that already"
    if any(was is not None and was.address == target for _, _, was in held.source_history(source.id)):
        return "a person took it away from there"
    return objection(source, target)


def _past(look: Look, at: datetime, new: int, watching: Watching) -> Past:
    return Past(at, look.outcome, look.reason, new, look.next_hint_s, backlog=watching.first_at is None)


def history(source: str, watching: Watching) -> list[Past]:
    """The last looks at a source as schedule and health take them, oldest first."""
    return pasts(held.looks(source), watching.first_at)


def pasts(looks: Iterable[HeldLook], first_at: datetime | None) -> list[Past]:
    """Looks as schedule and health take them; ``first_at`` is the first one that reached the source."""
    return [Past(one.at, one.outcome, one.reason, one.new_items, None, one.at == first_at) for one in looks]


def _is_other(item: HeldItem, seen: Seen) -> bool:
    """True when the source shows another version of an item than it did."""
    if seen.version != item.seen.version:
        return bool(seen.version)
    own = seen.body is not None and not seen.fetch
    return own and item.digest not in ("", brought_along(seen, item.found_at).digest)


def store_fetched(source: Source, item: HeldItem, fetched: Fetched) -> Event:
    """Write what became of fetching an item; call it with the Writer's turn held. What happened, for the log."""
    if fetched.problem is not None:
        return _not_fetched(source, item, fetched.problem)
    if not item.seen.fetch and item.seen.body is None:
        return _found_file(source, item)
    if fetched.capture is None:
        return _same(source, item, fetched.answer)
    return _captured(source, item, fetched.capture, fetched.answer)


def _captured(source: Source, item: HeldItem, capture: Capture, answer: Answer | None) -> Event:
    keep_captures([Keep(capture, answer)], source=source.id)
    if capture.digest == item.digest:
        return _same(source, item, answer)
    new = queue.keep_version(item, capture, given_along(source, item.seen, capture, own=answer is None))
    _moved_on(source, item, capture.digest, answer, changed=True)
    held.count(source.id, **{"captures" if new else "same": 1})
    return ("captured" if new else "same"), _words(item, digest=capture.digest, bytes=len(capture.body))


def _same(source: Source, item: HeldItem, answer: Answer | None) -> Event:
    _moved_on(source, item, item.digest, answer, changed=False)
    held.count(source.id, same=1)
    return "same", _words(item, digest=item.digest)


def _moved_on(source: Source, item: HeldItem, digest: str, answer: Answer | None, changed: bool) -> None:
    now = datetime.now(UTC)
    checks = 0 if changed else item.checks + 1
    said = answer.validators if answer else Validators(item.etag, item.modified)
    queue.note_fetched(
        item, digest=digest, etag=said.etag, modified=said.modified, changed=changed,
        next_at=next_check(source, item.seen, item.found_at, checks, now),
    )  # fmt: skip


def _found_file(source: Source, item: HeldItem) -> Event:
    """A file that holds documents: it is read by the reading side as ``sayso ingest`` does."""
    queue.keep_file(item, content_hash(item.address, item.seen.version))
    return "file", _words(item)


def _not_fetched(source: Source, item: HeldItem, problem: FetchProblem) -> Event:
    now = datetime.now(UTC)
    next_at = next_try(source, problem.outcome, problem.reason, item.tries, problem.retry_after_s, now)
    if next_at is None and item.seen.body is not None and not item.digest:
        return _captured(source, item, brought_along(item.seen, now), None)
    queue.note_failed(item, problem.reason, next_at, counts=problem.reason not in NOT_ITS_FAULT)
    again = next_at.isoformat(timespec="seconds") if next_at else ""
    return "missed", _words(item, outcome=problem.outcome, reason=problem.reason, next_at=again)


def _words(item: HeldItem, **more: object) -> dict[str, object]:
    return {"source": item.source, "key": masked(item.seen.key), "address": masked(item.address), **more}
