"""What is written comes back, and the same time gets the same answer for ever."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger_sample import at, blast, claim, store
from sayso.model.codec import to_plain


def test_a_reading_comes_back_exactly(ledger: Path) -> None:
    from sayso.store.view import View

    item, reading = blast("Daily Steppe", 3, speaker="Chief Abaev")
    store((item, reading))
    held = View().readings()[0]
    assert View().unpack([held.id])[held.id] == reading


def test_the_bytes_come_back(ledger: Path) -> None:
    import zlib

    from sayso.store.models import BodyRow

    item, reading = blast("Daily Steppe")
    store((item, reading))
    assert zlib.decompress(BodyRow.objects.get().data) == item.capture.body


def test_a_failing_write_leaves_nothing_of_the_document(ledger: Path) -> None:
    from sayso.app.linking import link_reading
    from sayso.store.models import CaptureRow, DocumentRow, LinkRow
    from sayso.store.writer import Writer

    item, reading = blast("Daily Steppe")
    entry = link_reading(item, reading)
    broken = replace(entry, links=(replace(entry.links[0], report="i9"),))  # no such report
    with pytest.raises(Exception), Writer().turn():  # noqa: B017
        Writer().add(broken)
    assert not CaptureRow.objects.exists()
    assert not DocumentRow.objects.exists()
    assert not LinkRow.objects.exists()


def test_nothing_is_known_before_it_was_captured(ledger: Path) -> None:
    from sayso.store.view import View

    store(blast("Daily Steppe", known=at(2)))
    assert View(at(1)).linked_reports() == {}
    assert len(View(at(2)).linked_reports()) == 1


def test_later_captures_do_not_change_an_earlier_answer(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents

    store(blast("Daily Steppe", 3, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev"))
    before = list_incidents(at(2))
    page = incident_page(before[0].id, at(2))
    store(
        blast("North Star", 9, known=at(3)), claim("West Wind", "Red Dawn", at(4)),
        blast("Daily Steppe", 5, known=at(5), url=page.reports[0].url),
    )  # fmt: skip
    assert list_incidents(at(2)) == before
    assert incident_page(before[0].id, at(2)) == page
    assert list_incidents()[0] != before[0]


def test_a_change_of_reader_is_no_news(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.linking import relink_reading
    from sayso.store.view import View
    from sayso.store.writer import Writer

    item, reading = blast("Daily Steppe", 3, known=at(1))
    store((item, reading))
    before = incident_page(list_incidents()[0].id, at(4))
    first = reading.reports[0]
    better = replace(reading, reader="hand/2", reports=(replace(first, assertions=first.assertions[:-1]),))
    with Writer().turn():
        Writer().add_reading(relink_reading(item, better, at(5)))
    assert incident_page(before.line.id, at(4)) == before
    after = incident_page(before.line.id, at(5))
    assert after.line.killed.state == "not_reported"
    assert after.line.n_reports == 1
    assert after.reports[0].known_from == at(1)
    assert after.line.last_changed == before.line.last_changed
    assert View(at(5)).readings()[0].reader == "hand/2"
    same = {r.id for f in before.fields for r in f.assertions} & {r.id for f in after.fields for r in f.assertions}
    assert len(same) == 3  # what both readers found keeps its id


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(blacklist_characters="\x00", blacklist_categories=("Cs",)), max_size=40))
def test_any_text_is_stored_and_found_again(ledger: Path, words: str) -> None:
    from sayso.store.view import View

    item, reading = blast("Daily Steppe", 1, more=words + str(hash(words)))
    store((item, reading))
    held = View().reading_of(reading.document.id)
    assert held is not None
    assert to_plain(View().unpack([held.id])[held.id]) == to_plain(reading)
