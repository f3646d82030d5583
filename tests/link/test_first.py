"""Who was first: the agency that is credited, else who published or was known first."""

from datetime import UTC, date, datetime, timedelta

from sayso.link import CopyOf
from sayso.link.first import Signed, choose_originals, credit_of, credits_of, original_of
from sayso.link.trace import root_of
from sayso.model import Document, Dropped

NOON = datetime(2024, 5, 4, 12, tzinfo=UTC)


def signed(document: str, outlet: str, *credits: str, minutes: int = 0, day: int = 4) -> Signed:
    return Signed(document, outlet, credits, date(2024, 5, day), NOON + timedelta(minutes=minutes))


def test_the_credited_agency_is_the_original_even_when_captured_later() -> None:
    reprint = signed("a", "Hill Post", "Savanna News Agency")
    agency = signed("b", "Savanna News Agency", minutes=300)
    assert original_of(reprint, agency)[0] is agency
    assert original_of(agency, reprint)[0] is agency


def test_initials_name_an_agency() -> None:
    assert (
        original_of(signed("a", "Hill Post", "SNA"), signed("b", "Savanna News Agency", minutes=9))[0].document == "b"
    )


def test_without_a_credit_the_first_is_the_original() -> None:
    assert original_of(signed("a", "One", minutes=5), signed("b", "Two"))[0].document == "b"


def test_the_day_of_publication_outranks_the_capture() -> None:
    late, early = signed("a", "One", day=3, minutes=900), signed("b", "Two", day=4)
    assert original_of(late, early)[0] is late


def document(text: str = "Body.", **parts: object) -> Document:
    return Document("d", "c", text, **parts)  # type: ignore[arg-type]


def test_credits_in_dateline_byline_last_line_and_dropped_lines() -> None:
    assert credit_of(document(dateline="KABUL (Reuters)", outlet="Hill Post")) == "Reuters"
    assert credit_of(document(byline="By Red Sea Wire", outlet="Hill Post")) == "Red Sea Wire"
    assert credit_of(document("It rained.\n\n(AFP)", outlet="Hill Post")) == "AFP"
    assert credit_of(document("Es regnete.\n\ndpa", outlet="Hill Post")) == "dpa"
    assert credit_of(document(dropped=(Dropped("Source: Indus Press", "sources list"),))) == "Indus Press"


def test_an_outlet_does_not_credit_itself_and_a_reporter_is_no_agency() -> None:
    assert credit_of(document(dateline="KABUL (Reuters)", outlet="Reuters")) == ""
    assert credit_of(document(byline="By Jane Holloway")) == ""
    assert credits_of(document(byline="By Jane Holloway")) == ("Jane Holloway",)
    assert credit_of(document("The dead were named.\n\nThe press was not admitted.")) == ""


def test_of_equals_the_one_that_copies_nobody_is_the_original() -> None:
    found = {"c": [CopyOf("b", "verbatim", 1.0), CopyOf("a", "verbatim", 0.97)], "b": [CopyOf("a", "verbatim", 0.98)]}
    assert choose_originals(found)["c"].original == "a"


def test_a_copy_of_a_rewriting_is_a_copy_of_the_rewriting() -> None:
    found = {"c": [CopyOf("b", "verbatim", 1.0), CopyOf("a", "edited", 0.5)], "b": [CopyOf("a", "edited", 0.5)]}
    assert choose_originals(found)["c"].original == "b"


def test_documents_that_copy_each_other_in_a_circle_have_one_root() -> None:
    circle = {"a": CopyOf("b", "edited", 0.5), "b": CopyOf("c", "edited", 0.5), "c": CopyOf("a", "edited", 0.5)}
    around = {**circle, "d": CopyOf("b", "edited", 0.9)}
    assert {root_of(document, around) for document in "abcd"} == {"a"}
