"""Reports to Incidents: candidates, copies, origins. Pure: what is known already is handed in."""

from sayso.link.clues import clues_of
from sayso.link.cluster import cluster
from sayso.link.copies import Copy, bands, compare
from sayso.link.decide import LINKER, Decision, Merge, chance, decide
from sayso.link.facts import Facts, facts_of, facts_of_document, facts_of_reading
from sayso.link.first import Signed, choose_originals, credits_of, original_of
from sayso.link.graph import origin_graph
from sayso.link.incident_id import incident_id
from sayso.link.origins import Origins, find_origins
from sayso.link.pair import Known, known, rare_keys
from sayso.link.trace import CopyOf, Traced

__all__ = [
    "LINKER",
    "Copy",
    "CopyOf",
    "Decision",
    "Facts",
    "Known",
    "Merge",
    "Origins",
    "Signed",
    "Traced",
    "bands",
    "chance",
    "choose_originals",
    "clues_of",
    "cluster",
    "compare",
    "credits_of",
    "decide",
    "facts_of",
    "facts_of_document",
    "facts_of_reading",
    "find_origins",
    "incident_id",
    "known",
    "origin_graph",
    "original_of",
    "rare_keys",
]  # fmt: skip
