"""The time zone of a place is known only where one source tells it."""

from __future__ import annotations

from sayso.gazetteer.zones import zone_of
from sayso.model import Place


def test_a_country_with_one_zone_gives_it_to_each_of_its_places() -> None:
    assert zone_of(Place("Nairobi", "Kenya", "KE", precision="settlement")) == "Africa/Nairobi"


def test_a_city_of_a_wide_country_has_the_zone_of_geonames() -> None:
    assert (
        zone_of(Place("Chicago", "United States", "US", geonames_id=4887398, precision="settlement"))
        == "America/Chicago"
    )


def test_a_village_has_the_zone_of_the_cities_around_it() -> None:
    village = Place("Evanston", "United States", "US", lat=42.03, lon=-87.72, precision="settlement")
    assert zone_of(village) == "America/Chicago"


def test_a_wide_country_as_a_whole_has_none() -> None:
    assert zone_of(Place("United States", "United States", "US", precision="country")) == ""
