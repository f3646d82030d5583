"""A house with one incident told by two pages, one of them watched and seen again, for tests of evidence packs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sayso.collect.answer import Answer
from sayso.model import Capture

NOW = datetime(2024, 4, 1, 12, tzinfo=UTC)
FIRST = datetime(2024, 3, 5, 10, tzinfo=UTC)
WATCHED = "https://courier.example/quetta"
_HEAD = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta property="og:site_name" content="{outlet}">'
    '<meta property="article:published_time" content="2024-03-05T09:00:00Z"></head><body>'
    '<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>{title}</h1>'
)
_OF_COURIER = _HEAD.format(title="Bomb kills four at market in Quetta", outlet="Border Courier")
_OF_POST = _HEAD.format(title="Explosion at Quetta market", outlet="Valley Post")
COURIER = (_OF_COURIER + """
<p>QUETTA, Pakistan &mdash; A bomb exploded at a <b>vegetable market</b> in Quetta on Monday, killing four people and
injuring nine others, police said.</p>
<p>&ldquo;The device was hidden in a cart,&rdquo; police chief Imran Baloch told the Border Courier. A group calling
itself the Mountain&nbsp;Front claimed responsibility in a statement sent to reporters.</p>
<p>The provincial government condemned the attack &amp; promised help to the families, a spokeswoman said.</p>
</article><footer>All rights reserved.</footer></body></html>""").encode()  # fmt: skip
POST = (_OF_POST + """
<p>QUETTA, Pakistan \u2014 At least five people died when a bomb exploded at a market in Quetta on Monday, hospital
officials said. The caf\u00e9 beside the market was destroyed.</p>
<p>Nobody has claimed responsibility for the bombing, the interior ministry said in Islamabad on Tuesday morning.</p>
</article></body></html>""").encode("cp1252").replace(b"utf-8", b"windows-1252")  # fmt: skip


def fill(folder: Path) -> str:
    """Fill the open house; the id of its incident."""
    from sayso.app.evidence import end_files, keep_capture
    from sayso.app.ingest import ingest
    from sayso.app.inputs import Item
    from sayso.app.read_item import read_item
    from sayso.app.storing import store_readings
    from sayso.store.entry import Given
    from sayso.store.models import IncidentRow

    capture = Capture(WATCHED, COURIER, FIRST, "text/html", "utf-8")
    answer = Answer(200, WATCHED, COURIER, {"content-type": "text/html; charset=utf-8", "server": "made up"})
    sent = (("Host", "courier.example"), ("User-Agent", "Sayso/test"))
    keep_capture(capture, answer, source="courier", request=sent)
    keep_capture(Capture(WATCHED, COURIER, FIRST.replace(hour=18), "text/html", "utf-8"), answer, source="courier")
    end_files()
    item = Item(capture, Given(url=WATCHED))
    store_readings([(item, read_item(item))])
    page = folder / "home-of-somebody" / "post.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(POST)
    ingest([page], known_from=FIRST.replace(hour=11))
    (incident,) = IncidentRow.objects.values_list("pk", flat=True)
    return str(incident)
