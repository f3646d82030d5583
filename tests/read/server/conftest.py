"""What comes of asking a model that is a function."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from sayso.model import Document
from sayso.read.passages import split_passages
from sayso.read.server import Said, Server, ask_about


@pytest.fixture
def about() -> Callable[..., Said]:
    """What comes of a model that tells these statements about a text."""

    def ask(*told: dict[str, Any], text: str) -> Said:
        document = Document(id="d", capture="", text=text, language="en")
        answer = json.dumps({"statements": list(told)})
        return ask_about(document, split_passages(document), Server("m", lambda: lambda _prompt, _schema: answer))

    return ask
