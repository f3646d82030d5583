"""Which assertion a judgement is about."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from fixed_ledger import BLAST, NOW

from sayso.export.case import Case
from sayso.export.verdicts import given_values, verdicts
from sayso.model import Judgement

Cases = tuple[Case, ...]


@pytest.fixture
def blast(fixed_cases: Cases) -> Case:
    return next(c for c in fixed_cases if c.id == BLAST)


def earlier(case: Case, shift: int, field: str = "killed") -> Case:
    """The Case with a judgement on an earlier reading, whose assertion had another id ``shift`` further on."""
    about = case.said("killed")[0]
    span = about.assertion.span
    anchor = {"spans": [[span.start + shift, span.end + shift]], "field": field}
    payload = json.dumps({"report": about.report, "field": field, "anchor": anchor})
    return replace(case, judgements=(Judgement("j", "reject", "gone", "reviewer", NOW, "wrong", payload),))


def test_a_judgement_is_about_its_subject(blast: Case) -> None:
    about = blast.said("injured")[0]
    made = replace(blast, judgements=(Judgement("j", "accept", about.id, "reviewer", NOW, "right"),))
    assert [a for _, a in verdicts(made)] == [about]


def test_a_judgement_on_an_earlier_reading_is_about_the_same_words(blast: Case) -> None:
    assert [a for _, a in verdicts(earlier(blast, 3))] == [blast.said("killed")[0]]


@pytest.mark.parametrize(("shift", "field"), [(10_000, "killed"), (0, "missing")])
def test_a_judgement_whose_words_are_gone_is_left_out(blast: Case, shift: int, field: str) -> None:
    assert list(verdicts(earlier(blast, shift, field))) == []


def test_a_judgement_without_a_place_in_the_text_is_left_out(blast: Case) -> None:
    made = replace(blast, judgements=(Judgement("j", "reject", "gone", "reviewer", NOW, "wrong"),))
    assert list(verdicts(made)) == []


def test_a_given_value_has_its_field_and_words(blast: Case) -> None:
    given = Judgement("j", "other_value", BLAST, "reviewer", NOW, "seen", '{"field": "killed", "shown": "2"}')
    made = replace(blast, judgements=(given,))
    assert [(f, v) for _, f, v in given_values(made)] == [("killed", "2")]
    assert list(verdicts(made)) == []
