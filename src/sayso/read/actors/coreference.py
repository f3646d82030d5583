"""Which candidates stand for the same voice, and what its fullest name is.

Rules from the most to the least certain, after the sieves of Raghunathan et al., "A Multi-Pass Sieve for Coreference
Resolution" (EMNLP 2010): same name, part of a name, short form, apposition, definite role, pronoun.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.lang.en.roles import SPEAKERS
from sayso.lang.words import words as listed
from sayso.read.actors.candidates import Candidate, initials
from sayso.read.actors.lexicon import COMMON, DEFINITE, DETERMINERS, HEADS, MODIFIER_KINDS, NUMBERS, TYPE_WORDS

_BACK_REFERENCES: dict[str, frozenset[str]] = {
    "group": frozenset({"group"}),
    "organization": frozenset({"group", "organisation", "monitor"}),
    "organisation": frozenset({"group", "organisation", "monitor"}),
    "movement": frozenset({"group"}),
    "militia": frozenset({"group"}),
    "rebel": frozenset({"group"}),
    "militant": frozenset({"group"}),
    "guerrilla": frozenset({"group"}),
    "insurgent": frozenset({"group"}),
    "company": frozenset({"organisation"}),
    "firm": frozenset({"organisation"}),
    "airline": frozenset({"organisation"}),
    "agency": frozenset({"agency", "official"}),
    "news agency": frozenset({"agency"}),
    "newspaper": frozenset({"outlet"}),
    "paper": frozenset({"outlet"}),
    "magazine": frozenset({"outlet"}),
    "publication": frozenset({"outlet"}),
    "broadcaster": frozenset({"outlet"}),
    "channel": frozenset({"outlet"}),
    "network": frozenset({"outlet"}),
    "station": frozenset({"outlet"}),
    "website": frozenset({"outlet", "agency"}),
    "site": frozenset({"outlet"}),
    "service": frozenset({"agency", "monitor"}),
    "monitor": frozenset({"monitor"}),
    "watchdog": frozenset({"monitor"}),
    "observatory": frozenset({"monitor"}),
}
_NO_COMPANIES = listed(
    """
    union federation confederation association society foundation charity ngo university college school academy church
    diocese parish mosque league party coalition alliance opposition campaign caucus club hospital clinic museum council
    cross crescent ministry
    """
)
"""Bodies that "the company" or "the airline" never means."""
_NEAR = 4
_RANK = ("official", "group", "witness", "organisation", "outlet", "agency", "monitor", "document", "person", "unknown")


@dataclass(slots=True)
class Entity:
    """A voice of the document.

    Attributes:
        name: its fullest name; ``words`` is that in lower case.
        sort, voice, gender, plural: as its candidates tell.
        heads: nouns it has been called by ("archbishop").
        named: True when it has a proper name.
        members: its candidates so far.
        role: words of its role, first seen.
    """

    name: str
    words: tuple[str, ...]
    sort: str
    voice: str
    gender: str = ""
    plural: bool = False
    named: bool = False
    heads: set[str] = field(default_factory=set)
    members: list[Candidate] = field(default_factory=list)
    role: str = ""

    @property
    def person(self) -> bool:
        """True for a single human being."""
        return self.sort == "person" and not self.plural

    @property
    def sentence(self) -> int:
        """Sentence of the last member; -1 before the first."""
        return self.members[-1].sentence if self.members else -1


def resolve(text: str, candidates: list[Candidate]) -> dict[int, Entity]:
    """Give every candidate its entity.

    Args:
        text: the document's text.
        candidates: in order of the text.

    Returns:
        position in ``candidates`` to entity; pronouns that stand for nobody known are left out.
    """
    resolver = _Resolver(text)
    resolver.register([c for c in candidates if c.words])
    for candidate in candidates:
        entity = resolver.entity(candidate)
        if entity is not None:
            resolver.join(entity, candidate)
    known = resolver.by_candidate
    return {position: known[id(c)] for position, c in enumerate(candidates) if id(c) in known}


class _Resolver:
    def __init__(self, text: str) -> None:
        self.text = text
        self.entities: list[Entity] = []
        self.met: dict[int, Entity] = {}
        self.by_candidate: dict[int, Entity] = {}
        self.by_words: dict[tuple[str, ...], Entity] = {}

    def register(self, named: list[Candidate]) -> None:
        """Know full names before the first short form is met."""
        for c in sorted(named, key=lambda c: (-len(c.words), c.start)):
            if c.words in self.by_words:
                self._learn(self.by_words[c.words], c)
                continue
            match = self._longer(c)
            if match is not None:
                self.by_words[c.words] = match
                self._learn(match, c)
                continue
            self.by_words[c.words] = self._new(c)
        for c in named:
            if c.same is not None and c.same.words and c.same.words in self.by_words:
                self._merge(c.words, c.same.words)

    def _new(self, c: Candidate) -> Entity:
        sort = "person" if c.sort == "unknown" and c.voice == "person" else c.sort
        entity = Entity(self._display(c), c.words, sort, c.voice, c.gender, c.plural, bool(c.words))
        self._learn(entity, c)
        self.entities.append(entity)
        return entity

    def _display(self, c: Candidate) -> str:
        if c.name or c.display:
            return c.name or c.display
        words = self.text[c.start : c.end].split()
        words = [w for w in (word.strip('"“”') for word in words) if w]
        return " ".join(words[1:] if len(words) > 1 and words[0].lower() in {"the", "a", "an"} else words)

    def _learn(self, entity: Entity, c: Candidate) -> None:
        if c.head is not None and c.sort != "pronoun":
            entity.heads.add(c.head.word)
        entity.heads.update(HEADS[w].word for w in c.role.lower().split() if w in HEADS and HEADS[w].sort == "people")
        entity.role = entity.role or c.role
        entity.gender = entity.gender or (c.gender if c.sort != "pronoun" else "")
        higher = c.sort != "pronoun" and _RANK.index(c.voice) < _RANK.index(entity.voice)
        if higher and (entity.voice in {"unknown", "person"} or (entity.voice == "organisation" and c.role)):
            entity.voice = c.voice
        if c.words and entity.sort == "unknown" and c.sort not in {"unknown", "role"}:
            entity.sort = c.sort

    def _longer(self, c: Candidate) -> Entity | None:
        """An entity of which ``c`` is a shorter name."""
        best = None
        for entity in self.entities:
            if c.words != entity.words and self._is_part(c, entity):
                best = entity if best is None or len(entity.words) < len(best.words) else best
        return best

    def _is_part(self, c: Candidate, entity: Entity) -> bool:
        words, full = c.words, entity.words
        if entity.sort == "person":
            if c.sort not in {"person", "unknown"} and not (
                c.sort == "organisation" and len(words) == 1 and not c.head
            ):
                return False
            one = len(words) == 1 and words[0] in full[:1] + full[-2:-1] and words[0] not in COMMON
            ends = len(words) > 1 and words[-1] == full[-1] and words[0] == full[0]
            return one or ends or words in [full[k:] for k in range(1, len(full))]
        if c.sort == "person":
            return False
        if len(words) == 1 and words[0] in initials(full) and len(words[0]) > 1:
            return True
        whole = " ".join(full)
        telling = [w for w in words if w not in TYPE_WORDS and w not in COMMON]
        return bool(telling) and (whole.startswith(" ".join(words) + " ") or whole.endswith(" " + " ".join(words)))

    def _merge(self, short: tuple[str, ...], full: tuple[str, ...]) -> None:
        a, b = self.by_words[short], self.by_words[full]
        if a is b:
            return
        short_form = len(a.words) == 1 and a.name.isupper()
        keep, drop = (b, a) if len(b.name) >= len(a.name) or not short_form else (a, b)
        keep.heads |= drop.heads
        if keep.voice in {"unknown", "organisation", "person"} and drop.voice not in {"unknown", "person"}:
            keep.voice = drop.voice
        for words, entity in self.by_words.items():
            if entity is drop:
                self.by_words[words] = keep
        self.entities.remove(drop)
        self.met.pop(id(drop), None)

    def entity(self, c: Candidate) -> Entity | None:
        if c.words:
            return self._named(c)
        if c.sort == "pronoun":
            return self._pronoun(c)
        if c.same is not None and c.same.words:
            return self.by_words.get(c.same.words)
        return self._role(c)

    def _named(self, c: Candidate) -> Entity:
        entity = self.by_words[c.words]
        if c.same is not None and not c.same.words:
            entity = self._join_unnamed(entity, c.same)
        return entity

    def _join_unnamed(self, entity: Entity, phrase: Candidate) -> Entity:
        """ "the National Workers Union (NWU)" in capitals: the phrase is the full name."""
        other = self.by_candidate.get(id(phrase))
        if other is None or other is entity:
            return entity
        entity.name = other.name
        entity.heads |= other.heads
        entity.voice = other.voice if entity.voice in {"organisation", "unknown"} else entity.voice
        for member in other.members:
            self.by_candidate[id(member)] = entity
        entity.members = sorted([*entity.members, *other.members], key=lambda m: m.start)
        self.met.pop(id(other), None)
        self.entities.remove(other)
        return entity

    def _role(self, c: Candidate) -> Entity:
        definite = c.opener in DEFINITE
        if definite and c.head is not None:
            back = self._called(c) or self._kind_of(c) or self._same_head(c) or self._source(c)
            if back is not None:
                return back
        plain = self._display(c).lower()
        for entity in reversed(self.entities):
            if not entity.named and entity.members and entity.name.lower() == plain:
                return entity
        return self._new(c)

    def _called(self, c: Candidate) -> Entity | None:
        """Someone already named who was called that ("the archbishop")."""
        assert c.head is not None
        said = c.modifiers - {"same", "said", "former"} | c.tail - DETERMINERS
        kinds = {MODIFIER_KINDS.get(word, "") for word in said}
        best = None
        for entity in self._met():
            known = c.head.word in entity.heads or (c.head.sort == "body" and c.head.word in entity.words)
            words = {*entity.words, *entity.heads, *entity.role.lower().split()}
            fits = not said or said & words or kinds == {entity.voice}
            if c.head.sort == "body" and c.head.voice == "official" and entity.voice == "group" and not said & words:
                continue  # "the army" is not the Freedom Army it fights
            if (
                entity.named
                and known
                and fits
                and (c.head.sort != "people" or entity.sort == "person")
                and not c.plural
            ):
                best = entity
        return best

    def _kind_of(self, c: Candidate) -> Entity | None:
        """ "the group", "the company", "the newspaper": the entity of that kind most spoken of."""
        assert c.head is not None
        kinds = _BACK_REFERENCES.get(c.head.word)
        if kinds is None or c.tailed or self.text[c.start : c.end].count(" ") > 4:
            return None
        open_kind = {"unknown"} if c.head.word in {"company", "firm", "airline"} else set()
        fitting = [
            e for e in self._met() if e.voice in kinds | open_kind and e.sort != "person" and (e.named or not c.plural)
        ]
        if open_kind:
            fitting = [e for e in fitting if not _NO_COMPANIES & {*e.heads, *e.words}]
        fitting = [e for e in fitting if e.named] or fitting
        return max(
            fitting,
            key=lambda e: (
                e.voice in kinds,
                len(e.members) + 2 * e.named - 0.5 * (c.sentence - e.sentence),
                e.sentence,
            ),
            default=None,
        )

    def _same_head(self, c: Candidate) -> Entity | None:
        assert c.head is not None
        for entity in reversed(self._met()):
            last = entity.members[0]
            if entity.named or last.head is None or last.head.word != c.head.word or last.plural != c.plural:
                continue
            counted = last.modifiers & NUMBERS or any(m[:1].isdigit() for m in last.modifiers)
            if counted and not c.modifiers and last.head.sort in {"people", "crowd"}:
                continue  # "the rebels" are not only the "four rebels" who died
            if c.modifiers <= last.modifiers or not c.modifiers:
                return entity
        return None

    def _source(self, c: Candidate) -> Entity | None:
        """ "the source": who has just spoken, when that was no private person and no document."""
        if c.head is None or c.head.word != "source" or c.opener != "the" or len(c.modifiers - {"same"}) > 0:
            return None
        speakers = ("official", "outlet", "agency", "group", "monitor", "unknown")
        near = [e for e in self._met() if c.sentence - e.sentence <= _NEAR and e.voice in speakers and self._speaks(e)]
        return max(near, key=lambda e: self._salience(e, c), default=None)

    @staticmethod
    def _speaks(e: Entity) -> bool:
        head = e.members[0].head
        if head is None:
            return e.named
        return e.named or head.word in SPEAKERS or (head.sort == "body" and e.voice in {"outlet", "agency", "official"})

    def _met(self) -> list[Entity]:
        """Entities met so far, the last one spoken of at the end."""
        return list(self.met.values())

    def _pronoun(self, c: Candidate) -> Entity | None:
        if c.gender == "some":
            return None
        near = [e for e in self._met() if c.sentence - e.sentence <= _NEAR and e.members[-1].start < c.start]
        if c.gender == "before":
            return next((e for e in near if self._just_before(e.members[-1], c)), None)
        if c.gender == "thing":
            fitting = [
                e for e in near if not e.plural and e.sort != "person" and e.voice != "person" and e.voice != "witness"
            ]
        elif c.gender == "plural":
            fitting = [e for e in near if e.plural or e.sort in {"group", "organisation"}]
        else:
            fitting = [e for e in near if self._human(e) and e.gender in {"", c.gender}]
        return max(fitting, key=lambda e: self._salience(e, c), default=None)

    def _just_before(self, m: Candidate, c: Candidate) -> bool:
        return 0 < c.start - m.end <= 2 and self.text[m.end : c.start].strip() in {"", ","}

    @staticmethod
    def _human(e: Entity) -> bool:
        single = (
            not e.plural and bool(e.members) and e.members[0].head is not None and e.members[0].head.sort == "people"
        )
        return e.person or (e.sort == "role" and single)

    @staticmethod
    def _salience(e: Entity, c: Candidate) -> float:
        last = e.members[-1]
        recent = [m for m in e.members if c.sentence - m.sentence <= 1]
        subject = any(m.first for m in recent)
        sure = any(m.sort != "unknown" for m in e.members)
        return 2.0 * subject + 1.0 * e.named + 1.0 * sure - (c.sentence - last.sentence) + 0.0001 * last.start

    def join(self, entity: Entity, c: Candidate) -> None:
        """Add ``c`` to ``entity``."""
        if not c.words:
            self._learn(entity, c)
        entity.members.append(c)
        self.met.pop(id(entity), None)
        self.met[id(entity)] = entity
        self.by_candidate[id(c)] = entity
