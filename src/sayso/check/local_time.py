"""Check: a local time given with its GMT time against the time zone of the place.

"at 9:30 p.m. (1630 GMT)" tells an offset. It is compared with the offset of the zone of the settlements of the sentence
and of the dateline, else of all settlements of the text, on the days named there and in both halves of the year. Silent
when these lie in several zones or in none that is known, and when any other place of the text, or another place of the
same name, has the offset. Under half an hour is rounding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sayso.check.evidence import passage_of, statement_of
from sayso.gazetteer import Entry, Gazetteer
from sayso.gazetteer.zones import zone_of
from sayso.lang.en import checks as words
from sayso.model import Finding, Place, Reading, Span, When

VERSION = "local-time/2"
_SLACK = timedelta(minutes=29)
_POINTS = ("site", "settlement", "near")
_READINGS = 8
_DAY = timedelta(hours=24)
_PAIR = re.compile(
    rf"(?<![\d:.])(?<![:.]\s)(?P<local>\d{{1,2}}[:.]\s?\d\d|\d{{4}}|\d{{1,2}})\s*(?P<half>[ap]\.?\s?m\.?)?{words.LOCAL_TIME}?\s*[(\[,]\s*"
    rf"(?P<gmt>\d{{1,2}}[:.]\d\d|\d{{4}})\s*(?:{words.GMT})\b",
    re.IGNORECASE,
)


def check(reading: Reading, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Give a finding for each pair of times that the zone of the place cannot have."""
    for match in _PAIR.finditer(reading.document.text):
        local, gmt = _clock(match["local"], match["half"] or ""), _clock(match["gmt"], "")
        span = Span(*match.span())
        zone = _zone(reading, span)
        if local is None or gmt is None or not zone or (len(match["local"]) < 3 and not match["half"]):
            continue
        offsets = _offsets(reading, span, zone)
        said = local - gmt
        fits = any(_apart(said, offset) <= _SLACK for offset in offsets)
        if not fits and not _fits_elsewhere(reading, span, said, gazetteer):
            yield _finding(reading, span, said, offsets[0], zone)


def _clock(digits: str, half: str) -> timedelta | None:
    plain = digits.replace(".", ":").replace(" ", "")
    hours, _, minutes = plain.partition(":") if ":" in plain else (plain[:-2] or plain, "", plain[-2:])
    if len(plain) <= 2:
        hours, minutes = plain, "0"
    hour = int(hours) % 12 + (12 if half[0] in "pP" else 0) if half else int(hours)
    return timedelta(hours=hour, minutes=int(minutes)) if hour <= 24 and int(minutes) < 60 else None


def _apart(a: timedelta, b: timedelta) -> timedelta:
    """Distance on the clock: a local time may be of the next day."""
    gap = abs(a - b) % _DAY
    return min(gap, _DAY - gap)


def _zone(reading: Reading, span: Span) -> str:
    """The one zone of the settlements of the sentence and the dateline, or of the text, "" when they differ."""
    passage = passage_of(reading, span)
    held = [s for s in (passage.span if passage else None, reading.document.dateline_span) if s]
    places = [m for m in reading.mentions if isinstance(m.datum, Place) and m.datum.precision in _POINTS]
    near = {zone_of(m.datum) for m in places if isinstance(m.datum, Place) and any(h.contains(m.span) for h in held)}
    zones = near or {zone_of(m.datum) for m in places if isinstance(m.datum, Place)}
    return zones.pop() if len(zones) == 1 else ""


def _fits_elsewhere(reading: Reading, span: Span, said: timedelta, gazetteer: Gazetteer) -> bool:
    """True when another place of the text, or another place of the same name, has that offset."""
    named = {m.text: m.datum for m in reading.mentions if isinstance(m.datum, Place)}
    zones = {zone_of(place) for place in named.values()}
    zones |= {zone_of(_place(entry)) for name in named for entry in gazetteer.lookup(name)[:_READINGS]}
    zones -= {""}
    return any(_apart(said, offset) <= _SLACK for zone in zones for offset in _offsets(reading, span, zone))


def _place(entry: Entry) -> Place:
    return Place(
        entry.name, entry.country, entry.country_code, geonames_id=entry.geonames_id, lat=entry.lat, lon=entry.lon,
        precision="settlement",
    )  # fmt: skip


def _offsets(reading: Reading, span: Span, zone: str) -> list[timedelta]:
    """The offsets of a zone on the days of the sentence, and in both halves of their year."""
    passage = passage_of(reading, span)
    values = (
        m.datum.value or ""
        for m in reading.mentions
        if isinstance(m.datum, When) and passage and passage.span.contains(m.span)
    )
    days = [date.fromisoformat(v[:10]) for v in values if re.match(r"\d{4}-\d\d-\d\d", v)]
    published = reading.document.published
    year = days[0].year if days else published.value.year if published else datetime.now(UTC).year
    zones = ZoneInfo(zone)
    tried = [*days, date(year, 1, 15), date(year, 7, 15)]
    return [datetime(d.year, d.month, d.day, 12, tzinfo=zones).utcoffset() or timedelta() for d in tried]


def _finding(reading: Reading, span: Span, said: timedelta, real: timedelta, zone: str) -> Finding:
    own = real.total_seconds() / 3600
    hours = (said.total_seconds() / 3600 - own + 12) % 24 - 12 + own
    text = span.of(reading.document.text)
    return Finding(
        "local_time", "warning", f"GMT{hours:+g} hours", f"GMT{own:+g} hours", text, span,
        f"The two times say that the place is {hours:+g} hours from GMT; the zone {zone} is {own:+g} hours from it.",
        statement_of(reading, span), VERSION,
    )  # fmt: skip
