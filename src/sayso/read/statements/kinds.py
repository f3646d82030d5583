"""What kind of statement an utterance is: the verb first, then the words of what is said and who says it."""

from __future__ import annotations

import re

from sayso.lang.en import statement_kinds as k
from sayso.model import StatementKind, VoiceKind
from sayso.read.statements.draft import Draft

_OBLIGATION = re.compile(k.OBLIGATION, re.IGNORECASE)
_CONDEMNING = re.compile(k.CONDEMNING, re.IGNORECASE)
_FALSE = re.compile(k.FALSE_WORDS, re.IGNORECASE)
_DENYING = re.compile(k.FIRST_DENIAL, re.IGNORECASE)
_TOLL = re.compile(k.TOLL, re.IGNORECASE)
_FUTURE_HARM = re.compile(k.FUTURE_HARM, re.IGNORECASE)
_CLAIM = re.compile(k.CLAIM_WORDS, re.IGNORECASE)
_ARMED = re.compile(k.ARMED_VOICES, re.IGNORECASE)
_ARMED_DID = re.compile(
    rf"\b{k.ARMED_ACTORS}\b[^.;,]{{0,60}}?\b{k.HARM_VERBS}|\b{k.HARM_NOUNS}\b[^.;]{{0,60}}?\bby\b[^.;,]{{0,50}}?\b{k.ARMED_ACTORS}\b",
    re.IGNORECASE,
)
_STATE_DID = re.compile(
    rf"\b{k.STATE_ACTORS}\b[^.;,]{{0,40}}?\b{k.HARM_VERBS}|\b{k.HARM_NOUNS}\b[^.;]{{0,60}}?\bby\b[^.;,]{{0,50}}?\b{k.STATE_ACTORS}\b",
    re.IGNORECASE,
)
_HARM = re.compile(rf"\b(?:{k.ARMED_ACTORS}|{k.HARM_NOUNS})\b", re.IGNORECASE)
_GRAVE = re.compile(k.GRAVE_WORDS, re.IGNORECASE)
_VIOLENCE = re.compile(k.VIOLENCE, re.IGNORECASE)
_UNARMED = frozenset(("official", "outlet", "agency", "monitor"))
_THEY_DID = re.compile(
    r"\b(?:[Tt]hey|[A-Z][a-z][\w-]+s)\b (?:have |had )?"
    r"(?:attacked|killed|murdered|kidnapped|bombed|tortured|raped|abducted)\b"
)
_ATTACK = re.compile(k.ATTACK_NOUNS, re.IGNORECASE)
_GROUP_DID = re.compile(r"(?:that )?(?:the group|its fighters|its forces|we|our fighters)\b", re.IGNORECASE)
_NEVER = re.compile(r"^(?:I|we|he|she|they) (?:had |have |has )?never\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_NO_HARM = re.compile(k.NO_HARM, re.IGNORECASE)
_PLAIN_DENIAL = re.compile(k.PLAIN_DENIAL, re.IGNORECASE)
_CONDITION = re.compile(k.CONDITION, re.IGNORECASE)
_IMPERATIVE = re.compile(k.IMPERATIVE, re.IGNORECASE)
_PLAN = re.compile(r"\b(?:will be|investigat\w+|would be|whether|if)\b", re.IGNORECASE)
_TREATED = re.compile(k.TREATED_AS, re.IGNORECASE)
_FIRST_PERSON = re.compile(r"^(?:that )?(?:it|he|she|they|we|i|the group|its|our|their)\b", re.IGNORECASE)


def kind_of(draft: Draft, words: str, voice: str, voice_kind: VoiceKind) -> StatementKind:
    """The kind of a statement.

    Args:
        words: what is said.
        voice: name of the origin, for armed groups the mentions did not mark.
        voice_kind: what kind of voice the origin is.
    """
    words = " ".join(words.split())
    if draft.frame in ("responsibility", "noun responsibility"):
        return "denial" if draft.lemma in ("deny", "disclaim") else "claim_of_responsibility"
    if draft.lemma == "claim" and draft.frame in ("noun", "clause", "passive subject") and _ATTACK.search(words):
        return "claim_of_responsibility"
    if voice_kind in ("document", "unknown") and _GROUP_DID.match(words) and _CLAIM.search(words):
        return "claim_of_responsibility"
    armed = voice_kind == "group" or (voice_kind not in _UNARMED and bool(_ARMED.search(voice)))
    if armed and draft.lemma == "claim" and draft.frame in ("noun", "passive subject"):
        return "claim_of_responsibility"
    by_verb = _by_verb(draft, words, armed)
    if by_verb is not None:
        return by_verb
    return _by_words(draft, words, armed, voice_kind)


def _by_verb(draft: Draft, words: str, armed: bool) -> StatementKind | None:
    lemma, frame = draft.lemma, draft.frame
    if frame == "noun of saying":
        found = k.NOUN_KINDS.get(lemma)
        return _as_kind(found) if found else None
    if lemma in k.DEMAND_WHEN_INFINITIVE and frame == "object infinitive":
        return "demand"
    if lemma == "call":
        return "demand" if frame in ("preposition", "object infinitive") else None
    if lemma == "ask":
        return "demand" if frame in ("preposition", "object infinitive", "infinitive") else None
    if lemma == "warn":
        harm = _FUTURE_HARM.search(words) or _VIOLENCE.search(words) or _CONDITION.search(words)
        return "threat" if armed and harm else None
    if lemma == "want":
        return "demand" if frame in ("noun", "object infinitive") else None
    if lemma == "promise":
        return "threat" if armed and (_FUTURE_HARM.search(words) or _VIOLENCE.search(words)) else None
    if lemma in ("identify", "announce") and frame.startswith(("passive", "preposition", "infinitive")):
        return "confirmation" if lemma == "identify" or _TOLL.search(words) else None
    if lemma == "tell" and frame == "infinitive":
        return "demand"
    if lemma == "plead" and re.match(r"(?:not )?guilty|to ", words, re.IGNORECASE):
        return "denial" if words.lower().startswith("not") else "claim_of_responsibility"
    if lemma == "admit":
        return "claim_of_responsibility" if frame == "preposition" and not _TOLL.search(words) else "confirmation"
    if lemma in ("attribute", "ascribe") and not _HARM.search(words):
        return None
    if lemma == "threaten" and frame == "infinitive" and not (armed or _FUTURE_HARM.search(words)):
        return "threat" if _VIOLENCE.search(words) else None
    if lemma == "insist":
        return "demand" if frame == "preposition" else None
    if lemma == "vow":
        return "threat" if _FUTURE_HARM.search(words) and armed else None
    if lemma in ("reject", "dismiss", "protest", "welcome", "call", "honor") and frame == "noun":
        return _by_topic(lemma, words)
    if lemma in ("suspect", "charge") and frame == "clause":
        return "accusation"
    if lemma in ("question", "challenge", "propose", "order", "invite", "praise", "press") and frame == "quote":
        return None
    found = k.VERB_KINDS.get(lemma)
    return _as_kind(found) if found else None


def _by_topic(lemma: str, words: str) -> StatementKind | None:
    if lemma in ("reject", "dismiss"):
        return (
            "denial"
            if re.search(
                r"\b(?:claims?|allegations?|accusations?|reports?|charges?|suggestions?|possibility)\b",
                words,
                re.IGNORECASE,
            )
            else None
        )
    return None


def _as_kind(name: str) -> StatementKind:
    found: StatementKind = name  # type: ignore[assignment]
    return found


def _by_words(draft: Draft, words: str, armed: bool, voice_kind: VoiceKind) -> StatementKind:
    if armed and _CLAIM.search(words):
        return "claim_of_responsibility"
    if armed and _CONDITION.search(words):
        return "threat"
    if armed and _FUTURE_HARM.search(words) and (_FIRST_PERSON.search(words) or "unless" in words.lower()):
        return "threat"
    if _DENYING.search(words) and _FIRST_PERSON.search(words) and "not guilty" in words.lower():
        return "denial"
    if _NEVER.search(words):
        return "denial"
    if _FIRST_PERSON.search(words) and re.search(
        r"nothing to do with|not (?:involved|responsible|behind)", words, re.IGNORECASE
    ):
        return "denial"
    if draft.lemma in k.REBUTTING and _PLAIN_DENIAL.search(words):
        return "denial"
    if _FALSE.search(words) and len(words) < 160:
        return "contradiction"
    if _CONDEMNING.search(words):
        return "condemnation"
    if _OBLIGATION.search(words) or _IMPERATIVE.search(words):
        return "demand"
    official = voice_kind == "official"
    toll = (
        official
        and _TOLL.search(words)
        and draft.frame != "hearsay"
        and not _PLAN.search(words)
        and (not _NEGATED.search(words) or bool(_NO_HARM.search(words)))
    )
    if not draft.negated and _accuses(words, armed, official):
        return "accusation"
    if toll:
        return "confirmation"
    return "accusation" if draft.lemma == "allegedly" else "report"


def _accuses(words: str, armed: bool, official: bool) -> bool:
    """True when somebody else is said to have done harm; an official does not accuse the state's own force."""
    if _NEGATED.search(words[:60]) or _TREATED.search(words):
        return False
    if not armed and (_ARMED_DID.search(words) or _THEY_DID.search(words)):
        return True
    return (not official and bool(_STATE_DID.search(words))) or bool(_GRAVE.search(words))
