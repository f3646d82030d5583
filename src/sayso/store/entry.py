"""What is handed to the Writer and what the View hands out: frozen records, no database in sight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import Assertion, Capture, Reading


@dataclass(frozen=True, slots=True)
class Given:
    """What was given along with the bytes; a reading depends on it, so it is part of the capture's id.

    Attributes:
        url, title, outlet, language: "" when not given.
        published: ISO day, "" when not given.
    """

    url: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Where a report stands in day and country, for finding candidates; ``facts`` is opaque JSON of the linker."""

    day_from: date
    day_to: date
    country_code: str
    facts: str


@dataclass(frozen=True, slots=True)
class Link:
    """A decision about one report.

    Attributes:
        report: report id inside the reading ("i1").
        incident: ledger id of the incident.
        opens: True when this report opens the incident.
        decision: ``same`` or ``not_same``.
        score: 0 to 1; ``why``: reasons in words.
        made_by: linker and version, or the author.
    """

    report: str
    incident: str
    opens: bool
    decision: str
    score: float
    why: str
    made_by: str


@dataclass(frozen=True, slots=True)
class CopyLink:
    """``document`` is a ``kind`` (verbatim, edited or translated) copy of ``original`` by ``similarity`` (0 to 1)."""

    document: str
    original: str
    kind: str
    similarity: float
    since: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One read document with everything that is written with it in one go.

    Attributes:
        capture, given, constructed: what came in.
        reading: what was read.
        since: from when the reading counts in ``as_of``.
        places: report id to its place.
        links: one decision per report.
        copies: copy links from or to this document.
        bands: near-copy index keys, signed 64-bit.
        merges: (incident, incident, why) that this document shows to be one.
    """

    capture: Capture
    given: Given
    constructed: bool
    reading: Reading
    since: datetime
    places: dict[str, ReportPlace]
    links: tuple[Link, ...]
    copies: tuple[CopyLink, ...]
    bands: tuple[int, ...]
    merges: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HeldReading:
    """One reading as of a time, with what lists need of its document and capture.

    Attributes:
        digest: SHA-256 of the captured bytes.
        headline_end: how many characters of the text are the headline, 0 without one.
        superseded_at: ``known_from`` of the next capture of the same address known at the time, None without one.
    """

    id: str
    document: str
    capture: str
    address: str
    known_from: datetime
    since: datetime
    reader: str
    title: str
    outlet: str
    url: str
    published: date | None
    language: str
    cleaner: str
    constructed: bool
    digest: str
    headline_end: int
    superseded_at: datetime | None

    @property
    def superseded(self) -> bool:
        """True when a newer capture of the same address is known at the time."""
        return self.superseded_at is not None


@dataclass(frozen=True, slots=True)
class HeldReport:
    """One report as of a time with the incident it is linked to.

    Attributes:
        id: row id; ``key`` is "<document id>/i1".
        facts: opaque JSON of the linker.
        why: why it was linked, in words.
    """

    id: str
    key: str
    number: int
    type: str
    family: str
    status: str
    facts: str
    reading: HeldReading
    incident: str
    why: str

    @property
    def name(self) -> str:
        """Id inside the reading ("i1")."""
        return self.key.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class HeldAssertion:
    """One assertion as of a time; ``report`` is the row id of its report."""

    ledger_id: str
    report: str
    assertion: Assertion


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Input that could not be read."""

    address: str
    digest: str
    reason: str
    message: str
    at: datetime
