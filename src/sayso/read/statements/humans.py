"""Whether the words of a voice name people at all, or a thing: "the owner of the shop", but "the fence", "the move"."""

from __future__ import annotations

import re

from sayso.lang.en import casualties, roles

_HEAD_END = re.compile(r",|\s(?:of|for|in|at|from|by|to|with|who|that|on|near|over|about|inside|outside)\s")
_KNOWN = (
    roles.PEOPLE | roles.CROWDS | roles.SPEAKERS | roles.WITNESSES | roles.OFFICIAL_PEOPLE | roles.GROUP_WORDS
    | roles.PARTISANS | roles.MALE | roles.FEMALE | casualties.PERSON_NOUNS
)  # fmt: skip
_DOER = re.compile(r"(?:[bdfghklmnprstvwz]er|[ts]or|ist|ian|m[ae]n|ant|ent|ee|one|body|people|folk)s?$")
"""Endings of those who do something; of things with the same ending only the commonest are passed over."""


def is_people(words: str) -> bool:
    """True when the head of ``words`` (in small letters) is a word for people, or looks like one.

    Args:
        words: a noun phrase, with or without its article.
    """
    head = _HEAD_END.split(words.lower(), maxsplit=1)[0].split()
    if not head:
        return False
    last = re.sub(r"['’]s?$", "", head[-1])
    one = last[:-1] if last.endswith("s") else last
    if last in _KNOWN or one in _KNOWN:
        return True
    return one not in roles.LIKE_PEOPLE and (
        bool(_DOER.search(last)) or last.endswith(tuple(casualties.PEOPLE_ENDINGS))
    )
