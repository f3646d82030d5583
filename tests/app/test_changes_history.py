"""What is told from a loaded history is what the ledger itself answers at every moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ledger_sample import at, blast, claim, store


def test_a_state_carried_on_is_the_state_made_anew(ledger: Path) -> None:
    from sayso.app.change_state import state_of
    from sayso.app.gather import gather
    from sayso.store.history import History
    from sayso.store.moments import moments
    from sayso.store.view import View

    _a_history()
    (incident,) = View().linked_reports()
    history, before = History((incident,)), None
    times = sorted(moments({incident: at(1)})[incident])
    assert len(times) >= 6
    for time in times:
        loaded = state_of(gather(history.view(time), (incident,))[incident], "median_of_origins", before)
        asked = state_of(gather(View(time), (incident,))[incident], "median_of_origins")
        assert loaded == asked
        before = loaded


def test_what_is_unpacked_again_is_the_same(ledger: Path) -> None:
    from sayso.store.history import History
    from sayso.store.view import View

    _a_history()
    (incident,) = View().linked_reports()
    view = History((incident,)).view(None)
    readings = [r.id for r in View().readings()]
    first = view.unpack(readings)
    assert first == view.unpack(readings) == View().unpack(readings)


def _a_history() -> None:
    """One incident: reports, a claim and its denial, an edited article, a decision and its withdrawal."""
    from sayso.app.as_of import list_incidents
    from sayso.app.judge import judge, withdraw

    one, other = "https://steppe.example/blast", "https://steppe.example/other"
    store(
        blast("Daily Steppe", 2, known=at(1), url=one), blast("Gulf Herald", 3, known=at(2), url=other),
        claim("North Star", "Red Dawn", at(3)), claim("West Wind", "Red Dawn", at(4), "negated"),
        blast("Daily Steppe", 5, known=at(5), url=one, more="Shops were closed."),
    )  # fmt: skip
    item, reading = blast("Late Paper", 4, known=at(2, 15))
    store((replace(item), reading), since=datetime.now(UTC))
    incident = list_incidents()[0].id
    made = judge("other_value", incident, field="killed", value="7", author="Ann", reason="a list of names")
    withdraw(made.id, author="Ann", reason="an old list")
