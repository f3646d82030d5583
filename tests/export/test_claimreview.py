"""Claims and reviews as schema.org knows them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from documents import DESK, assert_golden, expanded, leaves
from fixed_ledger import ARREST, BLAST, NOW, PROTEST

from sayso.export.case import Case, CaseStatement
from sayso.export.claimreview import case_nodes, write_claims
from sayso.model import Judgement, Span, Voice

Cases = tuple[Case, ...]


@pytest.fixture
def blast(fixed_cases: Cases) -> Case:
    return next(c for c in fixed_cases if c.id == BLAST)


def document(cases: Cases, folder: Path) -> dict[str, Any]:
    return dict(json.loads(write_claims(iter(cases), folder, DESK)[0][0].read_text(encoding="utf-8")))


def nodes(case: Case, kind: str) -> list[dict[str, Any]]:
    return [n for n in case_nodes(case, DESK) if n["@type"] == kind]


def judged(case: Case, kind: str, field: str = "killed") -> Case:
    judgement = Judgement("j1", kind, case.said(field)[0].id, "reviewer", NOW, "seen on the video")  # type: ignore[arg-type]
    return replace(case, judgements=(judgement,))


def statement(case: Case, kind: str) -> CaseStatement:
    return next(s for s in case.statements if s.kind == kind)


def test_is_the_golden_file(fixed_cases: Cases, tmp_path: Path) -> None:
    with_review = tuple(judged(c, "accept") if c.id == BLAST else c for c in fixed_cases)
    [(made, count)] = write_claims(iter(with_review), tmp_path / "new", DESK)
    assert_golden(made, f"claims/{made.name}")
    assert count == len(json.loads(made.read_text(encoding="utf-8"))["@graph"])


def test_expands_without_a_network_and_every_term_is_known(fixed_cases: Cases, tmp_path: Path) -> None:
    cases = tuple(judged(c, "reject") if c.id == BLAST else c for c in fixed_cases)
    made = document(cases, tmp_path)
    assert made["@context"] == "https://schema.org"
    # a word that the context does not know falls out in expansion: then a leaf would be missing
    assert leaves(expanded(made, "terms.jsonld")) == leaves(made["@graph"]) + dates(made["@graph"])


def dates(node: Any) -> int:
    """How many values carry a type of their own in expanded form."""
    if isinstance(node, dict):
        return sum(k in ("startDate", "endDate", "datePublished") or dates(v) for k, v in node.items())
    return sum(map(dates, node)) if isinstance(node, list) else 0


def test_every_statement_is_a_claim(blast: Case) -> None:
    assert [n["text"] for n in nodes(blast, "Claim")] == [s.content for s in blast.statements]


def test_without_a_reviewer_there_is_no_review(fixed_cases: Cases) -> None:
    assert [n for case in fixed_cases for n in nodes(case, "ClaimReview")] == []


@pytest.mark.parametrize(("kind", "rating"), [("accept", 5), ("reject", 1)])
def test_a_standing_judgement_is_a_review_with_its_reason(blast: Case, kind: str, rating: int) -> None:
    [review] = nodes(judged(blast, kind), "ClaimReview")
    assert (review["reviewRating"]["ratingValue"], review["reviewRating"]["ratingExplanation"]) == (
        rating, "seen on the video",
    )  # fmt: skip
    assert review["claimReviewed"] == "The second blast killed the man who carried it"
    assert (review["author"]["name"], review["datePublished"]) == ("Steppe desk", "2011-11-05")


@pytest.mark.parametrize("kind", ["merge", "split", "not_this_incident", "other_value"])
def test_a_judgement_that_is_about_no_claim_is_no_review(blast: Case, kind: str) -> None:
    assert nodes(judged(blast, kind), "ClaimReview") == []


def test_what_the_narrator_says_is_reviewed_as_the_sentence(blast: Case) -> None:
    [review] = nodes(judged(blast, "accept", "type"), "ClaimReview")
    assert review["claimReviewed"] == blast.said("type")[0].sentence
    assert review["itemReviewed"]["author"]["name"] == "The Steppe Courier"


def test_the_chain_is_author_interpreters_and_publisher(blast: Case) -> None:
    claim = next(n for n in nodes(blast, "Claim") if n["text"] == "had done it")
    assert claim["author"] == {"@type": "Organization", "name": "Sword of the Steppe"}
    assert claim["claimInterpreter"] == [{"@type": "Organization", "name": "ARGUS"}]
    assert claim["appearance"][0]["publisher"]["name"] == "The Steppe Courier"
    chain = next(p["value"] for p in claim["additionalProperty"] if p["name"] == "attributionChain")
    assert chain == "The Steppe Courier → ARGUS → forum message → Sword of the Steppe"


def test_a_copy_names_where_it_appeared_first(blast: Case) -> None:
    claim = next(
        n for n in nodes(blast, "Claim") if n["appearance"][0]["publisher"]["name"] == "Oil Port Mirror"
    )  # fmt: skip
    assert claim["firstAppearance"]["publisher"]["name"] == "Caspian Ledger"


def test_words_that_hide_who_says_it_have_no_author(blast: Case) -> None:
    claim = next(n for n in nodes(blast, "Claim") if n["text"] == "Three people were dead")
    assert "author" not in claim


def test_a_private_person_is_an_author_by_role_only(fixed_cases: Cases) -> None:
    protest = next(c for c in fixed_cases if c.id == PROTEST)
    assert nodes(protest, "Claim")[0]["author"] == {"@type": "Person", "name": "a person"}


def test_direct_speech_is_a_quotation(blast: Case) -> None:
    [quotation] = nodes(blast, "Quotation")
    assert (quotation["text"], quotation["spokenByCharacter"]["name"]) == ("no passer-by was hurt", "Askar Dosov")


def test_what_was_not_said_is_marked(blast: Case) -> None:
    denied = replace(statement(blast, "claim_of_responsibility"), negated=True)
    [claim] = nodes(replace(blast, statements=(denied,)), "Claim")
    assert {"@type": "PropertyValue", "name": "negated", "value": "true"} in claim["additionalProperty"]


def test_a_country_has_no_coordinates(fixed_cases: Cases) -> None:
    [event] = nodes(next(c for c in fixed_cases if c.id == ARREST), "Event")
    assert (event["location"]["name"], "geo" in event["location"]) == ("Kazakhstan", False)


def test_a_statement_about_two_incidents_stands_once(blast: Case, tmp_path: Path) -> None:
    both = replace(
        statement(blast, "threat"), incidents=(BLAST, PROTEST), chain=(Voice("A", "A", "outlet"),), span=Span(0, 3)
    )
    cases = tuple(replace(blast, id=i, statements=(both,)) for i in (BLAST, PROTEST))
    made = [n for n in document(cases, tmp_path)["@graph"] if n["@type"] == "Claim"]
    assert [len(n["about"]) for n in made] == [2]
