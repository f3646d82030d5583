"""Reports are grouped by the voice their account rests on; there are never more origins than reports."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.link import CopyOf, Traced, find_origins


def account(number: int, outlet: str, *said: tuple[str, str, str], headline: bool = False) -> list[Traced]:
    """What document ``number`` says: (field, voice, kind of voice), the outlet itself when the voice is ""."""
    document = f"d{number}"
    return [
        Traced(f"{document}-{n}", f"{document}/i1", document, outlet, voice, kind, f"{field}-{n}", field, headline)
        for n, (field, voice, kind) in enumerate(said)
    ]


PROSECUTOR = ("killed", "the regional prosecutor's office", "official")
CASES = [
    account(1, "Gulf Herald", ("type", "", ""), PROSECUTOR),
    account(2, "North Star", ("place", "", ""), ("killed", "prosecutors", "official")),
    account(3, "West Wind", ("type", "", ""), ("place", "", "")),
]


def groups(*accounts: list[Traced], copies: dict[str, CopyOf] | None = None) -> list[tuple[str, int]]:
    found = find_origins([t for items in accounts for t in items], copies or {})
    return [(o.name, len(o.reports)) for o in found.origins]


def test_reports_on_one_voice_are_one_origin_and_who_cites_nobody_is_its_own() -> None:
    assert groups(*CASES) == [("the regional prosecutor's office", 2), ("West Wind", 1)]


def test_the_joining_is_told_in_words() -> None:
    found = find_origins([t for items in CASES for t in items], {})
    assert found.origins[0].joined_by[0] == "same voice: the regional prosecutor's office"
    assert "prosecutors" in found.origins[0].joined_by[1]


def test_a_voice_beside_the_account_does_not_carry_it() -> None:
    analyst = ("perpetrator", "Red Dawn", "group")
    told = [(field, "", "") for field in ("type", "happened", "place", "killed")]
    one = account(1, "Gulf Herald", *told, analyst)
    two = account(2, "North Star", ("killed", "", ""), analyst)
    assert groups(one, two) == [("Gulf Herald", 1), ("North Star", 1)]


def test_of_several_voices_the_one_with_most_of_the_account_counts() -> None:
    both = account(
        1, "Gulf Herald", ("killed", "police", "official"), ("place", "the mayor", "official"),
        ("happened", "the mayor", "official"),
    )  # fmt: skip
    assert groups(both, account(2, "B", ("killed", "police", "official"))) == [("the mayor", 1), ("police", 1)]


def test_a_copy_belongs_to_its_original_whatever_it_adds() -> None:
    copy = account(4, "East Light", ("killed", "a hospital official", "official"))
    assert groups(CASES[0], copy, copies={"d4": CopyOf("d1", "edited", 0.6)}) == [
        ("the regional prosecutor's office", 2)
    ]


def test_one_outlet_on_its_own_word_is_one_origin() -> None:
    again = account(4, "West Wind", ("type", "", ""))
    assert groups(CASES[2], again) == [("West Wind", 2)]


def test_voices_that_hide_are_no_origin() -> None:
    vague = account(1, "Gulf Herald", ("killed", "reports", "unknown"), ("place", "several newspapers", "outlet"))
    found = find_origins(vague, {})
    assert [o.name for o in found.origins] == ["Gulf Herald"]
    assert found.voices == ()
    assert set(found.voice_of.values()) == {""}


def test_a_headline_speaks_for_the_body() -> None:
    body = account(1, "Gulf Herald", ("type", "Red Dawn", "group"), ("place", "Red Dawn", "group"))
    head = Traced("h", "d1/i1", "d1", "Gulf Herald", "Militant Group", "group", "x", "type", True)
    plain = Traced("p", "d1/i1", "d1", "Gulf Herald", "", "", "y", "place", True)
    found = find_origins([head, plain, *body], {})
    assert {v.name for v in found.voices} == {"Red Dawn"}


def test_a_headline_over_what_the_narrator_says_is_the_outlets() -> None:
    body = Traced("b", "d1/i1", "d1", "Gulf Herald", "", "", "killed 3", "killed")
    other = Traced("c", "d1/i1", "d1", "Gulf Herald", "police", "official", "injured 4", "injured")
    head = Traced("h", "d1/i1", "d1", "Gulf Herald", "", "", "killed 3", "killed", True)
    found = find_origins([head, body, other], {})
    assert found.voice_of["h"] == found.voice_of["b"] != found.voice_of["c"]


def test_superseded_documents_are_in_no_origin() -> None:
    found = find_origins([t for items in CASES for t in items], {}, {"d2", "d3"})
    assert [o.reports for o in found.origins] == [("d2/i1",), ("d3/i1",)]


VOICES = st.sampled_from(["", "police", "the mayor", "Aru Bekova", "residents", "sources", "Red Dawn", "SITE"])
SAID = st.tuples(st.sampled_from(["type", "place", "killed", "mode"]), VOICES, st.sampled_from(["official", "witness"]))


@given(st.lists(st.lists(SAID, min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_origins_part_the_reports(reports: list[list[tuple[str, str, str]]], data: st.DataObject) -> None:
    items = [t for n, said in enumerate(reports) for t in account(n, f"Outlet {n % 3}", *said)]
    numbers = st.integers(0, len(reports) - 1)
    pairs = data.draw(st.lists(st.tuples(numbers, numbers), max_size=4))
    copies = {f"d{a}": CopyOf(f"d{b}", "verbatim", 1.0) for a, b in pairs if a != b}
    found = find_origins(items, copies)
    grouped = [key for o in found.origins for key in o.reports]
    assert sorted(grouped) == sorted({t.report for t in items})
    assert len(found.origins) <= len(reports)
