"""English verbs that mark what somebody says, thinks, shows or wants, with the complements they take.

Each verb stands in one or more rows of ``FRAMES`` (base forms, white space between them):

``clause``     a clause with or without "that" ("said the road was closed"), a quotation, or a clause before it
``that``       a clause, but only with "that", "how" or "whether" ("knew that ...")
``addressee``  a person told stands before the clause ("told reporters that ...")
``noun``       a noun phrase is what is said ("denied the reports", "condemned the attack")
``responsibility`` only "responsibility" or "credit" ("took credit for the blast")
``infinitive`` "to" and a verb is what is said ("threatened to strike")
``object``     a person and "to" and a verb ("urged residents to leave")
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FRAMES: dict[str, str] = {
    "clause": """
        say report announce declare state note add claim argue suggest write tweet explain reply respond continue
        insist warn acknowledge admit conclude confirm deny allege assert predict recall reveal observe remark
        comment stress emphasize emphasise underline underscore reiterate repeat maintain contend concede complain
        joke boast lament quip recount testify vow promise pledge threaten believe think hope fear expect estimate
        indicate claim post email signal disclose affirm attest attribute exclaim shout chant yell scream cry
        whisper guess reckon wonder speculate suspect understand theorize opine muse counter retort interject answer
        demand propose recommend decree rule clarify elaborate caution relate proclaim read hint imply agree swear
        brag grumble tell mean hypothesize posit suppose assume imagine argue hear learn feel doubt worry wish
        surmise concur message text blog record detail specify assess inform summarize summarise preach mutter joke
        tease crow gripe fret sneer scoff snap thunder fume rage lie ask inquire question advise
    """,
    "that": """
        know see show find demonstrate discover notice realize realise remember forget establish prove decide
        determine recognize recognise point communicate convey publish mention hold document highlight calculate
        consider accept anticipate ensure care verify guarantee express require request order urge decide propose
        judge ascertain teach remind convince persuade pretend illustrate stipulate cite explain intend forecast
        project certify denounce regret welcome appreciate consider
    """,
    "addressee": """
        tell inform assure remind warn notify advise ask brief promise convince persuade show teach alert caution
        reassure email text
    """,
    "noun": """
        deny condemn denounce criticize criticise praise blast slam describe portray characterize characterise call
        demand propose endorse oppose support reject dismiss refute dispute question defend back favor favour
        welcome mock ridicule decry deplore lament mourn regret protest blame accuse announce confirm admit
        acknowledge predict recommend suggest request order urge allege claim discuss mention cite list reveal
        disclose outline detail thank congratulate applaud commend hail salute tout lambast chant post shout rebuke
        castigate disparage insult label brand dub identify ascribe attribute expect fear want seek consider view
        see estimate voice express offer pledge promise threaten warn recall highlight report challenge doubt pledge
        advocate champion underscore underline stress emphasize emphasise reiterate repeat explain quote contradict
        provide name release specify give suspect echo embrace prefer forecast project laud attack berate scold chide
        decide declare discourage encourage invite implore plead vow swear beg plead put
    """,
    "responsibility": "claim accept deny admit acknowledge take assume disclaim",
    "infinitive": """
        threaten vow promise pledge refuse decline agree want hope plan intend swear offer demand ask claim expect
        seek propose decide plead beg prefer wish profess purport undertake volunteer
    """,
    "object": """
        urge order ask tell advise instruct encourage invite request warn command beg implore direct want expect
        allow require remind exhort press authorize authorise forbid call petition pressure lobby caution counsel
    """,
}
PREPOSITIONS: dict[str, str] = {
    "call": "for on upon", "accuse": "of", "blame": "for on", "ask": "for about", "refer": "to",
    "speak": "of about against out", "talk": "of about", "complain": "of about", "warn": "of against about",
    "boast": "of about", "apologize": "for", "apologise": "for", "plead": "for", "point": "to out", "allude": "to",
    "object": "to", "agree": "with to on", "disagree": "with about", "protest": "against", "argue": "for against",
    "comment": "on", "charge": "with", "appeal": "for to", "push": "for", "vote": "for against", "testify": "about",
    "campaign": "for against", "dream": "of", "think": "of about", "worry": "about", "know": "about of",
    "hope": "for", "insist": "on", "apply": "for", "plan": "for", "hint": "at", "rail": "against", "lash": "out",
    "hear": "about of", "press": "for", "advocate": "for", "lobby": "for", "demonstrate": "against for",
    "rule": "out", "pray": "for", "beg": "for", "wish": "for", "inquire": "about", "rave": "about", "muse": "about",
    "wonder": "about", "joke": "about", "elaborate": "on", "suspect": "of", "threaten": "with", "attest": "to",
    "confess": "to", "admit": "to",
}  # fmt: skip
IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"), "put": ("put", "put"), "give": ("gave", "given"), "take": ("took", "taken"),
    "tell": ("told", "told"), "write": ("wrote", "written"),
    "think": ("thought", "thought"), "know": ("knew", "known"), "see": ("saw", "seen"), "find": ("found", "found"),
    "feel": ("felt", "felt"), "hear": ("heard", "heard"), "mean": ("meant", "meant"), "hold": ("held", "held"),
    "read": ("read", "read"), "swear": ("swore", "sworn"), "speak": ("spoke", "spoken"), "show": ("showed", "shown"),
    "understand": ("understood", "understood"), "teach": ("taught", "taught"), "seek": ("sought", "sought"),
    "foresee": ("foresaw", "foreseen"), "beg": ("begged", "begged"), "forget": ("forgot", "forgotten"),
    "forbid": ("forbade", "forbidden"), "forecast": ("forecast", "forecast"), "rebut": ("rebutted", "rebutted"),
    "refer": ("referred", "referred"), "quip": ("quipped", "quipped"), "plan": ("planned", "planned"),
    "slam": ("slammed", "slammed"), "admit": ("admitted", "admitted"), "plead": ("pleaded", "pleaded"),
    "brag": ("bragged", "bragged"), "snap": ("snapped", "snapped"), "concur": ("concurred", "concurred"),
    "dub": ("dubbed", "dubbed"), "prefer": ("preferred", "preferred"), "commit": ("committed", "committed"),
    "blog": ("blogged", "blogged"), "signal": ("signaled", "signaled"), "label": ("labeled", "labeled"),
}  # fmt: skip
"""Base form to past tense and past participle."""

COMMON_NOUNS = _set(
    """
        report reports claim claims state states note notes call calls show shows plan plans demand demands request
        requests suspect suspects order orders attack attacks support question questions protest protests comment
        comments answer answers challenge hope hopes fear fears view views list lists post posts project projects
        rule rules ruling rulings record records document documents detail details estimate estimates doubt doubts
        worry back charge charges vow vows pledge pledges promise promises praise blame text texts message press
        email emails offer offers voice name names label brand brands term terms issue issues read release releases
        wish highlight mention warning finding findings saying reading writing meaning feeling hearing understanding
        reporting showing answer appeal appeals address cry quote quotes vote votes push guess wonder forecast rage
        attribute detail point points mean means fret chant chants joke jokes hint hints signal signals petition
        counter text favor favour mock cite command express pressure hail salute boast need study direct own invite
        teach care decree dream object objects backing test sentence blast blasts judge judges find finds
    """
)
"""Forms that are as often nouns: they need a subject that fits and no article before them."""

WEAK = _set(
    """
        seem appear need feel see know mean decide continue plan show find forget care ensure guarantee require
        teach hold hear learn notice realize realise remember consider expect like support oppose back allow pray
        convict project read name list offer seek provide release issue convince persuade challenge detail
        record answer rule text brief point embrace prefer decide voice cite imagine prove pretend snap rage lie cry
        judge accept vote push press campaign dream brand authorize authorise verify wish
    """
)
"""Verbs that are often not sayings: read as statements only with an unmistakable complement."""
