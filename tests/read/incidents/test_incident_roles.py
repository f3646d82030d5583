"""Roles that the encoder gives to words become values where the rules have none."""

from dataclasses import replace

from sayso.gazetteer import open_gazetteer
from sayso.model import Assertion, Document, Mention, Perpetrator, Span
from sayso.read.encoder.roles import MADE_BY
from sayso.read.incidents import find_reports
from sayso.read.reader import english

TEXT = "A bomb went off at the depot in Lima on Monday, killing two people. Men in grey overalls had left it there."


def values(field: str, *roles: tuple[str, str], text: str = TEXT) -> list[Assertion]:
    parts = english(open_gazetteer())
    document = Document("d", "", text, language="en")
    passages = parts.passages(document)
    found: tuple[Mention, ...] = ()
    for _, part in parts.mentions:
        found += part(document, passages, found)
    for words, role in roles:
        span = Span(text.index(words), text.index(words) + len(words))
        found += (Mention("other", span, words, role=role, made_by=MADE_BY, score=0.8),)
    reports, _ = find_reports(document, passages, tuple(sorted(found, key=lambda m: m.span)), ())
    return [a for a in reports[0].assertions if a.field == field]


def test_a_target_that_no_rule_found_is_read_on_its_words() -> None:
    (target,) = values("target", ("the depot", "target"))
    assert (target.text, target.score, target.made_by.rsplit(":", 1)[1]) == ("the depot", 0.8, "target-encoder")


def test_nothing_is_added_without_a_role() -> None:
    assert values("target") == []


def test_words_that_a_rule_has_used_are_left_to_it() -> None:
    assert values("weapon", ("bomb", "weapon")) == values("weapon")


def test_a_victim_is_no_value() -> None:
    before = [replace(a) for field in ("target", "perpetrator", "person") for a in values(field)]
    after = [a for field in ("target", "perpetrator", "person") for a in values(field, ("two people", "victim"))]
    assert before == after


def test_who_is_not_named_has_the_status_unknown() -> None:
    (doer,) = values("perpetrator", ("bomb", "perpetrator_person"))
    assert (doer.value.named, doer.value.status) == (False, "unknown")  # type: ignore[union-attr]


NAMED = "A bomb went off at the depot in Lima on Monday, killing two. The self-styled Red Brigades (BR) had left it."


def test_a_body_has_its_own_name_and_its_short_form_is_no_other_body() -> None:
    roles = (("self-styled", "perpetrator_organisation"), ("BR", "perpetrator_organisation"))
    found = [a.value for a in values("perpetrator", *roles, text=NAMED)]
    assert [v.name for v in found if isinstance(v, Perpetrator)] == ["Red Brigades"]


def test_words_that_name_no_body_are_unnamed() -> None:
    text = NAMED.replace("self-styled Red Brigades (BR)", "armed group")
    (found,) = values("perpetrator", ("The armed group", "perpetrator_organisation"), text=text)
    assert isinstance(found.value, Perpetrator)
    assert (found.value.named, found.value.kind) == (False, "group")
