"""One host, one spelling; what may be asked, and what never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.address import parse, resolve
from sayso.collect.answer import FetchProblem
from sayso.collect.public import is_public, special_name
from sayso.model import SaysoError


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("http://EXAMPLE.org/", "example.org"),
        ("http://example.org./", "example.org"),
        ("http://bücher.example.org/", "xn--bcher-kva.example.org"),
        ("http://ｅｘａｍｐｌｅ.org/", "example.org"),
        ("http://example。org/", "example.org"),
        ("http://127.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0x7f.0.0.1/", "127.0.0.1"),
        ("http://0X7F000001/", "127.0.0.1"),
        ("http://0177.0.0.1/", "127.0.0.1"),
        ("http://①②⑦.⓪.⓪.①/", "127.0.0.1"),
        ("http://127。0。0。1/", "127.0.0.1"),
        ("http://169.254.43518/", "169.254.169.254"),
        ("http://[0:0:0:0:0:0:0:1]/", "::1"),
        ("http://[::FFFF:127.0.0.1]/", "::ffff:7f00:1"),
    ],
)
def test_spellings_of_a_host(written: str, host: str) -> None:
    assert parse(written).host == host


@pytest.mark.parametrize(
    "url",
    ["http://", "http:///a", "http://a..b/", "http://.example.org/", "http://exa mple.org/", "http://ex%61mple.org/",
     "http://1.2.3.4.5/", "http://256.256.256.256/", "http://0x/", "http://example.org:0/", "http://example.org:99999/",
     "http://example.org:port/", "http://[::1/", "http://[fe80::1%25eth0]/", "http://[v1.a]/", "http://-a.org/",
     "http://a\x00.org/", "http://example.org/\x07", "http://example.org\\@127.0.0.1/", "http://user@example.org/",
     "http://@example.org/", "http://:@example.org/", "//example.org/", "ftp://example.org/", "file:///etc/passwd",
     "javascript:alert(1)", "data:text/html,x", "http://" + "a" * 300 + ".org/", "http://example.org/" + "a" * 9_000,
     "http://xn--a\ud800.org/", "http://example.org\t.evil.org/", ""],
)  # fmt: skip
def test_no_address(url: str) -> None:
    with pytest.raises(FetchProblem) as caught:
        parse(url)
    assert caught.value.reason == "bad_address"
    assert len(str(caught.value).splitlines()) == 1


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_a_problem(text: str) -> None:
    for url in (text, f"http://{text}", f"http://example.org/{text}"):
        try:
            address = parse(url)
        except FetchProblem:
            continue
        assert parse(address.url) == address
        assert address.target.isascii()


@pytest.mark.parametrize(
    "ip",
    ["192.88.99.1", "168.63.129.16", "100.100.100.200", "198.18.0.1", "240.0.0.1", "192.0.0.192", "203.0.113.9",
     "fec0::1", "fd00:ec2::254", "2001:0:4136:e378::1", "2001:db8::1", "3fff::1", "5f00::1", "100::1", "ff02::1",
     "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:a9fe:a9fe::1",
     "2606:2800:220:1:0:5efe:a00:1", "2606:2800:220:1:200:5efe:a00:1", "fe80::1%eth0", "example.org", "", "1.2.3"],
)  # fmt: skip
def test_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2a00:1450:4001::1"]
)
def test_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "host",
    ["localhost", "a.localhost", "intranet", "printer.local", "metadata.google.internal", "router.home.arpa", "a.onion",
     "nas.lan"],
)  # fmt: skip
def test_names_that_are_never_public_are_not_even_looked_up(host: str) -> None:
    def look_up(name: str, port: int) -> list[str]:
        raise AssertionError(name)

    assert special_name(host)
    with pytest.raises(FetchProblem) as caught:
        resolve(parse(f"http://{host}/"), look_up=look_up)
    assert caught.value.reason == "private_address"


def private(host: str, port: int) -> list[str]:
    return ["10.0.0.1"]


@pytest.mark.parametrize("allowed", ["intranet.example.org", "intranet.example.org:8080"])
def test_a_private_host_is_let_through_by_its_name(allowed: str) -> None:
    assert resolve(parse("http://intranet.example.org:8080/"), {allowed}, private) == ["10.0.0.1"]


@pytest.mark.parametrize("allowed", ["10.0.0.1", "example.org", "intranet.example.org:80", "INTRANET", ""])
def test_nothing_else_lets_it_through(allowed: str) -> None:
    with pytest.raises(FetchProblem):
        resolve(parse("http://intranet.example.org:8080/"), {allowed}, private)


@pytest.mark.parametrize("port", [22, 25, 3306, 6379, 11211])
def test_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(SaysoError, match="not on the public Internet"):
        resolve(parse(f"http://example.org:{port}/"), look_up=lambda host, port: ["93.184.215.14"])


@pytest.mark.parametrize("port", [80, 443, 8000, 8080, 8443, 81])
def test_ports_of_web_servers_are_not(port: int) -> None:
    assert resolve(parse(f"http://news.org:{port}/"), look_up=lambda host, port: ["93.184.215.14"])


def test_many_addresses_are_cut_but_all_are_checked() -> None:
    ips = [f"93.184.215.{n}" for n in range(20)]
    assert len(resolve(parse("http://news.org/"), look_up=lambda host, port: ips)) == 8
    with pytest.raises(FetchProblem):
        resolve(parse("http://news.org/"), look_up=lambda host, port: [*ips, "10.0.0.1"])
