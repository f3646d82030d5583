"""Pages as documents: what came in place of the page asked for is told, and a page that only points on is followed."""

from __future__ import annotations

import html
import re
import time
from dataclasses import replace

from sayso.collect.address import Address, parse
from sayso.collect.answer import Answer, FetchProblem, problem

MOST_STEPS = 3
"""Pages in a row that only point on; link shorteners use one or two."""
_HEAD = 20_000
_SHORT = 400
"""Characters of visible text; a page with more is read, whatever else it does."""
_LONGEST_WAIT_S = 10
_REFRESH = re.compile(
    rb"""<meta\b(?=[^>]{0,500}http-equiv\s*=\s*["']?refresh)[^>]{0,500}?\bcontent\s*=\s*["']?\s*(\d{1,4})(?:\.\d*)?\s*[;,]"""
    rb"""\s*(?:url\s*=\s*)?["']?\s*([^"'>\s]{1,4000})""",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    rb"<(script|style|noscript|template|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_NO_SCRIPT = re.compile(rb"<noscript\b.*?(?:</noscript\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")
_PASSWORD = re.compile(rb"""<input\b[^>]{0,300}\btype\s*=\s*["']?password""", re.IGNORECASE)
_CONSENT = re.compile(r"(?:^|[./_-])(?:consent|cookie-?wall|cookie-?consent|privacy-?gate)(?:[./_?-]|$)", re.IGNORECASE)
_PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"PK\x03\x04", b"\x1f\x8b", b"%PDF-", b"\x7fELF", b"MZ\x90\0",
    b"\0\0\0\x1cftyp", b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp", b"OggS", b"ID3", b"wOFF", b"wOF2", b"SQLite format 3",
    b"BZh", b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|[\t\r\n -~]\0|\0{1,3}[\t\r\n -~\xfe]")
"""How text in UTF-16 or UTF-32 begins: with a mark, or with a character of ASCII beside zeros."""
_WORDS = {
    "captcha": ("captcha", "asks for a proof of being human"),
    "refused": ("forbidden", "sent a page that refuses access"),
    "login": ("login", "sent a page to log in"),
    "consent": ("consent", "sent a page that asks for consent"),
}


def refresh(answer: Answer) -> Address | None:
    """The address a page without text of its own sends on to within ten seconds (``meta refresh``), or None.

    Raises:
        FetchProblem: bad_address, when it points to what is no http(s) address.
    """
    if answer.media_type not in ("text/html", "application/xhtml+xml", "") or answer.not_modified:
        return None
    hit = _REFRESH.search(_NO_SCRIPT.sub(b"", answer.body[:_HEAD]))
    if not hit or int(hit.group(1)) > _LONGEST_WAIT_S or _visible(answer.body) > _SHORT:
        return None
    target = parse(html.unescape(hit.group(2).decode("utf-8", errors="replace")), base=answer.url)
    return None if target.url == answer.url else target


def check_page(answer: Answer) -> Answer:
    """``answer``, when it is what was asked for as far as can be told without reading it.

    A page that shows only its beginning to those who do not pay is let through: cleaning knows it.

    Raises:
        FetchProblem: captcha, forbidden, login or consent for such a page; not_text for a picture, an archive or a
            program sent as text.
    """
    host = parse(answer.url).site
    if answer.media_type in ("text/html", "text/plain", "application/xhtml+xml", "") and _is_binary(answer.body):
        named = answer.media_type or "nothing"
        raise problem("not_text", f"{host} sent something else than text, and called it {named}", "check the address")
    kind = _door(answer)
    if kind:
        reason, words = _WORDS[kind]
        raise problem(reason, f"{host} {words}", "Sayso does not go around it")
    return answer


def joined(first: Answer, last: Answer) -> Answer:
    """``last``, with the addresses on the way to ``first`` before its own; a page that points on has not moved."""
    return replace(last, redirects=(*first.redirects, first.url, *last.redirects), moved_to="")


def circle(answer: Answer) -> FetchProblem:
    """The problem of pages that point on and on."""
    return problem("redirects", f"{parse(answer.url).site} sends on from page to page", "check the address")


def seconds_left(end: float) -> float:
    """Seconds of the monotonic clock until ``end``, never less than a hundredth."""
    return max(0.01, end - time.monotonic())


def _door(answer: Answer) -> str:
    from sayso.collect.kinds.walls import wall  # here, as the kinds load readers of archives that no page needs

    found = wall(answer.body)
    if found:
        return found
    if answer.redirects and _CONSENT.search(answer.url.split("?", 1)[0]):
        return "consent"
    return "login" if _PASSWORD.search(answer.body[: 10 * _HEAD]) and _visible(answer.body) <= _SHORT else ""


def _visible(body: bytes) -> int:
    """Bytes of visible text, up to some more than a short page has."""
    return len(b" ".join(_TAG.sub(b" ", _UNSEEN.sub(b" ", body[: 10 * _HEAD])).split()))


def _is_binary(body: bytes) -> bool:
    """True for a known kind of file that is no text, and for zero bytes beside others that no text has."""
    if body.startswith(_PICTURES):
        return True
    head = body[:2000]
    if 0 not in head or _WIDE.match(head):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head if byte)
    return controls * 20 > len(head)
