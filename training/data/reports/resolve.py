"""Brackets and relation lines of one report become its labels, in the form of the wikinews gold file with more beside.

Refuses whatever is left open: a voice nobody declared, a statement without content, a chain without an origin, a value
that is no value. ``guide.md`` tells the tags.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from training.data.reports.gather import Gathered
from training.data.reports.markup import Tag
from training.data.reports.tags import (
    ABOUT_THE_DEED,
    ARTICLE,
    DATE,
    FIGURE,
    FIGURES,
    LEADING,
    NAME_CLASSES,
    PRONOUNS,
    RETELLING,
    STATUSES,
    WORDS,
    Draft,
    Entity,
    Json,
    holds,
    quoted,
)  # fmt: skip


class Resolver(Gathered):
    """Resolves one report; ``labels()`` gives the finished line."""

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
        """The mention a hop stands on: nearest to its cue in the cue's sentence, outside the content; else the last."""
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
        spans = list(quoted(self.text))
        if any(a <= content.start and content.end <= b for a, b in spans):
            return "direct"
        return "mixed" if any(a < content.end and content.start < b for a, b in spans) else "indirect"

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
            }
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
            if not DATE.match(value):
                raise self.source.refuse(f"{where}: a day is written 2024-03-11, 2024-03 or 2024")
            return "happened", value, ""
        if short == "at":
            name, _, country = value.partition(":")
            return "place", {"name": name or self._inner_name(tag, "lf"), "country": country or incident["country"]}, ""
        if short == "by":
            status, _, name = value.partition(":")
            if status not in STATUSES:
                raise self.source.refuse(f"{where}: no such status of a perpetrator: {status!r}")
            return "perpetrator", {"name": name or ARTICLE.sub("", self._actor(tag)), "status": status}, ""
        if short in WORDS:
            return WORDS[short], value or LEADING.sub("", self.source.words(tag)), ""
        raise self.source.refuse(f"{where}: no such field")

    def _figure(self, where: str, value: str, plain: str) -> tuple[Json | None, str]:
        if value == "u":
            return None, ""
        found = FIGURE.match(value)
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
        return LEADING.sub("", self.source.words(tag))

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
                if any(holds(s["content"], a) or a["statement"] == s["id"] for a in (*i["assertions"], *i["unclear"]))
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
                spans.setdefault((tag.end - len(LEADING.sub("", words)), tag.end), "w")
        taken = sorted(spans)
        for (a, b), (c, d) in pairwise(taken):
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
            called = "name" if named & set(parts) - PRONOUNS - {"the", "of"} else "role"
            form = "pronoun" if set(parts) <= PRONOUNS else called
            mentions.append({**self._span(m), "form": form})
        return {"key": entity.key, "name": name, "kind": entity.kind, "mentions": mentions}
