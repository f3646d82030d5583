"""CAP 1.2: the golden files, the schema, and the life of a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from documents import DESK, SCHEMAS, assert_golden
from fixed_ledger import ARREST, BLAST, NOW, PROTEST, at
from lxml import etree

from sayso.export.cap import sender_of, write_cap
from sayso.export.cap_info import Scale, category, certainty, info_of, severity, urgency
from sayso.export.case import Case, CaseAssertion, CaseField
from sayso.export.options import Deleted, Options, Redirect
from sayso.model import Figure, Place, SaysoError, Value

Cases = tuple[Case, ...]
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "CAP-v1.2.xsd"))


@pytest.fixture
def blast(fixed_cases: Cases) -> Case:
    return next(c for c in fixed_cases if c.id == BLAST)


@pytest.fixture
def told(fixed: Path) -> Callable[[datetime], Cases]:
    """The Cases as of a time."""
    from sayso.app.export_cases import cases

    return lambda as_of: tuple(cases(as_of))


def messages(folder: Path, incident: str = "") -> list[etree._Element]:
    return [etree.parse(file).getroot() for file in sorted(folder.glob(f"{incident}*.cap.xml"))]


def words(message: etree._Element, name: str) -> str | None:
    return message.findtext(f".//{CAP}{name}")


def parameters(message: etree._Element) -> dict[str | None, str | None]:
    return {p[0].text: p[1].text for p in message.iter(f"{CAP}parameter")}


def test_are_the_golden_files(fixed_cases: Cases, tmp_path: Path) -> None:
    assert write_cap(iter(fixed_cases), tmp_path / "new", DESK) == [(tmp_path / "new", 2)]
    for file in sorted((tmp_path / "new").iterdir()):
        assert_golden(file, f"cap/{file.name}")


def test_every_message_follows_the_schema(told: Callable[[datetime], Cases], tmp_path: Path) -> None:
    for hour in (9, 11, 16, 40, 67, 90):
        as_of = datetime(2011, 11, 1 + hour // 24, hour % 24, tzinfo=UTC)
        write_cap(iter(told(as_of)), tmp_path, replace(DESK, as_of=as_of))
    write_cap(iter(()), tmp_path, replace(DESK, deleted=(Deleted(BLAST, NOW, "retracted"),)))
    made = messages(tmp_path)
    assert {words(m, "msgType") for m in made} == {"Alert", "Update", "Cancel"}
    for message in made:
        SCHEMA.assertValid(message)


def test_a_time_with_z_does_not_follow_the_schema(fixed_cases: Cases, tmp_path: Path) -> None:
    write_cap(iter(fixed_cases), tmp_path, DESK)
    message = messages(tmp_path)[0]
    sent = message.find(f"{CAP}sent")
    assert sent is not None
    assert (sent.text or "").endswith("-00:00")
    sent.text = "2011-11-04T09:00:00Z"
    assert not SCHEMA.validate(message)


def test_is_a_private_draft_to_the_desk_itself(fixed_cases: Cases, tmp_path: Path) -> None:
    write_cap(iter(fixed_cases), tmp_path, DESK)
    for message in messages(tmp_path):
        found = [words(message, n) for n in ("status", "scope", "addresses", "sender")]
        assert found == ["Draft", "Private", "desk.example", "desk.example"]


def test_an_incident_told_as_background_is_no_news(fixed_cases: Cases, tmp_path: Path) -> None:
    write_cap(iter(fixed_cases), tmp_path, DESK)
    assert messages(tmp_path, ARREST) == []


def test_nothing_is_written_when_nothing_changed(fixed_cases: Cases, tmp_path: Path) -> None:
    write_cap(iter(fixed_cases), tmp_path, DESK)
    assert write_cap(iter(fixed_cases), tmp_path, DESK) == [(tmp_path, 0)]


def test_another_report_of_the_same_is_no_update(told: Callable[[datetime], Cases], tmp_path: Path) -> None:
    write_cap(iter(told(at(1, 11))), tmp_path, replace(DESK, as_of=at(1, 11)))
    later = told(at(1, 16))  # a verbatim copy came at 15:00
    assert later[0].n_reports == told(at(1, 11))[0].n_reports + 1
    assert write_cap(iter(later), tmp_path, replace(DESK, as_of=at(1, 16))) == [(tmp_path, 0)]


def test_a_changed_toll_is_an_update_that_names_the_earlier_messages(
    told: Callable[[datetime], Cases], tmp_path: Path
) -> None:
    for as_of in (at(1, 9), at(1, 11), at(2, 10)):
        write_cap(iter(told(as_of)), tmp_path, replace(DESK, as_of=as_of))
    first, second, third = messages(tmp_path, BLAST)
    assert [words(m, "msgType") for m in (first, second, third)] == ["Alert", "Update", "Update"]
    named = [",".join(words(m, n) or "" for n in ("sender", "identifier", "sent")) for m in (first, second)]
    assert (words(third, "references") or "").split(" ") == named
    assert words(first, "references") is None


def test_a_merged_incident_is_cancelled_once(fixed_cases: Cases, tmp_path: Path) -> None:
    write_cap(iter(fixed_cases), tmp_path, DESK)
    gone = replace(DESK, redirects=(Redirect(PROTEST, BLAST, NOW),))
    kept = [c for c in fixed_cases if c.id != PROTEST]
    assert [write_cap(iter(kept), tmp_path, gone)[0][1] for _ in "ab"] == [1, 0]
    last = messages(tmp_path, PROTEST)[-1]
    assert (words(last, "msgType"), last.find(f"{CAP}info")) == ("Cancel", None)
    assert (words(last, "note") or "").startswith(f"Now part of {BLAST}. ")


def test_an_incident_that_is_there_again_is_a_new_alert(blast: Case, tmp_path: Path) -> None:
    now = replace(DESK, as_of=None)
    gone = replace(now, redirects=(Redirect(BLAST, PROTEST, NOW),))
    for cases, options in (((blast,), now), ((), gone), ((blast,), now), ((killed(blast, 30),), now), ((), gone)):
        write_cap(iter(cases), tmp_path, options)
    made = messages(tmp_path)
    told = [(words(m, "msgType"), len((words(m, "references") or "").split())) for m in made]
    assert told == [("Alert", 0), ("Cancel", 1), ("Alert", 0), ("Update", 1), ("Cancel", 2)]


def test_what_was_never_sent_is_not_cancelled(tmp_path: Path) -> None:
    assert write_cap(iter(()), tmp_path, replace(DESK, deleted=(Deleted(BLAST, NOW, "gone"),))) == [(tmp_path, 0)]


def test_an_incident_that_a_reviewer_rejects_is_cancelled(blast: Case, tmp_path: Path) -> None:
    write_cap(iter((blast,)), tmp_path, DESK)
    assert write_cap(iter((replace(blast, review_status="rejected"),)), tmp_path, DESK) == [(tmp_path, 1)]
    assert words(messages(tmp_path)[-1], "msgType") == "Cancel"


def test_an_earlier_time_is_refused_where_newer_messages_lie(
    told: Callable[[datetime], Cases], fixed_cases: Cases, tmp_path: Path
) -> None:
    write_cap(iter(fixed_cases), tmp_path, DESK)
    with pytest.raises(SaysoError, match="is newer than what is asked for"):
        write_cap(iter(told(at(1, 9))), tmp_path, replace(DESK, as_of=at(1, 9)))


def test_a_broken_message_in_the_folder_is_told(blast: Case, tmp_path: Path) -> None:
    (tmp_path / f"{BLAST}.20111101T090000Z.cap.xml").write_text("<alert>")
    with pytest.raises(SaysoError, match="cannot read"):
        write_cap(iter((blast,)), tmp_path, DESK)


def test_says_the_range_and_how_many(blast: Case, tmp_path: Path) -> None:
    write_cap(iter((blast,)), tmp_path, DESK)
    found = parameters(messages(tmp_path)[0])
    assert {k: found[k] for k in ("saysoIncident", "reports", "origins", "killedRange", "disputed", "asOf")} == {
        "saysoIncident": BLAST, "reports": "5", "origins": "4", "killedRange": "2 to 3", "disputed": "true",
        "asOf": "2011-11-05T12:00:00-00:00",
    }  # fmt: skip


def killed(case: Case, number: int | None, injured: int | None = None) -> Case:
    """The Case with one toll under every rule; None: nobody gives it."""
    rules = [v.rule for v in case.fields[0].values]
    counts = {"killed": number, "injured": injured}
    fields = tuple(
        CaseField(f, tuple(Value(f, "reported" if n else "reported_none", Figure(n, n), r) for r in rules))
        for f, n in counts.items()
        if n is not None
    )
    return replace(case, fields=fields)


@pytest.mark.parametrize(
    ("dead", "hurt", "wanted"),
    [
        (10, None, "Extreme"), (9, None, "Severe"), (1, None, "Severe"), (0, 3, "Moderate"), (None, 3, "Moderate"),
        (0, 0, "Minor"), (0, None, "Minor"), (None, None, "Unknown"),
    ],
)  # fmt: skip
def test_severity_is_by_the_lowest_toll(blast: Case, dead: int | None, hurt: int | None, wanted: str) -> None:
    assert severity(killed(blast, dead, hurt)) == wanted


def test_the_scale_of_severity_can_be_set(blast: Case) -> None:
    assert severity(killed(blast, 9), Scale(severe=3, extreme=5)) == "Extreme"
    assert severity(killed(blast, 2, 1), Scale(severe=3, extreme=5)) == "Moderate"


def by(case: Case, kind: str, polarity: str = "asserted", field: str = "type") -> CaseAssertion:
    """An assertion of the Case as if another kind of voice had made it."""
    first = case.said(field)[0]
    return replace(first, voice_kind=kind, assertion=replace(first.assertion, polarity=polarity))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("voices", "origins", "wanted"),
    [
        ([("outlet", "asserted")], 1, "Possible"),
        ([("outlet", "asserted")], 2, "Observed"),
        ([("witness", "asserted")], 1, "Likely"),
        ([("official", "asserted")], 1, "Observed"),
        ([("official", "questioned")], 1, "Possible"),
        ([("outlet", "asserted"), ("official", "negated")], 2, "Unlikely"),
        ([], 0, "Unknown"),
    ],
)
def test_certainty_is_by_who_says_so(blast: Case, voices: list[tuple[str, str]], origins: int, wanted: str) -> None:
    case = replace(blast, assertions=tuple(by(blast, *v) for v in voices), n_origins=origins)
    assert certainty(case) == wanted


def test_an_official_who_denies_the_claim_does_not_deny_the_blast(blast: Case) -> None:
    denial = by(blast, "official", "negated", "perpetrator")
    assert certainty(replace(blast, assertions=(*blast.assertions, denial))) == "Observed"


@pytest.mark.parametrize(
    ("kind", "family", "status", "wanted"),
    [
        ("bombing", "attack", "happened", ("Security", "Past")),
        ("bombing", "attack", "threatened", ("Security", "Unknown")),
        ("fire", "accident", "happened", ("Fire", "Past")),
        ("collapse", "accident", "happened", ("Safety", "Past")),
    ],
)
def test_category_and_urgency(blast: Case, kind: str, family: str, status: str, wanted: tuple[str, str]) -> None:
    case = replace(blast, type=kind, family=family, status=status)
    assert (category(case), urgency(case)) == wanted


def area(case: Case, place: Place | None) -> etree._Element | None:
    return info_of(replace(case, place=place), DESK, Scale()).find(f"{CAP}area")


def test_the_circle_is_the_uncertainty_in_kilometres(blast: Case) -> None:
    made = area(blast, blast.place)
    assert made is not None
    assert words(made, "circle") == "47.11667,51.88333 8"


def test_a_country_has_no_circle(blast: Case) -> None:
    made = area(blast, Place("Mali", "Mali", "ML", "", 1, 17.0, -4.0, "country", 900_000.0))
    assert made is not None
    assert (words(made, "areaDesc"), words(made, "circle")) == ("Mali", None)


def test_no_place_is_no_area(blast: Case) -> None:
    assert area(blast, None) is None


def test_odd_characters_stay_within_their_element(blast: Case, tmp_path: Path) -> None:
    odd = 'Қазақстан, عربى <b>&amp; "quoted"\x0b' + "x" * 40_000
    case = replace(blast, title=odd, assertions=tuple(replace(a, sentence=odd) for a in blast.assertions))
    write_cap(iter((case,)), tmp_path, Options(publisher="A, <desk> & more"))
    [message] = messages(tmp_path)
    SCHEMA.assertValid(message)
    assert odd.replace("\x0b", " ").split("x")[0].strip() in (words(message, "description") or "")
    assert len(words(message, "headline") or "") <= 160


def test_sender_and_identifier_hold_no_forbidden_characters(blast: Case, tmp_path: Path) -> None:
    options = Options(publisher="A, <desk> & more")
    write_cap(iter((blast,)), tmp_path, options)
    for name in ("sender", "identifier"):
        assert not set(words(messages(tmp_path)[0], name) or " ") & set(" ,<&")
    assert sender_of(options) == "a-desk-more"
