"""English names of holidays, of months of other calendars and of eras.

Only holidays that fall on the same day wherever the name is used: "Independence Day" is another day in each country and
stands for none.
"""

from __future__ import annotations

from sayso.lang.dates import DateWord

HOLIDAYS: dict[str, tuple[str, ...]] = {
    "01-01": ("new year's day",),
    "12-31": ("new year's eve",),
    "02-14": ("valentine's day", "st. valentine's day"),
    "03-08": ("international women's day", "women's day"),
    "03-17": ("st. patrick's day", "saint patrick's day"),
    "05-01": ("may day", "international workers' day"),
    "10-31": ("halloween",),
    "11-01": ("all saints' day", "all saints day"),
    "12-24": ("christmas eve",),
    "12-25": ("christmas", "christmas day"),
    "12-26": ("boxing day",),
    "11-4-3": ("thanksgiving", "thanksgiving day"),
    "01-3-0": ("martin luther king day", "martin luther king jr. day"),
    "05--1-0": ("memorial day",),
    "easter-47": ("shrove tuesday", "mardi gras"),
    "easter-46": ("ash wednesday",),
    "easter-7": ("palm sunday",),
    "easter-3": ("holy thursday", "maundy thursday"),
    "easter-2": ("good friday",),
    "easter-1": ("holy saturday",),
    "easter+0": ("easter", "easter sunday", "easter day"),
    "easter+1": ("easter monday",),
    "easter+39": ("ascension day",),
    "easter+49": ("pentecost", "whit sunday"),
    "orthodox+0": ("orthodox easter",),
    "01-07": ("orthodox christmas",),
    "hijri-10-01*3": ("eid al-fitr", "eid ul-fitr", "eid el-fitr", "eid-ul-fitr", "idul fitri", "ramazan bayram"),
    "hijri-12-10*4": ("eid al-adha", "eid ul-adha", "eid el-adha", "eid-ul-azha", "eid al-azha", "feast of sacrifice",
                      "kurban bayram"),
    "hijri-01-10*1": ("ashura",),
    "hijri-01-01*1": ("islamic new year",),
    "hijri-03-12*1": ("mawlid", "prophet's birthday"),
    "persian-01-01*1": ("nowruz", "nowroz", "nauryz", "novruz", "norouz"),
    "moon*3": ("lunar new year", "chinese new year", "tet"),
    "hebrew-01-15*8": ("passover",),
    "hebrew-07-01*2": ("rosh hashanah", "rosh hashana"),
    "hebrew-07-10*1": ("yom kippur",),
    "hebrew-09-25*8": ("hanukkah", "hanukah"),
}  # fmt: skip
"""Rule to names. "MM-DD"; "MM-n-weekday" (n-th weekday of a month, -1 the last); "easter" and "orthodox" with days
added; "calendar-MM-DD*days" for holidays of other calendars, whose day may be off by one; "moon": the new moon after
January 20."""

_MONTHS: dict[str, tuple[str, ...]] = {
    "hijri": ("muharram", "safar", "", "", "", "", "rajab", "shaban|shaaban|sha'ban",
              "ramadan|ramadhan|ramazan", "shawwal", "", ""),
    "persian": ("farvardin", "ordibehesht", "khordad", "", "mordad", "shahrivar", "", "aban", "", "",
                "bahman", "esfand"),
    "hebrew": ("nisan", "iyar", "sivan", "tammuz", "", "elul", "tishri|tishrei", "cheshvan|heshvan", "kislev", "tevet",
               "shevat", "adar"),
}  # fmt: skip
"""Months of other calendars that one word names; names that are also common words or first names are left out."""

_LONG_MONTHS: dict[str, tuple[str, int]] = {
    "rabi al-awwal": ("hijri", 3), "rabi al-thani": ("hijri", 4), "jumada al-awwal": ("hijri", 5),
    "jumada al-thani": ("hijri", 6), "dhu al-qadah": ("hijri", 11), "dhul qadah": ("hijri", 11),
    "dhu al-hijjah": ("hijri", 12), "dhul hijjah": ("hijri", 12), "zil hajj": ("hijri", 12),
}  # fmt: skip

_ERAS = {
    "AH": "hijri", "A.H.": "hijri", "SH": "persian", "S.H.": "persian", "BE": "buddhist", "B.E.": "buddhist",
    "O.S.": "julian", "B.S.": "", "E.C.": "", "Old Style": "julian", "old style": "julian", "Julian calendar": "julian",
    "Bikram Sambat": "", "Saka era": "", "Ethiopian calendar": "", "Coptic calendar": "",
}  # fmt: skip
"""Era as written to its calendar; "" for calendars that are not converted, so that nothing is said for them."""


def months() -> dict[str, DateWord]:
    """Single words for months of other calendars: kind ``Q``, number of the month, code of the calendar."""
    return {
        name: DateWord("Q", number, calendar)
        for calendar, names in _MONTHS.items()
        for number, forms in enumerate(names, 1)
        for name in forms.split("|")
        if name
    }


def phrases() -> dict[str, tuple[tuple[str, DateWord], ...]]:
    """First word of a name to the names that begin with it, the longest first, with their meaning."""
    known = [(name, DateWord("n", 0, rule)) for rule, names in HOLIDAYS.items() for name in names]
    known += [(name, DateWord("Q", month, calendar)) for name, (calendar, month) in _LONG_MONTHS.items()]
    known += [(era.lower(), DateWord("y", 0, code)) for era, code in _ERAS.items()]
    out: dict[str, list[tuple[str, DateWord]]] = {}
    for name, meaning in sorted(known, key=lambda k: -len(k[0])):
        out.setdefault(_first_word(name), []).append((name, meaning))
    return {word: tuple(names) for word, names in out.items()}


def _first_word(name: str) -> str:
    """The first word as tokens are cut: an abbreviation ("b.e."), or the first run of letters."""
    if name.count(".") > 1 and " " not in name:
        return name.rstrip(".")
    end = next((n for n, c in enumerate(name) if not (c.isalpha() or c == "'")), len(name))
    return name[:end].removesuffix("'s").rstrip("'")
