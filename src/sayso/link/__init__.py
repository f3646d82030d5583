"""Reports to Incidents: candidates, copies, origins. Pure: what is known already is handed in."""

from sayso.link.copies import Copy, bands, compare
from sayso.link.decide import LINKER, Decision, decide
from sayso.link.facts import Facts, facts_of, terms_of
from sayso.link.first import Signed, choose_originals, credits_of, original_of
from sayso.link.graph import origin_graph
from sayso.link.incident_id import incident_id
from sayso.link.origins import Origins, find_origins
from sayso.link.trace import CopyOf, Traced

__all__ = [
    "LINKER",
    "Copy",
    "CopyOf",
    "Decision",
    "Facts",
    "Origins",
    "Signed",
    "Traced",
    "bands",
    "choose_originals",
    "compare",
    "credits_of",
    "decide",
    "facts_of",
    "find_origins",
    "incident_id",
    "origin_graph",
    "original_of",
    "terms_of",
]  # fmt: skip
