"""A made-up web for the soak test: hundreds of sources on loopback addresses, with what real ones do to a reader.

Each source is a host of its own (127.x.y.z). It publishes, edits and deletes, is away for a while, answers with errors,
slowly or "too many requests". The web knows what it showed and served, so that afterwards it can be told what must
have been captured, and how often.
"""

from __future__ import annotations

import asyncio
import hashlib
import html
import math
import random
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

_TOWNS = ("Atyrau, Kazakhstan", "Maiduguri, Nigeria", "Quetta, Pakistan", "Garoua, Cameroon", "Iquitos, Peru")
_SAID = ("police said", "the mayor said", "a hospital official said", "the interior ministry said")
_NEWEST = 30  # items a listing shows
_SAFE_S = 15.0  # what was served so shortly before a kill may not have been stored
_KINDS = ("feed", "feed", "feed", "sitemap", "page")


@dataclass(slots=True)
class Item:
    """One article: its versions so far, when the first and the current one were first served whole (None: not yet)."""

    number: int
    published: float
    versions: int = 1
    edited: float = 0.0
    served: float | None = None
    first_served: float | None = None
    deleted: bool = False
    bodies: dict[int, str] = field(default_factory=dict)
    """Version to digest, of those that were served whole."""


@dataclass(slots=True)
class Site:
    """One source."""

    number: int
    kind: str
    host: str
    slow: bool
    items: list[Item] = field(default_factory=list)
    away_until: float = 0.0
    refuses_until: float = 0.0
    breaks: bool = False  # how it is away: True resets the line, False answers 503


class Web:
    """The made-up web; ``start`` serves it in a thread of its own.

    Args:
        sources: how many.
        per_s: items published a second, over all sources.
        seed: of the dice.
        settled_s: a version is edited or deleted only that long after it was served, and after the reader said that
            it holds it (``said``): how fast a loaded machine stores is not what is asked here.
        unannounced_s: articles of pages are edited only that long after they were first served.
        edits: tried for each item that is published.
    """

    def __init__(
        self,
        sources: int,
        per_s: float,
        seed: int = 5,
        settled_s: float = 20.0,
        unannounced_s: float = 150.0,
        edits: float = 0.3,
    ) -> None:
        self.settled_s, self.unannounced_s, self.edits = settled_s, unannounced_s, edits
        self.dice = random.Random(seed)  # noqa: S311
        self.per_s = per_s
        self.sites = [self._site(n) for n in range(sources)]
        self.by_host = {site.host: site for site in self.sites}
        self.held: set[str] = set()
        self.waits: list[float] = []
        """Seconds from a page served whole for the last time to the word that it is held."""
        self._served_at: dict[str, float] = {}
        self.port = 0
        self.requests = self.not_modified = self.refused = 0
        self.publishing = True
        self.trouble = True
        self.lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def _site(self, number: int) -> Site:
        host = f"127.{10 + number // 250}.{number % 250}.1"
        made = Site(number, _KINDS[number % len(_KINDS)], host, slow=number % 33 == 7)
        # a page is known as a list of articles by four of them
        made.items = [Item(n, time.time() - 3600 * (n + 1)) for n in range(4 if made.kind == "page" else 1)]
        return made

    def start(self) -> None:
        """Serve until the process ends; the port is known when this returns."""
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        if not ready.wait(60):
            raise RuntimeError("the made-up web does not start")

    def _run(self, ready: threading.Event) -> None:
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        hosts = [site.host for site in self.sites]
        first = self._loop.run_until_complete(asyncio.start_server(self._serve, hosts[0], 0))
        self.port = first.sockets[0].getsockname()[1]
        for host in hosts[1:]:
            self._loop.run_until_complete(asyncio.start_server(self._serve, host, self.port))
        self._loop.create_task(self._live())
        ready.set()
        self._loop.run_forever()

    async def _live(self) -> None:
        """Things happen, ten times a second."""
        while True:
            with self.lock:
                self.happen(0.1)
            await asyncio.sleep(0.1)

    def happen(self, seconds: float) -> None:
        """What happens in so many seconds: publishing, edits, deletions, outages."""
        now, dice = time.time(), self.dice
        if self.publishing:
            for _ in range(self._number(self.per_s * seconds)):
                site = dice.choice(self.sites)
                site.items.append(Item(len(site.items), now))
            for _ in range(self._number(self.per_s * self.edits * seconds)):
                self._edit(dice.choice(self.sites), now)
            for _ in range(self._number(self.per_s * 0.05 * seconds)):
                self._delete(dice.choice(self.sites), now)
        if self.trouble:
            for _ in range(self._number(len(self.sites) * 0.02 / 60 * seconds)):
                site = dice.choice(self.sites)
                site.away_until, site.breaks = now + dice.uniform(20, 120), dice.random() < 0.5
            for _ in range(self._number(len(self.sites) * 0.005 / 60 * seconds)):
                dice.choice(self.sites).refuses_until = now + 30

    def _number(self, mean: float) -> int:
        """How often something happens that happens so often on average (Knuth's way for small means)."""
        least, number, product = math.exp(-mean), 0, self.dice.random()
        while product > least:
            number, product = number + 1, product * self.dice.random()
        return number

    def _settled(self, site: Site, now: float) -> list[Item]:
        return [
            i for i in site.items[-_NEWEST:]
            if not i.deleted and i.served and now - i.served > self.settled_s and i.bodies[i.versions] in self.held
        ]  # fmt: skip

    def said(self, digest: str) -> None:
        """The reader says that it holds the page with this digest."""
        now = time.time()
        with self.lock:
            self.held.add(digest)
            if (when := self._served_at.pop(digest, None)) is not None:
                self.waits.append(now - when)

    def _edit(self, site: Site, now: float) -> None:
        # a page does not say what was edited: it is found when the article is looked at again, the first time after
        # twice the gap between two looks, the second time after eight times that; so there once only, and early
        early = now - self.unannounced_s
        some = [
            i for i in self._settled(site, now)
            if site.kind != "page" or (i.versions == 1 and (i.first_served or 0) > early)
        ]  # fmt: skip
        if some:
            item = self.dice.choice(some)
            item.versions, item.edited, item.served = item.versions + 1, now, None

    def _delete(self, site: Site, now: float) -> None:
        some = self._settled(site, now)[:-4]  # an empty page would be another kind of trouble
        if some:
            self.dice.choice(some).deleted = True

    def calm(self) -> None:
        """Nothing more is published, and all that is away comes back: an outage would outlast the wait for rest."""
        with self.lock:
            self.publishing = self.trouble = False
            for site in self.sites:
                site.away_until = site.refuses_until = 0.0

    def killed(self) -> None:
        """The reader was killed now: what was served just before may not have been stored."""
        now = time.time()
        with self.lock:
            for site in self.sites:
                for item in site.items:
                    if item.served and now - item.served < _SAFE_S:
                        item.served = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            host = writer.get_extra_info("sockname")[0]
            head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)).decode("latin-1")
            await self._answer(self.by_host[host], head, writer)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, site: Site, head: str, writer: asyncio.StreamWriter) -> None:
        path = head.split(" ", 2)[1]
        asked = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head.split("\r\n")[1:])}
        now = time.time()
        self.requests += 1
        if site.slow:
            await asyncio.sleep(self.dice.uniform(1, 4))
        if now < site.away_until and site.breaks:
            self.refused += 1
            writer.transport.abort()
            return
        stumbles = self.trouble and path != "/robots.txt" and self.dice.random() < 0.01
        if now < site.away_until or stumbles:
            self.refused += 1
            await _send(writer, "503 Service Unavailable" if now < site.away_until else "500 Internal Server Error")
            return
        if now < site.refuses_until and path != "/robots.txt":
            self.refused += 1
            await _send(writer, "429 Too Many Requests", more="Retry-After: 5\r\n")
            return
        with self.lock:
            found = self._page(site, path)
        if found is None:
            await _send(writer, "404 Not Found")
            return
        kind, body, item, version = found
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if asked.get("if-none-match") == tag:
            self.not_modified += 1
            await _send(writer, "304 Not Modified", more=f"ETag: {tag}\r\n")
        else:
            await _send(writer, "200 OK", kind, body, f"ETag: {tag}\r\n")
        if item is not None:
            with self.lock:
                item.first_served = item.first_served or time.time()
                item.bodies[version] = digest = hashlib.sha256(body).hexdigest()
                self._served_at[digest] = time.time()
                if item.versions == version and item.served is None:
                    item.served = time.time()

    def _page(self, site: Site, path: str) -> tuple[str, bytes, Item | None, int] | None:
        listing = {"/feed.xml": self._feed, "/sitemap.xml": self._sitemap, "/news/": self._list}.get(path)
        if listing is not None:
            kind = "text/html; charset=utf-8" if path == "/news/" else "application/xml; charset=utf-8"
            return kind, listing(site).encode(), None, 0
        number = path.removesuffix(".html").rpartition("-")[2]
        if not path.startswith("/news/") or not number.isdigit() or int(number) - 10_000 >= len(site.items):
            return None
        item = site.items[int(number) - 10_000]
        if item.deleted or path != address(site, item):
            return None
        return "text/html; charset=utf-8", article(site, item, item.versions), item, item.versions

    def _shown(self, site: Site) -> list[Item]:
        return [item for item in site.items if not item.deleted][-_NEWEST:][::-1]

    def _feed(self, site: Site) -> str:
        base = f"http://{site.host}:{self.port}"
        entries = "".join(
            f"<item><title>{html.escape(title(site, i))}</title><link>{base}{address(site, i)}</link>"
            f"<guid>{base}{address(site, i)}</guid><pubDate>{format_datetime(_at(i.published))}</pubDate>"
            f"<description>State {i.versions} of this report.</description></item>"
            for i in self._shown(site)
        )
        channel = f"<channel><title>Gazette {site.number}</title>{entries}</channel>"
        return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'

    def _sitemap(self, site: Site) -> str:
        base = f"http://{site.host}:{self.port}"
        entries = "".join(
            f"<url><loc>{base}{address(site, i)}</loc>"
            f"<lastmod>{_at(i.edited or i.published).isoformat()}</lastmod></url>"
            for i in self._shown(site)
        )
        return (
            '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + entries + "</urlset>"
        )

    def _list(self, site: Site) -> str:
        links = "".join(
            f'<li><h3><a href="{address(site, i)}">{html.escape(title(site, i))}</a></h3></li>'
            for i in self._shown(site)
        )
        head = f"<head><title>Gazette {site.number}</title></head>"
        return f"<!doctype html><html>{head}<body><ul>{links}</ul></body></html>"


def address(site: Site, item: Item) -> str:
    """Path of an article."""
    day = _at(item.published)
    return f"/news/{day:%Y/%m/%d}/council-of-district-{site.number}-meets-about-road-{10_000 + item.number}.html"


def title(site: Site, item: Item) -> str:
    """Headline of an article, the same in all its versions."""
    return f"Council of district {site.number} meets about road number {10_000 + item.number}"


def article(site: Site, item: Item, version: int) -> bytes:
    """The page of one version of an article."""
    dice = random.Random(site.number * 100_003 + item.number)  # noqa: S311
    town, day = dice.choice(_TOWNS), _at(item.published)
    told = [
        f"The council of district {site.number} in {town} met on Tuesday to talk about road {10_000 + item.number}, "
        f"which has been closed since the spring, and adjourned after {dice.randint(2, 9)} hours without a vote.",
        f"Shop owners along the road had asked for an answer by the end of the month, {dice.choice(_SAID)}. "
        "The next session is planned for the coming week, and the public may attend it.",
    ]
    if dice.random() < 0.15:
        told.insert(
            0, f"A bomb exploded near a market in {town} on {day:%B %d, %Y}, killing {dice.randint(1, 9)} people and "
            f"injuring {version + 10} others, {dice.choice(_SAID)}.",
        )  # fmt: skip
    told.append(f"This report was brought up to date {version} times; {dice.randint(100, 999)} residents were asked.")
    text = "".join(f"<p>{html.escape(part)}</p>" for part in told)
    head = html.escape(title(site, item))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{head}</title>'
        f'<meta property="article:published_time" content="{day.isoformat()}"></head>'
        f"<body><nav><a href='/news/'>News</a></nav><article><h1>{head}</h1>{text}</article></body></html>"
    ).encode()


def _at(stamp: float) -> datetime:
    return datetime.fromtimestamp(int(stamp), UTC) + timedelta()


async def _send(
    writer: asyncio.StreamWriter, status: str, kind: str = "text/plain", body: bytes = b"", more: str = ""
) -> None:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{more}\r\n"
    )
    writer.write(head.encode() + body)
    await writer.drain()
