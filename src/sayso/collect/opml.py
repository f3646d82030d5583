"""Lists of sources as other readers know them: OPML 2.0, in and out.

Feeds are outlines of type "rss" with ``xmlUrl``, as everywhere. What other readers have no word for (other kinds, the
expected volume) stands in attributes of a namespace of our own, which they pass over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from sayso.collect.kinds.hostile_xml import is_hostile, safe_parser
from sayso.collect.kinds.items import plain, whole_address
from sayso.model import SaysoError
from sayso.model.source import WATCHED_KINDS, Source, slug

NAMESPACE = "https://sayso.invalid/opml/1"
_MOST = 10_000


def read_opml(body: bytes) -> tuple[list[Source], list[str]]:
    """The sources of an OPML file in order, each address once, and what could not be taken in words.

    Raises:
        SaysoError: the bytes are no OPML.
    """
    root = None if is_hostile(body) or not body.strip() else etree.fromstring(body, safe_parser())
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise SaysoError("this is no OPML file", "export the list of feeds from your reader as OPML")
    made: dict[str, Source] = {}
    left: list[str] = []
    for outline in list(root.iter("outline"))[:_MOST]:
        fields = {etree.QName(key).localname.lower(): str(value) for key, value in outline.attrib.items()}
        source = _source(fields)
        if source is not None:
            made.setdefault(source.address, source)
        elif fields.get("xmlurl") or fields.get("kind"):
            left.append(f"{plain(fields.get('text', ''))[:60] or 'an outline'}: no address that can be watched")
    return list(made.values()), left


def _source(fields: dict[str, str]) -> Source | None:
    kind = fields.get("kind", "feed")
    named = fields.get("xmlurl") or (fields.get("url", "") if "kind" in fields else "")
    remote = named.startswith(("http://", "https://", "feed:"))
    address = whole_address(named.removeprefix("feed://").removeprefix("feed:")) if remote else named
    if named.startswith("feed://"):
        address = whole_address("https://" + named.removeprefix("feed://"))
    if not address or kind not in WATCHED_KINDS or (kind in ("feed", "page", "sitemap", "channel") and not remote):
        return None
    name = plain(fields.get("title") or fields.get("text") or "")[:80] or address
    made = Source(
        slug(fields.get("id") or name), name, kind, address, outlet=fields.get("outlet", ""),
        language=fields.get("language", "")[:10], paused=fields.get("paused") == "true",
    )  # fmt: skip
    return replace(
        made, expected_per_day=_number(fields.get("expected_per_day")), every_s=_whole(fields.get("every_s")),
        keep_days=_whole(fields.get("keep_days")),
    )  # fmt: skip


def _number(words: str | None) -> float | None:
    try:
        made = float(words or "")
    except ValueError:
        return None
    return made if 0 < made < 1e6 else None


def _whole(words: str | None) -> int | None:
    return int(words) if words and words.isdecimal() and len(words) < 10 else None


def write_opml(sources: Iterable[Source], title: str = "Sources of Sayso") -> bytes:
    """An OPML 2.0 file of the sources, UTF-8; hosts that are let through although not public are not told."""
    root = etree.Element("opml", version="2.0", nsmap={"sayso": NAMESPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for source in sources:
        outline = etree.SubElement(body, "outline", text=source.name, title=source.name)
        if source.kind == "feed":
            outline.attrib.update({"type": "rss", "xmlUrl": source.address})
        else:
            outline.attrib.update({"type": "link", "url": source.address})
        for name, value in _own(source).items():
            outline.set(f"{{{NAMESPACE}}}{name}", value)
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made


def _own(source: Source) -> dict[str, str]:
    named = {
        "id": source.id, "kind": source.kind, "outlet": source.outlet, "language": source.language,
        "paused": "true" if source.paused else "",
        "expected_per_day": "" if source.expected_per_day is None else f"{source.expected_per_day:g}",
        "every_s": "" if source.every_s is None else str(source.every_s),
        "keep_days": "" if source.keep_days is None else str(source.keep_days),
    }  # fmt: skip
    return {name: value for name, value in named.items() if value}
