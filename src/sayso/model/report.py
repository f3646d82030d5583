"""One Document's account of one Incident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.assertion import Assertion

ReportStatus = Literal["happened", "attempted", "foiled", "threatened", "background"]
PerpetratorStatus = Literal["unknown", "suspected", "claimed", "accused", "charged", "convicted", "denied", "stated"]


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says about one incident.

    Attributes:
        id: "i1", "i2" ... inside one Reading, the main incident first.
        type: incident type of the taxonomy ("bombing"); ``family`` is its family ("attack").
        status: see ``ReportStatus``; ``background`` is an earlier incident retold as context.
        assertions: every value said, in order of the text; at least one (quote or refuse).
        score: 0 to 1.
        made_by: rule or model that made it.
    """

    id: str
    type: str
    family: str
    status: ReportStatus
    assertions: tuple[Assertion, ...]
    score: float = 1.0
    made_by: str = ""
