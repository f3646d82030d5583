"""English words for numbers and for how sure they are; data only."""

# ruff: noqa: E501

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip

# Plural scale words: the lowest count an ordinary reader grants them.
VAGUE = {
    "several": 2, "some": 2, "many": 2, "numerous": 2, "multiple": 2, "various": 2, "dozens": 24, "scores": 40,
    "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
}  # fmt: skip
VAGUE_PHRASES = {
    ("a", "few"): 2, ("a", "number", "of"): 2, ("a", "handful"): 2, ("tens", "of", "thousands"): 20_000,
    ("hundreds", "of", "thousands"): 200_000,
}  # fmt: skip

EXACT_PHRASES = {
    ("half", "a", "dozen"): 6, ("half-a-dozen",): 6, ("half-dozen",): 6, ("a", "half-dozen"): 6, ("a", "dozen"): 12,
    ("a", "couple"): 2, ("a", "pair", "of"): 2, ("a", "hundred"): 100, ("a", "thousand"): 1000,
    ("both",): 2, ("a", "quarter", "of", "a", "million"): 250_000, ("half", "a", "million"): 500_000,
    ("a", "million"): 1_000_000, ("a", "trio", "of"): 3,
}  # fmt: skip
DOZEN = ("dozen", 12)

INDEFINITE = frozenset({"a", "an", "another"})

# Words before a number and what they do to it; longest first when read.
QUALIFIERS = {
    ("at", "least"): "at_least", ("no", "less", "than"): "at_least", ("no", "fewer", "than"): "at_least",
    ("not", "less", "than"): "at_least", ("a", "minimum", "of"): "at_least", ("upwards", "of"): "at_least",
    ("more", "than"): "more_than", ("over",): "more_than", ("above",): "more_than",
    ("in", "excess", "of"): "more_than", ("well", "over"): "more_than", ("exceeded",): "more_than",
    ("exceeding",): "more_than", ("surpassed",): "more_than", ("passed",): "more_than", ("topped",): "more_than",
    ("as", "many", "as"): "at_most", ("up", "to"): "at_most", ("at", "most"): "at_most",
    ("no", "more", "than"): "at_most", ("fewer", "than"): "less_than", ("less", "than"): "less_than",
    ("under",): "less_than",
    ("about",): "about", ("around",): "about", ("some",): "about", ("approximately",): "about",
    ("roughly",): "about", ("nearly",): "about", ("almost",): "about", ("an", "estimated"): "about",
    ("estimated",): "about", ("circa",): "about", ("close", "to"): "about", ("as", "few", "as"): "about",
    ("only",): "exact", ("just",): "exact", ("exactly",): "exact", ("all",): "exact", ("another",): "exact",
    ("a", "total", "of"): "exact", ("the",): "exact", ("these",): "exact", ("those",): "exact",
    ("a", "further",): "exact", ("an", "additional"): "exact",
}  # fmt: skip
OR_MORE = (("or", "more"), ("or", "so"), ("people", "or", "more"))
RANGE_WORDS = frozenset({"to", "-", "–", "—", "or"})

# What follows a number that counts no people.
NOT_PEOPLE = frozenset(
    """years year months month weeks week days day hours hour minutes minute seconds second percent % per cent a.m p.m am pm
    north south east west northeast northwest southeast southwest n s e w ne nw se sw miles mile kilometers kilometer kilometres kilometre km metres metre meters meter feet foot yards inch inches blocks block
    dollars dollar euros pounds pesos rubles times time o'clock degrees points votes seats acres hectares tons tonnes caliber
    calibre mm gmt steps step paces strides yds houses homes buildings vehicles cars buses trucks trains boats ships planes aircraft
    helicopters tanks shops stores schools villages towns cities countries hospitals churches mosques banks bridges towers stations
    trees goals games matches hits blows kicks wounds stitches blocks doors windows computers rifles guns pistols weapons grenades
    bombs rockets missiles th st nd rd counts count floors floor stories shots rounds bullets attacks incidents cases""".split()
)

# Words and marks after which a number counts nobody.
NO_COUNT_AFTER = frozenset(
    "$ € £ ¥ age aged route highway interstate flight no number chapter article call called calls".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep
    oct nov dec""".split()
)
CLOCK_AFTER = frozenset({"at", "by", "until", "around", "about", "approximately"})

# What may stand between "of" and a whole, and words for a part of it: "half of the 20", "most of those 30".
BEFORE_WHOLE = frozenset("the its his her their our those these some about nearly almost roughly around".split())
PARTS_OF = frozenset(
    "half quarter third thirds quarters fifth tenth majority minority most many some few several part percent % none any".split()
)

BEFORE_YEAR = frozenset(
    "in since until january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Words before four digits that make them a year."""
