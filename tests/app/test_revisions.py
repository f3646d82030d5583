"""Edited articles: facts that changed, with or without a notice, after a real ingest of two captures."""

import json
from pathlib import Path

import pytest

_FIRST = (
    "GAROUA, Cameroon, May 14 - A bomb exploded at a bus station in Garoua, Cameroon, on Tuesday, killing five people "
    "and injuring nine, police said. The market next to the station was closed for the day."
)


def ingested(folder: Path, name: str, *texts: tuple[str, str]) -> None:
    from sayso.app.ingest import ingest

    records = [
        {
            "text": text, "outlet": "Harbour Gazette", "url": "https://harbour.example/garoua",
            "published": "2024-05-14", "known_from": known,
        }
        for known, text in texts
    ]  # fmt: skip
    file = folder / name
    file.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    assert ingest([file]).new == len(texts)


@pytest.fixture
def edited(ledger: Path, tmp_path: Path) -> str:
    """The article was captured at noon, and with another toll at 14:02; gives the incident."""
    from sayso.app.as_of import list_incidents

    noon, later = "2024-05-14T12:00:00Z", "2024-05-14T14:02:00Z"
    ingested(tmp_path, "a.jsonl", (noon, _FIRST), (later, _FIRST.replace("killing five", "killing three")))
    return list_incidents()[0].id


def test_a_toll_that_changed_without_a_notice_is_shown(edited: str) -> None:
    from sayso.app.as_of import incident_page

    found = incident_page(edited).revisions
    assert [(r.outlet, f"{r.at:%H:%M}", r.notice, r.silent) for r in found] == [("Harbour Gazette", "14:02", "", True)]
    assert [(f.field, f.before, f.after) for f in found[0].facts] == [("killed", "5 killed", "3 killed")]
    assert "killing three people" in found[0].facts[0].sentence


def test_before_the_second_capture_there_is_no_revision(edited: str) -> None:
    from datetime import UTC, datetime

    from sayso.app.as_of import incident_page

    assert incident_page(edited, datetime(2024, 5, 14, 13, tzinfo=UTC)).revisions == ()


def test_the_article_page_has_the_difference_with_its_times(edited: str) -> None:
    from sayso.app.as_of import article_page, incident_page

    page = article_page(incident_page(edited).reports[-1].document)
    assert [(r.old_at.hour, r.at.hour, r.at.minute) for r, _ in page.revisions] == [(12, 14, 2)]
    parts = page.revisions[0][1]
    assert [(p.kind, p.text) for p in parts if p.kind != "same"] == [("gone", "five"), ("new", "three")]
    assert "".join(p.text for p in parts if p.kind != "gone").endswith("was closed for the day.")


def test_a_notice_is_quoted(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents

    told = _FIRST.replace("killing five", "killing three") + "\n\nCorrection: this article gave a wrong toll at first."
    ingested(tmp_path, "a.jsonl", ("2024-05-14T12:00:00Z", _FIRST), ("2024-05-14T14:02:00Z", told))
    (revision,) = incident_page(list_incidents()[0].id).revisions
    assert revision.notice == "Correction: this article gave a wrong toll at first."
    assert not revision.silent


def test_other_words_for_the_same_facts_change_none(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents

    same = _FIRST.replace("was closed for the day", "stayed shut")
    ingested(tmp_path, "a.jsonl", ("2024-05-14T12:00:00Z", _FIRST), ("2024-05-14T14:02:00Z", same))
    (revision,) = incident_page(list_incidents()[0].id).revisions
    assert (revision.facts, revision.silent) == ((), False)


def test_what_the_old_capture_had_is_no_notice() -> None:
    from sayso.app.revisions import notice
    from sayso.model import Document

    old = Document("d1", "c1", "Updated at noon. Five died.")
    assert notice(old, Document("d2", "c2", "Updated at noon. Three died.")) == ""
    assert notice(old, Document("d2", "c2", "Updated at two. Three died.")) == "Updated at two."


def test_long_texts_are_cut_where_nothing_changed() -> None:
    from sayso.app.revisions import difference

    long = "Nothing new here. " * 100
    parts = difference(f"{long}Five died. {long}", f"{long}Six died. {long}")
    assert [p.kind for p in parts] == ["same", "gone", "new", "same"]
    assert all(len(p.text) < 250 for p in parts)
