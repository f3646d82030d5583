"""English closed-class words and small general lists the light chunker of statements stands on."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set(
    """
        the a an this that these those his her its their our my your some any no each every another all both several
        many most few one two three four five six seven eight nine ten other such
    """
)
ARTICLES = _set("the a an this these those his her its their our my your no every another")
POSSESSIVES = _set("his her its their our my your")
SUBJECT_PRONOUNS = _set("he she it they we i you who which everyone everybody nobody someone somebody others one")
OBJECT_PRONOUNS = _set("him her it them us me you himself herself itself themselves")
PERSONAL = _set("he she they it we i him her them his their its us me our my")
BE = _set("is are was were be been being 's 're am isn't aren't wasn't weren't")
HAVE = _set("has have had having hasn't haven't hadn't 've")
DO = _set("do does did don't doesn't didn't")
MODALS = _set(
    """
        will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't 'll
        'd
    """
)
AUXILIARIES = BE | HAVE | DO | MODALS
PREPOSITIONS = _set(
    """
        of in on at by for with from to into onto about against between among during under over through across near
        after before since until within without toward towards outside inside behind beyond despite amid around
        along via per upon off throughout alongside regarding concerning following
    """
)
SUBORDINATORS = _set(
    """
        that because while when whenever as if although though whether but unless than then whereas where how why
        what so once until till lest like and/or
    """
)
RELATIVES = _set("who which whom whose")
CONJUNCTIONS = _set("and or but nor yet &")
ADVERBS = _set(
    """
        also again then later since still once earlier first however meanwhile thus therefore too even just only now
        already always often sometimes ever almost instead nevertheless nonetheless moreover furthermore afterwards
        afterward soon further simply far thereby yet together rather quite very today yesterday tomorrow tonight
        further before out up on back forward down there here perhaps maybe otherwise ago reportedly allegedly
        sunday monday tuesday wednesday thursday friday saturday
    """
)
TIME_WORDS = _set(
    """
        today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon
        evening night noon midnight january february march april may june july august september october november
        december jan feb mar apr jun jul aug sept sep oct nov dec week month year earlier later recently early late
        last next weekend mon tue wed thu fri sat sun day dawn local time gmt overnight hours minutes ago
    """
)
IRREGULAR_PASTS = _set(
    """
        died went came took left became began ran broke fell fled flew fought gave got grew hid hit kept led lost
        made met paid put sent shot sold stood struck won wore rose bore drove threw drew blew burst shook stole
        sank swept caught brought bought built chose cut did dealt ate felt found had held hurt knew lay let rode
        rang said saw set sat slew spent spoke spread stuck taught told thought understood woke wrote
    """
)
THIRD_PERSONS = _set(
    """
        has is does goes comes takes leaves becomes begins runs makes gives gets keeps means remains seems appears
        wants needs believes says claims shows includes follows uses works lives plays brings stands becomes helps
        allows continues
    """
)
REDUCED = _set(
    """
        attributed posted signed issued released sent written published carried delivered based affiliated linked
        known named obtained addressed seen located headed led run owned backed accredited familiar close involved
        dated circulated distributed read interviewed assigned stationed
    """
)
"""Participles that describe the noun before them when a preposition follows ("a statement issued by")."""

TRAILING_ONLY = _set("which that because")
TRAILING_LOOSE = _set(
    """
        the a an this these those of in on at by for with from his her its their also has have had
    """
)
CLAUSE_BREAKS = _set(
    """
        who which whom whose while whereas but although though because when after where as before since
    """
)
CATENATIVES: dict[str, str] = {
    form: base
    for base, forms in {
        "decline": "decline declines declined declining",
        "refuse": "refuse refuses refused refusing",
        "fail": "fail fails failed failing",
        "go on": "went goes",
        "continue": "continue continues continued",
        "begin": "began begins begun start started starts",
        "want": "want wants wanted",
        "use": "used",
        "seem": "seems seemed appears appeared",
        "have": "has had have",
        "be": "is was were are",
    }.items()
    for form in forms.split()
}
"""Verbs before "to" and a saying verb ("declined to say"), form to base."""

NEGATIVE_CATENATIVES = _set("decline refuse fail")
