"""English cues of saying that are not plain verbs: adverbs, nouns, prepositions, media and their wording."""

from __future__ import annotations

from sayso.lang.en.inflection import verb_forms


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEARSAY_ADVERBS = _set("reportedly allegedly purportedly supposedly")
PASSIVES = _set(
    """say report believe think quote suspect allege accuse charge blame tell identify ask order urge attribute
    claim announce confirm estimate understand assume rumor rumour expect fear presume cite condemn criticize
    criticise describe know learn state praise deem consider see reveal disclose warn convict allege inform
    regard label note find show hope recommend advise call release name give"""
)
"""Verbs whose passive is a saying by somebody, named with "by" or not named."""

NEGATED_ONLY = _set("provide name release apply mention specify elaborate give disclose")
"""Verbs whose noun phrase is a statement only when it is NOT said ("gave no details", "did not name the victim")."""

CLAUSE_NOUNS = _set(
    """claim claims allegation allegations warning warnings statement statements suggestion suggestions belief
    announcement announcements accusation accusations report reports fear fears hope hopes assertion assertions
    argument arguments promise promises pledge vow threat threats denial denials rumor rumors rumour rumours
    speculation view opinion insistence indication indications concern concerns conclusion prediction
    predictions assurance assurances evidence reminder complaint complaints contention admission acknowledgment
    revelation revelations finding findings suspicion suspicions notion message news proposal recommendation
    demand demands request doubt doubts worry worries"""
)
"""Nouns that take "that" and a clause."""

OF_NOUNS: dict[str, str] = {
    noun: prepositions
    for prepositions, nouns in {
        "of": """allegation allegations accusation accusations warning warnings denial denials condemnation criticism
        report reports expression expressions claim claims prediction predictions description declaration
        complaint complaints threat threats announcement mention suspicion""",
        "for": "call calls demand demands appeal appeals request requests plea pleas support praise",
        "about": "complaint complaints concern concerns question questions warning warnings",
        "to": "opposition objection objections reference threat threats attribution",
        "against": """threat threats accusation accusations allegation allegations charge charges protest "
            "protests complaint""",
    }.items()
    for noun in nouns.split()
}
"""Nouns of saying and the preposition that brings what is said (the first fitting row wins)."""

PRESS = _set(
    """reporters journalists newsmen media press correspondents parliament lawmakers legislators congress court
    audience crowd viewers listeners readers supporters lawmakers delegates senators members investigators
    police officials authorities"""
)
"""People told who carry nothing on: they add no voice."""

DOCUMENT_NOUNS = _set(
    """statement message letter report video communique communiqué note document recording tape post posting email
    e-mail tweet study survey poll article release bulletin dispatch cable memo leaflet pamphlet manifesto
    transcript filing affidavit indictment lawsuit complaint website placard banner sign poster book review
    analysis data figures footage audio memorandum editorial column paper blog newsletter questionnaire petition
    declaration speech interview story ad advertisement broadcast commercial text testimony dossier file records
    results findings"""
)
MEDIA: dict[str, str] = {
    noun: medium
    for medium, nouns in {
        "phone": "phone telephone call",
        "written statement": "statement release communique communiqué bulletin",
        "video": "video videotape footage",
        "audio": "audio tape recording",
        "forum post": "forum",
        "social media": "twitter facebook tweet instagram telegram vkontakte",
        "letter": "letter note",
        "email": "email e-mail",
        "interview": "interview",
        "press conference": "conference briefing",
        "broadcast": "radio television broadcast",
        "website": "website site blog",
        "report": "report study",
        "speech": "speech address",
    }.items()
    for noun in nouns.split()
}
UNNAMED_NOUNS = _set(
    """report reports allegation allegations accusation accusations claim claims suspicion suspicions threat
    threats warning warnings rumor rumors rumour rumours speculation denial denials demand demands call calls
    prediction predictions request requests condemnation expression expressions attribution appeal appeals"""
)
"""Nouns of saying that are statements even when nobody is named behind them."""

CARRY_PREPOSITIONS = _set("to by in through via on over with")
TRAILING_STARTS = _set(
    """in on at by during after before to through over via from late early this last today yesterday monday tuesday
    wednesday thursday friday saturday sunday as when while without about of following with for recently later
    earlier afterwards tonight here again then also outside inside referring citing adding amid under according
    per"""
)
"""Words that may follow the verb of a cue that stands after what was said."""

NARRATOR_CONTRADICTION = r"^(?:In\s+fact|In\s+reality|In\s+truth|Contrary\s+to|Actually)\b,?\s"
TRANSCRIPT_MARKS = (
    r"\b(?:recording|passage|omitted|begin|end|word indistinct|words indistinct|indistinct|sic|as received|name|"
    r"video|figure|signed|dated|unidentified)\b"
)
"""Bracketed notes of a transcript that name no speaker."""

NO_SPEAKERS = _set(
    """breaking update updated watch video live exclusive opinion analysis editorial photos pictures gallery
    correction review explainer factbox timeline column podcast listen read more image photo note fact special
    feature interview profile obituary chapter part day week episode"""
)
"""First words before a colon in a headline that name no speaker."""
LIGHT_VERBS = _set(
    "issued made repeated expressed voiced reiterated rejected denied dismissed issues makes delivered sent filed "
    "received"
)
"""Verbs that lend a noun of saying its subject ("issued a warning that")."""
CITING = _set("citing quoting cited")
"""Words that lead from who reports to whom they cite."""
CITABLE = _set(
    """source sources official officials witness witnesses report reports statement statements resident residents
    spokesman spokeswoman spokesperson police ministry authorities documents data study newspaper agency media
    letter message communique figures"""
)
"""Nouns without a name that can be cited as a voice."""
CHARGING = _set("suspect accuse charge blame")
"""Verbs whose participle with "of", "with" or "for" describes the one under suspicion."""
NO_STATEMENT = (
    r"^(?:not )?to (?:be |remain )?(?:named|identified|anonymous|unnamed)\b|^(?:himself|herself|itself|themselves)\b"
)
"""Contents that say nothing: a wish not to be named, "calling himself"."""
PASSIVE_CHARGE = (
    r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+\s+){0,2}"
    r"(?:charged|accused|suspected|indicted|convicted|blamed|critici[sz]ed)\b"
)
"""Words of an accusation whose subject is the one accused ("was also charged with")."""
DEEDS = frozenset(
    form
    for verb in _set("sentence jail imprison fine execute arrest detain deport extradite evict")
    for form in verb_forms(verb, {})
)
"""What courts and officers do to people without a word of theirs being told."""
THREATENED = _set("death bomb murder rape arson terror")
"""What a bare threat is about ("death threats")."""
TOLLS = _set("toll number figure total tally count")
"""What one may "put at" a figure."""
SAID_THINGS = _set(
    "condolences condolence sympathy sympathies apology apologies regret regrets thanks tribute prayers assurances"
)
"""What is offered or sent by saying it."""
SPEAKING_PRONOUNS = _set("i we you me us my our your")
"""Pronouns of those who speak or listen: outside quotations they are the narrator, an interviewer or the reader."""
NUMERIC_SPEAKERS = _set("one all both few many most others several some another no none nobody everyone anyone someone")
"""Words that stand for people without naming them."""
THINKING = _set("believe think hope feel fear expect understand know want suspect assume doubt suppose guess reckon")
"""Verbs of what goes on in one's own mind."""

CONTRAST = r"(?<=\S),?\s+(?:while|whereas)\s+(?:the\s+|its\s+|a\s+|an\s+)?$"
"""Right before the speaker of another saying, these words set it against the one before: "A said X while B said Y"."""
