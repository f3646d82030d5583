"""Sentences are cut where a reader would cut them."""

from __future__ import annotations

import pytest

from sayso.model import Document, Span
from sayso.read.passages import split_passages, split_sentences


def cut(text: str) -> list[str]:
    return [s.of(text) for s in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A U.S.-based service reported it on Oct. 21 from Washington, D.C., the ministry said.",
        "Gen. John B. Mercer met Mr. Okafor at 9.30 a.m. Monday near No. 4 Mill St. in the port.",
        "The blast cost $2.5 million, i.e. 3.1 percent of the budget.",
        '"Run!" the driver shouted to the crowd.',
        "COL. HUGO PAZ SAID THE J. F. MILLER BRIDGE WAS OPEN.",
        "He works for Harlan Inc. as a guard.",
        "The talks ... have failed.",
    ],
)
def test_one_sentence_stays_whole(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They fled to the U.S.", "The army followed."),
        ('"It was loud."', "Nobody was hurt."),
        ("The siege ended at 9 a.m.", "Police withdrew."),
        ("The gate was shut.", "luis Okello shut it."),
        ("THE BRIDGE FELL.", "NO ONE DIED."),
        ("Is it over?", "Residents doubt it."),
        ("Nobody knows…", "Then a second bomb went off."),
        ("The plant belongs to Harlan Inc.", "It makes glass."),
    ],
)
def test_two_sentences_are_cut(first: str, second: str) -> None:
    assert cut(f"{first} {second}") == [first, second]


def test_list_items_are_passages_of_their_own() -> None:
    assert cut("Closed:\n- the port\n- the airport\n3. the school") == [
        "Closed:", "- the port", "- the airport", "3. the school"
    ]  # fmt: skip


def test_headline_and_dateline_are_set_apart() -> None:
    text = "Two Hurt in Blast\n\nALMATY, Kazakhstan — Two men were hurt. One is a guard.\n\nMay 3, 2011\n\nIt is over."
    document = Document("d", "c", text, title="Two Hurt in Blast", title_span=Span(0, 17), dateline_span=Span(19, 37))
    passages = split_passages(document)
    assert [(p.kind, p.paragraph, p.span.of(text)) for p in passages] == [
        ("headline", 0, "Two Hurt in Blast"),
        ("dateline", 1, "ALMATY, Kazakhstan"),
        ("body", 1, "Two men were hurt."),
        ("body", 1, "One is a guard."),
        ("dateline", 2, "May 3, 2011"),
        ("body", 3, "It is over."),
    ]
    assert [p.number for p in passages] == list(range(6))


def test_the_stop_behind_a_dateline_is_no_passage() -> None:
    text = "MINSK, March 3. /BelTA/. Two people died."
    document = Document(id="d", capture="", text=text, dateline="MINSK, March 3. /BelTA/", dateline_span=Span(0, 23))
    assert [p.span.of(text) for p in split_passages(document)] == ["MINSK, March 3. /BelTA/", "Two people died."]


def test_empty_text_has_no_passages() -> None:
    assert split_passages(Document("d", "c", " \n\n ")) == ()


def test_sentences_that_lost_the_space_between_them_are_two() -> None:
    text = "The road was closed.The U.S.Army saw it at mail.Example/now and left.Nobody was hurt there."
    assert [s.of(text) for s in split_sentences(text)] == [
        "The road was closed.", "The U.S.Army saw it at mail.Example/now and left.", "Nobody was hurt there.",
    ]  # fmt: skip
