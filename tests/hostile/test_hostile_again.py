"""What holds beyond the outcome of one request: validators, rules over time, waits, moves, and what never happens."""

from __future__ import annotations

import socket

import pytest
from hostile_again import LATER
from hostile_all import BEHAVIOURS
from hostile_web import ARTICLE, HostileWeb

from sayso.collect.answer import NO_VALIDATORS, Answer, FetchProblem, Validators
from sayso.collect.connect import dial
from sayso.collect.fetch import get
from sayso.collect.politeness import Gate
from sayso.collect.robots import FRESH_S, RETRY_S, STALE_S, RuleBook
from sayso.collect.ways import Ways


def ask(web: HostileWeb, name: str, validators: Validators = NO_VALIDATORS, ways: Ways | None = None) -> Answer:
    url = web.url(BEHAVIOURS[name])
    return get(url, validators=validators, allow_hosts=web.allow_hosts, ways=ways or web.ways())


def trouble(web: HostileWeb, name: str, ways: Ways | None = None) -> FetchProblem:
    with pytest.raises(FetchProblem) as caught:
        ask(web, name, ways=ways)
    return caught.value


def test_an_unchanged_page_is_not_sent_again(web: HostileWeb) -> None:
    first = ask(web, "not-modified")
    assert first.validators == Validators('"v1"', "Mon, 02 Nov 2026 08:00:00 GMT")
    again = ask(web, "not-modified", first.validators)
    assert (again.status, again.not_modified, again.body) == (304, True, b"")
    assert again.validators == first.validators


def test_a_304_that_lies_is_undone_by_asking_for_everything(web: HostileWeb) -> None:
    first = ask(web, "not-modified-lie")
    assert ask(web, "not-modified-lie", first.validators).not_modified
    assert ask(web, "not-modified-lie").body == LATER


def test_a_304_for_another_version_is_asked_again_in_full(web: HostileWeb) -> None:
    first = ask(web, "not-modified-another")
    again = ask(web, "not-modified-another", first.validators)
    assert (again.not_modified, again.body) == (False, LATER)


def test_the_body_of_a_304_is_not_taken(web: HostileWeb) -> None:
    first = ask(web, "not-modified-with-body")
    assert ask(web, "not-modified-with-body", first.validators).body == b""


def test_weak_and_packed_etags_are_the_same_version(web: HostileWeb) -> None:
    assert ask(web, "not-modified-weak", Validators('"v1"')).not_modified


def test_strange_validators_are_not_kept(web: HostileWeb) -> None:
    assert ask(web, "validators-strange").validators == NO_VALIDATORS


def test_a_validator_never_adds_a_header(web: HostileWeb) -> None:
    assert ask(web, "not-modified", Validators('"a"\r\nX-Injected: 1')).body == ARTICLE
    assert not any("x-injected" in headers for _, _, headers in web.asked)


@pytest.mark.parametrize(("name", "moved_to"), [("moved", "/b"), ("moved-for-now", "")])
def test_only_permanent_redirects_move_a_source(web: HostileWeb, name: str, moved_to: str) -> None:
    answer = ask(web, name)
    base = web.url(BEHAVIOURS[name]).removesuffix("/news")
    assert answer.moved_to == (base + moved_to if moved_to else "")
    assert answer.redirects == (f"{base}/news", f"{base}/a")
    assert answer.url == f"{base}/b"


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("status-429-seconds", 120, 120), ("status-429-date", 250, 300), ("status-429-past-date", 0, 0),
     ("status-429-huge", 86_400, 86_400), ("status-503", 60, 60), ("robots-429", 30, 30)],
)  # fmt: skip
def test_retry_after_is_read_and_bounded(web: HostileWeb, name: str, low: int, high: int) -> None:
    assert low <= (trouble(web, name).retry_after_s or 0) <= high


@pytest.mark.parametrize("name", ["status-429-garbage", "status-429-negative", "status-429-silent"])
def test_retry_after_that_says_nothing_is_unknown(web: HostileWeb, name: str) -> None:
    assert trouble(web, name).retry_after_s is None


@pytest.mark.parametrize("name", ["status-429-seconds", "status-429-silent", "status-503", "robots-429"])
def test_a_host_that_asks_for_rest_is_left_alone(web: HostileWeb, name: str) -> None:
    ways = web.ways(gate=Gate(0.0), patience_s=1.0)
    trouble(web, name, ways)
    before = len(web.asked)
    assert trouble(web, name, ways).reason == "rate_limited"
    assert len(web.asked) == before


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def rules_over_time(web: HostileWeb, name: str, *times: float) -> list[bool]:
    """Whether the page could be had at each of ``times`` (seconds)."""
    clock = Clock()
    ways = web.ways(rules=RuleBook(clock))
    had = []
    for clock.now in times:
        try:
            ask(web, name, ways=ways)
            had.append(True)
        except FetchProblem as problem:
            had.append(not problem.reason.startswith("robots"))
    return had


@pytest.mark.parametrize(
    ("name", "had"),
    [("robots-close-later", [True, True, False]), ("robots-open-later", [False, False, True]),
     ("robots-vanish-later", [False, False, True])],
)  # fmt: skip
def test_changed_rules_count_after_a_day(web: HostileWeb, name: str, had: list[bool]) -> None:
    assert rules_over_time(web, name, 0, FRESH_S - 1, FRESH_S + 1) == had


def test_known_rules_stand_in_for_broken_ones_for_a_week(web: HostileWeb) -> None:
    times = [0, FRESH_S + 1, FRESH_S + RETRY_S + 2, STALE_S + FRESH_S]
    assert rules_over_time(web, "robots-break-later", *times) == [True, True, True, False]


def test_a_crawl_delay_is_kept(web: HostileWeb) -> None:
    gate = Gate(0.0)
    ask(web, "robots-slow-us-down", ways=web.ways(gate=gate))
    assert 5 < gate.wait_s(BEHAVIOURS["robots-slow-us-down"].host) <= 7


@pytest.mark.parametrize(
    "name",
    ["status-404", "status-200-empty", "robots-refuses", "closes-in-body", "dns-unknown", "status-429-seconds",
     "redirect-with-password", "redirect-to-file", "tls-expired", "header-without-colon"],
)  # fmt: skip
def test_what_gives_access_is_in_no_message(web: HostileWeb, name: str) -> None:
    url = web.url(BEHAVIOURS[name], "/news?access_token=s3cr3t&page=2#key=s3cr3t")
    with pytest.raises(FetchProblem) as caught:
        get(url, allow_hosts=web.allow_hosts, ways=web.ways())
    assert "s3cr3t" not in str(caught.value)
    assert "secret@" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_no_private_address_is_ever_asked(web: HostileWeb) -> None:
    forbidden = [b for b in BEHAVIOURS.values() if b.reason == "private_address"]
    assert len(forbidden) > 20
    for behaviour in forbidden:
        trouble(web, behaviour.name) if behaviour.how == "get" else None
    assert not [path for _, path, _ in web.asked if path == "/secret"]


def test_no_cookie_is_kept_and_we_say_who_we_are(web: HostileWeb) -> None:
    ways = web.ways()
    ask(web, "cookie-flood", ways=ways)
    ask(web, "cookie-flood", ways=ways)
    mine = [headers for name, _, headers in web.asked if name == "cookie-flood"]
    assert len(mine) == 3  # robots.txt once
    assert not [headers for headers in mine if "cookie" in headers or "authorization" in headers]
    assert all(headers["user-agent"].startswith("Sayso/") for headers in mine)
    assert all(headers["accept-encoding"] == "gzip, deflate" for headers in mine)


def test_a_name_that_changes_its_address_between_robots_and_page(web: HostileWeb) -> None:
    """Looked up once for both; the line goes to the address that was checked, and a later look is checked anew."""
    answers = iter([["93.184.215.14"], ["127.0.0.1"]])
    lines: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        return next(answers)

    def to_loopback(ip: str, port: int, seconds: float) -> socket.socket:
        lines.append(ip)
        return dial("127.0.0.1", web.ports["plain"], seconds)

    ways = Ways(look_up=look_up, dial=to_loopback, trust=web.trust)
    assert get("http://rebinding.hostile-web.org/", ways=ways).body == ARTICLE
    assert lines == ["93.184.215.14", "93.184.215.14"]
    with pytest.raises(FetchProblem) as caught:
        get("http://rebinding.hostile-web.org/", ways=ways)
    assert caught.value.reason == "private_address"
    assert len(lines) == 2
