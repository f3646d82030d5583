"""Fetching one address: a real server on this machine, let through by name."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.collect.address import is_public, parse, resolve
from sayso.collect.fetch import fetch
from sayso.model import SaysoError

PAGE = b"<html><body><p>Two people were hurt when a bridge gave way.</p></body></html>"
Route = Callable[[BaseHTTPRequestHandler], None]


def answer(handler: BaseHTTPRequestHandler, status: int = 200, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class Server:
    """Routes by path; paths without a route answer 404."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[tuple[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers.get("User-Agent", "")))
                route = outer.routes.get(self.path)
                route(self) if route else answer(self, 404)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.http.server_port}"
        self.base = f"http://{self.host}"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield made
    made.http.shutdown()
    made.http.server_close()


def get(server: Server, path: str, **options: float) -> object:
    return fetch(server.base + path, allow_hosts={server.host}, **options)  # type: ignore[arg-type]


def test_gives_the_bytes_with_type_and_charset(server: Server) -> None:
    server.routes["/a"] = lambda h: answer(h, body=PAGE, Content_Type="text/html; charset=ISO-8859-2")
    capture = fetch(server.base + "/a", allow_hosts={server.host})
    assert (capture.body, capture.media_type, capture.charset) == (PAGE, "text/html", "iso-8859-2")
    assert capture.address == server.base + "/a"
    assert capture.known_from.tzinfo is not None


def test_names_itself(server: Server) -> None:
    server.routes["/a"] = lambda h: answer(h, body=PAGE)
    get(server, "/a")
    assert server.asked[0][0] == "/robots.txt"
    assert all(agent.startswith("Sayso/") for _, agent in server.asked)


def test_obeys_robots_txt(server: Server) -> None:
    server.routes["/robots.txt"] = lambda h: answer(h, body=b"User-agent: *\nDisallow: /private\n")
    server.routes["/private/a"] = lambda h: answer(h, body=PAGE)
    server.routes["/open"] = lambda h: answer(h, body=PAGE)
    assert get(server, "/open")
    with pytest.raises(SaysoError, match=r"robots\.txt"):
        get(server, "/private/a")
    assert "/private/a" not in [path for path, _ in server.asked]


def test_keeps_away_when_robots_txt_fails(server: Server) -> None:
    server.routes["/robots.txt"] = lambda h: answer(h, 503)
    server.routes["/a"] = lambda h: answer(h, body=PAGE)
    with pytest.raises(SaysoError, match=r"robots\.txt"):
        get(server, "/a")


def test_follows_redirects_and_gives_the_last_address(server: Server) -> None:
    server.routes["/old"] = lambda h: answer(h, 301, Location="/new?x=1")
    server.routes["/new?x=1"] = lambda h: answer(h, body=PAGE)
    assert fetch(server.base + "/old", allow_hosts={server.host}).address == server.base + "/new?x=1"


def test_ends_a_circle_of_redirects(server: Server) -> None:
    server.routes["/round"] = lambda h: answer(h, 302, Location="/round")
    with pytest.raises(SaysoError, match="in a circle"):
        get(server, "/round")


def test_redirect_to_a_private_host_is_refused(server: Server) -> None:
    server.routes["/out"] = lambda h: answer(h, 302, Location="http://169.254.169.254/latest/meta-data/")
    with pytest.raises(SaysoError, match="not on the public Internet"):
        get(server, "/out")


def test_redirect_to_another_scheme_is_refused(server: Server) -> None:
    server.routes["/out"] = lambda h: answer(h, 302, Location="file:///etc/hostname")
    with pytest.raises(SaysoError, match="Only http and https"):
        get(server, "/out")


def test_this_machine_is_refused_unless_allowed(server: Server) -> None:
    with pytest.raises(SaysoError, match="not on the public Internet"):
        fetch(server.base + "/a")
    assert server.asked == []


def test_error_answers_are_one_clear_line(server: Server) -> None:
    with pytest.raises(SaysoError, match="404 Not Found") as caught:
        get(server, "/nothing")
    assert "\n" not in str(caught.value)


def test_unpacks_gzip(server: Server) -> None:
    server.routes["/z"] = lambda h: answer(h, body=gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(server.base + "/z", allow_hosts={server.host}).body == PAGE


def test_a_packed_bomb_is_refused(server: Server) -> None:
    bomb = gzip.compress(b"\0" * 15_000_000)
    server.routes["/bomb"] = lambda h: answer(h, body=bomb, Content_Encoding="gzip")
    with pytest.raises(SaysoError, match="beyond all measure"):
        get(server, "/bomb")


def test_damaged_packing_is_an_error_line(server: Server) -> None:
    server.routes["/z"] = lambda h: answer(h, body=b"no gzip at all", Content_Encoding="gzip")
    with pytest.raises(SaysoError, match="damaged"):
        get(server, "/z")


def test_a_body_over_the_limit_is_refused(server: Server) -> None:
    server.routes["/big"] = lambda h: answer(h, body=b"x" * 5000)
    with pytest.raises(SaysoError, match="sent more than"):
        get(server, "/big", max_bytes=4000)


def test_a_dripping_server_is_cut_off_in_time(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            return

    server.routes["/drip"] = drip
    started = time.monotonic()
    with pytest.raises(SaysoError, match="in time"):
        get(server, "/drip", timeout=0.6)
    assert time.monotonic() - started < 3


def test_a_closed_port_is_an_error_line() -> None:
    with pytest.raises(SaysoError, match="could not be read"):
        fetch("http://127.0.0.1:9/", allow_hosts={"127.0.0.1"}, timeout=3)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "example.org", "http://", "http://[::1"])
def test_only_http_addresses(url: str) -> None:
    with pytest.raises(SaysoError):
        parse(url)


def test_user_names_in_addresses_are_refused() -> None:
    with pytest.raises(SaysoError, match="user name"):
        parse("http://someone:secret@example.org/")


def test_odd_characters_in_a_path_are_encoded() -> None:
    assert parse("http://Example.org/a b/ü?q=ä").url == "http://example.org/a%20b/%C3%BC?q=%C3%A4"


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_addresses_that_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:220:1::1"])
def test_addresses_that_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "127.1"])
def test_other_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises(SaysoError):
        resolve(parse(f"http://{host}/"))
