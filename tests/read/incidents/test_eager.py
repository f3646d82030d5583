"""Asked to be eager, a reading takes every kind of happening that the encoder sees and no other account tells."""

from __future__ import annotations

import pytest

from sayso.model import Document, Span
from sayso.read.encoder.happenings import Happening
from sayso.read.incidents.accounts import find_accounts
from sayso.read.incidents.material import Material
from sayso.read.passages import split_passages

TEXT = "THE COLUMN REACHED THE FARM AT DAWN. ITS MEN LEFT THE SHEDS IN ASHES BEFORE THEY WITHDREW."


@pytest.mark.parametrize(("eager", "kinds"), [(True, ["arson"]), (False, [])])
def test_an_arson_of_which_the_encoder_is_not_sure(eager: bool, kinds: list[str]) -> None:
    document = Document("d", "", TEXT)
    passages = split_passages(document)
    seen = (Happening("arson", 1, Span(TEXT.index("ASHES"), TEXT.index("ASHES") + 5), 0.35),)
    material = Material(document, passages, (), (), seen, eager=eager)
    assert [a.type for a in find_accounts(material)] == kinds
