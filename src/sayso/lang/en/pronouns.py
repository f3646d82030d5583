"""English pronouns that may be voices."""

from __future__ import annotations

PERSONAL: dict[str, str] = {"he": "male", "she": "female", "they": "plural", "it": "thing"}
"""Pronoun to what it may stand for."""

RELATIVE: dict[str, str] = {
    "who": "before",
    "which": "before",
    "some": "some",
    "others": "some",
    "many": "some",
    "several": "some",
}
"""Words that are voices only before a verb: "before" points to what stands just before, "some" to nobody known."""

DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some",
     "several", "many", "no", "any", "another", "other", "both", "all", "most", "each", "every", "one"}
)  # fmt: skip
"""Words that open a noun phrase."""

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Determiners that point back to what was named before."""
