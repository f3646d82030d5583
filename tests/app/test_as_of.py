"""The list, the incident page, the article page, search and export, out of a real ledger on each engine."""

import csv
import json
from pathlib import Path

import pytest

from ledger_sample import at, blast, claim, store
from sayso.model import Figure, SaysoError


@pytest.fixture
def story(ledger: Path) -> str:
    """Four reports of one bombing over four days; gives the incident's id."""
    from sayso.app.as_of import list_incidents

    store(
        blast("Daily Steppe", 2, known=at(1)),
        blast("Gulf Herald", 3, known=at(2), speaker="Aru Bekova"),
        claim("North Star", "Red Dawn", at(3)),
        claim("West Wind", "Red Dawn", at(4), "negated"),
    )
    return list_incidents()[0].id


def test_four_reports_become_one_line(story: str) -> None:
    from sayso.app.as_of import list_incidents

    lines = list_incidents()
    assert len(lines) == 1
    line = lines[0]
    assert line.title == "Bombing in Atyrau, Kazakhstan"
    assert line.id.startswith("KAZ-")
    assert line.n_reports == 4
    assert line.disputed
    assert line.last_changed == at(4)
    assert line.killed.datum == Figure(3, 3)  # the official's, under the default rule
    assert line.injured.state == "not_reported"


def test_the_list_can_be_narrowed(story: str) -> None:
    from sayso.app.as_of import list_incidents

    assert list_incidents(query="atyrau herald")
    assert not list_incidents(query="atyrau nowhere")
    assert list_incidents(type="bombing", family="attack")
    assert not list_incidents(type="protest")
    assert not list_incidents(at(1, 0))


def test_background_is_left_out_unless_asked_for(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents

    store(blast("Daily Steppe", 2, status="background"))
    assert not list_incidents()
    assert list_incidents(include_background=True)[0].status == "background"


def test_the_page_grows_with_time(story: str) -> None:
    from sayso.app.as_of import incident_page

    pages = [incident_page(story, at(day)) for day in (1, 2, 3, 4)]
    assert [len(p.reports) for p in pages] == [1, 2, 3, 4]
    assert [len(p.disagreements) for p in pages] == [0, 1, 1, 2]
    assert {d.reason for d in pages[3].disagreements} == {"later_update", "denial"}


def test_every_assertion_stands_on_its_words(story: str) -> None:
    from sayso.app.as_of import article_page, incident_page

    rows = [row for field in incident_page(story).fields for row in field.assertions]
    assert len(rows) == 16
    for row in rows:
        text = article_page(row.document).document.text
        assert row.span.of(text) == row.words
        assert row.quote_span.of(text) == row.quote
        assert row.words in row.quote
        assert row.chain[0].name == row.outlet
        assert row.origin


def test_rules_choose_and_unknown_rules_are_refused(story: str) -> None:
    from sayso.app.as_of import incident_page

    assert incident_page(story, rule="lowest").line.killed.datum == Figure(2, 2)
    assert incident_page(story, rule="highest").rule == "highest"
    with pytest.raises(SaysoError, match="unknown rule"):
        incident_page(story, rule="average")


def test_statements_stand_in_the_tree_with_their_chain(story: str) -> None:
    from sayso.app.as_of import incident_page

    nodes = incident_page(story).statements
    assert [n.kind for n in nodes] == ["report", "claim_of_responsibility", "denial"]
    assert [v.name for v in nodes[1].chain] == ["North Star", "Red Dawn"]


def test_what_is_not_known_says_what_to_do(story: str) -> None:
    from sayso.app.as_of import NotFound, article_page, incident_page

    with pytest.raises(NotFound) as missing:
        incident_page("XXX-000000")
    assert missing.value.hint
    with pytest.raises(NotFound):
        incident_page(story, at(1, 0))
    with pytest.raises(NotFound):
        article_page("no such document")


def test_an_id_in_small_letters_is_found(story: str) -> None:
    from sayso.app.as_of import incident_page

    assert incident_page(story.lower()).line.id == story


def test_an_edited_article_supersedes_its_older_capture(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents

    url = "https://daily-steppe.example/1"
    store(blast("Daily Steppe", 2, known=at(1), url=url), blast("Daily Steppe", 5, known=at(2), url=url))
    line = list_incidents()[0]
    page = incident_page(line.id)
    killed = next(f for f in page.fields if f.field == "killed")
    assert [(r.words, r.superseded) for r in killed.assertions] == [("killed 2", True), ("killed 5", False)]
    place = next(f for f in page.fields if f.field == "place")
    assert not any(r.superseded for r in place.assertions)  # the newer capture still says so
    assert line.n_reports == 1
    assert line.killed.datum == Figure(5, 5)
    assert not killed.disagreements
    assert list_incidents(at(1))[0].killed.datum == Figure(2, 2)


def test_a_copy_counts_once(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents

    more = "The market was full when it happened and nobody saw who left the bag between the stalls that morning."
    store(blast("Daily Steppe", 2, known=at(1), more=more), blast("Gulf Herald", 2, known=at(2), more=more))
    line = list_incidents()[0]
    assert (line.n_reports, line.killed.n_reports, line.killed.n_origins) == (2, 2, 1)
    copy = incident_page(line.id).reports[1]
    assert copy.copy_kind == "edited"
    assert copy.copy_of == incident_page(line.id).reports[0].document


def test_words_are_found_as_of_a_time(story: str) -> None:
    from sayso.app.search import search

    hits = search("bomb HERALD")
    assert [h.outlet for h in hits] == ["Gulf Herald"]
    assert hits[0].incidents == (story,)
    assert [m.of(hits[0].snippet).casefold() for m in hits[0].marks] == ["bomb", "herald"]
    assert not search("bomb herald", at(1))
    assert [h.outlet for h in search("explod", limit=2)] == ["West Wind", "North Star"]


@pytest.mark.parametrize("query", ["", "   ", '"', "bomb'; DROP TABLE", "a:b*(c) NEAR/2 -", "& | !", "\\"])
def test_any_query_is_only_words(story: str, query: str) -> None:
    from sayso.app.search import search

    assert isinstance(search(query), tuple)


def test_export_writes_every_table(story: str, tmp_path: Path) -> None:
    from sayso.app.export_tables import export
    from sayso.export.tables import COLUMNS

    written = export(tmp_path / "out", "csv", at(3))
    assert {p.stem: n for p, n in written} == {
        "incidents": 1, "values": 12, "statements": 2, "chains": 4, "reports": 3, "links": 3, "changes": 7,
        "speakers": 4, "flags": 0,
    }  # fmt: skip
    for file, number in written:
        with file.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        assert len(rows) == number
        assert tuple(header) == COLUMNS[file.stem]
    lines = [json.loads(line) for line in export(tmp_path / "out", "jsonl")[0][0].read_text().splitlines()]
    assert lines[0]["killed_low"] == 2
    assert lines[0]["injured_best"] is None
    assert lines[0]["injured_state"] == "not_reported"


def test_an_unknown_export_format_is_refused(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.export_tables import export

    with pytest.raises(SaysoError, match="unknown format"):
        export(tmp_path, "xlsx")
