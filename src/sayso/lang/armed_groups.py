"""Which armed group a name means, whatever it is called by: acronym, English form, or in its own language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.lang.en.armed_group_names import FULL_NAMES
from sayso.model import Span

SHORT = 3
"""Letters of a name up to which it counts only in capitals: "ETA", but neither "Eta" nor "eta"."""
_MARKS = str.maketrans({"’": "'", "–": "-", "—": "-"})
_NAMES = re.compile(
    r"(?<![\w'-])(?:"
    + "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(FULL_NAMES, key=len, reverse=True))
    + r")(?!\w|-\w)"
)


@lru_cache(maxsize=256)
def groups_in(text: str) -> tuple[tuple[Span, str], ...]:
    """Where ``text`` names known armed groups, in order, each with its name in ``FULL_NAMES``.

    Example::

        groups_in("the ELN guerrillas") == ((Span(4, 7), "national liberation army"),)
    """
    plain = _plain(text)
    return tuple(
        (Span(*m.span()), FULL_NAMES[" ".join(m.group().split())])
        for m in _NAMES.finditer(plain.lower())
        if len(m.group()) > SHORT or plain[slice(*m.span())].isupper()
    )


def group_of(words: str) -> str:
    """The name in ``FULL_NAMES`` of the only group that ``words`` name; "" when they name none or several."""
    found = {name for _, name in groups_in(words)}
    return found.pop() if len(found) == 1 else ""


def same_group(one: str, other: str) -> bool:
    """True when both name the same known armed group."""
    known = group_of(one)
    return bool(known) and known == group_of(other)


def _plain(text: str) -> str:
    """``text`` without accents and with straight marks, every letter where it was."""
    text = text.translate(_MARKS)
    return text if text.isascii() else "".join(unicodedata.normalize("NFKD", c)[0] for c in text)
