"""English words that decide what kind of statement an utterance is."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERB_KINDS: dict[str, str] = {
    verb: kind
    for kind, verbs in {
        "denial": "deny dismiss reject rebut",
        "accusation": "accuse blame allege suspect charge attribute ascribe indict implicate complain assail",
        "demand": """demand urge order request call ask instruct encourage exhort implore appeal recommend advise petition beg
            invite propose press plead authorize authorise require""",
        "condemnation": """condemn denounce criticize criticise praise mourn regret lament decry deplore commend blast slam
            salute applaud rebuke berate protest honor honour welcome""",
        "contradiction": "refute contradict dispute disagree question challenge",
        "threat": "threaten vow",
        "confirmation": "confirm",
    }.items()
    for verb in verbs.split()
}
DEMAND_WHEN_INFINITIVE = _set("tell ask call want warn remind expect direct like require request")
NOUN_KINDS: dict[str, str] = {
    noun: kind
    for kind, nouns in {
        "denial": "denial denials",
        "accusation": "accusation accusations allegation allegations complaint complaints charge charges suspicion suspicions "
        "attribution attributions blame",
        "demand": "demand demands call calls request requests appeal appeals order orders plea pleas recommendation "
        "recommendations petition ultimatum instruction instructions",
        "condemnation": "condemnation condemnations condolence condolences sympathy sympathies outrage criticism regret regrets "
        "solidarity repudiation tribute tributes grief sorrow horror indignation praise",
        "threat": "threat threats",
        "confirmation": "confirmation",
        "contradiction": "contradiction rebuttal",
    }.items()
    for noun in nouns.split()
}
OBLIGATION = r"\b(?:should(?! be able| have been)|must(?! have)|ought to|need(?:s|ed)? to|ha(?:s|ve) to|(?:is|are) to be|let us|want(?:s|ed)? (?:\w+ ){1,4}to|would pressure|would like (?:\w+ ){1,4}to|we ask|we demand|we call|we urge|we want|i urge|i call on|please)\b"
CONDEMNING = (
    r"\b(?:condolences?|sympath(?:y|ies)|traged(?:y|ies)|tragic|appalling|barbari[ct]\w*|cowardly|mourn\w*|heinous|atroci\w+|"
    r"condemn\w*|deplor\w+|our hearts|my heart|pray(?:ers?|s|ing)?|thoughts (?:are|and|go)|despicable|vile|horrif\w+|heartbr\w+|"
    r"abhorrent|senseless|shocked|saddened|sadness|sorrow|deeply regret\w*|repudiat\w+|in (?:their|his|her) hono(?:u)?r|day of mourning|"
    r"grie(?:f|ving|ve)|monstrous|vicious|loved ones|find the words|lost for words|rest in peace|repose|cannot be justified|unacceptable|"
    r"outrageous|brutal (?:attack|murder|crime|act))\b"
)
FALSE_WORDS = r"\b(?:false|untrue|not true|incorrect|inaccurate|wrong|lies|lied|fabricat\w+|baseless|unfounded|fake|misleading|no truth|contradict\w*|not the case)\b"
DENYING = (
    r"^(?:that )?(?:(?:it|he|she|they|we|i|the group|(?:the|its|his|her|their|our) \w+(?: \w+)?) (?:\w+ )?"
    r"(?:was|were|had|has|have|did|do|does|is|are|am|would|could)(?: not|n't|n’t| never| no | nothing)|there (?:was|were|is|are|had been|has been) no\b|"
    r"no \w+|not guilty|neither)"
    r"|\b(?:had nothing to do with|not (?:been )?(?:involved|responsible)|no (?:involvement|responsibility|role|knowledge|part)|innocent)\b"
)
FIRST_DENIAL = r"\b(?:had nothing to do with|(?:not|n't|n’t) (?:been )?(?:involved|responsible|behind)|no (?:involvement|role|knowledge|part) (?:in|of)|not guilty|innocent|ha(?:d|ve|s) (?:not|never|no)\b)"
TOLL = (
    r"\b(?:killed|dead|died|deaths?|fatalit\w+|injured|injuries|wounded|casualt\w+|arrest(?:ed|s)?|detained|in custody|charged|"
    r"identified|apprehended|captured|hospitali[sz]ed|seized|death toll|bodies|surrendered|opened fire|explo(?:ded|sions?))\b"
)
HARM_VERBS = (
    r"(?:(?:have|has|had|were|was|are|is|been) (?:\w+ )?)?(?:kill|murder|kidnapp|abduct|assassinat|attack|bomb|shell|ambush|massacr|tortur|execut|"
    r"burn|dynamit|destroy|sabotag|raid|plant|detonat|launch|straf|machinegunn|fir|perpetrat|plott|mastermind|order|behead|stabb|"
    r"rap|terroriz|interfer|protect|arm|robb|violat|repress|unleash|dropp|increas\w+ their|carry|us|target|threaten|fund|financ|support|"
    r"forc|spark|instigat|provok|open)(?:ed|ing)\b"
    r"|\b(?:blew up|blown up|shot|stole|struck|set fire|set off|beat|took hostage|are behind|were behind|is behind|was behind|responsible for|"
    r"guilty of|to blame|fighters and|transports? weapons|protect drug|linked to)\b"
)
HARM_NOUNS = (
    r"(?:murders?|murdered|kill(?:ed|ings?)|kidnapp(?:ed|ings?)|abduct(?:ed|ions?)|assassinat(?:ed|ions?)|attack(?:ed|s)?|bombed|bombings?|shelled|ambushed|"
    r"massacred?|tortured?|executed|burned|destroyed|sabotaged?|raided|planted|carried out|perpetrated|plotted|organi[sz]ed|committed|blown up|set|"
    r"launched|backed|ordered|conducted|instigated|caused|dynamited|dropped|fired|evict\w*|brainwash\w*)"
)
ARMED_ACTORS = (
    r"(?:guerrillas?|rebels?|terrorists?|militants?|extremists?|insurgents?|subversives?|paramilitar\w+|death squads?|militias?|separatists?|"
    r"gangs?|cartels?|drug (?:lords?|traffickers?|mafia)|traffickers?|commandos?|fighters?|jihadis?\w*|islamists?|bandits?|criminals?|pirates?|"
    r"liberation front|movement|leftists?|far right\w*|right-?wing\w*|taliban|islamic state|rebel|terrorist|mercenar\w+|organi[sz]ed crime|arson|sabotage)"
)
STATE_ACTORS = (
    r"(?:soldiers?|troops?|army|military|police|government|forces?|regime|air force|battalion|brigade|agents|pilots|officers?|authorities|navy|"
    r"security service|secret service|state|intelligence|airline)"
)
GRAVE_WORDS = (
    r"\b(?:is a terrorist|terrorist act|act of terror\w*|sabotage|arson|as a weapon|deliberate\w*|wrongfully|human rights violations?|"
    r"illegal(?:ly)?|corrupt\w*|brainwash\w*|reprisals?|war crimes?|genocide|atrocities|covering up|cover-up|paramilitary groups?|"
    r"gang rape\w*|been raped|being raped|was raped|forced to|backed by|(?:is|are|was|were) (?:guilty|responsible|to blame|behind)|plans to murder)\b"
)
FUTURE_HARM = (
    r"\b(?:will|would|shall|going to|'ll|’ll|to)\b[^.;]{0,60}\b(?:attack|kill|strike|bomb|blow|destroy|execut|retaliat|aveng|reveng|"
    r"murder|shoot|carry out|burn|punish|fight|die|pay|respond|suffer|continue (?:the|our|its|their)|step up|intensif|escalat|"
    r"hit|target|wage|launch)\w*"
)
CLAIM_WORDS = (
    r"\b(?:(?:it|we|they|he|she|i|its|our|their) (?:\w+ ){0,3}(?:carried out|staged|planted|detonated|killed|attacked|bombed|perpetrated|"
    r"(?:was|were|is|are|am) (?:behind|responsible)|executed|shot down|ambushed|kidnapped|abducted|struck|blew up|hit)|"
    r"claim\w* (?:responsibility|credit)|responsib\w+ for the|pleads? guilty|pleaded guilty|guilty to|in (?:retaliation|response|revenge|reprisal) (?:for|to)|a response to|to avenge)\b"
)
ARMED_VOICES = (
    r"\b(?:guerrillas?|rebels?|terrorists?|militants?|extremists?|insurgents?|front|brigades?|commandos?|separatists?|jihad\w*|"
    r"liberation|army of|group|movement|islamic state|fighters?|gunm[ae]n|cartel|gang|extraditables?|kidnappers|hijackers|taliban|"
    r"mujahid\w*|caliphate|khilafah)\b"
)
RESPONSIBILITY = _set("responsibility credit")
VIOLENCE = r"\b(?:violence|attacks?|bloodshed|war|strikes?|bombings?|consequences|retaliation|revenge|reprisals?|executions?|death)\b"
"""What a group warns of when its warning is a threat."""
