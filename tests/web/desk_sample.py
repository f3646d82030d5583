"""Hand-built records for the desk: constructed outlets, constructed sentences, every state a page must show.

``SampleSource`` is a ``DeskSource``; offsets are found in the texts, never typed.
"""

# ruff: noqa: E501

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sayso.app.coverage import Coverage
from sayso.app.custody import Custody
from sayso.app.views import (
    ArticlePage,
    AssertionRow,
    FieldRow,
    FindingRow,
    IncidentLine,
    IncidentPage,
    ReportLine,
    SearchHit,
    StatementNode,
)  # fmt: skip
from sayso.model import (
    Assertion,
    Disagreement,
    Document,
    Dropped,
    Figure,
    Finding,
    Mention,
    Origin,
    OriginEdge,
    OriginGraph,
    OriginNode,
    Passage,
    Perpetrator,
    Place,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    Value,
    Voice,
    When,
)  # fmt: skip
from sayso.model.document import Foreign, Post

NIGHT = datetime(2031, 3, 4, 20, 10, tzinfo=UTC)

FIRST = """Blast at Kisumu freight yard kills three, police say

KISUMU, Kenya — A bomb left beside a customs shed killed three people and injured at least 12 on Tuesday, police said.

County commander Ruth Achieng told Lakeside Wire that the device was hidden in a fruit crate. "We have one man in custody," she said.

The yard lies about 600 kilometers west of the capital, Nairobi. No group has claimed responsibility."""

COPY = FIRST.replace("kills three, police say", "kills three")

CLAIM = """Monitor: little-known group claims yard bombing

NAIROBI — A message on a Telegram channel attributed to the Red Delta Front said its fighters planted the bomb in Kisumu, the monitoring service Harbour Watch reported on Wednesday.

The message put the number of dead at five and <threatened> "a second lesson" unless the port contract was withdrawn, Harbour Watch said.

The front denied that any of its members had been detained."""

TOLL = """Hospital raises toll after freight yard blast

KISUMU — Five people have died of wounds suffered in Tuesday's explosion, the county referral hospital said on Thursday.

Its spokesman said by phone that 14 others were being treated."""

_PLACE = Place("Kisumu", "Kenya", "KE", "Kisumu County", 191245, -0.1022, 34.7617, "settlement", 5000.0)
_OUTLETS = {
    "First": ("Lakeside Wire", FIRST, date(2031, 3, 4), NIGHT),
    "Copy": ("Nyanza Courier", COPY, date(2031, 3, 4), NIGHT + timedelta(hours=1)),
    "Claim": ("The Rift Post", CLAIM, date(2031, 3, 5), NIGHT + timedelta(hours=17)),
    "Toll": ("Lakeside Wire", TOLL, date(2031, 3, 6), NIGHT + timedelta(hours=40)),
}


def span(text: str, words: str) -> Span:
    """Where ``words`` stand for the first time in ``text``; a test that mistypes them fails here."""
    start = text.index(words)
    return Span(start, start + len(words))


def sentence(text: str, part: Span) -> Span:
    """The paragraph around a span, good enough as an evidence sentence."""
    start = text.rfind("\n\n", 0, part.start)
    end = text.find("\n\n", part.end)
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(text))


def document(key: str) -> Document:
    outlet, text, published, _ = _OUTLETS[key]
    title = text.partition("\n\n")[0]
    live = key == "Toll"
    return Document(
        posts=(Post(span(text, "KISUMU"), "2031-03-06T09:20:00+03:00"), Post(span(text, "Its spokesman"), "14:05")) if live else (),
        access="stub" if live else "", foreign=(Foreign(span(text, "NAIROBI"), "sw"),) if key == "Claim" else (),
        id=f"doc-{key.lower()}", capture="5a" * 32, text=text, title=title, title_span=Span(0, len(title)), outlet=outlet,
        outlet_basis="metadata", dateline="KISUMU, Kenya", published=Published(published, "metadata", "20:02+03:00"),
        language="en", url=f"https://example.org/{key.lower()}",
        dropped=(
            Dropped("Help us keep the lights on: give a coffee a month.", "appeal for money"),
            Dropped("Read more: Ten lakes to see this summer", "related links"),
        ),
    )  # fmt: skip


def outlet(key: str) -> Voice:
    return Voice(_OUTLETS[key][0], _OUTLETS[key][0], "outlet")


def voice(key: str, words: str, kind: str, cue: str = "", name: str = "") -> Voice:
    text = _OUTLETS[key][1]
    return Voice(words, name or words, kind, span(text, words), cue, span(text, cue) if cue else None)  # type: ignore[arg-type]


def row(
    key: str, number: int, field: str, said: str, words: str, chain: tuple[Voice, ...], origin: str, **more: object
) -> AssertionRow:
    name, text, published, known = _OUTLETS[key]
    part = span(text, words)
    around = sentence(text, part)
    return AssertionRow(
        id=f"a-{key}-{number}", field=field, datum_text=said, words=words, span=part, quote=around.of(text),
        quote_span=around, polarity=str(more.get("polarity", "asserted")), certainty=str(more.get("certainty", "stated")),
        qualifier="", chain=(outlet(key), *chain), statement=None, document=f"doc-{key.lower()}", outlet=name,
        published=published, known_from=known, origin=origin, score=0.9, superseded=bool(more.get("superseded", False)),
    )  # fmt: skip


def node(key: str, number: int, kind: str, content: str, chain: tuple[Voice, ...], **more: object) -> StatementNode:
    name, text, published, known = _OUTLETS[key]
    part = span(text, content)
    return StatementNode(
        key=f"doc-{key.lower()}/s{number}", kind=kind, content=content, span=part, quote=sentence(text, part).of(text),
        chain=(outlet(key), *chain), mode="indirect", medium=str(more.get("medium", "")),
        negated=bool(more.get("negated", False)), certainty="stated", document=f"doc-{key.lower()}", outlet=name,
        published=published, known_from=known, children=more.get("children", ()),  # type: ignore[arg-type]
    )  # fmt: skip


def _voices() -> dict[str, tuple[Voice, ...]]:
    monitor = voice("Claim", "Harbour Watch", "monitor", "reported")
    message = voice("Claim", "A message on a Telegram channel", "document", "attributed to")
    group = voice("Claim", "the Red Delta Front", "group", "said", "Red Delta Front")
    return {
        "police": (voice("First", "police", "official", "said"),),
        "police copy": (voice("Copy", "police", "official", "said"),),
        "commander": (voice("First", "Ruth Achieng", "official", "told"),),
        "group": (monitor, message, group),
        "hospital": (
            voice("Toll", "the county referral hospital", "organisation", "said", "County referral hospital"),
        ),
        "spokesman": (voice("Toll", "Its spokesman", "official", "said by phone", "spokesman of the hospital"),),
    }


def line() -> IncidentLine:
    killed = Value(
        "killed", "reported", Figure(5, 5), "latest_official", ("a-Toll-1",),
        ("a-First-1", "a-Copy-1", "a-Claim-1", "a-Toll-1"), 2, 2, disputed=True,
    )  # fmt: skip
    injured = Value("injured", "reported", Figure(14, 14), "latest_official", ("a-Toll-2",), ("a-Toll-2",), 1, 1)
    return IncidentLine(
        "KEN-4C1D02", "Bombing in Kisumu, Kenya", "bombing", "attack", "happened", _PLACE,
        When("2031-03-04", "day", ("2031-03-04",), "published"), killed, injured, 4, 3, True, True,
        NIGHT + timedelta(hours=40),
    )  # fmt: skip


def unknown(field: str, state: str = "not_reported") -> Value:
    return Value(field, state, None, "latest_official")  # type: ignore[arg-type]


def lines() -> tuple[IncidentLine, ...]:
    none = Value("killed", "reported_none", Figure(0, 0), "latest_official", n_reports=1, n_origins=1)
    oruro = Place("Oruro", "Bolivia", "BO", "Oruro", 3909234, -17.9833, -67.15, "settlement", 6000.0)
    valley = Place("Swat Valley", "Pakistan", "PK", "Khyber Pakhtunkhwa", None, 35.2, 72.4, "near", 60000.0)
    peru = Place("Peru", "Peru", "PE", precision="country")
    depot = Place("Nowy Port fuel depot", "Poland", "PL", "Pomerania", None, 54.402, 18.667, "site", 300.0)
    at_least = Value("killed", "reported", Figure(12, None, "victims", "at_least"), "latest_official", n_reports=1)
    return (
        line(),
        replace(
            line(), id="POL-91B7E0", title="Fire at a fuel depot in Gdańsk, Poland", type="fire", family="accident",
            place=depot, killed=none, injured=replace(line().injured, datum=Figure(4, 6, "victims", "range")),
            disputed=False, n_reports=2, n_origins=2, happened=When("2031-03-03", "day"),
        ),
        replace(
            line(), id="PAK-0D55AA", title="Shelling near the Swat Valley, Pakistan", type="shelling", family="strike",
            place=valley, killed=at_least, injured=unknown("injured", "reported_unclear"), disputed=False, n_reports=1,
            n_origins=1, happened=When(None, "day", ("2031-03-01", "2031-03-08"), "none"),
        ),
        replace(
            line(), id="BOL-77C3F9", title="Threat against the rail workshops in Oruro, Bolivia", type="threat",
            family="threat", status="threatened", place=oruro, killed=unknown("killed"), injured=unknown("injured"),
            disputed=False, n_reports=1, n_origins=1, happened=None,
        ),
        replace(
            line(), id="PER-2A00F1", title="Riot in Peru", type="riot", family="unrest", place=peru,
            killed=unknown("killed"), injured=unknown("injured", "not_read"), disputed=True, n_reports=3, n_origins=2,
            happened=When("2031-03", "month"),
        ),
    )  # fmt: skip


def _killed() -> FieldRow:
    say = _voices()
    clash = Disagreement(
        "killed", "later_update", "Three were counted on the night; the hospital counted five two days later.",
        (("a-First-1", "a-Copy-1"), ("a-Toll-1", "a-Claim-1")),
    )  # fmt: skip
    rows = (
        row("First", 1, "killed", "3", "killed three people", say["police"], "o1"),
        row("Copy", 1, "killed", "3", "killed three people", say["police copy"], "o1"),
        row("Claim", 1, "killed", "5", "five", say["group"], "o2"),
        row("Toll", 1, "killed", "5", "Five people", say["hospital"], "o3"),
    )
    return FieldRow("killed", line().killed, "5", rows, (clash,))


def fields() -> tuple[FieldRow, ...]:
    say = _voices()
    front = Perpetrator("Red Delta Front", "claimed", kind="group")
    claimed = Value("perpetrator", "reported", front, "latest_official", ("a-Claim-2",), ("a-Claim-2",), 1, 1, True)
    place = Value("place", "reported", _PLACE, "latest_official", ("a-First-4",), ("a-First-4",), 1, 1)
    return (
        FieldRow("happened", Value("happened", "reported", line().happened, "latest_official", ("a-First-3",), (), 1, 1),
                 "2031-03-04", (row("First", 3, "happened", "2031-03-04", "Tuesday", say["police"], "o1"),)),
        FieldRow("place", place, "Kisumu", (row("First", 4, "place", "Kisumu, Kenya", "KISUMU, Kenya", (), "o1"),)),
        _killed(),
        FieldRow("injured", line().injured, "14", (
            row("Toll", 2, "injured", "14", "14 others", say["spokesman"], "o3"),
            row("First", 2, "injured", "at least 12", "at least 12", say["police"], "o1"),
        )),
        FieldRow("missing", unknown("missing"), "", ()),
        FieldRow("perpetrator", claimed, "Red Delta Front (claimed)", (
            row("Claim", 2, "perpetrator", "Red Delta Front (claimed)", "its fighters planted the bomb", say["group"], "o2"),
        )),
        FieldRow("detained", unknown("detained", "reported_unclear"), "", (
            row("Claim", 3, "detained", "members", "any of its members had been detained", say["group"][2:], "o2",
                polarity="negated"),
            row("First", 5, "detained", "1", "one man in custody", say["commander"], "o1"),
        )),
    )  # fmt: skip


def statements() -> tuple[StatementNode, ...]:
    say = _voices()
    return (
        node("First", 1, "report", "A bomb left beside a customs shed killed three people and injured at least 12 on Tuesday",
             say["police"]),
        node("First", 2, "report", "the device was hidden in a fruit crate", say["commander"]),
        node("First", 3, "claim_of_responsibility", "No group has claimed responsibility", (), negated=True),
        node("Claim", 1, "claim_of_responsibility", "its fighters planted the bomb in Kisumu", say["group"], medium="message"),
        node("Claim", 2, "threat", 'threatened> "a second lesson" unless the port contract was withdrawn', say["group"]),
        node("Claim", 3, "denial", "any of its members had been detained", say["group"][2:]),
        node("Toll", 1, "confirmation", "Five people have died of wounds suffered in Tuesday's explosion", say["hospital"]),
        node("Toll", 2, "report", "14 others were being treated", say["spokesman"], medium="phone"),
    )  # fmt: skip


def finding() -> Finding:
    words = "about 600 kilometers west of the capital, Nairobi"
    return Finding(
        "distance", "warning", "about 600 km west of Nairobi", "about 265 km, west-north-west", words, span(FIRST, words),
        "Kisumu lies about 265 km from Nairobi on the great circle, not about 600 km.",
    )  # fmt: skip


def report_line(key: str, number: int, copy_of: str = "", why: str = "") -> ReportLine:
    name, text, published, known = _OUTLETS[key]
    return ReportLine(
        f"doc-{key.lower()}/i{number}", f"doc-{key.lower()}", text.partition("\n\n")[0], name,
        f"https://example.org/{key.lower()}", published, known, "happened", copy_of, "edited" if copy_of else "",
        why or "same day, place and type", True,
    )  # fmt: skip


def incident_page(as_of: datetime | None = None, rule: str | None = None) -> IncidentPage:
    killed = _killed()
    return IncidentPage(
        line(), as_of, rule or "latest_official", fields(), statements(),
        (FindingRow(finding(), "doc-first", "Lakeside Wire"),),
        (
            report_line("First", 1, why="the first report"),
            report_line("Copy", 1, "doc-first", "edited copy of the first report"),
            report_line("Claim", 1, why="same place and type, the day before"),
            report_line("Toll", 1, why="“Tuesday's explosion”, same place"),
        ),
        (
            Origin("o1", "Kisumu police", "official", ("doc-first/i1", "doc-copy/i1"),
                   ("edited copy: 97 % of the words of Lakeside Wire", "same voice: police")),
            Origin("o2", "Red Delta Front", "group", ("doc-claim/i1",)),
            Origin("o3", "County referral hospital", "organisation", ("doc-toll/i1",)),
        ),
        killed.disagreements,
        graph=graph(),
    )  # fmt: skip


def graph() -> OriginGraph:
    """The first report with its copy, the claim, the hospital's toll."""
    origins = (
        Origin("o1", "Kisumu police", "official", ("doc-first/i1", "doc-copy/i1"), ("same voice: police",)),
        Origin("o2", "Red Delta Front", "group", ("doc-claim/i1",)),
    )
    nodes = (
        OriginNode("doc-first", "document", "Lakeside Wire", "outlet", "o1"),
        OriginNode("doc-copy", "document", "Rift Daily", "outlet", "o1"),
        OriginNode("doc-claim", "document", "Harbour Post", "outlet", "o2"),
        OriginNode("v1", "voice", "Kisumu police", "official"),
        OriginNode("v2", "voice", "Red Delta Front", "group"),
    )
    edges = (
        OriginEdge("doc-first", "v1", "cites", "cites Kisumu police"),
        OriginEdge("doc-copy", "doc-first", "copy_of", "edited copy: 5 of 6 sentences word for word", 0.97, "doc-copy"),
        OriginEdge("doc-claim", "v2", "cites", "cites Red Delta Front"),
    )
    return OriginGraph(origins, nodes, edges)


def _mention(kind: str, text: str, words: str, datum: object) -> Mention:
    return Mention(kind, span(text, words), words, datum=datum)  # type: ignore[arg-type]


def article_page(key: str = "Claim") -> ArticlePage:
    doc = document(key)
    text = doc.text
    told = [n for n in statements() if n.document == doc.id]
    said = tuple(
        Statement(f"s{i}", n.kind, n.span, n.chain, negated=n.negated, score=1.0 if i == 1 else 0.6)  # type: ignore[arg-type]
        for i, n in enumerate(told, 1)
    )
    rows = [r for f in fields() for r in f.assertions if r.document == doc.id]
    assertions = tuple(
        Assertion(r.field, r.datum_text, r.words, r.span, polarity=r.polarity)  # type: ignore[arg-type]
        for r in rows
    )
    mentions = (
        _mention("place", text, "KISUMU" if key == "Toll" else "Kisumu", _PLACE),
        _mention("date", text, "Wednesday" if key == "Claim" else "Tuesday", When("2031-03-05", "day")),
    )
    return ArticlePage(
        doc,
        Reading(
            doc, (Passage(Span(0, 20), 0, 0),), mentions, said, (Report("i1", "bombing", "attack", "happened", assertions),),
            (finding(),) if key == "First" else (), "rules 0.1",
        ),
        (("i1", "KEN-4C1D02"),), _OUTLETS[key][3], doc.url, True,
    )  # fmt: skip


class SampleSource:
    """A small world that also forgets: before ``NIGHT`` nothing was known."""

    def list_incidents(
        self, as_of: datetime | None = None, *, query: str = "", type: str = "", family: str = "",
        include_background: bool = False, disputed: bool = False, rule: str | None = None,
        limit: int | None = None, offset: int = 0,
    ) -> tuple[IncidentLine, ...]:  # fmt: skip
        if as_of is not None and as_of < NIGHT:
            return ()
        found = tuple(
            one
            for one in lines()
            if query.casefold() in one.title.casefold() and type in ("", one.type) and family in ("", one.family)
            and (one.disputed or not disputed)
        )  # fmt: skip
        return found[offset:][:limit]

    def kinds(self, as_of: datetime | None = None, **ask: Any) -> Counter[tuple[str, str]]:
        return Counter((one.type, one.family) for one in self.list_incidents(as_of, **ask))

    def incident_page(
        self, incident_id: str, as_of: datetime | None = None, *, rule: str | None = None
    ) -> IncidentPage | None:
        if as_of is not None and as_of < NIGHT:
            return None
        page = incident_page(as_of, rule)
        if incident_id == page.line.id:
            return page
        bare = {one.id: one for one in lines()}.get(incident_id)
        return bare and replace(
            page, line=bare, fields=(), statements=(), findings=(), reports=(), origins=(), disagreements=()
        )

    def article_page(self, document_id: str, as_of: datetime | None = None) -> ArticlePage | None:
        if document_id == "doc-broken":
            raise RuntimeError("the source broke on purpose")
        by_id = {f"doc-{key.lower()}": key for key in _OUTLETS}
        return article_page(by_id[document_id])

    def coverage(self, as_of: datetime | None = None) -> Coverage | None:
        if as_of is not None and as_of < NIGHT:
            return Coverage(0, 0, None)
        troubled = {"blocked": (("steppe", "The Steppe"),), "silent": (("rift", "The Rift Post"),)}
        return Coverage(5, 4, NIGHT, troubled, 0, None if as_of else True)

    def custody(self, digest: str, as_of: datetime | None = None) -> Custody | None:
        gone = NIGHT + timedelta(days=30)
        return Custody(digest, (), (("rift", "The Rift Post", True),), gone, "kept 30 days")

    def search(self, query: str, as_of: datetime | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        hits = []
        for key, (name, text, published, _) in _OUTLETS.items():
            at = text.casefold().find(query.casefold())
            if at < 0:
                continue
            start = max(0, at - 60)
            cut = text[start : at + 140]
            found = (Span(at - start, at - start + len(query)),)
            title = text.partition("\n\n")[0]
            hits.append(SearchHit(f"doc-{key.lower()}", title, name, published, cut, found, ("KEN-4C1D02",), True))
        return tuple(hits[:limit])
