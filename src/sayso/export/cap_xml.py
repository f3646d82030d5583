"""XML in the name space of CAP 1.2: no characters that XML forbids, no entities from outside."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str) -> etree._Element:
    """An empty element of CAP."""
    return parsed(f'<{name} xmlns="{NAMESPACE}"/>'.encode())


def add(parent: etree._Element, name: str, text: str) -> None:
    """A child with text; none when the text is empty. Characters that XML cannot hold become a blank."""
    if text:
        etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = xml_text(text)


def xml_text(words: str) -> str:
    """The words with a blank for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub(" ", words)


def add_pair(parent: etree._Element, name: str, key: str, value: str) -> None:
    """A child with ``valueName`` and ``value``; none when the value is empty."""
    if value:
        pair = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
        add(pair, "valueName", key)
        add(pair, "value", value)


def parsed(content: bytes) -> etree._Element:
    """The root of a document; nothing outside of it is loaded.

    Raises:
        lxml.etree.XMLSyntaxError: it is no XML.
    """
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def to_bytes(root: etree._Element) -> bytes:
    """The document in UTF-8 with declaration, indented, one line feed at the end."""
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def cap_time(at: datetime) -> str:
    """A time as CAP wants it: seconds and an offset; UTC is ``-00:00`` and never ``Z`` (section 3.3.2)."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S-00:00")
