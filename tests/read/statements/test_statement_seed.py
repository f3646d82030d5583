"""The first case: one newspaper article with claims inside claims."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.shared


@pytest.fixture
def article(said, shared):
    return said((shared / "seed" / "atyrau.txt").read_text(encoding="utf-8"), outlet="The Moscow Times")


def test_newspaper_monitor_message_group(article):
    statement = article.about("the bombings were a response")
    assert article.chain(statement)[:2] == ["The Moscow Times", "SITE"]
    assert [v.kind for v in statement.attribution] == ["outlet", "monitor", "document", "group"]
    assert "Jund al-Khilafah" in article.chain(statement)[-1]


def test_the_first_sentence_is_a_claim_through_the_monitor(article):
    claim = article.about("responsibility for two explosions")
    assert claim.kind == "claim_of_responsibility"
    assert article.chain(claim)[1:] == ["SITE", "Jund al-Khilafah"]


def test_the_denial(article):
    denial = article.about("it was a suicide attack")
    assert denial.kind == "denial"
    assert "Jund al-Khilafah" in article.chain(denial)[-1]


def test_the_threat_through_the_monitor(article):
    threat = article.about("it would carry out more attacks")
    assert threat.kind == "threat"
    assert article.chain(threat)[1:] == ["SITE", "Jund al-Khilafah"]


def test_the_prosecutor_and_the_deputy_governor_through_the_agency(article):
    prosecutor = article.about("it had identified the bomber")
    governor = article.about('were the "last breath"')
    assert article.chain(prosecutor)[1] == article.chain(governor)[1] == "Novosti-Kazakhstan"
    assert article.chain(governor)[-1] == "Bolat Daukenov"


def test_the_company_by_phone(article):
    statement = article.about("working normally")
    assert statement.medium == "phone"
    assert article.chain(statement)[-1] == "Linsi Crain"


def test_the_narrator_contradicts_the_group(article):
    statement = next(s for s in article.all if s.mode == "narrator")
    assert statement.kind == "contradiction"
    assert article.chain(statement) == ["The Moscow Times"]
