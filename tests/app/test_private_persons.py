"""Private persons are found, listed and headed nowhere; public voices are."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger_sample import at, blast, span_of, store
from sayso.app.inputs import Item
from sayso.app.private import shown_assertion
from sayso.lang.privacy import names_somebody, shown_name, shown_perpetrator
from sayso.model import Assertion, Figure, Perpetrator, Reading, Span, VoiceKind


def told_by(speaker: str, kind: VoiceKind, day: int = 1) -> tuple[Item, Reading]:
    item, reading = blast("Daily Steppe", 2, known=at(day), speaker=speaker)
    statement = reading.statements[0]
    voice = replace(statement.attribution[-1], kind=kind)
    statement = replace(statement, attribution=(*statement.attribution[:-1], voice))
    return item, replace(reading, statements=(statement,))


@pytest.mark.parametrize("kind", ["witness", "person", "unknown"])
def test_a_private_voice_is_shown_by_role_and_found_nowhere(ledger: Path, kind: VoiceKind) -> None:
    from sayso.app.as_of import article_page, incident_page, list_incidents
    from sayso.app.export_tables import export

    store(told_by("Aru Bekova", kind))
    line = list_incidents()[0]
    assert not list_incidents(query="Bekova")
    page = incident_page(line.id)
    heads = [o.name for o in (*page.origins, *page.voices)]
    chains = [v for n in page.statements for v in n.chain]
    chains += [v for f in page.fields for a in f.assertions for v in a.chain]
    chains += [v for s in article_page(page.reports[0].document).reading.statements for v in s.attribution]
    shown = [
        *heads,
        *(v.name for v in chains),
        *(v.voice for v in chains),
        *(d.explanation for d in page.disagreements),
    ]
    assert not [s for s in shown if "Bekova" in s]
    assert any("Bekova" in a.quote for f in page.fields for a in f.assertions)  # the evidence stays
    written = export(ledger / "out", "csv")
    assert not [p for p, _ in written if "Bekova" in p.read_text() and p.stem in ("incidents", "chains", "reports")]


def test_a_public_voice_is_found_by_name(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents

    store(told_by("Aru Bekova", "official"))
    line = list_incidents(query="Bekova")[0]
    assert incident_page(line.id).origins[0].name == "Aru Bekova"


def test_victims_and_suspects_stay_in_their_sentence(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.export_tables import export

    item, reading = blast("Daily Steppe", 1, more="John Bekov is suspected. Anna Bekova died.")
    text, report = reading.document.text, reading.reports[0]
    by = replace(
        report.assertions[0], field="perpetrator", value=Perpetrator("John Bekov", "suspected", True, "person"),
        text="John Bekov", span=span_of(text, "John Bekov"),
    )  # fmt: skip
    victim = replace(by, field="person", value="Anna Bekova", text="Anna Bekova", span=span_of(text, "Anna Bekova"))
    scope = replace(by, field="killed", value=Figure(1, 1, "Anna Bekova"), text="Anna", span=span_of(text, "Anna"))
    report = replace(report, assertions=(*report.assertions, by, victim, scope))
    store((item, replace(reading, reports=(report,))))
    assert not list_incidents(query="Bekov")
    page = incident_page(list_incidents()[0].id)
    assert {f.field: f.datum_text for f in page.fields}["perpetrator"] == "a person (suspected)"
    assert not [a for f in page.fields for a in f.assertions if "Beko" in a.datum_text]
    assert not [p for p, _ in export(ledger / "out", "csv") if p.stem == "incidents" and "Beko" in p.read_text()]


def test_headlines_are_no_index_of_names(ledger: Path) -> None:
    from sayso.app.as_of import list_incidents

    item, reading = blast("Daily Steppe", 1)
    store((item, replace(reading, document=replace(reading.document, title="Anna Bekova dies in blast"))))
    assert list_incidents(query="steppe")
    assert not list_incidents(query="bekova")


def test_words_that_name_nobody_stay() -> None:
    assert shown_name("residents", "witness") == "residents"
    assert shown_name("Residents", "witness") == "Residents"
    assert shown_name("Bekova", "witness") == "a witness"
    assert shown_name("Ministry of Health", "official") == "Ministry of Health"
    assert not names_somebody("")


def test_groups_keep_their_name_as_perpetrators() -> None:
    assert shown_perpetrator("Red Dawn", "unknown", True) == "Red Dawn"
    assert shown_perpetrator("John Bekov", "unknown", True) == "a person"
    assert shown_perpetrator("a local man", "person", False) == "a local man"


def test_a_person_who_was_the_target_is_shown_as_a_person() -> None:
    def shown(value: str) -> object:
        span = Span(0, len(value))
        return shown_assertion(Assertion("target", value, value, span)).value

    assert shown("Anna Bekova") == "a person"
    assert shown("a livestock market") == "a livestock market"
