"""English words that say what happened to those who are counted; data only.

Roles are fields of an incident: killed, injured, missing, detained, displaced, hostages.
"""

# ruff: noqa: E501

# One-word participles: (role) after "was/were", before an object, or bare in a headline.
PARTICIPLES = {
    "killed": "killed", "murdered": "killed", "slain": "killed", "assassinated": "killed", "massacred": "killed",
    "executed": "killed", "slaughtered": "killed", "beheaded": "killed", "gunned": "killed", "lynched": "killed",
    "drowned": "killed", "electrocuted": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "hospitalized": "injured", "hospitalised": "injured",
    "shot": "shot", "stabbed": "shot", "struck": "hit", "hit": "hit", "grazed": "shot", "maimed": "injured", "beaten": "injured", "burned": "injured",
    "arrested": "detained", "detained": "detained", "apprehended": "detained", "captured": "detained",
    "jailed": "detained", "imprisoned": "detained",
    "kidnapped": "hostages", "abducted": "hostages",
    "evacuated": "displaced", "displaced": "displaced",
}  # fmt: skip

# Active forms that take those counted as object.
ACTIVES = {
    "killing": "killed", "kills": "killed", "kill": "killed", "murdering": "killed", "murders": "killed",
    "slaying": "killed", "assassinating": "killed", "executing": "killed",
    "shooting": "shot", "shoots": "shot", "stabbing": "shot", "stabs": "shot", "striking": "hit", "strikes": "hit",
    "grazing": "shot", "hitting": "hit", "hits": "hit",
    "injuring": "injured", "injures": "injured", "wounding": "injured", "wounds": "injured", "hurting": "injured",
    "hospitalizing": "injured", "hospitalising": "injured",
    "arresting": "detained", "arrests": "detained", "detaining": "detained", "capturing": "detained",
    "kidnapping": "hostages", "kidnaps": "hostages", "abducting": "hostages", "abducts": "hostages",
    "displacing": "displaced", "evacuating": "displaced",
}  # fmt: skip

# Intransitive verbs and adjectives; those counted stand before them.
STATES = {
    "died": "killed", "dies": "killed", "dead": "killed", "perished": "killed", "deceased": "killed",
    "succumbed": "killed", "missing": "missing", "unaccounted": "missing", "disappeared": "missing",
    "homeless": "displaced", "fatally": "killed", "die": "killed", "hospitalized": "injured",
}  # fmt: skip

# Phrases after those counted.
STATE_PHRASES = {
    ("lost", "their", "lives"): "killed", ("lost", "his", "life"): "killed", ("lost", "her", "life"): "killed",
    ("lost", "their", "life"): "killed", ("shot", "dead"): "killed", ("shot", "to", "death"): "killed",
    ("stabbed", "to", "death"): "killed", ("beaten", "to", "death"): "killed", ("shot", "and", "killed"): "killed",
    ("gunned", "down"): "killed", ("burned", "to", "death"): "killed", ("put", "to", "death"): "killed",
    ("passed", "away"): "killed",
    ("pronounced", "deceased"): "killed", ("did", "not", "survive"): "killed", ("didn't", "survive"): "killed",
    ("didn't", "make", "it"): "killed", ("did", "not", "make", "it"): "killed", ("committed", "suicide"): "killed",
    ("took", "his", "own", "life"): "killed", ("took", "her", "own", "life"): "killed", ("takes", "own", "life"): "killed",
    ("takes", "his", "own", "life"): "killed", ("kills", "self"): "killed", ("killed", "himself"): "killed",
    ("killed", "herself"): "killed", ("kills", "himself"): "killed", ("kills", "herself"): "killed",
    ("taken", "his", "own", "life"): "killed", ("taken", "her", "own", "life"): "killed", ("died", "by", "suicide"): "killed",
    ("shot", "himself", "to", "death"): "killed", ("shot", "himself"): "injured", ("shot", "herself"): "injured",
    ("shoots", "himself"): "injured", ("shoots", "herself"): "injured", ("shoots", "self"): "injured",
    ("pronounced", "dead"): "killed", ("found", "dead"): "killed", ("declared", "dead"): "killed",
    ("shot", "and", "wounded"): "injured", ("shot", "and", "injured"): "injured",
    ("in", "custody"): "detained", ("into", "custody"): "detained", ("under", "arrest"): "detained",
    ("to", "the", "hospital"): "injured", ("to", "a", "hospital"): "injured", ("to", "hospital"): "injured",
    ("to", "hospitals"): "injured", ("to", "area", "hospitals"): "injured", ("to", "a", "local", "hospital"): "injured",
    ("to", "local", "hospitals"): "injured", ("to", "an", "area", "hospital"): "injured",
    ("in", "critical", "condition"): "injured", ("in", "serious", "condition"): "injured",
    ("in", "stable", "condition"): "injured", ("in", "fair", "condition"): "injured", ("in", "good", "condition"): "injured",
    ("in", "guarded", "condition"): "injured", ("in", "stable", "but", "critical", "condition"): "injured",
    ("in", "critical", "but", "stable", "condition"): "injured", ("in", "extremely", "critical", "condition"): "injured",
    ("treated", "for"): "injured", ("expected", "to", "survive"): "injured", ("expected", "to", "recover"): "injured", ("with", "gunshot", "wounds"): "injured",
    ("suffered", "injuries"): "injured", ("sustained", "injuries"): "injured", ("suffering", "injuries"): "injured",
    ("suffered", "gunshot", "wounds"): "injured", ("with", "a", "gunshot", "wound"): "injured",
    ("with", "injuries"): "injured", ("from", "gunshot", "wounds"): "injured", ("a", "gunshot", "wound"): "injured",
    ("taken", "hostage"): "hostages", ("held", "hostage"): "hostages", ("hostage",): "hostages",
}  # fmt: skip

# "a double homicide"
MULTIPLE = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
MULTIPLE_WHAT = {
    "homicide": "killed", "murder": "killed", "killing": "killed", "slaying": "killed", "slayings": "killed", "fatality": "killed",
    "homicides": "killed", "murders": "killed", "suicide": "killed", "murder-suicide": "killed", "shooting": "shot",
    "stabbing": "shot",
}  # fmt: skip
SELF_PHRASES = {
    "turned": (("turned", "the", "gun", "on", "himself"), ("turned", "the", "gun", "on", "herself"),
               ("turned", "the", "weapon", "on", "himself"), ("turned", "a", "gun", "on", "himself")),
    "turning": (("turning", "the", "gun", "on", "himself"), ("turning", "the", "gun", "on", "herself")),
    "turns": (("turns", "gun", "on", "himself"), ("turns", "gun", "on", "self"), ("turns", "the", "gun", "on", "himself")),
}  # fmt: skip

FATAL = frozenset({"fatal", "deadly"})
FATAL_WHAT = frozenset(
    "shooting shootings stabbing crash collision accident explosion blast fire attack attacks bombing shoot-out shootout standoff".split()
)
KILLING_NOUNS = frozenset({"homicide", "murder-suicide"})
NO_KILLING = frozenset(
    {"attempted", "possible", "no", "double", "triple", "quadruple", "the", "police", "county", "city"}
)
# "a man shot in the street has died": the word does not end the subject.
REDUCED = frozenset({"shot", "stabbed", "wounded", "injured", "hurt", "struck", "hit"})
NO_OBJECT = frozenset(
    "in on at by during near outside inside while when after last early late several multiple over behind this".split()
)
CARE = frozenset({"condition", "hospital", "hospitals", "survive", "recover"})
MODALS = frozenset("will would could may might should can cannot".split())
HAVE = frozenset({"has", "have", "had"})
# "taken to ... Hospital", "suffered ... a wound"
CARRIED = frozenset(
    "taken transported rushed airlifted flown transferred admitted treated carried driven brought".split()
)
HOSPITALS = frozenset("hospital hospitals center medical infirmary clinic surgery".split())
SUFFERED = frozenset("suffered suffering sustained sustaining suffers received with from".split())
PICTURES = frozenset("picture pictures photo photos photographs image images video videos footage moment scene".split())
WHERE = frozenset("in at on aboard from inside near outside".split())
# "a family of six"; the first two alone are more than one, however they are told of
WHOLES = frozenset("family crew group team party squad gang".split())
HARMS = frozenset("injuries injury wound wounds".split())

# Before "shot" or "shooting" as a noun: "a shot was fired", "the fatal shooting".
BEFORE_NOUN = frozenset(
    """a an the this that fatal deadly mass police officer-involved drive-by accidental of in another gun warning single first
    second school each every double triple quadruple his her their no recent that's apparent self-inflicted""".split()
)
ADJECTIVAL = frozenset("wounded injured slain murdered hurt arrested detained captured".split())
BEFORE_ADJECTIVE = frozenset("the a an of for by to with from his her their its".split())
# Those who do it, right before the verb.
AGENTS = frozenset({"he", "she", "who", "which", "they", "i", "we", "to", "allegedly"})
FATALLY_WHAT = frozenset("shot stabbed wounded injured struck hit beaten beat burned".split())
TAKE_OBJECT = frozenset({"killed", "wounded", "injured", "dead", "death", "down"})
# Words of a death later in the sentence.
DIES = frozenset("died dies dead deceased succumbed fatal".split())

# The one who does it to himself or herself; told as the perpetrator.
SELF = frozenset({"himself", "herself", "self"})

# With these the words of a shot are meant: "struck", "hit" count only beside them.
SHOT_WORDS = frozenset(
    "bullet bullets gunfire shot shots round rounds gun gunshot gunshots shooting shooter gunman".split()
)

POSSESSIVES = frozenset({"his", "her", "their"})
DETERMINERS = frozenset("the his her their its my our your this that".split())
# One noun for two or more.
PAIRS = {"couple": 2, "parents": 2, "grandparents": 2, "twins": 2, "triplets": 3, "spouses": 2, "newlyweds": 2}
# Nouns that share the article of the one before: "a man and woman" are two, "an editor and columnist" is one.
SORTS_OF_PEOPLE = frozenset(
    """man woman boy girl male female mother father son daughter wife husband brother sister grandmother grandfather aunt uncle niece
    nephew cousin mom dad girlfriend boyfriend fiance fiancee child baby infant toddler teen teenager adult juvenile youth driver
    passenger pilot co-pilot victim suspect gunman shooter attacker bystander customer clerk student teacher patient nurse friend""".split()
)
# What an age may describe besides a person.
NO_PERSON_NOUNS = frozenset(
    "dog puppy cat horse k9 case building house home tree church company murder killing crime car truck".split()
)

# Nouns counted directly: "12 deaths", "three arrests", "no casualties".
COUNT_NOUNS = {
    "deaths": "killed", "death": "killed", "fatalities": "killed", "fatality": "killed", "dead": "killed",
    "bodies": "killed", "corpses": "killed", "killings": "killed", "killing": "", "murders": "killed", "slayings": "killed",
    "lives": "killed",
    "injuries": "injured", "wounded": "injured", "injured": "injured", "arrests": "detained", "detentions": "detained",
    "hostages": "hostages", "casualties": "casualties", "evacuees": "displaced",
}  # fmt: skip
# "the death(s) of four students", "the murder of six priests"
OF_NOUNS = {
    "death": "killed", "deaths": "killed", "killing": "killed", "killings": "killed", "murder": "killed",
    "murders": "killed", "assassination": "killed", "massacre": "killed", "slaying": "killed", "bodies": "killed",
    "body": "killed", "arrest": "detained", "arrests": "detained", "detention": "detained", "lives": "killed",
    "shooting": "shot", "stabbing": "shot",
    "kidnapping": "hostages", "abduction": "hostages", "execution": "killed", "injury": "injured",
}  # fmt: skip
TOLLS = (
    ("death", "toll"),
    ("deaths",),
    ("the", "toll"),
    ("number", "of", "dead"),
    ("number", "of", "deaths"),
    ("fatalities",),
)
TOLL_VERBS = frozenset(
    """rose risen rising rises climbed climbing climbs stood stands standing reached reaches reaching at to exceeded exceeding
    surpassed topped passed is was be now grew has had have been from currently jumped increased""".split()
)

# Verbs with "dead/injured" after those counted: "left seven motorcyclists dead".
LEAVE = frozenset({"left", "leaves", "leaving", "leave"})
CLAIM_LIVES = frozenset({"claimed", "claiming", "claims", "cost", "costing", "took", "taking"})

BE = frozenset("is are was were be been being get gets got getting has have had am wasn't weren't".split())
ADVERBS = frozenset(
    """also reportedly seriously critically slightly badly severely fatally allegedly later still now both all already
    subsequently accidentally gravely mortally confirmed believed presumed apparently not never said known to have had
    thought feared listed reported officially immediately then pronounced declared tragically brutally once""".split()
)
NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
NEGATIONS = frozenset({"not", "never", "n't", "wasn't", "weren't", "nor", "unhurt", "without", "alive"})
# "A father of five was killed": the number counts children.
PARENTS = frozenset("father mother dad mom parent parents grandfather grandmother widow".split())
# Counted like people, and none.
ANIMALS = frozenset(
    """animals birds bulls calves camels cats cattle chickens cows crows deer dogs dolphins donkeys ducks elephants fish foxes geese goats hens
    horses kittens lambs livestock mice mules oxen parrots pets pigs ponies poultry puppies rabbits rats reindeer rhinos sheep snakes
    swans swine turkeys turtles whales wolves yaks""".split()
)
# What happens to things more often than to people.
BURNS = frozenset({"burned", "burnt"})
FATALLY, FOUND = "fatally", "found"
ONLY_KILLED = ("the", "only")
ONLY_NOUNS = frozenset("person people persons one ones victim victims casualty casualties fatality fatalities".split())
OTHER_WORDS = frozenset({"other", "others", "more", "additional", "further", "another"})

# A plan, a try or a threat before "the murder of": nobody is told as dead.
NOT_DONE = frozenset(
    """attempted attempt attempts attempting planned plan plans planning plot plots plotted plotting conspiracy conspired conspiring
    conspire threatened threaten threatening threats threat foiled thwarted prevented averted prevent avert tried trying commit
    solicitation soliciting denied denies denying deny proposed intended intent try simulated fictional feigned""".split()
)
# "denied responsibility for the murder of": the one who denies it did not do it, and it was done.
NOT_DONE_BY = frozenset(
    "responsibility involvement role part charges charge accusations participation authorship".split()
)
# What is done to a place as well as to people.
OF_PLACES = frozenset({"massacre"})
# Nouns of killings that belong to the one killed: "the mayor's murder", and what may follow in a name of a case.
OWN_DEATHS = frozenset("murder assassination killing slaying death execution".split())
NOT_OF_DEATH = frozenset(
    """trial case charge charges suspect suspects rap weapon scene investigation plot threat threats squad squads row penalty sentence
    certificate bed spree victim charges conviction rate rates""".split()
)
# "took a few steps before being shot": the one shot is the one of whom the sentence tells.
BEFORE_BEING = frozenset("before after while until without since".split())
# "troops commanded by lieutenant Mena murdered peasants": those behind these are not the subject.
UNDER = frozenset("by under".split())
# What may stand between those counted and the verb: "two guards from the department of security were killed".
PHRASE_BEHIND = frozenset("from of with at in aboard".split())
NO_PHRASE = (
    BE
    | set(PARTICIPLES)
    | set(ACTIVES)
    | set(STATES)
    | frozenset("and or but who which that while when after before".split())
)
# Words behind which somebody else is told of: "hundreds gathered where the girl was killed".
NEW_CLAUSE = frozenset("when while where after before until because since".split())
# Endings of plurals that name people, not a person ("rioters and two others").
PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "men", "eers", "ants", "ents", "people", "ites", "ives")
# Before a participle that describes somebody: "found murdered peasants".
BEFORE_DESCRIBED = frozenset("found find finds finding discovered saw see recovered honored honoured mourn mourned mourning treat treated".split())  # fmt: skip
# Short forms whose full stop ends no sentence.
SHORT_TITLES = frozenset(
    "mr mrs ms dr gen col sgt lt capt st rev gov sen rep maj cpl pvt msgr fr prof adm cmdr brig supt insp det hon".split()
)

# Nouns for people in general; a scope made of these alone is "victims".
GENERIC = frozenset("people persons person others other victims victim more individuals lives dead were".split())
ATTACKER_NOUNS = frozenset(
    """attacker attackers gunman gunmen shooter shooters assailant assailants bomber bombers militant militants terrorist
    terrorists suspect suspects insurgent insurgents rebel rebels guerrilla guerrillas perpetrator perpetrators""".split()
)
PERSON_NOUNS = frozenset(
    """people person persons man men woman women child children boy boys girl girls baby infant toddler toddlers teenager teenagers
    teen teens adult adults youth youths kid kids victim victims individual individuals civilian civilians soldier soldiers officer
    officers policeman policemen policewoman cop cops deputy deputies trooper troopers guard guards bodyguard bodyguards agent agents
    student students pupil pupils teacher teachers worker workers employee employees passenger passengers pedestrian pedestrians
    driver drivers cyclist cyclists motorcyclist motorcyclists rider riders pilot pilots tourist tourists pilgrim pilgrims worshipper
    worshippers worshiper worshipers protester protesters protestor protestors demonstrator demonstrators journalist journalists
    reporter reporters photojournalist photographer nurse nurses doctor doctors medic medics paramedic firefighter firefighters resident residents
    villager villagers farmer farmers peasant peasants miner miners fisherman fishermen migrant migrants refugee refugees priest priests
    nun nuns monk monks jesuit jesuits bishop mayor mayors judge judges lawyer lawyers leader leaders member members fighter fighters
    national nationals citizen citizens brother brothers sister sisters mother mothers father fathers son sons daughter daughters wife
    husband couple parents parent grandson granddaughter nephew niece fiancee fiance roommate preschooler stepson
    stepdaughter stepfather stepmother twins ex-wife ex-husband ex-girlfriend ex-boyfriend bicyclist trooper
    bailiff bailiffs veteran veterans coach rapper athlete freshman sophomore hunter hunters bouncer cashier owner manager dad
    mom landlord tenant tenants marshal marshals detective detectives pastor vendor stepbrother stepsister kindergartner
    columnist father-in-law mother-in-law brother-in-law sister-in-law son-in-law daughter-in-law barber dealer roommates caller
    passerby passersby passer-by passers-by patron patrons resident student attendee attendees classmate classmates husband couple family relative relatives neighbor neighbors bystander bystanders shopper shoppers clerk crew prisoner prisoners
    inmate inmates marine marines sailor sailors troops personnel serviceman servicemen commander general colonel captain sergeant
    lieutenant politician politicians activist activists unionist unionists executive businessman businessmen diplomat ambassador
    guest guests customer customers patient patients resident survivor survivors foreigner foreigners american americans
    homeowner homeowners suspect suspects gunman gunmen attacker attackers assailant assailants bomber bombers militant militants
    terrorist terrorists rebel rebels guerrilla guerrillas insurgent insurgents male males female females juvenile juveniles minor minors
    hostage hostages occupant occupants spectator spectators player players professor professors cadet cadets recruit recruits
    seminarian candidate president minister senator deputy official officials secretary official shooter shooters perpetrator
    perpetrators robber robbers intruder driver trucker truckers cleric clerics imam imams grandmother grandfather uncle aunt cousin
    boyfriend girlfriend friend friends stranger coworker
    missionary missionaries rector rectors chancellor archbishop archbishops bishops housekeeper housekeepers maid maids servant servants
    cook cooks nanny gardener gardeners chauffeur chauffeurs secretaries ministers senators presidents candidates ambassadors diplomats
    councilman councilmen councilwoman councillor councillors governor governors congressman congressmen prosecutor prosecutors magistrate
    magistrates lawmaker lawmakers engineer engineers technician technicians merchant merchants trader traders shopkeeper shopkeepers
    herder herders shepherd shepherds fisher labourer labourers laborer laborers electrician mechanic contractor contractors carpenter
    peacekeeper peacekeepers adviser advisers advisor advisors consultant aide aides assistant assistants trainer trainers principal
    headmaster instructor instructors spokesman spokeswoman chairman director directors lecturer lecturers scientist scientists
    writer writers editor editors cameraman cameramen photographers musician musicians singer singers actor actress artist artists
    sheikh elder elders mullah rabbi rabbis preacher preachers deacon churchgoer churchgoers parishioner parishioners
    infants babies babysitter caretaker caretakers watchman watchmen janitor waiter waiters waitress bartender bartenders
    lieutenants colonels captains sergeants generals corporal corporals admiral commanders gendarme gendarmes conscript conscripts
    ranger rangers sheriff constable constables detectives warden wardens paramedics volunteer volunteers rescuer rescuers
    grandparents grandchildren grandchild stepdaughters cousins nephews nieces uncles aunts wives husbands fiance spouse spouses siblings
    sibling trainee trainees apprentice intern interns""".split()
)
SINGULAR_PRONOUNS = frozenset({"he", "she", "him", "who"})

# Things of which the count tells how large an attack or a crowd was.
DEVICE_NOUNS = frozenset(
    """explosions explosion blasts blast bombs bomb bombings bombing devices device grenades explosives car-bombs ieds mines rockets
    missiles shells mortars detonations""".split()
)
DEVICE_MODIFIERS = frozenset(
    """car suicide roadside explosive powerful large small homemade improvised separate simultaneous near-simultaneous deadly
    huge massive hand fragmentation pipe petrol dynamite high-powered coordinated almost unexploded other nail truck parcel letter
    mortar incendiary strong loud minor twin""".split()
)
ATTACKER_MODIFIERS = frozenset(
    "armed masked suspected suicide alleged unidentified unknown heavily hooded presumed islamist taliban other young".split()
)
CROWD_NOUNS = frozenset("protesters protestors demonstrators marchers rioters strikers".split())
CROWD_VERBS = frozenset("marched protested demonstrated rallied gathered attended joined".split())

NONE_HURT = (
    (r"no (?:\w+ )?(?:casualties|victims)", ("killed", "injured")),
    (r"without (?:any )?(?:casualties|victims)", ("killed", "injured")),
    (r"no (?:\w+ |other )?(?:fatalities|deaths|loss of life|lives were lost)", ("killed",)),
    (r"(?:no|any|without) (?:\w+ |other |serious )?injuries(?: were reported)?", ("injured",)),
    (r"(?:no ?one|nobody|none|no person|no people|no persons)(?: else)? (?:was|were|is|has been) "
     r"(?:seriously |reportedly )?(?:injured|hurt|wounded|harmed)", ("injured",)),
    (r"(?:no ?one|nobody|none|no person|no people|no persons)(?: else)? (?:was|were|has been) (?:reportedly )?killed", ("killed",)),
    (r"(?:no ?one|nobody|none)(?: else)? died", ("killed",)),
    (r"no (?:other )?(?P<who>{people}) (?:was|were|has been|have been) (?:seriously |reportedly )?(?:injured|hurt|wounded|harmed)", ("injured",)),
    (r"no (?:other )?(?P<who>{people}) (?:(?:was|were|has been|have been) (?:reportedly )?killed|died)", ("killed",)),
    (r"there (?:were|are|was) no (?:dead|killed)", ("killed",)),
    (r"no (?:arrests|suspects? (?:is|are|was|were|has been) (?:in custody|arrested))", ("detained",)),
)  # fmt: skip

AGE = r"(?P<n>\d{1,3})[- ]years?[- ]old|\baged (?P<m>\d{1,3})\b|(?<=[a-z]), (?P<k>\d{1,2}),"
DISTANCE = (
    r"(?P<n>\d[\d,]*(?:\.\d+)?|{words})[ -](?P<u>kilomet(?:er|re)s?|kms?|miles?|met(?:er|re)s?|yards|feet|blocks)\b"
)
_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_MONEY_SCALE = r"hundred|thousand|million|billion|trillion|lakh|crore|bn|m|k"
MONEY = (
    rf"(?:(?:us)?[$€£¥]|\b(?:rs\.?|usd|eur|gbp|inr))\s?(?P<n>{_AMOUNT})(?:\s?(?P<s>{_MONEY_SCALE})\b)?",
    # "500,000 euros", "two million dollars"; pounds are a weight unless they are many or sterling
    rf"(?<![\w.,$€£¥])(?P<n>{_AMOUNT}|{{words}})(?:[\s-](?P<s>{_MONEY_SCALE}))?\s(?:(?:u\.?s\.?|american|canadian|australian|"
    r"swiss|russian|indian|pakistani|turkish|egyptian|syrian|iraqi|mexican)\s)?"
    r"(?:dollars?|euros?|rubles?|roubles?|rupees?|yen|yuan|francs?|pesos?|liras?|lire|shekels?|riyals?|rials?|dinars?|dirhams?|"
    r"naira|rand|baht|ringgit|kronor|kroner|zloty|hryvnias?|tenge|afghanis|shillings?|(?<=llion )won|(?<=llion )pounds|pounds sterling)\b",
)  # fmt: skip
# Letters of which some stand in every distance, and in every sum told by the name of its currency: where none stands the
# patterns need not be tried.
DISTANCE_LETTERS = ("kilomet", "km", "mile", "met", "yards", "feet", "blocks")
MONEY_LETTERS = (
    "dollar", "euro", "ruble", "rouble", "rupee", "yen", "yuan", "franc", "peso", "lira", "lire", "shekel", "riyal", "rial",
    "dinar", "dirham", "naira", "rand", "baht", "ringgit", "kronor", "kroner", "zloty", "hryvnia", "tenge", "afghanis",
    "shilling", "llion won", "pounds",
)  # fmt: skip
MONEY_SCALES = {
    "bn": 1_000_000_000,
    "m": 1_000_000,
    "k": 1000,
    "trillion": 10**12,
    "lakh": 100_000,
    "crore": 10_000_000,
}

# Groups that are counted as such: the number of people in them is not told.
HOUSEHOLDS = frozenset("families family households household".split())
# Who flees as one driven out; "two men fled on foot" may be those who did it.
FLEES = frozenset({"fled", "flee"})
DRIVEN_OUT = HOUSEHOLDS | frozenset(
    "residents villagers civilians refugees inhabitants townspeople townsfolk islanders".split()
)
MANY_WHO_FLEE = 100
FLED_WHAT = frozenset(
    "home homes house houses town towns city cities village villages country fighting violence war region province area camp "
    "district valley island border".split()
)
# "walked to the hospital" tells no harm by itself.
OWN_WAY = frozenset("walked walks walk ran run runs drove drives drive rode cycled returned headed "
                    "marched travelled traveled hurried belonging next close close-by".split())  # fmt: skip
HARM_TOLD = frozenset("shot shots gunshot bullet wound wounds wounded injured injury injuries hurt stabbed bleeding burned burns "
                      "himself herself themselves treatment treated".split())  # fmt: skip
ABOARD = frozenset({"aboard", "onboard"})
# Nobody lived: the number of those there is told in the first only.
NO_SURVIVORS = (
    (r"(?:none|neither) of (?:the|its|their|all) (?P<n>\d[\d,]*|{words})(?: \w+){0,4}? survived", "number"),
    (r"(?:none|nobody|no ?one)(?: else| of them| of the \w+)?(?: (?:aboard|on board|inside))? survived", ""),
    (r"(?:there (?:were|are) no(?: known)?|left no|found no|with no) survivors", ""),
)

IRREGULAR_PLURALS = frozenset("people men women children police troops crew policemen gunmen personnel".split())

# A run of words in capitals that names a person; those with these words do not.
NAME = r"(?:[A-Z][\w'’-]+|(?:[A-Z]\.)+)(?:\s+(?:[A-Z][\w'’-]*\w|[A-Z]\.|al-\w+|bin|de|van|von|da))+"
# One name behind a short title: "Lt. Mena".
TITLED = (
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Sgt|Lt|Capt|Maj|Cpl|Rev|Gov|Sen|Rep|Fr|Msgr)\.\s+([A-Z][a-z][\w’-]*)\b(?!\.?\s+[A-Z])"
)
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december police county department city state street road avenue court hospital center school university office the
    sheriff's church park club company news press united states islamic army force forces front party ministry government""".split()
)

# An object before the word: somebody else than the subject met the fate.
OBJECTS = frozenset("him her them himself herself self themselves".split())

# Verbs of saying between: the one before them is not the one it happened to.
SAYING = frozenset("said says say told tells believe believes reported".split())

VERBS_HELD = frozenset(
    "holding held helped helping carried carrying found find tended tending saw see treat treated".split()
)

# Further words without which no sentence is looked at for casualties.
CUE_WORDS = frozenset(
    "toll life custody arrest hospital hospitals condition wounds wound hostage passed one none neither nobody fled flee survived survivors".split()
)
