"""CAP 1.2: one draft message per incident for the alert gateways of duty officers.

Sayso is no alerting authority: messages are drafts, private, and say where each value comes from. The folder is the
memory: a message whose meaning changed since the last one in the folder is an ``Update`` that refers to the earlier
ones, an incident that is gone is a ``Cancel``, and nothing is written when nothing changed.

Element order and lists: OASIS, Common Alerting Protocol Version 1.2, 2010.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from sayso.export import phrases
from sayso.export.cap_info import DEFAULT_SCALE, Scale, info_of
from sayso.export.cap_xml import NAMESPACE, add, cap_time, element, parsed, to_bytes
from sayso.export.case import Case
from sayso.export.files import staged
from sayso.export.moments import changed_at
from sayso.export.options import Options
from sayso.model import SaysoError

_NO_AUTHORITY = "Draft made from published reports by a program that is no alerting authority; check before forwarding."
_FORBIDDEN = re.compile(r"[\s,<&]+")
_NAME = re.compile(r"^(?P<id>.+)\.(?P<at>\d{8}T\d{6}Z)\.cap\.xml$")


@dataclass(frozen=True, slots=True)
class _Message:
    """A message of the folder: where it lies and when it was sent (UTC)."""

    path: Path
    sent: datetime


def write_cap(
    cases: Iterable[Case], folder: Path, options: Options, scale: Scale = DEFAULT_SCALE
) -> list[tuple[Path, int]]:
    """Write ``folder``/<incident>.<time>.cap.xml for each incident that is new or whose meaning changed.

    Incidents that are only retold as background are no news and get no message.

    Args:
        cases: read once, none is kept.
        folder: made when missing; messages of earlier exports in it are read, none is changed.
        options: ``publisher`` is the sender's name, ``links`` gives the sender's domain, ``redirects`` and ``deleted``
            are cancelled where the folder holds a message about them.
        scale: from how many killed a message is severe and extreme.

    Returns:
        (folder, number of messages written).

    Raises:
        SaysoError: the folder cannot be written, holds a broken message, or holds messages newer than what is asked.
    """
    earlier = _held(folder)
    count = 0
    with staged(folder):
        pass  # tells before the first Case that the folder cannot be written
    for case in cases:
        if case.status != "background":
            count += _tell(case, folder, options, scale, earlier.get(case.id, []))
    for gone, at, why in _gone(options):
        if before := earlier.get(gone):
            count += _cancel(gone, at, why, folder, options, before)
    return [(folder, count)]


def _gone(options: Options) -> Iterator[tuple[str, datetime, str]]:
    yield from ((r.old, r.since, f"now part of {r.new}") for r in options.redirects)
    yield from ((d.id, d.at, d.reason) for d in options.deleted)


def _held(folder: Path) -> dict[str, list[_Message]]:
    """Incident id to the messages in the folder, oldest first."""
    found: dict[str, list[_Message]] = defaultdict(list)
    for path in sorted(folder.glob("*.cap.xml")) if folder.is_dir() else ():
        if match := _NAME.match(path.name):
            sent = datetime.strptime(match["at"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found[match["id"]].append(_Message(path, sent))
    return found


def _tell(case: Case, folder: Path, options: Options, scale: Scale, before: Sequence[_Message]) -> int:
    if case.review_status == "rejected":
        return _cancel(case.id, changed_at(case), "rejected by a reviewer", folder, options, before) if before else 0
    info = info_of(case, options, scale)
    if not before:
        return _write(case.id, changed_at(case), "Alert", folder, options, before, "", info)
    told = _root(before[-1].path).find(f"{{{NAMESPACE}}}info")
    if told is not None and _meaning(told) == _meaning(info):
        return 0
    sent = _after(before[-1], changed_at(case), options)
    # what was cancelled and is there again begins anew
    kind = "Alert" if told is None else "Update"
    return _write(case.id, sent, kind, folder, options, _since_cancel(before), "", info)


def _since_cancel(before: Sequence[_Message]) -> Sequence[_Message]:
    """The messages after the last ``Cancel``: what came before it is over."""
    ends = [n for n, m in enumerate(before, start=1) if _kind(m) == "Cancel"]
    return before[max(ends, default=0) :]


def _kind(message: _Message) -> str | None:
    return _root(message.path).findtext(f"{{{NAMESPACE}}}msgType")


def _cancel(incident: str, at: datetime, why: str, folder: Path, options: Options, before: Sequence[_Message]) -> int:
    if _kind(before[-1]) == "Cancel":
        return 0
    sent, standing = _after(before[-1], at, options), _since_cancel(before)
    return _write(incident, sent, "Cancel", folder, options, standing, why, None)


def _after(last: _Message, at: datetime, options: Options) -> datetime:
    if options.as_of is not None and options.as_of < last.sent:
        newer = f"{last.path.name} is newer than what is asked for"
        raise SaysoError(newer, "choose another folder for an earlier time")
    return max(at, last.sent + timedelta(seconds=1))


def _root(path: Path) -> etree._Element:
    try:
        return parsed(path.read_bytes())
    except (OSError, etree.XMLSyntaxError) as error:
        raise SaysoError(f"cannot read {path}: {error}", "move it away, or choose another folder") from error


_WORDS = frozenset({"description", "web", "senderName"})
_COUNTS = frozenset({"asOf", "reports", "origins"})


def _meaning(info: etree._Element) -> list[tuple[str, str]]:
    """What an ``info`` says, without what changes with every report: its wording and how many reports there are."""
    said = []
    for child in info.iter():
        name = etree.QName(child).localname
        if name == "parameter" and child[0].text in _COUNTS:
            continue
        parent = child.getparent()
        inside = parent is not None and etree.QName(parent).localname == "parameter" and parent[0].text in _COUNTS
        if name not in _WORDS and not inside:
            said.append((name, (child.text or "").strip()))
    return said


def _write(
    incident: str, sent: datetime, kind: str, folder: Path, options: Options, before: Sequence[_Message], why: str,
    info: etree._Element | None,
) -> int:  # fmt: skip
    sent = sent.astimezone(UTC).replace(microsecond=0)
    alert = element("alert")
    sender = sender_of(options)
    add(alert, "identifier", _identifier(incident, sent))
    add(alert, "sender", sender)
    add(alert, "sent", cap_time(sent))
    add(alert, "status", "Draft")
    add(alert, "msgType", kind)
    add(alert, "source", f"Sayso {options.version}".strip())
    add(alert, "scope", "Private")
    # a private message must say to whom: to the desk itself until a person forwards it
    add(alert, "addresses", sender)
    add(alert, "note", ". ".join(part for part in (phrases.capital(why), _NO_AUTHORITY) if part))
    add(alert, "references", " ".join(_reference(m) for m in before))
    add(alert, "incidents", incident)
    if info is not None:
        alert.append(info)
    with staged(folder) as stage:
        stage.path(f"{incident}.{sent:%Y%m%dT%H%M%SZ}.cap.xml").write_bytes(to_bytes(alert))
    return 1


def _reference(message: _Message) -> str:
    root = _root(message.path)
    return ",".join(root.findtext(f"{{{NAMESPACE}}}{name}") or "" for name in ("sender", "identifier", "sent"))


def _identifier(incident: str, sent: datetime) -> str:
    return f"sayso-{_FORBIDDEN.sub('-', incident)}-{sent:%Y%m%dT%H%M%SZ}"


def sender_of(options: Options) -> str:
    """The sender: the desk's domain when there is one, else the publisher's name without what CAP forbids."""
    host = urlsplit(options.links).hostname if options.links else None
    return host or re.sub(r"[^\w.-]+", "-", options.publisher.casefold()).strip("-") or "sayso"
