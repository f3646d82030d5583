"""How surely a body is said to have done it, by the released model, on a text in capitals of our own."""

import pytest

from sayso.model import Span
from sayso.read.encoder.session import Encoder, open_released
from sayso.read.encoder.status import status

CLAIMED = "THE RED RIVER FRONT CLAIMED RESPONSIBILITY FOR THE BOMBING OF A BANK YESTERDAY. THREE GUARDS WERE KILLED."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_released()


def at(words: str) -> Span:
    start = CLAIMED.index(words)
    return Span(start, start + len(words))


def test_a_body_that_claims_a_deed_has_claimed_it(encoder: Encoder) -> None:
    found = status(encoder.read(CLAIMED), [at("RED RIVER FRONT")])
    assert found is not None
    assert found[0] == "claimed"


def test_no_words_have_no_status(encoder: Encoder) -> None:
    assert status(encoder.read(CLAIMED), []) is None
