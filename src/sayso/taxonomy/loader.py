"""Reads the data files of the taxonomy into frozen records."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

FAMILIES = ("attack", "strike", "clash", "unrest", "state_action", "threat", "accident")


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns of words that tell a type in one language, as regular expressions in lower case.

    Attributes:
        nouns, verbs: tell the type by themselves.
        weak: only beside other evidence.
    """

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentType:
    """One type of incident.

    Attributes:
        name: "bombing"; ``family``: "attack".
        definition, counts, counts_not: in words, for people.
        codes: code book ("acled", "ucdp", "gtd", "cameo", "plover") to its code.
        cues: language code to Cues.
    """

    name: str
    family: str
    definition: str
    counts: tuple[str, ...]
    counts_not: tuple[str, ...]
    codes: Mapping[str, str]
    cues: Mapping[str, Cues]


@dataclass(frozen=True, slots=True)
class NamedClass:
    """A class of weapons or targets: words by language, codes by code book."""

    name: str
    words: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All incident types by name, all weapons and all targets by class name."""

    types: Mapping[str, IncidentType]
    weapons: Mapping[str, NamedClass]
    targets: Mapping[str, NamedClass]

    def family(self, name: str) -> str:
        """The family of type ``name``.

        Raises:
            KeyError: when there is no such type.
        """
        return self.types[name].family


@lru_cache(maxsize=1)
def load_taxonomy() -> Taxonomy:
    """The taxonomy that ships with the package; read once, then kept.

    Raises:
        ValueError: when a file names an unknown family, an unknown set of words or a name that differs from its
            file name.
    """
    root = resources.files("sayso.taxonomy")
    files = sorted((f for f in (root / "types").iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    sets = tomllib.loads((root / "words.toml").read_text("utf-8"))
    types = {f.name.removesuffix(".toml"): _type(f.name, tomllib.loads(f.read_text("utf-8")), sets) for f in files}
    return Taxonomy(
        MappingProxyType(types),
        _classes(tomllib.loads((root / "weapons.toml").read_text("utf-8"))),
        _classes(tomllib.loads((root / "targets.toml").read_text("utf-8"))),
    )


_SET = re.compile(r"\{([a-z]+)\}")


def _filled(file: str, cues: list[str], sets: dict[str, list[str]]) -> tuple[str, ...]:
    """``cues`` with every "{set}" replaced by the words of that set in words.toml."""

    def words(m: re.Match[str]) -> str:
        if m[1] not in sets:
            raise ValueError(f"taxonomy file {file}: no set of words {m[1]!r} in words.toml")
        return "(?:" + "|".join(sets[m[1]]) + ")"

    return tuple(_SET.sub(words, cue) for cue in cues)


def _type(file: str, data: dict[str, Any], sets: dict[str, dict[str, list[str]]]) -> IncidentType:
    if data["family"] not in FAMILIES or f"{data['name']}.toml" != file:
        raise ValueError(f"taxonomy file {file}: unknown family or a name unlike the file's")
    cues = {
        lang: Cues(*(_filled(file, c.get(group, []), sets.get(lang, {})) for group in ("nouns", "verbs", "weak")))
        for lang, c in data["cues"].items()
    }
    return IncidentType(
        data["name"], data["family"], data["definition"], tuple(data["counts"]), tuple(data["counts_not"]),
        MappingProxyType(dict(data["codes"])), MappingProxyType(cues),
    )  # fmt: skip


def _classes(data: dict[str, dict[str, Any]]) -> Mapping[str, NamedClass]:
    out = {}
    for name, entry in data.items():
        words = {k: tuple(v) for k, v in entry.items() if isinstance(v, list)}
        codes = {k: v for k, v in entry.items() if isinstance(v, str)}
        out[name] = NamedClass(name, MappingProxyType(words), MappingProxyType(codes))
    return MappingProxyType(out)
