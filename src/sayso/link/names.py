"""When two names in reports of one incident name one voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.lang.en.bodies import BODIES, EMPTY, OFFICE_OF, UNTRACED, VOICES_OF_A_BODY

_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_NOISE = re.compile(r"[^\w\s-]")
_OWNED = (
    re.compile(r"(?P<owner>(?:[A-Z][\w-]*\s)*[A-Z][\w-]*)['’]s?\s(?P<core>\S.*)$"),
    re.compile(r"(?P<core>\S.*?)\s(?:in|from)\s(?P<owner>(?:the\s)?[A-Z].*)$"),
)
"""A body with whose it is before or where it is behind."""
_REMEMBERED = 20_000  # names; the same few voices speak in most reports


@lru_cache(_REMEMBERED)
def plain_name(name: str) -> str:
    """A name without article, punctuation and case, for comparing."""
    return " ".join(_NOISE.sub(" ", _ARTICLE.sub("", name.strip())).casefold().split())


@lru_cache(_REMEMBERED)
def is_proper(name: str) -> bool:
    """True for a proper name, known by its capital letters; one capital may only begin a sentence ("Residents")."""
    return plain_name(name) != "unknown" and any(c.isupper() for c in name[1:])


@lru_cache(_REMEMBERED)
def is_untraced(name: str, kind: str) -> bool:
    """True when the words say that somebody said it, but not who: "reports", "sources", "a document"."""
    if is_proper(name):
        return False
    words = plain_name(name).split()
    # an outlet without a name is other newspapers repeating what somebody said
    return kind in ("unknown", "document", "outlet") or (bool(words) and words[-1] in UNTRACED)


@lru_cache(_REMEMBERED)
def body_of(name: str) -> str:
    """The body or office an unnamed voice speaks for ("police" for "a police spokesman"); "" when it is none.

    Whose body it is is left out (see :func:`owner_of`): "Kazakhstan's emergency ministry", "Police in Jos". Names with
    a capital inside stay names: "Ministry of Health of Northland" is one of a kind.
    """
    core, _ = _owned(name)
    if any(c.isupper() for c in core[1:]):
        return ""
    parts = [_singular(w) for w in plain_name(core.replace("'s", " ").replace("’s", " ")).split()]
    while len(parts) > 1 and parts[-1] in VOICES_OF_A_BODY:
        parts.pop()
    telling = [OFFICE_OF.get(w, w) for w in parts if w not in EMPTY]
    return " ".join(telling) if telling and telling[-1] in BODIES else ""


@lru_cache(_REMEMBERED)
def owner_of(name: str) -> str:
    """Whose or where the body is ("kazakhstan", "jos"), lower case; "" when not said."""
    return plain_name(_owned(name)[1])


def _owned(name: str) -> tuple[str, str]:
    for pattern in _OWNED:
        if match := pattern.match(name.strip()):
            return match["core"], match["owner"]
    return name, ""


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in BODIES | VOICES_OF_A_BODY else word


def same_names(names: Mapping[str, str], speakers: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Key to the key it is joined with, the one that came first.

    An acronym is the name it stands for, a family name the full name, a body of nobody told the only one of its kind
    ("the emergency ministry" and "Kazakhstan's emergency ministry"), and who speaks for a body is the body.

    Args:
        names: key (see :func:`voice_key`) to name, in order of appearance.
        speakers: (key of a person, key of the body they speak for).
    """
    order = {key: n for n, key in enumerate(names)}
    joined = {key: key for key in names}

    def end(key: str) -> str:
        while joined.get(key, key) != key:
            key = joined[key]
        return key

    def join(one: str, other: str) -> None:
        first, second = sorted((end(one), end(other)), key=lambda k: order.get(k, len(order)))
        joined[second] = first

    named = [key for key in names if key.startswith("name:")]
    for short in named:
        longer = [k for k in named if k != short and _stands_for(names[short], short[5:], names[k], k[5:])]
        if len(longer) == 1:  # two candidates decide nothing
            join(short, longer[0])
    known = [*names, *(key for pair in speakers for key in pair)]
    owned: dict[str, set[str]] = defaultdict(set)
    for key in known:
        if key.startswith("body:") and "@" in key:
            owned[key.partition("@")[0]].add(key)
    for bare, some in owned.items():
        if len(some) == 1:  # two ministries of two countries stay two
            join(bare, next(iter(some)))
    for person, body in speakers:
        join(person, body)
    return {key: end(key) for key in joined}


def voice_key(name: str, kind: str, where: str) -> str:
    """What tells a voice from others: the same key, the same voice.

    Args:
        name, kind: as in the attribution.
        where: the text that an unnamed voice ("residents") is bound to.
    """
    if body := body_of(name):
        owner = owner_of(name)
        return f"body:{body}@{owner}" if owner else f"body:{body}"
    proper = is_proper(name) or kind in ("agency", "monitor")
    return f"name:{plain_name(name)}" if proper else f"voice:{where}:{plain_name(name)}"


def _stands_for(short: str, short_plain: str, long: str, long_plain: str) -> bool:
    words, parts = long_plain.split(), short_plain.split()
    if len(parts) != 1 or len(words) < 2:
        return False
    initials = "".join(w[0] for w in long.split() if w[:1].isupper())
    acronym = _ARTICLE.sub("", short.strip())
    if acronym.isupper() and len(acronym) > 1 and (initials == acronym or words[0] == short_plain):
        return True
    return len(short_plain) > 3 and words[-1] == short_plain and len(words) <= 3
