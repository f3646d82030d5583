"""What the heads can say: the lists that training and reading share."""

from __future__ import annotations

NAMES = (
    "person", "organisation", "place", "nationality", "facility", "armed_group", "weapon", "law", "product", "other",
)  # fmt: skip
"""Kinds of names."""
PARTS = ("source", "content")
"""Parts of an attribution, asked for each cue."""
ROLES = ("perpetrator_person", "perpetrator_organisation", "target", "victim", "weapon")
"""Roles in an incident, as in MUC-4 (1992)."""
PASSAGES = ("other", "this_incident", "earlier_incident", "hypothetical")
"""What a sentence is about."""
HAPPENINGS = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
"""Types of incidents as MUC-4 has them; a sentence may tell of several or of none."""
KINDS = (
    "report", "claim_of_responsibility", "denial", "threat", "accusation", "confirmation", "contradiction", "demand",
    "condemnation",
)  # fmt: skip
"""Kinds of statements, told of an attribution as a whole, as are the two below."""
VOICES = (
    "person", "official", "organisation", "group", "outlet", "agency", "monitor", "witness", "document", "unknown",
)  # fmt: skip
"""Kinds of voices."""
POLARITY = ("said", "negated")
TOLD = {"kind": KINDS, "voice": VOICES, "polarity": POLARITY}
"""What is told of an attribution as a whole."""

STATUS = ("fact", "suspected", "suspected_by_authorities", "claimed", "possible")
"""How surely a body is said to have done it, in the words of the keys of MUC-4 (1992)."""
MANNERS = ("outermost", "all levels")
"""Code books of attributions: PolNeAR's, which marks the outermost and long contents, and that of GUM and the readings,
which mark all levels."""


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The tags of a BIO scheme (Ramshaw and Marcus 1995): outside first, then begin and inside of each kind."""
    return ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))


NAME_TAGS = bio(NAMES)
CUE_TAGS = bio(("cue",))
PART_TAGS = bio(PARTS)
ROLE_TAGS = bio(ROLES)
TIME_TAGS = bio(("time",))
