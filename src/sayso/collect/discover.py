"""From an address to what can be watched there: the kind, and the feed where there is one, found out by looking.

A page names its feeds (``rel="alternate"``), links to them, or keeps them where most do; its robots.txt names sitemaps.
What is found is looked at once, and only what shows items is proposed. A feed that shares items with the page is
better than the page; a page is better than a sitemap of the whole site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.collect.answer import NO_VALIDATORS, Answer
from sayso.collect.discover_files import discover_path
from sayso.collect.kinds import channel, feed, listed, sitemap, walls, web_page
from sayso.collect.kinds.items import same_site, site_of, whole_address
from sayso.collect.kinds.markup import base_of, title_of, tokens_of, tree, words_of
from sayso.collect.kinds.watched import MOST_BYTES, Get
from sayso.collect.proposal import Candidate, per_day
from sayso.model import SaysoError
from sayso.model.source import Look, LookState, Seen, Source, slug

_FEED_TYPES = frozenset({
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml",
    "application/xml", "text/xml",
})  # fmt: skip
_FEED_PATH = re.compile(
    r"(?:^|[/._-])(?:rss2?|atom|feeds?|rdf)(?:[/._-]|$)|\.(?:rss|atom|rdf)$|feed\.json$", re.IGNORECASE
)
_COMMENTS = re.compile(r"comment|kommentar|commentaire|comentario|replies", re.IGNORECASE)
_USUAL = ("feed/", "rss.xml", "feed.xml", "atom.xml", "rss", "index.xml")
_USUAL_SITEMAPS = ("news-sitemap.xml", "sitemap_news.xml", "sitemap-news.xml", "sitemap.xml", "sitemap_index.xml")
_MOST_LINKED = 4
_HOST = re.compile(r"^(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:/\S*)?$")
_VIEWS = ((re.compile(r"^(https?://(?:t|telegram)\.me)/(?!s/|joinchat|\+)(\w{4,})/?$"), r"\1/s/\2"),)
"""Addresses of channels whose posts stand on another public page of the same site."""


def discover(address: str, get: Get) -> tuple[Candidate, ...]:
    """What can be watched at an address, the best first; nothing is kept.

    Args:
        address: http(s) address, host name, or the path of a file or folder.
        get: how to ask for addresses; at most about 20 are asked for.

    Returns:
        At least one candidate.

    Raises:
        SaysoError: nothing there can be watched, or it cannot be reached (FetchProblem).
    """
    path = Path(address).expanduser()
    if not address.startswith(("http://", "https://")):
        if path.exists():
            return discover_path(path)
        if not _HOST.match(address):
            raise SaysoError(f"no such file or folder: {address}", "give an address like https://example.org or a path")
        address = f"https://{address}"
    for pattern, view in _VIEWS:
        address = pattern.sub(view, address)
    answer = get(address, NO_VALIDATORS, MOST_BYTES)
    found = _Search(answer, get).run(address)
    if not found:
        raise SaysoError(
            f"nothing to watch was found at {site_of(address)}: no feed, no posts, no links to articles",
            "give the address of its feed, of a page that lists its articles, or of its sitemap",
        )
    return tuple(found)


@dataclass
class _Search:
    """One search, with the first answer at hand."""

    answer: Answer
    get: Get

    def run(self, address: str) -> list[Candidate]:
        """Candidates, the best first."""
        address = self.answer.moved_to or whole_address(address)
        body = self.answer.body
        if feed.is_feed(body):
            return self._one(
                "feed", address, feed.feed_title(body), feed.read(self.answer, LookState()), "it is a feed"
            )
        if sitemap.is_sitemap(body):
            look = sitemap.look(_source("sitemap", address, ""), LookState(), self.get)
            return self._one("sitemap", address, "", look, "it is a sitemap")
        if b"<opml" in body[:2000].lower():
            raise SaysoError("this is a list of feeds (OPML)", "save it and take it in with: sayso source import FILE")
        if self.answer.media_type in ("text/plain", "text/csv") and not walls.wall(body):
            look = listed.read(body, LookState())
            return self._one("list", address, "", look, "it is a list of addresses")
        root = tree(body, self.answer.charset)
        return self._page(address, root) if root is not None else []

    def _one(self, kind: str, address: str, name: str, look: Look, why: str) -> list[Candidate]:
        if look.outcome in ("blocked", "changed", "failing", "gone"):
            raise SaysoError(f"{site_of(address)}: {look.note or look.outcome}", "check the address in a browser")
        return [_candidate(kind, address, name, look, why)]

    def _page(self, address: str, root: HtmlElement) -> list[Candidate]:
        stop = walls.wall(self.answer.body)
        if stop:
            raise SaysoError(f"{site_of(address)} shows a page that keeps machines out ({stop})", "Sayso obeys it")
        name = site_name(root) or site_of(address)
        links = {whole_address(str(a.get("href") or ""), base_of(root, self.answer.url)) for a in root.iter("a")}
        own = self._own(address, root, name)
        feeds = list(self._feeds(root, name))
        near = [one for one in feeds if _shares(one.items, links)]
        far = [one for one in feeds if one not in near]
        maps = [] if near else list(self._sitemaps(name))
        news = [one for one in maps if "news" in one.why]
        lists = [one for one in own if one.why != _TEXT]
        texts = [one for one in own if one.why == _TEXT]
        return [*near, *lists, *news, *far, *[one for one in maps if one not in news], *texts]

    def _own(self, address: str, root: HtmlElement, name: str) -> list[Candidate]:
        """What the page itself can be watched as."""
        made = []
        found = channel.posts(root, self.answer.url)
        if len(found) >= channel.ENOUGH and sum(len(post.words) for post in found) >= 60 * len(found):
            look = channel.read(self.answer, LookState())
            made.append(_candidate("channel", address, name, look, f"it shows {len(found)} posts"))
        look = web_page.read(self.answer, LookState())
        if look.items:
            listing = look.items[0].fetch
            why = f"it links to {len(look.items)} articles" if listing else _TEXT
            made.append(_candidate("page", address, name, look, why))
        return made

    def _feeds(self, root: HtmlElement, name: str) -> Iterator[Candidate]:
        """Feeds that show items: those the page names, else those that stand where feeds usually stand."""
        url = self.answer.url
        found = 0
        for address, title in linked_feeds(root, url)[:_MOST_LINKED]:
            if made := self._feed(address, title or name, "the page names this feed"):
                found += 1
                yield made
        if found:
            return
        folders = dict.fromkeys((url.split("?")[0].rstrip("/") + "/", urljoin(url, "/")))
        for folder in folders if len(urlsplit(url).path) > 1 else list(folders)[:1]:
            for ending in _USUAL if folder == urljoin(url, "/") else _USUAL[:2]:
                if made := self._feed(urljoin(folder, ending), name, "a feed stands at a usual place"):
                    yield made
                    return

    def _feed(self, address: str, name: str, why: str) -> Candidate | None:
        answer = self._try(address)
        if answer is None or not feed.is_feed(answer.body):
            return None
        look = feed.read(answer, LookState())
        title = feed.feed_title(answer.body) or name
        return _candidate("feed", answer.moved_to or address, title, look, why) if look.items else None

    def _sitemaps(self, name: str) -> Iterator[Candidate]:
        """A news sitemap, else a sitemap, of those that robots.txt names or that stand where they usually stand."""
        url = self.answer.url
        robots = self._try(urljoin(url, "/robots.txt"))
        text = robots.body[:500_000].decode("utf-8", "replace") if robots else ""
        named = [
            whole_address(line.split(":", 1)[1]) for line in text.splitlines() if line.lower().startswith("sitemap:")
        ]
        named = [one for one in named if one and same_site(one, url)]
        named.sort(key=lambda one: "news" not in one.lower())
        for address in named[:2] or [urljoin(url, f"/{ending}") for ending in _USUAL_SITEMAPS]:
            answer = self._try(address)
            if answer is None or not sitemap.is_sitemap(answer.body):
                continue
            look = sitemap.look(_source("sitemap", address, name), LookState(), self.get)
            if look.items:
                news = sitemap.is_news(answer.body) or any(item.published for item in look.items)
                yield _candidate("sitemap", address, name, look, "a news sitemap" if news else "a sitemap of the site")
                return

    def _try(self, address: str) -> Answer | None:
        try:
            return self.get(address, NO_VALIDATORS, MOST_BYTES)
        except SaysoError:
            return None


_TEXT = "its own text is watched"


def linked_feeds(root: HtmlElement, url: str) -> list[tuple[str, str]]:
    """(address, title) of the feeds a page names or links to, the one for this page first; none of comments."""
    base = base_of(root, url)
    found: dict[str, str] = {}
    for link in root.iter("link"):
        kind = str(link.get("type") or "").split(";")[0].strip().lower()
        rels = {*str(link.get("rel") or "").lower().split()}
        if rels & {"alternate", "feed"} and (kind in _FEED_TYPES or "feed" in rels):
            found.setdefault(whole_address(str(link.get("href") or ""), base), str(link.get("title") or ""))
    for anchor in root.iter("a"):
        address = whole_address(str(anchor.get("href") or ""), base)
        if address and (_FEED_PATH.search(urlsplit(address).path) or "rss" in tokens_of(anchor)):
            found.setdefault(address, words_of(anchor) if len(words_of(anchor)) > 8 else "")
    found.pop("", None)
    kept = [(address, title) for address, title in found.items() if not _COMMENTS.search(address + " " + title)]
    part = urlsplit(url).path.strip("/").lower()
    return sorted(kept, key=lambda one: not (part and part in one[0].lower()))


def site_name(root: HtmlElement) -> str:
    """What the site calls itself: ``og:site_name``, else the page's title."""
    for meta in root.iter("meta"):
        if str(meta.get("property") or meta.get("name") or "").lower() in ("og:site_name", "application-name"):
            named = " ".join(str(meta.get("content") or "").split())
            if named:
                return named[:80]
    return title_of(root)[:80]


def _shares(items: tuple[Seen, ...], links: set[str]) -> bool:
    """True when the page links to items of the feed: then the feed is that of this page."""
    return any(item.address in links for item in items) or not any(links)


def _source(kind: str, address: str, name: str) -> Source:
    return Source(slug(name or site_of(address)), name or site_of(address), kind, address)


def _candidate(kind: str, address: str, name: str, look: Look, why: str) -> Candidate:
    source = replace(_source(kind, address, name), expected_per_day=per_day(look.items))
    return Candidate(source, look.items, why, look.note, look.hub)
