"""Hosts whose bodies are packed wrongly or to do harm, and pages that are not what was asked for."""

from __future__ import annotations

import gzip
import zlib

from hostile_ways import to
from hostile_web import ARTICLE, DOMAIN, Behaviour, Serve, Talk

PACKED = gzip.compress(ARTICLE)


def packed(name: str, body: bytes, outcome: str, reason: str, coding: str = "gzip", **other: object) -> Behaviour:
    return Behaviour(
        name,
        outcome,
        reason,
        lambda talk: talk.answer(body, Content_Encoding=coding),
        **other,  # type: ignore[arg-type]
    )


def _raw_deflate(data: bytes) -> bytes:
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return made.compress(data) + made.flush()


def _endless_gzip(talk: Talk) -> None:
    talk.head(Content_Type="text/html", Content_Encoding="gzip")
    made = zlib.compressobj(wbits=31)
    while not talk.web.over.is_set():
        talk.send(made.compress(bytes(1_000_000)) + made.flush(zlib.Z_SYNC_FLUSH))


def _endless_gzip_name(talk: Talk) -> None:
    talk.head(Content_Type="text/html", Content_Encoding="gzip")
    talk.send(b"\x1f\x8b\x08\x08\0\0\0\0\0\xff")
    talk.flood(b"name" * 2_000)


PACKING = [
    packed("gzip", PACKED, "got", ""),
    packed("gzip-x", PACKED, "got", "", "X-GZip"),
    packed("gzip-of-two-members", gzip.compress(ARTICLE[:300]) + gzip.compress(ARTICLE[300:]), "got", ""),
    packed("gzip-with-padding", PACKED + b"\0" * 500, "got", ""),
    packed("gzip-cut", PACKED[:-40], "failing", "truncated"),
    packed("gzip-without-checksum", PACKED[:-8], "failing", "truncated"),
    packed("gzip-wrong-checksum", PACKED[:-8] + b"\1\2\3\4" + PACKED[-4:], "failing", "bad_encoding"),
    packed("gzip-is-plain", ARTICLE, "failing", "bad_encoding"),
    packed("gzip-damaged", PACKED[:60] + b"\xff" * 40 + PACKED[100:], "failing", "bad_encoding"),
    packed("gzip-bomb", gzip.compress(bytes(15_000_000)), "failing", "bomb", max_bytes=20_000_000),
    packed("gzip-bomb-over-limit", gzip.compress(bytes(15_000_000)), "failing", "too_large"),
    packed("gzip-bomb-in-members", gzip.compress(bytes(900_000)) * 20, "failing", "bomb", max_bytes=20_000_000),
    packed("gzip-empty-members", gzip.compress(b"") * 20_000, "empty", "empty"),
    packed("gzip-twice-told", gzip.compress(PACKED), "failing", "bad_encoding", "gzip, gzip"),
    packed("gzip-twice-untold", gzip.compress(PACKED), "changed", "not_text", how="page"),
    packed("gzip-untold", PACKED, "changed", "not_text", "identity", how="page"),
    packed("deflate", zlib.compress(ARTICLE), "got", "", "deflate"),
    packed("deflate-raw", _raw_deflate(ARTICLE), "got", "", "deflate"),
    packed("deflate-bomb", zlib.compress(bytes(15_000_000)), "failing", "bomb", "deflate", max_bytes=20_000_000),
    packed("deflate-cut", zlib.compress(ARTICLE)[:-30], "failing", "truncated", "deflate"),
    packed("brotli-unasked", b"\x1b\x03\0\0\0\0\x80", "failing", "bad_encoding", "br"),
    packed("zstd-unasked", b"\x28\xb5\x2f\xfd\0", "failing", "bad_encoding", "zstd"),
    packed("coding-unknown", ARTICLE, "failing", "bad_encoding", "rot13"),
    packed("coding-is-a-charset", ARTICLE, "got", "", "UTF-8"),
    packed("coding-is-none", ARTICLE, "got", "", "none"),
    Behaviour("gzip-endless", "failing", "bomb", _endless_gzip, max_bytes=20_000_000),
    Behaviour("gzip-endless-name", "failing", "too_large", _endless_gzip_name),
]


def page(name: str, body: bytes, outcome: str = "got", reason: str = "", **headers: str) -> Behaviour:
    return Behaviour(name, outcome, reason, lambda talk: talk.answer(body, **headers), how="page")


def _html(title: str, inside: str = "") -> bytes:
    return f"<!doctype html><html><head><title>{title}</title></head><body>{inside}</body></html>".encode()


def _points(where: str, wait: str = "0") -> bytes:
    meta = f'<meta http-equiv="refresh" content="{wait}; url={where}">'
    return f"<html><head>{meta}</head><body>One moment</body></html>".encode()


def _pointing(where: str, **more: bytes) -> Serve:
    """The page at /news points to ``where``; further paths have their own pages, and the article otherwise."""

    def serve(talk: Talk) -> None:
        pages = {"/news": _points(where.format(**talk.web.ports)), **{f"/{name}": body for name, body in more.items()}}
        talk.answer(pages.get(talk.path, ARTICLE))

    return serve


def points(name: str, outcome: str, reason: str, where: str, **more: bytes) -> Behaviour:
    return Behaviour(name, outcome, reason, _pointing(where, **more), how="page")


def _login(talk: Talk) -> None:
    if talk.path == "/news":
        talk.answer(b"", "302 Found", Location="/account/enter?next=/news")
    else:
        talk.answer(_html("Welcome back", "<form><input name=user><input type=password name=p></form>"))


def _consent(talk: Talk) -> None:
    if talk.path == "/news":
        talk.answer(b"", "302 Found", Location="/consent?return=/news")
    else:
        talk.answer(_html("Your choices", "<p>We and our 842 partners store cookies.</p><button>Accept</button>"))


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20
PAGES = [
    page("captcha", _html("Just a moment...", "<div class=cf-challenge></div>"), "blocked", "captcha"),
    page("captcha-form", _html("Check", '<div class="g-recaptcha"></div>'), "blocked", "captcha"),
    page("access-denied", _html("Access denied", "<p>Reference 18.4f</p>"), "blocked", "forbidden"),
    page("login-page", _html("Log in", "<form></form>"), "blocked", "login"),
    Behaviour("login-after-redirect", "blocked", "login", _login, how="page"),
    Behaviour("consent-after-redirect", "blocked", "consent", _consent, how="page"),
    page("login-form-beside-article", ARTICLE.replace(b"</body>", b"<input type=password></body>"), "got", "*"),
    page("paywall-stub", ARTICLE.replace(b"</article>", b"<p>Subscribe to read on.</p></article>"), "got", "*"),
    page("image-as-html", PNG, "changed", "not_text"),
    page("pdf-as-html", b"%PDF-1.7\n" + bytes(500), "changed", "not_text"),
    page("zip-as-text", b"PK\x03\x04" + bytes(500), "changed", "not_text", Content_Type="text/plain"),
    page("program-as-html", b"\x7fELF\x02\x01\x01" + bytes(500), "changed", "not_text"),
    page("noise-as-html", bytes(range(256)) * 20, "changed", "not_text"),
    page("html-as-plain-text", ARTICLE, Content_Type="text/plain"),
    page("html-as-image", ARTICLE, Content_Type="image/png"),
    page("utf-16-page", ARTICLE.decode().encode("utf-16"), "got", "*", Content_Type="text/html"),
    points("points-on", "got", "", "/there"),
    points("points-to-itself", "got", "*", "/news"),
    points("points-in-a-circle", "failing", "redirects", "/b", b=_points("/news")),
    points("points-without-end", "failing", "redirects", "/b", b=_points("/c"), c=_points("/d"), d=_points("/e"),
           e=_points("/f")),
    points("points-to-loopback", "failing", "private_address", "http://127.0.0.1:{plain}/secret"),
    points("points-to-metadata", "failing", "private_address", "http://169.254.169.254/latest/"),
    points("points-to-javascript", "failing", "bad_address", "javascript:alert(1)"),
    points("points-to-file", "failing", "bad_address", "file:///etc/passwd"),
    points("points-to-forbidden-path", "blocked", "robots", f"http://robots-refuses.{DOMAIN}:{{plain}}/news"),
    page("points-on-later", _points("/there", "600"), "got", "*"),
    page("points-without-script", b"<noscript>" + _points("/nojs") + b"</noscript>" + _html("Short"), "got", "*"),
    Behaviour("redirects-then-points", "got", "", to(f"http://points-on.{DOMAIN}:{{plain}}/news"), how="page"),
]  # fmt: skip

BEHAVIOURS = [*PACKING, *PAGES]
