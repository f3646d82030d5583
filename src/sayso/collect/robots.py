"""robots.txt: may this address be fetched? Matching as in RFC 9309 (longest rule wins, allow wins a tie)."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 500_000
"""Bytes of robots.txt that are read; RFC 9309 asks for at least 500 KiB."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for one agent.

    Attributes:
        rules: pairs of (allowed, path pattern).
    """

    rules: tuple[tuple[bool, str], ...] = ()

    def allows(self, target: str) -> bool:
        """True when ``target`` (path and query) may be fetched."""
        if target == "/robots.txt":
            return True
        hits = [(len(pattern), allowed) for allowed, pattern in self.rules if _matches(pattern, target)]
        return max(hits)[1] if hits else True


ALLOW_ALL = Robots()
REFUSE_ALL = Robots(((False, "/"),))


def parse_robots(text: str, agent: str) -> Robots:
    """The rules in ``text`` for ``agent`` (its product name, without version), or those for everybody.

    Groups that name the agent are put together; the group ``*`` counts only when none names it.
    """
    groups: dict[str, list[tuple[bool, str]]] = {}
    names: list[str] = []
    in_rules = False
    for line in text.lstrip("\ufeff").splitlines()[:20_000]:
        key, colon, value = line.split("#", 1)[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            names = [] if in_rules else names
            in_rules = False
            names.append(_product(value))
            groups.setdefault(names[-1], [])
        elif key in ("allow", "disallow"):
            in_rules = True
            for name in names if value else ():
                groups[name].append((key == "allow", value))
    return Robots(tuple(groups.get(agent.lower(), groups.get("*", []))))


def _product(value: str) -> str:
    return "*" if value.startswith("*") else value.split("/", 1)[0].strip().lower()


def _matches(pattern: str, target: str) -> bool:
    """``*`` stands for any run of characters, ``$`` at the end for the end; greedy parts need no backtracking."""
    ends = pattern.endswith("$")
    parts = re.sub(r"\*+", "*", pattern.removesuffix("$")).split("*")
    if not target.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        at = target.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if len(parts) == 1:
        return not ends or at == len(target)
    last = parts[-1]
    return (target.endswith(last) and len(target) - len(last) >= at) if ends else target.find(last, at) >= 0
