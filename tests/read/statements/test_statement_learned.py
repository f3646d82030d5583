"""What rules and encoder say of one text, put together: the encoder's side is stated here, the rules are real."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from sayso.model import Document, Span
from sayso.read.encoder.attributions import Answer, Attributed
from sayso.read.encoder.labels import PART_TAGS
from sayso.read.encoder.words import split_words
from sayso.read.passages import split_passages
from sayso.read.statements.draft import Draft
from sayso.read.statements.find import find_drafts
from sayso.read.statements.learned import Heard, together
from sayso.read.statements.tokens import lines_of, quotations_of


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def heard(
    text: str, cue: str, content: tuple[str, ...], source: str = "", score: float = 0.9, high: float = 20.0
) -> Attributed:
    """An attribution of which the encoder is as sure as the odds ``high`` of each word say."""
    named = (at(text, source),) if source else ()
    spans = {"source": named, "content": tuple(at(text, c) for c in content)}
    words = split_words(text, _Numbers())
    parts = np.zeros((len(words), len(PART_TAGS)), np.float32)
    for number, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        kind = next((k for k, some in spans.items() if any(s.contains(Span(start, end)) for s in some)), None)
        parts[number, PART_TAGS.index(f"I-{kind}") if kind else 0] = high
    return Attributed((at(text, cue),), named, spans["content"], score, answer=(words, Answer(0, parts)))


class _Numbers:
    """Numbers for word pieces; which ones does not matter here."""

    def encode_batch(self, texts: Sequence[str], *, add_special_tokens: bool) -> list[_One]:
        return [_One() for _ in texts]


class _One:
    ids: ClassVar[list[int]] = [1]


def joined(
    text: str, *encoder: Attributed, chance: float = 1.0, told: float = 1.0, attitudes: bool = False
) -> list[Draft]:
    document = Document("d", "", text, language="en")
    passages = split_passages(document)
    quotations = quotations_of(document, passages)
    lines = lines_of(document, passages, quotations)
    heard = Heard(encoder, lambda _: chance, lambda _: told, attitudes)
    return together(text, lines, quotations, find_drafts(document, passages), heard)


def contents(text: str, drafts: list[Draft]) -> list[str]:
    return [d.content.of(text) for d in drafts]


RAIN = "The mayor said that the bridge was shut after heavy rain, and buses ran late."


def test_the_encoder_draws_the_edges_of_a_content_that_a_rule_found() -> None:
    found = joined(RAIN, heard(RAIN, "said", ("that the bridge was shut after heavy rain",), "The mayor"))
    assert contents(RAIN, found) == ["the bridge was shut after heavy rain"]


def test_a_rules_edges_stand_where_the_encoder_is_not_sure() -> None:
    (alone,) = joined(RAIN)
    (found,) = joined(RAIN, heard(RAIN, "said", ("the bridge was shut",), "The mayor", high=1.0))
    assert (found.content, found.rule) == (alone.content, f"{alone.rule}, encoder agrees")


def test_the_rule_keeps_its_name_beside_the_encoders() -> None:
    (found,) = joined(RAIN, heard(RAIN, "said", ("the bridge was shut",), "The mayor"))
    assert found.rule.startswith("verb")
    assert found.rule.endswith("encoder agrees")


ODD = "The bridge, goes the mayor's version of it, was shut on his own order."


def test_what_only_the_encoder_hears_is_a_statement_when_it_is_sure() -> None:
    one = heard(ODD, "goes", ("was shut on his own order",), "the mayor's version")
    (found,) = [d for d in joined(ODD, one) if d.cue == at(ODD, "goes")]
    assert (found.rule, found.source) == ("encoder", at(ODD, "the mayor's version"))


def test_what_only_the_encoder_hears_is_left_out_when_it_is_not_sure() -> None:
    one = heard(ODD, "goes", ("was shut on his own order",), score=0.3)
    assert not [d for d in joined(ODD, one) if d.rule == "encoder"]


def test_a_cue_of_the_rules_that_the_encoder_takes_for_none_is_left_out() -> None:
    assert joined(RAIN, chance=0.01) == []


def test_a_cue_of_the_rules_that_the_encoder_only_misses_stands() -> None:
    assert len(joined(RAIN, chance=0.3)) == 1


CLAIM = "The Dawn Front claimed responsibility for the attack in a call to a newspaper."


def test_a_claim_of_responsibility_stays_as_the_rules_have_it() -> None:
    alone = joined(CLAIM, chance=0.0)
    together_ = joined(CLAIM, heard(CLAIM, "claimed", ("in a call",), "The Dawn Front"), chance=0.0)
    assert [(d.frame, d.content) for d in alone] == [(d.frame, d.content) for d in together_]
    assert alone[0].frame == "responsibility"


SPLIT = '"The bridge is shut," the mayor said, "and it will be shut for a week."'


def test_a_content_in_two_pieces_is_two_statements_of_one_speaker() -> None:
    one = heard(SPLIT, "said", ('"The bridge is shut,"', '"and it will be shut for a week."'), "the mayor")
    found = joined(SPLIT, one)
    assert sorted(contents(SPLIT, found)) == ["The bridge is shut", "and it will be shut for a week."]
    assert {d.source for d in found} == {at(SPLIT, "the mayor")}


CHAIN = "A message attributed to the Red Delta said that it would strike again."


def test_a_rules_chain_of_voices_is_kept_where_the_encoder_names_one_of_them() -> None:
    alone = joined(CHAIN)
    found = joined(CHAIN, heard(CHAIN, "said", ("that it would strike again",), "the Red Delta"))
    assert [(d.source, d.via) for d in found] == [(d.source, d.via) for d in alone]


def test_a_saying_of_which_only_half_a_source_is_heard_is_not_read() -> None:
    text = "Rain, the deputy governor of Lund added, would end."
    assert joined(text, heard(text, "added", ("would end",), "the deputy governor of")) == []
    (found,) = joined(text, heard(text, "added", ("would end",), "the deputy governor of Lund"))
    assert found.source == at(text, "the deputy governor of Lund")


def test_two_cues_of_one_content_make_one_statement() -> None:
    text = "The group denied reports that it had burned the mill."
    found = joined(
        text,
        heard(text, "denied", ("that it had burned the mill",), "The group"),
        heard(text, "reports", ("that it had burned the mill",), "The group"),
    )
    assert [d.cue.of(text) for d in found if d.cue is not None] == ["denied"]


def test_a_saying_inside_another_stands_whatever_the_encoder_thinks_of_its_cue() -> None:
    text = "The radio reported that the mayor said the bridge was shut."
    cues = {d.cue.of(text) for d in joined(text, chance=0.0) if d.cue is not None}
    outer = heard(text, "reported", ("that the mayor said the bridge was shut",), "The radio")
    assert cues == set()
    assert {d.cue.of(text) for d in joined(text, outer, chance=0.0) if d.cue is not None} == {"reported", "said"}


TOWN = "The court said it had found a man, Radio Vale reported."


def test_a_content_of_the_encoder_does_not_take_in_who_reported_the_saying() -> None:
    found = joined(TOWN, heard(TOWN, "said", ("it had found a man, Radio Vale",), "The court"))
    assert "it had found a man" in contents(TOWN, found)


PAPER = "Ferry late in Vale\n\nVALE, Norway - The captain said that the ferry was late again on Sunday."


def test_what_is_said_in_the_body_does_not_reach_into_the_headline() -> None:
    wide = ("Ferry late in Vale\n\nVALE, Norway - The captain said that the ferry was late again on Sunday",)
    found = joined(PAPER, heard(PAPER, "said", wide, "The captain"))
    assert not any(c.startswith("Ferry late") for c in contents(PAPER, found))


WISH = "The baker longs for a quieter street."


def test_a_wish_that_only_the_encoder_hears_is_no_statement() -> None:
    assert joined(WISH, heard(WISH, "longs for", ("a quieter street",), "The baker"), told=0.0) == []


def test_a_wish_is_a_statement_where_attitudes_are_asked_for() -> None:
    found = joined(WISH, heard(WISH, "longs for", ("a quieter street",), "The baker"), told=0.0, attitudes=True)
    assert contents(WISH, found) == ["a quieter street"]


BOTH = "The mayor said the bridge was shut while the baker said the road was clear."


def test_a_content_of_the_encoder_does_not_take_in_what_somebody_else_says() -> None:
    wide = ("the bridge was shut while the baker said the road was clear",)
    found = joined(BOTH, heard(BOTH, "said", wide, "The mayor"))
    assert contents(BOTH, found) == ["the bridge was shut", "the road was clear"]


AGAIN = "The mayor has repeatedly said that the bridge was shut."


def test_the_words_of_saying_are_those_that_the_encoder_hears() -> None:
    (found,) = joined(AGAIN, heard(AGAIN, "has repeatedly said", ("that the bridge was shut",), "The mayor"))
    assert found.cue == at(AGAIN, "has repeatedly said")


def test_the_that_before_a_clause_is_no_word_of_saying() -> None:
    (found,) = joined(AGAIN, heard(AGAIN, "has repeatedly said that", ("the bridge was shut",), "The mayor"))
    assert found.cue == at(AGAIN, "has repeatedly said")


def test_a_speaker_is_no_word_of_saying() -> None:
    (found,) = joined(AGAIN, heard(AGAIN, "mayor has repeatedly said", ("that the bridge was shut",), "The mayor"))
    assert found.cue == at(AGAIN, "said")


def test_a_saying_that_the_encoder_hardly_hears_is_left_out_where_attitudes_count() -> None:
    assert joined(RAIN, chance=0.2, attitudes=True) == []


def test_what_a_court_does_is_no_statement() -> None:
    text = "The judge jailed the baker for two years."
    assert joined(text, heard(text, "jailed", ("the baker for two years",), "The judge")) == []


ELSEWHERE = "In the mayor's telling, he said, the bridge was shut."


def test_one_content_is_told_by_the_cue_that_the_encoder_takes_for_one() -> None:
    one = heard(ELSEWHERE, "telling", ("the bridge was shut",), "the mayor")
    assert [d.cue for d in joined(ELSEWHERE, one, chance=0.3)] == [at(ELSEWHERE, "telling")]


def test_one_content_keeps_the_rules_cue_that_the_encoder_takes_for_one_too() -> None:
    one = heard(ELSEWHERE, "telling", ("the bridge was shut",), "the mayor")
    assert [d.cue for d in joined(ELSEWHERE, one)] == [at(ELSEWHERE, "said")]


def test_the_one_who_is_charged_says_nothing() -> None:
    text = "The baker, alone, was also indicted over a lie to the mayor."
    one = heard(text, "indicted over", ("a lie to the mayor",), "The baker")
    assert [d.source for d in joined(text, one) if d.cue == at(text, "indicted over")] == [None]
