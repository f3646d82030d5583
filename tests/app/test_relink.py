"""A document read again is no copy of itself: only other documents lend its reports the bonus of a near copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ledger_sample import at, blast, store
from sayso.model import Reading

MORE = (
    "Shops on Satpayev Street lost their windows near the Ural bridge, and the Makhambet school closed until spring. "
    "Buses turned round at the market, a court put off two hearings, and bakers gave bread away."
)


def why_of(reading: Reading) -> str:
    """The reason of the last link of its first report."""
    from sayso.store.models import LinkRow

    key = f"{reading.document.id}/i1"
    return str(LinkRow.objects.filter(report__key=key).order_by("since", "id").values_list("why", flat=True).last())


def read_again(made: tuple) -> tuple[str, float]:
    """Reason and score of its link when another reader reads it."""
    from sayso.app.linking import relink_reading

    (link,) = relink_reading(made[0], replace(made[1], reader="hand/2"), at(9)).links
    return link.why, link.score


def test_a_document_is_not_its_own_copy(ledger: Path) -> None:
    one, other = blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova")
    store(one, other)
    assert "near copy" not in read_again(one)[0]
    assert "near copy" not in read_again(other)[0]


def test_copies_are_told_in_both_directions(ledger: Path) -> None:
    from sayso.store.sides import copies_of

    first, copy = blast("Daily Steppe", 2, known=at(1), more=MORE), blast("Gulf Herald", 2, known=at(2), more=MORE)
    store(first, copy)
    one, other = first[1].document.id, copy[1].document.id
    assert "near copy" in why_of(copy[1])
    assert copies_of((one, other)) == {one: frozenset({other}), other: frozenset({one})}


def test_the_only_report_of_an_incident_comes_back_to_it(ledger: Path) -> None:
    from sayso.app.linking import relink_reading
    from sayso.store.view import View

    one = blast("Daily Steppe", 2, known=at(1))
    store(one)
    (link,) = relink_reading(one[0], replace(one[1], reader="hand/2"), at(9)).links
    assert not link.opens
    assert [link.incident] == list(View().linked_reports())
