"""One fixed ledger for the golden files: a bombing told by five invented outlets, and what the shapes must leave out.

Everything is made by hand, links and copies too, so that only a change of weighing, of origins or of an export moves a
golden file. All names and texts are invented. Told as of ``NOW`` unless a test asks otherwise.

- 1 Nov 08:00 The Steppe Courier: one dead (the man who carried the bomb, says the prosecutor through an agency), a
  claim through a monitor and a forum message, which denies a suicide attack, a threat, a distance finding
- 1 Nov 10:00 Caspian Ledger: police say two dead, five injured
- 1 Nov 15:00 Oil Port Mirror: copies the Caspian Ledger word by word
- 2 Nov 09:00 Radio Zhaiyk: the health department says three dead; the group denies that it did it
- 2 Nov 18:00 Evening Meridian: reports say four dead; on 3 Nov 12:00 the same address says three
- 3 Nov 20:00 Evening Meridian (the edit) also retells an arrest in August, known by country only (background)
- 4 Nov 09:00 Radio Zhaiyk: a protest in a town, nobody hurt, with quotation marks and Kazakh letters
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sayso.model import (
    Assertion,
    Attribution,
    Capture,
    Datum,
    Document,
    Figure,
    Finding,
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
from sayso.store.entry import CopyLink, Entry, Given, Link, ReportPlace

ATYRAU = Place(
    "Atyrau", "Kazakhstan", "KZ", "Atyrau Region", 610529, 47.11667, 51.88333, "settlement", 8_000.0, reason="named"
)
KULSARY = Place("Qulsary", "Kazakhstan", "KZ", "Atyrau Region", 609924, 46.95307, 54.01978, "near", 12_000.0)
KAZAKHSTAN = Place("Kazakhstan", "Kazakhstan", "KZ", "", 1522867, 48.0, 68.0, "country", 1_200_000.0)
MONDAY = When("2011-10-31", "day", ("2011-10-31",), "published", weekday=0)
AUGUST = When("2011-08", "month", ("2011-08",), "published")
FRIDAY = When("2011-11-04", "day", ("2011-11-04",), "published", weekday=4)
GROUP = "Sword of the Steppe"

BLAST, ARREST, PROTEST = "KAZ-B1A570", "KAZ-A44E57", "KAZ-94073C"
"""Ids of the three incidents."""
NOW = datetime(2011, 11, 5, 12, tzinfo=UTC)


def at(day: int, hour: int) -> datetime:
    """A time in November 2011, UTC."""
    return datetime(2011, 11, day, hour, tzinfo=UTC)


@dataclass
class Telling:
    """One document being written: sentences first, then what was read from them."""

    outlet: str
    url: str
    known: datetime
    sentences: tuple[str, ...]
    title: str = ""
    statements: list[Statement] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join((*([self.title] if self.title else []), " ".join(self.sentences)))

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def voice(self, words: str, kind: str, cue: str = "", name: str = "") -> Voice:
        span = self.span(words) if words in self.text else None
        cue_span = self.span(cue) if cue else None
        return Voice(words, name or words, kind, span, cue, cue_span)  # type: ignore[arg-type]

    def says(self, kind: str, content: str, *chain: Voice, **more: object) -> str:
        """Add a statement; gives its id. The outlet stands at the near end of every chain."""
        name = f"s{len(self.statements) + 1}"
        voices: Attribution = (Voice(self.outlet, self.outlet, "outlet"), *chain)
        made = Statement(name, kind, self.span(content), voices, about=("i1",), made_by="hand/1")  # type: ignore[arg-type]
        for key, value in more.items():
            object.__setattr__(made, key, value)
        self.statements.append(made)
        return name

    def value(self, name: str, words: str, value: Datum, statement: str | None = None, **more: str) -> Assertion:
        return Assertion(name, value, words, self.span(words), statement, **more)  # type: ignore[arg-type]

    def tells(self, kind: str, family: str, status: str, *values: Assertion) -> None:
        name = f"i{len(self.reports) + 1}"
        self.reports.append(Report(name, kind, family, status, values, 0.9, "hand/1"))  # type: ignore[arg-type]

    def reading(self) -> Reading:
        title = Span(0, len(self.title)) if self.title else None
        document = Document(
            id=hashlib.sha256(f"{self.url} {self.known}".encode()).hexdigest(),
            capture=hashlib.sha256(self.text.encode()).hexdigest(), text=self.text, title=self.title, title_span=title,
            outlet=self.outlet, published=Published(date(2011, 11, self.known.day), "given"), language="en",
            url=self.url, cleaner="hand/1",
        )  # fmt: skip
        passages = tuple(
            Passage(self.span(s), n, 0 if n == 0 and self.title else 1, "headline" if n == 0 and self.title else "body")
            for n, s in enumerate((*([self.title] if self.title else []), *self.sentences))
        )
        return Reading(
            document, passages, (), tuple(self.statements), tuple(self.reports), tuple(self.findings), "hand/1"
        )


def steppe_courier() -> Telling:
    t = Telling(
        "The Steppe Courier", "https://steppe-courier.example/2011/11/01/blasts", at(1, 8),
        (
            "Two home-made bombs went off on Monday morning in Atyrau, a port about 2,000 kilometers from the capital.",
            'The second blast killed the man who carried it, and "no passer-by was hurt", regional prosecutor Askar '
            "Dosov said, quoted by Zapad-Novosti.",
            "A forum message attributed to Sword of the Steppe, found by the monitoring service ARGUS, said the group "
            "had done it and that the device went off too early: it was no suicide attack.",
            "More would follow unless the new law is taken back, it said.",
        ),
        title="Two blasts in Atyrau, one man dead",
    )  # fmt: skip
    prosecutor = t.says(
        "report", "The second blast killed the man who carried it", t.voice("Zapad-Novosti", "agency", "quoted"),
        t.voice("regional prosecutor Askar Dosov", "official", "said", "Askar Dosov"), depth=2,
    )  # fmt: skip
    hurt = t.says(
        "report", "no passer-by was hurt", t.voice("Zapad-Novosti", "agency", "quoted"),
        t.voice("regional prosecutor Askar Dosov", "official", "said", "Askar Dosov"), mode="direct", depth=2,
    )  # fmt: skip
    chain = (
        t.voice("ARGUS", "monitor", "found"),
        t.voice("forum message", "document", "attributed to"),
        t.voice(GROUP, "group", "said"),
    )
    claim = t.says("claim_of_responsibility", "had done it", *chain, medium="forum post", depth=3)
    denial = t.says("denial", "it was no suicide attack", *chain, medium="forum post", depth=3)
    t.says("threat", "More would follow unless the new law is taken back", chain[2], medium="forum post")
    t.tells(
        "bombing", "attack", "happened",
        t.value("type", "bombs went off", "bombing"), t.value("happened", "Monday morning", MONDAY),
        t.value("place", "Atyrau", ATYRAU), t.value("devices", "Two", Figure(2, 2, "devices", "exact", "bombs")),
        t.value("killed", "killed the man who carried it", Figure(1, 1, "the suspected bomber"), prosecutor),
        t.value("injured", "no passer-by was hurt", Figure(0, 0), hurt, qualifier="exact"),
        t.value("weapon", "home-made bombs", "bomb"),
        t.value("perpetrator", "the group", Perpetrator(GROUP, "claimed", True, "group"), claim),
        t.value("mode", "suicide attack", "suicide", denial, polarity="negated"),
    )  # fmt: skip
    t.findings.append(
        Finding(
            "distance", "warning", "about 2,000 kilometers", "about 1,490 km",
            "about 2,000 kilometers from the capital", t.span("about 2,000 kilometers from the capital"),
            "Atyrau is said to be about 2,000 km from the capital; the gazetteer has about 1,490 km.", None,
            "distance/1",
        )
    )  # fmt: skip
    return t


def _police(outlet: str, url: str, known: datetime) -> Telling:
    t = Telling(
        outlet, url, known,
        (
            "A bomb exploded beside the prosecutor's office of Atyrau on Monday.",
            "Police said two people were killed and five injured.",
        ),
        title="Bomb at prosecutor's office",
    )  # fmt: skip
    police = t.says("report", "two people were killed and five injured", t.voice("Police", "official", "said"))
    t.tells(
        "bombing", "attack", "happened",
        t.value("type", "bomb exploded", "bombing"), t.value("happened", "Monday", MONDAY),
        t.value("place", "Atyrau", ATYRAU), t.value("target", "prosecutor's office", "government"),
        t.value("killed", "two people were killed", Figure(2, 2), police),
        t.value("injured", "five injured", Figure(5, 5), police),
    )  # fmt: skip
    return t


def caspian_ledger() -> Telling:
    return _police("Caspian Ledger", "https://caspian-ledger.example/a/17", at(1, 10))


def oil_port_mirror() -> Telling:
    return _police("Oil Port Mirror", "https://oil-port-mirror.example/news/bomb", at(1, 15))


def radio_zhaiyk() -> Telling:
    t = Telling(
        "Radio Zhaiyk", "https://radio-zhaiyk.example/n/204", at(2, 9),
        (
            "Three people died in Monday's blast in Atyrau, the health department said.",
            "Sword of the Steppe denied that it had anything to do with the bomb.",
        ),
    )  # fmt: skip
    toll = t.says("report", "Three people died", t.voice("the health department", "official", "said"))
    denial = t.says(
        "denial", "it had anything to do with the bomb", t.voice(GROUP, "group", "denied"), medium="written statement"
    )
    t.tells(
        "bombing", "attack", "happened",
        t.value("type", "blast", "bombing"), t.value("happened", "Monday", MONDAY),
        t.value("place", "Atyrau", ATYRAU), t.value("killed", "Three people died", Figure(3, 3), toll),
        t.value("perpetrator", "it had anything", Perpetrator(GROUP, "claimed", True, "group"), denial,
                polarity="negated"),
    )  # fmt: skip
    return t


def _meridian(dead: str, number: int, known: datetime, more: tuple[str, ...] = ()) -> Telling:
    t = Telling(
        "Evening Meridian", "https://evening-meridian.example/atyrau-bomb", known,
        (f"{dead} people were dead after the bomb in Atyrau on Monday, reports said.", *more),
        title="Toll of Atyrau bomb",
    )  # fmt: skip
    toll = t.says("report", f"{dead} people were dead", t.voice("reports", "unknown", "said", "reports"))
    t.tells(
        "bombing", "attack", "happened",
        t.value("type", "bomb", "bombing"), t.value("happened", "Monday", MONDAY), t.value("place", "Atyrau", ATYRAU),
        t.value("killed", f"{dead} people were dead", Figure(number, number), toll),
    )  # fmt: skip
    return t


def evening_meridian() -> Telling:
    return _meridian("Four", 4, at(2, 18))


def evening_meridian_edited() -> Telling:
    t = _meridian("Three", 3, at(3, 12), ("In August, 18 suspected members were arrested in Kazakhstan.",))
    t.tells(
        "arrest", "state_action", "background",
        t.value("type", "arrested", "arrest"), t.value("happened", "August", AUGUST),
        t.value("place", "Kazakhstan", KAZAKHSTAN),
        t.value("detained", "18 suspected members", Figure(18, 18, "suspected members")),
    )  # fmt: skip
    return t


def protest() -> Telling:
    t = Telling(
        "Radio Zhaiyk", "https://radio-zhaiyk.example/n/219", at(4, 9),
        (
            'Oil workers near Qulsary marched on Friday under the words "Қазақстан, біз мұндамыз", and nobody '
            "was hurt.",
            "=SUM(1;2) stood on a banner, said a 32-year-old welder.",
        ),
    )  # fmt: skip
    t.says("report", "=SUM(1;2) stood on a banner", t.voice("a 32-year-old welder", "person", "said"))
    t.tells(
        "protest", "unrest", "happened",
        t.value("type", "marched", "protest"), t.value("happened", "Friday", FRIDAY),
        t.value("place", "near Qulsary", KULSARY),
        t.value("injured", "nobody was hurt", Figure(0, 0), qualifier="exact"),
    )  # fmt: skip
    return t


def fill() -> None:
    """Write the fixed ledger into the open house."""
    original = caspian_ledger().reading().document.id
    copy = oil_port_mirror().reading().document.id
    _add(steppe_courier(), {"i1": BLAST}, opens=("i1",))
    _add(caspian_ledger(), {"i1": BLAST})
    _add(oil_port_mirror(), {"i1": BLAST}, (CopyLink(copy, original, "verbatim", 1.0, at(1, 15)),))
    _add(radio_zhaiyk(), {"i1": BLAST})
    _add(evening_meridian(), {"i1": BLAST})
    _add(evening_meridian_edited(), {"i1": BLAST, "i2": ARREST}, opens=("i2",))
    _add(protest(), {"i1": PROTEST}, opens=("i1",))


def _add(
    telling: Telling, incidents: dict[str, str], copies: tuple[CopyLink, ...] = (), opens: tuple[str, ...] = ()
) -> None:
    from sayso.store.writer import Writer

    reading = telling.reading()
    capture = Capture(telling.url, telling.text.encode(), telling.known, "text/plain", "utf-8")
    links = tuple(
        Link(report, incident, report in opens, "same", 0.9, "same day, place and kind" if report not in opens else
             "nothing like it was known", "hand/1")
        for report, incident in incidents.items()
    )  # fmt: skip
    place = ReportPlace(date(2011, 10, 31), date(2011, 10, 31), "KZ", "{}")
    writer = Writer()
    with writer.turn():
        writer.add(
            Entry(
                capture, Given(url=telling.url, outlet=telling.outlet), True, reading, telling.known,
                dict.fromkeys(incidents, place), links, copies, (),
            )
        )  # fmt: skip
