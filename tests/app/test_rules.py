"""A rule for each field: from the settings of the house, from who asks, and refused with what there is."""

from pathlib import Path

import pytest

from ledger_sample import at, blast, store
from sayso.model import Figure, Rules, SaysoError

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def test_every_form_of_asking_says_the_same(ledger: Path) -> None:
    from sayso.app.rules import as_rules

    wanted = Rules("latest_official", (("injured", "lowest"), ("killed", "highest")))
    assert as_rules("killed=highest,injured=lowest") == wanted
    assert as_rules(["killed=highest", "injured=lowest"]) == wanted
    assert as_rules({"killed": "highest", "injured": "lowest"}) == wanted
    assert as_rules(str(wanted)) == wanted
    assert as_rules({"default": "latest", "killed": "latest"}) == "latest"
    assert as_rules(None) == as_rules("") == as_rules([]) == "latest_official"


def test_the_settings_of_the_house_are_the_default(ledger: Path) -> None:
    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.rules import as_rules

    (ledger / "sayso.toml").write_text('[rules]\nkilled = "lowest"\n')
    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev"))
    line = list_incidents()[0]
    assert line.killed.datum == Figure(2, 2)
    assert incident_page(line.id).rule == "latest_official,killed=lowest"
    assert list_incidents(rule="killed=highest")[0].killed.datum == Figure(4, 4)
    assert as_rules("latest") == "latest"  # a rule for every field leaves nothing of the settings
    assert as_rules("injured=lowest") == Rules("latest_official", (("injured", "lowest"), ("killed", "lowest")))


def test_exports_follow_the_mapping(ledger: Path, tmp_path: Path) -> None:
    import json

    from sayso.app.export_tables import export

    store(blast("Daily Steppe", 2, known=at(1)), blast("Gulf Herald", 4, known=at(2), speaker="Chief Abaev"))
    for rule, killed in (("killed=lowest", 2), (None, 4)):
        written = {p.stem: p for p, _ in export(tmp_path / "out", "jsonl", rule=rule)}
        row = json.loads(written["incidents"].read_text().splitlines()[0])
        assert row["killed_best"] == killed


@pytest.mark.parametrize(
    ("asked", "words", "hint"),
    [
        ("mean", "unknown rule 'mean'", "median_of_origins"),
        ("kiled=highest", "unknown field 'kiled'", "fields are type, happened, place, killed"),
        ("killed=mean", "unknown rule 'mean'", "lowest, highest"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(ledger: Path, asked: str, words: str, hint: str) -> None:
    from sayso.app.rules import as_rules

    with pytest.raises(SaysoError) as refused:
        as_rules(asked)
    assert refused.value.message == words
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("[rules]\nkilled = 3\n", "unknown rule '3'"),
        ("[rules]\nkiled = 'latest'\n", "unknown field 'kiled'"),
        ("rules = 'latest'\n", "is no table"),
        ("[rules\n", "is no TOML"),
    ],
)
def test_wrong_settings_are_one_clear_line(ledger: Path, settings: str, words: str) -> None:
    from sayso.app.rules import as_rules

    (ledger / "sayso.toml").write_text(settings)
    with pytest.raises(SaysoError, match=words):
        as_rules(None)
