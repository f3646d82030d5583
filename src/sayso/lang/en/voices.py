"""English words that tell what kind of voice speaks, for voices no mention covers."""

from __future__ import annotations

VOICE_WORDS: tuple[tuple[str, str], ...] = (
    (
        "unknown",
        (
            r"^(?:sources?|reports|rumou?rs|some|many|others|people|critics|observers|unnamed sources?|"
            r"speculation|(?:a|the|one|another) source)\b|\bsources?\b|^[a-z]+ (?:reports|rumou?rs)$"
        ),
    ),
    (
        "witness",
        (
            r"\b(?:eyewitness\w*|witness\w*|residents?|neighbou?rs?|bystanders?|passers-?by|survivors?|onlookers?|"
            r"listener|villagers|locals)\b"
        ),
    ),
    (
        "agency",
        (
            r"\b(?:news agency|press agency|news service|wire service|afp|agence france-presse|reuters|"
            r"associated press|ap|interfax|tass|itar-tass|ria novosti|xinhua|efe|dpa|ansa|upi|notimex|"
            r"prensa latina|anadolu|irna|kyodo|yonhap|press trust|pti|novosti[\w-]*)\b"
        ),
    ),
    (
        "outlet",
        (
            r"\b(?:newspaper|daily|weekly|magazine|tv|television|radio|news|times|post|herald|tribune|guardian|"
            r"telegraph|journal|gazette|bbc|cnn|abc|cbs|nbc|npr|al[- ]jazeera|broadcaster|channel|media|"
            r"press(?!\s(?:committee|offices?|officers?|secretar(?:y|ies)|service|attach[eé]|department|centre|center|"
            r"spokes\w+|liaison|chief|aide)\b)|"
            r"bloomberg|politico|station|network|breitbart|mail|chronicle|independent|observer)\b"
        ),
    ),
    (
        "monitor",
        (
            r"\b(?:monitor\w*|observatory|watchdog|watch|amnesty|human rights (?:group|organi[sz]ation)s?|site|"
            r"intelligence group|committee to protect|tracker)\b"
        ),
    ),
    (
        "document",
        (
            r"\b(?:statement|message|letter|report|video|communiqu[eé]|document|recording|tape|study|survey|poll|"
            r"article|memo|leaflet|post|tweet|placards?|banners?|signs?|posters?|website|indictment|affidavit|"
            r"lawsuit|data|figures|footage|press release|manifesto|paper|book|film|ad|motion|"
            r"findings|results|decree|ruling|lawsuit|filing|petition)\b"
        ),
    ),
    (
        "official",
        (
            r"\b(?:police|officials?|authorit\w+|minist\w+|president|prime|government|army|military|prosecutor\w*|"
            r"court|judge|mayor|governor|senator|congress\w*|parliament|embassy|"
            r"ambassador|commander|colonel|col|general|gen|sheriff|department|firefighters|fire service|attorney|"
            r"coroner|chancellor|secretary|navy|air force|security forces|battalion|brigade|deputy|state|council|"
            r"commission|agency|bureau|kremlin|white house|pentagon|troops|command|mp|nato|united nations|un|"
            r"intelligence|lawmakers?|king|queen|prince|princess|palace|directorate|administration|chief)\b"
        ),
    ),
    (
        "group",
        (
            r"\b(?:rebels?|militants?|guerrillas?|insurgents?|group|front|protest\w+|separatists?|terrorists?|"
            r"gunm[ae]n|brigades?|militia|taliban|islamic state|isis|isil|al[- ]qaeda|extremists?|movement|"
            r"fighters?|demonstrators|kidnappers|hijackers|cartel|gang|commandos?|crowd|jihad\w*)\b"
        ),
    ),
    (
        "organisation",
        (
            r"\b(?:party|union|company|organi[sz]ation|association|federation|confederation|foundation|campaign|"
            r"church|hospital|university|institute|firm|corporation|committee|club|team|charity|red cross|chamber|"
            r"league|airline|inc|ltd|organi[sz]ers|center|centre|leaders|museum)\b"
        ),
    ),
)
"""Voice kind and the words that show it, the more telling first."""

UNKNOWN_VOICES = (
    r"^(?:sources?|reports?|rumou?rs?|some|it|there|nobody|no one|no-one|not everyone|none|no group|many|others)$"
)
GROUP_ROLES = r"\b(?:group|rebels?|militants?|guerrillas?|organi[sz]ation|movement|front|gang|militia|insurgents?)\b"
MEMBER_ROLES = (
    r"^(?:an?|the|one|another)?\s*(?:\w+ )?(?:spokes(?:man|woman|person)|commander|leader|member|fighter|"
    r"representative)\s(?:for|of|from)\s"
)
"""Roles that speak for what follows them ("a spokesman for the rebels")."""
ARMED_NAMES = (
    r"\b(?:liberation (?:army|front|movement|forces?|tigers)|"
    r"(?:rebel|separatist|guerrilla|insurgent|militant|resistance|jihadist|islamist) "
    r"(?:army|forces?|columns?|command|fighters|front|group)|militia|death squad)$"
)
"""Ends of names and descriptions that show an armed group, whatever single words say."""
ARMED_ENDS = r"\b(?:columns?|brigades?|front|commandos?)$"
"""Ends of proper names of armed groups; alone they may mean something else ("a newspaper column")."""
GENERIC_GROUP = (
    r"^(?:the|this|that) (?:previously |hitherto )?(?:[a-z-]+ ){0,3}"
    r"(?:group|rebels|militants|guerrillas|movement|organi[sz]ation|column|militia|insurgents)$"
)
"""A group spoken of again without its name."""
SPOKES_ROLES = r"\bspokes(?:man|woman|person|people)\b"
"""Those who speak for a body: its kind is theirs; an official when nothing is known of it."""
NOBODY = (
    r"^(?:nobody|no[- ]one|none|no (?:other |armed |militant |single )?(?:group|organi[sz]ation|faction|side|party)s?)$"
)
"""Subjects that say that nobody spoke."""
ARMED_DEEDS = r"^(?:that )?(?:its|our|their) (?:fighters|militants|guerrillas|mujahid\w+|commandos|gunmen|warriors)\b"
"""What only an armed group says of its own people."""
