"""Regular and irregular inflection of English verbs, and their lookup by form."""

from __future__ import annotations

VOWELS = "aeiou"


def verb_forms(base: str, irregular: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Every form of one verb.

    Args:
        base: base form ("deny").
        irregular: base form to (past, past participle).

    Returns:
        form to tag: ``base``, ``s``, ``past`` (also the participle of regular verbs), ``part`` (participle only) or
        ``ing``.
    """
    past, part = irregular.get(base, (regular_past(base), regular_past(base)))
    forms = {ing_form(base, past): "ing", part: "part", third_person(base): "s"}
    forms[past] = "past"
    forms.setdefault(base, "base")
    return forms


def third_person(base: str) -> str:
    """As in "deny" to "denies"."""
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def regular_past(base: str) -> str:
    """As in "deny" to "denied"."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def ing_form(base: str, past: str) -> str:
    """As in "warn" to "warning"; doubles a consonant where the past does ("admitted" to "admitting")."""
    if past == base + base[-1] + "ed":
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"
