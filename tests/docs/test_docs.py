"""The manual and the program say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

ROOT = Path(__file__).resolve().parents[2]
DOCS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]


def commands() -> list[str]:
    from sayso.cli.main import app

    return sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", commands())
def test_every_command_is_in_the_manual(name):
    assert f"## sayso {name}" in (ROOT / "docs/commands.md").read_text()


@pytest.mark.parametrize("name", commands())
def test_every_command_shows_an_example(name):
    from sayso.cli.main import app

    command = get_command(app).commands[name]  # type: ignore[attr-defined]
    assert "sayso" in (command.epilog or "") or hasattr(command, "commands")


def test_every_noun_is_in_the_glossary():
    glossary = (ROOT / "docs/glossary.md").read_text()
    files = {p.stem for p in (ROOT / "src/sayso/model").glob("*.py")} - {"__init__", "errors", "codec", "actor"}
    assert [n for n in sorted(files) if not re.search(rf"^\| {n.capitalize()} \|", glossary, re.M)] == []


def test_every_check_is_in_the_manual():
    from sayso.check import CHECKS

    manual = (ROOT / "docs/checks.md").read_text()
    names = [check.__module__.rsplit(".", 1)[1] for check in CHECKS]
    assert [n for n in names if f"`{n}`" not in manual] == []


def test_every_field_is_in_the_contract_page():
    from typing import get_args

    from sayso.model import Field

    page = (ROOT / "docs/reading-contract.md").read_text()
    assert [f for f in get_args(Field) if f"`{f}`" not in page] == []


@pytest.mark.parametrize("note", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda p: p.name)
def test_decision_notes_are_short_and_numbered(note):
    text = note.read_text()
    assert text.startswith(f"# {note.name[:3]} ")
    assert 8 <= len(text.splitlines()) <= 45  # ten to thirty lines, and room for an amendment


@pytest.mark.parametrize("page", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_inside_the_manual_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text())
    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_paths_named_in_the_manual_exist(page):
    named = re.findall(r"`((?:src|docs|tests|quality|tools|examples|training)/[\w./*-]+)`", page.read_text())
    assert [p for p in named if not list(ROOT.glob(p.rstrip("/")))] == []
