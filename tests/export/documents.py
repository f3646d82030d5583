"""Helpers for the tests of document-shaped exports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyld.jsonld as jsonld
from fixed_ledger import NOW

from sayso.export.options import Options

GOLDEN = Path(__file__).with_name("golden")
SCHEMAS = Path(__file__).with_name("schemas")
DESK = Options(as_of=NOW, links="https://desk.example", publisher="Steppe desk", version="1.0")


def assert_golden(made: Path, name: str) -> None:
    """The file is byte for byte the golden one; run once with SAYSO_GOLDEN=write to accept a wanted change."""
    golden = GOLDEN / name
    if os.environ.get("SAYSO_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made.read_bytes())
    assert made.read_bytes() == golden.read_bytes(), f"differs from {golden}"


def expanded(document: Any, context: str) -> list[Any]:
    """The document in expanded JSON-LD by a context of ``schemas``; a network would be an error."""

    def no_network(url: str, options: object) -> None:
        raise AssertionError(f"asked the network for {url}")

    import json

    terms = json.loads((SCHEMAS / context).read_text(encoding="utf-8"))
    return list(jsonld.expand({**document, **terms}, {"documentLoader": no_network}))


def leaves(node: Any) -> int:
    """How many values hang on keys in a JSON value."""
    if isinstance(node, dict):
        return sum(leaves(v) for v in node.values())
    return sum(map(leaves, node)) if isinstance(node, list) else 1
