"""Words for telling whether two unnamed voices in reports of one incident are the same body."""

from __future__ import annotations

from sayso.lang.en.roles import SPEAKERS
from sayso.lang.words import words

BODIES = words(
    """
    police army military navy government ministry prosecutor office department service court union company operator
    authority embassy parliament council municipality administration agency committee commission airline hospital
    brigade directorate bureau university party church federation association operator owner mayor governor president
    minister prosecutor-general coroner sheriff observatory commissioner superintendent ombudsman prefect ambassador
    consul bishop archbishop headmaster warden attorney-general chancellor premier king emir trust charity
    institute corps
    """
)
"""Heads of phrases that name one body or one office at the scene of an incident: two reports that cite "the health
ministry" or "the mayor" cite the same; two that cite "residents" or "officials" need not."""
OFFICES = words(
    "owner mayor governor president minister prosecutor-general coroner sheriff commissioner superintendent ombudsman "
    "prefect ambassador consul bishop archbishop headmaster warden attorney-general chancellor premier king emir"
)
"""Those of them that are one person: who holds such an office speaks for nobody else, and there may be two."""
OFFICE_OF = {"minister": "ministry", "prosecutor-general": "prosecutor"}
"""Who holds an office to the office: the transport minister speaks for the transport ministry."""
VOICES_OF_A_BODY = SPEAKERS
"""Heads that speak for the body named before them: "police spokesman" leads to the police."""
EMPTY = words("the a an of for local regional provincial state national city district office deputy 's")
"""Words that do not tell two bodies of one kind apart within one incident."""
UNTRACED = words("report reports source sources media rumour rumours rumor rumors newspaper newspapers unknown press")
"""Last words of voices that hide who spoke: nobody can tell whether two of them are one."""
