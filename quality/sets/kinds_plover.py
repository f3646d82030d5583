"""kinds-plover: what kind of act a sentence reports; an honest baseline by the leading verb, then by Sayso's incident type."""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.app.read import read
from sayso.model import Unreadable

# Verbs and phrases of each kind; where several fit, the one that stands first in the sentence, then the first in this table.
_CUES = (
    ("REJECT", r"reject\w*|refus\w+|ruled out|den(?:y|ied|ies) (?:access|entry|permission)|will not accept|turned down|declin\w+ to|vetoed|veto|rebuff\w+|not (?:accept|agree|allow|meet|negotiate|sign)|dismiss\w+ (?:calls|demands|a)|defied|boycott\w*"),
    ("THREATEN", r"threat\w*|warn(?:s|ed|ing)?|vow(?:s|ed)? to|ultimatum|will (?:retaliate|withdraw|attack|strike|boycott|respond with)|would (?:boycott|retaliate|strike)"),
    ("DEMAND", r"demand\w*|urg(?:ed|es|ing)|call(?:ed|s|ing)? (?:on|for|upon)|appeal\w*|ask(?:ed|s) (?:for|the|to)|request\w*|insist\w*|press(?:ed|es|ing) (?:for|the)|must|order(?:ed|s) (?:former|the|that)|want(?:s|ed)"),
    ("DISAPPROVE", r"accus\w+|blam\w+|condemn\w*|critici[sz]\w+|denounc\w+|complain\w*|protested to|deplor\w+|attacked the policy|sued|lawsuit|alleg\w+ that"),
    ("PROTEST", r"protest\w*|demonstrat\w+|rall(?:y|ies|ied)|hunger strikes?|march(?:ed|es|ing)|strike by|went on strike|riot\w*|general strike|sit-in|blockad\w+ roads?|petition"),
    ("AGREE", r"agree(?:d|s|ment)?|accept(?:ed|s)?|promis\w+|pledg\w+|offer(?:ed|s)?|will (?:support|give|help|send|resume|provide|allow|hold|lend|meet|host|join)|ready to|willing|said it would (?:help|support)|intends? to"),
    ("CONSULT", r"met|meet(?:s|ing|ings)?|visit\w*|talks|hosted|mediat\w+|negotiat\w+|discuss\w*|summit|telephoned|arriv\w+"),
    ("SUPPORT", r"sign(?:ed|s)|prais\w+|welcom\w+|recogni[sz]\w+|upgrad\w+|apologi[sz]\w+|defend(?:ed|s)|endors\w+|ratif\w+|establish\w+ (?:diplomatic )?(?:ties|relations)|support(?:ed|s)?|congratulat\w+|back(?:ed|s)"),
    ("AID", r"donat\w+|deliver\w*|aid|granted? asylum|humanitarian|medicine|sent (?:food|aid|doctors)|evacuated the wounded|loan|gave"),
    ("SANCTION", r"sanctions?|expel\w*|suspend\w*|embargo|broke off|sever\w*|recall\w+ its ambassador|halted|cut off|withdr[ae]w its ambassador|impeach\w*"),
    ("CONCEDE", r"lift(?:ed|s)|eas(?:ed|es|ing)|conced\w+|releas\w+|cancel\w+|call(?:ed|s)? off|freed|relax\w+|legali[sz]\w+|pardon\w*|amnesty"),
    ("RETREAT", r"withdr[ae]w\w*|ceasefire|cease-fire|truce|demobili[sz]\w+|resign\w*|pull(?:ed|ing)? out|disarm\w*|surrender\w*|retreat\w*|returned? (?:the )?(?:bodies|property)"),
    ("MOBILIZE", r"mobili[sz]\w+|alert|deploy\w*|exercises?|manoeuvres|maneuvers|reservists|patrols|prepar(?:ed|ing) to"),
    ("INVESTIGATE", r"investigat\w+|inspect\w+|probe|inquiry|inquest"),
    ("COOPERATE", r"extradit\w+|shar(?:ed|es|ing)|cooperat\w+|exchang\w+|joint"),
    ("COERCE", r"arrest\w*|ban(?:s|ned)|outlaw\w*|detain\w*|curfew|state of (?:siege|emergency)|seiz\w+|confiscat\w+|censor\w*|clos(?:ed|es) down|jail\w*|raid\w*|deport\w*|prevented|blew up|set fire|destroy\w*|hack\w*|convict\w*|sentenc\w+"),
    ("ASSAULT", r"beat(?:en)?|tortur\w+|kidnapp?\w+|abduct\w+|suicide|bomb(?:ing|ed|s)?|assassinat\w+|wounded|murder\w*|rap(?:ed|e)|stabb\w+|attacked by|hostages?|massacr\w+|car bomb"),
    ("FIGHT", r"fight\w*|clash\w*|shell(?:ed|ing)|opened fire|fired|invasion|invad\w+|troops|battles?|retaken|air (?:raid|strike)s?|offensive|tanks|ambush\w*|shot|killed|minefield|occup(?:y|ied)"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(rf"\b(?:{words})\b", re.I)) for name, words in _CUES)
_INCIDENTS = {"attack": "ASSAULT", "strike": "FIGHT", "clash": "FIGHT", "unrest": "PROTEST", "state_action": "COERCE"}


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One label a sentence."""
    for doc in docs:
        yield {"id": doc["id"], "label": label(doc["text"])}


def label(text: str) -> str:
    """The label of one sentence."""
    found = [(m.start(), order, name) for order, (name, p) in enumerate(_PATTERNS) if (m := p.search(text))]
    if found:
        return min(found)[2]
    try:
        family = next((r.family for r in read(text)), "")
    except Unreadable:
        family = ""
    return _INCIDENTS.get(family, "AGREE")
