"""Reports to Incidents: candidates, copies, origins. Pure: what is known already is handed in."""

from sayso.link.copies import Copy, bands, compare
from sayso.link.decide import LINKER, Decision, decide
from sayso.link.facts import Facts, facts_of, terms_of
from sayso.link.graph import origin_graph
from sayso.link.incident_id import incident_id
from sayso.link.origins import Origins, find_origins
from sayso.link.trace import CopyOf, Traced

__all__ = [
    "LINKER", "Copy", "CopyOf", "Decision", "Facts", "Origins", "Traced", "bands", "compare", "decide", "facts_of",
    "find_origins", "incident_id", "origin_graph", "terms_of",
]  # fmt: skip
