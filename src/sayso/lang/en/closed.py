"""English words that never stand inside a name or between a determiner and its noun."""

from __future__ import annotations

from sayso.lang.words import words

PREPOSITIONS = words(
    """
    in on at by for from with to of as after before during since while into onto over under about against between
    among through throughout within without near across along around behind below beneath beside beyond despite except
    inside like off outside past per toward towards until till upon via amid amongst following including concerning
    regarding
    """
)

CONJUNCTIONS = words(
    """
    and or but nor so yet because although though if unless whether when where while as than that which who whom whose
    what why how whereas once until lest both either neither
    """
)

AUXILIARIES = words(
    """
    is are was were be been being am has have had having do does did doing will would shall should can could may might
    must ought need isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't shouldn't not n't
    """
)

PRONOUNS = words(
    """
    i you he she it we they me him us them myself himself herself itself ourselves themselves yourself mine yours hers
    ours theirs somebody someone anybody anyone nobody everybody everyone nothing something anything everything there
    here
    """
)

ADVERBS = words(
    """
    also then now still just only even already again ever never always often sometimes soon later earlier yesterday
    today tomorrow tonight meanwhile however moreover therefore thus hence instead otherwise too very quite rather
    almost nearly perhaps maybe indeed furthermore additionally nonetheless nevertheless subsequently recently
    currently previously initially originally finally eventually afterwards afterward ago away back down up out
    together apart elsewhere overnight further more less least most yes no well please apparently reportedly allegedly
    officially once twice according due
    """
)

VERBS = words(
    """
    say says said saying tell tells told telling report reports reported reporting claim claims claimed claiming deny
    denies denied denying announce announces announced announcing confirm confirms confirmed confirming state states
    stated stating add adds added adding warn warns warned warning accuse accuses accused accusing blame blames blamed
    condemn condemns condemned believe believes believed think thinks thought know knows knew known show shows showed
    shown suggest suggests suggested allege alleges alleged insist insists insisted argue argues argued note notes
    noted explain explains explained describe describes described call calls called ask asks asked write writes wrote
    written tweet tweets tweeted post posts posted publish publishes published release releases released issue issues
    issued vow vows vowed threaten threatens threatened demand demands demanded urge urges urged admit admits admitted
    reveal reveals revealed indicate indicates indicated express expresses expressed declare declares declared quote
    quotes quoted cite cites cited identify identified identifies make makes made take takes took taken give gives
    gave given get gets got come comes came go goes went gone see sees saw seen find finds found leave leaves left
    kill kills killed injure injured wound wounded die dies died attack attacks attacked arrest arrests arrested
    detain detained shoot shot open opened close closed begin began begun start started end ended continue continued
    hold holds held bring brought keep kept let lets put puts set sets run runs ran stand stood become becomes became
    remain remains remained seem seems seemed appear appears appeared happen happened occur occurred want wants wanted
    use uses used try tries tried work works worked live lives lived move moved include includes included send sent
    meet met plan planned lead leads led follow followed stop stopped return returned hear heard learn learned agree
    agreed refuse refused reject rejects rejected respond responds responded reply replies replied speak speaks spoke
    spoken talk talks talked carry carried support supports supported oppose opposed criticize criticized criticise
    criticised recall recalls recalled comment comments commented telephoned underlined underline travel traveled
    travelled remark remarked praise praised reiterate reiterated stress stressed emphasize emphasized emphasise
    emphasised point pointed acknowledge acknowledged disclose disclosed maintain maintained assert asserted affirm
    affirmed conclude concluded estimate estimated predict predicted promise promised pledge pledged propose proposed
    request requested order ordered answer answered resign resigned arrive arrives arrived travelled visit visited
    fire fired join joined face faces faced fail failed fell fall win won lose lost receive received provide provided
    allow allowed require required cause caused destroy destroyed explode exploded hit hits strike struck target
    targeted escape escaped flee fled rescue rescued save saved protest protested attend attended believe feel feels
    felt hope hopes hoped expect expects expected consider considers considered decide decided serve served operate
    operates operated list lists listed sign signed walk walked launch launched storm stormed seize seized capture
    captured release
    """
)
"""Frequent verb forms; a bare noun phrase does not reach back over one."""

CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb apr jun jul aug sept sep oct nov dec tue tues thu thurs fri gmt utc
    est edt pst cet am pm a.m p.m christmas easter ramadan
    """
)
"""Capitalised words of the calendar and the clock."""

NAME_LINKS = words(
    """
    dela della san de del la las los el al bin ibn bint ben abu van von der den di da dos das du y e le ul ur-rehman
    ud-din zu ter af
    """
)
"""Small words inside names of people and groups."""

CLOSED = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | ADVERBS
"""All closed classes together (verbs apart)."""
