"""Feeds of any length made short: of more than 500 items the newest are kept, before they are parsed.

Parsing an item takes about a millisecond, so a feed of 100,000 items would hold a look for minutes; finding their ends
and dates takes less than a second.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import accumulate
from xml.parsers import expat

from lxml import etree

from sayso.collect.kinds.hostile_xml import safe_parser
from sayso.collect.kinds.items import iso
from sayso.collect.kinds.watched import MOST_ITEMS

_ITEM = re.compile(rb"<((?:[A-Za-z0-9]+:)?(?:item|entry))(?=[\s>/])")
_DATE = re.compile(
    rb"<(?:pubDate|published|updated|modified|issued|dc:date|date)[^<>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]{8,64})",
    re.IGNORECASE,
)
_TEXT = re.compile(rb"<(content:encoded|description|content|summary)[\s>]")
_LARGEST = 300_000
_WHOLE = 8_000_000
_MOST_TAGS = 60_000  # about four seconds of parsing
_MOST_IN_TAIL = 1_000  # tags after the last item, which close what is open


def cut(body: bytes, most: int = MOST_ITEMS) -> tuple[bytes, int]:
    """The feed with its ``most`` newest items, and the number of items it had; broken XML is mended when it is long.

    Items count as newest by their dates when all tell one, else by their order (feeds begin with the newest). An item
    of more than 300 kB loses its text; what stands before the first item is cut at 300 kB, the whole at 8 MB.

    Args:
        body: bytes of an RSS or Atom feed in an encoding that contains ASCII.
    """
    starts = [hit.start() for hit in _ITEM.finditer(body)]
    if not starts:
        return _mended(body[:_LARGEST]), 0
    name = re.split(rb"[\s>/]", body[starts[0] + 1 :][:80], maxsplit=1)[0]
    pieces = [_closed(body[a:b], name) for a, b in zip(starts, [*starts[1:], len(body)], strict=True)]
    kept = sorted(_newest(pieces)[:most] if len(pieces) > most else range(len(pieces)))
    last = body.rfind(b"</" + name)
    tail = body[body.find(b">", last) + 1 :] if last > starts[-1] else b""
    short = [piece for piece in (_short(pieces[i]) for i in kept) if piece]
    sizes = accumulate(len(piece) for piece in short)
    whole = [piece for piece, size in zip(short, sizes, strict=True) if size <= _WHOLE]
    if sum(piece.count(b"<") for piece in whole) > _MOST_TAGS:
        whole = [_without_text(piece) for piece in whole]
        tags = accumulate(piece.count(b"<") for piece in whole)
        whole = [piece for piece, count in zip(whole, tags, strict=True) if count <= _MOST_TAGS]
    tail = tail[:_LARGEST] if tail.count(b"<") < _MOST_IN_TAIL else b""
    return _mended(body[: starts[0]][-_LARGEST:] + b"".join(whole) + tail), len(starts)


def _closed(piece: bytes, name: bytes) -> bytes:
    """One item without what stands between it and the next."""
    end = piece.rfind(b"</" + name)
    return piece if end < 0 else piece[: piece.find(b">", end) + 1 or len(piece)]


def _short(piece: bytes) -> bytes:
    """An item that is not too large, without its text when that makes it so; nothing when even that does not help."""
    if len(piece) > _LARGEST:
        piece = _without_text(piece)
    return piece if len(piece) <= _LARGEST else b""


def _without_text(piece: bytes) -> bytes:
    """An item without its texts; step by step, as a pattern would look for the end of each of many open ones anew."""
    parts, at = [], 0
    while opened := _TEXT.search(piece, at):
        end = piece.find(b"</" + opened.group(1), opened.end())
        close = piece.find(b">", end) if end >= 0 else -1
        if close < 0:
            break
        parts.append(piece[at : opened.start()])
        at = close + 1
    return b"".join([*parts, piece[at:]])


def _mended(body: bytes) -> bytes:
    """Well-formed XML of a long and broken feed: the forgiving parser takes time with the square of what is broken."""
    if len(body) <= _LARGEST:
        return body
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(body, True)
    except expat.ExpatError:
        root = etree.fromstring(body, safe_parser())
        return body[:0] if root is None else etree.tostring(root, encoding="utf-8", xml_declaration=True)
    except ValueError:  # an encoding that expat does not know: feedparser turns it
        return body
    return body


def _newest(pieces: list[bytes]) -> list[int]:
    """Numbers of the pieces, newest first."""
    now = datetime.now(UTC)
    dates = [_date(piece, now) for piece in pieces]
    numbers = list(range(len(pieces)))
    return sorted(numbers, key=dates.__getitem__, reverse=True) if all(dates) else numbers


def _date(piece: bytes, now: datetime) -> str:
    stamps = [iso(hit.group(1).decode("ascii", "ignore"), now) for hit in _DATE.finditer(piece[:100_000])]
    return max(stamps, default="")
