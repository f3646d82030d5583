"""Decisions survive a newer reader: the same effect after it, what moved is listed, and no news is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ledger_sample import at, blast, said, store
from sayso.app.inputs import Item
from sayso.model import Figure, Reading, Report

WHO = {"author": "Ann Reviewer", "reason": "read both articles"}


@pytest.fixture
def made(ledger: Path) -> list[tuple[Item, Reading]]:
    """Three reports of one bombing."""
    some = [
        blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"),
        blast("West Wind", 4, known=at(3)),
    ]  # fmt: skip
    store(*some)
    return some


def reader(made: list[tuple[Item, Reading]], change: Callable[[Reading], Reading] = lambda r: r) -> Callable:
    """A reader of another version that reads what was read before, changed."""
    known = {item.capture.digest: reading for item, reading in made}
    return lambda item: replace(change(known[item.capture.digest]), reader="hand/2")


def renumbered(reading: Reading) -> Reading:
    """A reader that tells another incident before the one that was the first."""
    text = reading.document.text
    first = replace(reading.reports[0], id="i2")
    other = Report("i1", "threat", "threat", "threatened", (said(text, "type", "has more", "threat"),))
    statements = tuple(replace(s, about=("i2",)) for s in reading.statements)
    return replace(reading, reports=(other, first), statements=statements)


def reports(incident: str) -> list[str]:
    from sayso.app.judge_subjects import reports_in

    return list(reports_in(incident))


def the_incident() -> str:
    from sayso.app.as_of import list_incidents

    return max(list_incidents(), key=lambda line: line.n_reports).id


def killed(incident: str):
    from sayso.app.as_of import incident_page

    return incident_page(incident).line.killed.datum


def an_assertion(incident: str, words: str) -> str:
    from sayso.app.as_of import incident_page

    rows = [a for f in incident_page(incident).fields if f.field == "killed" for a in f.assertions]
    return next(a.id for a in rows if words in a.words)


def test_an_up_to_date_ledger_is_left_alone(made: list) -> None:
    from sayso.app.reread import reread
    from sayso.store.models import ReadingRow

    result = reread(again=True, read=lambda item: reader(made)(item))
    assert (result.read, result.same, result.moved) == (3, 0, ())
    again = reread(again=True, read=reader(made))
    assert (again.read, again.same) == (0, 3)  # which is also how a killed run goes on
    assert ReadingRow.objects.count() == 6


def test_a_rejection_holds_when_another_reader_finds_the_same(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    judge("reject", an_assertion(incident, "3"), **WHO)
    before = killed(incident)
    result = reread(again=True, read=reader(made))
    assert result.moved == ()
    assert killed(incident) == before


def test_a_rejection_is_carried_to_the_same_words_under_another_number(made: list) -> None:
    from sayso.app.judge import history, judge
    from sayso.app.reread import reread

    incident = the_incident()
    wrong = an_assertion(incident, "3")
    done = judge("reject", wrong, **WHO)
    result = reread(again=True, read=reader(made, renumbered))
    carried = [m for m in result.moved if m.what == "judgement"]
    assert [(m.subject, m.lost) for m in carried] == [(done.id, False)]
    now = an_assertion(incident, "3")
    assert now != wrong
    assert history(now)[0].judgement == done
    assert killed(incident) != Figure(3, 3)


def test_a_decision_about_a_value_nobody_reads_any_more_is_lost_and_listed(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    done = judge("accept", an_assertion(incident, "3"), **WHO)

    def worse(reading: Reading) -> Reading:
        kept = tuple(a for a in reading.reports[0].assertions if a.field != "killed")
        return replace(reading, reports=(replace(reading.reports[0], assertions=kept),))

    result = reread(again=True, read=reader(made, worse))
    assert [(m.subject, m.lost) for m in result.moved if m.what == "judgement"] == [(done.id, True)]


def test_a_split_report_does_not_come_back(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    judge("split", incident, reports=[reports(incident)[1]], **WHO)
    before = {line: {k[:64] for k in reports(line)} for line in (incident, other_than(incident))}
    result = reread(again=True, read=reader(made, renumbered))
    assert {line: {k[:64] for k in reports(line)} for line in before} == before
    assert [m.said for m in result.moved if m.what == "report" and "from" in m.said] == []


def test_a_report_of_nothing_stays_one(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    key = reports(incident)[2]
    judge("reject", key, **WHO)
    reread(again=True, read=reader(made))
    assert len(reports(incident)) == 2
    assert key not in reports(incident)


def test_merged_incidents_stay_merged(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    split = judge("split", incident, reports=[reports(incident)[1]], **WHO)
    judge("merge", incident, other=other_than(incident), author="Bo", reason="it is one after all")
    reread(again=True, read=reader(made))
    assert len(reports(incident)) == 3
    assert split.kind == "split"


def test_what_was_answered_before_the_re_reading_stays(made: list) -> None:
    from sayso.app.as_of import incident_page
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    done = judge("reject", an_assertion(incident, "3"), **WHO)
    before = incident_page(incident, done.at)
    reread(again=True, read=reader(made, renumbered))
    assert incident_page(incident, done.at) == before


def test_an_edited_article_and_a_copy_respect_not_this_incident(made: list) -> None:
    from sayso.app.judge import judge

    incident = the_incident()
    item, reading = made[1]
    key = f"{reading.document.id}/i1"
    judge("not_this_incident", key, **WHO)
    aside = other_than(incident)
    store(blast("Gulf Herald", 3, known=at(9), speaker="Aru Bekova", url=item.capture.address, more="Updated."))
    assert len(set(reports(aside))) == 2
    store(blast("Gulf Herald", 3, known=at(10), speaker="Aru Bekova", url="https://copy.example/1"))
    assert len(set(reports(aside))) == 3
    assert len(reports(incident)) == 2


def test_another_cleaner_makes_another_document_and_judgements_follow(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.reread import reread

    incident = the_incident()
    judge("reject", an_assertion(incident, "3"), **WHO)

    def recut(reading: Reading) -> Reading:
        text = "Gulf of news. " + reading.document.text
        shift = len(text) - len(reading.document.text)
        document = replace(reading.document, id=reading.document.id[::-1], text=text, cleaner="hand/9")
        moved = tuple(replace(a, span=a.span.shift(shift), statement=None) for a in reading.reports[0].assertions)
        passages = tuple(replace(p, span=p.span.shift(shift)) for p in reading.passages)
        report = replace(reading.reports[0], assertions=moved)
        return Reading(document, passages, (), (), (report,), (), "hand/2")

    before = killed(incident)
    result = reread(again=True, read=reader(made, recut))
    assert result.read == 3
    assert killed(incident) == before
    assert [m.lost for m in result.moved if m.what == "judgement"] == [False]
    assert sorted(reports(incident)) == sorted(f"{r.document.id[::-1]}/i1" for _, r in made)


def other_than(incident: str) -> str:
    from sayso.app.as_of import list_incidents

    return next(line.id for line in list_incidents() if line.id != incident)


def test_the_linker_does_not_merge_again_what_a_person_split(made: list) -> None:
    from sayso.app.judge import judge
    from sayso.app.linking import merge_incidents
    from sayso.store.writer import Writer

    incident = the_incident()
    judge("split", incident, reports=[reports(incident)[1]], **WHO)
    aside = other_than(incident)
    item, reading = blast("North Star", 3, known=at(9))
    from sayso.app.linking import link_reading

    with Writer().turn():
        entry = link_reading(item, reading)
        Writer().add(entry)
        merge_incidents(replace(entry, merges=((*sorted((incident, aside)), "99 %: one blast"),)), Writer())
    assert other_than(incident) == aside
