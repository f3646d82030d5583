"""langid: the language of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.clean.language import language_of


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a sentence; no ``lang`` when it is too short to decide."""
    for doc in docs:
        lang = language_of(doc["text"])
        yield {"id": doc["id"], "lang": lang} if lang else {"id": doc["id"]}
