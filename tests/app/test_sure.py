"""What is left of a reading when only what is sure enough is wanted."""

import pytest

from sayso.app.sure import at_least
from sayso.model import Assertion, Document, Figure, Mention, Reading, Report, Span, Statement, Voice

TEXT = "Police said two people died."
SAID = Statement("s1", "report", Span(12, 27), (Voice("Police", "Police", "official"),), score=0.6)


def reading(*statements: Statement, assertion: Assertion) -> Reading:
    return Reading(
        Document("d", "", TEXT), mentions=(Mention("actor", Span(0, 6), "Police", score=0.7),), statements=statements,
        reports=(Report("i1", "bombing", "attack", "happened", (assertion,)),),
    )  # fmt: skip


def killed(statement: str | None, score: float = 1.0) -> Assertion:
    return Assertion("killed", Figure(2, 2), "two people died", Span(12, 27), statement, score=score)


def test_a_value_said_in_a_doubtful_statement_does_not_become_the_outlets() -> None:
    left = at_least(reading(SAID, assertion=killed("s1")), 0.65)
    assert (left.statements, left.reports, len(left.mentions)) == ((), (), 1)


def test_at_the_score_itself_it_stays() -> None:
    assert at_least(reading(SAID, assertion=killed("s1")), 0.6).statements == (SAID,)


def test_what_is_said_inside_a_doubtful_statement_goes_with_it() -> None:
    inner = Statement("s2", "report", Span(12, 20), SAID.attribution, parent="s1", depth=2)
    left = at_least(reading(SAID, inner, assertion=killed(None)), 0.65)
    assert (left.statements, len(left.reports)) == ((), 1)


def test_a_doubtful_value_goes_alone() -> None:
    left = at_least(reading(SAID, assertion=killed("s1", 0.5)), 0.55)
    assert (left.statements, left.reports) == ((SAID,), ())


@pytest.mark.parametrize("least", [-0.1, 1.1])
def test_a_score_lies_between_nought_and_one(least: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        at_least(reading(SAID, assertion=killed("s1")), least)
