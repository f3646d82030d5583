"""English words that stand directly before a person's name."""

from __future__ import annotations

from sayso.lang.words import phrases, words

HONORIFICS = words(
    """
    mr mrs ms miss mx sir dame lord lady dr prof professor doctor rev reverend fr father sister brother msgr monsignor
    sheikh shaikh sheik mullah maulana imam ayatollah hojatoleslam rabbi pastor bishop archbishop cardinal pope saint
    hajji haji don dona shri smt pandit justice master madam mme monsieur sri datuk tun engr atty attorney
    """
)
"""A title of courtesy, learning or faith: what follows is a person."""

RANKS = words(
    """
    gen general maj major col colonel lt lieutenant capt captain sgt sergeant cpl corporal pvt private adm admiral
    cmdr commander brig brigadier commodore marshal ensign constable inspector superintendent supt det detective
    officer trooper sheriff deputy marshal commissioner warden cadet specialist airman seaman patrolman comandante
    """
)
"""A rank of an army, police or guard: what follows is a person and, unless a group is named, an official."""

OFFICES = words(
    """
    president premier chancellor king queen prince princess emperor sultan emir minister governor gov mayor senator
    sen congressman congresswoman rep representative deputy ambassador amb consul envoy judge prosecutor secretary
    speaker chairman chairwoman chairperson chief director commissioner councillor councilman councilwoman councilor
    alderman attorney solicitor ombudsman prefect magistrate lawmaker legislator mp mep assemblyman assemblywoman
    assemblymember vice-president vice
    """
)
"""An office whose holder is named right after it ("President X", "Interior Minister X")."""

LONG_TITLES = phrases(
    """
    prime minister, vice president, deputy prime minister, attorney general, secretary general, secretary-general,
    foreign minister, interior minister, defense minister, defence minister, health minister, chief minister, press
    secretary, police chief, fire chief, chief of staff, chief of police, lieutenant general, major general, brigadier
    general, lieutenant colonel, lieutenant commander, rear admiral, vice admiral, crown prince, grand ayatollah,
    chief justice, district attorney, state attorney, county attorney, chief executive, supreme leader,
    president-elect
    """
)
"""Titles of more than one word."""

SUFFIXES = words("jr sr ii iii iv phd md esq obe mbe")
"""What may follow a name and still belongs to it."""

BESIDE_OFFICE = words("vice deputy prime acting first foreign press chief attorney")
"""Words before an office that are part of it."""
