"""Pages as trees, for looking at links and posts; reading their text is the matter of ``clean``."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml import html as lxml_html

from sayso.collect.kinds.items import whole_address

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "textarea", "button", "select")
_LARGEST = 8_000_000
_LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{20000,}")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 5_000  # of one element: the parser takes time with the square of them


def tree(body: bytes, charset: str = "") -> lxml_html.HtmlElement | None:
    """The page's root element without what is not seen (scripts, styles, buttons); None when there is nothing.

    Args:
        body: at most 8 MB of it are looked at.
        charset: encoding the sender stated; the page's own counts when that is none, UTF-8 when it fits.
    """
    body = body[:_LARGEST]
    if any(len(_QUOTED.sub(b"", tag.group()).split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(body)):
        return None
    parser = lxml_html.HTMLParser(encoding=encoding(body, charset), remove_comments=True, no_network=True)
    try:
        root = lxml_html.document_fromstring(body.replace(b"\0", b""), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    return root


def encoding(body: bytes, charset: str = "") -> str:
    """Name of the encoding of a page."""
    try:
        body.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    found = _META.search(body[:4000])
    for name in (charset, found.group(1).decode("ascii") if found else "", "windows-1252"):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "windows-1252"


def base_of(root: lxml_html.HtmlElement, url: str) -> str:
    """The address that links of the page are relative to."""
    named = [str(base.get("href", "")) for base in root.iter("base")][:1]
    return (whole_address(named[0], url) if named else "") or url


def title_of(root: lxml_html.HtmlElement) -> str:
    """The page's title on one line, "" without one."""
    found = root.find(".//title")
    return words_of(found)[:300] if found is not None else ""


def words_of(element: lxml_html.HtmlElement) -> str:
    """The text of an element on one line; parts stay apart."""
    return " ".join(" ".join(str(text) for text in element.itertext()).split())


def tokens_of(element: lxml_html.HtmlElement) -> set[str]:
    """The words that its class, id and role are made of, in lower case."""
    named = " ".join(str(element.get(name) or "") for name in ("class", "id", "role"))
    return set(re.findall(r"[a-z]+", named[:400].lower()))
