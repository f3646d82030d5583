"""From the words that name a voice to a Voice: fullest name and kind, out of the mentions or by its own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.lang.en import closed_words as w
from sayso.lang.en.cues import DOCUMENT_NOUNS
from sayso.lang.en.voices import (
    ARMED_ENDS,
    ARMED_NAMES,
    GENERIC_GROUP,
    GROUP_ROLES,
    MEMBER_ROLES,
    NOBODY,
    SPOKES_ROLES,
    UNKNOWN_VOICES,
    VOICE_WORDS,
)
from sayso.model import Mention, Span, Voice, VoiceKind
from sayso.read.actors.candidates import folded
from sayso.read.statements.draft import Draft
from sayso.read.statements.humans import is_people

_KINDS: tuple[tuple[VoiceKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))  # type: ignore[misc]
    for kind, pattern in VOICE_WORDS
)
_UNKNOWN = re.compile(UNKNOWN_VOICES, re.IGNORECASE)
_NOBODY = re.compile(NOBODY, re.IGNORECASE)
_SPOKES = re.compile(SPOKES_ROLES, re.IGNORECASE)
_GROUP_ROLE = re.compile(GROUP_ROLES, re.IGNORECASE)
_LINK = re.compile(
    r"\s(?:attributed to|posted by|issued by|released by|signed by|published by|sent by|written by|made by|from|by)\s",
    re.IGNORECASE,
)
_ARMED_NAME = re.compile(ARMED_NAMES, re.IGNORECASE)
_ARMED_END = re.compile(ARMED_ENDS, re.IGNORECASE)
_AGAIN = re.compile(GENERIC_GROUP, re.IGNORECASE)
_MEMBER = re.compile(MEMBER_ROLES, re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_PLAIN = frozenset(("person", "organisation", "official", "unknown"))
_PEOPLE = frozenset(("person", "official", "witness"))
_OWNER = re.compile(
    r"(?P<who>(?P<mark>its|their|his|her))\s+|(?P<who2>[^,;]+?)(?P<mark2>['’]s|(?<=s)['’])\s+", re.IGNORECASE
)
_OWNED = re.compile(r",[^,;]+['’]s?\s+[\w -]+,\s*$")
"""As in "the University of Ur, Northside's chancellor, Ann Roe": the comma is one of the body's own name."""
_MAX_PAPER = 3
_NEAR = 60
"""Characters an apposition may have for a name in it to be the voice's."""
_GENERIC = frozenset(
    [
        "group",
        "organization",
        "organisation",
        "source",
        "sources",
        "man",
        "woman",
        "document",
        "statement",
        "report",
        "message",
    ]
)


@dataclass(slots=True)
class VoiceBook:
    """Voices named so far in one document.

    Attributes:
        text: the document's text.
        mentions: actors found by earlier parts, in order of the text.
        upper: True when the document is written in capitals.
        headlines: spans of headlines In Title Case, whose capitals tell nothing.
        raised: words, lower case, that have a capital inside a sentence of the body.
        places: spans of places and nationalities.
        behind: the last word of a document ("communique") to the voice known behind it.
        spoken: voices in the order they spoke, for pronouns and roles.
        full: last name to the first person who spoke under it.
    """

    text: str
    mentions: tuple[Mention, ...]
    upper: bool
    headlines: tuple[Span, ...] = ()
    raised: frozenset[str] = frozenset()
    places: frozenset[tuple[int, int]] = frozenset()
    behind: dict[str, Voice] = field(default_factory=dict)
    spoken: list[Voice] = field(default_factory=list)
    full: dict[str, Voice] = field(default_factory=dict)

    def add(self, voice: Voice) -> None:
        """Remembers who spoke, and the fullest name under each last name."""
        self.spoken.append(voice)
        if voice.kind in _PEOPLE:
            self.full.setdefault(voice.name.lower().split()[-1], voice)

    def voice(self, span: Span, core: Span, cue: str, cue_span: Span | None) -> Voice:
        """The Voice named by the words at ``span``."""
        made = self._voice(span, core, cue, cue_span)
        if any(h.contains(core) for h in self.headlines):
            return replace(made, name=self.in_plain_case(made.name))
        return made

    def whole(self, core: Span) -> Span:
        """``core`` up to the end of the name that begins with it ("the group Sons" of "the group Sons of Ur")."""
        first = bisect_left(self.mentions, core.start, key=lambda m: m.span.start)
        longest = core
        for mention in self.mentions[first:]:
            if mention.span.start > core.start:
                break
            if mention.kind in ("organisation", "group", "person") and mention.span.end > longest.end:
                longest = mention.span
        return longest

    def in_plain_case(self, words: str) -> str:
        """``words`` of a headline with only those capitals that the body has too, and without an article."""
        plain = (x if x.lower() in self.raised or _is_acronym(x) else x.lower() for x in words.split())
        return _ARTICLE.sub("", " ".join(plain))

    def _voice(self, span: Span, core: Span, cue: str, cue_span: Span | None) -> Voice:
        words = span.of(self.text)
        found = (
            self._apposed(core, span)
            or self._mentioned(core)
            or (self._mentioned(span) if len(span) - len(core) < _NEAR else None)
        )
        own = kind_by_words(core.of(self.text)) or kind_by_words(words)
        again = self._group_again(core, found)
        if again is not None:
            return Voice(core.of(self.text), again.name, again.kind, core, cue, cue_span)
        if _NOBODY.match(" ".join(core.of(self.text).split())):
            return Voice(core.of(self.text), "unknown", "unknown", core, cue, cue_span)
        if found is None and self._is_place(core):
            name = _ARTICLE.sub("", " ".join(core.of(self.text).split()))
            return Voice(core.of(self.text), name, "official", core, cue, cue_span)
        if found is not None and found.name.lower() not in w.PERSONAL:
            kind = found.voice_kind if found.voice_kind != "unknown" else own or "person"
            name = self._name(core, found)
            apt = ("official", "witness") if found.kind == "person" else ("official", "witness", "document")
            if own is not None and kind in ("person", "organisation") and own in apt:
                kind = own
            if found.kind == "person" and kind in ("document", "organisation", "outlet", "agency"):
                kind = "person"  # who heads or speaks for a body is a person
            words = " ".join(core.of(self.text).split())
            if _ARMED_NAME.search(words) or (_ARMED_END.search(words) and _has_name(words) and kind in _PLAIN):
                kind = "group"
            if found.kind == "role" and own == "group" and kind in ("organisation", "official", "person"):
                kind = own
            if (
                found.kind in ("organisation", "role")
                and own in ("outlet", "agency", "monitor")
                and kind in ("organisation", "official", "person")
            ):
                kind = own
        else:
            name, kind = self._by_words(core, own)
        return Voice(core.of(self.text), " ".join(name.split()), kind, core, cue, cue_span)

    def settled(self, voice: Voice) -> Voice:
        """The voice with the name its words lead to later ("a monitoring service" ... "monitoring group SITE").

        For a monitor or agency described but not named, when exactly one named one in the document shares a
        describing word; for an armed group described but not named, when exactly one named group speaks.
        """
        if not self.upper and not _has_name(voice.name) and voice.voice.lower().startswith(("a ", "an ")):
            again = {v.name for v in self.spoken if _has_name(v.name) and _same_description(voice.voice, v.voice)}
            if len(again) == 1:
                known = next(v for v in self.spoken if v.name in again)
                return replace(voice, name=known.name, kind=known.kind)
        if self.upper or voice.kind not in ("monitor", "agency", "group"):
            return voice
        if voice.kind == "group":
            own = set(voice.voice.lower().split())
            named = [v for v in self.spoken if v.kind == "group" and _has_name(v.name) and not _describes(v.voice)]
            fitting = {v.name for v in named if not set(v.name.lower().split()) <= own}
            told = _describes(voice.voice) or (
                voice.voice.lower().startswith(("a ", "an ")) and not _has_name(voice.name)
            )
        else:
            words = {x for x in voice.voice.lower().split() if len(x) > 5}
            fitting = {
                v.name
                for v in self.spoken
                if v.kind == voice.kind and _has_name(v.name) and words & set(v.voice.lower().split())
            }
            told = not _has_name(voice.name)
        return replace(voice, name=fitting.pop()) if told and len(fitting) == 1 else voice

    def behind_again(self, document: Voice) -> Voice | None:
        """Who stands behind "the communique" when an earlier one of that name came from somebody; None otherwise."""
        words = document.voice.lower().split()
        if document.kind != "document" or len(words) > 2 or words[0] not in ("the", "that", "this"):
            return None
        known = self.behind.get(words[-1])
        return replace(known, cue=document.cue, cue_span=document.cue_span) if known is not None else None

    def of_body(self, voice: Voice, others: Iterable[Voice]) -> Voice:
        """A headline's voice with the name that the body gives it ("Rebel Group Says" ... "the Harbour Front said").

        For a group, monitor or agency the only named one of its kind; else the only voice whose name has the head of
        the headline's words. With none or two the plain words stay.

        Args:
            others: the voices of all statements.
        """
        headed = voice.span is not None and any(h.contains(voice.span) for h in self.headlines)
        if not headed or _has_name(voice.name) or not voice.name.strip() or voice.name == "unknown":
            return voice
        body = [x for x in others if x.span is not None and not any(h.contains(x.span) for h in self.headlines)]
        if voice.kind in ("group", "monitor", "agency"):
            known = {x.name: x for x in body if x.kind == voice.kind and _has_name(x.name)}
            if len(known) == 1:
                return replace(voice, name=next(iter(known)))
        head = _stem(re.split(r"\s(?:of|for|in|at|from)\s", voice.name)[0].split()[-1])
        sharing = {
            x.name: x for x in body if x.kind not in ("document", "unknown") and head in map(_stem, x.name.split())
        }
        if len(sharing) != 1:
            return voice
        (found,) = sharing.values()
        return replace(voice, name=found.name, kind=found.kind)

    def _name(self, core: Span, found: Mention) -> str:
        """The mention's name, unless the words here are a name that shares nothing with it and abbreviates nothing."""
        words, name = found.text.split(), found.name or found.text
        strange = not {folded(x.lower()) for x in words} & {folded(x.lower()) for x in name.split()}
        plain = found.kind in ("role", "pronoun") or self.upper or not _has_name(found.text)
        return found.text if strange and not plain and not any(x.isupper() for x in words) else name

    def _group_again(self, core: Span, found: Mention | None) -> Voice | None:
        """The group that spoke last, for "the group" that a mention leads elsewhere or nowhere."""
        words = " ".join(core.of(self.text).split())
        named = not self.upper and _has_name(_ARTICLE.sub("", words))
        if (
            named
            or not _AGAIN.match(words)
            or "monitor" in words.lower()
            or (found is not None and found.voice_kind == "group")
        ):
            return None
        groups = [v for v in reversed(self.spoken[-12:]) if v.kind == "group"]
        return next((v for v in groups if _has_name(v.name)), groups[0] if groups else None)

    def _is_place(self, core: Span) -> bool:
        """True when the words are the name of a country or town and nothing else: its government speaks."""
        article = _ARTICLE.match(core.of(self.text))
        start = core.start + (article.end() if article else 0)
        return (start, core.end) in self.places or (core.start, core.end) in self.places

    def _within(self, span: Span) -> list[Mention]:
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda m: m.span.start)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end]

    def _apposed(self, core: Span, span: Span) -> Mention | None:
        """The person named just after a role ("the chancellor's spokesman, Jan Berg, said")."""
        persons = [m for m in self._within(span) if m.kind == "person"]
        behind = self._behind(span)
        if behind is not None and _OWNED.search(self.text[span.start : behind.span.start]):
            return behind
        if any(core.contains(m.span) and m.span.end >= core.end - 1 for m in persons):
            return None
        return next((m for m in persons if core.end < m.span.start <= core.end + 3), None)

    def _behind(self, span: Span) -> Mention | None:
        """The person named after the comma that follows ``span``."""
        at = bisect_left(self.mentions, span.end, key=lambda m: m.span.start)
        found = self.mentions[at] if at < len(self.mentions) else None
        near = found is not None and found.span.start <= span.end + 2
        return found if near and found is not None and found.kind == "person" else None

    def _mentioned(self, span: Span) -> Mention | None:
        """The actor the phrase is about: a person in it, or else one that ends or begins it."""
        inside = self._within(span)
        head = self._head_end(span)
        fitting = [m for m in inside if m.span.start < head]
        persons = [m for m in fitting if m.kind == "person" and not self._owns(m, span)]
        for pool in (
            persons,
            [m for m in fitting if m.span.end >= head - 1],
            [m for m in fitting if m.kind in ("role", "pronoun")],
        ):
            if pool:
                return max(pool, key=lambda m: len(m.span))
        return None

    def _owns(self, mention: Mention, span: Span) -> bool:
        """True for the owner of what the phrase is about: "Roe" of "Roe's lawyer"."""
        return mention.span.end + 2 < span.end and self.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")

    def _head_end(self, span: Span) -> int:
        match = re.search(r",|\s(?:of|for|in|at|from|by|to|with|who|attributed|on)\s", span.of(self.text))
        return span.start + match.start() if match else span.end

    def _by_words(self, core: Span, own: VoiceKind | None) -> tuple[str, VoiceKind]:
        words = " ".join(core.of(self.text).split())
        low = words.lower()
        if low in w.PERSONAL | {"i"}:
            return self._antecedent(low)
        if _UNKNOWN.match(low) or (own == "unknown"):
            return ("unknown" if _UNKNOWN.match(low) else words), "unknown"
        bare = _ARTICLE.sub("", low)
        if low.startswith(("the ", "that ", "this ")) and (bare in _GENERIC or len(bare.split()) == 1):
            known = self._role_antecedent(bare, own)
            if known is not None:
                return known
        fuller = self._fuller(words)
        if fuller is not None:
            return fuller
        return (_ARTICLE.sub("", words) if own != "document" else words), own or self._kind_unseen(words)

    def _kind_unseen(self, words: str) -> VoiceKind:
        """The kind of a voice that no word and no mention tells: a short form in capitals is a body."""
        if _SPOKES.search(words):
            return "official"
        if not self.upper and _ARTICLE.sub("", words).islower() and not is_people(words):
            return "unknown"  # "the fence", "the move"
        return "organisation" if _is_acronym(words) and not self.upper else "person"

    def _antecedent(self, low: str) -> tuple[str, VoiceKind]:
        human = low in ("he", "she", "his", "her", "him", "i", "me", "my")
        for voice in reversed(self.spoken[-8:]):
            single = voice.kind in _PEOPLE
            if voice.name != "unknown" and (not human or single or voice.kind == "unknown"):
                if low in ("it", "its") and voice.kind in ("person", "witness"):
                    continue
                return voice.name, voice.kind
        return ("unknown", "unknown") if not self.spoken else (self.spoken[-1].name, self.spoken[-1].kind)

    def _role_antecedent(self, bare: str, own: VoiceKind | None) -> tuple[str, VoiceKind] | None:
        for voice in reversed(self.spoken[-10:]):
            if voice.name == "unknown":
                continue
            if bare.split()[-1] in voice.voice.lower() or bare.split()[-1] in voice.name.lower():
                return voice.name, voice.kind
            if voice.kind == "group" and _GROUP_ROLE.search(bare):
                return voice.name, voice.kind
        return None

    def _fuller(self, words: str) -> tuple[str, VoiceKind] | None:
        voice = self.full.get(words.split()[-1].lower()) if words else None
        return (voice.name, voice.kind) if voice is not None and len(voice.name) > len(words) else None


def _same_description(first: str, again: str) -> bool:
    """True when "the research service" takes up "an online research service based in ..."."""
    if not again.lower().startswith("the "):
        return False
    short = again.lower().split()[1:]
    long = re.split(r"\s(?:in|of|for|based|from|which|that|who)\s", first.lower())[0].split()[1:]
    return bool(short and long) and short[-1] == long[-1] and len(short) > 1 and set(short) <= set(long)


def _describes(words: str) -> bool:
    """True for "a militant Islamist group": a role with nothing but describing words before it."""
    *before, head = words.split() or [""]
    return bool(_GROUP_ROLE.fullmatch(head)) and all(
        x.islower() or x.lower() in ("a", "an", "the") or x.endswith(("ist", "ian", "ese", "ish")) for x in before
    )


def _stem(word: str) -> str:
    low = re.sub(r"['’]s?$", "", word.lower())
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _has_name(words: str) -> bool:
    return any(x[0].isupper() and not x.endswith("-based") for x in words.split())


@lru_cache(maxsize=1024)
def kind_by_words(words: str) -> VoiceKind | None:
    """The kind of voice its own words show; the head of the phrase counts more than what hangs on it."""
    words = " ".join(words.split())
    member = _MEMBER.match(words)
    if member is not None and _GROUP_ROLE.search(words[member.end() :].split(",")[0]):
        return "group"
    if _ARMED_NAME.search(words):
        return "group"
    head = re.split(r",|\s(?:of|for|in|at|from|by|to|who|which|attributed)\s", words, maxsplit=1)[0]
    for part in (head, words):
        for kind, pattern in _KINDS:
            if pattern.search(part):
                return kind
    return None


def split_document(text: str, draft: Draft) -> tuple[Span, Span, Span] | None:
    """The spans of "a message", "attributed to" and "the group" in "a message on a forum attributed to the group".

    Returns:
        None when the source is no document or nobody is named behind it.
    """
    if draft.source is None:
        return None
    words = draft.source.of(text)
    match = _LINK.search(words)
    if match is None:
        return _owned_document(text, draft.source, words)
    head = re.split(r"\s(?:on|in|of|about|posted|attributed|from|by)\s", words[: match.start()], maxsplit=1)[0].split()
    if not head or head[-1].lower() not in DOCUMENT_NOUNS:
        return None
    at = draft.source.start
    end = at + len(" ".join(head)) if " ".join(head) == words[: len(" ".join(head))] else at + match.start()
    return Span(at, end), Span(at + match.start() + 1, at + match.end() - 1), Span(at + match.end(), draft.source.end)


def _owned_document(text: str, source: Span, words: str) -> tuple[Span, Span, Span] | None:
    """The spans of "statement", "'s" and "the ministry" in "the ministry's written statement", or "its" for all."""
    owner = _OWNER.match(words)
    if owner is None or words.split()[-1].lower() not in DOCUMENT_NOUNS:
        return None
    at = source.start
    paper = Span(at + owner.end(), source.end)
    who, mark = ("who", "mark") if owner["who"] else ("who2", "mark2")
    link = Span(at + owner.start(mark), at + owner.end(mark))
    return (paper, link, Span(at, at + owner.end(who))) if len(paper.of(text).split()) <= _MAX_PAPER else None
