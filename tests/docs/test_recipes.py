"""The recipes name what is there: files, registries and their lines, and what they were followed for."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/recipes"
RECIPES = sorted(p for p in FOLDER.glob("*.md") if p.name != "README.md")
REGISTRIES = {
    "source-kind": ("sayso.collect.kinds", "KINDS"),
    "check": ("sayso.check", "CHECKS"),
    "export-format": ("sayso.export.formats", "FORMATS"),
    "language": ("sayso.read.languages", "LANGUAGES"),
}


def paths(text: str) -> list[str]:
    return re.findall(r"`((?:src|docs|tests)/[\w./*<>-]+)`", text)


def test_there_is_a_recipe_for_each_leaf():
    assert {p.stem for p in RECIPES} == {*REGISTRIES, "incident-type"}


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda p: p.stem)
def test_is_short_and_in_the_index(recipe):
    assert len(recipe.read_text().splitlines()) <= 30
    assert f"({recipe.name})" in (FOLDER / "README.md").read_text()


@pytest.mark.parametrize("recipe", [*RECIPES, FOLDER / "README.md"], ids=lambda p: p.stem)
def test_every_path_exists(recipe):
    named = paths(recipe.read_text())
    assert named
    gone = [p for p in named if not list(ROOT.glob(re.sub(r"<\w+>", "*", p).rstrip("/")))]
    assert gone == []


@pytest.mark.parametrize("name", REGISTRIES)
def test_the_registry_line_stands_in_the_file_named(name):
    module, registry = REGISTRIES[name]
    text = (FOLDER / f"{name}.md").read_text()
    (step,) = re.findall(rf"\*\*Registry line\*\* in `{registry}` of\s+`([^`]+)`:\s+`([^`]+)`", text)
    file, line = step
    assert line in (ROOT / file).read_text()
    assert importlib.import_module(module).__file__ == str(ROOT / file)
    assert len(getattr(importlib.import_module(module), registry)) > 1


def test_what_the_recipes_were_followed_for_is_there():
    from sayso.check import CHECKS
    from sayso.collect.kinds import KINDS
    from sayso.export.formats import FORMATS
    from sayso.read.languages import LANGUAGES
    from sayso.taxonomy import load_taxonomy

    assert "mbox" in [k.name for k in KINDS]
    assert {"age_birth", "language"} <= {c.__module__.rsplit(".", 1)[1] for c in CHECKS}
    assert "geojson" in FORMATS
    assert all("ru" in t.cues for t in load_taxonomy().types.values())
    assert "ru" in LANGUAGES


def test_every_registered_check_and_format_is_in_the_manual():
    from sayso.check import CHECKS
    from sayso.export.formats import FORMATS

    checks, commands = (ROOT / "docs/checks.md").read_text(), (ROOT / "docs/commands.md").read_text()
    assert [c.__module__ for c in CHECKS if f"`{c.__module__.rsplit('.', 1)[1]}`" not in checks] == []
    assert [f for f in FORMATS if f not in commands] == []


def test_every_incident_type_is_in_the_contract():
    from sayso.taxonomy import load_taxonomy

    schema = (ROOT / "src/sayso/export/reading.schema.json").read_text()
    assert [t for t in load_taxonomy().types if f'"{t}"' not in schema] == []
