"""The released encoder at work."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from sayso.model import SaysoError, Span
from sayso.read.encoder.session import PER_WORD, RELEASED, Encoder

FOLDER = RELEASED
TEXT = (
    "The mayor of Lund said on Monday that the bridge was shut. “It is not safe,” Anna Berg, an engineer, told the "
    "Evening Post. According to the police nobody was hurt."
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(FOLDER)


def test_every_word_has_scores_once_in_a_text_of_many_windows(encoder: Encoder) -> None:
    seen = encoder.read("\n\n".join([TEXT] * 40))
    assert len(seen.seen) > 3
    assert {len(seen.scores[name]) for name in PER_WORD} == {len(seen.words)}


def test_the_same_text_gives_the_same_scores(encoder: Encoder) -> None:
    first = encoder.read(TEXT).scores["names"]
    encoder.read("Another text.")
    assert np.array_equal(first, encoder.read(TEXT).scores["names"])


def test_a_text_without_a_word_has_nothing(encoder: Encoder) -> None:
    seen = encoder.read(" \n ")
    assert (seen.named, seen.attributions(), len(seen.words)) == ((), (), 0)


def test_answers_come_in_the_order_of_the_questions(encoder: Encoder) -> None:
    seen = encoder.read(TEXT)
    one, other = seen.ask([(20, 21)])[0], seen.ask([(4, 5)])[0]
    both = seen.ask([(20, 21), (4, 5)])
    assert np.allclose(both[0].parts, one.parts, atol=0.15)
    assert np.allclose(both[1].parts, other.parts, atol=0.15)


def test_a_word_of_saying_is_likelier_a_cue_than_a_name(encoder: Encoder) -> None:
    from sayso.model import Span

    seen = encoder.read(TEXT)
    said, lund = (Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("said", "Lund"))
    assert seen.cue_chance(said) > 0.5 > seen.cue_chance(lund)


def test_a_person_is_seen_as_one(encoder: Encoder) -> None:
    assert ("Anna Berg", "person") in {(n.span.of(TEXT), n.kind) for n in encoder.read(TEXT).named}


def test_a_folder_without_a_model_is_told_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="is not in") as told:
        Encoder(tmp_path)
    assert "SAYSO_ENCODER=off" in told.value.hint


def test_a_changed_model_is_not_read_with(encoder: Encoder, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "model")
    with (tmp_path / "model" / "ask.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(SaysoError, match="not the one that was released"):
        Encoder(tmp_path / "model")


def test_a_saying_is_likelier_to_be_one_of_telling_than_a_wish(encoder: Encoder) -> None:
    text = "The mayor said that the bridge was shut. The baker longs for quieter streets."
    seen = encoder.read(text)
    said, wished = (Span(text.index(w), text.index(w) + len(w)) for w in ("said", "longs for"))
    assert seen.told_chance(said) > 0.9 > 0.5 > seen.told_chance(wished)
