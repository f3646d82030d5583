"""Headlines as they may stand in a list: names of private persons become roles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from sayso.lang.en.privacy import GIVEN_NAMES, ROLE_OF

_WORD = re.compile(r"\w[\w’'-]*")
_ROLE = ROLE_OF["person"]
_LEAST = 3  # letters of a part of a name that is looked for by itself; shorter ones are particles and initials
_ENDING = 2  # letters by which a name may end otherwise in a language with cases
_TITLE_CASE = 0.6  # share of capitalised words from which capitals tell no name


def shown_headline(headline: str, private: Collection[str] = (), public: Collection[str] = ()) -> str:
    """The headline with private persons by role.

    Hidden are the names that are known to be private, their parts alone too ("Bekova"), and whatever begins like the
    name of a person (a given name and another capitalised word) and is no public name.

    Args:
        headline: as the outlet has it.
        private: names of private persons in the document.
        public: names of public voices in it; they stay.
    """
    words = list(_WORD.finditer(headline))
    kept = _covered(headline, words, public)
    hidden = _runs(words, kept) | {n for n in _known(words, private) if n not in kept}
    made, last = [], 0
    for start, end in _stretches(hidden):
        role = _ROLE if start else _ROLE.capitalize()
        made += [headline[last : words[start].start()], role]
        last = words[end].end()
    return "".join([*made, headline[last:]])


def _known(words: list[re.Match[str]], private: Iterable[str]) -> set[int]:
    """Numbers of the words that are part of a private name, whatever their ending."""
    parts = {p.casefold() for name in private for p in _WORD.findall(name) if p[:1].isupper() and len(p) >= _LEAST}
    stems = tuple({p[: max(_LEAST + 1, len(p) - _ENDING)] for p in parts})
    found = set()
    for n, word in enumerate(words):
        plain = word[0].casefold().removesuffix("’s").removesuffix("'s")
        alike = plain in parts or (
            stems and plain.startswith(stems) and any(abs(len(plain) - len(p)) <= _ENDING for p in parts)
        )
        if word[0][:1].isupper() and alike:
            found.add(n)
    return found


def _runs(words: list[re.Match[str]], kept: set[int]) -> set[int]:
    """Numbers of the words of what begins like the name of a person."""
    long = [w for w in words if len(w[0]) > _LEAST]
    titled = bool(long) and sum(w[0][:1].isupper() for w in long) / len(long) >= _TITLE_CASE and len(long) > _LEAST
    found: set[int] = set()
    for n, word in enumerate(words[:-1]):
        if word[0].casefold() not in GIVEN_NAMES or not word[0][:1].isupper() or n in kept:
            continue
        end = n
        while end + 1 < len(words) and words[end + 1][0][:1].isupper() and end + 1 not in kept:
            end += 1
            if titled:
                break
        if end > n:
            found |= set(range(n, end + 1))
    return found


def _covered(headline: str, words: list[re.Match[str]], public: Iterable[str]) -> set[int]:
    """Numbers of the words that belong to a public name."""
    found: set[int] = set()
    for name in public:
        for hit in re.finditer(re.escape(name), headline) if name else ():
            found |= {n for n, w in enumerate(words) if hit.start() <= w.start() < hit.end()}
    return found


def _stretches(numbers: set[int]) -> list[tuple[int, int]]:
    """First and last of the numbers that follow one another."""
    made: list[tuple[int, int]] = []
    for n in sorted(numbers):
        if made and n == made[-1][1] + 1:
            made[-1] = made[-1][0], n
        else:
            made.append((n, n))
    return made
