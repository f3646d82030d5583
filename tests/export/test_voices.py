"""Which voices have a name of their own, and what they are."""

from __future__ import annotations

import pytest

from sayso.export.voices import class_of, is_named, shown
from sayso.model import Voice


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("Steppe Wire", "outlet", True),
        ("Reuters", "agency", True),
        ("ARGUS", "monitor", True),
        ("Jund al-Khilafah", "group", True),
        ("صحيفة", "outlet", True),
        ("Police", "official", False),
        ("police", "official", False),
        ("Two rival militant groups", "group", False),
        ("several local newspapers", "outlet", False),
        ("Saule Akhmetova", "witness", False),
        ("", "outlet", False),
    ],
)
def test_a_proper_name_is_one_voice_everywhere(name: str, kind: str, named: bool) -> None:
    assert is_named(name, kind) is named


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("Askar Dosov", "official", "individual"),
        ("Mayor Timur Abenov", "official", "individual"),
        ("Ministry of the Interior", "official", "organization"),
        ("regional prosecutor's office", "official", "organization"),
        ("mayor", "official", "class"),
        ("a man close to Atyrau", "official", "unknown"),
        ("Steppe Wire", "outlet", "organization"),
        ("rebels", "group", "group"),
    ],
)
def test_officials_are_people_and_bodies(name: str, kind: str, wanted: str) -> None:
    assert class_of(name, kind) == wanted


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("Saule Akhmetova", "witness", "a witness"),
        ("residents", "witness", "residents"),
        ("forum message", "document", "forum message"),
        ("a letter from Saule Akhmetova", "document", "a document"),
        ("", "unknown", "an unnamed source"),
        ("Askar Dosov", "official", "Askar Dosov"),
    ],
)
def test_names_of_private_persons_are_roles(name: str, kind: str, wanted: str) -> None:
    assert shown(Voice(name, name, kind)) == wanted  # type: ignore[arg-type]
