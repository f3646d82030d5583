"""Reports judged to be about the same happening, and the origins behind them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The far end of one or more attributions; reports that share it are not independent.

    Attributes:
        id: stable inside one incident, e.g. "o1".
        name: the voice at the far end, or the outlet when a report cites nobody.
        kind: voice kind.
        reports: report keys ("<document id>/i1") that lead to it.
        joined_by: evidence for each join, e.g. "verbatim copy of ...", "same voice: SITE".
    """

    id: str
    name: str
    kind: str
    reports: tuple[str, ...]
    joined_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """A group of Reports judged to be one happening.

    Attributes:
        id: stable, human, short, e.g. "KAZ-3F2A9C": ISO3 of the country (or "XXX") and the start of a content hash.
        type, family, status: as most reports say.
        reports: report keys, oldest ``known_from`` first.
        origins: independent origins behind them.
        title: one line for lists, made from values ("Bombing in Atyrau, Kazakhstan").
    """

    id: str
    type: str
    family: str
    status: str
    reports: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    title: str = ""
