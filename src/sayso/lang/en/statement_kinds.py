"""English words that decide what kind of statement an utterance is."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERB_KINDS: dict[str, str] = {
    verb: kind
    for kind, verbs in {
        "denial": "deny dismiss reject rebut",
        "accusation": "accuse blame allege suspect charge attribute ascribe indict implicate complain assail",
        "demand": """
            demand urge order request call ask instruct encourage exhort implore appeal recommend advise
            petition beg invite propose press plead authorize authorise require
        """,
        "condemnation": """
            condemn attack denounce criticize criticise praise mourn regret lament decry deplore commend blast slam
            salute applaud rebuke berate protest honor honour welcome
        """,
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
        "accusation": """
            accusation accusations allegation allegations complaint complaints charge charges suspicion
            suspicions attribution attributions blame
        """,
        "demand": """
            demand demands call calls request requests appeal appeals order orders plea pleas recommendation
            recommendations petition ultimatum instruction instructions
        """,
        "condemnation": """
            condemnation condemnations condolence condolences sympathy sympathies outrage criticism regret
            regrets solidarity repudiation tribute tributes grief sorrow horror indignation praise
        """,
        "threat": "threat threats",
        "confirmation": "confirmation",
        "contradiction": "contradiction rebuttal",
    }.items()
    for noun in nouns.split()
}
OBLIGATION = (
    r"\b(?:should(?! be able| have been)|must(?! have)|ought to|need(?:s|ed)? to(?! be)|ha(?:s|ve) to|(?:is|"
    r"are) to be|"
    r"let us|want(?:s|ed)? (?:\w+ ){1,4}to|would pressure|would like (?:\w+ ){1,4}to|we ask|we demand|we call|"
    r"we urge|we want|i urge|i call on|please)\b"
)
CONDEMNING = (
    r"\b(?:condolences?|sympath(?:y|ies)|traged(?:y|ies)|tragic|appalling|barbari[ct]\w*|cowardly|mourn\w*|"
    r"heinous|atroci\w+|condemn\w*|deplor\w+|our hearts|my heart|pray(?:ers?|s|ing)?|thoughts (?:are|and|go)|"
    r"despicable|vile|horrif\w+|heartbr\w+|abhorrent|senseless|shocked|saddened|sadness|sorrow|deeply regret\w*|"
    r"repudiat\w+|in (?:their|his|her) hono(?:u)?r|day of mourning|grie(?:f|ving|ve)|monstrous|vicious|"
    r"find the words|lost for words|rest in peace|repose|cannot be justified|unacceptable|outrageous|"
    r"brutal (?:attack|murder|crime|act))\b"
)
FALSE_WORDS = (
    r"\b(?:(?:(?:is|are|was|were|be|been|it|them|this|that|as|claims?|reports?|accounts?) |n['’]t )"
    r"(?:(?:completely|totally|simply|entirely|just|all|a|plain|utterly|categorically) )*"
    r"(?:false|untrue|not true|incorrect|inaccurate|wrong|lies?|fake|baseless|unfounded|misleading)|lied|lies|untrue|"
    r"not true|fabricat\w+|baseless|unfounded|no truth|contradict\w*|not the case|nonsense|absurd|"
    r"liars?|fairy ?tales?|"
    r"a lie|invented|made up|a fiction|laughable|ridiculous|ludicrous|preposterous)\b"
)
"""What says of another's words that they are not so."""
NO_HARM = (
    r"^(?:that )?(?:no ?one|nobody|no (?:person|people|passengers?|casualties|injuries|crew|civilians?|deaths?|"
    r"fatalities))\b"
    r"[^.;]{0,40}\b(?:killed|hurt|injured|harmed|wounded|dead|died|reported|inside)\b"
)
"""An authority that says nobody was hurt gives a toll."""
PLAIN_DENIAL = (
    r"^(?:that )?(?:there (?:was|were|is|are|had been) (?:no|never|not)\b|no such\b|at no time\b|none of\b|"
    r"not (?:one|a|an)\b|"
    r"no (?!one\b|evidence|proof|information|details|comment|arrests?|motive|suspects?|group|"
    r"decision)\w+ (?:\w+ ){0,4}(?:was|were|is|are|had|has|took)\b)"
)
REBUTTING = _set("insist maintain reply answer counter retort stress protest object argue")
"""Verbs that answer others: a negated sentence after them denies."""
FIRST_DENIAL = (
    r"\b(?:had nothing to do with|(?:not|n't|n’t) (?:been )?(?:involved|responsible|behind)|no (?:involvement|"
    r"role|knowledge|part) (?:in|of)|not guilty|innocent|ha(?:d|ve|s) (?:not|never|no)\b)"
)
TOLL = (
    r"\b(?:killed|dead|died|deaths?|fatalit\w+|injured|injuries|wounded|casualt\w+|arrest(?:ed|s)?|detained|"
    r"in custody|charged|identified|apprehended|captured|hospitali[sz]ed|seized|death toll|bodies|surrendered|"
    r"opened fire|explo(?:ded|sions?))\b"
)
HARM_STEMS = (
    r"(?:kill|murder|kidnapp|abduct|assassinat|attack|bomb|shell|ambush|massacr|tortur|execut|burn|dynamit|destroy|"
    r"sabotag|raid|plant|detonat|launch|straf|machinegunn|fir|perpetrat|plott|mastermind|order|behead|stabb|rap|"
    r"terroriz|interfer|protect|arm|robb|violat|repress|unleash|dropp|increas\w+ their|carry|us|target|threaten|fund|"
    r"financ|support|forc|spark|instigat|provok|open)"
)
HARM_VERBS = (
    rf"(?:(?<!the )(?<!an )(?<!\ba )(?<!this )(?<!s ){HARM_STEMS}ing\b|"
    rf"(?<!were )(?<!was )(?<!been )(?<!are )(?<!is )(?<!be ){HARM_STEMS}ed\b|"
    r"\b(?:blew up|shot|stole|struck|set fire|set off|beat|took hostage|are behind|were behind|is behind|was behind|"
    r"responsible for|guilty of|to blame|fighters and|transports? weapons|protect drug|linked to)\b)"
)
"""What the one named before does; a passive ("were killed") is what was done to them."""
HARM_NOUNS = (
    r"(?:murders?|murdered|kill(?:ed|ings?)|kidnapp(?:ed|ings?)|abduct(?:ed|ions?)|assassinat(?:ed|ions?)|"
    r"attack(?:ed|s)?|bombed|bombings?|shelled|ambushed|massacred?|tortured?|executed|burned|destroyed|sabotaged?|"
    r"raided|planted|carried out|perpetrated|plotted|organi[sz]ed|committed|blown up|set|launched|backed|ordered|"
    r"conducted|instigated|caused|dynamited|dropped|fired|evict\w*|brainwash\w*)"
)
ARMED_ACTORS = (
    r"(?:guerrillas?|rebels?|terrorists?|militants?|extremists?|insurgents?|subversives?|paramilitar\w+|"
    r"death squads?|militias?|separatists?|gangs?|cartels?|drug (?:lords?|traffickers?|mafia)|traffickers?|"
    r"commandos?|fighters?|jihadis?\w*|islamists?|bandits?|criminals?|pirates?|liberation front|movement|"
    r"leftists?|far right\w*|right-?wing\w*|taliban|islamic state|rebel|terrorist|mercenar\w+|organi[sz]ed crime|"
    r"arson|sabotage)"
)
STATE_ACTORS = (
    r"(?:soldiers?|troops?|army|military|police|government|forces?|regime|air force|battalion|brigade|agents|"
    r"pilots|officers?|authorities|navy|security service|secret service|state|intelligence|airline)"
)
GRAVE_WORDS = (
    r"\b(?:is a terrorist|terrorist act|act of terror\w*|sabotage|arson|as a weapon|deliberate\w*|wrongfully|"
    r"human rights violations?|corrupt\w*|brainwash\w*|reprisals?|war crimes?|genocide|atrocities|"
    r"covering up|cover-up|paramilitary groups?|gang rape\w*|been raped|being raped|was raped|forced to|backed by|"
    r"(?:is|are|was|were) (?:guilty|responsible|to blame|behind)|plans to murder)\b"
)
TREATED_AS = r"\b(?:treat(?:s|ed|ing)?|investigat(?:e|es|ed|ing)|consider(?:s|ed|ing)?)\b[^.;]{0,60}\bas\b"
"""How an inquiry names what it looks into; that accuses nobody."""
FUTURE_HARM = (
    r"\b(?:will|would|shall|going to|'ll|’ll|to)\b[^.;]{0,60}\b(?:attack|kill|strike|bomb|blow|destroy|execut|"
    r"retaliat|aveng|reveng|murder|shoot|carry out|burn|punish|fight|die|pay|respond|suffer|continue (?:the|our|"
    r"its|their)|step up|intensif|escalat|hit|target|wage|launch)\w*"
)
CLAIM_WORDS = (
    r"\b(?:(?:it|we|they|he|she|i|its|our|their|the group) (?:\w+ ){0,3}(?:carried out|staged|planted|detonated|"
    r"killed|"
    r"attacked|bombed|perpetrated|(?:was|were|is|are|am) (?:behind|responsible)|executed|shot down|ambushed|"
    r"kidnapped|abducted|struck|blew up|hit|fired|launched|captured|seized|burned|destroyed|shelled|shot|placed|"
    r"taken|"
    r"took|holds?|planned)|(?:our|its|their) (?:own )?(?:fighters|men|soldiers|forces|units?|naval force|"
    r"brothers|mujahid\w*) "
    r"(?:had |have |has )?(?:\w+ed|shot|hit|struck|blew|took)|claim\w* (?:responsibility|credit)|"
    r"responsib\w+ for the|"
    r"pleads? guilty|pleaded guilty|guilty to|in (?:retaliation|response|revenge|reprisal) (?:for|to)|"
    r"(?:an answer|a response|punishment|a reply) (?:to|for)|to avenge)\b"
)
ARMED_VOICES = (
    r"\b(?:guerrillas?|rebels?|terrorists?|militants?|extremists?|insurgents?|front|brigades?|commandos?|"
    r"separatists?|jihad\w*|liberation|army of|group|movement|islamic state|fighters?|gunm[ae]n|cartel|gang|"
    r"extraditables?|kidnappers|hijackers|taliban|mujahid\w*|caliphate|khilafah)\b"
)
VIOLENCE = (
    r"\b(?:violence|attacks?|bloodshed|war|strikes?|bombings?|consequences|retaliation|revenge|reprisals?|"
    r"executions?|death)\b"
)
"""What a group warns of when its warning is a threat."""
CONDITION = (
    r"^(?:that )?(?:if|unless)\b.{3,90}?(?:\bwill\b|\bshall\b|['’]ll\b|\bwould\b|\bis next\b)|"
    r"(?:\bwill\b|\bshall\b|['’]ll\b|\bwould\b).{3,90}?\b(?:unless|until|if)\b"
)
"""A condition: what a group says will happen unless it is met is a threat."""
IMPERATIVE = (
    r"^(?:please|do not|don['’]t|never|stay|keep|stop|leave|let|give|remain|avoid|release|free|return|count|"
    r"come|go home|"
    r"lay down|put down|turn back)\b(?! (?:is|are|was|were)\b)"
)
ATTACK_NOUNS = (
    r"^(?:the |a |an |both |all |\w+ )?(?:\w+ ){0,3}?(?:attacks?|bombings?|blasts?|kidnappings?|killings?|"
    r"assassinations?|ambush(?:es)?|"
    r"shootings?|assaults?|raids?|explosions?|murders?|abductions?|stabbings?|strikes?)"
    r"\b(?! (?:was|were|had|has|have|is|are|did|could|would|will|killed|took|happened))"
)
"""What is claimed when somebody "claimed the attack"."""
