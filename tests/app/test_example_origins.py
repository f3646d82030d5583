"""How many independent origins stand behind the example incidents, counted by hand."""

import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BY_HAND = {
    # residents; the prosecutor (agency text, reprint, rewrite, identification); emergency services; Jund al-Khilafah
    # (its claim and its denial, both through SITE); a security official; the analysis that cites nobody for its account
    "atyrau": (10, 6),
    # police; a hospital official; the two groups that claim it (with its reprint)
    "maiduguri": (4, 3),
    # the fire service; the health ministry; the union
    "cochabamba": (3, 3),
    # the army; the Lowland Freedom Army; the mayor
    "cotabato": (3, 3),
    # police; the interior ministry; the prosecutor who corrects it
    "dijon": (3, 3),
}


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory, blank_sqlite: Path) -> dict[str, tuple[int, int]]:
    """Reports and origins of the widest incident of each example file."""
    from django.db import connection

    from sayso.app.as_of import incident_page, list_incidents
    from sayso.app.build import open_house
    from sayso.app.ingest import ingest

    house = tmp_path_factory.mktemp("house")
    shutil.copy(blank_sqlite, house)
    open_house(house, "", migrate=False)
    ingest([EXAMPLES / f"{name}.jsonl" for name in BY_HAND])
    found: dict[str, tuple[int, int]] = {}
    for line in list_incidents():
        url = incident_page(line.id).reports[0].url
        name = next((n for n in BY_HAND if f"/{n}" in url.lower() or n in line.title.lower()), "")
        found[name] = max(found.get(name, (0, 0)), (line.n_reports, line.n_origins))
    connection.close()
    return found


@pytest.mark.parametrize("name", BY_HAND)
def test_origins_of_the_examples(counts: dict[str, tuple[int, int]], name: str) -> None:
    assert counts[name] == BY_HAND[name]
