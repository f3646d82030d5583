"""Who speaks for a body is the body, and two bodies of one kind stay two."""

from sayso.link import Traced, find_origins
from sayso.link.names import body_of, owner_of
from sayso.link.speakers import speakers_of
from sayso.model import Span, Statement, Voice


def said(number: int, voice: str, name: str, kind: str = "official") -> Statement:
    return Statement(f"s{number}", "report", Span(0, 1), (Voice(voice, name, kind),))  # type: ignore[arg-type]


def traced(number: int, voice: str, kind: str = "official") -> Traced:
    return Traced(f"a{number}", f"d{number}/i1", f"d{number}", f"Outlet {number}", voice, kind, "killed 3", "killed")


def test_the_role_tells_the_body() -> None:
    assert speakers_of([said(1, "police spokesman Musa Dung", "Musa Dung")]) == (("Musa Dung", "police spokesman"),)


def test_the_role_names_a_body_that_speaks_elsewhere() -> None:
    statements = [
        said(1, "the emergency ministry", "emergency ministry"),
        said(2, "the ministry's deputy head Bolat Iskakov", "Bolat Iskakov"),
    ]
    assert speakers_of(statements) == (("Bolat Iskakov", "emergency ministry"),)


def test_the_role_points_back() -> None:
    statements = [
        said(1, "the Dawn Monitor", "Dawn Monitor", "monitor"),
        said(2, "its director Hozan Issa", "Hozan Issa"),
    ]
    assert speakers_of(statements) == (("Hozan Issa", "Dawn Monitor"),)


def test_who_holds_an_office_speaks_for_nobody_else() -> None:
    statements = [said(1, "police", "police"), said(2, "Mayor Ada Brink", "Ada Brink")]
    assert speakers_of(statements) == ()


def test_a_spokesman_and_the_police_are_one_origin() -> None:
    items = [traced(1, "Musa Dung"), traced(2, "Police in Jos")]
    assert len(find_origins(items, {}).origins) == 2
    joined = find_origins(items, {}, speakers=[("d1", "Musa Dung", "police spokesman")])
    assert [len(o.reports) for o in joined.origins] == [2]
    assert "one voice: Musa Dung, Police in Jos" in joined.origins[0].joined_by


def test_a_body_is_the_same_with_and_without_its_country() -> None:
    assert (body_of("Kazakhstan's emergency ministry"), owner_of("Kazakhstan's emergency ministry")) == (
        "emergency ministry", "kazakhstan",
    )  # fmt: skip
    items = [traced(1, "Kazakhstan's emergency ministry"), traced(2, "the emergency ministry")]
    assert len(find_origins(items, {}).origins) == 1


def test_two_ministries_of_two_countries_stay_two() -> None:
    items = [traced(1, "Northland's defence ministry"), traced(2, "Southland's defence ministry")]
    assert len(find_origins([*items, traced(3, "the defence ministry")], {}).origins) == 3


def test_a_text_credited_to_an_agency_rests_on_the_agency() -> None:
    one = Traced("a", "d1/i1", "d1", "Hill Post", says="killed 3", field="killed", credit="Dawn Wire")
    two = Traced("b", "d2/i1", "d2", "Lake Post", says="killed 3", field="killed", credit="Dawn Wire")
    found = find_origins([one, two], {})
    assert [(o.name, o.kind, len(o.reports)) for o in found.origins] == [("Dawn Wire", "agency", 2)]
    assert "credited to Dawn Wire" in found.origins[0].joined_by
