"""A mailbox file (mbox, RFC 4155): one document a mail, for alerts, newsletters and lists that come by mail.

Of a mail only the text is read: the plain part, the HTML part when there is no plain one worth reading; attachments and
inner mails are left alone. A mail is addressed by its Message-ID (``mid:``, RFC 2392), or by Archived-At when a list
gives one. Its Date is the day of publication; ``known_from`` is when the file was saved, since a Date can be forged.
Sender and receiver are not kept; the name of a mailing list (List-Id) is the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from sayso.collect.kinds.kind import LARGEST, NOWHERE, Found, Kind, Refused, saved_at
from sayso.model import Capture

_BROKEN = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError, OverflowError)
"""What the parser of the standard library raises on mail that was made to break it."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_PIECE = 1 << 16
_SHORT = 200
_MOST_PARTS = 200


def count(file: Path) -> int:
    """Number of mails in the file, at least 1."""
    try:
        return max(1, sum(1 for _ in _mails(file)))
    except OSError:
        return 1


def read(file: Path, known_from: datetime | None) -> Iterator[Found | Refused]:
    """The mails in order; see :class:`sayso.collect.kinds.kind.Kind`."""
    at, number = known_from or datetime.fromtimestamp(0, UTC), 0
    try:
        at = known_from or saved_at(file)
        for number, mail in enumerate(_mails(file), start=1):
            yield document(mail, f"{file.name}:{number}", at)
    except OSError as error:
        yield Refused(str(file.absolute()), "unreadable_file", error.strerror or str(error), at)
        return
    if not number:
        yield Refused(str(file.absolute()), "bad_record", "no mail in this mailbox: no line begins with 'From '", at)


def _mails(file: Path) -> Iterator[bytes | None]:
    """The bytes of each mail without its "From " line; None for one that is too large. Never holds more than one."""
    lines: list[bytes] = []
    size, inside, blank, whole = 0, False, True, True
    with file.open("rb") as source:
        while line := source.readline(_PIECE):
            if whole and blank and line.startswith(b"From "):
                if inside:
                    yield b"".join(lines) if size <= LARGEST else None
                lines, size, inside = [], 0, True
            elif inside:
                size += len(line)
                if size <= LARGEST:
                    lines.append(line)
                else:
                    lines.clear()
            blank, whole = whole and line in (b"\n", b"\r\n"), line.endswith(b"\n")
    if inside:
        yield b"".join(lines) if size <= LARGEST else None


def document(mail: bytes | None, place: str, at: datetime) -> Found | Refused:
    """One mail without its "From " line (None: it was too large); ``place`` names it in messages."""
    if mail is None:
        return Refused(place, "too_large", f"{place}: the mail is larger than {LARGEST / 1e6:.0f} MB", at)
    try:
        message = message_from_bytes(_QUOTED_FROM.sub(rb"\1", mail), policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise ValueError("not a mail")
        return _found(message, at)
    except _BROKEN as error:
        return Refused(place, "bad_record", f"{place}: {error or type(error).__name__}", at)


def _found(message: EmailMessage, at: datetime) -> Found:
    body, kind, charset = _text(message)
    url = _header(message, "Archived-At").strip("<> ")
    url = url if url.startswith(("http://", "https://")) else ""
    name = re.search(r"<([^<>\s]{3,250})>", _header(message, "Message-ID"))
    address = url or (f"mid:{name.group(1)}" if name else NOWHERE)
    capture = Capture(address, body, at, media_type=kind, charset=charset)
    return Found(capture, url, _header(message, "Subject"), _list_name(message), _day(message))


def _text(message: EmailMessage) -> tuple[bytes, str, str]:
    """Bytes, media type and charset of the part to read."""
    held: dict[str, tuple[bytes, str]] = {}
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            raise ValueError("more parts than a mail has")
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and kind not in held and not part.get_filename():
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                held[kind] = payload, part.get_content_charset() or ""
    plain, html = held.get("text/plain"), held.get("text/html")
    if plain is not None and (html is None or len(plain[0]) >= _SHORT):
        return plain[0], "text/plain", plain[1]
    if html is not None:
        return html[0], "text/html", html[1]
    raise ValueError("a mail without text")


def _header(message: EmailMessage, name: str) -> str:
    value = str(message.get(name, ""))[:1000]
    clean = "".join(c for c in value if c.isprintable() and not "\ud800" <= c <= "\udfff")
    return " ".join(clean.split())


def _list_name(message: EmailMessage) -> str:
    name = re.match(r'"?([^"<>]{2,80}?)"?\s*<', _header(message, "List-Id"))
    return name.group(1).strip() if name else ""


def _day(message: EmailMessage) -> str:
    try:
        day = parsedate_to_datetime(_header(message, "Date")).date()
    except _BROKEN:
        return ""
    return day.isoformat() if day.year >= 1980 else ""


MBOX = Kind("mbox", (".mbox",), count, read)
