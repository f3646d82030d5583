"""English words of dates and times."""

from __future__ import annotations

from sayso.lang.dates import DateWord, DateWords
from sayso.lang.en import holidays

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_UNITS = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "week": ("W", 1),
    "weekend": ("WE", 1), "fortnight": ("W", 2), "month": ("M", 1), "quarter": ("Q", 1), "year": ("Y", 1),
    "decade": ("E", 1), "century": ("C", 1), "semester": ("M", 6), "semestre": ("M", 6),
}  # fmt: skip
_PLURALS = {"century": "centuries"}
_CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "final": -1,
}  # fmt: skip
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
_ZONES = {
    "gmt": 0, "utc": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ist": 5.5, "aest": 10, "jst": 9,
}  # fmt: skip
_PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV", "night": "NI",
    "nighttime": "NI", "midafternoon": "AF",
}  # fmt: skip
_GROUPS: tuple[tuple[str, dict[str, tuple[float, str]]], ...] = (
    ("S", {"spring": (0, "SP"), "summer": (0, "SU"), "fall": (0, "FA"), "autumn": (0, "FA"), "winter": (0, "WI")}),
    ("B", {"noon": (0, "12:00"), "midday": (0, "12:00"), "midnight": (0, "24:00")}),
    ("T", {"today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, "")}),
    ("J", {"tonight": (0, "NI"), "overnight": (0, "NI")}),
    ("A", {"a": (1, ""), "an": (1, "")}),
    ("t", {"the": (0, "")}),
    ("H", {"this": (0, "this"), "these": (0, "these")}),
    ("h", {"that": (0, "that"), "same": (0, "same"), "those": (0, "those")}),
    ("L", {"last": (0, "last"), "past": (0, "past"), "previous": (0, "previous"), "preceding": (0, "previous"),
           "latest": (0, "latest"), "recent": (0, "recent"), "prior": (0, "previous"), "current": (0, "current")}),
    ("X", {"next": (0, "next"), "coming": (0, "coming"), "following": (0, "following"),
           "upcoming": (0, "coming"), "future": (0, "coming")}),
    ("G", {"ago": (0, "")}),
    ("E", {"earlier": (-1, "earlier")}),
    ("R", {"later": (1, "later")}),
    ("r", {"before": (-1, "before"), "beforehand": (-1, "before"), "after": (1, "after"), "afterwards": (1, "after")}),
    ("I", {"every": (0, ""), "each": (0, "")}),
    ("q", {"few": (0, ""), "several": (0, ""), "couple": (2, ""), "many": (0, ""), "dozen": (12, ""),
           "some": (0, "")}),
    ("m", {"early": (0, "START"), "beginning": (0, "START"), "start": (0, "START"), "mid": (0, "MID"),
           "middle": (0, "MID"), "late": (0, "END"), "end": (0, "END"), "sometime": (0, "")}),
    ("a", {"about": (0, ""), "around": (0, ""), "almost": (0, ""), "nearly": (0, ""), "roughly": (0, ""),
           "approximately": (0, ""), "over": (0, "")}),
    ("V", {"now": (0, "PRESENT_REF"), "currently": (0, "PRESENT_REF"), "presently": (0, "PRESENT_REF"),
           "nowadays": (0, "PRESENT_REF"), "recently": (0, "PAST_REF"), "lately": (0, "PAST_REF"),
           "soon": (0, "FUTURE_REF")}),
    ("F", {"daily": (0, "P1D"), "weekly": (0, "P1W"), "monthly": (0, "P1M"),
           "annually": (0, "P1Y"), "yearly": (0, "P1Y"), "hourly": (0, "PT1H"),
           "nightly": (0, "P1D"), "biweekly": (0, "P2W")}),
    ("o", {"of": (0, "")}),
    ("e", {"and": (0, "and"), "to": (0, "to"), "or": (0, "or"), "through": (0, "to"), "until": (0, "to")}),
    ("i", {"in": (0, ""), "on": (0, ""), "at": (0, ""), "since": (0, ""), "from": (0, ""), "by": (0, ""),
           "during": (0, ""), "for": (0, "")}),
    ("f", {"fiscal": (0, "")}),
    ("j", {"period": (0, "")}),
    ("l", {"half": (0, "")}),
    ("g", {"more": (0, ""), "consecutive": (0, ""), "straight": (0, ""), "full": (0, ""), "additional": (0, ""),
           "trading": (0, ""), "working": (0, ""), "business": (0, ""), "long": (0, "")}),
    ("b", {"old": (0, "")}),
)  # fmt: skip


def _lexicon() -> dict[str, DateWord]:
    words: dict[str, DateWord] = {}
    for number, day in enumerate(_WEEKDAYS):
        words[day] = DateWord("W", number)
        words[day + "s"] = DateWord("w", number)
    for number, month in enumerate(_MONTHS, 1):
        words[month] = DateWord("M", number)
    for table, kind in ((_SHORT_DAYS, "W"), (_SHORT_MONTHS, "M")):
        for short, value in table.items():
            words[short] = words[short + "."] = DateWord(kind, value)
    for unit, (code, count) in _UNITS.items():
        words[unit] = DateWord("U", count, code)
        words[_PLURALS.get(unit, unit + "s")] = DateWord("u", count, code)
    for part, code in _PARTS.items():
        words[part] = DateWord("P", 0, code)
    for zone, offset in _ZONES.items():
        words[zone] = DateWord("z", offset, "Z" if offset == 0 else "")
    for words_of, kind in ((_CARDINALS, "C"), (_ORDINALS, "O"), (_DECADES, "Z")):
        words |= {word: DateWord(kind, value) for word, value in words_of.items()}
    words |= holidays.months()
    for kind, group in _GROUPS:
        words |= {word: DateWord(kind, number, code) for word, (number, code) in group.items()}
    return words


_EVENTS = {
    "vote": "votes voted voting election elections elected poll polls balloting ballot referendum runoff",
    "attack": "attacks attacked assault raid raids raided strike strikes bombing bombings bombed ambush massacre",
    "blast": "blasts explosion explosions exploded explode bomb bombs",
    "shooting": "shootings shot shots killing killings killed murder murders slaying",
    "crash": "crashes crashed collision collided", "fire": "fires blaze burned", "quake": "earthquake quakes tremor",
    "trial": "trials hearing hearings court",
    "protest": "protests protested rally rallies rallied march marched demonstration",
    "arrest": "arrests arrested detained detention", "kidnapping": "kidnapped abduction abducted kidnap",
    "summit": "summits meeting meetings met talks", "funeral": "funerals buried burial",
    "storm": "storms hurricane cyclone typhoon flood floods", "coup": "coups overthrow", "game": "match matches games",
}  # fmt: skip

ENGLISH = DateWords(
    lexicon=_lexicon(),
    capital=frozenset("WMnwQ"),
    small=frozenset({*_WEEKDAYS, *_MONTHS} - {"march", "may", "august"}),
    abbreviated_days=frozenset({"mon", "sat", "sun", "wed", "fri", "sun.", "sat.", "mon.", "wed."}),
    doubtful=frozenset({3, 4, 5, 6, 8}),
    before_month=frozenset(
        {
            "in",
            "since",
            "of",
            "until",
            "till",
            "by",
            "from",
            "through",
            "during",
            "for",
            "to",
            "between",
            "before",
            "after",
            "late",
            "early",
            "mid",
            "last",
            "this",
            "next",
            "each",
            "every",
            "and",
            "or",
            "around",
            "about",
            "on",
            "throughout",
            "past",
            "previous",
            "coming",
            "following",
            "same",
            "a",
        }
    ),
    before_year=frozenset(
        {
            "in",
            "since",
            "of",
            "until",
            "till",
            "by",
            "from",
            "through",
            "during",
            "for",
            "to",
            "between",
            "before",
            "after",
            "late",
            "early",
            "mid",
            "around",
            "about",
            "throughout",
            "or",
            "fiscal",
            "year",
            "the",
            "post",
            "pre",
            "back",
            "circa",
            "season",
        }
    ),
    future=frozenset(
        {
            "will",
            "shall",
            "would",
            "'ll",
            "won't",
            "must",
            "scheduled",
            "expected",
            "due",
            "plans",
            "intends",
            "hopes",
            "expects",
            "aims",
            "slated",
            "payable",
            "effective",
            "deadline",
            "going",
            "proposed",
            "wants",
            "forthcoming",
            "matures",
            "maturing",
            "expires",
            "upcoming",
            "planning",
            "preparing",
        }
    ),
    past=frozenset(
        {
            "was",
            "were",
            "had",
            "did",
            "said",
            "told",
            "came",
            "went",
            "took",
            "made",
            "got",
            "gave",
            "began",
            "left",
            "fell",
            "rose",
            "held",
            "met",
            "found",
            "shot",
            "saw",
            "hit",
            "broke",
            "became",
            "brought",
            "built",
            "bought",
            "cut",
            "drove",
            "flew",
            "grew",
            "kept",
            "knew",
            "led",
            "lost",
            "paid",
            "put",
            "ran",
            "sent",
            "sold",
            "spoke",
            "stood",
            "struck",
            "swept",
            "threw",
            "won",
            "wrote",
            "blew",
            "caught",
            "fought",
            "fled",
            "burst",
            "died",
            "been",
            "ended",
            "known",
            "done",
            "seen",
            "taken",
            "given",
            "gone",
            "hidden",
            "sank",
            "shook",
            "withdrew",
            "overthrew",
            "spent",
            "closed",
            "reported",
        }
    ),
    present=frozenset({"is", "are", "has", "have", "says", "am", "does", "do"}),
    past_endings=("ed",),
    not_past=frozenset({"united", "hundred", "need", "indeed", "speed", "feed", "seed", "armed", "red", "bed"}),
    holidays={},
    names=frozenset({"times", "telegraph", "express", "mirror", "mail", "herald", "post", "tribune", "independent"}),
    named_days=frozenset({"bloody", "black", "super", "fat", "cyber", "red"}),
    before_length=frozenset(
        {"for", "in", "within", "over", "about", "than", "least", "last", "of", "after", "nearly", "almost"}
    ),
    ahead=frozenset({"until", "till"}),
    arranged=frozenset({"set", "planned", "scheduled"}),
    ended=frozenset({"ended", "ending"}),
    limits=frozenset({"by", "until", "till", "to", "through", "before", "for", "effective", "record"}),
    after_soon=frozenset({"as", "after", "became"}),
    repeated=frozenset({"once", "twice", "times", "thrice"}),
    phrases=holidays.phrases(),
    purpose=frozenset(
        {
            "set",
            "plan",
            "plans",
            "planned",
            "planning",
            "scheduled",
            "expected",
            "expects",
            "due",
            "hope",
            "hoped",
            "hopes",
            "intend",
            "intended",
            "intends",
            "ready",
            "prepared",
            "preparing",
            "slated",
            "vowed",
            "agreed",
            "ordered",
            "about",
        }
    ),
    infinitive="to",
    before_clock=frozenset({"at", "about", "around", "approximately", "by"}),
    events={word: group for group, more in _EVENTS.items() for word in (group, *more.split())},
    wider={
        "attack": frozenset({"blast", "shooting", "kidnapping"}),
        "incident": frozenset({"attack", "blast", "shooting", "crash", "fire"}),
        "disaster": frozenset({"crash", "fire", "quake", "storm"}),
        "tragedy": frozenset({"attack", "blast", "shooting", "crash", "fire"}),
    },
    before_bare_day=frozenset({"on", "until", "since"}),
    this_night=frozenset({"tonight"}),
    into=frozenset({"into"}),
    lasted=frozenset({"lasted", "continued", "raged", "ran", "dragged", "stretched", "went", "persisted", "endured"}),
    begun=frozenset({"began", "begun", "started", "since", "beginning", "starting", "opened", "lasted", "erupted"}),
    over=frozenset({"ended", "finished", "stopped", "ending", "closed", "ceased"}),
    range_starts=frozenset({"from", "between"}),
    range_joins=frozenset({"to", "and", "through", "until", "till", "-", "–"}),
    spelled_years=frozenset({"seventeen", "eighteen", "nineteen", "thousand"}),
    earliest=(("as", "soon", "as"), ("as", "early", "as"), ("no", "later", "than"), ("starting",), ("beginning",)),
    our_time=frozenset(
        {
            "world",
            "youth",
            "society",
            "standards",
            "children",
            "generation",
            "women",
            "men",
            "teenagers",
            "students",
            "technology",
            "economy",
            "computers",
            "consumers",
            "politicians",
            "parents",
            "families",
            "kids",
            "times",
        }
    ),
)
"""The English date words."""
