"""Which links of a page lead to articles: told by the form of the address, the words of the link and where it stands.

No page's own layout is known and no selector is asked for. Each sign counts some points; links that look alike are
then judged together: where three of one form are articles, weaker ones of the same form are too.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from sayso.collect.kinds.items import iso, same_site, whole_address
from sayso.collect.kinds.markup import base_of, tokens_of, words_of

ENOUGH = 4.0
"""Points with which a link is taken for an article; half of them suffice in company."""
_COMPANY = 3
_MOST_LINKS = 20_000
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[/_.-]?(?:0?[1-9]|1[0-2])(?:[/_.-]?(?:0?[1-9]|[12]\d|3[01]))?(?!\d)")
_CALENDAR = re.compile(r"\d\d?|(?:19|20)\d\d")
"""Last part of an address that leads to all articles of a day, month or year."""
_ID = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{0,2}\d{4,}(?![A-Za-z0-9])")
_OPAQUE = re.compile(r"(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{9,}", re.IGNORECASE)
_QUERY_ID = re.compile(
    r"(?:^|&)(?:id|p|a|aid|nid|sid|newsid|news_id|article|articleid|story|item|t|post)=\d+", re.IGNORECASE
)
_PAGE_ENDING = re.compile(r"\.(?:s?html?|stm|phtml|aspx?|php|jsp)$", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|ico|css|js|json|xml|rss|atom|pdf|docx?|xlsx?|pptx?|zip|gz|mp[34]|m4a|mov|avi|exe|apk)$",
    re.IGNORECASE,
)
_WORDS = tomllib.loads((files("sayso.collect.kinds") / "aside.toml").read_text(encoding="utf-8"))
_ASIDE = frozenset(_WORDS["segments"].split())
_ALONE = frozenset(_WORDS["alone"].split())
_NAVIGATION = frozenset(_WORDS["blocks"].split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page.

    Attributes:
        address: absolute, fit to be fetched.
        text: its longest text, for one address may be linked several times.
        points: how much it looks like one to an article.
        published: time that stands beside it, ISO 8601, "" without one.
    """

    address: str
    text: str
    points: float
    published: str = ""


def article_links(root: HtmlElement, url: str) -> list[Link]:
    """Links of the page at ``url`` that look like articles of the same site, in the order of the page."""
    base = base_of(root, url)
    links: dict[str, Link] = {}
    for anchor in islice(root.iter("a"), _MOST_LINKS):
        address = whole_address(str(anchor.get("href") or ""), base)
        if (
            not address
            or not same_site(address, url)
            or _path(address) == _path(url)
            or _NO_PAGE.search(_path(address))
        ):
            continue
        found = _link(anchor, address)
        known = links.get(address)
        links[address] = _together(known, found) if known else found
    return chosen([replace(link, points=link.points + _of_text(link.text)) for link in links.values()])


def chosen(links: Iterable[Link]) -> list[Link]:
    """Those with enough points, and those with half of it that look like three that have enough."""
    found = list(links)
    forms = Counter(form(link.address) for link in found if link.points >= ENOUGH)
    return [
        link for link in found
        if link.points >= ENOUGH or (link.points >= ENOUGH / 2 and forms[form(link.address)] >= _COMPANY)
    ]  # fmt: skip


def points_of(address: str) -> float:
    """How much the form of an address looks like one of an article; below 0 for what leads elsewhere."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    segments = [segment for segment in path.split("/") if segment]
    if not segments and not parts.query:
        return -5.0
    last = _PAGE_ENDING.sub("", segments[-1]) if segments else ""
    words = max((_words(_PAGE_ENDING.sub("", segment)) for segment in segments[-2:]), default=0)
    points = 3.0 if _DATE.search(path) and not _CALENDAR.fullmatch(last) else 0.0
    points += 3.0 if words >= 4 else 2.0 if words == 3 else 0.0
    named = [_PAGE_ENDING.sub("", segment) for segment in segments[-2:]]
    numbered = any((_ID.search(n) and not _CALENDAR.fullmatch(n)) or _OPAQUE.fullmatch(n) for n in named)
    numbered = numbered or bool(_QUERY_ID.search(parts.query))
    points += 2.0 if numbered else 0.0
    names = {_PAGE_ENDING.sub("", segment).lower() for segment in segments}
    points += 1.0 if segments and _PAGE_ENDING.search(segments[-1]) and last.lower() not in _ASIDE | _ALONE else 0.0
    aside = names & _ASIDE or (names & _ALONE and not numbered and points < 3.0)
    return points - 4.0 if aside else points


def _words(slug: str) -> int:
    """Number of words in a part of an address."""
    return sum(1 for word in re.split(r"[-_+\s]+", slug) if len(word) > 1 and not word.isdigit())


def form(address: str) -> str:
    """Address with numbers and slugs taken out, the same for pages made from one template."""
    parts = urlsplit(address)
    segments = [_form(segment) for segment in unquote(parts.path).split("/")]
    keys = sorted(part.split("=", 1)[0] for part in parts.query.split("&") if part)
    return "/".join(segments) + "?" + "&".join(keys)


def _form(segment: str) -> str:
    if segment.isdigit():
        return "#" * min(len(segment), 5)
    if len(re.split(r"[-_]", segment)) >= 3 or _OPAQUE.fullmatch(segment):
        return "*" + "".join(_PAGE_ENDING.findall(segment))
    return re.sub(r"\d+", "#", segment)


def _path(address: str) -> str:
    parts = urlsplit(address)
    return parts.path.rstrip("/") + ("?" + parts.query if parts.query else "")


def _link(anchor: HtmlElement, address: str) -> Link:
    text = words_of(anchor)[:400]
    return Link(address, text, points_of(address) + _of_place(anchor), _time_beside(anchor))


def _together(one: Link, other: Link) -> Link:
    text = max(one.text, other.text, key=len)
    return Link(one.address, text, max(one.points, other.points), one.published or other.published)


def _of_text(text: str) -> float:
    """Headlines have five and more words, navigation has one or two; scripts without spaces are counted by letters."""
    wide = sum(1 for c in text if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af")
    count = len(re.findall(r"[^\W\d_]{2,}", text)) + wide // 3
    return 2.0 if count >= 5 else 1.0 if count >= 3 else -1.0 if count else -2.0


def _of_place(anchor: HtmlElement) -> float:
    points, heading = 0.0, any(isinstance(e.tag, str) and e.tag in _HEADINGS for e in anchor.iter())
    for ancestor in anchor.iterancestors():
        if ancestor.tag in ("body", "main", "html"):
            break
        if ancestor.tag == "article":
            return points + (2.0 if heading else 1.0)
        heading = heading or ancestor.tag in _HEADINGS
        if ancestor.tag in ("nav", "footer") or (tokens_of(ancestor) & _NAVIGATION):
            return points - 3.0
        if ancestor.tag in ("aside", "header"):
            points = -1.0
    return points + (2.0 if heading else 0.0)


def _time_beside(anchor: HtmlElement) -> str:
    """The one time that stands in a block around the link."""
    block = anchor
    for _ in range(4):
        times = [time for time in block.iter("time") if time.get("datetime")]
        if times:
            return iso(str(times[0].get("datetime"))) if len(times) == 1 else ""
        parent = block.getparent()
        if parent is None or parent.tag == "body":
            return ""
        block = parent
    return ""
