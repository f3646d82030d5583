"""English words that tell how an incident is told: now, earlier, feared, tried in court; data only.

Patterns are regular expressions in lower case; a blank stands for any white space.
"""

# ruff: noqa: E501

# A sentence that looks back.
EARLIER = (
    r"last (?:year|month|summer|winter|spring|fall|autumn|decade|century)", r"(?:\w+|\d+) (?:years?|decades?|months) (?:ago|earlier|before|prior)",
    r"(?:earlier|previously|formerly)", r"previous", r"(?:earlier )?this year", r"in recent (?:years|months|weeks|decades)", r"over the (?:years|past)",
    r"anniversary", r"in history", r"histor(?:y|ic|ically)", r"since (?:the )?(?:19|20)\d\d", r"in (?:the )?(?:19|20)\d\ds?", r"the (?:19|20)\d\d",
    r"once", r"in the past", r"decades?", r"similar (?:attacks?|incidents?|crash(?:es)?|fires?|shootings?|bombings?)",
    r"(?:worst|deadliest|first|biggest|largest) [\w' -]{0,40}since", r"had (?:been )?(?:\w+ly )?\w+ed",
    r"the latest (?:in|of) a (?:series|string)", r"comes? (?:after|amid|days|weeks|months)",
)  # fmt: skip

# Sentences that count many happenings, not this one.
STATISTICS = (
    r"(?:each|every|per|a) year",
    r"(?:years?|decade)",
    r"on average",
    r"statistics?",
    r"so far",
    r"defined as",
    r"in (?:the year )?(?:19|20)\d\d(?! ?[,-])",
    r"other (?:\w+ )?deaths",
    r"accidents",
    r"since [A-Z]\w+",
    r"nationwide",
    r"worldwide",
    r"annual(?:ly)?",
)

# The happening is not told as having taken place.
HYPOTHETICAL = (
    r"would", r"could", r"might", r"may(?! \d)", r"will", r"should", r"can", r"if", r"unless", r"in case of", r"plan(?:s|ned|ning)? (?:to|of|for)", r"plots? to", r"plotting",
    r"threat(?:s|en|ens|ened|ening)?", r"warn(?:s|ed|ing|ings)?(?! shots)", r"intend(?:s|ed|ing)? to", r"potential(?:ly)?", r"possib(?:le|ility|ly)", r"risks?(?: of)?",
    r"fears? (?:of|that)", r"prevent(?:s|ed|ing|ion)?", r"avoid(?:s|ed|ing)?", r"want(?:s|ed)? to", r"call(?:s|ed|ing)? for", r"vow(?:s|ed)? to", r"train(?:ed|ing)", r"suspicion of planning",
    r"in the event of", r"future", r"ready to", r"prepar(?:e|ed|ing) (?:to|for)", r"policy", r"law on", r"against (?:terrorism|violence)", r"combat(?:ing|ting)?", r"fight(?:ing)? against",
)  # fmt: skip
NEGATED = (
    r"no", r"not", r"never", r"without", r"denied", r"neither", r"n't", r"none of",
)  # fmt: skip

# Attempts and what was stopped in time.
ATTEMPTED = (
    r"attempted",
    r"attempt(?:s)? (?:to|on|at)",
    r"tried to",
    r"failed (?:attack|bombing|attempt)",
    r"unsuccessful",
    r"trying to",
    r"escaped unharmed",
)
FOILED = (
    r"foiled", r"thwarted", r"defused", r"deactivated", r"averted", r"intercepted", r"prevented (?:an? )", r"disarmed",
    r"failed to (?:explode|detonate)", r"did not (?:explode|go off|detonate)", r"safely detonated", r"disrupted (?:an? )",
)  # fmt: skip

# Courts: what is tried happened earlier.
COURT = (
    r"sentenced", r"pleaded (?:not )?guilty", r"pleads (?:not )?guilty", r"found guilty", r"convicted", r"trial", r"verdict", r"jur(?:y|ors)", r"acquitted", r"appeals? court", r"supreme court", r"prosecution", r"defen[cs]e attorney",
    r"life (?:in prison|sentence|imprisonment)", r"years in prison", r"indicted", r"indictment", r"plea", r"parole", r"extradit\w+", r"lawsuit", r"arraign\w+", r"testif\w+", r"inquest", r"inquiry",
)  # fmt: skip

TRIED = (
    r"sentenced",
    r"plead(?:s|ed)? (?:not )?guilty",
    r"found guilty",
    r"convicted",
    r"on trial",
    r"verdict",
    r"acquitted",
    r"jailed",
    r"testified",
    r"(?:admit(?:s|ted)?|confess(?:es|ed)?) (?:to )?(?:his|her|their) guilt",
)

# A noun of violence after these is the cause of the news, not the news.
AFTERMATH = r"\b(?:following|follow(?:s|ed)|after|amid|amidst|over|in response to|in the wake of|in connection with|because of) (?:[\w'-]+ ){0,5}"

# ... and after these it is the past of a person in the news.
PAST_OF = r"\b(?:implicated in|accused of (?:ordering|planning)|witness(?:es)? (?:of|to)) (?:[\w'-]+ ){0,3}"

# Words of other subjects in which the words of violence are figures of speech, and happenings without a hand or a machine.
FIGURATIVE = (
    r"shot down (?:the |a )?(?:proposal|idea|claims?|bill|plan|request)", r"shot (?:the |a )?(?:film|movie|video|scene|photos?|music)", r"(?:film|photo|video|movie) shoot(?:ing|s)?",
    r"heart attacks?", r"panic attacks?", r"asthma attacks?", r"cyber ?-?attacks?", r"(?:ddos|phishing|ransomware|personal|verbal|political|animal|shark|dog|lion|bear) attacks?", r"attack ads?", r"(?:pep|free|penalty|long|jump|screen|gun|mug|head|buckshot|long|parting|cheap|big|best|warning|snap|flu|vaccine|tequila) shots?",
    r"mug ?shot", r"shot (?:at (?:the )?(?:title|goal|winning|redemption)|on goal|put)", r"under fire (?:for|from|over)", r"fired (?:from|by|as|after|him|her|them|over|for|its|his|the (?:coach|manager|ceo))", r"came under fire",
    r"(?:market|stock|price|economic|financial|bank|currency|computer|server|website|system) (?:crash(?:es|ed)?|collapse[sd]?)", r"crash course", r"crash(?:ed|es)? (?:the )?(?:party|wedding|market|economy|server|computer)", r"fire sale", r"baby boom", r"battle (?:for|of|against) (?:the )?(?:title|cancer|ratings|brexit|hearts|nomination|seat|leadership|cup)",
    r"(?:legal|court|custody|political|uphill|cup|title|election|bidding|trade) battles?", r"battle(?:d|s|ing)? (?:cancer|with|against) (?:cancer|illness|covid|the fire|the blaze|flames)", r"(?:box[- ]office|photo) bomb", r"bombshell", r"bombed at the box", r"(?:ceasefire|cease-fire)",
    r"charm offensive", r"going on the offensive", r"offensive (?:language|remarks?|line|coordinator|comments?|tackle|to|and)", r"goal\w* raid", r"shooting (?:guard|range|stars?|percentage|guards|sports|club|competition|a film|the film|of the film)", r"clash(?:es|ed)? (?:over|of (?:cultures|opinions|ideas|civilizations)|between the (?:teams|clubs))", r"collapse of (?:the )?(?:talks|government|coalition|bank|economy|deal|ussr|soviet)",
    r"(?:talks|negotiations|government|coalition|economy|deal|company|bank|prices?) (?:has |have |had )?collapsed", r"fire (?:department|fighters?|service|chief|brigade|official|marshal|station|engine|truck|crews?|safety|alarm)s?", r"fired up", r"catch(?:es)? fire with", r"protested (?:his|her|their) innocence", r"(?:ratings|sales|youtube|internet) explosion", r"population explosion", r"exploded (?:in popularity|onto|into tears|with)",
    r"(?:match|game|season|league|cup|tournament|race|playoff|inning)s? (?:\w+ ){0,3}(?:clash|battle|shoot-?out|attack|strike)", r"penalty shoot-?out", r"kidnapp?ed by aliens", r"arrested development", r"cardiac arrest", r"house arrest", r"hunger strike", r"lightning strike[sd]?", r"striker",
    r"(?:prices?|costs?|inflation|rents?|debts?|demand|sales|popularity|markets?|shares|stocks?|peso|dollar|euro|rupee|rouble|ruble|lira|yen|currency|exchange rates?|economy) (?:\w+ ){0,2}(?:explod\w+|crash\w*|collaps\w+)",
    r"(?:collapse|crash|explosion) (?:of|in) (?:the )?(?:\w+ )?(?:prices?|costs?|inflation|rents?|demand|sales|markets?|shares|stocks?|currency|exchange rates?|rates?|peso|dollar|economy)",
    r"attack(?:s|ed|ing)? (?:the |a |his |her |its |their )?(?:[\w']+ ){0,2}?(?:plans?|budget|bill|policy|policies|law|proposals?|decision|record|reforms?|critics?|opponents?|rivals?|remarks|proclamations?|statements?|declarations?|speech(?:es)?|ideas?|claims?|comments?|resolutions?|rulings?|moves?|agreements?|deals?|treaty|accords?)",
    r"volcan\w+ (?:eruption|explosion)", r"(?:stars?|stellar|supernova|asteroid|meteor\w*) (?:\w+ ){0,2}(?:explosions?|exploded|collision|crash)", r"crash ?-?land\w* (?:on|into) (?:the )?(?:moon|mars|planet)",
    r"(?:killed|died) (?:of|from|by) (?:\w+ ){0,2}(?:cancer|disease|illness|natural causes|heart|stroke|pneumonia|covid|coronavirus|ebola|cholera|malaria|lions?|bears?|sharks?)", r"fighting (?:cancer|corruption|poverty|climate|disease|for (?:his|her|their) (?:life|lives|rights)|chance|the fire|the blaze)",
    r"(?:counts? of|charge[sd]? (?:with|of)|accused of|convicted of|guilty (?:to|of)|for|suspicion of|charges? in|with) (?:\w+ ){0,4}(?:murder|homicide|manslaughter|assault|arson|kidnapping|shooting)(?: charges?)?", r"(?:murder|homicide|assault|arson|kidnapping) (?:charges?|trials?|suspects?|cases?|unit|detectives?|division|convictions?)",
    r"war of words", r"murder mystery", r"killing time", r"protest (?:songs?|vote)", r"(?:civil|world|cold|gulf|trade|vietnam|korean) wars?", r"raid(?:ed)? (?:the )?(?:fridge|closet|savings)", r"fire and fury", r"line of fire", r"rapid-fire",
)  # fmt: skip

# Natural happenings: their tolls are no incident.
NATURAL = (
    r"earthquakes?", r"hurricanes?", r"tornado(?:es)?", r"floods?", r"flooding", r"tsunamis?", r"typhoons?", r"cyclones?", r"landslides?", r"avalanches?", r"volcano\w*", r"storms?", r"drought", r"monsoons?", r"epidemic",
    r"pandemic", r"outbreaks?", r"heat ?wave", r"mudslides?", r"mosquito\w*", r"virus(?:es)?", r"disease",
)  # fmt: skip

# Subjects in which a trigger word alone is no incident.
OTHER_SUBJECT = (
    r"championships?", r"league", r"tournament", r"playoffs?", r"coach", r"goals?", r"season", r"election", r"parliament", r"senate", r"congress", r"referendum", r"bill", r"legislation", r"shares", r"stocks?",
    r"researchers?", r"scientists?", r"study", r"journal", r"album", r"film", r"movie", r"species", r"interview", r"festival", r"olympic\w*",
)  # fmt: skip

# A war or a campaign, not one incident.
WAR_TOLL = (
    r"civil war",
    r"the war",
    r"war",
    r"since (?:the )?(?:19|20)\d\d",
    r"so far this year",
    r"over the (?:last|past)",
    r"(?:each|every|per) (?:year|month|day|week)",
    r"conflict",
    r"in \w+ years of",
    r"years of",
)

# Figures of a span of time, of many happenings: "40 teachers were killed in the past six months".
_SPAN = r"(?:days?|weeks?|months?|years?|decades?)"
_FEW = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|many|couple of)"
OF_PERIOD = (
    rf"(?:in|over|during|within|for|of) (?:the |these )?(?:last|past|previous|preceding|recent) (?:{_FEW} )?{_SPAN}",
    rf"(?:in|over|during|within) (?:the )?(?:\w+ than )?{_FEW} (?:days|weeks|months|years)(?! after| later)",
    r"(?:so far|already|earlier) this (?:year|month|week)",
    r"this (?:year|month)",
    r"since (?:january|february|march|april|may|june|july|august|september|october|november|december|19\d\d|20\d\d|"
    r"the (?:start|beginning|outbreak|war|year|1\d\d\d|late|early))",
    rf"(?:{_FEW}|an?|the|last) {_SPAN}(?: long)? of (?:\w+ )?(?:fighting|war|violence|clashes|conflict|unrest|battles?|combat)",
    rf"(?:each|every|per|a) {_SPAN}",
    r"(?:civil )?war (?:that|which) (?:has|began|broke)",
)

# A day that tells when something was said, not when it happened.
SAYING_BEFORE_DATE = (
    r"(?:said|says|told|announced|reported|stated|added|confirmed|wrote|tweeted|posted|released|published|updated|issued|according to [\w ]+|condemned|declared|disclosed|charged|revealed|arraigned|identified|accused|denounced|claimed) "
    r"(?:\w+ ){0,4}(?:on |late |early |this |yesterday |a statement |in a statement |reporters |today )*"
)  # fmt: skip
# "the group on Saturday denied ...": the day of the answer, not of what is answered.
ANSWERED_AFTER_DATE = (
    r"\s+(?:denied|condemned|blamed|accused|denounced|claimed (?:responsibility|credit|that)|took responsibility)\b"
)
NOT_HAPPENED_DATE = (
    r"as of", r"by", r"until", r"since", r"scheduled", r"next", r"will", r"court on", r"updated", r"posted", r"published", r"trial", r"due in court", r"vigil", r"funeral", r"hearing",
    r"appear", r"born", r"press conference", r"newspaper", r"edition", r"elected", r"signed", r"sentenced", r"before",
)  # fmt: skip

# Happening named again without its type.
GENERIC_EVENT = (r"incidents?", r"tragedy", r"disaster", r"accident", r"attacks?", r"scene", r"violence", r"crime")

# What makes explosions a bombing.
BOMB_HINTS = (
    r"bomb\w*", r"devices?", r"dynamite", r"grenades?", r"detonat\w+", r"militants?", r"terror\w*", r"claimed responsibility", r"suicide", r"attack(?:ers?|s)?", r"ieds?", r"guerrillas?", r"insurgents?", r"planted", r"explosives", r"land ?-?mines?",
    r"booby[- ]?traps?",
)  # fmt: skip

SECOND = (
    r"another (?:\w+ ){0,2}{event}", r"(?:a|the) second (?:\w+ ){0,2}{event}", r"(?:a )?separate (?:\w+ ){0,2}{event}", r"elsewhere", r"meanwhile", r"in a different", r"in another",
)  # fmt: skip

# --- perpetrators
UNNAMED = (
    r"(?:(?:two|three|four|five|six|several|some|\d+|a group of|a|an|the|unidentified|unknown|masked|armed|heavily armed|hooded|lone|alleged|suspected|presumed|young|heavily|other) )*"
    r"(?:gunm[ae]n|armed men|attackers?|assailants?|militants|insurgents|terrorists|guerrillas|rebels|shooters?|suicide bombers?|bombers?|kidnappers?|hijackers?|unidentified (?:men|persons|individuals|people)|"
    r"unknown (?:men|persons|individuals|people)|masked men|men wearing [\w ]{3,30}|suspects?|death squads?|hitmen|assassins?|criminals|robbers?|commandos|subversives|extremists|drug traffickers)"
)  # fmt: skip
# Before "three robbers": they are the ones who were harmed.
HARM_BEFORE = r"\b(?:shot|killed|arrested|detained|captured|wounded|injured|neutrali[sz]ed|eliminated|seized)\s+(?:dead\s+)?(?:at least\s+)?"
SUSPECTED = (r"suspected", r"alleged(?:ly)?", r"presumed", r"believed to", r"presumably", r"suspects?")
# Those who are blamed stand behind these words ("who") ...
BLAME = (
    (r"(?:blamed|blames|blaming) (?P<who>.{3,70}?) (?:for|of|over)\b", "accused"),
    (r"(?:blamed|blames|blaming) (?:[\w' ]{1,50}? )??on (?P<who>.{3,70})", "accused"),
    (r"attribut(?:ed|es|ing) (?:[\w'\" -]{1,80}? )??to (?P<who>.{3,80})", "accused"),
    (r"(?:accused|accuses|accusing) (?P<who>.{3,70}?) of\b", "accused"),
    (r"(?:held|holds|holding) (?P<who>.{3,60}?) responsible", "accused"),
    (r"responsibility (?:lies|rests) with (?P<who>.{3,60})", "accused"),
    (r"(?:charged|charges against|indicted) (?P<who>[\w' ,.-]{3,60}?) (?:with|for|on|of)\b", "charged"),
    (r"identified the (?:alleged |suspected )?(?:shooter|suspect|gunman|attacker|bomber|driver|killer) as (?P<who>.{3,60})", "suspected"),
    (r"(?:shooter|suspect|gunman|attacker|killer|bomber),? (?:was |is |has been )?(?:identified|named) as (?P<who>.{3,60})", "suspected"),
)  # fmt: skip
# A text attributed to somebody is no blame.
TEXTS = r"(?:messages?|statements?|claims?|letters?|videos?|quotes?|remarks?|tweets?|reports?|posts?|words|recordings?|documents?|paintings?|works?)[\w, ]{0,25}$"
# ... or before these.
BLAMED = (
    (
        r"(?:is|are|was|were|being) (?:allegedly |reportedly |directly )?(?:responsible for|behind|blamed for|accused of|to blame)",
        "accused",
    ),
    (r"(?:is|was|were|are|has been|have been|been) (?:\w+ ){0,2}(?:charged|indicted)", "charged"),
    (r"(?:is|was|were|are|has been|have been|been) (?:\w+ ){0,2}(?:convicted|found guilty|sentenced)", "convicted"),
    (r"charged with", "charged"),
    (r"plead(?:s|ed) guilty", "convicted"),
    (r"plead(?:s|ed) not guilty", "denied"),
    (r"(?:is|are|was|were) suspected of", "suspected"),
    (
        r"(?:is|are|was|were) (?:the |a )?(?:\w+ )?(?:suspects?\b|suspected (?:perpetrator|culprit|attacker|author|bomber)s?)",
        "suspected",
    ),
)
# A deed, and words that may stand between it and its doer ("kidnapped late on Friday by").
BY_PERPETRATOR = (
    r"(?:killed|murdered|attacked|carried out|perpetrated|committed|staged|kidnapp?ed|abducted|ambushed|executed|shot|stabbed|bombed|launched|conducted|assassinated|detonated|planted|gunned down|destroyed|claimed|hijacked|seized|set off|blown up|organized|sabotaged|dynamited|burned|"
    r"attacks?|bombings?|ambush|raid|massacre|murders?|assassination|killings?|kidnapp?ing|abduction|sabotage|(?:terrorist|criminal) actions?) "
    r"(?:(?!(?:and|or|but|who|which|that|when|while|after|before|as)\b)[\w'-]+ ){0,7}?by (?P<who>.{3,80})"
)  # fmt: skip
DOER_VERBS = (
    r"(?:killed|murdered|attacked|staged|kidnapp?ed|abducted|ambushed|executed|shot|stabbed|bombed|launched|assassinated|detonated|planted|opened fire|fired|stormed|raided|seized|hijacked|destroyed|blew up|dynamited|exploded|hurled|"
    r"wounded|injured|massacred|sabotaged|downed|shelled|perpetrated|machine-gunned|broke into|took over|occupied|overpowered|tortured|robbed|placed|"
    r"threw|burned|set fire|machinegunned|blew (?:him|her|them)sel(?:f|ves) up|carried out|clashed)"
)  # fmt: skip

# Forces of a state that harm people who fight nobody: those are the doers, not the ones who answer an attack.
HARMED_BY_FORCES = (
    r"(?:\[[\w ]+\] )?(?:(?:have|has|had|also|yesterday|today|allegedly) ){0,2}(?:killed|murdered|massacred|executed|assassinated|tortured|abducted|kidnapp?ed|bombed|shelled|strafed|shot|beat|fired (?:at|on)|opened fire on|machine-?gunned) "
    r"(?:[\w'-]+ ){0,4}?(?:peasants?|civilians?|students?|people|persons?|residents|villagers?|workers?|priests?|nuns?|journalists?|reporters?|wom[ae]n|child(?:ren)?|demonstrators?|protest[eo]rs?|unionists?|teachers?|youths?|farmers?|population|villages?|neighborhoods?|hamlets?)"
)  # fmt: skip
FORCE = r"(?:army|armed forces|guards?|police|brigade|battalion|air force|navy|marines|troops|soldiers|military|security forces)"
PEOPLE_OF_FORCES = r" (?:troops|soldiers|members|agents|officers|units?|patrols?|personnel|elements)$"

SUICIDE = (
    r"suicide[- ](?:bomb\w*|attack\w*|mission|blast|explosion|vest|squad)",
    r"blew (?:him|her|them)sel(?:f|ves) up",
    r"suicide (?:car|truck) bomb\w*",
)
NOT_SO = (r"denied", r"denies", r"deny", r"denying", r"not", r"rejected", r"dismissed", r"ruled out", r"never")
PERSON_AS = (
    r"(?:identified|described|named) (?:[\w' ]{1,50}? )?as (?P<who>(?:an? |the )[\w' -]{0,40}?(?:man|woman|boy|girl|teenager|student|resident|native|national|citizen|veteran|youth|male|female))\b",
    r"(?:man|woman|suspect|bomber|gunman|attacker|shooter|driver), (?P<who>an? (?:[\w'-]+ ){0,2}\d+-year-old(?: [\w' -]{1,30})?)",
    r"(?:suspect|bomber|gunman|attacker|shooter) (?:is|was) (?P<who>(?:an? )[\w' -]{0,40}?(?:man|woman|boy|girl|teenager|student|resident|native|national|citizen|veteran|youth|male|female))\b",
)  # fmt: skip
# The stops of "U.S." do not end the words.
TARGET_OF = (
    r"(?:attacks?|bombings?|strikes?|raids?|assaults?|ambush(?:es)?|shootings?|shelling|fire|explosions?) (?:on|against|at|outside|targeting) (?P<what>(?:an? |the |two |three |several |its |his |their )?(?:[\w' -]|(?<=\b[A-Z])\.(?=[A-Z]|\s[a-z])){3,50})",
    r"(?:attacked|bombed|stormed|raided|targeted|targeting|ambushed|shelled|dynamited|blew up|destroyed) (?P<what>(?:an? |the |two |three |several |its |his |their )(?:[\w' -]|(?<=\b[A-Z])\.(?=[A-Z]|\s[a-z])){3,50})",
    r"(?:close to|near|outside|in front of) (?P<what>(?:an? |the )?[\w' -]{0,30}?(?:{targets}))",
)  # fmt: skip

# Places that tell where something is dealt with, not where it happened.
NO_SCENE = (
    r"\b(?:Court|Courthouse|Hospital|Medical|Department|Ministry|University of|Fire Station|Morgue|Clinic|Center for)\b"
)
# A named site, with its words in capitals, led in by a preposition.
SITE = (
    r"\b(?:[Ii]n|[Aa]t|[Oo]utside|[Nn]ear|[Ii]nside|[Oo]n|[Oo]f|[Ff]rom|[Tt]hrough)\s+(?:the\s+|a\s+)?(?P<site>(?:\d+\s+)?(?:[A-Z][\w'’.-]*\s+){1,4}"
    r"(?:Mosque|Church|Cathedral|Synagogue|Temple|Market|Bazaar|Hotel|Palace|Street|Avenue|Road|Boulevard|Lane|Drive|Highway|Bridge|Square|Park|Plaza|Airport|Station|School|College|Campus|Mall|Stadium|Arena|Tower|Building|Museum|"
    r"Theatre|Theater|Prison|Base|Barracks|Harbor|Harbour|Port|Beach|Island|Complex|District|Neighborhood|Corner|Dam|Mine|Refinery|Nightclub|Restaurant|Club|Casino|Farm|Apartments?)|(?:Route|Interstate|Highway)\s+\d+)\b"
)

# Heads of noun phrases that may be blamed though they are no names ("army sectors", "the drug mafia").
BLAMABLE = (
    r"(?:groups?|squads?|army|forces?|troops|police|government|sectors?|mafia|cartels?|soldiers|men|rebels|guerrillas|militia\w*|military|"
    r"commandos|separatists|insurgents|extremists|terrorists|militants|traffickers|regime|authorities|communists|aircraft|pilots|gangs?)"
)

# Forces of a state: told as doers by the narrator they are stated, not unknown.
FORCES = (
    r"army",
    r"forces?",
    r"troops",
    r"police",
    r"government",
    r"soldiers",
    r"military",
    r"aircraft",
    r"regime",
    r"militia\w*",
)

# Words of a denial that concern the speaker's own part.
INVOLVED = r"\b(?:(?:it|they|he|she|group|movement|we|i)\b.{0,40}(?:responsib|involve|behind|role|carr(?:y|ied) out|commit|part in)|(?:any )?(?:responsibility|involvement|role in|part in|having|being behind))"
# A person who speaks for a group named before.
THEIR_VOICE = (
    r"\b(?:their|its|the (?:group|movement|organi[sz]ation|faction|rebels?|guerrillas?|insurgents?|militants?)['’]?s?)\s+"
    r"(?:\w+\s+)?(?:spokes\w+|commander|leader|chief)\b"
)
# Somebody brought down what flew.
DOWNED = (
    r"\b(?:sh(?:ot|oot|ooting)|(?:br(?:ought|ing|inging)|t(?:ook|ake|aking)) down|down(?:ed|ing))\b.{0,40}?"
    r"\b(?:helicopters?|planes?|aircraft|airplanes?|jets?|drones?|choppers?|airliners?|warplanes?|gunships?)\b|"
    r"\b(?:helicopters?|planes?|aircraft|airplanes?|jets?|drones?|choppers?|airliners?|warplanes?|gunships?)\b.{0,40}?"
    r"\b(?:shot|brought|taken) down|\bdowned\b"
)
# Who gives the reason of an attack claims it.
REASONED = (
    r"(?:is|was|were|are|came|comes) (?:\w+ )?(?:a |an |in |the )?(?:response|revenge|punishment|retaliation|answer|reprisal|vengeance|warning)",
    r"in (?:response|revenge|retaliation|reprisal) (?:to|for)",
    r"to avenge",
)

# A day beside these is that of an arrest, a charge or a hearing.
ARREST_DAY = (
    r"arrested",
    r"custody",
    r"charged",
    r"court",
    r"surrendered",
    r"turned (?:him|her|them)sel(?:f|ves) in",
    r"hearing",
    r"bond",
    r"bail",
    r"appearance",
    r"booked",
    r"jail",
    r"indicted",
    r"charges",
    r"press conference",
    r"news release",
    r"vigil",
    r"funeral",
    r"memorial",
)
# Words that make a time of day a day of its own.
DAY_WORDS = r"(?i)\b(?:\w+day|today|yesterday|tonight|last|morning of|night of|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b|\d{4}|\d/\d"

# What ends a noun phrase, and phrases that name a day or a time.
PHRASE_END = r"\s+(?:in|on|at|by|of the attack|and|that|which|who|when|while|as|with|for|to|from|after|was|were|is|are|has|have|had|late|early|this|last|killing|injuring|during|near|next|yesterday|today|tonight|\w+day|since|where|such|through|against|before|because|but|until|around|resulted|killed|kills|wounded|injured|destroyed|damaged|left|(?:\d+|a|one|two|three|four|five|six|several|some) (?:minutes?|hours?|days?|weeks?|months?|years?))\b"
DAY_PHRASE = r"(?:the|a|an)?\s*(?:\w+day|night|morning|\w+ (?:a\.?m|p\.?m)|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))\b.*|him|her|them|it|us|me"

# Words with which the name of a thing or a person neither begins nor ends.
EDGE_WORDS = frozenset((
    "a", "an", "the", "of", "and", "or", "in", "at", "on", "to", "for", "by", "with", "from", "near", "between", "where",
    "which", "who", "that", "since", "such", "next", "against", "as", "when", "its", "his", "her", "their", "alleged",
))  # fmt: skip

# Words that describe a body or its people and name none; and parts of a body, whose name is more than the body's.
DESCRIBING = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "some", "several", "other", "one",
    "two", "three", "four", "five", "six", "many", "members", "member", "elements", "men", "people", "person", "persons",
    "group", "groups", "organization", "organizations", "organisation", "organisations", "movement", "movements",
    "guerrilla", "guerrillas", "guerilla", "guerillas", "rebel", "rebels", "terrorist", "terrorists", "insurgent",
    "insurgents", "subversive", "subversives", "militant", "militants", "extremist", "extremists", "separatist",
    "separatists", "leftist", "leftists", "rightist", "rightists", "fighters", "combatants", "gunmen", "troops",
    "soldiers", "armed", "wing", "branch", "arm", "service", "services", "so-called", "self-styled", "alleged",
    "suspected", "presumed", "clandestine", "outlawed", "urban", "rural", "unidentified", "unknown", "heavily", "masked",
    "of", "and", "from", "belonging", "to",
))  # fmt: skip
# People of an armed group, told without its name.
INSURGENTS = (
    r"guerr?illas?", r"rebels?", r"insurgents?", r"subversives?", r"terrorists?", r"separatists?", r"urban commandos",
)  # fmt: skip
UNIT = (
    r"fronts?", r"columns?", r"commandos?", r"commands?", r"battalions?", r"brigades?", r"units?", r"cells?", r"squads?", r"factions?",
)  # fmt: skip

# Another happening than the one told before: beside its words, or at the start of a sentence.
ANOTHER = (
    r"another", r"a (?:second|third|fourth|further|different|separate|similar)", r"an?other", r"(?:two|three|four|several) (?:other|more|further)", r"other",
)  # fmt: skip
OPENS_ANOTHER = (
    r"meanwhile", r"elsewhere", r"in (?:another|a separate|a different|a second|a related)", r"separately", r"on the other hand", r"also (?:on|in|yesterday|today|last)", r"in addition", r"in other (?:developments|incidents|attacks|actions|areas|parts)",
    r"(?:hours|minutes|days|a day|later|shortly) (?:later|after(?:ward)?s?)", r"(?:the )?next day", r"(?:on )?the (?:following|same) (?:day|night|morning|evening)", r"at the same time", r"simultaneously",
)  # fmt: skip
# Words before a noun that point back to what was told.
DEFINITE = (r"the", r"this", r"that", r"these", r"those", r"its", r"his", r"her", r"their", r"after", r"of")

# An attack by these is a bombing, unless firearms are named too.
BOMBS = (
    r"bombs?", r"explosive (?:devices?|charges?)", r"dynamite(?: charges?| sticks?)?", r"(?:car|truck|pipe|petrol) bombs?", r"grenades?", r"explosives",
)  # fmt: skip
FIREARMS = (
    r"shot(?:s|gun|guns)?", r"gunfire", r"gunm[ae]n", r"opened fire", r"bullets?", r"rifles?", r"machine-?gun\w*", r"pistols?", r"gunned", r"fired", r"shooting", r"stabbed", r"knife", r"knives", r"machetes?", r"firearms?", r"murder\w*", r"massacre\w*",
)  # fmt: skip

# Words of stories and of rehearsals: two of them at the start, and nobody told as dead there, tell no happening.
UNREAL = (
    r"films?", r"movies?", r"novels?", r"cinemas?", r"screenplay", r"box office", r"premieres?", r"premiered", r"starring", r"directors?", r"actors?", r"actress(?:es)?", r"plot", r"in (?:one|the opening|a|the final) scene", r"television series", r"drama", r"video ?games?",
    r"rehears\w+", r"simulat\w+", r"drills?", r"(?:part in|held|during|in) an? (?:\w+ ){0,2}exercise", r"exercises? (?:in which|had|went|at|on|is|was)", r"mock (?:attack|crash|victims?|casualties)", r"played the (?:injured|wounded|victims|dead)",
)  # fmt: skip
