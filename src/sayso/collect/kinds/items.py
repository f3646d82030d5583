"""What items of every kind have in common: addresses made whole, times in one form, texts that tell versions apart."""

from __future__ import annotations

import calendar
import hashlib
import html
import re
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

from sayso.collect.address import parse
from sayso.model import SaysoError

_TRACKING = re.compile(r"^(utm_[a-z_]+|fbclid|gclid|at_medium|at_campaign|at_bbc_team|mc_cid|mc_eid|xtor|wtrid)=", re.I)
_SESSION = re.compile(r"^(?:s|sid|phpsessid|jsessionid|sessionid|session_id)=[0-9a-z:]{16,}$", re.I)
"""Drawn anew for each visitor: with it, an address would be another one at each look."""
_TAG = re.compile(r"<[^<>]*>")
_LONGEST_WORDS = 1000
_FIRST_YEAR = 1990  # the web is no older; 1970 and 1900 are what clocks and templates say that know nothing
_AHEAD = timedelta(days=1)


def whole_address(url: str, base: str = "", fragment: bool = False) -> str:
    """``url`` made absolute, without tracking and session parameters; "" when it is no http(s) address to fetch.

    Args:
        base: address it is relative to.
        fragment: keep what stands behind "#".
    """
    words = url.strip()[:4000]
    if not words or (words.startswith("#") and not fragment):
        return ""
    try:
        joined, anchor = urldefrag(urljoin(base, words) if base else words)
        parts = urlsplit(joined)
        query = "&".join(p for p in parts.query.split("&") if not (_TRACKING.match(p) or _SESSION.match(p)))
        made = parse(urlunsplit(parts._replace(query=query))).url
    except (SaysoError, ValueError):
        return ""
    return f"{made}#{anchor}" if fragment and anchor else made


def site_of(url: str) -> str:
    """Host of ``url`` in lower case, without "www.", "m." and "amp."; "" when it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host.lower())


def same_site(one: str, other: str) -> bool:
    """True when the addresses are on one host, or on a host and a part of it ("news.example.org", "example.org")."""
    a, b = site_of(one), site_of(other)
    return bool(a and b) and (a == b or a.endswith("." + b) or b.endswith("." + a))


def iso(words: str | None, now: datetime | None = None) -> str:
    """An ISO 8601 day or UTC time from ``words`` in ISO 8601 or RFC 5322 form; "" when they are none or make no sense.

    Args:
        now: times more than a day later than this make no sense; the clock's time when None.
    """
    text = (words or "").strip()[:64]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return _sensible(text, now)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return utc(moment, now)
    return ""


def utc(moment: datetime, now: datetime | None = None) -> str:
    """ISO 8601 time in UTC to the second ("2026-11-25T10:00:00Z"), without a zone taken as UTC; "" as in ``iso``."""
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return ""
    return _sensible(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), now)


def from_struct(parts: time.struct_time | None, now: datetime | None = None) -> str:
    """ISO 8601 time of a UTC ``struct_time``, "" as in ``iso``."""
    if parts is None:
        return ""
    try:
        return utc(datetime.fromtimestamp(calendar.timegm(parts), UTC), now)
    except (OverflowError, ValueError, OSError):
        return ""


def _sensible(stamp: str, now: datetime | None) -> str:
    latest = ((now or datetime.now(UTC)) + _AHEAD).strftime("%Y-%m-%dT%H:%M:%SZ")
    return stamp if f"{_FIRST_YEAR}" <= stamp <= latest else ""


def language_code(words: str) -> str:
    """ISO 639 code of a language tag in lower case ("en-US" is "en"), "" when it is none."""
    found = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", words.strip())
    return found.group(1).lower() if found else ""


def plain(markup: str) -> str:
    """The words of a piece of HTML on one line, at most 1,000 characters."""
    text = html.unescape(_TAG.sub(" ", markup[: 20 * _LONGEST_WORDS]))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_WORDS]


def mark(*texts: str) -> str:
    """A short word (16 hex digits) that differs when the texts differ, white space aside."""
    joined = "\0".join(" ".join(text.split()) for text in texts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def page_of(title: str, content: str, published: str = "") -> bytes:
    """A small HTML page (UTF-8) around ``content`` (HTML), so that it is read like any other page."""
    when = f'<p><time datetime="{html.escape(published)}">{html.escape(published)}</time></p>' if published else ""
    head = html.escape(title)
    made = (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{head}</title></head>'
        f"<body><article><h1>{head}</h1>{when}\n{content}\n</article></body></html>"
    )
    return made.encode("utf-8", "replace")
