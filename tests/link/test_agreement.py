"""Krippendorff's alpha over judgements, against values worked out elsewhere."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from sayso.link.agreement import agreement, units
from sayso.model import Judgement

START = datetime(2026, 3, 1, tzinfo=UTC)


def rows(table: dict[str, str]) -> list[Judgement]:
    """One judgement for each letter: "a" accept, "r" reject, "." nothing; one string per reviewer."""
    kinds = {"a": "accept", "r": "reject"}
    found = []
    for author, letters in table.items():
        for n, letter in enumerate(letters):
            if letter in kinds:
                at = START + timedelta(minutes=len(found))
                found.append(Judgement(f"{author}{n}", kinds[letter], f"item{n}", author, at, "why"))  # type: ignore[arg-type]
    return found


def figure(author: str, item: int, low: int) -> Judgement:
    payload = {"field": "killed", "value": {"is": "Figure", "low": low, "high": low}, "shown": str(low)}
    at = START + timedelta(minutes=item)
    return Judgement(f"{author}{item}", "other_value", f"I{item}", author, at, "why", json.dumps(payload))


def test_alpha_of_binary_data() -> None:
    # Krippendorff (2011) table B: observers 0100000000 and 1110010100 over ten items, alpha = 0.095
    def letters(bits: str) -> str:
        return bits.replace("0", "a").replace("1", "r")

    found = agreement(units(rows({"Meg": letters("0100000000"), "Owen": letters("1110010100")})))[0]
    assert (found.group, found.items, found.level) == ("values", 10, "nominal")
    assert found.alpha == pytest.approx(0.095, abs=0.001)
    assert "says little" in found.note


def test_items_of_one_reviewer_do_not_count_and_missing_ones_do_no_harm() -> None:
    found = agreement(units(rows({"Ann": "arar..", "Bo": "ararar"})))[0]
    assert (found.items, found.alpha) == (4, 1.0)


def test_unanimity_on_one_verdict_has_no_alpha() -> None:
    found = agreement(units(rows({"Ann": "aaa", "Bo": "aaa"})))[0]
    assert found.alpha is None
    assert "nothing to measure" in found.note


def test_figures_are_compared_by_ratio() -> None:
    near = [figure("Ann", n, v) for n, v in enumerate((2, 10, 30, 4))]
    near += [figure("Bo", n, v) for n, v in enumerate((2, 10, 31, 4))]
    far = [*near[:4], *(figure("Bo", n, v) for n, v in enumerate((20, 1, 3, 40)))]
    good, bad = agreement(units(near))[0], agreement(units(far))[0]
    assert (good.group, good.level) == ("figures", "ratio")
    assert good.alpha is not None
    assert bad.alpha is not None
    assert good.alpha > 0.99 > 0 > bad.alpha


def test_a_change_of_mind_counts_and_so_does_what_an_adjudicator_took_back() -> None:
    ann, bo = rows({"Ann": "a"})[0], rows({"Bo": "r"})[0]
    later = START + timedelta(days=1)
    own = Judgement("w1", "withdraw", ann.id, "Ann", later, "mistake")
    chief = Judgement("w2", "withdraw", ann.id, "Chief", later, "no")
    assert units([ann, bo, own]) == ()
    unit = units([ann, bo, chief])[0]
    assert not unit.is_agreed
    assert not unit.open
    assert units([ann, bo])[0].open


def test_a_split_and_a_report_kept_are_about_one_item() -> None:
    split = Judgement("s", "split", "A", "Ann", START, "why", json.dumps({"reports": ["d/i1"], "to": "N"}))
    kept = Judgement("k", "accept", "d/i1", "Bo", START + timedelta(days=1), "why", json.dumps({"second": True}))
    assert [(u.subject, u.group, u.open) for u in units([split, kept])] == [("d/i1", "links", True)]
