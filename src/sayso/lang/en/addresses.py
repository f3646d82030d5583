"""How English texts write streets and house numbers; used to tell look-alike happenings in one town apart."""

from __future__ import annotations

import re

_KIND = (
    r"(?:Streets?|St|Avenues?|Ave?|Roads?|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Pl|Way|Highway|Hwy|Circle|"
    r"Terrace|Parkway|Pkwy|Pike|Trail|Loop|Route|Alley|Square)\b"
)
_SIDE = r"(?:(?:North|South|East|West|[NSEW]\.?) )?"
_STREET = re.compile(rf"\b{_SIDE}((?:(?:[A-Z][\w']+|\d+(?:st|nd|rd|th))\.? ){{1,3}}){_KIND}")
_BLOCK = re.compile(r"\b(\d{2,5})[- ](?:hundred )?block (?:of|on) ((?:[A-Z0-9][\w'.]*\s?){1,4})")
_HOUSE = re.compile(rf"\b(\d{{3,5}}) (?:[NSEW]\.? )?[A-Z]\w+ {_KIND}")
_SIDES = frozenset("north south east west n s e w".split())


def streets(text: str) -> frozenset[str]:
    """Names of streets in lower case without their kind and side ("magnolia" of "2300 block of N. Magnolia Place")."""
    found = {m[1].strip().casefold().replace(".", "") for m in _STREET.finditer(text)}
    for match in _BLOCK.finditer(text):
        words = [w for w in match[2].casefold().replace(".", "").split() if w not in _SIDES]
        found.update(words[:1])
    return frozenset(found)


def house_numbers(text: str) -> frozenset[str]:
    """Numbers of blocks and houses ("2300")."""
    return frozenset(m[1] for pattern in (_BLOCK, _HOUSE) for m in pattern.finditer(text))
