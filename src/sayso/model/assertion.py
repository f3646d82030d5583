"""One field-value pair as said; the atom of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.actor import Perpetrator
from sayso.model.figure import Figure
from sayso.model.place import Place
from sayso.model.span import Span
from sayso.model.when import When

Datum = str | Place | When | Figure | Perpetrator
"""The normalised value of an assertion; plain words for weapon, target, mode and the like."""

Field = Literal[
    "type", "happened", "place", "killed", "injured", "missing", "detained", "displaced", "hostages",
    "attackers", "devices", "perpetrator", "weapon", "target", "mode", "motive", "person",
]  # fmt: skip
Polarity = Literal["asserted", "negated", "questioned"]
Certainty = Literal["stated", "reported", "suspected", "speculated"]


@dataclass(frozen=True, slots=True)
class Assertion:
    """One value of one field, with the words it stands on.

    Attributes:
        field: which field of the incident.
        value: the normalised value.
        text: the original words; always ``span.of(document.text)``.
        span: where they stand.
        statement: id of the statement it stands in, None when the narrator says it.
        qualifier: ``exact``, ``at_least``, ``at_most``, ``about``, ``range``, ``vague`` or "".
        polarity: ``negated`` when it is said not to be so (a denial), ``questioned`` when asked.
        certainty: how sure the words are.
        made_by: rule or model that made it.
        score: 0 to 1.
    """

    field: Field
    value: Datum
    text: str
    span: Span
    statement: str | None = None
    qualifier: str = ""
    polarity: Polarity = "asserted"
    certainty: Certainty = "stated"
    made_by: str = ""
    score: float = 1.0
