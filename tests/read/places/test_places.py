"""Finding places, telling which one is meant, and how the text uses it."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from sayso.gazetteer import Gazetteer, open_gazetteer
from sayso.model import Document, Mention, Place, Span
from sayso.read.passages import split_passages
from sayso.read.places import find_places, resolve_spans


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def read(gazetteer: Gazetteer):  # type: ignore[no-untyped-def]
    def places(text: str, url: str = "", found: tuple[Mention, ...] = ()) -> dict[str, Mention]:
        document = Document("d", "c", text, url=url)
        mentions = find_places(document, split_passages(document), found, gazetteer=gazetteer)
        assert all(m.span.of(text) == m.text for m in mentions)
        return {m.text: m for m in reversed(mentions)}

    return places


def place(mention: Mention) -> Place:
    assert isinstance(mention.datum, Place)
    return mention.datum


def test_the_words_after_the_comma_decide(read) -> None:  # type: ignore[no-untyped-def]
    assert place(read("Two men were shot in Paris, Texas, on Friday.")["Paris"]).geonames_id == 4717560
    assert place(read("Two men were shot in Paris, France, on Friday.")["Paris"]).geonames_id == 2988507


def test_a_shortened_state_contains_the_town(read) -> None:  # type: ignore[no-untyped-def]
    found = read("Residents of Flint, Mich., protested on Monday.")
    assert place(found["Flint"]).admin1 == "Michigan"
    assert found["Mich."].role == "containing"


def test_the_other_places_decide(read) -> None:  # type: ignore[no-untyped-def]
    text = "Officers from Columbus and Cleveland, in the state of Ohio, met in Athens and drove on to Lancaster."
    assert place(read(text)["Lancaster"]).admin1 == "Ohio"


def test_without_context_the_largest_is_meant(read) -> None:  # type: ignore[no-untyped-def]
    assert place(read("A bus caught fire in Birmingham on Tuesday.")["Birmingham"]).country_code == "GB"


def test_a_type_word_makes_it_the_region(read) -> None:  # type: ignore[no-untyped-def]
    text = "Officials of the Murmansk region met in the city of Murmansk."
    document_order = read(text)
    assert place(document_order["Murmansk"]).precision == "admin1"


def test_one_name_behind_a_comma_and_as_a_government(read) -> None:  # type: ignore[no-untyped-def]
    found = read("Georgia accused Russia of shelling a village near its border.")
    assert place(found["Georgia"]).country_code == "GE"
    assert found["Georgia"].role == "metonym"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("A mine exploded near Kirkuk on Sunday.", "Kirkuk", "near"),
        ("Gunmen stopped a bus outside Kandahar.", "Kandahar", "near"),
        ("The camp is 80 km from Maiduguri.", "Maiduguri", "distance"),
        ("It lies 12 miles south of Nairobi.", "Nairobi", "distance"),
        ("It lies 900 kilometers west of the capital, Astana.", "Astana", "distance"),
        ("Moscow warned that it would answer.", "Moscow", "metonym"),
        ("LIMA, Peru (AP) — A bus fell into a ravine.", "LIMA", "dateline"),
        ("LIMA, Peru (AP) — A bus fell into a ravine.", "Peru", "containing"),
        ("The bomb went off in Quetta.", "Quetta", ""),
    ],
)
def test_how_a_place_is_used(read, text: str, name: str, role: str) -> None:  # type: ignore[no-untyped-def]
    assert read(text)[name].role == role


def test_near_a_town_is_less_precise_than_in_it(read) -> None:  # type: ignore[no-untyped-def]
    near, inside = place(read("It fell near Homs.")["Homs"]), place(read("It fell in Homs.")["Homs"])
    assert (near.precision, inside.precision) == ("near", "settlement")
    assert (near.uncertainty_m or 0) > (inside.uncertainty_m or 0)


def test_a_country_is_never_a_pin(read) -> None:  # type: ignore[no-untyped-def]
    country = place(read("Clashes went on in Yemen.")["Yemen"])
    assert (country.precision, country.lat, country.lon) == ("country", None, None)
    assert country.country_code == "YE"


def test_peoples_are_nationalities(read) -> None:  # type: ignore[no-untyped-def]
    found = read("Kazakh and Filipino officials met the Dutch and a Chechen.")
    countries = {m.text: place(m).country_code for m in found.values()}
    assert countries == {"Kazakh": "KZ", "Filipino": "PH", "Dutch": "NL", "Chechen": "RU"}
    assert {m.kind for m in found.values()} == {"nationality"}


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Smith, 34, was charged, and Mr. Washington agreed.",
        "President Lincoln and Gen. Houston met Austin Powers.",
        "Reading the report took May and June. Nice people came in March.",
        "He wrote for the Houston Chronicle and the Jakarta Post.",
        "See A/Brisbane/10/2007 and www.example/London for the price.",
        "Of the two, Will said, Mark was the older.",
        "Her son Anderson Cooper wrote to Amazon.com about it.",
        "LET US SIT DOWN AND TALK, THE LEADER TOLD US YESTERDAY EVENING.",
        "The Bank of Valletta and United Russia said nothing.",
    ],
)
def test_what_is_no_place(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert read(text) == {}


def test_a_person_once_is_a_person_throughout(read) -> None:  # type: ignore[no-untyped-def]
    assert "Hamilton" not in read("Lewis Hamilton won. Later Hamilton thanked his team.")


def test_nothing_inside_what_others_found(read) -> None:  # type: ignore[no-untyped-def]
    text = "The Lagos Seven spoke in Kano."
    taken = Mention("group", Span(4, 15), "Lagos Seven")
    assert set(read(text, found=(taken,))) == {"Kano"}


def test_a_possessive_is_left_out(read) -> None:  # type: ignore[no-untyped-def]
    assert set(read("Nigeria's army left Côte d'Ivoire's border.")) == {"Nigeria", "Côte d'Ivoire"}


def test_text_in_capitals(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        "BOGOTA, 4 FEB 90 (AFP) -- REBELS BLEW UP A BRIDGE IN THE CITY OF MEDELLIN, ANTIOQUIA DEPARTMENT, "
        "AS THE PRESIDENT WAS IN SAN SALVADOR."
    )
    found = read(text)
    assert {n: place(m).country_code for n, m in found.items()} == {
        "BOGOTA": "CO", "MEDELLIN": "CO", "ANTIOQUIA": "CO", "SAN SALVADOR": "SV",
    }  # fmt: skip
    assert found["BOGOTA"].role == "dateline"


def test_a_site_is_placed_by_its_name(read) -> None:  # type: ignore[no-untyped-def]
    site = read("Crowds fled from Leeds Arena.")["Leeds Arena"]
    assert site.kind == "facility"
    assert place(site).country_code == "GB"
    assert place(site).geonames_id is None
    assert place(site).runners_up[0][0] == 2644688


def test_a_site_is_placed_by_the_town_beside_it(read) -> None:  # type: ignore[no-untyped-def]
    site = read("Shots were heard at Al Rahma Mosque in Aden, far from Cairo.")["Al Rahma Mosque"]
    assert site.kind == "facility"
    assert "Aden" in place(site).reason


def test_a_list_carries_small_towns(read) -> None:  # type: ignore[no-untyped-def]
    assert {"Oslo", "Bergen", "Trondheim"} <= set(read("Trains between Oslo, Bergen and Trondheim stopped."))


def test_every_place_says_why(read) -> None:  # type: ignore[no-untyped-def]
    paris = place(read("They met in Paris, Texas.")["Paris"])
    assert "named with Texas" in paris.reason
    assert paris.runners_up
    assert paris.runners_up[0][0] == 2988507


def test_given_spans_are_resolved_in_the_order_given(gazetteer: Gazetteer) -> None:
    text = "The Moscow paper wrote on Zzyzzxville and Kazan."
    document = Document("d", "c", text)
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in ("Kazan", "Zzyzzxville", "Moscow")]
    found = resolve_spans(document, split_passages(document), spans, gazetteer=gazetteer)
    assert [m.text for m in found] == ["Kazan", "Zzyzzxville", "Moscow"]
    assert [place(m).country_code for m in found] == ["RU", "", "RU"]
    assert place(found[1]).precision == "unknown"


def test_an_empty_text_has_no_places(read) -> None:  # type: ignore[no-untyped-def]
    assert read("") == {}


def test_long_rubbish_takes_linear_time(read) -> None:  # type: ignore[no-untyped-def]
    begin = process_time()
    read("Xa Yb Zc St. Of The " * 20_000)
    assert process_time() - begin < 20


@pytest.mark.shared
def test_the_first_case(shared: Path, gazetteer: Gazetteer) -> None:
    text = (shared / "seed" / "atyrau.txt").read_text(encoding="utf-8")
    document = Document("d", "c", text)
    found = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    ids = {m.text: place(m).geonames_id for m in reversed(found) if m.kind == "place"}
    assert ids["Atyrau"] == 610529
    assert ids["Astana"] == 1526273
    assert {place(m).precision for m in found if m.text == "Atyrau"} == {"settlement", "admin1"}
    assert not any("Times" in m.text or "Today" in m.text for m in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb went off in kandahar.", "kandahar"),
        ("shooting near new york, police say", "new york"),
        ("three dead in an attack in south africa", "south africa"),
        ("gunmen killed five in maiduguri, nigeria.", "nigeria"),
    ],
)
def test_a_well_known_place_may_be_written_small(read, text: str, name: str) -> None:  # type: ignore[no-untyped-def]
    assert name in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "they marched in order, in central city",
        "floods in the far north",
        "a man in reading glasses fell in battle",
        "https://news.example/2022/farmers-in-senegal-adopt-a-plan/",
    ],
)
def test_plain_words_in_small_letters_are_no_places(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert read(text) == {}


@pytest.mark.parametrize(
    ("words", "code"), [("Deir ez-Zor", "SY"), ("Aix-en-Provence", "FR"), ("Port-au-Prince", "HT")]
)
def test_small_words_inside_a_name(gazetteer: Gazetteer, words: str, code: str) -> None:
    document = Document("d", "", f"A bomb killed two people near the city of {words} on Tuesday.")
    found = find_places(document, split_passages(document), (), gazetteer=gazetteer)
    assert [(m.text, m.datum.country_code) for m in found if isinstance(m.datum, Place)] == [(words, code)]


@pytest.mark.parametrize(
    "text", ["Swanton is about 20 miles west of Toledo.", "Swanton, 20 miles west of Toledo, has a fair."]
)
def test_what_lies_so_far_from_a_place_is_a_place(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert place(read(text)["Swanton"]).admin1 == "Ohio"


def test_a_town_that_is_not_held_lies_in_the_country_behind_it(read) -> None:  # type: ignore[no-untyped-def]
    found = place(read("A bomb killed two soldiers near Taji, Iraq, on Tuesday.")["Taji"])
    assert (found.country_code, found.geonames_id, found.lat) == ("IQ", None, None)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("A bomb exploded in Colombo near a Brazilian bank.", "Colombo", "LK"),
        ("A British surveyor was kidnapped in Alexandria on Sunday.", "Alexandria", "EG"),
        ("A nurse from Boston was hurt by a tram in Paris.", "Paris", "FR"),
    ],
)
def test_where_somebody_comes_from_says_little_of_a_great_city(read, text: str, city: str, country: str) -> None:  # type: ignore[no-untyped-def]
    assert place(read(text)[city]).country_code == country


def test_a_country_told_beside_a_town_says_much(read) -> None:  # type: ignore[no-untyped-def]
    assert place(read("Brazil sent troops. A bomb exploded in Colombo.")["Colombo"]).country_code == "BR"
