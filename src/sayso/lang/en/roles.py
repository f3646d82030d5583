"""English nouns for people and bodies that speak without a name, by the kind of voice they are.

Singular forms; the plural in -s, -es, -ies and -men is made by ``read/actors``. A noun's kind is what it is without
any modifier; modifiers and the "of" or "for" phrase may change it (see ``MODIFIER_KINDS``).
"""

from __future__ import annotations

from sayso.lang.words import phrases, words

OFFICIAL_PEOPLE = words(
    """
    assemblyman assemblywoman assemblymember minister president premier governor mayor senator congressman
    congresswoman lawmaker legislator parliamentarian ambassador diplomat consul envoy judge magistrate prosecutor
    attorney-general policeman policewoman officer constable detective inspector investigator sheriff commissioner
    general colonel captain sergeant lieutenant admiral brigadier chancellor king queen prince monarch emir sultan
    councillor councilman councilwoman councilor coroner firefighter fireman paramedic soldier trooper undersecretary
    vice-president vice-minister premier-elect secretary-general ombudsman prefect bureaucrat regulator inspector
    examiner cop guardsman bailiff president-elect mp mep superintendent first-responder responder rescuer peacekeeper
    coast-guard deputy whip lawmaker councilperson undersecretary treasurer
    """
)
"""People who hold a state's office."""

SPEAKERS = words(
    """
    spokesman spokeswoman spokesperson spokespeople speaker representative leader chief head director chairman
    chairwoman chairperson chair secretary official member commander manager executive delegate negotiator adviser
    advisor aide assistant coordinator boss owner founder administrator employee worker staff personnel staffer
    leadership command operative agent press-officer counsel vice-chairman ceo cofounder co-founder organizer
    organiser source insider veteran figure
    """
)
"""People who speak for a body: their kind is that of the body."""

PARTISANS = words(
    "republican democrat conservative liberal tory communist socialist labourite peronist islamist maoist"
)
"""Members of a party or camp: its kind is ``organisation``."""

WITNESSES = words(
    """
    witness eyewitness resident survivor neighbor neighbour bystander passerby passer-by passersby passers-by villager
    onlooker listener local inhabitant shopkeeper motorist commuter driver passenger pedestrian tourist shopper
    townsperson townspeople householder caller-in evacuee
    """
)
"""People who saw or lived through it."""

PEOPLE = words(
    """
    man woman person people boy girl child youth teenager student teacher pupil professor scientist researcher expert
    analyst author writer journalist reporter correspondent editor photographer cameraman columnist blogger lawyer
    attorney solicitor barrister doctor physician nurse surgeon psychologist historian archaeologist ecologist
    economist engineer climatologist geologist biologist seismologist meteorologist academic scholar critic
    commentator volunteer victim relative family parent mother father brother sister son daughter wife husband widow
    uncle aunt cousin friend colleague classmate grandmother grandfather suspect defendant accused attacker assailant
    shooter perpetrator bomber killer hostage captive prisoner detainee inmate refugee migrant caller archbishop
    bishop priest cardinal pope pastor imam cleric rabbi monk nun clergyman preacher farmer fisherman trader
    businessman businesswoman actor actress singer musician player coach athlete user customer guest patient employer
    landlord tenant pilot interviewee respondent publicist crewman sailor miner pensioner colleague team scientist
    mourner observer candidate politician dissident ecologist producer presenter anchor host correspondent tutor
    lecturer biographer philosopher sociologist criminologist virologist epidemiologist chemist physicist astronomer
    mathematician ex-president refugee hostage-taker whistleblower voter supporter opponent rival ally donor
    environmentalist pollster moderator narrator announcer questioner reader viewer nominee contender runner-up
    speechwriter strategist surrogate immigrant mourner fan protege successor predecessor investor trader economist
    consumer worshipper loyalist follower stakeholder lobbyist tribesman elder
    """
)
"""Private people and experts."""

FEMALE = words(
    """
    woman girl mother wife sister daughter grandmother aunt widow queen princess actress nun businesswoman
    """
)
MALE = words(
    """
    man boy father husband brother son grandfather uncle king prince monk priest bishop archbishop fisherman
    """
)
"""Nouns of people that "she" or "he" stand for; those in -woman and -man need not be listed."""

CROWDS = words(
    """
    protester protestor demonstrator activist campaigner marcher rioter striker crowd mob militant rebel insurgent
    guerrilla guerilla fighter jihadist jihadi terrorist separatist extremist islamist gunman kidnapper abductor
    captor hijacker pirate bandit militiaman paramilitary gangster looter combatant drug-trafficker trafficker peasant
    picketer insurrectionist subversive hostage-taker extraditable mutineer secessionist assassin nationalist
    """
)
"""Crowds and armed people: a group as a voice."""

OFFICIAL_BODIES = words(
    """
    government police authority ministry army military navy gendarmerie carabinero prosecution court tribunal
    parliament congress senate cabinet legislature embassy consulate council municipality prefecture administration
    department bureau directorate constabulary judiciary regime state junta patrol troop force coastguard secretariat
    kremlin presidency prosecutor's-office customs interior-ministry inquest jury watchdog commission committee office
    brigade battalion regiment garrison hospital coroner's-office service agency unit detachment investigation inquiry
    probe inspectorate taskforce presidium assembly politburo country nation panel board council legislature
    mayor's-office politburo premiership rescuers
    """
)
"""Bodies of a state; "agency", "service", "commission", "office", "hospital" unless their modifiers say else."""

OFFICIAL_PHRASES = phrases(
    """
    armed force, air force, law enforcement, fire service, rescue service, emergency service, coast guard, national
    guard, border guard, presidential guard, republican guard, civil guard, palace guard, frontier guard
    """
)
"""Bodies of a state of more than one word."""

ORGANISATION_BODIES = words(
    """
    company corporation firm manufacturer maker operator airline carrier bank retailer employer contractor consortium
    subsidiary conglomerate utility union federation confederation association society foundation charity ngo
    nonprofit non-profit institute institution university college school academy church diocese parish mosque club
    league party coalition alliance chamber organisation organization campaign trust center centre hotel business
    consultancy startup developer supplier publisher network operator owner opposition group think-tank thinktank
    museum clinic faculty laboratory factory refinery mine shipowner insurer fund brand caucus lobby chain studio
    publisher guild
    """
)
"""Companies, parties, churches, charities; "group" and "organization" become armed groups by their modifiers."""

GROUP_BODIES = words(
    """
    militia gang cartel cell faction insurgency guerrillas commando squad front movement liberation-front wing sect
    clan tribe mafia syndicate caliphate emirate resistance underground
    """
)
"""Armed or irregular groups, unless their modifiers say else."""

OUTLET_BODIES = words(
    """
    newspaper paper daily weekly magazine tabloid journal broadcaster station channel network outlet media press
    newsroom publication radio television tv portal website site newscast programme program
    """
)
"""Those who publish."""

AGENCY_BODIES = phrases("news agency, press agency, newswire, wire service, news service, news wire, wire, news firm")
"""News agencies."""

MONITOR_BODIES = phrases(
    """
    monitoring service, monitoring group, monitoring organisation, monitoring organization, monitoring firm, monitor,
    monitoring agency, monitoring center, monitoring centre, monitoring website, monitoring network, monitoring site,
    observatory, war monitor, conflict monitor, intelligence group, intelligence firm, tracking group, tracking
    service, internet monitor, terrorism monitor, monitoring mission, observer mission, watchdog group, watchdog,
    archive, watch group, terror monitor, press freedom group
    """
)
"""Those who watch and count."""

DOCUMENTS = words(
    """
    statement communique communiqué letter message video videotape audiotape tape audio recording footage clip post
    posting tweet e-mail email report study survey poll poster placard sign banner leaflet pamphlet flyer manifesto
    document note memo memorandum bulletin release announcement article editorial book paper database data record file
    dossier indictment affidavit complaint verdict ruling transcript text website forum blog image picture photo
    photograph screenshot declaration warning notice inscription graffiti diary log resolution decree constitution
    biography research evidence findings model census transmission broadcast interview diagram map chart dispatch
    cable telegram log-book webpage page profile channel account ad advert advertisement spot film documentary piece
    column op-ed letterhead headline caption memoir speech lawsuit petition filing platform essay testimony
    denunciation deposition
    """
)
"""Things that carry words."""

LIKE_PEOPLE = words(
    """
    number computer weather water matter letter paper order center tower river winter summer power corner border
    figure factor sector motor monitor document statement movement government parliament incident accident agreement
    department moment event element treatment equipment environment plant restaurant
    """
)
"""Things whose names end as those of people do ("-er", "-ent")."""

SOURCES = words("source insider")
"""Unnamed voices that protect somebody: unknown unless a modifier says whose they are."""

MODIFIER_KINDS: dict[str, str] = {
    **dict.fromkeys(
        words(
            """
            police military government official state army diplomatic judicial security intelligence ministry
            ministerial presidential governmental prosecution palace defense defence federal municipal county
            provincial city district law-enforcement law fire navy naval parliamentary congressional senate house
            court justice interior foreign treasury customs border police's coast investigative emergency rescue
            medical hospital pentagon white-house kremlin infantry air-force civil public national regional
            metropolitan health cabinet
            """
        ),
        "official",
    ),
    **dict.fromkeys(
        words(
            """
            rebel militant guerrilla guerilla insurgent jihadist jihadi terrorist terror separatist islamist armed
            extremist paramilitary underground death-squad death clandestine subversive radical far-right far-left
            neo-nazi hacker hacking outlawed secessionist drug mafia commando
            """
        ),
        "group",
    ),
    **dict.fromkeys(
        words(
            """
            union company party religious church corporate opposition humanitarian rights aid business industry oil
            energy peace volunteer mining airline hotel advocacy charity student labor labour trade environmental
            conservation nonprofit academic university catholic
            """
        ),
        "organisation",
    ),
    **dict.fromkeys(words("media news press television tv radio broadcast newspaper"), "outlet"),
    **dict.fromkeys(words("monitoring observer watchdog tracking"), "monitor"),
}
"""What a modifier says of the noun after it ("rebel group", "police source", "company spokesman")."""

MODIFIERS = words(
    """
    local senior junior former current new old top chief deputy vice acting interim high high-ranking highranking
    ranking low-ranking unnamed unidentified anonymous reliable well-informed informed several various many some few
    numerous other another same alleged suspected independent private public international national regional
    provincial municipal rural urban central northern southern eastern western north south east west coastal online
    offline digital intelligence political religious social leading prominent main major minor special elite regular
    joint first second third fourth last previous earlier recent unknown little-known self-styled self-proclaimed
    so-called banned outlawed ruling opposition pro-government anti-government pro-democracy democratic republican
    conservative liberal socialist communist islamic muslim christian jewish catholic hindu buddhist sunni shiite shia
    press press-freedom human civil medical legal judicial criminal financial economic environmental scientific
    academic agricultural industrial commercial young elderly middle-aged female male armed masked hooded unidentified
    wounded injured surviving two three four five six seven eight nine ten eleven twelve dozens hundreds thousands one
    both all most written joint brief taped recorded video audio handwritten printed official unofficial preliminary
    initial final separate similar latest earlier subsequent own undercover off-duty retired veteran
    """
)
"""Words that may stand between the start of a noun phrase and its head without a determiner before them."""

GROUP_WORDS = words(
    """
    front brigade brigades army guerrillas mujahideen mujahedeen mujahidin jihad jund ansar jaish jaysh lashkar
    harakat hizb kataib katibat liwa tehrik tehreek jamaat jemaah ejercito frente fuerzas brigata squad cartel militia
    liberation resistance martyrs commandos caliphate revolutionary
    """
)
"""Parts of names that armed groups give themselves; decisive only together with nothing official."""
