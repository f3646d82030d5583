"""Actors: who may speak, what they are called, and which words stand for the same voice."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from sayso.model import Document, Mention, Span
from sayso.read.actors import find_actors
from sayso.read.passages import split_passages


def actors(text: str, found: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
    document = Document("d", "c", text)
    return find_actors(document, split_passages(document), found)


def one(text: str, words: str, found: tuple[Mention, ...] = ()) -> Mention:
    hits = [m for m in actors(text, found) if m.text == words]
    assert hits, [m.text for m in actors(text, found)]
    return hits[-1]


def place(text: str, words: str, kind: str = "place") -> Mention:
    at = text.index(words)
    return Mention(kind, Span(at, at + len(words)), words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words", "kind", "voice"),
    [
        ("Two witnesses saw the flash.", "Two witnesses", "role", "witness"),
        ("The regional prosecutor's office said so.", "The regional prosecutor's office", "role", "official"),
        ("Local authorities gave no toll.", "Local authorities", "role", "official"),
        ("State media said the port was shut.", "State media", "role", "outlet"),
        (
            "A Paris-based conflict monitoring service said so.",
            "A Paris-based conflict monitoring service",
            "role",
            "monitor",
        ),
        ("The news agency Vesta-Kirov reported a blast.", "The news agency Vesta-Kirov", "organisation", "agency"),
        ("Monitoring group VIGIL counted nine.", "Monitoring group VIGIL", "organisation", "monitor"),
        ("The Harlow Gazette said nine had died.", "The Harlow Gazette", "organisation", "outlet"),
        ("A message on an online forum praised it.", "A message on an online forum", "role", "document"),
        ("A rebel spokesman denied it.", "A rebel spokesman", "role", "group"),
        ("A company spokesman denied it.", "A company spokesman", "role", "organisation"),
        ("A military spokesman denied it.", "A military spokesman", "role", "official"),
        ("Sources close to the inquiry said so.", "Sources close to the inquiry", "role", "official"),
        ("The armed forces denied it.", "The armed forces", "role", "official"),
        ("The previously unknown militant group denied it.", "The previously unknown militant group", "role", "group"),
        ("The Taliban denied it.", "The Taliban", "group", "group"),
        ("Protesters said they were beaten.", "Protesters", "role", "group"),
        ("President Nura Okello said so.", "President Nura Okello", "person", "official"),
        ("A student named Tarek Haddad ran.", "A student named Tarek Haddad", "person", "person"),
        ("The Harran Liberation Front said so.", "The Harran Liberation Front", "group", "group"),
        ("The Ministry of Health said so.", "The Ministry of Health", "organisation", "official"),
    ],
)
def test_a_voice_has_its_kind(text: str, words: str, kind: str, voice: str) -> None:
    mention = one(text, words)
    assert (mention.kind, mention.voice_kind) == (kind, voice)


def test_a_spokeswoman_speaks_for_her_company() -> None:
    text = "The office is open, Lena Brandt, a spokeswoman for Ostgas in the port, said by phone."
    named = one(text, "Lena Brandt")
    role = one(text, "a spokeswoman for Ostgas in the port")
    assert named.voice_kind == "organisation"
    assert named.role == "a spokeswoman for Ostgas in the port"
    assert (role.name, role.cluster) == ("Lena Brandt", named.cluster)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Maria Stone fled. Stone said she was safe.", "Stone", "Maria Stone"),
        ("Maria Stone fled. Her car burned. She said so.", "She", "Maria Stone"),
        ("General Paul Okoro and Maria Stone met. He said so.", "He", "Paul Okoro"),
        ("The Harran Liberation Front (HLF) denied it. The HLF said so.", "The HLF", "Harran Liberation Front"),
        ("The Jund al-Falak group denied it. The group said so.", "The group", "Jund al-Falak"),
        ("The Harran Liberation Front denied it. They said so.", "They", "Harran Liberation Front"),
        ("The archbishop, Paul Okoro, wept. The archbishop said so.", "The archbishop", "Paul Okoro"),
        ("Čedomir Kovač spoke. Kovac said so.", "Kovac", "Čedomir Kovač"),
        ("Deputy governor Paul Okoro spoke. The deputy governor said so.", "The deputy governor", "Paul Okoro"),
        ("The Harlow Gazette wrote it. The newspaper said so.", "The newspaper", "Harlow Gazette"),
        ("Police closed the road. The mayor, Paul Okoro, who saw it, wept.", "who", "Paul Okoro"),
    ],
)  # fmt: skip
def test_the_fullest_name_is_given(text: str, words: str, name: str) -> None:
    assert one(text, words).name.endswith(name)


def test_clusters_join_one_voice_and_leave_single_ones_alone() -> None:
    text = "Maria Stone fled. Stone said police had come."
    full, short, police = one(text, "Maria Stone"), one(text, "Stone"), one(text, "police")
    assert full.cluster == short.cluster >= 0
    assert police.cluster == -1


def test_a_crowd_is_not_the_armed_group() -> None:
    text = "The Jund al-Falak group denied it. Police held the group of people."
    assert "Falak" not in one(text, "the group of people").name


def test_places_and_nationalities_are_no_actors() -> None:
    text = "Gorlanka mourned the dead. The Norvik police spoke."
    found = (place(text, "Gorlanka"), place(text, "Norvik", "nationality"))
    assert [m.text for m in actors(text, found)] == ["The Norvik police"]


def test_that_after_a_verb_opens_no_phrase() -> None:
    assert one("He said that police had come.", "police").text == "police"


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("COL HUGO PAZ SAID SO. PAZ ADDED THAT IT WAS OVER.", "COL HUGO PAZ", "official"),
        ("THE NORVIK WORKERS FEDERATION (NWF) CONDEMNED IT. THE NWF SAID SO.", "THE NWF", "organisation"),
        ("A MILITARY SPOKESMAN DENIED IT.", "A MILITARY SPOKESMAN", "official"),
        ("RADIO ALBORADA REPORTED IT.", "RADIO ALBORADA", "outlet"),
        ("THE GUERRILLAS ATTACKED THE POST.", "THE GUERRILLAS", "group"),
        ("ARMED FORCES SPOKESMAN COL HUGO PAZ SAID SO.", "ARMED FORCES SPOKESMAN COL HUGO PAZ", "official"),
        ("A SPOKESMAN FOR THE ARMED FORCES SAID SO.", "A SPOKESMAN FOR THE ARMED FORCES", "official"),
        ("THE ARMED FORCES PRESS COMMITTEE SAID SO.", "THE ARMED FORCES PRESS COMMITTEE", "official"),
        ("REBEL COMMANDER HUGO PAZ SAID SO.", "COMMANDER HUGO PAZ", "group"),
        ("FMLN COMMANDER HUGO PAZ SAID SO.", "COMMANDER HUGO PAZ", "group"),
    ],
)
def test_text_in_capitals_is_read_too(text: str, words: str, voice: str) -> None:
    assert one(text, words).voice_kind == voice


def test_capitals_keep_short_names_and_long_names_together() -> None:
    text = "COL HUGO PAZ SAID SO. PAZ ADDED THAT IT WAS OVER."
    assert one(text, "PAZ").name == "HUGO PAZ"
    text = "THE NORVIK WORKERS FEDERATION (NWF) CONDEMNED IT. THE NWF SAID SO."
    assert one(text, "THE NWF").name == "NORVIK WORKERS FEDERATION"
    assert one(text, "THE NWF").cluster == one(text, "THE NORVIK WORKERS FEDERATION").cluster


def test_every_mention_stands_on_its_words() -> None:
    text = "Maria Stone, a nurse, fled.\n\nThe police said two witnesses saw her. She denied it."
    assert all(m.span.of(text) == m.text for m in actors(text))


@pytest.mark.shared
def test_the_voices_of_the_first_case(shared: Path) -> None:
    text = (shared / "seed" / "atyrau.txt").read_text(encoding="utf-8")
    voices = {" ".join(m.text.split()): m for m in actors(text)}
    expected = {
        "Intelligence monitoring group SITE": ("SITE", "monitor"),
        "the news agency Novosti-Kazakhstan": ("Novosti-Kazakhstan", "agency"),
        "The previously unknown militant group": ("Jund al-Khilafah", "group"),
        "Bolat Daukenov": ("Bolat Daukenov", "official"),
        "Linsi Crain": ("Linsi Crain", "organisation"),
        "The Atyrau region prosecutor's office": ("Atyrau region prosecutor's office", "official"),
    }
    assert {w: (voices[w].name, voices[w].voice_kind) for w in expected} == expected


def _share(gold: list[tuple[Document, list[dict[str, object]]]]) -> float:
    """Share of the annotated voices that a mention covers, at least half and half."""
    hits = total = 0
    for document, voices in gold:
        spans = [m.span for m in find_actors(document, split_passages(document), ())]
        for voice in voices:
            start, length = int(str(voice["at"])), len(str(voice["text"]))
            shared_words = [min(s.end, start + length) - max(s.start, start) for s in spans]
            best = max((2 * n / (len(s) + length) for n, s in zip(shared_words, spans, strict=True)), default=0)
            hits, total = hits + (best >= 0.5), total + 1
    return hits / total


@pytest.mark.shared
@pytest.mark.parametrize(("name", "least"), [("wikinews", 0.92), ("muc4-readings", 0.85)])
def test_nearly_all_annotated_voices_are_covered(shared: Path, name: str, least: float) -> None:
    folder = shared / "data" / name
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    gold = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        voices = [v for s in row["statements"] for v in s["voices"] if v["name"] != "unknown"]
        gold.append((Document(row["id"], "", texts[row["id"]]), voices))
    assert _share(gold) >= least


def test_an_army_of_freedom_is_an_armed_group():
    assert one("The Lowland Freedom Army attacked.", "The Lowland Freedom Army").voice_kind == "group"


def test_the_army_is_not_the_freedom_army_it_fights():
    mention = one("The Lowland Freedom Army attacked the post. Two men died, the army said.", "the army")
    assert (mention.name, mention.voice_kind) == ("army", "official")


def test_the_rebels_are_not_only_those_who_died():
    assert one("Four rebels died. The rebels said the road was open.", "The rebels").name == "rebels"


def test_the_company_is_not_the_union():
    text = "The dock workers' union blamed the firm's owner. The company denied it."
    assert "union" not in one(text, "The company").name


def test_a_belief_before_a_group_is_no_name():
    assert one("A militant Islamist group said so.", "A militant Islamist group").name == "militant Islamist group"


def test_a_last_name_that_is_a_word_of_the_calendar_is_a_name_where_it_was_given_in_full():
    found = {m.text: m.name for m in actors("Doris Day was born in Ohio. They liked Day a lot. In May Day went home.")}
    assert found["Day"] == "Doris Day"
    assert "May" not in found


def test_a_month_stays_a_month_beside_a_person_of_that_name():
    assert [m.text for m in actors("Theresa May left on May 5, and in May 2020 too.")] == ["Theresa May"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Army chief of staff Colonel Hugo Paz said so.", "Army chief of staff Colonel Hugo Paz", "Hugo Paz"),
        ("The leader of the party Hugo Paz said so.", "The leader of the party Hugo Paz", "Hugo Paz"),
        ("The wing of Hugo Paz said so.", "The wing of Hugo Paz", "wing of Hugo Paz"),
    ],
)
def test_a_name_behind_a_role_of_several_words(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("The ministry's press service said so.", "The ministry's press service", "official"),
        ("The company's press office said so.", "The company's press office", "organisation"),
        ("The local press said so.", "The local press", "outlet"),
    ],
)
def test_who_speaks_to_the_press_is_no_outlet(text: str, words: str, voice: str) -> None:
    assert one(text, words).voice_kind == voice


def test_a_given_name_in_small_letters_belongs_to_the_surname() -> None:
    assert one("The gate, luis Okello said, was shut.", "luis Okello").kind == "person"


def test_one_of_several_is_she_who_speaks_next() -> None:
    text = "Prosecutor Kate Marr said two nurses were robbed. One of the nurses kept her bag. She said it was empty."
    she = next(m for m in actors(text) if m.text == "She")
    assert she.name.lower() == "one of the nurses"


def test_what_is_under_investigation_is_no_body_that_speaks() -> None:
    assert "investigation" not in {m.text for m in actors("The cause is under investigation. It said no more.")}
