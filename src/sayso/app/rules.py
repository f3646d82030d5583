"""Which rule shows the values: for every field one, from the settings of the house and from who asks.

The settings stand in ``sayso.toml`` in the house's data folder::

    [rules]
    default = "latest_official"
    killed = "highest"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args

from sayso.app.settings import data_folder
from sayso.model import Field, Rule, RuleChoice, Rules, SaysoError
from sayso.weigh import DEFAULT_RULE

SETTINGS = "sayso.toml"
RULES: tuple[Rule, ...] = get_args(Rule)
FIELDS: tuple[str, ...] = get_args(Field)
Asked = str | Mapping[str, str] | Rules | Sequence[str] | None
"""A rule, "killed=highest,injured=lowest", several of those, a mapping of fields (and "default") to rules."""


def as_rules(asked: Asked) -> RuleChoice:
    """What is asked for, over the settings of the house, over the default rule.

    A rule without a field ("highest") holds for every field and leaves nothing of the settings; one with a field
    ("killed=highest") changes that field only.

    Returns:
        one rule when it is the same for every field, else Rules.

    Raises:
        SaysoError: a rule or a field is unknown, also in the settings; the hint lists what there is.
    """
    if isinstance(asked, Rules):
        return _simple(asked)
    base = house_rules()
    told = _pairs(asked)
    named = dict(base.fields)
    default = base.default
    for field, rule in told:
        if field in ("", "default"):
            default, named = _rule(rule), ({} if not field else named)
    named.update({_field(field): _rule(rule) for field, rule in told if field not in ("", "default")})
    return _simple(_made(default, named))


def house_rules() -> Rules:
    """The rules of the settings of the open house; the default rule without any.

    Raises:
        SaysoError: the settings cannot be read.
    """
    file = data_folder() / SETTINGS
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return Rules(DEFAULT_RULE)
    except OSError as problem:
        raise SaysoError(f"cannot read {file}: {problem.strerror}", "check its permissions") from None


@lru_cache(maxsize=4)
def _read(file: Path, _stamp: int) -> Rules:
    try:
        told = tomllib.loads(file.read_text("utf-8")).get("rules", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SaysoError(f"{file} is no TOML: {problem}", "see docs/as-of.md for its form") from None
    if not isinstance(told, dict):
        raise SaysoError(f"[rules] in {file} is no table", 'write it as: [rules], then killed = "highest"')
    default = _rule(told.get("default", DEFAULT_RULE))
    return _made(default, {_field(f): _rule(r) for f, r in told.items() if f != "default"})


def _pairs(asked: str | Mapping[str, str] | Sequence[str] | None) -> list[tuple[str, str]]:
    if asked is None:
        return []
    if isinstance(asked, Mapping):
        return list(asked.items())
    parts = asked.split(",") if isinstance(asked, str) else [p for words in asked for p in str(words).split(",")]
    pairs = (part.rpartition("=") for part in parts if part.strip())
    return [(field.strip(), rule.strip()) for field, _, rule in pairs]


def _made(default: Rule, named: Mapping[str, Rule]) -> Rules:
    return Rules(default, tuple(sorted((f, r) for f, r in named.items() if r != default)))


def _simple(rules: Rules) -> RuleChoice:
    return rules if rules.fields else rules.default


def _rule(name: Any) -> Rule:
    if name not in RULES:
        raise SaysoError(f"unknown rule {str(name)[:40]!r}", "use one of " + ", ".join(RULES))
    return cast(Rule, name)


def _field(name: str) -> str:
    if name not in FIELDS:
        raise SaysoError(f"unknown field {name[:40]!r}", "fields are " + ", ".join(FIELDS))
    return name
