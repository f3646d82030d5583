"""The built gazetteer: names, regions, neighbourhood, sharing."""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from pathlib import Path

import pytest

from sayso.gazetteer import Gazetteer, build, distance_m, open_gazetteer
from sayso.gazetteer.row import Row
from sayso.gazetteer.sources import table


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def test_a_town_is_found_by_old_and_new_names(gazetteer: Gazetteer) -> None:
    for name in ("Atyrau", "ATYRAU", "Gur’yev", "Guriev"):
        assert 610529 in {e.geonames_id for e in gazetteer.lookup(name)}, name


def test_main_names_come_first(gazetteer: Gazetteer) -> None:
    mains = [e.main for e in gazetteer.lookup("Springfield")]
    assert mains == sorted(mains, reverse=True)
    assert len(mains) > 10


def test_capitals_that_were_renamed(gazetteer: Gazetteer) -> None:
    astana = gazetteer.capital("KZ")
    assert astana is not None
    assert astana.geonames_id == 1526273
    for name in ("Astana", "Nur-Sultan", "Tselinograd"):
        assert astana.key in {e.key for e in gazetteer.lookup(name)}, name


def test_nearly_every_country_has_a_capital(gazetteer: Gazetteer) -> None:
    for code in ("US", "GB", "RU", "CN", "IN", "NG", "IQ", "SY", "AF", "CO", "UA", "EG", "CD", "MM", "LK", "BO", "IL"):
        assert gazetteer.capital(code) is not None, code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kazakh", "KZ"), ("Filipino", "PH"), ("Dutch", "NL"), ("Burma", "MM"), ("U.K.", "GB"), ("DRC", "CD"),
        ("Ivorian", "CI"), ("Côte d'Ivoire", "CI"), ("KZ", "KZ"), ("South Koreans", "KR"), ("Nigerien", "NE"),
    ],
)  # fmt: skip
def test_countries_by_name_code_and_people(gazetteer: Gazetteer, name: str, code: str) -> None:
    country = gazetteer.country(name)
    assert country is not None
    assert country.country_code == code


def test_no_country_for_a_name_that_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.country("Atlantis Nowhere") is None


def test_regions_have_a_point_among_their_towns(gazetteer: Gazetteer) -> None:
    region, town = gazetteer.region("Atyrau", "KZ"), gazetteer.by_id(610529)
    assert region is not None
    assert town is not None
    assert region.kind == "admin1"
    assert distance_m(region.point or (0, 0), town.point or (0, 0)) < region.uncertainty_m
    assert town.admin1 == region.name


def test_regions_by_the_name_news_uses(gazetteer: Gazetteer) -> None:
    for name, code in (
        ("Zhejiang", "CN"),
        ("Nineveh", "IQ"),
        ("Chechnya", "RU"),
        ("Mich.", "US"),
        ("Queensland", "AU"),
    ):
        region = gazetteer.region(name, code)
        assert region is not None, name
        assert region.kind == "admin1"


def test_within_gives_the_nearest_first(gazetteer: Gazetteer) -> None:
    near = gazetteer.within(47.1048, 51.88427, 60_000)
    assert near[0].geonames_id == 610529
    gaps = [distance_m((47.1048, 51.88427), e.point or (0, 0)) for e in near]
    assert gaps == sorted(gaps)
    assert gaps[-1] <= 60_000


def test_within_crosses_the_date_line(gazetteer: Gazetteer) -> None:
    assert any(e.country_code == "FJ" for e in gazetteer.within(-17, 179.99, 300_000))
    sides = {(e.lon or 0) > 0 for e in gazetteer.within(-17, 179.99, 300_000)}
    assert sides == {True, False}


def test_an_unknown_name_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwxyzburgh") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.by_id(-5) is None


def test_threads_share_one_gazetteer(gazetteer: Gazetteer) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(len(gazetteer.lookup(n))))  # type: ignore[misc]
        for n in ("Paris", "Lima", "Oslo", "Cairo", "Perth", "Kano")
    ]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(found) == 6
    assert min(found) > 0


def test_a_forked_process_reads_too(gazetteer: Gazetteer) -> None:
    gazetteer.lookup("Lagos")
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(_count, (gazetteer, "Kaduna")) > 0


def _count(gazetteer: Gazetteer, name: str) -> int:
    return len(gazetteer.lookup(name))


def test_a_pickled_gazetteer_opens_the_same_file(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301
    assert copy.lookup("Oslo") == gazetteer.lookup("Oslo")


def test_the_environment_names_the_file(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    monkeypatch.setenv("SAYSO_GAZETTEER", str(gazetteer.path))
    assert open_gazetteer().path == gazetteer.path


def test_a_broken_file_is_built_anew_and_leaves_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    astana = Row(1526273, "Astana", "settlement", "KZ", "05", 51.18, 71.45, 345_604, capital="country")
    monkeypatch.setattr(build, "settlements", lambda: [astana])  # all 200,000 of them are built once a run anyway
    file = tmp_path / "deep" / "places.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"half a file")
    told: list[float] = []
    gazetteer = open_gazetteer(file, progress=lambda _what, share: told.append(share))
    assert gazetteer.capital("KZ") is not None
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert [p.name for p in file.parent.iterdir()] == ["places.sqlite3"]


def test_spellings_of_news_lead_to_their_town(gazetteer: Gazetteer) -> None:
    told = [(name, int(line["id"])) for line in table("spellings_en.csv") for name in line["spellings"].split(";")]
    assert [(n, i) for n, i in told if not (found := gazetteer.lookup(n)) or found[0].geonames_id != i] == []


def test_further_towns_lie_in_their_country_and_region(gazetteer: Gazetteer) -> None:
    wrong = []
    for line in table("towns_en.csv"):
        [found, *_] = gazetteer.lookup(line["name"])
        around = gazetteer.country_at(float(line["lat"]), float(line["lon"]))
        known = gazetteer.region(line["region"], line["country"])
        if found.country_code != line["country"] or not around or around.country_code != line["country"] or not known:
            wrong.append(line["name"])
    assert wrong == []
