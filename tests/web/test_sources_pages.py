"""The pages of sources as a client sees them: what they say, what they refuse, what they never show."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sayso.model.source import LookState, Seen, Source
from small_web import SmallWeb, item, rss, small_web

NOW = datetime.now(UTC)
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallWeb]:
    """A small web that whoever started the desk allows by name."""
    with small_web() as made:
        monkeypatch.setenv("SAYSO_ALLOW_HOSTS", made.host)
        yield made


def ask(path: str, data: dict[str, Any] | None = None, status: int = 200, follow: bool = True) -> str:
    from django.test import Client

    client = Client(raise_request_exception=False)
    answer = client.get(path) if data is None else client.post(path, data, follow=follow)
    assert answer.status_code == status, (path, answer.status_code)
    return re.sub(r"\s+", " ", answer.content.decode())


def source(id: str = "steppe", **more: Any) -> Source:
    from sayso.store.sources import save_source

    made = Source(id, more.pop("name", id.title()), "feed", f"https://{id}.example/feed", **more)
    save_source(made, "test", NOW - timedelta(days=10))
    return made


def look(id: str, outcome: str = "new", new: int = 0, at: datetime | None = None, **more: Any) -> None:
    from sayso.store.sources import HeldLook, keep_look

    at = at or NOW
    reason, note = more.get("reason", ""), more.get("note", "")
    keep_look(HeldLook(id, at, outcome, reason, note, 5, new, 40, at + timedelta(hours=1)), LookState())


def found(page: str) -> str:
    return re.search(r'name="found" value="([^"]+)"', page).group(1)  # type: ignore[union-attr]


def test_an_empty_list_says_what_to_do(ledger: Path) -> None:
    page = ask("/sources")
    assert "Nothing is watched yet" in page
    assert 'action="/sources/find"' in page


def test_those_that_need_a_person_come_first_with_word_and_reason(ledger: Path) -> None:
    for id in ("alpha", "bravo", "carol"):
        source(id)
    look("alpha", new=3)
    look("bravo", "blocked", reason="robots")
    source("delta", paused=True)
    page = ask("/sources")
    at = [page.index(f"/source/{id}") for id in ("bravo", "carol", "alpha", "delta")]
    assert at == sorted(at)
    for word in ("blocked", "new", "healthy", "paused"):
        assert f">{word}</span>" in page
    assert "its robots.txt does not allow it" in page


def test_a_day_on_which_nobody_looked_is_not_a_day_without_news(ledger: Path) -> None:
    source()
    for back, new in ((4, 0), (3, 4), (1, 0)):
        look("steppe", "new" if new else "unchanged", new, NOW - timedelta(days=back))
    strip = re.search(r'<svg class="strip".*?</svg>', ask("/sources")).group(0)  # type: ignore[union-attr]
    kinds = re.findall(r"mark is-(\w+)", strip)
    assert kinds == ["none"] * 9 + ["flat", "bar", "cross", "flat", "cross"]
    assert "nobody got there" in strip


def test_an_address_is_looked_at_shown_and_saved(ledger: Path, web: SmallWeb) -> None:
    web.put("/feed", rss(*[item(n) for n in range(1, 8)]), "application/rss+xml")
    page = ask("/sources/find", {"address": f"{web.base}/feed"})
    assert page.count("Ferry number") == 5
    page = ask("/sources/save", {"found": found(page), "choice": "0", "name": "River", "expected": "3", "keep": "90"})
    assert "<h1>River</h1>" in page
    from sayso.app.sources import list_sources

    saved = list_sources()[0].source
    assert (saved.name, saved.expected_per_day, saved.keep_days) == ("River", 3.0, 90)
    assert saved.allow_hosts == (web.host,)


def test_another_way_to_watch_an_address_can_be_chosen(ledger: Path, web: SmallWeb) -> None:
    web.put("/feed.xml", rss(*[item(n) for n in range(1, 8)]), "application/rss+xml")
    links = "".join(
        f"<h2><a href='/2026/11/{n:02d}/ferry-runs-aground'>Ferry {n} runs aground</a></h2>" for n in range(1, 9)
    )
    head = "<title>River</title><link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
    web.put("/", f"<html><head>{head}</head><body>{links}</body></html>")
    page = ask("/sources/find", {"address": web.base})
    assert 'class="kind">feed' in page
    other = re.search(r'href="(/sources/add\?found=[^"]+choice=1)"', page).group(1)  # type: ignore[union-attr]
    page = ask(other.replace("&amp;", "&"))
    assert 'class="kind">page' in page
    ask("/sources/save", {"found": found(page), "choice": "1", "name": "River"})
    from sayso.app.sources import list_sources

    assert list_sources()[0].source.kind == "page"


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/feed", "http://169.254.169.254/latest", "http://[::1]/"])
def test_what_is_not_public_is_refused_in_place(ledger: Path, address: str) -> None:
    page = ask("/sources/find", {"address": address}, 400)
    alert = re.search(r'role="alert".*?</p>', page).group(0)  # type: ignore[union-attr]
    assert "is not on the public Internet" in alert
    assert f'value="{address}"' in page


@pytest.mark.parametrize(
    "address", ["/etc", "file:///etc/passwd", "~", "", "ftp://example.org/", "javascript:alert(1)"]
)
def test_only_addresses_of_the_web_are_taken(ledger: Path, address: str) -> None:
    page = ask("/sources/find", {"address": address}, 400)
    assert "address" in re.search(r'role="alert".*?</p>', page).group(0)  # type: ignore[union-attr]


def test_a_number_that_is_none_is_said_beside_the_form(ledger: Path, web: SmallWeb) -> None:
    web.put("/feed", rss(item(1)), "application/rss+xml")
    page = ask("/sources/find", {"address": f"{web.base}/feed"})
    page = ask("/sources/save", {"found": found(page), "name": "River", "expected": "many"}, 400)
    assert "“many” is no number for items a day" in page
    assert 'value="many"' in page
    ask("/sources/save", {"found": found(page), "name": "River", "expected": "2"})
    assert "River" in ask("/sources")


def test_what_was_found_too_long_ago_is_asked_for_again(ledger: Path) -> None:
    assert "no longer at hand" in ask("/sources/save", {"found": "gone", "name": "x"}, 400)


def test_finding_out_ends_in_time_and_leaves_the_other_pages_alone(
    ledger: Path, web: SmallWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.app import find_sources
    from sayso.model import SaysoError

    monkeypatch.setattr(find_sources, "TIME_S", 1.0)
    slow = SlowWeb()
    monkeypatch.setenv("SAYSO_ALLOW_HOSTS", slow.host)
    began = time.monotonic()
    with pytest.raises(SaysoError):
        find_sources.find_out(f"http://{slow.host}/")
    assert time.monotonic() - began < 8
    slow.close()
    with find_sources._a_turn(), find_sources._a_turn(), pytest.raises(SaysoError, match="right now"):
        find_sources.find_out("https://steppe.example/")


class SlowWeb:
    """A host that takes the line and never answers."""

    def __init__(self) -> None:
        import socket

        self.line = socket.create_server(("127.0.0.1", 0))
        self.host = f"127.0.0.1:{self.line.getsockname()[1]}"

    def close(self) -> None:
        self.line.close()


def test_every_deed_needs_the_token_of_its_page(ledger: Path) -> None:
    from django.test import Client

    source()
    client = Client(enforce_csrf_checks=True)
    for path in ("/sources/find", "/sources/save", "/sources/take-in", *deeds()):
        assert client.post(path, {}).status_code == 403, path
        assert client.get(path).status_code in (404, 405), path


def deeds() -> list[str]:
    return [f"/source/steppe/{deed}" for deed in ("change", "pause", "resume", "remove")]


def test_a_source_is_changed_paused_resumed_and_removed(ledger: Path) -> None:
    source()
    page = ask("/source/steppe/change", {"name": "The Steppe", "expected": "2.5", "keep": ""})
    assert "<h1>The Steppe</h1>" in page
    assert 'value="2.5"' in page
    assert ">paused</span>" in ask("/source/steppe/pause", {})
    assert ">paused</span>" not in ask("/source/steppe/resume", {})
    page = ask("/source/steppe/remove", {})
    assert "is no longer watched" in page
    ask("/source/steppe", status=404)


def test_a_source_that_moved_by_itself_says_so_and_goes_back(ledger: Path) -> None:
    from sayso.store.sources import move_on, sources

    move_on(source(), "https://news.example/feed", NOW - timedelta(hours=3))
    page = ask("/source/steppe")
    assert "It moved here by itself" in page
    assert "3 h ago" in page
    assert "https://steppe.example/feed redirects here for good" in page
    page = ask("/source/steppe/back", {})
    assert sources()["steppe"].address == "https://steppe.example/feed"
    assert "It moved here" not in page


def test_who_changed_a_source_is_kept(ledger: Path) -> None:
    from django.test import Client

    from sayso.store.sources import source_history

    source()
    client = Client()
    client.cookies["sayso_reviewer"] = "Ann"
    client.post("/source/steppe/pause")
    assert source_history("steppe")[-1][1] == "Ann"


def test_a_source_of_the_file_is_changed_there_only(ledger: Path) -> None:
    (ledger / "sayso.toml").write_text(
        '[[source]]\nid = "river"\nname = "River"\naddress = "https://river.example/feed"\n'
    )
    page = ask("/source/river")
    assert "sayso.toml" in page
    assert "/source/river/change" not in page
    assert "stands in sayso.toml" in ask("/source/river/pause", {}, 400)


def test_looks_are_told_with_outcome_and_reason(ledger: Path) -> None:
    source()
    for number in range(60):
        why = {"reason": "timeout", "note": "no answer in 20 s"} if number % 20 == 0 else {}
        look("steppe", "failing" if why else "new", number % 3, NOW - timedelta(hours=60 - number), **why)
    page = ask("/source/steppe")
    strip = page.split('class="looks-chart"')[1].split("</svg>")[0]
    assert len(re.findall("mark is-", strip)) == 50
    assert re.findall("mark is-cross", strip) == ["mark is-cross"] * 2
    assert "Earlier looks" in page
    assert "No answer in 20 s" in page


def test_looks_in_a_row_that_came_to_the_same_are_told_once(ledger: Path) -> None:
    source()
    for hour, outcome in enumerate(["new", "blocked", "blocked", "blocked", "unchanged"]):
        look("steppe", outcome, int(hour == 0), NOW - timedelta(hours=9 - hour))
    table = ask("/source/steppe").split('id="looks-title"')[1].split("</table>")[0]
    assert re.findall(r'class="badge[^"]*">(\w+)', table) == ["unchanged", "blocked", "new"]
    assert "3 looks since" in table


def test_items_are_told_with_what_became_of_them(ledger: Path) -> None:
    from sayso.store import models as rows
    from sayso.store.items import add_items

    source()
    add_items("steppe", [Seen(f"https://steppe.example/{n}", f"Title {n}") for n in range(3)], NOW)
    rows.ItemRow.objects.filter(address__endswith="/1").update(state="refused", reason="paywall")
    rows.ItemRow.objects.filter(address__endswith="/2").update(tries=2, reason="timeout")
    page = ask("/source/steppe")
    assert "Paywall" in page
    assert "could not be had yet (timeout)" in page
    assert "2 to fetch" in page


def test_an_opml_file_is_taken_in_and_given_out(ledger: Path) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    body = (
        '<opml version="2.0"><body><outline text="Gulf" xmlUrl="https://gulf.example/feed"/>'
        '<outline text="Mine" kind="folder" url="/etc"/><outline text="Gulf" xmlUrl="https://gulf.example/feed"/></body></opml>'
    )
    page = ask("/sources/take-in", {"file": SimpleUploadedFile("feeds.opml", body.encode())})
    assert "1 source added" in page
    assert "1 left out" in page
    assert 'xmlUrl="https://gulf.example/feed"' in ask("/sources/opml")
    assert "no OPML" in ask("/sources/take-in", {"file": SimpleUploadedFile("x.opml", b"<html>")}, 400)
    assert "No file was chosen" in ask("/sources/take-in", {}, 400)


def test_no_page_shows_what_gives_access(ledger: Path) -> None:
    from sayso.store.items import add_items
    from sayso.store.sources import save_source

    save_source(Source("steppe", "Steppe", "feed", "https://ann:pw123@steppe.example/feed?token=verysecret"), "test")
    add_items("steppe", [Seen("https://steppe.example/a?api_key=verysecret", "A")], NOW)
    look("steppe", new=1)
    for path in ("/", "/sources", "/source/steppe"):
        page = ask(path)
        assert "Steppe" in page or path == "/"
        assert "verysecret" not in page
        assert "pw123" not in page


def test_nobody_looked_is_said_on_the_list_of_incidents(ledger: Path) -> None:
    assert "No source is watched." in ask("/")
    source("alpha")
    source("bravo")
    assert "nobody has looked yet" in ask("/")
    look("alpha", new=1)
    look("bravo", "blocked", reason="robots", at=NOW - timedelta(minutes=5))
    page = ask("/")
    assert "2 of 2 sources" in page
    assert re.search(r"blocked:</strong>\s*<a href=\"/source/bravo\">Bravo", page)
    assert "Nobody is looking now" in page


def test_a_source_that_nobody_looked_at_for_a_day_is_not_among_those_looked_at(ledger: Path) -> None:
    source("alpha")
    source("bravo")
    look("alpha", new=1)
    look("bravo", new=1, at=NOW - timedelta(hours=30))
    page = ask("/")
    assert "1 of 2 sources" in page
    assert re.search(r"failing:</strong>\s*<a href=\"/source/bravo\">", page)


def test_a_host_is_let_through_only_by_its_name(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.app.find_sources import allowed_for

    monkeypatch.setenv("SAYSO_ALLOW_HOSTS", "intranet:8080, wiki")
    assert allowed_for("http://intranet:8080/feed") == ("intranet:8080",)
    assert allowed_for("http://WIKI/") == ("wiki",)
    for address in (
        "http://intranet/",
        "http://intranet:81/",
        "http://wiki.example/",
        "http://[::1/",
        "http://x@y:port/",
    ):
        assert allowed_for(address) == (), address


def test_as_of_a_time_the_list_says_who_had_looked_then(ledger: Path) -> None:
    source("alpha")
    look("alpha", "failing", at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    look("alpha", new=1)
    page = ask("/?as_of=2026-03-01T13:00")
    assert "1 of 1 source" in page
    assert "not reached at the last look:</strong>" in page
    assert "0 of 1 source" in ask("/?as_of=2026-03-09")
    assert "Nobody was watching any source then." in ask("/?as_of=2026-02-01")
