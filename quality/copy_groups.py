"""Groups of reports with known copies and origins: what ``quality/data/copies`` describes, spelled out as documents.

A group is one invented incident: an original, its copies (verbatim, credited to the agency, trimmed, retitled,
reordered, partly rewritten, with a paragraph of the outlet's own, translated), independent reports, and reports that
quote the same statement without copying a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

Group = dict[str, Any]
COPIES = ("verbatim", "credited", "trimmed", "retitled", "reordered", "rewritten", "added", "translated")


@dataclass(frozen=True, slots=True)
class CopyDoc:
    """One document of a group.

    Attributes:
        id: "01-jos/trimmed"; the part after the stroke tells what it is.
        known_from: time of capture, UTC.
        copy_of: id of the original, "" when it is none.
        origin: whose say-so it rests on; documents of a group with equal words share an origin.
    """

    id: str
    outlet: str
    title: str
    text: str
    published: str
    known_from: datetime
    copy_of: str
    origin: str


def documents(group: Group) -> list[CopyDoc]:
    """The documents of a group in order of capture."""
    paragraphs = [part.split("\n") for part in group["text"].strip().split("\n\n")]
    first = _start(group)
    original = f"{group['id']}/original"
    own = _dateline(paragraphs, group["place"], group["agency"])
    late = bool(group.get("late_original"))
    made = [
        CopyDoc(original, group["agency"], group["title"], _joined(own), group["day"],
                first + timedelta(minutes=180 if late else 0), "", group.get("origin", ""))
    ]  # fmt: skip
    for number, kind in enumerate(COPIES):
        if kind == "translated" and not group.get("translated"):
            continue
        title, text = _copy(group, paragraphs, kind)
        at = first + timedelta(minutes=25 * (number + 1) + (180 if late and kind != "credited" else 0))
        outlet = group["outlets"][number]
        made.append(
            CopyDoc(f"{group['id']}/{kind}", outlet, title, text, group["day"], at, original, group.get("origin", ""))
        )
    return sorted((*made, *_others(group, first)), key=lambda d: (d.known_from, d.id))


def _start(group: Group) -> datetime:
    """Nine in the morning, UTC."""
    return datetime.fromisoformat(group["day"]).replace(hour=9, tzinfo=UTC)


def _others(group: Group, first: datetime) -> Iterator[CopyDoc]:
    for kind in ("independent", "quoting"):
        for number, one in enumerate(group[kind], start=1):
            at = first + timedelta(minutes=one["minutes"])
            name = f"{group['id']}/{kind}-{number}"
            text = one["text"].strip()
            yield CopyDoc(name, one["outlet"], one["title"], text, group["day"], at, "", one["origin"])


def _copy(group: Group, paragraphs: list[list[str]], kind: str) -> tuple[str, str]:
    """Title and text of a copy."""
    place, agency, titles = group["place"], group["agency"], group["other_titles"]
    if kind == "verbatim":
        return group["title"], _joined(_dateline(paragraphs, place, ""))
    if kind == "credited":
        return group["title"], _credited(group, paragraphs)
    if kind == "trimmed":
        return group["title"], _joined(_dateline(_first(paragraphs, group["keep"]), place, agency))
    if kind == "retitled":
        return titles[0], _joined(_dateline(paragraphs, place, ""))
    if kind == "reordered":
        return group["title"], _joined(_dateline([paragraphs[n] for n in group["order"]], place, ""))
    if kind == "rewritten":
        return titles[1], _joined(_dateline(_rewritten(paragraphs, group["rewrite"]), place, ""))
    if kind == "added":
        at = group["own_after"]
        return titles[2], _joined(_dateline([*paragraphs[:at], [group["own"]], *paragraphs[at:]], place, ""))
    return group["translated_title"], group["translated"].strip()


def _credited(group: Group, paragraphs: list[list[str]]) -> str:
    place, agency = group["place"], group["agency"]
    match group["mark"]:
        case "dateline":
            return _joined(_dateline(paragraphs, place, agency))
        case "byline":
            return f"By {agency}\n\n" + _joined(_dateline(paragraphs, place, ""))
        case "source":
            return _joined(_dateline(paragraphs, place, "")) + f"\n\nSource: {agency}"
        case _:
            return _joined(_dateline(paragraphs, place, "")) + f"\n\n({agency})"


def _dateline(paragraphs: list[list[str]], place: str, agency: str) -> list[list[str]]:
    mark = f"{place} ({agency}) — " if agency else f"{place} — "
    return [[mark + paragraphs[0][0], *paragraphs[0][1:]], *paragraphs[1:]]


def _first(paragraphs: list[list[str]], sentences: int) -> list[list[str]]:
    kept: list[list[str]] = []
    for part in paragraphs:
        left = sentences - sum(map(len, kept))
        if left > 0:
            kept.append(part[:left])
    return kept


def _rewritten(paragraphs: list[list[str]], table: dict[str, str]) -> list[list[str]]:
    """The sentences with those of the table reworded; its keys count sentences from 1."""
    numbers = iter(range(1, 1 + sum(map(len, paragraphs))))
    return [[table.get(str(next(numbers)), sentence) for sentence in part] for part in paragraphs]


def _joined(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(part) for part in paragraphs)


def line(document: CopyDoc) -> dict[str, Any]:
    """The document as a line that ``sayso ingest`` reads: without any answer."""
    host = re.sub(r"[^a-z]+", "-", document.outlet.casefold()).strip("-") or "blatt"
    name = sha256(document.id.encode()).hexdigest()[:10]
    return {
        "url": f"https://{host}.example/{document.published}/{name}", "outlet": document.outlet,
        "published": document.published, "known_from": document.known_from.isoformat(), "constructed": True,
        "text": f"{document.title}\n\n{document.text}",
    }  # fmt: skip
