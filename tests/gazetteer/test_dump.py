"""Building from a complete GeoNames dump."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.gazetteer.build import build
from sayso.model import SaysoError


def _line(
    number: int, name: str, others: str, lat: float, lon: float, kind: str, country: str, region: str, people: int = 0
) -> str:
    feature, _, code = kind.partition(".")
    fields = [
        number,
        name,
        name,
        others,
        lat,
        lon,
        feature,
        code,
        country,
        "",
        region,
        "",
        "",
        "",
        people,
        "",
        0,
        "UTC",
        "2026-01-01",
    ]
    return "\t".join(str(f) for f in fields)


LINES = [
    _line(900001, "Zhaylau Oblysy", "Zhaylau Region,Жайлау облысы", 48.0, 52.0, "A.ADM1", "KZ", "77", 90_000),
    _line(900002, "Zhaylau", "Жайлау,Dzhailau", 48.1, 52.1, "P.PPLA", "KZ", "77", 60_000),
    _line(900003, "Little Zhaylau", "", 48.2, 52.2, "P.PPL", "KZ", "77", 40),
    _line(900004, "Old Zhaylau", "", 48.2, 52.3, "P.PPLH", "KZ", "77", 0),
    _line(900005, "Zhaylau Field", "", 48.3, 52.4, "L.OILF", "KZ", "77"),
    _line(900006, "Zhaylau Bazaar Street", "", 48.1, 52.1, "R.ST", "KZ", "77"),
    _line(900007, "Ak Tau", "", 48.4, 52.5, "T.HLL", "KZ", "77"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("dump")
    dump = folder / "allCountries.zip"
    with zipfile.ZipFile(dump, "w") as held:
        held.writestr("allCountries.txt", "\n".join(LINES) + "\n")
    (folder / "admin1CodesASCII.txt").write_text("KZ.77\tZhaylau Region\tZhaylau Region\t900001\n", encoding="utf-8")
    (folder / "alternateNamesV2.txt").write_text(
        "1\t900003\ten\tMeadow Village\t1\t\t\t\t\t\n2\t900003\tlink\thttps://example.org/x\t\t\t\t\t\t\n",
        encoding="utf-8",
    )
    build(folder / "g.sqlite3", full=dump)
    return open_gazetteer(folder / "g.sqlite3")


def test_small_places_of_the_dump_are_found(made: Gazetteer) -> None:
    (village,) = made.lookup("Little Zhaylau")
    assert (village.geonames_id, village.kind, village.admin1) == (900003, "settlement", "Zhaylau")


def test_names_in_the_dump_and_beside_it(made: Gazetteer) -> None:
    assert {e.geonames_id for e in made.lookup("Жайлау")} == {900002}
    assert [e.geonames_id for e in made.lookup("Meadow Village")] == [900003]
    assert not made.lookup("https://example.org/x")


def test_regions_bear_their_english_name(made: Gazetteer) -> None:
    region = made.region("Zhaylau Region", "KZ")
    assert region is not None
    assert (region.name, region.geonames_id) == ("Zhaylau", 900001)


def test_what_is_no_place_of_news_is_left_out(made: Gazetteer) -> None:
    assert not made.lookup("Zhaylau Bazaar Street")
    assert not made.lookup("Old Zhaylau")
    assert [e.kind for e in made.lookup("Ak Tau")] == ["feature"]
    assert [e.kind for e in made.lookup("Zhaylau Field")] == ["oil field"]


def test_a_dump_made_once_is_opened_again_without_it(made: Gazetteer) -> None:
    before = made.path.stat().st_mtime_ns
    open_gazetteer(made.path)
    assert made.path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a,b,c\n", "first line has 1 columns instead of 19"),
        (b"", "first line has 1 columns"),
        (b"\xff\xfe\x00", "is not a dump"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(tmp_path: Path, content: bytes, words: str) -> None:
    wrong = tmp_path / "places.txt"
    wrong.write_bytes(content)
    with pytest.raises(SaysoError, match=words):
        build(tmp_path / "g.sqlite3", full=wrong)
    assert [p.name for p in tmp_path.iterdir()] == ["places.txt"]


def test_a_file_that_is_no_zip(tmp_path: Path) -> None:
    wrong = tmp_path / "allCountries.zip"
    wrong.write_text("not a zip", encoding="utf-8")
    with pytest.raises(SaysoError, match="not a dump"):
        build(tmp_path / "g.sqlite3", full=wrong)


def test_a_dump_that_is_cut_off(tmp_path: Path) -> None:
    cut = tmp_path / "cut.txt"
    cut.write_text(LINES[0] + "\n" + LINES[1][:40], encoding="utf-8")
    with pytest.raises(SaysoError, match="line 2"):
        build(tmp_path / "g.sqlite3", full=cut)
    assert [p.name for p in tmp_path.iterdir()] == ["cut.txt"]
