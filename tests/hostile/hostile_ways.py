"""Hosts that send elsewhere, names that resolve to where nobody may go, statuses that carry no page, and robots.txt."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from hostile_web import DOMAIN, Behaviour, Serve, Talk


def to(place: str, status: str = "302 Found") -> Serve:
    """Redirects every path to ``place``; "{plain}" in it is the port of the plain server."""
    return lambda talk: talk.answer(b"", status, Location=place.format(**talk.web.ports))


def hops(*stops: str) -> Serve:
    """A walk from path to path: "301 /b" answers the first request, and so on; the page at the end."""

    def serve(talk: Talk) -> None:
        place = {**{stop.split(" ")[1]: n + 1 for n, stop in enumerate(stops)}, "/news": 0}[talk.path]
        if place < len(stops):
            status, path = stops[place].split(" ")
            talk.answer(b"", f"{status} Elsewhere", Location=path)
        else:
            talk.answer()

    return serve


def sends(name: str, reason: str, place: str, **other: object) -> Behaviour:
    outcome = "blocked" if reason == "robots" else "failing"
    return Behaviour(name, outcome, reason, to(place), **other)  # type: ignore[arg-type]


REDIRECTS = [
    Behaviour("redirect-to-itself", "failing", "redirects", to("/news")),
    Behaviour("redirect-in-a-circle", "failing", "redirects", hops("302 /a", "302 /b", "302 /news")),
    Behaviour("redirect-without-end", "failing", "redirects",
              lambda t: t.answer(b"", "302 Found", Location=t.path + "x")),
    Behaviour("redirect-five-times", "got", "", hops("302 /a", "303 /b", "307 /c", "301 /d", "308 /e")),
    Behaviour("redirect-six-times", "failing", "redirects", hops(*[f"302 /{n}" for n in range(6)])),
    Behaviour("redirect-to-nowhere", "failing", "redirects", lambda t: t.answer(b"", "302 Found")),
    Behaviour("redirect-needs-cookie", "failing", "redirects",
              lambda t: t.answer(b"", "302 Found", Location="/news", Set_Cookie="seen=1")),
    sends("redirect-to-loopback", "private_address", "http://127.0.0.1:{plain}/secret"),
    sends("redirect-to-localhost", "private_address", "http://localhost:{plain}/secret"),
    sends("redirect-to-sub-localhost", "private_address", "http://a.localhost./secret"),
    sends("redirect-to-decimal-ip", "private_address", "http://2130706433:{plain}/secret"),
    sends("redirect-to-octal-ip", "private_address", "http://0177.0.0.1:{plain}/secret"),
    sends("redirect-to-hex-ip", "private_address", "http://0x7f000001:{plain}/secret"),
    sends("redirect-to-short-ip", "private_address", "http://127.1:{plain}/secret"),
    sends("redirect-to-circled-ip", "private_address", "http://①②⑦.1/secret".encode().decode("latin-1")),
    sends("redirect-to-zero-ip", "private_address", "http://0:{plain}/secret"),
    sends("redirect-to-ipv6-loopback", "private_address", "http://[::1]:{plain}/secret"),
    sends("redirect-to-mapped-ip", "private_address", "http://[::ffff:127.0.0.1]:{plain}/secret"),
    sends("redirect-to-nat64-ip", "private_address", "http://[64:ff9b::7f00:1]:{plain}/secret"),
    sends("redirect-to-6to4-ip", "private_address", "http://[2002:7f00:1::]:{plain}/secret"),
    sends("redirect-to-ipv6-zone", "bad_address", "http://[fe80::1%25eth0]/secret"),
    sends("redirect-to-private-net", "private_address", "http://192.168.1.1/admin"),
    sends("redirect-to-metadata", "private_address", "http://169.254.169.254/latest/meta-data/"),
    sends("redirect-to-metadata-name", "private_address", "http://metadata.google.internal/computeMetadata/v1/"),
    sends("redirect-to-intranet-name", "private_address", "http://intranet/"),
    sends("redirect-to-database-port", "private_address", "http://news.hostile-web.org:6379/"),
    sends("redirect-to-file", "bad_address", "file:///etc/passwd"),
    sends("redirect-to-ftp", "bad_address", "ftp://files.hostile-web.org/a"),
    sends("redirect-to-gopher", "bad_address", "gopher://127.0.0.1:6379/_FLUSHALL"),
    sends("redirect-to-javascript", "bad_address", "javascript:alert(1)"),
    sends("redirect-to-data", "bad_address", "data:text/html,hello"),
    sends("redirect-with-password", "bad_address", "http://user:secret@news.hostile-web.org/"),
    sends("redirect-to-backslash-host", "bad_address", "http://news.hostile-web.org\\@127.0.0.1/"),
    sends("redirect-to-bad-host", "bad_address", "http://[::bad/"),
    sends("redirect-to-port-zero", "bad_address", "http://news.hostile-web.org:0/"),
    sends("redirect-to-port-too-high", "bad_address", "http://news.hostile-web.org:70000/"),
    sends("redirect-of-forty-kilobytes", "bad_address", "/" + "a" * 40_000),
    sends("redirect-to-forbidden-path", "robots", f"http://robots-refuses.{DOMAIN}:{{plain}}/news"),
    sends("redirect-to-unknown-host", "dns", f"http://dns-unknown.{DOMAIN}/"),
    sends("redirect-to-bad-certificate", "tls", f"https://tls-expired.{DOMAIN}:{{tls}}/"),
]  # fmt: skip


def resolves(name: str, *ips: str) -> Behaviour:
    return Behaviour(name, "failing", "private_address", ips=ips, allowed=False)


NAMES = [
    Behaviour("dns-unknown", "failing", "dns", ips=("unknown",)),
    Behaviour("dns-empty", "failing", "dns", ips=()),
    Behaviour("dns-a-thousand", "got", "", ips=("127.0.0.1",) * 1 + tuple(f"127.0.1.{n % 250}" for n in range(1_000))),
    resolves("dns-loopback", "127.0.0.1"),
    resolves("dns-private", "10.20.30.40"),
    resolves("dns-metadata", "169.254.169.254"),
    resolves("dns-public-and-private", "93.184.215.14", "10.0.0.1"),
    resolves("dns-ipv6-private", "fd00:ec2::254"),
    resolves("dns-mapped", "::ffff:10.0.0.1"),
    resolves("dns-nat64", "64:ff9b::a00:1"),
    resolves("dns-broadcast", "255.255.255.255"),
    resolves("dns-not-an-ip", "news.hostile-web.org"),
]


def status(name: str, line: str, outcome: str, reason: str, **headers: str) -> Behaviour:
    return Behaviour(name, outcome, reason, lambda talk: talk.answer(b"<p>Sorry</p>", line, **headers))


def stamp(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


STATUSES = [
    status("status-201", "201 Created", "failing", "bad_answer"),
    Behaviour("status-204", "empty", "empty", lambda t: t.head("204 No Content")),
    Behaviour("status-205", "empty", "empty", lambda t: t.head("205 Reset Content")),
    Behaviour("status-200-empty", "empty", "empty", lambda t: t.answer(b"")),
    status("status-206-unasked", "206 Partial Content", "failing", "bad_answer", Content_Range="bytes 0-11/5000"),
    status("status-300", "300 Multiple Choices", "failing", "bad_answer"),
    Behaviour("status-304-unasked", "failing", "bad_answer", lambda t: t.head("304 Not Modified")),
    status("status-306", "306 Unused", "failing", "bad_answer", Location="/elsewhere"),
    status("status-400", "400 Bad Request", "failing", "http_4xx"),
    status("status-401", "401 Unauthorized", "blocked", "forbidden", WWW_Authenticate="Basic realm=x"),
    status("status-402", "402 Payment Required", "blocked", "paywall"),
    status("status-403", "403 Forbidden", "blocked", "forbidden"),
    status("status-404", "404 Not Found", "gone", "gone"),
    status("status-410", "410 Gone", "gone", "gone"),
    status("status-418", "418 I'm a teapot", "failing", "http_4xx"),
    status("status-451", "451 Unavailable For Legal Reasons", "blocked", "forbidden"),
    status("status-429-seconds", "429 Too Many Requests", "blocked", "rate_limited", Retry_After="120"),
    Behaviour("status-429-date", "blocked", "rate_limited",
              lambda t: t.answer(b"x", "429 Too Many Requests", Retry_After=stamp(300))),
    status("status-429-past-date", "429 Too Many Requests", "blocked", "rate_limited",
           Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"),
    status("status-429-huge", "429 Too Many Requests", "blocked", "rate_limited", Retry_After="9" * 40),
    status("status-429-garbage", "429 Too Many Requests", "blocked", "rate_limited", Retry_After="soon; maybe"),
    status("status-429-negative", "429 Too Many Requests", "blocked", "rate_limited", Retry_After="-5"),
    status("status-429-silent", "429 Too Many Requests", "blocked", "rate_limited"),
    status("status-500", "500 Internal Server Error", "failing", "http_5xx"),
    status("status-502", "502 Bad Gateway", "failing", "http_5xx"),
    status("status-503", "503 Service Unavailable", "failing", "http_5xx", Retry_After="60"),
    status("status-520", "520 Web server is returning an unknown error", "failing", "http_5xx"),
    status("status-999", "999 Request denied", "blocked", "forbidden"),
    status("challenge-403", "403 Forbidden", "blocked", "captcha", cf_mitigated="challenge"),
    status("challenge-202", "202 Accepted", "blocked", "captcha", x_amzn_waf_action="challenge"),
]  # fmt: skip


def says(name: str, text: bytes, outcome: str = "got", reason: str = "", **headers: str) -> Behaviour:
    def robots(talk: Talk) -> None:
        talk.answer(text, Content_Type="text/plain", **headers)

    return Behaviour(name, outcome, reason, robots=robots)


def robots_status(name: str, line: str, outcome: str = "got", reason: str = "", **headers: str) -> Behaviour:
    return Behaviour(name, outcome, reason, robots=lambda talk: talk.answer(b"x", line, **headers))


def _endless(talk: Talk) -> None:
    talk.head(Content_Type="text/plain")
    talk.send(b"User-agent: *\nDisallow: /private\n")
    talk.flood(b"# more to come\n" * 500)


KEEP_OUT = b"User-agent: *\nDisallow: /\n"
ROBOTS = [
    says("robots-refuses", KEEP_OUT, "blocked", "robots"),
    says("robots-refuses-us", b"User-agent: Sayso/9 (news)\nDisallow: /news\n\nUser-agent: *\nAllow: /\n", "blocked",
         "robots"),
    says("robots-allows-us", b"User-agent: sayso\nDisallow:\n\n" + KEEP_OUT),
    says("robots-with-bom", b"\xef\xbb\xbf" + KEEP_OUT, "blocked", "robots"),
    says("robots-carriage-returns", KEEP_OUT.replace(b"\n", b"\r"), "blocked", "robots"),
    says("robots-nul-bytes", b"User-agent: *\0\nDis\0allow: /\0\n", "blocked", "robots"),
    says("robots-is-html", b"<!doctype html><html><body>Not found.\nDisallow: /\n</body></html>"),
    says("robots-is-noise", bytes(range(256)) * 50),
    says("robots-empty", b""),
    says("robots-many-stars", b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"$\n"),
    says("robots-many-rules", b"User-agent: *\n" + b"".join(b"Disallow: /%d*x$\n" % n for n in range(4_000))),
    says("robots-is-a-bomb", gzip.compress(bytes(15_000_000)), Content_Encoding="gzip"),
    says("robots-damaged-gzip", b"no gzip", "blocked", "robots_unread", Content_Encoding="gzip"),
    Behaviour("robots-endless", "got", robots=_endless),
    Behaviour("robots-endless-refuses", "blocked", "robots", robots=_endless, path="/private/news"),
    robots_status("robots-403", "403 Forbidden"),
    robots_status("robots-404", "404 Not Found"),
    robots_status("robots-429", "429 Too Many Requests", "blocked", "rate_limited", Retry_After="30"),
    robots_status("robots-500", "500 Internal Server Error", "blocked", "robots_unread"),
    robots_status("robots-503", "503 Service Unavailable", "blocked", "robots_unread"),
    robots_status("robots-206", "206 Partial Content", "blocked", "robots_unread"),
    Behaviour("robots-redirects", "blocked", "robots", robots=to(f"http://robots-refuses.{DOMAIN}:{{plain}}/robots.txt")),
    robots_status("robots-redirects-for-ever", "302 Found", Location="/robots.txt"),
    robots_status("robots-redirects-to-loopback", "302 Found", "blocked", "robots_unread", Location="http://127.0.0.1/"),
    robots_status("robots-redirects-to-file", "302 Found", "blocked", "robots_unread", Location="file:///etc/hosts"),
    Behaviour("robots-truncated", "blocked", "robots_unread",
              robots=lambda t: t.answer(b"User-agent: *\nDisallow: /priv", Content_Length="900")),
]  # fmt: skip

BEHAVIOURS = [*REDIRECTS, *NAMES, *STATUSES, *ROBOTS]
