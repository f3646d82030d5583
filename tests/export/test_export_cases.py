"""Cases out of the ledger: every value under every rule is the one that weighing gives."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from fixed_ledger import ARREST, BLAST, NOW, PROTEST, at

from sayso.export.case import Case
from sayso.model import Rule


def test_values_are_those_of_weighing(fixed_cases: tuple[Case, ...]) -> None:
    from sayso.app.gather import gather
    from sayso.store.view import View
    from sayso.weigh import weigh

    gathered = gather(View(NOW))
    for case in fixed_cases:
        for held in case.fields:
            wanted = [weigh(held.field, gathered[case.id].said[held.field], rule) for rule in get_args(Rule)]
            assert list(held.values) == wanted, held.field


def test_cases_come_in_order_of_their_ids(fixed_cases: tuple[Case, ...]) -> None:
    assert [c.id for c in fixed_cases] == sorted((BLAST, ARREST, PROTEST))


def test_only_the_incidents_asked_for(fixed: Path) -> None:
    from sayso.app.export_cases import cases

    assert [c.id for c in cases(NOW, ids=(BLAST, "KAZ-000000"))] == [BLAST]


def test_the_first_toll_is_told_between_two(fixed: Path) -> None:
    from sayso.app.export_cases import cases

    (case,) = cases(at(1, 9))
    assert [(a.assertion.text, a.counts) for a in case.said("killed")] == [("killed the man who carried it", True)]
    assert list(cases(at(1, 7))) == []


def test_an_edit_counts_from_its_time_on(fixed: Path) -> None:
    from sayso.app.export_cases import cases

    before, after = next(iter(cases(at(3, 11), ids=(BLAST,)))), next(iter(cases(at(3, 13), ids=(BLAST,))))
    assert before.number("killed", "highest") == 4
    assert after.number("killed", "highest") == 3


def test_a_country_has_no_point(fixed_cases: tuple[Case, ...]) -> None:
    arrest = next(c for c in fixed_cases if c.id == ARREST)
    assert arrest.place is not None
    assert (arrest.place.lat, arrest.place.lon, arrest.is_pinned) == (None, None, False)


def test_the_whole_chain_stands_behind_a_claim(fixed_cases: tuple[Case, ...]) -> None:
    blast = next(c for c in fixed_cases if c.id == BLAST)
    claim = next(s for s in blast.statements if s.kind == "claim_of_responsibility")
    assert [v.name for v in claim.chain] == ["The Steppe Courier", "ARGUS", "forum message", "Sword of the Steppe"]


def test_a_private_voice_stands_by_role(fixed_cases: tuple[Case, ...]) -> None:
    protest = next(c for c in fixed_cases if c.id == PROTEST)
    assert [s.chain[-1].name for s in protest.statements] == ["a 32-year-old welder"]  # names nobody: words stay
