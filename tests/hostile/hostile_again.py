"""Hosts that behave one way at first and another way later, or that answer a conditional request wrongly."""

from __future__ import annotations

from hostile_ways import hops
from hostile_web import ARTICLE, Behaviour, Talk

LATER = ARTICLE.replace(b"Two people", b"Three people")
KEEP_OUT = b"User-agent: *\nDisallow: /\n"


def _not_modified(talk: Talk) -> None:
    if talk.headers.get("if-none-match") == '"v1"' or talk.headers.get("if-modified-since"):
        talk.head("304 Not Modified", ETag='"v1"')
    else:
        talk.answer(ETag='"v1"', Last_Modified="Mon, 02 Nov 2026 08:00:00 GMT")


def _lies(talk: Talk) -> None:
    """Says "not modified" to whoever asks so, although the page changed."""
    if "if-none-match" in talk.headers:
        talk.head("304 Not Modified")
    else:
        talk.answer(ARTICLE if talk.times == 1 else LATER, ETag='"same"')


def _another(talk: Talk) -> None:
    """A cache that answers 304 for a version that nobody asked about."""
    if "if-none-match" in talk.headers:
        talk.head("304 Not Modified", ETag='"v2"')
    else:
        talk.answer(ARTICLE if talk.times == 1 else LATER, ETag=f'"v{talk.times}"')


def _with_body(talk: Talk) -> None:
    if "if-none-match" in talk.headers:
        talk.answer(LATER, "304 Not Modified", ETag='"v1"')
    else:
        talk.answer(ETag='"v1"')


def _strange(talk: Talk) -> None:
    talk.answer(ETag='"' + "x" * 5_000 + '"', Last_Modified="caf\xe9")


def _weak(talk: Talk) -> None:
    if "if-none-match" in talk.headers:
        talk.head("304 Not Modified", ETag='W/"v1-gzip"')
    else:
        talk.answer(ETag='"v1"')


def _first_open(talk: Talk) -> None:
    talk.answer(b"" if talk.times == 1 else KEEP_OUT, Content_Type="text/plain")


def _first_closed(talk: Talk) -> None:
    talk.answer(KEEP_OUT if talk.times == 1 else b"", Content_Type="text/plain")


def _then_broken(talk: Talk) -> None:
    talk.answer(b"User-agent: *\nDisallow: /private\n", "200 OK" if talk.times == 1 else "503 Down")


def _then_gone(talk: Talk) -> None:
    talk.answer(KEEP_OUT, "200 OK" if talk.times == 1 else "404 Not Found")


BEHAVIOURS = [
    Behaviour("not-modified", "got", "", _not_modified),
    Behaviour("not-modified-lie", "got", "", _lies),
    Behaviour("not-modified-another", "got", "", _another),
    Behaviour("not-modified-with-body", "got", "", _with_body),
    Behaviour("not-modified-weak", "got", "", _weak),
    Behaviour("validators-strange", "got", "", _strange),
    Behaviour("moved", "got", "", hops("301 /a", "308 /b")),
    Behaviour("moved-for-now", "got", "", hops("301 /a", "302 /b")),
    Behaviour("robots-close-later", "got", "", robots=_first_open),
    Behaviour("robots-open-later", "blocked", "robots", robots=_first_closed),
    Behaviour("robots-break-later", "got", "", robots=_then_broken),
    Behaviour("robots-vanish-later", "blocked", "robots", robots=_then_gone),
    Behaviour("robots-slow-us-down", "got", "", robots=lambda t: t.answer(b"User-agent: *\nCrawl-delay: 7\n")),
]


def _healthy(talk: Talk) -> None:
    """A feed of three items, each with its page, as healthy hosts have."""
    if talk.path != "/news":
        talk.answer(
            ARTICLE.replace(b"Two people", b"Page %s of %s: two people" % (talk.path.encode(), talk.name.encode()))
        )
        return
    home = f"http://{talk.headers['host']}"
    items = "".join(f"<item><title>Bridge {n}</title><link>{home}/{n}</link></item>" for n in range(3))
    talk.answer(f'<rss version="2.0"><channel><title>{talk.name}</title>{items}</channel></rss>'.encode())


HEALTHY = [Behaviour(f"healthy-{n}", "new", "", _healthy, how="feed", items=3) for n in range(10)]
