"""Names by rule and by encoder together: the encoder's side is stated here, the rules are real."""

from sayso.model import Document, Span
from sayso.read.actors.candidates import Candidate, collect
from sayso.read.actors.learned import names_only
from sayso.read.encoder.named import Named
from sayso.read.passages import split_passages


def named(text: str, words: str, kind: str, score: float = 0.95) -> Named:
    start = text.index(words)
    return Named(Span(start, start + len(words)), kind, score)


def found(text: str, *encoder: Named) -> dict[str, Candidate]:
    document = Document("d", "", text, language="en")
    candidates = collect(document, split_passages(document), (), encoder)
    return {c.name: c for c in candidates if c.words}


GROVE = "Later the men of Tall Grove went home."


def test_the_encoder_tells_what_an_unknown_name_is() -> None:
    assert found(GROVE, named(GROVE, "Tall Grove", "organisation"))["Tall Grove"].sort == "organisation"


def test_an_unsure_encoder_tells_nothing() -> None:
    alone = found(GROVE)["Tall Grove"]
    assert found(GROVE, named(GROVE, "Tall Grove", "person", 0.4))["Tall Grove"].sort == alone.sort


def test_a_name_of_a_place_by_the_encoder_is_no_actor() -> None:
    text = "The men went to Tall Grove on foot."
    assert "Tall Grove" not in found(text, named(text, "Tall Grove", "place"))


def test_the_encoder_finds_a_name_that_no_rule_sees() -> None:
    text = "In the town k.mbaru spoke to nobody."
    assert not found(text)
    assert found(text, named(text, "k.mbaru", "person"))


def test_a_title_before_the_name_stays_with_it() -> None:
    text = "Later President Mira Holt spoke."
    one = found(text, named(text, "Mira Holt", "person"))["Mira Holt"]
    assert text[one.start : one.end] == "President Mira Holt"


def test_a_name_is_more_than_the_word_for_what_the_body_is() -> None:
    text = "Later Tall Grove City Council met."
    assert "Tall Grove City Council" in found(text, named(text, "City Council", "organisation"))


def test_a_listed_body_keeps_its_kind() -> None:
    text = "It was first told by the BBC on air."
    assert found(text, named(text, "BBC", "organisation"))["BBC"].voice == found(text)["BBC"].voice


MILL = "River Guards Block Mill\n\nThe river guards sat at the gate of Old Mill, and the Tall Grove sat beside them."


def test_a_phrase_that_the_text_also_writes_in_small_letters_is_no_name() -> None:
    heard = (named(MILL, "River Guards", "armed_group"), named(MILL, "river guards", "armed_group"))
    assert names_only(MILL, heard) == ()


def test_a_phrase_that_is_always_written_with_capitals_may_be_a_name() -> None:
    heard = named(MILL, "Tall Grove", "armed_group")
    assert names_only(MILL, (heard,)) == (heard,)


def test_letters_tell_nothing_in_a_text_in_capitals() -> None:
    text = MILL.upper()
    heard = named(text, "RIVER GUARDS", "armed_group")
    assert names_only(text, (heard,)) == (heard,)
