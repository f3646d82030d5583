"""English words around place names: what announces one, what turns a name into something else.

Word lists are general: the common words are words of news English that are also the name of some settlement.
"""

from __future__ import annotations

import re

from sayso.lang.words import phrases, words

PLACE_PREPOSITIONS = words(
    """
    in at near from to around outside inside across throughout through toward towards into between within beyond
    off via over under along above
    """
)
"""A place may follow directly."""

LOCATIVES = words("in at near outside around across throughout inside within")
"""Prepositions that nearly always announce a place when a name follows."""

ATTACKS_ON = words(
    """
    attack attacks strike strikes airstrike airstrikes raid raids assault assaults offensive advance march onslaught
    barrage barrages bombing bombings bombardment
    """
)
"""Before "on": what is often told to hit a town."""

NAMED_TYPES = words(
    """
    county counties province region state district oblast governorate prefecture parish island islands river valley
    peninsula city village township mountains desert lake bay coast krai canton territory republic creek
    """
)
"""Kinds of place that belong to the name when they are written with a capital ("Adair County")."""

LINKS = words(
    """
    of the and de la le les el al du des d di da do del on upon sur y e es in au aux am an der den im sous a
    ez az er ar ed ad esh ash et en ul ud lez
    """
)
"""Words in lower case that may stand inside a name ("Frankfurt am Main", "Port-au-Prince", "Deir ez-Zor")."""

REGION_ABBREVIATIONS = words(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo ont que man sask alta kans penn nebr oreg wisc cal penna nfld qld
    """
)
"""States and provinces as newspapers shorten them; a stop or a comma must show that they are meant."""

REGION_INITIALS = words("ny nj nh nm nc nd sc sd ri dc bc ns nb pei")
"""States and provinces written as initials ("N.Y.")."""

TITLE_ABBREVIATIONS = words("st ste mt ft sen gov rep gen col lt sgt capt maj mr mrs ms dr prof rev pres")
"""Shortened words whose stop ends no name and no sentence."""

WIRES = words("AP AFP Reuters UPI CNN BBC Xinhua Bloomberg EFE TASS ANSA Interfax")
"""Agencies that stand in brackets behind a dateline."""

SITE_NOUNS = words(
    """
    arena stadium airport hospital mosque church cathedral temple synagogue hotel mall square street avenue road
    boulevard highway bridge tunnel station terminal barracks prison jail plaza tower museum theater theatre courthouse
    palace refinery cemetery zoo nightclub bazaar park camp school beach airfield airbase
    """
)
"""Last words of names of sites that need no known place in the name ("Harbour Street", "Al Noor Mosque")."""

WAYS = words("street avenue road boulevard highway lane drive expressway freeway parkway")
"""Last words of names of ways: they are named after places that they do not lie in ("Verona Street")."""

BODIES_OF = words(
    """
    university bank council church college institute hospital bishop archbishop duke earl prince diocese archdiocese
    parliament court
    """
)
"""Capitalised before "of X", these name a body or a title, not the place X."""

NAME_OPENERS = words("united real air virgin radio camp bank inter new old sir club team miss house")
"""Common words that, capitalised, often open the name of a body whose last word is a place ("United Russia")."""

CALENDAR = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Days and months: capitalised, but never part of a name of a place."""

NEAR_WORDS = words(
    """
    near outside around beyond off
    """
)
"""The thing told of lies near the place that follows, not in it."""

SETTLEMENTS_BEFORE = words("capital city town village port")
"""Kinds of settlement that stand before a name ("the capital Osh", "the city of Osh")."""

DIRECTIONS = words(
    """
    north south east west northeast northwest southeast southwest north-east north-west south-east south-west
    northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern
    north-western south-eastern south-western upper lower mid downtown greater inner outer rural
    """
)
"""Parts of a place by direction."""

UNITS_OF_DISTANCE = words(
    """
    kilometers kilometres kilometer kilometre km kms miles mile mi nm nmi meters metres yards minutes hours hour drive
    """
)
"""Units in "80 km from X"."""

_FAR = r"\d[\d,.]*[\s-]?(?:km|kms|kilomet(?:er|re)s?|(?:nautical\s)?miles?|nmi?|NM)"
MEASURED_BEHIND = re.compile(
    r"\s*(?:,|\()?\s*(?:(?:which\s+)?(?:is|lies|sits)\s+)?(?:(?:located|situated)\s+)?(?:about|some|around|roughly|"
    r"approximately|nearly|almost|just|only|over|more\sthan|less\sthan)?\s*"
    + _FAR
    + r"\s+(?:\([^)]{1,30}\)\s*)?(?:away\s+)?"
    r"(?:due\s+|to\s+the\s+)?(?:north|south|east|west)[-\s]?(?:east|west)?\s+of\s+[A-Z]",
)
"""Behind a name: how far it lies from a place and on which side."""
FAR_BEFORE = re.compile(_FAR + r"\s+(?:\([^)]{1,30}\)\s*)?(?:due\s+|to\s+the\s+)?(?:(?:north|south)[ -])?$")
"""Before "north of": a distance."""

TYPES_AFTER = words(
    """
    province region state county district city town village oblast governorate prefecture municipality republic
    territory peninsula island islands river valley area suburb neighborhood neighbourhood borough parish
    department canton division capital port township commune krai desert mountains lake bay coast border airport
    """
)
"""Kinds of place that stand after a name ("Atyrau region")."""

TYPES_BEFORE = words(
    """
    city town village province region state district county port capital island municipality governorate suburb
    neighborhood neighbourhood township river lake mount republic hamlet department borough settlement prefecture
    oblast kingdom territory
    """
)
"""Kinds of place that stand before a name ("the city of X", "the village of X", "Lake X")."""

TOWNSPEOPLE = words(
    """
    police policeman policemen policewoman resident residents officials authorities firefighters paramedics mayor
    man woman men women boy girl teen teenager teenagers couple native prosecutors
    """
)
"""Whom a town has, right behind its name and never behind that of a man ("X police", "an X woman", "X residents")."""

FACILITY_NOUNS = words(
    """
    arena stadium airport hospital university college school mosque church cathedral temple synagogue hotel mall
    market square street avenue road boulevard drive lane highway bridge tunnel station terminal port harbor
    harbour base barracks prison jail camp park plaza tower building center centre museum library theater theatre
    court courthouse palace embassy consulate factory plant refinery dam mine cemetery zoo garden gardens club
    nightclub bar restaurant cafe bazaar checkpoint crossing barrage headquarters house hall field fields forest
    creek canal monastery shrine ranch farm clinic institute academy airfield airbase steelworks
    """
)
"""Last words of the name of a building or site."""

MISSIONS = words("embassy embassies consulate consulates")
"""Sites of a country that lie abroad."""

ORGANISATION_NOUNS = words(
    """
    times post herald tribune gazette journal chronicle telegraph guardian observer sun star mirror news press
    radio tv television daily weekly magazine express dispatch examiner inquirer courier sentinel today
    broadcasting media police army navy force forces ministry department government administration parliament
    congress senate council commission committee bureau agency authority office party front union united
    association society league organization organisation company corporation corp inc ltd group holdings bank
    airlines airways industries foundation federation institute fc city rovers wanderers athletic eagles lions
    tigers bears giants cowboys warriors rangers cup open festival marathon championship games olympics treaty
    agreement accord protocol convention summit declaration act law war revolution conference process plan bulls
    jets raiders saints steelers redskins dolphins patriots packers vikings yankees mets sox cubs dodgers lakers
    celtics knicks heat rockets spurs times-picayune review record ledger bee fire sheriff chamber coalition
    alliance motors airways electric energy oil gas petroleum steel insurance mutual life financial capital
    services school schools
    """
)
"""Words that turn the place name before them into the name of a body, a team, a paper or a thing."""

COMMON_PHRASES = phrases("point blank, red cross")
"""Phrases of news English, folded, that some small town bears as its name."""

_KINDS_OF_SCENE = (
    r"(?:town|village|hamlet|canton|neighbou?rhood|district|settlement|municipality|community|area|sector|suburb|city|"
    r"port|parish|colony|jurisdiction|region|farm|ranch|locality|zone|center|centre|outskirts|vicinity)"
)
LEADS_TO_SCENE = (
    r"\b(?:in|at|near|outside|inside|on|around|between|through)\s+(?:the\s+|a\s+)?"
    rf"(?:[\w-]+\s+)?(?:{_KINDS_OF_SCENE}s?\s+(?:of|called|known as)\s+(?:the\s+)?)?"
)
"""Before a name: it may be the scene ("in", "near the small town of")."""
THE_CAPITAL = (
    r"\b(?:in|at|throughout|inside|(?:heart|cent(?:er|re)|middle|outskirts|parts?|areas?|districts?|streets|neighbou?rhoods?|sections?|sectors?|zones?|suburbs?)\s+of)\s+"
    r"(?P<capital>(?:the|this)\s+(?:(?:country|nation)['’]s\s+)?capital(?:\s+city)?)\b(?!\s+(?:of|[a-z]*(?:market|"
    r"punishment|goods|gains?|city\s+of)))"
)
""" "In the capital", which the name of no town follows."""
NO_PLACE_NAMES = words("fatherland homeland motherland northern southern eastern western central downtown gunpoint")
"""What looks like the name of a place and is none."""
KINDS_BEHIND = TYPES_AFTER | words("corregimiento hamlet settlement sector jurisdiction zone")
"""Kinds of place that are left out where a name is told without its kind ("Los Sauces canton")."""
STATE_AS_ADJECTIVE = r"(?:[A-Z]\.){2,}|U[SK]|USA|USSR|PRC|FRG|GDR|UAE|DPRK|DRC"
"""Short names of countries that stand before a noun as an adjective ("the U.S. convoy")."""
AFTER_A_SCENE = words(
    """
    a after also an and are as at because before between but by during for from had has have he her his if in into is it
    its last later near next of on or she since so that the their then they this though to today told tomorrow tonight
    until was were when where which while who will with without would yesterday monday tuesday wednesday thursday friday
    saturday sunday said says january february march april may june july august september october november december
    """
)
"""Words behind the name of a country that stands for itself; before a noun its short name is an adjective."""
DOMESTIC_BODIES = (
    r"\s+(?:(?:national|federal|armed|military|leftist|rightist|marxist|urban|rural|security|clandestine|maoist|judicial|"
    r"investigative|prison|riot|secret)\s+)?(?:army|police|guerrill\w+|rebels?|insurgents?|insurgency|peasants?|"
    r"government|president\w*|congress|parliament|senate|authorities|forces|judges?|supreme court|opposition|"
    r"universit\w+|labor unions?|trade unions?|countryside|towns?|villages?|soil|territory|war|conflict)\b"
)
"""Behind the name of a people: bodies and things that are found in their own country."""
OFFICE_OF = (
    r"\b(?:rector|bishop|archbishop|cardinal|dean|director|president|head|chief|secretary(?:[ -]general)?|leader|"
    r"chairman|spokes\w+|ambassador|correspondent|native)\s+of\s+(?:the\s+)?$"
)
"""Before a place: it belongs to somebody's office or origin and is seldom the scene."""
COMING_AND_GOING = (
    r"\b(?:arriv\w+|land\w*|liv(?:e|es|ed|ing)|resid\w+|exiled?|refuge|asylum|born|stud\w+|met|meet\w*|stay\w*|"
    r"visit\w*|seminar|conference|talks|summit|interview\w*|remain\w*|hid(?:ing|den)?|tour\w*|stopover|ambassador)"
    r"\s+(?:\w+\s+)?(?:in|to|at)\s+(?:the\s+)?$"
)
"""Before a country: where somebody came, lives or met, no scene."""

COMING_FROM = (
    r"\b(?:(?:man|men|woman|women|people|person|boys?|girls?|child|children|resident|native|student|teacher|worker|soldier|"
    r"officer|doctor|engineer|nurse|journalist|tourist|migrant|refugee|family|families|couple|trader|farmer|driver|"
    r"fisherman|fishermen|delegation|team|brother|sister|father|mother|relative|volunteer|pilgrim|businessm[ae]n)s?"
    r"|c[ao]me|coming|arriv\w+|return\w*|fl[ey]\w*|fled|travell?\w*|hail\w*|originally|deport\w*|expelled)"
    r"\s+from\s+(?:the\s+(?:(?:\w+ern\s+)?(?:city|town|village)\s+of\s+)?)?$"
)
"""Before a town: where somebody comes from, no scene while another place is told."""
SEAT_OF_COURT = (
    r"(?:^|[.!?\"”]\s+|\b(?:by|before|to)\s+)(?:a|an|the)\s+(?:\w+\s+){0,2}(?:court|tribunal|judge|jury|prosecutor)s?\s+in\s+"
    r"(?:the\s+)?$"
)
"""Before a town: where a court sits ("A court in X sentenced ..."), no scene while another place is told."""

SAYING_VERBS = words(
    """
    said says say warned warns denied denies accused accuses claimed claims announced announces told wants wanted
    rejected rejects condemned condemns urged urges insisted insists believes believed agreed agrees refused
    refuses vowed vows demanded demands argued argues threatened threatens backed backs supports supported hopes
    blamed blames criticised criticized signed responded reacted pledged accepted called calls
    """
)
"""A country or capital that does this stands for its government."""

NAME_PARTICLES = words(
    """
    al el la las los le les de del della di da do dos das du des den der van von bin ibn abu ben mac mc san santa
    saint st
    """
)
"""Particles that may begin or join a name."""

SURNAME_MARKS = words(
    """
    jr sr ii iii
    """
)
"""What follows a person only."""

GIVEN_NAMES = words(
    """
    aaron abby abdul abdullah abraham adam adrian ahmad ahmed aidan alan albert alex alexander alexandra alexei
    alfred ali alice alicia alison allen allison amanda amber amy ana andrea andrei andres andrew andy angela ann
    anna anne annie anthony antonio april arnold arthur ashley audrey austin barack barbara barry beatrice ben
    benjamin bernard beth betty beverly bill billy bob bobby brad bradley brandon brenda brent brett brian bridget
    bruce bryan bryce caleb calvin cameron carl carla carmen carlos carol caroline carolyn casey catherine cecil chad
    charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara
    clarence clark claudia clayton cliff clifford clint clyde cody colin connie connor corey cory courtney craig
    curtis cynthia daisy dale dan daniel danielle danny darren darryl dave david dawn dean deborah debra dennis
    derek derrick diana diane diego dmitry dominic don donald donna doris dorothy doug douglas drew duane dustin
    dwight dylan earl eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena elizabeth ella
    ellen emily emma enrique eric erica erik erin ernest esther ethan eugene eva evan evelyn faisal fatima felix
    fernando florence frances francis francisco frank franklin fred frederick gabriel gail gareth garry gary gavin
    gene geoff geoffrey george georgia gerald gerard gilbert gina giovanni glen glenn gloria gordon grace graham
    grant greg gregory guy hannah harold harriet harry harvey hassam hassan hazel heather hector heidi helen henry
    herbert herman hillary holly howard hugh hugo hussein ian ibrahim igor irene isaac isabel ivan jack jackie
    jackson jacob jacqueline jaime jake james jamie jan jane janet janice jared jasmine jason javier jay jean jeff
    jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joanne joe
    joel joey johan john johnny jon jonathan jordan jorge jose joseph josh joshua joy joyce juan juanita judith
    judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy katie kayla keith kelly ken
    kendra kenneth kenny kent kerry kevin khaled khalid kim kimberly kirk kristen kristin kurt kyle lance larry
    laura lauren laurence lawrence leah lee leo leon leonard leroy leslie lewis liam linda lindsay lindsey lisa
    lloyd logan lois lonnie lori louis louise lucas lucia lucy luis luke lydia lynn madison mahmoud malcolm manuel
    marc marcia marco marcus margaret maria marie marilyn mario marion marjorie mark martha martin marvin mary
    mason matt matthew maureen maurice max maxwell megan melanie melissa melvin michael michele michelle miguel
    mike mikhail mildred milton miranda mitchell mohamed mohammad mohammed molly monica morgan muhammad mustafa
    nancy naomi natalie nathan nathaniel neil nelson nicholas nick nicolas nicole nigel nikolai nina noah noel
    nora norma norman oleg olga oliver olivia omar oscar owen pablo pamela patricia patrick paul paula pauline
    pedro peggy penny percy perry peter phil philip phillip phyllis pierre preston rachel rafael ralph ramon
    randall randy raul ray raymond rebecca regina renee ricardo richard rick ricky rita rob robert roberta roberto
    robin rodney roger roland ron ronald ronnie rory rosa rosemary ross roy ruben russell ruth ryan sabrina saeed
    sally salman sam samantha samuel sandra sara sarah saul scott sean sebastian sergei sergey seth shane shannon
    sharon shaun shawn sheila shelby sheldon shirley sidney simon sofia sonia sophia sophie spencer stacey stacy
    stan stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne sydney sylvia tamara tania
    tanya tara taylor ted teresa terrance terrence terry thelma theodore theresa thomas tiffany tim timothy tina
    todd tom tommy tony tracey tracy travis trevor troy tyler valerie vanessa vera vernon veronica vicki victor
    victoria vincent viola virginia vivian vladimir wallace walter wanda warren wayne wendy wesley whitney will
    willard william willie wilma yasser yolanda yuri yusuf yvonne zachary zoe
    """
)
"""Given names common in English-language news; a place name after one is a surname."""

COMMON_WORDS = words(
    """
    a academy accord acre act ada add added advance agency aim ain air airport aka akin all alla allege alley
    alliance along alot alpha also alter an and anew angel angels anger angered angle angles anos another anthem
    any apples april apt arc arch are area aren arena arrest arsenal art artillery as asahi ask asked assumption
    at ate au auditorium august aura aus authorities avenue awe axis bad bag bail ball ballots bamboo ban banana
    band bang bangs bank banks banner banning bar barber bare barge barn barrage base basic basin bass bat bath
    battle battlefield battleground bay beach beaches bean bear bed beer beers began begun bells belt bend bent
    berry best bet beta betting bias bible bid big bigger biking bill billed bin bir bites biting blacks blades
    blend blessing blond blur bona bond bone book boom boon boos boot booth border bore born borne both bottom
    boundary bow box boy brain brains brake branch brand brash brass breakers brick bride bridge bridges bright
    brilliant broke brown brush buck bucks bullet bully burden burn burns burst bury bus bush bust busy but butt
    butterfly buy by cab cache cada cafe cage calcium caller came camp camps can canal cane cant capital car
    carbon care cargo carry cars cases cash casino casinos cast cat cathedral catholic cave celebration cell
    cement center central centre centres cents century chair chamber chambers champion chance change charge chase
    chat che checkpoint child chin chipping chop christian christmas church circle cite citrus city clans clever
    cloud coal coats coin college colony com coma combine come comfort commerce commissioner common commonwealth colonia
    communal communism como competition compound concession concise concrete congress conservation constitution
    content contention contest continental conversion convoy cook cooks cool cooling cop cope cordon corn corners
    corporation corral council countryside county course court cousins coward cowards crap crater crossing crystal
    culture curry cut cutoff cuts da dad dal dalam dale dam damp dare dares dari das dass date dawn day deal
    december deep deer defiance del delay deli delle delve dem demo democrat democratic dent deport deposit der
    derby desk dial diamond die dig dim dining dip dire discovery district divide do doc dock dogs dole dollar don
    doom dot down downs downside downtown dr drag drain drama dramas dresser drew drive driver drone drowning drug
    drum dry du dual due dug each eagle ear early earnest earth east easter eastern echo eclectic economy effort
    eg egg eight eine elbow empire energetic energy engineer enter enterprise entrance equality era erode essay
    est ever every excel exchange exhibition experiment export eye facebook faith fall falls far fare farmers
    farms fate february federal fell fertile finale fines fireworks first fiscal five flashing flats flee fleet
    flesh flint floss folders fonts for force forest forge forth fortune fossil foster foto four frank freedom
    friday friend friendly friendship from front fry fully gaming gang gap garde garden gardens gas gates gateway
    gay gaze gem gen general genes gets girl give glad glen glide globe glove go god goes going gold golden golf
    gone gonna goodwill gossip got grab grabs grace grad grain gram grandson grant grants grass grave gray great
    green greens grenade grey grim grit gross guessing guide gulf gunning guns guru gut guy ha hail halfway hall
    halls hammer hang happy harbor hard harmony harvest hat haven hazard he headquarters healing heard heel heist
    hell helper her heritage hero hey highways hill hills hire his hit ho holder hole holiday home homeland
    hometown hone honey hood hook hooks hop hope horns hose hospital hot hour house how hub huddle hull human
    humble hunt hunter hunting hurricane hurt hut i ie if il ill in independence industry ins international
    internet into iron is islam island it its itu jam january jewish job joy july junction june junior jury just
    justice keen key keys kill kin king kings kissing kit knees knock lab label labor lack lady lag lake lakes
    lame lander landing landmark lane laps laser last law lawn lax lay lazy lead leader lean leap leg legacy lemon
    lend lender lens lent les lessen level lever levy lib liberal liberation liberty lick lid lie light liking
    lime limit lincoln line linger lion lions list lit liter little lively lives lo loans location lock locking
    log logo lone long look lookout loop loose lord lorry loss lot lover loving lower loyal luck lucky lung lure
    luring lush mad made magazine maiden mailing main major make male males mall mama man manage manes mango mania
    mansion many marathon marble march marches marine maritime mark marker market marks marshal mass massacre mate
    maximum may me means mechanic med media meeting mega men mentor mercury mercy mere merit mess messy met meta
    metal meter metro mid middle midway mile miles mill mills min mind mine mining minister minor minus miss
    mission mobile model modern mogul mold monday monster month monument moon moral more mosquito most mountain mr
    mrs ms much mud muddy muslim muster nails name nancy national naval nearest neck needle neo neon nest net
    never new newborn newcomers next nice nine nl no noble nods noisy non none nor normal north northeast northern
    northwest nose not november nz occasion och october of off officer officials oil okay old olds on one only ons
    onset op opportunity ops or oral orange ore os other our oust ousted out outer outlook over oversee own pace
    pacing pack pact page pains paint painter pale pan panic paper par para paradise paramount parent park parks
    parole parse pas passage pasta paste pat patch patrol pay peace peak peel peer pen peninsula people per
    perseverance pest pet pets phone piano pile piles pill pin pinch pine pink pioneer pipes place plain plan plaza
    planes plans plaque plate plateau pleasant plenty plot plugin plunge plus point poking pole poles police poll
    polling pond pool pop popular por port portal poses posing possession post postal pound powers pray pre
    president prey price prince principal pristine progress propel prospect prosperity prosperous proven province
    pun punch purchase pure purse put pyramid qu quarter que quran race rail rain rainbow ramadan ran random range
    ranger rapid rash rate ravine ray re reach reading real receiving record recovery rector red redemption reform
    region rehab rein reliance republic republican research reserve reservoir rest retreat reunion rib rice rich
    rid ride rider riding rifle rig rim ring ripe rise risen river rivers road rock rocks rod rode roles rolls
    root rose roses rot row royal rude rugby rule run ruse rush rust sack sad said sake sale sales salmon salon
    salt salute same samples sand sandwich sane sang saturday sauce sauces save say says scant scenic school se
    sea seaside secretary section sector sedan see seem seen sees sell sells sem semi senate send sense sent
    september servant serves set settle settlement seven shaft sham shape shaping share shared she shell shepherd
    shields shit shore shot shove shut sic side siding silly silos sin since sing singer sins sir sisters six
    sixteen ski skull skyline slap slaughter slide slope smile snow so sober soda soften sole solo some son song
    sore sort sorts soul sour south southeast southern southwest soy spat spike split spoken spray spring spur spy
    square stains stall stamp staple staples star stark start startup state states station steadfast steep steps
    sterling stern still stock stone store story straw street strong success such sue sued summer summit sun
    sunday sunflower sunrise sunset sunshine superior supreme sur surges surprise sus swallow swamp sway sweet
    switch tab tactic tad taking tale talent tall tan tank tap tape tapes tapping taps tarp tasty tavern te tea
    tell tells temple ten tender tent terminal than that the their them thermal these they this those thrall three
    thursday tiers til till tilt time timer tire tires to toast today told toll tomorrow ton tone tongue too tool
    tore torn torrent torso tour tours tower town trail train trainer transit trap tray tree trial triangle
    tribune trim trio trip triumph trooper troublesome troupe tsunami tube tuesday tug tune tunes turn twin twist
    twitter two ul uma un una une union united unity university up upper used uses valley van vans var vary verve
    very vest veteran veto vice victory village villages visa von vote voters wade waging wai waits wake walk wall
    walls wanna war ward waren warns wary wash waterfront waterproof waterways wave ways we wedding wednesday weed
    week welcome well were west western what when where which while white whites who why will wines wing winner
    winters wise with woman women woods wool worms worth wrist ya year yen yes yesterday yoga york you young your
    za zeal zero zest zone zoo
    """
)
"""Common words that some settlement bears as its name; alone they are no evidence of a place."""
