"""With which letters the matches of a pattern can begin, so that a text need not be searched where none can."""

from __future__ import annotations

from collections.abc import Iterator

LETTERS = 3
"""Letters of a word that are looked at."""
_REPEATED = "?*+{"
_SPECIAL = "^$.)|"


class _Unknown(Exception):
    """A form that is not followed: anything may begin so."""


def openings(alternative: str) -> frozenset[str] | None:
    """The first ``LETTERS`` letters of the words with which a match can begin; a shorter word stands whole.

    Args:
        alternative: a regular expression of words as the taxonomy has them: letters, groups, classes, repeats, looks
            ahead; a match of it begins where a word does.

    Returns:
        None when a match may begin with any word.
    """
    try:
        found, _ = _alternatives(alternative, 0, frozenset(("",)))
    except _Unknown:
        return None
    heads = frozenset(one.rstrip(" ") for one in found)
    return None if "" in heads else heads


def opening(word: str) -> str:
    """The key of a word of a text, to be looked for among :func:`openings`."""
    return word[:LETTERS]


def _alternatives(form: str, at: int, before: frozenset[str]) -> tuple[frozenset[str], int]:
    """What may stand after ``before`` up to the end of a group, and where that is."""
    found: frozenset[str] = frozenset()
    now = before
    while at < len(form) and form[at] != ")":
        if form[at] == "|":
            found, now, at = found | now, before, at + 1
            continue
        one, at = _atom(form, at, now)
        now, at = _repeated(form, at, now, one)
    return found | now, at


def _repeated(form: str, at: int, before: frozenset[str], once: frozenset[str]) -> tuple[frozenset[str], int]:
    """``once`` is ``before`` with one more atom; a repeat that may be empty keeps ``before`` too."""
    if at >= len(form) or form[at] not in _REPEATED:
        return once, at
    end = form.index("}", at) + 1 if form[at] == "{" else at + 1
    empty = form[at] in "?*" or form[at:end].startswith("{0")
    several = form[at] != "?"
    if end < len(form) and form[end] == "?":  # as few as possible: the same matches can begin
        end += 1
    if several and any(_open(one) for one in once - before):
        raise _Unknown
    return (before | once if empty else once), end


def _atom(form: str, at: int, before: frozenset[str]) -> tuple[frozenset[str], int]:
    if form.startswith("(?!", at):
        return before, _closing(form, at) + 1
    if form.startswith("(?:", at):
        found, end = _alternatives(form, at + 3, before)
        return found, end + 1
    if form[at] == "[":
        end = form.index("]", at + 1)
        return _with(before, _class(form[at + 1 : end])), end + 1
    if form[at] == "\\":
        return _with(before, _escaped(form[at + 1])), at + 2
    if form[at] in _SPECIAL or form[at] == "(":
        if not any(_open(one) for one in before):
            return before, at + 1 if form[at] != "(" else _closing(form, at) + 1
        raise _Unknown
    return _with(before, [form[at]]), at + 1


def _with(before: frozenset[str], signs: list[str] | None) -> frozenset[str]:
    """Each of ``before`` with one more sign, while it is open; a sign that is no letter closes it."""
    still = [one for one in before if _open(one)]
    if still and signs is None:
        raise _Unknown
    done = before.difference(still)
    return done.union(one + (sign if sign.isalnum() or sign == "_" else " ") for one in still for sign in signs or ())


def _open(one: str) -> bool:
    return len(one) < LETTERS and not one.endswith(" ")


def _class(inside: str) -> list[str] | None:
    return None if "\\" in inside or inside.startswith("^") or "-" in inside[1:-1] else list(inside)


def _escaped(letter: str) -> list[str] | None:
    return None if letter.isalpha() and letter != "s" else [" "]


def _closing(form: str, at: int) -> int:
    """Where the group that opens at ``at`` closes."""
    depth = 0
    for place, sign in _signs(form, at):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place
    raise _Unknown


def _signs(form: str, at: int) -> Iterator[tuple[int, str]]:
    """The signs from ``at`` on, without escaped ones and classes."""
    while at < len(form):
        if form[at] == "\\":
            at += 2
            continue
        if form[at] == "[":
            at = form.index("]", at + 1)
        yield at, form[at]
        at += 1
