"""Contents go on to where the page says that what was said ends."""

from __future__ import annotations

from sayso.model import Document, Span
from sayso.read.passages import split_passages
from sayso.read.statements.draft import Draft
from sayso.read.statements.tokens import lines_of, quotations_of
from sayso.read.statements.whole import signed, whole


def _grown(text: str, *found: tuple[str, str]) -> list[str]:
    """Contents that drafts with the given cues and contents have after they were made whole."""
    document = Document(id="d", capture="", text=text, language="en")
    passages = split_passages(document)
    quotations = quotations_of(document, passages)
    lines = lines_of(document, passages, quotations)
    drafts = [Draft(0, "test", "", _span(text, content), _span(text, cue)) for cue, content in found]
    return [d.content.of(text) for d in whole(text, lines, quotations, drafts)]


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_half_a_quotation_becomes_the_whole_of_it() -> None:
    text = "“The dam has held. We do not know for how long it will,” Anna Weiss said."
    assert _grown(text, ("said", "The dam has held")) == ["The dam has held. We do not know for how long it will"]


def test_a_quotation_that_two_claim_stays_divided() -> None:
    text = "“The dam has held. We do not know for how long,” Anna Weiss said and Omar Haddad repeated."
    contents = ["The dam has held", "We do not know for how long"]
    assert _grown(text, ("said", contents[0]), ("repeated", contents[1])) == contents


def test_what_is_said_within_a_quotation_stays_what_it_was() -> None:
    text = "“The engineers say the dam has held and the valley is safe, so I stay,” Anna Weiss said."
    told = "the dam has held and the valley is safe"
    assert _grown(text, ("say", told)) == [told]


def test_a_few_words_of_a_long_quotation_stay_a_few_words() -> None:
    text = "She called it “a day of shame for all of us who have lived in this valley since the first dam was built”."
    assert _grown(text, ("called", "it “a day of shame")) == ["it “a day of shame"]


def test_a_block_behind_a_colon_goes_on_to_its_end() -> None:
    text = "The engineers wrote:\n\nThe dam has held. Nobody needs to leave the valley.\n\nThe mayor was away."
    assert _grown(text, ("wrote", "The dam has held")) == ["The dam has held. Nobody needs to leave the valley."]


def test_what_follows_a_colon_in_its_own_line_stays_one_sentence() -> None:
    text = "The engineers wrote: The dam has held. Nobody had left the valley by the evening."
    assert _grown(text, ("wrote", "The dam has held")) == ["The dam has held"]


def _signed(text: str) -> list[tuple[str, str]]:
    document = Document(id="d", capture="", text=text, language="en")
    passages = split_passages(document)
    quotations = quotations_of(document, passages)
    found = signed(text, lines_of(document, passages, quotations), quotations)
    return [(d.source.of(text), d.content.of(text)) for d in found if d.source is not None]


def test_a_name_behind_a_dash_signs_the_quotation_of_its_line() -> None:
    text = "“The dam has held. I slept well.” — Anna Weiss\n“Nobody told us anything.” ― Omar Haddad."
    assert _signed(text) == [
        ("Anna Weiss", "The dam has held. I slept well."),
        ("Omar Haddad", "Nobody told us anything."),
    ]


def test_a_sentence_that_goes_on_behind_a_dash_signs_nothing() -> None:
    assert _signed("“The dam has held again” — Anna Weiss wrote that on Monday.") == []


def test_who_signed_a_quotation_said_it(said):
    reading = said("Readers wrote to us.\n\n“The dam has held and nobody came to look at it.” — Anna Weiss\n")
    assert reading.chain(reading.about("nobody came")) == ["Anna Weiss"]
