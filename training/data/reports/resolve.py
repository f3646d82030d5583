"""Brackets and relation lines of one report become its labels, in the form of the wikinews gold file with more beside.

Refuses whatever is left open: a voice nobody declared, a statement without content, a chain without an origin, a value
that is no value. ``guide.md`` tells the tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from sayso.model.actor import VoiceKind
from sayso.model.statement import StatementKind
from sayso.taxonomy import load_taxonomy
from training.data.reports.markup import Source, Tag

Json = dict[str, Any]

NAME_CLASSES = {
    "p": "person", "o": "organisation", "g": "group", "l": "place", "f": "facility", "n": "nationality", "w": "weapon", "x": "law",
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
    "he she it they we i you him her them us who which whom his its their our hers theirs himself herself itself themselves "
    "this that these those".split()
)

ABOUT_THE_DEED = ("claim_of_responsibility", "denial", "accusation", "confirmation", "condemnation")
RETELLING = ("quiet court", "quiet anniversary")
"""Reports with these tags and one incident, a retold one: these kinds are taken to be about it wherever they stand."""

_MENTION = re.compile(r"@([a-z][a-z0-9]*)(?::([a-z]+))?(?:/([poglfnwx]))?$")
_NAME = re.compile(r"([poglfnwx-])(!?)$")
_CONTENT = re.compile(r"s(\d+(?:,\d+)*)$")
_CUE = re.compile(r"c(\d+(?:,\d+)*)(?:\.([a-z][a-z0-9]*))?$")
_MEDIUM = re.compile(r"m(\d+(?:,\d+)*)$")
_FIELD = re.compile(r"(\d*)\.([a-z]+)(?:=([^@/]+))?(?:@(s\d+|-))?(?:/([polfg]))?$")
_FIGURE = re.compile(r"(<?)(\d+)(?:-(\d+)|([+v~]))?(?::(.+))?$")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
_STATEMENT = re.compile(r"s(\d+)(?:<s(\d+))? (\w+) (\S+)((?: \S+)*)$")
_INCIDENT = re.compile(r"i(\d+) (\w+) (\w+)( side)?(?: country=(\S+))?$")
_LEADING = re.compile(
    r"^(?:a|an|the|some|several|two|three|four|five|six|seven|eight|nine|ten|both|his|her|their|its)\s+", re.I
)
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.I)


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


class Resolver:
    """Resolves one report; ``labels()`` gives the finished line."""

    def __init__(self, source: Source, lexicon: Iterable[tuple[str, str]] = ()) -> None:
        self.source = source
        self.text = source.text
        self.lexicon = tuple(lexicon)
        self.entities: dict[str, Entity] = {}
        self.names: list[tuple[int, int, str]] = []
        self.barred: list[tuple[int, int]] = []
        self.fields: list[tuple[Tag, re.Match[str]]] = []
        self.drafts: dict[int, Draft] = {}
        self.incidents: dict[int, Json] = {}
        self.taxonomy = set(load_taxonomy().types)
        self._relations()
        for tag in source.brackets:
            self._sort(tag)
        self._complete()

    # -- what stands in the source -----------------------------------------------------------------------------------

    def _relations(self) -> None:
        for line in self.source.relations:
            if found := _STATEMENT.match(line):
                self._statement_line(found)
            elif found := _INCIDENT.match(line):
                self._incident_line(found)
            else:
                raise self.source.refuse(f"relation line not understood: {line!r}")

    def _statement_line(self, found: re.Match[str]) -> None:
        number, parent, kind, hops, rest = found.groups()
        if kind not in get_args(StatementKind):
            raise self.source.refuse(f"s{number}: no such kind of statement: {kind}")
        if int(number) in self.drafts:
            raise self.source.refuse(f"s{number} is declared twice")
        flags: dict[str, str] = {}
        for flag in rest.split():
            if flag in CERTAINTIES:
                flags["certainty"] = flag
            elif flag in MODES:
                flags["mode"] = flag
            elif flag in ("neg", "nocue", "apart"):
                flags[flag] = flag
            elif flag.startswith(">"):
                flags["about"] = flag[1:]
            else:
                raise self.source.refuse(f"s{number}: no such flag: {flag}")
        self.drafts[int(number)] = Draft(
            int(number), int(parent) if parent else None, kind, tuple(hops.split(",")), flags
        )

    def _incident_line(self, found: re.Match[str]) -> None:
        number, kind, status, side, country = found.groups()
        if kind not in self.taxonomy or status not in INCIDENT_STATUSES:
            raise self.source.refuse(f"i{number}: no such type or status: {kind} {status}")
        self.incidents[int(number)] = {
            "id": f"i{number}",
            "type": kind,
            "status": status,
            "main": status != "background" and not side,
            "country": (country or self.source.country).replace("_", " "),
            "assertions": [],
            "unclear": [],
        }

    def _sort(self, tag: Tag) -> None:
        code = tag.code
        if found := _MENTION.match(code):
            self._mention(tag, *found.groups())
        elif found := _NAME.match(code):
            self._name(tag, found[1], bool(found[2]))
        elif found := _CONTENT.match(code):
            for n in found[1].split(","):
                self._once(int(n), "content", tag)
        elif found := _CUE.match(code):
            for n in found[1].split(","):
                self._cue(int(n), found[2], tag)
        elif found := _MEDIUM.match(code):
            for n in found[1].split(","):
                self._once(int(n), "medium", tag)
        elif found := _FIELD.match(code):
            self.fields.append((tag, found))
            if found[5]:
                self._named(tag, found[5])
        else:
            raise self.source.refuse(f"no such tag: [{code} {self.source.words(tag)}]")

    def _mention(self, tag: Tag, key: str, kind: str | None, cls: str | None) -> None:
        if kind and kind not in get_args(VoiceKind):
            raise self.source.refuse(f"@{key}: no such kind of voice: {kind}")
        entity = self.entities.setdefault(key, Entity(key, ""))
        if kind:
            if entity.kind and entity.kind != kind:
                raise self.source.refuse(f"@{key} is declared twice")
            entity.kind = kind
            entity.first = entity.first or tag
        entity.mentions.append(tag)
        if cls:
            entity.names.append(self._named(tag, cls))

    def _name(self, tag: Tag, cls: str, of_entity: bool) -> None:
        if cls == "-":
            self.barred.append((tag.start, tag.end))
            return
        span = self._named(tag, cls)
        if of_entity:
            owner = self._entity_around(tag)
            if owner is None:
                raise self.source.refuse(f"[{tag.code} {self.source.words(tag)}] stands in no mention")
            owner.names.append(span)

    def _named(self, tag: Tag, cls: str) -> tuple[int, int, str]:
        """Notes a proper name; the article before it is no part of it."""
        words = self.source.words(tag)
        span = (tag.end - len(_ARTICLE.sub("", words)), tag.end, cls)
        self.names.append(span)
        return span

    def _entity_around(self, tag: Tag) -> Entity | None:
        outer = tag.outer
        by_order = {t.order: t for t in self.source.brackets}
        while outer is not None:
            if found := _MENTION.match(by_order[outer].code):
                return self.entities[found[1]]
            outer = by_order[outer].outer
        return None

    def _draft(self, number: int) -> Draft:
        if number not in self.drafts:
            raise self.source.refuse(f"s{number} has a bracket but no line")
        return self.drafts[number]

    def _once(self, number: int, what: str, tag: Tag) -> None:
        draft = self._draft(number)
        if getattr(draft, what) is not None:
            raise self.source.refuse(f"s{number} has two brackets for its {what}")
        setattr(draft, what, tag)

    def _cue(self, number: int, hop: str | None, tag: Tag) -> None:
        draft = self._draft(number)
        if hop is None:
            self._once(number, "cue", tag)
        elif hop not in draft.hops:
            raise self.source.refuse(f"s{number}: cue of @{hop}, who is not in its chain")
        else:
            draft.hop_cues[hop] = tag

    def _complete(self) -> None:
        for key, entity in self.entities.items():
            if not entity.kind:
                raise self.source.refuse(f"@{key} is mentioned but no kind is declared")
        for d in self.drafts.values():
            self._check_draft(d)

    def _check_draft(self, d: Draft) -> None:
        if d.content is None:
            raise self.source.refuse(f"s{d.number} has no content")
        d.content = self._unquoted(d.content)
        words = self.source.words(d.content)
        if _loose(words):
            raise self.source.refuse(f"s{d.number}: content has loose edges: {words!r}")
        if d.cue is None and "nocue" not in d.flags and not d.hop_cues:
            raise self.source.refuse(f"s{d.number} has no cue")
        if d.parent is not None:
            over = self._draft(d.parent).content
            inside = over is not None and over.start <= d.content.start and d.content.end <= over.end
            if not inside and "apart" not in d.flags:
                raise self.source.refuse(f"s{d.number} does not lie inside s{d.parent}")
        for hop in d.hops:
            if hop != "?" and hop not in self.entities:
                raise self.source.refuse(f"s{d.number}: voice @{hop} is nowhere in the text")

    def _unquoted(self, tag: Tag) -> Tag:
        """A content without the quotation marks at its edges, save those of a quotation inside it."""
        words = self.source.words(tag)
        marks = re.findall('["“”]', words)
        whole = words[0] in '"“' and words[-1] in '"”' and len(marks) == 2
        lone = len(marks) == 1
        return replace(
            tag,
            start=tag.start + int(whole or (lone and words[0] in '"“')),
            end=tag.end - int(whole or (lone and words[-1] in '"”')),
        )

    # -- labels --------------------------------------------------------------------------------------------------------

    def labels(self) -> Json:
        """The finished line: id, text, head, statements, incidents, sentences, names and voices.

        Raises:
            MarkupError: something in the report cannot be resolved.
        """
        statements = [self._statement(d) for d in self._in_order()]
        for tag, found in self.fields:
            self._assertion(tag, found)
        for incident in self.incidents.values():
            if not incident["assertions"]:
                raise self.source.refuse(f"{incident['id']} has no assertion")
            incident["assertions"].sort(key=lambda a: a["at"])
        self._about(statements)
        s = self.source
        return {
            "id": f"own-{s.id}",
            "outlet": s.outlet,
            "style": s.style,
            "region": s.region,
            "published": s.published,
            "title": s.title,
            "tags": list(s.tags),
            "text": self.text,
            "incident_article": any(i["main"] for i in self.incidents.values()),
            "statements": statements,
            "incidents": list(self.incidents.values()),
            "sentences": self._sentences(),
            "names": self._all_names(),
            "voices": [self._voice_cluster(e) for e in self.entities.values() if not e.key.startswith("none")],
        }

    def _in_order(self) -> list[Draft]:
        return sorted(self.drafts.values(), key=lambda d: d.number)

    def _span(self, tag: Tag) -> Json:
        return {"text": self.source.words(tag), "at": tag.start, "end": tag.end}

    def _statement(self, d: Draft) -> Json:
        assert d.content is not None
        voices = self._chain(d)
        if not voices:
            raise self.source.refuse(f"s{d.number} has no origin")
        passive = voices[-1]["key"] is None and "neg" not in d.flags
        default = "reported" if passive else "stated"
        return {
            "id": f"s{d.number}",
            "parent": f"s{d.parent}" if d.parent is not None else None,
            "depth": self._depth(d),
            "kind": d.kind,
            "mode": d.flags.get("mode") or self._mode(d.content),
            "negated": "neg" in d.flags,
            "certainty": d.flags.get("certainty", default),
            "content": self._span(d.content),
            "cue": self._span(d.cue) if d.cue else None,
            "medium": self._span(d.medium) if d.medium else None,
            "voices": voices,
            "about": d.flags["about"].split(",") if "about" in d.flags else [],
        }

    def _depth(self, d: Draft) -> int:
        return 1 if d.parent is None else 1 + self._depth(self._draft(d.parent))

    def _chain(self, d: Draft, seen: tuple[int, ...] = ()) -> list[Json]:
        if d.number in seen:
            raise self.source.refuse(f"s{d.number} carries itself")
        before = self._chain(self._draft(d.parent), (*seen, d.number)) if d.parent is not None else []
        main = next((h for h in reversed(d.hops) if h not in d.hop_cues), None)
        own = [self._voice(d, h, d.hop_cues.get(h) or (d.cue if h == main else None)) for h in d.hops]
        return before + own

    def _voice(self, d: Draft, hop: str, cue: Tag | None) -> Json:
        said = self._span(cue) if cue else None
        if hop == "?":
            if cue is None:
                raise self.source.refuse(f"s{d.number}: an unknown voice needs a cue")
            return {**self._span(cue), "name": "unknown", "kind": "unknown", "cue": said, "key": None}
        entity = self.entities[hop]
        tag = self._nearest(d, entity, cue or d.cue or d.content)
        return {**self._span(tag), "name": entity.name(self.text), "kind": entity.kind, "cue": said, "key": hop}

    def _nearest(self, d: Draft, entity: Entity, anchor: Tag | None) -> Tag:
        """The mention a hop stands on: nearest to its cue in the cue's sentence, outside the content; else the last before."""
        assert anchor is not None
        assert d.content is not None
        inside = (d.content.start, d.content.end)
        free = [m for m in entity.mentions if not (inside[0] <= m.start and m.end <= inside[1])]
        sentence = next(s for s in self.source.sentences if s.start <= anchor.start < s.end)
        near = [m for m in free if sentence.start <= m.start < sentence.end]
        if near:
            return min(near, key=lambda m: max(m.start - anchor.end, anchor.start - m.end, 0))
        earlier = [m for m in free if m.end <= anchor.start]
        if not earlier:
            raise self.source.refuse(f"s{d.number}: no mention of @{entity.key} near {self.source.words(anchor)!r}")
        return earlier[-1]

    def _mode(self, content: Tag) -> str:
        quoted = list(_quoted(self.text))
        if any(a <= content.start and content.end <= b for a, b in quoted):
            return "direct"
        return "mixed" if any(a < content.end and content.start < b for a, b in quoted) else "indirect"

    def _assertion(self, tag: Tag, found: re.Match[str]) -> None:
        number, short, value, statement, _ = found.groups()
        incident = self.incidents.get(int(number or 1))
        if incident is None:
            raise self.source.refuse(f"[{tag.code} {self.source.words(tag)}]: no incident i{number or 1}")
        span = self._span(tag)
        holder = self._holder(tag, statement)
        value = (value or "").replace("_", " ")
        polarity = "negated" if value.startswith("!") else "asserted"
        value = value.removeprefix("!")
        name, datum, qualifier = self._datum(tag, short, value, incident)
        if datum is None:
            incident["unclear"].append({"field": name, **span, "statement": holder})
            return
        certainty = next(
            (d.flags.get("certainty", "stated") for d in self.drafts.values() if f"s{d.number}" == holder), "stated"
        )
        incident["assertions"].append(
            {
                "field": name,
                "value": datum,
                **span,
                "statement": holder,
                "qualifier": qualifier,
                "polarity": polarity,
                "certainty": certainty,
            }  # fmt: skip
        )

    def _holder(self, tag: Tag, given: str | None) -> str | None:
        if given:
            return None if given == "-" else f"s{self._draft(int(given[1:])).number}"
        around = [
            d for d in self._in_order() if d.content and d.content.start <= tag.start and tag.end <= d.content.end
        ]
        if not around:
            return None
        smallest = min(
            around, key=lambda d: (d.content.end - d.content.start if d.content else 0, -self._depth(d), d.number)
        )
        return f"s{smallest.number}"

    def _datum(self, tag: Tag, short: str, value: str, incident: Json) -> tuple[str, Any, str]:
        where = f"[{tag.code} {self.source.words(tag)}]"
        if short in FIGURES:
            name = FIGURES[short]
            return (name, *self._figure(where, value, name if short in ("att", "dev", "d", "h") else "victims"))
        if short == "t":
            if not _DATE.match(value):
                raise self.source.refuse(f"{where}: a day is written 2024-03-11, 2024-03 or 2024")
            return "happened", value, ""
        if short == "at":
            name, _, country = value.partition(":")
            return "place", {"name": name or self._inner_name(tag, "lf"), "country": country or incident["country"]}, ""
        if short == "by":
            status, _, name = value.partition(":")
            if status not in STATUSES:
                raise self.source.refuse(f"{where}: no such status of a perpetrator: {status!r}")
            return "perpetrator", {"name": name or _ARTICLE.sub("", self._actor(tag)), "status": status}, ""
        if short in WORDS:
            return WORDS[short], value or _LEADING.sub("", self.source.words(tag)), ""
        raise self.source.refuse(f"{where}: no such field")

    def _figure(self, where: str, value: str, plain: str) -> tuple[Json | None, str]:
        if value == "u":
            return None, ""
        found = _FIGURE.match(value)
        if not found:
            raise self.source.refuse(f"{where}: a figure is written 3, 3+, 24v, ~ after a rounded one, 3-5, <32 or u")
        most, low, high, sign, scope = found.groups()
        top: int | None = int(high or low)
        qualifier = "at_most" if most else "range" if high else "exact"
        if sign in ("+", "v"):
            top, qualifier = None, "at_least" if sign == "+" else "vague"
        elif sign == "~":
            qualifier = "about"
        if top is not None and top < int(low):
            raise self.source.refuse(f"{where}: a range runs upwards")
        return {"low": int(low), "high": top, "scope": scope or plain}, qualifier

    def _inner_name(self, tag: Tag, classes: str) -> str:
        inside = [n for n in self.names if tag.start <= n[0] and n[1] <= tag.end and n[2] in classes]
        if inside:
            return self.text[inside[0][0] : inside[0][1]]
        return _LEADING.sub("", self.source.words(tag))

    def _actor(self, tag: Tag) -> str:
        for entity in self.entities.values():
            if any(tag.start <= m.start and m.end <= tag.end for m in entity.mentions):
                return entity.name(self.text)
        around = self._entity_around(tag)
        if around is not None and any(m.end - m.start <= tag.end - tag.start + 30 for m in around.mentions):
            return around.name(self.text)
        return self._inner_name(tag, "pog")

    def _about(self, statements: list[Json]) -> None:
        """Which incidents a statement is about: those with a value in it, else the class of its sentence decides."""
        main = next((i["id"] for i in self.incidents.values() if i["main"]), None)
        for s in statements:
            if s["about"]:
                s["about"] = [f"i{n}" for n in s["about"]]
                continue
            inside = [
                i["id"] for i in self.incidents.values()
                if any(_holds(s["content"], a) or a["statement"] == s["id"] for a in (*i["assertions"], *i["unclear"]))
            ]  # fmt: skip
            kind = next((x["class"] for x in self._sentences() if x["at"] <= s["content"]["at"] < x["end"]), "other")
            retold = len(self.incidents) == 1 and any(t in RETELLING for t in self.source.tags)
            alone = [i["id"] for i in self.incidents.values()] if retold else []
            told = [main] if main and kind == "this" else alone if s["kind"] in ABOUT_THE_DEED else []
            s["about"] = inside or told

    def _sentences(self) -> list[Json]:
        default = "this" if any(i["main"] for i in self.incidents.values()) else "other"
        return [{"at": x.start, "end": x.end, "class": x.kind or default} for x in self.source.sentences]

    def _all_names(self) -> list[Json]:
        spans = {(a, b): c for a, b, c in self.names}
        for tag, found in self.fields:
            if found[2] == "w":
                words = self.source.words(tag)
                spans.setdefault((tag.end - len(_LEADING.sub("", words)), tag.end), "w")
        taken = sorted(spans)
        for (a, b), (c, d) in zip(taken, taken[1:], strict=False):
            if c < b:
                raise self.source.refuse(f"names overlap: {self.text[a:b]!r} and {self.text[c:d]!r}")
        self._spread(spans)
        return [
            {"text": self.text[a:b], "at": a, "end": b, "class": NAME_CLASSES[c]} for (a, b), c in sorted(spans.items())
        ]

    def _spread(self, spans: dict[tuple[int, int], str]) -> None:
        """Names marked once, and those of the common list, are names at every other place of the text too."""
        known = {self.text[a:b]: c for (a, b), c in spans.items() if c != "w"}
        known.update({w.split()[-1]: "p" for w, c in known.items() if c == "p" and " " in w and len(w.split()[-1]) > 2})
        for words, cls in self.lexicon:
            known.setdefault(words, cls)
        for words in sorted(known, key=len, reverse=True):
            for hit in re.finditer(rf"(?<![\w-]){re.escape(words)}(?!\w)", self.text):
                a, b = hit.span()
                if not any(x < b and a < y for x, y in (*spans, *self.barred)):
                    spans[a, b] = known[words]

    def _voice_cluster(self, entity: Entity) -> Json:
        name = entity.name(self.text)
        named = {w.lower() for w in re.findall(r"\w+", name)} if entity.names else set()
        mentions = []
        for m in sorted(entity.mentions, key=lambda t: t.start):
            words = self.source.words(m)
            parts = re.findall(r"\w+", words.lower())
            form = (
                "pronoun"
                if set(parts) <= PRONOUNS
                else "name"
                if named & set(parts) - PRONOUNS - {"the", "of"}
                else "role"
            )
            mentions.append({**self._span(m), "form": form})
        return {"key": entity.key, "name": name, "kind": entity.kind, "mentions": mentions}


def _holds(content: Json, assertion: Json) -> bool:
    return bool(content["at"] <= assertion["at"] and assertion["end"] <= content["end"])


def _loose(words: str) -> bool:
    """Whether a content begins or ends with what does not belong to it; a quotation that it opens it may close."""
    if words != words.strip(" ,;:\n"):
        return True
    if words.count('"') % 2 == 0 and words.count("“") == words.count("”"):
        return False
    return words[0] in '"“' or words[-1] in '"”'


def _quoted(text: str) -> Iterable[tuple[int, int]]:
    """Spans inside quotation marks, paragraph by paragraph: straight pairs, curly pairs."""
    offset = 0
    for part in text.split("\n\n"):
        for hit in re.finditer(r'"([^"]*)"|“([^”]*)”|‘([^’]*(?:’\w[^’]*)*)’(?!\w)', part):
            yield offset + hit.start() + 1, offset + hit.end() - 1
        offset += len(part) + 2
