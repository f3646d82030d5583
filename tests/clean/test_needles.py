"""Patterns are looked for only where their words stand, and everywhere when nothing tells those words."""

from __future__ import annotations

import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

from sayso.clean import needles as under_test
from sayso.clean.needles import hits, needles

PATTERNS = tuple(
    re.compile(pattern, re.I | re.S)
    for pattern in (
        r"\bhelp us\b(?! find)",
        r"\b(?:gifts?|donations?)\b",
        r"\d+ (?:euros|pounds)",
        r"[$€]\s?\d",
        r"(?:ab)?c",
    )
)
TEXTS = ("HELP US today", "help us find him", "A Gift of 5 POUNDS", "€ 7", "abc", "C", "", "nothing here")


def found(text: str) -> int:
    return sum(pattern.search(text) is not None for pattern in PATTERNS)


@pytest.mark.parametrize("text", TEXTS)
def test_needles_find_what_their_patterns_find(text: str) -> None:
    assert hits(needles(PATTERNS), text, text.lower()) == found(text)


def test_a_pattern_is_not_searched_for_where_its_words_are_not() -> None:
    (needle,) = needles([re.compile(r"\b(?:our|the) newsroom\b|\bpress freedom\b", re.I)])
    assert set(needle.words) == {" newsroom", "press freedom"}


@pytest.mark.parametrize("text", TEXTS)
def test_a_parser_that_tells_something_unheard_of_leaves_the_answers_as_they_are(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_parser", SimpleNamespace(parse=lambda pattern, flags: [("LITERAL", pattern)]))
    among = needles(PATTERNS)
    assert {needle.words for needle in among} == {()}
    assert hits(among, text, text.lower()) == found(text)


def test_without_the_parser_every_text_is_searched() -> None:
    code = (
        "import re, sys\nsys.modules['re._parser'] = None\n"
        "from sayso.clean.needles import hits, needles\n"
        "among = needles([re.compile(r'\\bhelp us\\b', re.I)])\n"
        "print(among[0].words, hits(among, 'Help us', 'help us'), hits(among, 'no', 'no'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "() 1 0"
