"""Which stored documents a new one is compared with."""

from datetime import timedelta
from pathlib import Path

import pytest

from ledger_sample import at, blast, store
from sayso.link import bands

STANDING = (
    "Explosions in the oil towns of the west have been reported since the spring of that year by the local press. "
    "The pipeline from Tengiz was not touched, its operator told reporters at the terminal on the coast."
)


def stored(outlets: int) -> None:
    store(*(blast(f"Outlet {n}", n + 1, known=at(1) + timedelta(hours=n), more=STANDING) for n in range(outlets)))


def sharing() -> dict[str, str]:
    from sayso.store.candidates import texts_sharing  # after the fixture has set Django up

    return texts_sharing(bands(blast("Another", 9, more=STANDING)[1].document.text))


def test_documents_that_share_a_sentence_are_found(ledger: Path) -> None:
    stored(3)
    assert len(sharing()) == 3


def test_keys_that_too_many_hold_are_left_out(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(3)
    monkeypatch.setattr("sayso.store.candidates._COMMON", 0)
    assert sharing() == {}


def test_only_so_many_are_compared(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(4)
    monkeypatch.setattr("sayso.store.candidates._MOST_COPIES", 2)
    assert len(sharing()) == 2


def test_a_document_comes_with_when_it_was_known(ledger: Path) -> None:
    item, reading = blast("Outlet", 2)
    store((item, reading))
    from sayso.store.candidates import known_documents

    document, known = known_documents([reading.document.id])[reading.document.id]
    assert (document.text, known) == (reading.document.text, item.capture.known_from)
