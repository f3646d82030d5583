"""What stands in one source, sorted: mentions, names, contents, cues, values, statement and incident lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from sayso.model.actor import VoiceKind
from sayso.model.statement import StatementKind
from sayso.taxonomy import load_taxonomy
from training.data.reports.markup import Source, Tag
from training.data.reports.tags import (
    ARTICLE,
    CERTAINTIES,
    CONTENT,
    CUE,
    FIELD,
    INCIDENT,
    INCIDENT_STATUSES,
    MEDIUM,
    MENTION,
    MODES,
    NAME,
    STATEMENT,
    Draft,
    Entity,
    Json,
    loose,
)  # fmt: skip


class Gathered:
    """One report with every bracket in its place; refuses what does not fit together."""

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

    def _relations(self) -> None:
        for line in self.source.relations:
            if found := STATEMENT.match(line):
                self._statement_line(found)
            elif found := INCIDENT.match(line):
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
        if found := MENTION.match(code):
            self._mention(tag, *found.groups())
        elif found := NAME.match(code):
            self._name(tag, found[1], bool(found[2]))
        elif found := CONTENT.match(code):
            for n in found[1].split(","):
                self._once(int(n), "content", tag)
        elif found := CUE.match(code):
            for n in found[1].split(","):
                self._cue(int(n), found[2], tag)
        elif found := MEDIUM.match(code):
            for n in found[1].split(","):
                self._once(int(n), "medium", tag)
        elif found := FIELD.match(code):
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
        span = (tag.end - len(ARTICLE.sub("", words)), tag.end, cls)
        self.names.append(span)
        return span

    def _entity_around(self, tag: Tag) -> Entity | None:
        outer = tag.outer
        by_order = {t.order: t for t in self.source.brackets}
        while outer is not None:
            if found := MENTION.match(by_order[outer].code):
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
        if loose(words):
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
