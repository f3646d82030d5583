"""schema.org JSON-LD: a Claim for each statement, and a ClaimReview only where a person reviewed it.

Incidents are Events, direct speech is a Quotation. Private persons are named by their role only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sayso.export import phrases
from sayso.export.addresses import web_address
from sayso.export.case import Case, CaseAssertion, CaseReport, CaseStatement
from sayso.export.files import staged
from sayso.export.options import Options
from sayso.export.verdicts import verdicts
from sayso.export.voices import chain_line, class_of, role_of, shown
from sayso.lang.privacy import is_public
from sayso.model import Attribution, Judgement, Voice

FILE = "claims.jsonld"
CONTEXT = "https://schema.org"
_SPACE = UUID("c1a5e6b0-5a0c-4f0e-9f0b-6f6d1c1f7b52")
Node = dict[str, Any]

RATINGS = {"accept": (5, "Accepted"), "reject": (1, "Not accepted")}
"""Kind of a judgement to the rating of 1 to 5 and its words; the reason of the reviewer stands beside it."""


def write_claims(cases: Iterable[Case], folder: Path, options: Options) -> list[tuple[Path, int]]:
    """Write ``folder``/claims.jsonld, one node a line.

    Args:
        cases: read once, none is kept.
        folder: made when missing; a file of the same name is replaced.
        options: ``publisher`` is the author of reviews, ``links`` gives their addresses.

    Returns:
        (path, number of nodes).

    Raises:
        SaysoError: the folder cannot be written.
    """
    count = 0
    told: set[str] = set()
    with staged(folder) as stage:
        out = stage.text(FILE)
        out.write(f'{{"@context":"{CONTEXT}","@graph":[\n')
        for case in cases:
            for node in case_nodes(case, options):
                # only a statement about several incidents can come twice
                if node["@id"] not in told:
                    out.write((",\n" if count else "") + json.dumps(node, ensure_ascii=False, separators=(",", ":")))
                    count += 1
            told.update(statement_id(s.key) for s in case.statements if len(s.incidents) > 1)
        out.write("\n]}\n")
    return [(folder / FILE, count)]


def case_nodes(case: Case, options: Options) -> Iterator[Node]:
    """The Event, its Claims and Quotations, and the ClaimReviews of standing judgements."""
    reports = {r.key: r for r in case.reports}
    yield _event(case, options)
    for s in case.statements:
        yield {"@id": statement_id(s.key), **_claim(s, case, reports)}
        if s.mode == "direct":
            yield _quotation(s, reports)
    yield from _reviews(case, options, reports)


def statement_id(key: str) -> str:
    """Address of a statement, the same in every export."""
    return _urn("statement", key)


def _urn(*key: str) -> str:
    return f"urn:uuid:{uuid5(_SPACE, chr(31).join(key))}"


def _event(case: Case, options: Options) -> Node:
    page = f"{options.links.rstrip('/')}/incident/{case.id}" if options.links else None
    return _full(
        {
            "@id": _urn("incident", case.id),
            "@type": "Event",
            "identifier": case.id,
            "name": case.title,
            "description": f"{phrases.toll(case, 'killed')}; {phrases.toll(case, 'injured')}; {phrases.counts(case)}",
            "url": page,
            "startDate": case.day_from.isoformat() if case.day_from else None,
            "endDate": case.day_to.isoformat() if case.day_to else None,
            "location": _location(case),
            "subjectOf": [_article(r) for r in case.reports if r.superseded_at is None],
        }
    )


def _location(case: Case) -> Node | None:
    place = case.place
    if place is None:
        return None
    address = {"addressRegion": place.admin1, "addressCountry": place.country_code}
    geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if case.is_pinned else None
    made = {"@type": "Place", "name": phrases.where(place), "geo": geo}
    return _full({**made, "address": _full({"@type": "PostalAddress", **address}) if any(address.values()) else None})


def _claim(s: CaseStatement, case: Case, reports: dict[str, CaseReport]) -> Node:
    """A Claim: the origin is its author, voices between are interpreters, the article is where it appears."""
    report = reports.get(s.report)
    articles = [_article(report)] if report else []
    first = next((r for r in case.reports if report and r.document == report.copy_of), report)
    return _full(
        {
            "@type": "Claim",
            "text": s.content,
            "author": _voice(s.chain[-1]) if s.chain else None,
            "datePublished": s.said_at.date().isoformat(),
            "firstAppearance": _article(first) if first else None,
            "appearance": articles,
            "claimInterpreter": [made for v in s.chain[1:-1] if (made := _voice(v))],
            "about": [{"@id": _urn("incident", i)} for i in s.incidents],
            "additionalProperty": _properties(s),
        }
    )


def _properties(s: CaseStatement) -> list[Node]:
    pairs = [("attributionChain", _chain(s.chain)), ("statementKind", s.kind), ("certainty", s.certainty)]
    if s.negated:
        pairs.append(("negated", "true"))
    return [_property(name, value) for name, value in pairs if value]


def _property(name: str, value: str) -> Node:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _chain(chain: Attribution) -> str:
    return chain_line([shown(v) for v in chain])


def _quotation(s: CaseStatement, reports: dict[str, CaseReport]) -> Node:
    report = reports.get(s.report)
    return _full(
        {
            "@id": _urn("quotation", s.key),
            "@type": "Quotation",
            "text": s.content,
            "spokenByCharacter": _voice(s.chain[-1]) if s.chain else None,
            "isBasedOn": _article(report) if report else None,
        }
    )


def _voice(voice: Voice) -> Node | None:
    """A voice as schema.org knows it: a body, or a person, who has no name here unless public.

    None for documents and for those the words hide: they are no agents; the chain has their words.
    """
    if voice.kind in ("document", "unknown"):
        return None
    if not is_public(voice.kind):
        return {"@type": "Person", "name": role_of(voice.name, voice.kind)}
    person = class_of(voice.name, voice.kind) == "individual"
    return {"@type": "Person" if person else "Organization", "name": voice.name}


def _article(report: CaseReport) -> Node:
    publisher = {"@type": "Organization", "name": report.outlet} if report.outlet else None
    return _full(
        {
            "@type": "NewsArticle",
            "url": web_address(report),
            "headline": report.title,
            "datePublished": report.published.isoformat() if report.published else None,
            "inLanguage": report.language,
            "publisher": publisher,
        }
    )


def _reviews(case: Case, options: Options, reports: dict[str, CaseReport]) -> Iterator[Node]:
    statements = {s.key: s for s in case.statements}
    for judgement, about in verdicts(case):
        yield _review(judgement, about, statements.get(about.statement), case, options, reports)


def _review(
    judgement: Judgement, about: CaseAssertion, s: CaseStatement | None, case: Case, options: Options,
    reports: dict[str, CaseReport],
) -> Node:  # fmt: skip
    rating, words = RATINGS[judgement.kind]
    desk = {"@type": "Organization", "name": options.publisher, "url": options.links or None}
    page = f"{options.links.rstrip('/')}/incident/{case.id}#{about.id}" if options.links else None
    rated = {"@type": "Rating", "ratingValue": rating, "bestRating": 5, "worstRating": 1, "alternateName": words}
    item, value = _claim(s, case, reports) if s else _told(about, reports), phrases.said(about)
    return _full(
        {
            "@id": _urn("review", judgement.id),
            "@type": "ClaimReview",
            "url": page,
            "datePublished": judgement.at.date().isoformat(),
            "author": _full(desk),
            "claimReviewed": s.content if s else about.sentence,
            "itemReviewed": {**item, "additionalProperty": [*item["additionalProperty"], _property("value", value)]},
            "reviewRating": {**rated, "ratingExplanation": judgement.reason},
        }
    )


def _told(about: CaseAssertion, reports: dict[str, CaseReport]) -> Node:
    """The Claim of a value that the narrator gives: the outlet is its author."""
    report = reports.get(about.report)
    return _full(
        {
            "@type": "Claim",
            "text": about.sentence,
            "author": _voice(about.chain[-1]) if about.chain else None,
            "datePublished": about.said_at.date().isoformat(),
            "appearance": [_article(report)] if report else [],
            "additionalProperty": [_property("attributionChain", _chain(about.chain))],
        }
    )


def _full(node: Node) -> Node:
    """The node without what is unknown."""
    return {k: v for k, v in node.items() if v not in (None, "", [])}
