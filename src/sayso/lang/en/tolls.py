"""English words that tell one person from another in tolls; data only."""

# ruff: noqa: E501

import re

FEMALE = re.compile(
    r"\b(?:woman|girl|female|mother|mom|wife|daughter|sister|girlfriend|grandmother|granddaughter|aunt|niece|she|her(?= |$)|fiancee|ex-wife|ex-girlfriend|grandma|mrs|ms|herself)\b"
)
MALE = re.compile(
    r"\b(?:man|boy|male|father|dad|husband|son|brother|boyfriend|grandfather|grandson|uncle|nephew|he|him|fiance|ex-husband|ex-boyfriend|mr|himself)\b"
)
VICTIM = re.compile(
    r"\b(?:wife|girlfriend|daughters?|sons?|mother|father|sister|brother|husband|boyfriend|child|children|baby|grandmother|grandfather|aunt|uncle|niece|nephew|officers?|deputy|deputies|trooper|ex-wife|ex-girlfriend|victim|toddler|bystander|clerk|agent)\b"
)
ATTACKER = re.compile(r"\b(?:suspect|gunman|shooter|attacker|assailant|robber|intruder|himself|herself|perpetrator)\b")
MEN = re.compile(r"\b(?:men|boys|brothers|sons|fathers|husbands|males)\b")
WOMEN = re.compile(r"\b(?:women|girls|sisters|daughters|mothers|wives|females)\b")
# "one dead", "1 killed", "one person": a count, not a description.
COUNTED_ONE = re.compile(
    r"^(?:one|1|only one|another|a second|a third|a fourth|a fifth|the other)\b(?! of)|\b(?:one|1)\s+(?:dead|killed|person|people|man|woman|other|more)\b|\bno\b",
    re.I,
)
OTHERS = re.compile(r"\b(?:others?|another|more)\b", re.I)
# Told beside the dead, not of them.
BESIDE = re.compile(r"\balso\b", re.I)
# Counts of some of those hurt.
PART = re.compile(r"\b(?:condition|hospital|hospitals|of the|of them|two of|one of|some of)\b", re.I)
NAMED_RULE = re.compile(r":(?:name|[a-z]+-name)(?:-shot)?$")
TITLES = frozenset("mr mrs ms dr officer deputy sgt sergeant lt trooper cpl rev the a an his her".split())
