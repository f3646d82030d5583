"""Hosts that are slow, endless, break the line, get TLS wrong, or do not speak HTTP as it is written."""

from __future__ import annotations

import socket

from hostile_web import ARTICLE, Behaviour, HostileWeb, Serve, Talk

SHORT = 0.5
"""Seconds that slow hosts are given."""
CHUNKED = {"Transfer_Encoding": "chunked", "Content_Type": "text/html"}


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def _slow_redirects(talk: Talk) -> None:
    talk.web.over.wait(0.25)
    talk.answer(b"", "302 Found", Location=f"/step{talk.path.count('x')}{'x' * (talk.path.count('x') + 1)}")


def _stalls(talk: Talk) -> None:
    talk.head(Content_Length=str(len(ARTICLE)))
    talk.send(ARTICLE[:100])
    talk.wait()


def _slow_chunks(talk: Talk) -> None:
    talk.head(**CHUNKED)
    talk.drip(chunk(b"a"))


def _slow_head(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\n")
    talk.drip(b"X-Header: 1\r\n")


def _drip(talk: Talk) -> None:
    talk.head(Content_Type="text/html")
    talk.drip(b"<p>")


def _silent(line: socket.socket, web: HostileWeb) -> None:
    web.over.wait(120)


SLOW = [
    Behaviour("slow-drip", "failing", "timeout", _drip, timeout=SHORT),
    Behaviour("slow-headers", "failing", "timeout", _slow_head, timeout=SHORT),
    Behaviour("slow-status-line", "failing", "timeout", lambda t: t.drip(b"HTTP/1.1"), timeout=SHORT),
    Behaviour("slow-chunks", "failing", "timeout", _slow_chunks, timeout=SHORT),
    Behaviour("slow-redirects", "failing", "timeout", _slow_redirects, timeout=SHORT),
    Behaviour("slow-robots", "failing", "timeout", robots=_drip, timeout=SHORT),
    Behaviour("slow-dns", "failing", "timeout", ips=("slow",), timeout=SHORT),
    Behaviour("slow-tls", "failing", "timeout", scheme="https", at_accept=_silent, timeout=SHORT),
    Behaviour("says-nothing", "failing", "timeout", Talk.wait, timeout=SHORT),
    Behaviour("stalls-midway", "failing", "timeout", _stalls, timeout=SHORT),
]


def _raw(data: bytes, more: bytes = b"") -> Serve:
    """Send ``data`` as it is, then ``more`` without end when there is any, then close."""

    def serve(talk: Talk) -> None:
        talk.send(data)
        if more:
            talk.flood(more)

    return serve


OK = b"HTTP/1.1 200 OK\r\n"
HTML = OK + b"Content-Type: text/html\r\n"
IN_CHUNKS = HTML + b"Transfer-Encoding: chunked\r\n\r\n"
WHOLE = HTML + b"Content-Length: %d\r\n" % len(ARTICLE)


def raw(name: str, outcome: str, reason: str, data: bytes, more: bytes = b"", **other: object) -> Behaviour:
    return Behaviour(name, outcome, reason, _raw(data, more), **other)  # type: ignore[arg-type]


ENDLESS = [
    raw("endless-body", "failing", "too_large", HTML + b"\r\n", b"<p>more</p>" * 500),
    raw("endless-chunks", "failing", "too_large", IN_CHUNKS, chunk(b"x" * 5_000)),
    raw("endless-headers", "failing", "bad_answer", OK, b"X-Header: 1\r\n" * 300),
    raw("endless-header-line", "failing", "bad_answer", OK + b"X-Header: ", b"x" * 5_000),
    raw("endless-status-line", "failing", "bad_answer", b"HTTP/1.1 200 ", b"OK" * 3_000),
    raw("endless-interim", "failing", "bad_answer", b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    raw("endless-early-hints", "failing", "bad_answer", b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"),
    raw("endless-trailers", "failing", "bad_answer", IN_CHUNKS + b"0\r\n", b"X-T: 1\r\n" * 300),
    raw("endless-chunk-size", "failing", "bad_answer", IN_CHUNKS, b"0" * 5_000),
    raw("endless-chunk-extension", "failing", "bad_answer", IN_CHUNKS + b"1;", b"x" * 5_000),
    raw("endless-words", "failing", "bad_answer", b"", b"the quick brown fox " * 200),
    raw("announces-a-terabyte", "failing", "too_large", HTML + b"Content-Length: 1000000000000\r\n\r\n", b"x" * 5_000),
    raw("tiny-chunks", "failing", "too_large", IN_CHUNKS, chunk(b"x") * 500,
        max_bytes=4_000),
]  # fmt: skip


def _reset_after(data: bytes) -> Serve:
    def serve(talk: Talk) -> None:
        talk.send(data)
        talk.web.over.wait(0.05)
        talk.reset()

    return serve


def breaks(name: str, reason: str, data: bytes, **other: object) -> Behaviour:
    return Behaviour(name, "failing", reason, _reset_after(data), **other)  # type: ignore[arg-type]


def _close(line: socket.socket, web: HostileWeb) -> None:
    line.close()


def _words(line: socket.socket, web: HostileWeb) -> None:
    line.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nThis is a plain HTTP port.")
    web.over.wait(0.1)


RESETS = [
    breaks("resets-at-once", "reset", b""),
    breaks("resets-in-status-line", "reset", b"HTTP/1.1 2"),
    breaks("resets-in-headers", "reset", OK + b"Content-Ty"),
    breaks("resets-in-body", "truncated", WHOLE + b"\r\n" + ARTICLE[:200]),
    breaks("resets-in-chunk", "truncated", IN_CHUNKS + b"ff\r\nabc"),
    raw("closes-at-once", "failing", "reset", b""),
    raw("closes-in-headers", "failing", "reset", OK + b"Content-Ty"),
    raw("closes-in-body", "failing", "truncated", WHOLE + b"\r\n" + ARTICLE[:200]),
    raw("closes-in-chunk", "failing", "truncated", IN_CHUNKS + b"ff\r\nabc"),
    raw(
        "closes-before-last-chunk",
        "failing",
        "truncated",
        IN_CHUNKS + chunk(ARTICLE),
    ),
    breaks("robots-resets", "reset", b"", robots=_reset_after(b"HTTP/1.1 200 OK\r\n")),
    Behaviour("nobody-listens", "failing", "refused", ips=("127.0.0.3",)),
    Behaviour("first-address-is-dead", "got", ips=("127.0.0.3", "127.0.0.1")),
]

TLS = [
    Behaviour("tls-good", "got", scheme="https"),
    Behaviour("tls-expired", "failing", "tls", scheme="https", certificate="expired"),
    Behaviour("tls-not-yet-valid", "failing", "tls", scheme="https", certificate="early"),
    Behaviour("tls-wrong-host", "failing", "tls", scheme="https", certificate="wrong"),
    Behaviour("tls-self-signed", "failing", "tls", scheme="https", certificate="self-signed"),
    Behaviour("tls-plain-http", "failing", "tls", scheme="https", at_accept=_words),
    Behaviour("tls-closes", "failing", "reset", scheme="https", at_accept=_close),
    raw(
        "tls-on-plain-port",
        "failing",
        "bad_answer",
        b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03" + bytes(range(150)),
    ),
]


def _length(value: bytes) -> bytes:
    return HTML + b"Content-Length: " + value + b"\r\n\r\n" + ARTICLE


SIZE = b"%d" % len(ARTICLE)
LENGTHS = [
    raw("length-too-long", "failing", "truncated", _length(b"%d" % (len(ARTICLE) + 50))),
    raw("length-too-short", "failing", "wrong_length", _length(b"%d" % (len(ARTICLE) - 50))),
    raw("length-zero", "failing", "wrong_length", _length(b"0")),
    raw("length-followed-by-line-ends", "got", "", _length(SIZE) + b"\r\n\r\n"),
    raw("length-negative", "failing", "bad_answer", _length(b"-1")),
    raw("length-in-words", "failing", "bad_answer", _length(b"plenty")),
    raw("length-twice-the-same", "got", "", HTML + b"Content-Length: " + SIZE
        + b"\r\nContent-Length: " + SIZE + b"\r\n\r\n" + ARTICLE),
    raw("length-twice-different", "failing", "bad_answer", HTML + b"Content-Length: 10\r\nContent-Length: " + SIZE
        + b"\r\n\r\n" + ARTICLE),
    raw("length-beyond-measure", "failing", "too_large", _length(b"9" * 19)),
    raw("length-and-chunks", "got", "", HTML + b"Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunk(ARTICLE) + chunk(b"")),
    raw("no-length", "got", "", HTML + b"\r\n" + ARTICLE),
    raw("chunks", "got", "", IN_CHUNKS + chunk(ARTICLE[:100]) + chunk(ARTICLE[100:]) + chunk(b"")),
    raw("chunk-size-in-words", "failing", "bad_answer", IN_CHUNKS + b"zz\r\nabc\r\n"),
    raw("chunk-size-negative", "failing", "bad_answer", IN_CHUNKS + b"-1\r\n" + ARTICLE),
    raw("chunk-size-beyond-measure", "failing", "truncated", IN_CHUNKS + b"ffffffffffffffff\r\n" + ARTICLE),
    raw("chunk-longer-than-said", "failing", "bad_answer", IN_CHUNKS + b"5\r\nabcdefgh\r\n0\r\n\r\n"),
    raw("transfer-encoding-unknown", "failing", "bad_answer", HTML + b"Transfer-Encoding: rot13\r\n\r\n" + ARTICLE),
]  # fmt: skip

HEADERS = [
    raw("header-flood", "failing", "bad_answer", OK + b"".join(b"X-%d: 1\r\n" % n for n in range(10_000)) + b"\r\n"),
    raw("header-line-of-a-megabyte", "failing", "bad_answer", OK + b"X-Long: " + b"x" * 1_000_000 + b"\r\n\r\n"),
    raw("header-with-nul", "failing", "bad_answer", OK + b"X-Nul: a\0b\r\n\r\n" + ARTICLE),
    raw("header-without-colon", "failing", "bad_answer", OK + b"Content-Type text/html\r\n\r\n" + ARTICLE),
    raw("header-name-with-space", "failing", "bad_answer", OK + b"Content Type: text/html\r\n\r\n" + ARTICLE),
    raw("header-folded", "got", "", OK + b"Content-Type: text/html;\r\n charset=utf-8\r\n\r\n" + ARTICLE),
    raw("header-not-ascii", "got", "", HTML + b"X-Name: caf\xc3\xa9 \xff\r\n\r\n" + ARTICLE),
    raw("header-line-feeds-only", "got", "", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + ARTICLE),
    raw("header-none", "got", "", OK + b"\r\n" + ARTICLE),
    raw("type-garbage", "got", "", OK + b"Content-Type: ;;;=/\xff; charset\r\n\r\n" + ARTICLE),
    raw("cookie-flood", "got", "", HTML + b"".join(b"Set-Cookie: c%d=1; Path=/\r\n" % n for n in range(1_000)) + b"\r\n"
        + ARTICLE),
]  # fmt: skip

STATUS_LINES = [
    raw("status-without-number", "failing", "bad_answer", b"HTTP/1.1 OK\r\n\r\n" + ARTICLE),
    raw("status-two-digits", "failing", "bad_answer", b"HTTP/1.1 20 OK\r\n\r\n" + ARTICLE),
    raw("status-six-hundred", "failing", "bad_answer", b"HTTP/1.1 600 Odd\r\n\r\n" + ARTICLE),
    raw("status-of-a-radio", "failing", "bad_answer", b"ICY 200 OK\r\n\r\n" + ARTICLE),
    raw("status-of-http-nine", "got", "", b"HTTP/9.9 200 OK\r\n\r\n" + ARTICLE),
    raw("status-of-http-one-zero", "got", "", b"HTTP/1.0 200 OK\r\n\r\n" + ARTICLE),
    raw("status-missing", "failing", "bad_answer", ARTICLE),
    raw("status-of-a-mail-server", "failing", "bad_answer", b"220 mail.hostile.test ESMTP\r\n"),
    raw("status-without-words", "got", "", b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + ARTICLE),
    raw("status-nul-bytes", "failing", "bad_answer", b"\0" * 2_000),
    raw(
        "early-hints-then-page",
        "got",
        "",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + HTML + b"\r\n" + ARTICLE,
    ),
    raw("continue-then-page", "got", "", b"HTTP/1.1 100 Continue\r\n\r\n" + HTML + b"\r\n" + ARTICLE),
    raw("switches-protocols", "failing", "bad_answer", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nabc"),
]

BEHAVIOURS = [*SLOW, *ENDLESS, *RESETS, *TLS, *LENGTHS, *HEADERS, *STATUS_LINES]
