"""Who is said to have done it, with the status the words give: never beyond what a speaker said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.lang.armed_groups import group_of
from sayso.lang.en import incidents as words
from sayso.model import Assertion, Mention, Perpetrator, Span, Statement, Voice
from sayso.read.incidents.accounts import Account
from sayso.read.incidents.bodies import body_name
from sayso.read.incidents.material import Material
from sayso.read.incidents.triggers import pattern
from sayso.read.incidents.values import make
from sayso.taxonomy import load_taxonomy

_DOERS = frozenset({"group", "organisation"})
_BLAME = tuple((re.compile(r"\b" + p.replace(" ", r"\s+"), re.I | re.S), status) for p, status in words.BLAME)
_BLAMED = tuple((re.compile(r"\b" + p.replace(" ", r"\s+"), re.I), status) for p, status in words.BLAMED)
_BY = re.compile(r"\b" + words.BY_PERPETRATOR.replace(" ", r"\s+"), re.I | re.S)
_UNNAMED = re.compile(
    r"\b"
    + "|".join(words.UNNAMED if isinstance(words.UNNAMED, tuple) else (words.UNNAMED,)).replace(" ", r"\s+")
    + r"\b",
    re.I,
)
_DOES = re.compile(r"[\s,\w'()\[\]-]{0,40}?\b" + words.DOER_VERBS.replace(" ", r"\s+") + r"\b", re.I)
_BLAMABLE = re.compile(
    r"\s*(?P<np>(?:[\w'-]+\s+){0,5}?"
    + words.BLAMABLE
    + r"(?:\s+(?:and|or)\s+(?:[\w'-]+\s+){0,3}?"
    + words.BLAMABLE
    + r")*)\b",
    re.I,
)
_TEXTS = re.compile(words.TEXTS, re.I)
_MEDIA = frozenset({"outlet", "agency", "monitor"})
_DOWNED = re.compile(words.DOWNED, re.I)
_THEIR_VOICE = re.compile(words.THEIR_VOICE, re.I)
_INVOLVED = re.compile(words.INVOLVED, re.I)
_OWN = re.compile(
    r"\b(?:we|our|us|ours)\b|\b(?:its|their) (?:own )?(?:forces|troops|jets|planes|army|fighters)\b", re.I
)
_HARM_BEFORE = re.compile(words.HARM_BEFORE + r"$", re.I)
_REASONED = pattern(words.REASONED)
_FORCES = pattern(words.FORCES)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got|by)\b", re.I)
_OF = re.compile(r"\s*(?:[\w'\"-]+\s+){1,7}?of\s+(?:the\s+)?\"?", re.I)
_HARMED = re.compile(r"\s*" + words.HARMED_BY_FORCES.replace(" ", r"\s+") + r"\b", re.I)
_FORCE = re.compile(r"\b" + words.FORCE.replace(" ", r"\s+") + r"\b", re.I)
_OF_FORCES = re.compile(words.PEOPLE_OF_FORCES, re.I)
_SUSPECTED = pattern(words.SUSPECTED)
VIOLENT = frozenset({"attack", "strike", "clash", "state_action", "threat"})
"""Families whose incidents somebody does to somebody."""


def perpetrators(material: Material, account: Account) -> Iterator[Assertion]:
    """Every perpetrator named or described for ``account``, once per name, status and statement."""
    if account.type == "crash":
        yield from _downed(material, account)
    if load_taxonomy().family(account.type) not in VIOLENT or account.type in {"arrest", "raid"}:
        return
    seen: set[tuple[str, str, str | None]] = set()
    for found in (*_by_statement(material, account), *_by_words(material, account)):
        value = found.value
        assert isinstance(value, Perpetrator)
        key = (group_of(value.name) or value.name.lower(), value.status, found.statement)
        claimed = {said for name, status, said in seen if (name, status) == (key[0], "claimed")}
        if value.status == "accused" and claimed and found.statement in {None, "", *claimed}:
            continue  # "X said that it was behind the blast": nobody else accuses
        if key not in seen:
            seen.add(key)
            yield found
    if not seen:
        yield from list(_forces(material, account)) or _unnamed(material, account)


def _downed(material: Material, account: Account) -> Iterator[Assertion]:
    """Who claims that an aircraft that crashed was brought down by it, or denies that; each voice and status once."""
    said: set[tuple[str, str]] = set()
    for found in _by_statement(material, account, _DOWNED):
        assert isinstance(found.value, Perpetrator)
        if (key := (group_of(found.value.name) or found.value.name.lower(), found.value.status)) not in said:
            said.add(key)
            yield found


def _by_statement(material: Material, account: Account, about: re.Pattern[str] | None = None) -> Iterator[Assertion]:
    """Claims and denials of speakers of themselves; with ``about`` those alone whose words it finds."""
    if account.status == "background":
        return
    for s in material.statements:
        if not s.attribution or s.negated:
            continue
        if about is not None and not about.search(s.content.of(material.document.text)):
            continue
        voice = s.attribution[-1]
        status = _said_status(s, s.content.of(material.document.text))
        if status and voice.span is not None and voice.name != "unknown" and voice.kind not in _MEDIA | {"document"}:
            group = _spoken_for(material, voice)
            if group is not None:
                kind = "group" if group_of(_known(group)) else group.voice_kind
                yield _assert(material, _known(group), status, group.span, kind, s)
            else:
                yield _assert(material, voice.name, status, voice.span, voice.kind, s)


def _spoken_for(material: Material, voice: Voice) -> Mention | None:
    """The group or body for which a person speaks: named where the person is introduced ("Red Delta spokesman A.
    Cruz"), else the only group of a text that has the person speak for one; None for a voice that is no person."""
    mentions = [m for some in material.by_passage.values() for m in some]
    if not any(m.kind == "person" and m.name == voice.name for m in mentions):
        return None
    bodies = sorted((m for m in mentions if m.kind in _DOERS and m.voice_kind not in _MEDIA), key=lambda m: m.span)
    groups = [m for m in bodies if m.voice_kind == "group" or group_of(m.name or m.text)]
    told = [v.span for s in material.statements for v in s.attribution if v.name == voice.name and v.span is not None]
    introduced = [m for m in (*groups, *bodies) if any(span.contains(m.span) for span in told)]
    text = material.document.text
    theirs = voice.kind == "group" or any(_THEIR_VOICE.search(span.of(text)) for span in told)
    alone = theirs and len({_known(m) for m in groups}) == 1
    return next(iter(introduced or (groups if alone else ())), None)


def _known(m: Mention) -> str:
    """The name of a group's mention; its own words where they are a known group and the fullest name is none."""
    return m.text if not m.name or (group_of(m.text) and not group_of(m.name)) else m.name


def _said_status(s: Statement, content: str) -> str:
    """``claimed`` or ``denied`` when the speaker says so of itself, else ""."""
    if s.kind == "claim_of_responsibility":
        return "claimed"
    if s.kind == "denial" and _INVOLVED.search(content):
        return "denied"
    kind = s.attribution[-1].kind
    own = kind == "group" or (kind in {"organisation", "official"} and bool(_OWN.search(content)))
    return "claimed" if own and _REASONED.search(content) else ""  # an army that explains the rebels' deed claims none


def _assert(
    material: Material,
    name: str,
    status: str,
    span: Span,
    kind: str = "unknown",
    s: Statement | None = None,
    named: bool = True,
) -> Assertion:
    said = status if status != "stated" or _narrated(material, span) else "accused"
    name = " ".join(name.split())
    proper = body_name(name) if named and kind == "group" else name
    value = Perpetrator(proper or name, said, named and bool(proper), kind)  # type: ignore[arg-type]
    return make(material, "perpetrator", value, span, statement=s.id if s else "", rule=f"perpetrator-{status}")


def _narrated(material: Material, span: Span) -> bool:
    """False when somebody who is no medium says it: then the speaker accuses, the report does not tell."""
    said = material.innermost(span)
    return said is None or not said.attribution or said.attribution[-1].kind in _MEDIA | {"document", "unknown"}


def _by_words(material: Material, account: Account) -> Iterator[Assertion]:
    text = material.document.text
    for number in account.reach:
        passage = material.passages[number].span
        for expression, status in _BLAMED:
            for m in expression.finditer(text, passage.start, passage.end):
                who = re.split(r"[.;]\s", text[max(passage.start, m.start() - 90) : m.start()])[-1]
                yield from _actor_in(material, number, Span(m.start() - len(who), m.start()), status, Span(*m.span()))
        for expression, status in _BLAME:
            for m in expression.finditer(text, passage.start, passage.end):
                if not _TEXTS.search(text, passage.start, m.start()):
                    cue = Span(m.start(), m.start("who"))
                    yield from _actor_in(material, number, Span(*m.span("who")), status, cue)
        if number in account.passages:
            for m in _BY.finditer(text, passage.start, passage.end):
                yield from _actor_in(material, number, Span(*m.span("who")), "", Span(m.start(), m.start("who")))
            yield from _subjects(material, number)


def _subjects(material: Material, number: int) -> Iterator[Assertion]:
    """Groups and unnamed attackers that stand right before a verb of violence."""
    text, passage = material.document.text, material.passages[number].span
    for m in material.by_passage.get(number, ()):
        if m.kind in _DOERS and m.voice_kind == "group":
            does = _DOES.match(text, m.span.end, passage.end)
            if does and "," not in does.group() and not _PASSIVE.search(does.group()):
                yield _assert(material, m.name or m.text, _status(text, m.span, "stated"), m.span, m.voice_kind)
    for u in _UNNAMED.finditer(text, passage.start, passage.end):
        does = _DOES.match(text, u.end(), passage.end)
        if does and not _PASSIVE.search(does.group()):
            yield _assert(material, u.group(), _status(text, Span(*u.span()), "unknown"), Span(*u.span()), named=False)


def _actor_in(material: Material, number: int, span: Span, status: str, cue: Span) -> Iterator[Assertion]:
    """The actor named inside ``span``: a group, an organisation, a person, unnamed attackers, or blamed forces.

    ``status`` is "" after "by": then the actor must stand first. ``cue`` are the words that blame.
    """
    text = material.document.text
    actors = [
        m
        for m in material.by_passage.get(number, ())
        if m.kind in {*_DOERS, "person"} and span.contains(m.span) and m.voice_kind not in _MEDIA
    ]
    if status in {"charged", "convicted"}:  # a court or a police force is who charges
        actors = [m for m in actors if m.kind == "person" or m.voice_kind != "official"]
    if not status:
        actors = [m for m in actors if m.span.start - span.start <= 30 or _is_part_of(text, span, m)]
        actors = [m for m in actors if _is_part_of(text, span, m)] or actors
    unnamed = _UNNAMED.search(text, span.start, span.end)
    if actors:
        m: Mention = actors[-1] if span.end <= cue.start else actors[0]
        if m.kind == "person" and not status:
            return
        if m.kind == "person" and not (m.role or m.voice_kind == "official"):
            yield _assert(material, m.name or m.text, status, m.span, "person")
            return
        yield _assert(material, m.name or m.text, status or _status(text, m.span, "stated"), m.span, m.voice_kind)
    elif unnamed is not None and (status or unnamed.start() - span.start <= 12):
        at = Span(*unnamed.span())
        yield _assert(material, at.of(text), status or _status(text, at, "unknown"), at, named=False)
    elif span.start >= cue.end:
        forces = _BLAMABLE.match(text, span.start, span.end)
        if forces:
            at = Span(*forces.span("np"))
            plain = "stated" if _FORCES.search(at.of(text)) else "unknown"
            yield _assert(material, at.of(text), status or _status(text, at, plain), at, named=False)


def _is_part_of(text: str, span: Span, m: Mention) -> bool:
    """True for a group whose people or parts are told to have done it: "by members of the Red Delta"."""
    return m.voice_kind == "group" and bool(_OF.fullmatch(text, span.start, m.span.start))


def _forces(material: Material, account: Account) -> Iterator[Assertion]:
    """Forces of a state right before words for harm done to civilians, by the name of the body."""
    text = material.document.text
    for number in account.passages:
        bodies = [m for m in material.by_passage.get(number, ()) if m.voice_kind == "official" and m.kind != "person"]
        for m in bodies:
            if _FORCE.search(m.text) and _HARMED.match(text, m.span.end, material.passages[number].span.end):
                last = min((b for b in bodies if b.span.end == m.span.end), key=lambda b: len(b.span))
                name = " ".join((last.name or last.text).split())
                yield _assert(material, _OF_FORCES.sub("", name), _status(text, m.span, "stated"), m.span, "official")
                break


def _status(text: str, span: Span, plain: str) -> str:
    around = text[max(0, span.start - 20) : span.end]
    return "suspected" if _SUSPECTED.search(around) else plain


def status_of(material: Material, span: Span, named: bool) -> str:
    """Status of a perpetrator whose words tell nothing but that it did it.

    ``suspected`` beside a word of suspicion; else ``accused`` when somebody who is no medium says it, ``stated`` when
    the report tells it, and ``unknown`` for one who is not named.
    """
    plain = _status(material.document.text, span, "stated" if named else "unknown")
    return "accused" if plain == "stated" and not _narrated(material, span) else plain


def _unnamed(material: Material, account: Account) -> Iterator[Assertion]:
    """The first words that name nobody ("gunmen"), when nobody is named."""
    for number in account.passages:
        passage = material.passages[number].span
        for u in _UNNAMED.finditer(material.document.text, passage.start, passage.end):
            if _HARM_BEFORE.search(material.document.text, passage.start, u.start()):
                continue  # "police shot dead three robbers"
            span = Span(*u.span())
            yield _assert(material, u.group(), _status(material.document.text, span, "unknown"), span, named=False)
            return
