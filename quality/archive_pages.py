"""Made-up news pages for measuring archives: an article amid what stands around one, the same for the same number.

Every tenth page reports an incident of the made-up stream (``quality.stream``); the others tell of everyday matters. No
sentence comes from a real text.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import cycle, islice
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from quality.stream import stream

INCIDENTS = 10
"""One page in so many reports an incident."""
_START = datetime(2024, 1, 1, 6, tzinfo=UTC)
_WHO = ("The town council", "A panel of teachers", "The harbour office", "A choir of pensioners", "The library board")
_DID = ("agreed on", "put off", "asked for", "turned down", "paid for", "wrote a letter about")
_WHAT = ("a new roof for the market hall", "the timetable of the night buses", "a bridge for cyclists",
         "the price of school meals", "a bench beside the old mill", "the opening hours of the museum")  # fmt: skip
_WHY = ("after a long evening of talk", "because the budget allows it this year", "although few had expected it",
        "as the mayor had promised in spring", "following a walk through the quarter")  # fmt: skip
_EVERYDAY = """
people officials city area residents local reports morning evening road building week month region district number
several many part centre streets families children members leaders services work workers company office public house
day night help plan support water food school market law year world life home side way long short open large small old
young new main likely clear difficult common single whole free second third last next recent current central northern
bread garden river choir teacher music paper letter window table season harvest station ticket library painting summer
winter kitchen bicycle football theatre museum village meadow orchard pension lesson budget meeting minutes drawing
"""
_PLAIN = tuple(_EVERYDAY.split())
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{time}">
<script>window.settings = {settings};</script><style>{style}</style></head><body>
<header><a href="/">{outlet}</a><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By our reporter</p><time datetime="{time}">{time}</time>
{paragraphs}<figure><img src="/i/{n}.jpg" alt=""><figcaption>The street in the morning</figcaption></figure></article>
<aside><h2>Related</h2><ul>{related}</ul></aside>
<form><p>Sign up for our newsletter and get the news every morning.</p><input type="email"></form></main>
<footer><p>Copyright {outlet}. All rights reserved.</p><ul>{menu}</ul></footer>
<script>{script}</script></body></html>"""


def write_archive(path: Path, number: int) -> int:
    """Write a WARC file of ``number`` pages, each with its request and a picture; the size of the file in bytes."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "made up"}))
        for n, (url, at, body) in enumerate(pages(number)):
            date = at.isoformat().replace("+00:00", "Z")
            _response(writer, url, body, "text/html; charset=utf-8", date)
            _response(writer, f"https://example.org/i/{n}.jpg", bytes(2_000), "image/jpeg", date)
    return path.stat().st_size


def _response(writer: WARCWriter, url: str, body: bytes, kind: str, date: str) -> None:
    http = StatusAndHeaders("200 OK", [("Content-Type", kind), ("Server", "made up")], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        url, "response", payload=io.BytesIO(body), length=len(body), http_headers=http,
        warc_headers_dict={"WARC-Date": date},
    )  # fmt: skip
    writer.write_record(record)


def pages(number: int) -> Iterator[tuple[str, datetime, bytes]]:
    """(address, time, HTML) of made-up pages."""
    told = cycle(one.reading.document.text for one in islice(stream(max(50, number // INCIDENTS)), 20_000))
    for n in range(number):
        dice = random.Random(n)  # noqa: S311
        outlet = f"{dice.choice(('Daily', 'Evening', 'Coast', 'Valley'))} {dice.choice(('Post', 'Courier', 'Star'))}"
        text = next(told) if n % INCIDENTS == 0 else _everyday(n, dice)
        at = _START + timedelta(seconds=37 * n)
        yield f"https://example.org/{n}/story.html", at, _page(n, outlet, text, at, dice).encode()


def _everyday(n: int, dice: random.Random) -> str:
    """Most sentences are of their own: pages of which each shares sentences with all others would be one big copy."""
    lines = [f"{dice.choice(_WHO)} {dice.choice(_DID)} {dice.choice(_WHAT)}, page {n}"]
    for _ in range(dice.randint(4, 9)):
        said = f"{dice.choice(_WHO)} {dice.choice(_DID)} {dice.choice(_WHAT)} {dice.choice(_WHY)}"
        own = [" ".join(dice.choices(_PLAIN, k=dice.randint(9, 20))) for _ in range(dice.randint(1, 3))]
        lines.append(" ".join([f"{said}, {own[0]}.", *(f"{o.capitalize()}." for o in own[1:])]))
    return "\n\n".join(lines)


def _page(n: int, outlet: str, text: str, at: datetime, dice: random.Random) -> str:
    title, *rest = [part.strip() for part in text.replace("\n\n", "\n").split("\n") if part.strip()]
    title, rest = (title[:90], rest) if rest else (f"News of the day {n}", [title])
    menu = "".join(f'<li><a href="/{w}">{w.title()}</a></li>' for w in ("news", "sport", "weather", "culture") * 5)
    related = "".join(f'<li><a href="/{k}">{dice.choice(_WHO)} {dice.choice(_DID)} more</a></li>' for k in range(12))
    return _PAGE.format(
        n=n, title=escape(title), outlet=outlet, time=at.isoformat(), menu=menu, related=related,
        paragraphs="".join(f"<p>{escape(part)}</p>\n" for part in rest), settings='{"a": 1}',
        style=".a{color:#123}" * 200, script="var a = 1; " * 700,
    )  # fmt: skip
