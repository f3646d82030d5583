"""English words for the checks on content: units of length, directions, words between a distance and its places."""

from __future__ import annotations

import re

METRES = {
    "kilometers": 1000.0, "kilometres": 1000.0, "kilometer": 1000.0, "kilometre": 1000.0, "km": 1000.0, "kms": 1000.0,
    "miles": 1609.344, "mile": 1609.344, "mi": 1609.344,
}  # fmt: skip
"""Unit as written in the text to metres."""

DIRECTIONS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
    "west": 270.0, "northwest": 315.0,
}  # fmt: skip
"""Direction without hyphen or space to degrees clockwise from north."""

DIRECTION_PATTERN = r"(?:(?:due|to\s+the)\s+)?(?P<direction>(?:north|south)[-\s]?(?:east|west)?|east|west)(?:ern)?\b"
"""A direction, as it stands between a distance and "of"."""

LINK_PATTERN = r"(?:of|from)\s+"
"""What stands between a distance or direction and the place it is counted from."""

APPOSITION_PATTERN = r"(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:capital|city|town|village|port)(?:\s+of)?,?\s+"
"""Words of kind before the name: "the Iraqi capital, Baghdad"."""

NOT_A_POINT = frozenset(
    {"border", "borders", "coast", "frontier", "shore", "suburb", "suburbs", "outskirts", "province", "region", "state",
     "district", "county", "river", "sea", "ocean", "island", "islands", "line", "front", "airport", "base"}
)  # fmt: skip
"""Words after the name of a reference place that make it no point."""

ON_THE_WAY = frozenset(
    {"drive", "drove", "driving", "walk", "walked", "march", "marched", "travel", "traveled", "travelled", "flew",
     "fly", "flight", "road", "highway", "railway", "route", "trip", "ride", "pipeline", "trek", "trekked", "long",
     "radius", "race", "ran", "sailed", "rail"}
)  # fmt: skip
"""Words that make a distance the length of a way instead of a straight line."""

OTHER_SUBJECT = re.compile(
    r"[;:—()\"“”]|\band\b|\b(?!located|situated|based)[a-z]{2,}ed\b|\b(?:was|were|is|are|had|has|went|came|said|where|when)\b"
    r"|\b(?:village|town|city|place|point|area|site|base|camp|island|house|home|farm|field)\b",
    re.IGNORECASE,
)
"""Words between a place and a distance that give the distance another subject than that place."""

APPOSED = re.compile(
    r"^,?\s*(?:an?|the)\s(?:[\w-]+\s){0,4}?(?:village|town|city|place|point|area|site|base|camp|island|port|capital|community)\b"
    r"(?:\s(?:village|town|city|capital|port)\b)*",
    re.IGNORECASE,
)
"""What the place itself is: "Badalona, a Catalonian city"."""

COPULA = re.compile(
    r"^\s*,?\s*(?:which\s+)?(?:is|lies|sits|was|stands)(?:\s+(?:located|situated|just|only|an?\s+(?:\w+\s+)?(?:city|town|village|community|port)))?"
    r"(?:\s+of\s+(?:about\s+|some\s+|just\s+)?[\d,]+(?:\s+people|\s+residents|\s+inhabitants)?)?"
    r"\s*(?:about|some|roughly|approximately|around|nearly|almost|just|only|over|more than|less than)?\s*$",
    re.IGNORECASE,
)
"""Between a place that the sentence is about and how far away it lies: "Fenwick is located about"."""

SENTENCE_OPENS = re.compile(
    r"^\W*(?:(?:the\s+)?(?:city|town|village|community|port|capital)(?:\s+of)?\s*,?\s+)?$", re.IGNORECASE
)
"""What may stand between the head of a sentence and the place it is about."""

DISJOINT = (
    frozenset({"man", "men"}), frozenset({"woman", "women"}),
    frozenset({"child", "children", "boy", "boys", "girl", "girls"}),
)  # fmt: skip
"""Groups of people whose counts cannot share a member (a child is not called a man or a woman)."""

INCLUDING = ("including", "among them", "among whom")

INCLUDED_PEOPLE = (
    "people", "men", "women", "children", "boys", "girls", "soldiers", "civilians", "policemen", "officers",
    "police officers", "students", "teenagers", "teens",
    "foreigners", "minors", "infants", "babies", "guards", "workers", "journalists",
)  # fmt: skip
"""Plurals of people that may be a part of those counted before."""

COUNTED_PEOPLE = (
    "persons",
    "others",
    "victims",
    "passengers",
    "villagers",
    "residents",
    "suspects",
    "hostages",
    "troops",
)
VAGUE_BEFORE = re.compile(
    r"\b(?:about|around|some|nearly|almost|up to|as many as|estimated|approximately|roughly|of|of the|in|every)\s+$",
    re.I,
)
LEAST_BEFORE = re.compile(r"\b(?:at least|more than|over|minimum of)\s+$", re.I)
"""Words before a number that make it a rough one, and the least there are."""

NO_GROUPS = re.compile(
    r"\b(?:of them|of whom|others?|more|who|which|that|after|before|when|year|years|aged|old|times?|per)\b", re.I
)
"""Words that show a list behind a colon not to be the groups that make up the total."""

ONE_PERSON = frozenset(
    {"man", "woman", "boy", "girl", "father", "mother", "son", "daughter", "brother", "sister", "teen", "child", "baby",
     "wife", "husband", "officer", "suspect", "gunman", "driver", "bomber", "shooter", "attacker", "soldier", "himself",
     "herself", "self", "among", "including", "from", "of"}
)  # fmt: skip
"""Words that show a headline to count only some of those harmed."""

ONE_BY_ONE = re.compile(
    r"\b(?:another|second|third|fourth|fifth|sixth|the other|others|both|one of the|two of the|additional|later died|"
    r"more victims|died later|also (?:died|killed|injured|wounded|hurt|shot)|has died|have died|survivors?)\b",
    re.IGNORECASE,
)
"""Words by which those harmed are told one after the other, so that no one number of the text is the toll."""

SEVERAL_TOLD = re.compile(
    r"\b(?:dozens|several|multiple|many|scores|hundreds|thousands|numerous|couple|few|some|others|weekend|separate|"
    r"shootings|attacks|past|since|total|year|month|week|series|spree|string|incidents)\b",
    re.I,
)
"""Words that make a headline count what several occasions, or others besides, add up to."""
UNCOUNTED = re.compile(r"\b(?:dozens|scores|hundreds of|thousands of|more victims)\b", re.I)
"""Words of the body by which more were harmed than its numbers tell."""

WHOLE_TOLL = re.compile(
    r"\b\w+\s+(?:people|persons|dead|killed|died|dies|deaths|fatalities|lives|injured|wounded|hurt|shot"
    r"|(?:are|were|was|have been|is) (?:killed|dead|injured|wounded|hurt|shot|feared))\b"
    r"|\b(?:kills?|killed|killing|injur\w+|wound\w+|dead|shoots?|shooting|toll\b.*)\s+"
    r"(?:at least\s+|more than\s+)?\w+$",
    re.IGNORECASE,
)
"""A number of dead or hurt that counts everybody: no noun of some of them stands behind it."""

BORN = (
    r"\bborn(?:\s+and\s+raised)?(?:\s+(?:in|on|at)\s+[^.;()\d]{0,40}?|\s*,?\s*)"
    r"(?:\d{1,2}\s*(?:st|nd|rd|th)?,?\s*(?:\w+\s+)?)?(?P<year>(?:18|19|20)\d\d)\b"
)
"""A birth with its year: "born in 1950", "born in Mosul on 3 May 1950"."""

LOCAL_TIME = r"(?:\s+local(?:\s+time)?)"
GMT = "GMT|UTC"
"""Words of a local time and of universal time."""

IN_PLACE = r"\b(?:in|at|through|into)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:city|town|village|capital)?\s*(?:of\s+)?"
"""Words between a crowd and the place it is in."""

NOT_THERE = re.compile(
    r"[.;:]|\b(?:from|near|outside|across|around|since|war|region|province|country|countries|cities|towns|like|as)\b",
    re.I,
)
"""Words between a number of people and a place that make it no number of people in that place."""

TOLL = "death toll|toll|number of dead|number of deaths|number of people killed|number of victims"
ROSE = "rises|rose|risen|climbed|climbs|increased|jumped|went up|has gone up"
CORRECTED = re.compile(
    r"\b(?:correct|revis|lower|reduc|downward|down from|earlier|initial|first|previous|mistake|wrong|error|preliminary|"
    r"original|confus|only|so far in|this year|since|other|another|separate|respectively)\w*",
    re.I,
)
"""Words that explain why a toll is lower than one given before, or that it is a toll of something else."""

FIXED_DAYS = frozenset({"today", "yesterday", "tonight", "tomorrow"})

RANGE_OPENS = re.compile(r"\b(?:from|between)\s+$", re.I)
RANGE_JOINS = re.compile(r"\s*(?:,?\s*(?:to|and|until|till|through)\s+)", re.I)
"""What stands before and within a stretch of time between two days."""

EFFECT = re.compile(
    r"\b(?:arrested|detained|charged|convicted|sentenced|indicted|buried|executed for|claimed responsibility|"
    r"pleaded guilty|was found guilty|died of (?:his|her|their) (?:wounds|injuries))\b",
    re.I,
)
"""What can only follow upon an incident."""

FOR_CAUSE = re.compile(
    r"\b(?:for|over|after|following|in connection with|in relation to|suffered in|received in|sustained in)\b.{0,60}"
    r"\b(?:attack|bombing|shooting|blast|explosion|killing|murder|slaying|assassination|massacre|kidnapping|robbery|"
    r"crash|ambush|raid|hijacking)s?\b",
    re.I | re.S,
)
"""The incident it follows upon, as it stands before that incident's day."""

PLANNED = re.compile(
    r"\b(?:plan|plot|planned|plotting|plotted|conspir\w+|attempt\w*|threat\w*|scheduled|trial)\b", re.I
)
"""Words that let an arrest come before the day of the incident."""

APPOSED_ENDS = re.compile(
    r"\s*(?:[,.;:()—–-]|$|\s(?:who|which|on|in|at|where|when|after|before|during|last|late|early|this|yesterday|today|by|for|with|when)\b)",
    re.I,
)
"""What follows a country that says where the place before it lies; after a verb it would be a subject of its own."""
