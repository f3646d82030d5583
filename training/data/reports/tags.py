"""The words of the mark-up: classes, fields, patterns of tags, and what is gathered about a voice or a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from training.data.reports.markup import Tag

Json = dict[str, Any]

NAME_CLASSES = {
    "p": "person", "o": "organisation", "g": "group", "l": "place", "f": "facility", "n": "nationality",
    "w": "weapon", "x": "law",
}  # fmt: skip
FIGURES = {
    "k": "killed", "j": "injured", "m": "missing", "d": "detained", "h": "hostages", "disp": "displaced",
    "att": "attackers", "dev": "devices",
}  # fmt: skip
WORDS = {"w": "weapon", "tg": "target", "mode": "mode", "motive": "motive", "type": "type"}
STATUSES = ("unknown", "suspected", "claimed", "accused", "charged", "convicted", "denied", "stated")
INCIDENT_STATUSES = ("happened", "attempted", "foiled", "threatened", "background")
CERTAINTIES = ("stated", "reported", "suspected", "speculated")
MODES = ("direct", "mixed", "indirect")
PRONOUNS = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "who", "which", "whom", "his", "its",
     "their", "our", "hers", "theirs", "himself", "herself", "itself", "themselves", "this", "that", "these", "those")
)  # fmt: skip

ABOUT_THE_DEED = ("claim_of_responsibility", "denial", "accusation", "confirmation", "condemnation")
RETELLING = ("quiet court", "quiet anniversary")
"""Reports with these tags and one incident, a retold one: these kinds are taken to be about it wherever they stand."""

MENTION = re.compile(r"@([a-z][a-z0-9]*)(?::([a-z]+))?(?:/([poglfnwx]))?$")
NAME = re.compile(r"([poglfnwx-])(!?)$")
CONTENT = re.compile(r"s(\d+(?:,\d+)*)$")
CUE = re.compile(r"c(\d+(?:,\d+)*)(?:\.([a-z][a-z0-9]*))?$")
MEDIUM = re.compile(r"m(\d+(?:,\d+)*)$")
FIELD = re.compile(r"(\d*)\.([a-z]+)(?:=([^@/]+))?(?:@(s\d+|-))?(?:/([polfg]))?$")
FIGURE = re.compile(r"(<?)(\d+)(?:-(\d+)|([+v~]))?(?::(.+))?$")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
STATEMENT = re.compile(r"s(\d+)(?:<s(\d+))? (\w+) (\S+)((?: \S+)*)$")
INCIDENT = re.compile(r"i(\d+) (\w+) (\w+)( side)?(?: country=(\S+))?$")
LEADING = re.compile(
    r"^(?:a|an|the|some|several|two|three|four|five|six|seven|eight|nine|ten|both|his|her|their|its)\s+", re.I
)
ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.I)


@dataclass
class Entity:
    """One voice or actor of a report with all its mentions."""

    key: str
    kind: str
    mentions: list[Tag] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)
    first: Tag | None = None

    def name(self, text: str) -> str:
        """The fullest name in the report: its longest proper name, else the words that declared it.

        A key that starts with "none" is nobody ("no group"): its name is "unknown".
        """
        if self.key.startswith("none"):
            return "unknown"
        if self.names:
            start, end, _ = max(self.names, key=lambda n: (n[1] - n[0], -n[0]))
            return text[start:end]
        assert self.first is not None
        return text[self.first.start : self.first.end]


@dataclass
class Draft:
    """One statement line: own hops only; the chain before them is the parent's."""

    number: int
    parent: int | None
    kind: str
    hops: tuple[str, ...]
    flags: dict[str, str]
    content: Tag | None = None
    cue: Tag | None = None
    hop_cues: dict[str, Tag] = field(default_factory=dict)
    medium: Tag | None = None


def holds(content: Json, assertion: Json) -> bool:
    """Whether an assertion lies inside a content."""
    return bool(content["at"] <= assertion["at"] and assertion["end"] <= content["end"])


def loose(words: str) -> bool:
    """Whether a content begins or ends with what does not belong to it; a quotation that it opens it may close."""
    if words != words.strip(" ,;:\n"):
        return True
    if words.count('"') % 2 == 0 and words.count("“") == words.count("”"):
        return False
    return words[0] in '"“' or words[-1] in '"”'


def quoted(text: str) -> Iterable[tuple[int, int]]:
    """Spans inside quotation marks, paragraph by paragraph: straight pairs, curly pairs."""
    offset = 0
    for part in text.split("\n\n"):
        for hit in re.finditer(r'"([^"]*)"|“([^”]*)”|‘([^’]*(?:’\w[^’]*)*)’(?!\w)', part):
            yield offset + hit.start() + 1, offset + hit.end() - 1
        offset += len(part) + 2
