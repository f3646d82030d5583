"""Rules for durations, "three days ago", repetitions and vague references."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.read.dates.calendar import cut, first_day, shift
from sayso.read.dates.scene import Answer, Hit
from sayso.read.dates.stretches import BLANK
from sayso.read.dates.tokens import Token

_UNIT = {"D": "P{}D", "W": "P{}W", "WE": "P{}WE", "M": "P{}M", "Q": "P{}Q", "Y": "P{}Y", "E": "P{}Y", "C": "P{}Y",
         "TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S"}  # fmt: skip


_TIMES = {"E": 10, "C": 100}
_SMALLER = {"Y": "M", "TH": "M", "TM": "S"}


def count(tokens: list[Token]) -> float | None:
    """The number that the tokens say, 0 for "several", None when they say none."""
    if not tokens:
        return 1
    vague = [t for t in tokens if t.kind == "q"]
    if vague:
        return vague[-1].number * max([int(t.number) for t in tokens if t.kind in "NC"], default=1)
    total = part = 0.0
    for token in tokens:
        if token.kind in "-eoO" or (token.kind == "A" and len(tokens) > 1):
            continue
        if token.kind == "l":
            part += 0.5
        elif token.number == 100 and token.text.isalpha():
            part = max(part, 1) * 100
        elif token.number == 1000 and token.text.isalpha():
            total, part = total + max(part, 1) * 1000, 0
        else:
            part += token.number
    return total + part


def length(tokens: list[Token], unit: Token, half: bool = False) -> str:
    """TIMEX3 duration: "P3D", "PT16H", "PXY" for a vague number, "P2Y6M" for two and a half years."""
    number = count(tokens)
    shape = _UNIT[unit.code]
    if not number:
        return shape.format("X")
    number = (number + (0.5 if half else 0)) * _TIMES.get(unit.code, 1) * unit.number
    if number == int(number):
        return shape.format(int(number))
    smaller = _SMALLER.get(unit.code, "")
    if not smaller:
        return shape.format(f"{number:g}")
    parts = round((number - int(number)) * (12 if unit.code == "Y" else 60))
    head = shape.format(int(number)) if number >= 1 else shape[: shape.index("{")]
    return f"{head}{parts}{smaller}"


def duration(hit: Hit) -> Answer | None:
    """ "three years", "a 16-hour", "several months", "the past two weeks", "24-year-old"."""
    unit, numbers, before = hit.token("u"), hit.tokens("n"), hit.before()
    if unit is None or (unit.code == "Q" and hit.tokens("hyphen")):
        return None
    low = before.text.lower() if before else ""
    if not numbers:
        if low not in hit.scene.words.before_length or unit.code.startswith("T"):
            return None
        return Answer(_UNIT[unit.code].format("X"), "DURATION", approximate=True)
    if numbers[0].kind == "A" and len(numbers) == 1:
        if low in hit.scene.words.repeated:
            return Answer(length([], unit), "SET")
        if unit.code == "WE" or (low not in hit.scene.words.before_length and not hit.tokens("a")):
            return None
    value = length(numbers, unit, bool(hit.tokens("half")))
    age = hit.tokens("b")
    return Answer(value, "DURATION", role="age" if age else "").roughly(bool(hit.tokens("a")) or "X" in value)


def age_of_time(hit: Hit) -> Answer | None:
    """ "the (near) future", "in the past"."""
    token, before = hit.token("v"), hit.before()
    if token is None:
        return None
    if token.text.lower() == "future":
        return Answer("FUTURE_REF")
    alone = hit.match.end() - hit.match.start() == 2
    return Answer("PAST_REF") if token.code == "past" and alone and before and before.kind == "i" else None


def vague_stretch(hit: Hit) -> Answer | None:
    """ "recent years", "the coming weeks", "these days", "the past few months"."""
    relation = hit.code("rel")
    if relation in ("these", "this"):
        return Answer("PRESENT_REF")
    if relation in ("that", "those", "same", "current", "latest"):
        return None
    return Answer("FUTURE_REF" if relation in ("next", "coming", "following") else "PAST_REF")


def ago(hit: Hit) -> Answer | None:
    """ "three days ago", "two weeks earlier", "a year later", "months ago"."""
    unit, numbers, scene = hit.token("u"), hit.tokens("n"), hit.scene
    if unit is None:
        return None
    direction = hit.token("g")
    kind = direction.kind if direction else "G"
    told = kind != "G"
    number = count(numbers) if numbers or unit.kind == "U" else 0
    start = scene.focus if told and scene.focus else scene.anchor
    basis = "event" if told and scene.focus else scene.basis
    if told and direction is not None and direction.code in ("before", "after"):
        return _beside_event(hit, unit, numbers)
    if told and scene.focus is None:
        return Answer("XXXX-XX-XX" if unit.code in "DW" else "XXXX")
    if not number and kind == "G" and unit.code in ("TH", "TM", "TS") and start is not None:
        return Answer(start.isoformat(), basis=basis).roughly()
    if not number:
        return Answer(_UNIT[unit.code].format("X"), "DURATION") if kind == "R" else Answer("PAST_REF")
    if start is None:
        return Answer({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit.code, "XXXX"))
    return _moved(hit, unit, (1 if kind == "R" else -1) * number * unit.number, basis)


def half_ago(hit: Hit) -> Answer | None:
    """ "half a year ago": months for a year; other units have no half that is a date."""
    unit, scene = hit.token("u"), hit.scene
    if unit is None or unit.code != "Y":
        return None
    if scene.anchor is None:
        return Answer("XXXX-XX")
    return Answer(cut(shift(scene.anchor, "M", -6 * round(unit.number)), "M"), basis=scene.basis).roughly()


def ago_to_the_day(hit: Hit) -> Answer | None:
    """ "a year ago today", "two weeks ago yesterday": counted to the day."""
    unit, day, scene = hit.token("u"), hit.token("t"), hit.scene
    number = count(hit.tokens("n"))
    if unit is None or day is None or not number or unit.code.startswith("T") or unit.code in "EC":
        return None
    if scene.anchor is None:
        return Answer("XXXX-XX-XX")
    start = scene.anchor + timedelta(days=int(day.number))
    return Answer(shift(start, unit.code, -round(number * unit.number)).isoformat(), basis=scene.basis)


def _moved(hit: Hit, unit: Token, steps: float, basis: str) -> Answer | None:
    scene = hit.scene
    start = scene.focus if basis == "event" else scene.anchor
    rough = bool(hit.tokens("a"))
    if start is None:
        return None
    if unit.code.startswith("T"):
        hours = steps / {"TH": 1, "TM": 60, "TS": 3600}[unit.code]
        return Answer((start + timedelta(hours=hours)).isoformat(), basis=basis).roughly()
    try:
        day = shift(start, unit.code, round(steps))
        if unit.code in "EC":
            return Answer(cut(day, "Y"), basis=basis).roughly()
    except (OverflowError, ValueError):
        return None
    return Answer(cut(day, unit.code), basis=basis).roughly(rough)


def _beside_event(hit: Hit, unit: Token, numbers: list[Token]) -> Answer | None:
    if not numbers and unit.kind == "u":
        return None
    day, number = _named_after(hit), count(numbers)
    if day is not None and number and not unit.code.startswith("T"):
        step = (-1 if hit.code("g") == "before" else 1) * number * unit.number
        return Answer(cut(shift(day, unit.code, round(step)), unit.code), basis="event")
    return Answer(length(numbers, unit), "DURATION", stop=hit.match.start("g"))


def beside(hit: Hit) -> Answer | None:
    """ "the year before", "the day after": of the day last spoken of."""
    unit, direction, scene, after = hit.token("u"), hit.token("g"), hit.scene, hit.after()
    if unit is None or direction is None or unit.code.startswith("T"):
        return None
    step = int(direction.number)
    if direction.code in ("before", "after") and after and after.kind not in "|,ie":
        day = _named_after(hit)
        if day is not None:
            return Answer(cut(shift(day, unit.code, step), unit.code), basis="event")
        return Answer(BLANK[unit.code]) if unit.code == "D" else None
    if scene.focus is None:
        return None
    return Answer(cut(shift(scene.focus, unit.code, step), unit.code), basis="event")


def _named_after(hit: Hit) -> date | None:
    """The day named right after "the day before": "last Tuesday's hearing", "the March 11 bombings"."""
    answer = hit.scene.look(hit.match.end()) if hit.scene.look else None
    if answer is None or answer.kind not in ("DATE", "TIME") or len(answer.timex) < 10:
        return None
    return first_day(answer.timex)


def part_beside(hit: Hit) -> Answer | None:
    """ "the night before", "the morning after the vote": beside the day named after it, or the day last spoken of."""
    direction, after, part = hit.token("g"), hit.after(), hit.code("p")
    if direction is None:
        return None
    alone = after is None or after.kind in "|,ie"
    day = hit.scene.focus if alone else _named_after(hit)
    if day is None:
        return Answer(f"XXXX-XX-XXT{part}", "TIME")
    return Answer(f"{(day + timedelta(days=int(direction.number))).isoformat()}T{part}", "TIME", "event")


def repeated(hit: Hit) -> Answer | None:
    """ "every day", "each Thursday", "Mondays", "every two weeks"."""
    day = hit.token("w")
    if day is not None:
        part = hit.code("p")
        return Answer(f"XXXX-WXX-{int(day.number) + 1}" + (f"T{part}" if part else ""), "SET", weekday=int(day.number))
    part = hit.code("p")
    if part:
        return Answer(f"XXXX-XX-XXT{part}", "SET")
    unit = hit.token("u")
    return Answer(length(hit.tokens("n"), unit), "SET") if unit else None


def adverb(hit: Hit) -> Answer | None:
    """ "daily", "annually"."""
    return Answer(hit.code("f"), "SET")


def vague(hit: Hit) -> Answer | None:
    """ "now", "recently", "soon", and "current", "recent", "future" as adjectives."""
    token = hit.token("v")
    if token is None:
        return None
    if token.kind == "V":
        after = hit.after()
        followed = token.code == "FUTURE_REF" and after and after.text.lower() in hit.scene.words.after_soon
        return None if followed else Answer(token.code)
    if token.code == "recent":
        return Answer("PAST_REF")
    if token.code == "current":
        return Answer("PRESENT_REF")
    return None
