"""When two names in reports of one incident name one voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from sayso.lang.en.bodies import BODIES, EMPTY, UNTRACED, VOICES_OF_A_BODY

_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_NOISE = re.compile(r"[^\w\s-]")
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

    Names with a capital inside stay names: "Ministry of Health of Northland" is one of a kind.
    """
    if any(c.isupper() for c in name[1:]):
        return ""
    parts = [_singular(w) for w in plain_name(name.replace("'s", " ").replace("’s", " ")).split()]
    while len(parts) > 1 and parts[-1] in VOICES_OF_A_BODY:
        parts.pop()
    telling = [w for w in parts if w not in EMPTY]
    return " ".join(telling) if telling and telling[-1] in BODIES else ""


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in BODIES | VOICES_OF_A_BODY else word


def same_names(names: Mapping[str, str]) -> dict[str, str]:
    """Key to the key it is joined with: an acronym with the name it stands for, a family name with the full name."""
    joined = {key: key for key in names}
    named = [key for key in names if key.startswith("name:")]
    order = {key: n for n, key in enumerate(names)}
    for short in named:
        longer = [k for k in named if k != short and _stands_for(names[short], short[5:], names[k], k[5:])]
        if len(longer) == 1 and joined[longer[0]] == longer[0]:  # two candidates decide nothing
            first = min(short, longer[0], key=order.__getitem__)
            joined[short] = joined[longer[0]] = first
    return joined


def _stands_for(short: str, short_plain: str, long: str, long_plain: str) -> bool:
    words, parts = long_plain.split(), short_plain.split()
    if len(parts) != 1 or len(words) < 2:
        return False
    initials = "".join(w[0] for w in long.split() if w[:1].isupper())
    acronym = _ARTICLE.sub("", short.strip())
    if acronym.isupper() and len(acronym) > 1 and (initials == acronym or words[0] == short_plain):
        return True
    return len(short_plain) > 3 and words[-1] == short_plain and len(words) <= 3
