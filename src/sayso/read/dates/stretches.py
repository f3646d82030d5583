"""Rules for weeks, months, seasons, quarters, years, decades, for durations, repetitions and vague references."""

from __future__ import annotations

from datetime import date

from sayso.read.dates import pick
from sayso.read.dates.calendar import SEASON_START, cut, shift
from sayso.read.dates.days import full_year
from sayso.read.dates.scene import Answer, Hit, Scene
from sayso.read.dates.tokens import Token

BACK = ("last", "past", "previous")
AHEAD = ("next", "coming", "following")
_LAST_YEAR = 2099
BLANK = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
          "E": "XXXX", "C": "XXXX"}  # fmt: skip


def month(hit: Hit) -> Answer | None:
    """A month without a day: "October 2011", "in August", "last June", "late November"."""
    token, year, scene = hit.token("m"), hit.token("y"), hit.scene
    if token is None:
        return None
    number, relation, rough = int(token.number), hit.code("rel"), bool(hit.code("mod"))
    if year is not None:
        return Answer(f"{full_year(int(year.number), scene):04d}-{number:02d}", basis="text").roughly(rough)
    if not _is_month(hit, token):
        return None
    if scene.anchor is None:
        return Answer(f"XXXX-{number:02d}").roughly(rough)
    day = pick.month(scene.anchor, number, hit.tense(), relation)
    return Answer(cut(day, "M"), basis=scene.basis).roughly(rough)


def month_of(hit: Hit) -> Answer | None:
    """ "June last year", "October of next year"."""
    unit, relation, scene = hit.token("u"), hit.code("rel"), hit.scene
    if unit is None or unit.code != "Y" or relation not in (*BACK, *AHEAD, "this"):
        return None
    number = hit.number("m")
    if scene.anchor is None:
        return Answer(f"XXXX-{number:02d}")
    step = -1 if relation in BACK else 1 if relation in AHEAD else 0
    return Answer(f"{scene.anchor.year + step:04d}-{number:02d}", basis=scene.basis).roughly(bool(hit.code("mod")))


def _is_month(hit: Hit, token: Token) -> bool:
    """Words that are also names or verbs are believed only after a word that may stand before a month."""
    scene, before, after = hit.scene, hit.before(), hit.after()
    if after and after.kind in "xU" and after.text.istitle() and token.number in scene.words.doubtful | {1}:
        return False
    if len(token.text) <= 3 and not token.text.endswith(".") and token.number != 5:
        return hit.code("rel") != "" or (before is not None and before.text.lower() in scene.words.before_month)
    if hit.match.end() - hit.match.start() > 1 and token.start != scene.tokens[hit.match.start()].start:
        return True
    cued = before is not None and before.text.lower() in scene.words.before_month
    if int(token.number) in scene.words.doubtful:
        return cued and not (after and after.kind == "x" and after.text.istitle())
    name = before is not None and before.kind == "x" and before.text.istitle() and before.start > scene.tokens[0].start
    return cued or not name


def repeated_month(hit: Hit) -> Answer | None:
    """ "each July"."""
    return Answer(f"XXXX-{hit.number('m'):02d}", "SET")


def year(hit: Hit) -> Answer | None:
    """A year that stands alone."""
    token, scene = hit.token("y"), hit.scene
    if token is None or not _is_year(hit, token):
        return None
    if token.kind == "k":
        return Answer(f"{full_year(int(token.number), scene):04d}", basis="text").roughly(bool(hit.code("mod")))
    return Answer(f"{int(token.number):04d}", basis="text").roughly(bool(hit.code("mod")))


def _is_year(hit: Hit, token: Token) -> bool:
    before, after = hit.before(), hit.after()
    low = before.text.lower() if before else ""
    cued = low in hit.scene.words.before_year or bool(hit.code("mod")) or hit.match.end() - hit.match.start() > 1
    if before and before.kind == "e" and hit.match.start() > 1:
        cued = hit.scene.kinds[hit.match.start() - 2] in "Yk"
    if token.kind == "k" or token.number > _LAST_YEAR:
        return cued and token.kind == "k"
    if before and (
        before.text in "$€£#№¥/" or before.kind in "NCc" or (before.text in (".", ":") and before.end == token.start)
    ):
        return False
    if after and (after.text in "%°/" or (after.kind in "uNCc" and after.start <= token.end + 1)):
        return False
    if cued:
        return True
    if after and after.kind == "x" and after.text[0].islower() and after.text.endswith("s"):
        return False
    return 1900 <= token.number <= 2050


def spelled_year(hit: Hit) -> Answer | None:
    """ "nineteen ninety-six", "two thousand five" is left to numbers."""
    words = hit.tokens("c")
    if [w.number for w in words[:2]] == [2, 1000] and hit.match.start("c") > hit.match.start():
        return Answer(f"{2000 + (int(words[2].number) if len(words) > 2 else 0)}", basis="text")
    if words[0].number not in (17, 18, 19) or words[0].text.isdigit():
        return None
    tens, ones = words[1].number, words[-1].number if len(words) > 2 else 0
    if tens < 10 or tens > 90 or ones > 9 or (ones and tens < 20):
        return None
    return Answer(f"{int(words[0].number * 100 + tens + ones)}", basis="text")


def decade(hit: Hit) -> Answer | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    token = hit.token("z")
    if token is None:
        return None
    number = int(token.number)
    if number < 10 and token.text[0].isdigit() and not hit.tokens("the"):
        return None
    full = number if number >= 10 else full_year(number * 10, hit.scene) // 10
    return Answer(f"{full:03d}", basis="text").roughly(bool(hit.code("mod")))


def season(hit: Hit) -> Answer | None:
    """ "last fall", "this summer", "the winter of 1994", "summer 2010"."""
    code, scene, said = hit.code("s"), hit.scene, hit.token("y")
    relation = hit.code("rel")
    if said is not None:
        return Answer(f"{full_year(int(said.number), scene):04d}-{code}", basis="text")
    if not relation and not hit.tokens("mod") and not (code in ("SU", "WI") and hit.tokens("the")):
        return None
    if scene.anchor is None:
        return Answer(f"XXXX-{code}")
    number = pick.season(scene.anchor, SEASON_START[code], hit.tense(), relation)
    return Answer(f"{number:04d}-{code}", basis=scene.basis)


def relative(hit: Hit) -> Answer | None:
    """ "last week", "this year", "next month", "the previous day", "that year", "the past decade"."""
    unit, relation, scene = hit.token("u"), hit.code("rel"), hit.scene
    if unit is None or unit.code.startswith("T"):
        return None
    if unit.kind == "j":
        return _latest(scene, unit._replace(code="Q")) if relation == "latest" else None
    rough = bool(hit.code("mod"))
    if unit.code in ("E", "C") and relation in (*BACK, *AHEAD):
        return Answer("P10Y" if unit.code == "E" else "P100Y", "DURATION")
    if relation in ("previous", "following", "that", "same", "these"):
        return _told(hit, unit, relation, rough)
    if relation == "latest":
        return _latest(scene, unit)
    if relation == "recent" or scene.anchor is None:
        return Answer(BLANK[unit.code] if relation != "recent" else "PAST_REF").roughly(rough)
    step = -1 if relation in BACK else 1 if relation in AHEAD else 0
    if unit.code == "D" and step:
        return Answer("P1D", "DURATION")
    if unit.code == "WE":
        return Answer(_weekend(scene.anchor, step, hit.tense()), basis=scene.basis)
    return Answer(cut(shift(scene.anchor, unit.code, step), unit.code), basis=scene.basis).roughly(rough)


def _told(hit: Hit, unit: Token, relation: str, rough: bool) -> Answer | None:
    """Relative to the day last spoken of; "the previous year" falls back to the anchor's."""
    scene = hit.scene
    step = {"previous": -1, "following": 1}.get(relation, 0)
    if scene.focus is not None:
        return Answer(cut(shift(scene.focus, unit.code, step), unit.code), basis="event").roughly(rough)
    if scene.anchor is not None and unit.code in "YMQ" and step < 0:
        return Answer(cut(shift(scene.anchor, unit.code, step), unit.code), basis=scene.basis).roughly(rough)
    return Answer(BLANK[unit.code]) if relation != "these" else None


def _latest(scene: Scene, unit: Token) -> Answer | None:
    if scene.anchor is None:
        return Answer(BLANK[unit.code])
    if unit.code == "Q" and scene.quarter:
        return Answer(cut(scene.quarter, "Q"), basis="event")
    return Answer(cut(shift(scene.anchor, unit.code, -1), unit.code), basis=scene.basis)


def _weekend(anchor: date, step: int, tense: str) -> str:
    if step == 0 and tense != "future" and anchor.weekday() < 5:
        step = -1
    return cut(shift(anchor, "W", step), "WE")


def week_of(hit: Hit) -> Answer | None:
    """ "the week of March 6", "the week of 6 March"."""
    unit, month_number, day, scene = hit.token("u"), hit.number("m"), hit.number("d"), hit.scene
    if unit is None or unit.code != "W" or month_number is None or day is None or scene.anchor is None:
        return None
    found = pick.month_day(scene.anchor, month_number, day, hit.tense())
    return Answer(cut(found, "W"), basis=scene.basis) if found else None


def bare(hit: Hit) -> Answer | None:
    """ "the weekend", "the quarter", "the end of the year", "the day": of the text's own time, or of the day told."""
    unit, scene = hit.token("u"), hit.scene
    if unit is None or unit.code.startswith("T") or unit.code in "EC":
        return None
    rough = bool(hit.tokens("mod"))
    if unit.code == "WE":
        return Answer(_weekend(scene.anchor, 0, hit.tense()) if scene.anchor else BLANK["WE"], basis=scene.basis)
    if unit.code == "Q":
        return Answer(cut(scene.quarter, "Q"), basis="event") if scene.quarter else _latest(scene, unit)
    after = hit.after()
    if not rough and unit.code == "Y" and after and after.text.lower() in scene.words.ended:
        return Answer("P1Y", "DURATION")
    if scene.anchor is None or (not rough and unit.code != "Y"):
        return None
    if rough and unit.code == "D":
        return Answer(scene.anchor.isoformat(), basis=scene.basis)
    return Answer(cut(scene.anchor, unit.code), basis=scene.basis).roughly(rough)
