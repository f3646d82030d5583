"""A place we watch, what one look at it found, and how it fares."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

OUTCOMES = ("new", "unchanged", "empty", "blocked", "failing", "changed", "gone")
"""What one look can come to.

``new``: it shows items, and not exactly what it showed at the last look; which of them are new, their keys tell.
``unchanged``: reached, and shows what it showed before. ``empty``: reached, in order, without any item yet.
``blocked``: it keeps us out (401, 403, robots.txt, 429, a captcha or a wall). ``failing``: it cannot be reached (no
name, no answer in time, TLS, 5xx, a broken line). ``changed``: it answers, but is no longer what it was (a page in
place of a feed, XML that cannot be read, no items where there were some). ``gone``: it says that it is no longer there
(404, 410).
"""

HEALTH = ("new", "healthy", "silent", "blocked", "changed", "failing", "paused")
"""How a source fares. ``new``: not looked at yet. ``silent``: in order, but far fewer items than expected."""

WATCHED_KINDS = ("feed", "page", "sitemap", "channel", "list", "folder", "mail", "archive")
"""The kinds of source that can be watched."""

_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A place we watch, as configured.

    Attributes:
        id: stable key, lower-case letters, digits and hyphens.
        name: title shown to people.
        kind: one of ``WATCHED_KINDS``.
        address: http(s) address, or the path of a file or folder.
        expected_per_day: items a day that are normal here, None when it shall be learned from its own past.
        every_s: seconds between two looks, None when they adapt to how often something new comes.
        keep_days: days that captured bytes are kept which carry no incident, None for ever.
        allow_hosts: hosts ("intranet" or "127.0.0.1:8080") that may be asked although they are not public.
        outlet: name of the outlet its documents are from, "" to take it from the documents.
        language: language code of its documents, "" to find it out.
        paused: True when nobody looks for now.
    """

    id: str
    name: str
    kind: str
    address: str
    expected_per_day: float | None = None
    every_s: int | None = None
    keep_days: int | None = None
    allow_hosts: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """One item that a look at a source found.

    Attributes:
        address: http(s) address, path of a file, ``mid:`` of a mail, or the source's address with a fragment.
        title: as the source gives it, "" when it does not.
        published, updated: ISO 8601 day or time as the source states it, "" when it does not.
        body: the whole text when the source brings it along, else None.
        media_type, charset: of ``body`` ("text/html", "utf-8"), "" without one or when unknown.
        key: what makes it this item and no other (guid or address); equal keys are one item.
        version: a short word that differs when the source says that the item is another version, "" when it does not
            tell. The same key with another version is captured again.
        fetch: True when the page at ``address`` is the document, and ``body`` counts only when it cannot be had. False
            when ``body`` is the document (a mail, a post that is shown whole); False without a ``body``: ``address`` is
            the path of a file that is to be read as ``sayso ingest`` does, and may hold many documents.
        outlet, language: as the source states them for this item, "" when it does not.
    """

    address: str
    title: str = ""
    published: str = ""
    updated: str = ""
    body: bytes | None = None
    media_type: str = ""
    key: str = ""
    version: str = ""
    fetch: bool = True
    charset: str = ""
    outlet: str = ""
    language: str = ""

    @property
    def when(self) -> str:
        """The time it tells of itself, for order and for people: published, else updated, "" when it tells none."""
        return self.published or self.updated

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", self.address)


@dataclass(frozen=True, slots=True)
class LookState:
    """What the next look needs to know of the last one; small, and plain JSON through ``model.codec``.

    Attributes:
        etag, modified: for a conditional request (RFC 9110, 13), as the server sent them.
        digest: SHA-256 of the last body.
        cursor: a position whose meaning is the kind's own (a JSON text or a number).
        same: times in a row that the server said "not modified"; see ``sayso.collect.kinds.watched.ask``.
        moved_to: where permanent redirects of the last looks led, "" when they did not; ``moved_since`` (ISO 8601) and
            ``moved`` say since when, and how often in a row; see ``sayso.collect.moved``.
    """

    etag: str = ""
    modified: str = ""
    digest: str = ""
    cursor: str = ""
    same: int = 0
    moved_to: str = ""
    moved_since: str = ""
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a source came to.

    Attributes:
        items: what it shows, newest first where it tells; those known before may be among them (see ``Seen.key``).
        state: for the next look; the old state when this look came to nothing.
        outcome: one of ``OUTCOMES``.
        reason: a short machine word for an outcome that is not in order ("robots", "dns", "parse"), "" otherwise.
        note: one sentence for people, without credentials; "" when there is nothing to say.
        next_hint_s: seconds that the source asks to be left alone (Retry-After, ttl), None when it does not.
        moved_to: new address after a permanent redirect, "" when it did not move.
        hub, topic: WebSub hub that the source offers and the address it knows the source by, "" when none.
    """

    items: tuple[Seen, ...]
    state: LookState
    outcome: str
    reason: str = ""
    note: str = ""
    next_hint_s: int | None = None
    moved_to: str = ""
    hub: str = ""
    topic: str = ""


def slug(words: str) -> str:
    """An id made of ``words``: lower-case ASCII letters, digits and hyphens, at most 60; "source" when none is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-")
    return made or "source"
