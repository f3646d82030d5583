"""Rules for days: full and partial dates, weekdays, today and its kin, parts of day, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.read.dates import pick
from sayso.read.dates.calendar import day_of, nth_weekday, shift
from sayso.read.dates.elsewhere import converted, era_beside
from sayso.read.dates.scene import Answer, Hit, Scene
from sayso.read.dates.tokens import Token


def with_part(day: str, part: str, **more: object) -> Answer:
    """A day, or a part of it when ``part`` is a code such as "MO"."""
    basis = str(more.get("basis", "text"))
    number = more.get("weekday")
    weekday = number if isinstance(number, int) else None
    if part:
        return Answer(f"{day}T{part}", "TIME", basis, weekday=weekday)
    return Answer(day, basis=basis, weekday=weekday)


def full_year(number: int, scene: Scene) -> int:
    """A year from its last two digits, the one nearest to the anchor, else in 1930 to 2029."""
    if number >= 100:
        return number
    if scene.anchor:
        base = scene.anchor.year // 100 * 100
        return min((base - 100 + number, base + number, base + 100 + number), key=lambda y: abs(y - scene.anchor.year))  # type: ignore[union-attr]
    return 1900 + number if number >= 30 else 2000 + number


def digits(hit: Hit) -> Answer | None:
    """A date in digits: ISO, or with slashes or full stops when it cannot be read in two ways."""
    text = hit.scene.tokens[hit.match.start()].text
    if text[4:5] == "-":
        day = day_of(int(text[:4]), int(text[5:7]), int(text[8:10]))
        kind = "TIME" if "T" in text else "DATE"
        return Answer(text, kind, "text") if day else None
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    year = full_year(year, hit.scene)
    us, other = day_of(year, first, second), day_of(year, second, first)
    if "." in text or us is None:
        us = other
    elif other is not None and other != us:
        return _either(hit, us, other)
    return Answer(us.isoformat(), basis="text") if us else None


def _either(hit: Hit, us: date, other: date) -> Answer:
    """Month first or day first: decided only by an anchor that follows one within a month and not the other."""
    anchor = hit.scene.anchor
    if anchor:
        near = [d for d in (us, other) if 0 <= (anchor - d).days <= 31]
        if len(near) == 1:
            return Answer(near[0].isoformat(), basis="text")
    return Answer(f"{us.year:04d}-XX-XX", basis="text", either=(us.isoformat(), other.isoformat()))


def dated(hit: Hit) -> Answer | None:
    """Month and day, with or without year and weekday: "Monday, Oct. 31, 2011", "31 October", "12 JAN 90"."""
    month, day = hit.number("m"), hit.number("d")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    weekday, year = hit.number("w"), hit.token("y")
    part = hit.code("p")
    if year is not None:
        value = day_of(full_year(int(year.number), hit.scene), month, day)
        era = era_beside(hit)
        if value is not None and era is not None:
            value = converted(era, value.year, month, day) if era else None
        return with_part(value.isoformat(), part, weekday=weekday) if value else Answer("XXXX-XX-XX", weekday=weekday)
    anchor = hit.scene.anchor
    if anchor is None or (month == 2 and day > 29):
        return with_part(f"XXXX-{month:02d}-{day:02d}", part, weekday=weekday, basis="none")
    value = pick.month_day(anchor, month, day, hit.tense())
    return with_part(value.isoformat(), part, weekday=weekday, basis=hit.scene.basis) if value else None


def day_range(hit: Hit) -> Answer | None:
    """ "Oct. 3-7" with or without a year."""
    first = dated(hit)
    last = hit.number("d2")
    if first is None or last is None or last <= int(first.timex[8:10]) or last > 31:
        return None
    return Answer(first.timex, "DATE", first.basis, f"{first.timex[:8]}{last:02d}")


def first_day_of_two(hit: Hit) -> Answer | None:
    """The first day of "3 to 5 May", "с 3 по 5 мая": the month stands after the second."""
    before, joint = hit.before(), hit.after()
    if joint is None or (joint.kind != "e" and joint.text.lower() not in hit.scene.words.range_joins):
        return None
    if before is None or (before.kind not in "iet" and before.text.lower() not in hit.scene.words.before_month):
        return None
    return dated(hit)


def bare_day(hit: Hit) -> Answer | None:
    """ "on the 15th": of the month last spoken of, else of that of the anchor to which the tense leads."""
    scene, before, token, unit = hit.scene, hit.before(), hit.token("d"), hit.token("u")
    if token is None or not token.text[0].isdecimal() or not 1 <= token.number <= _MOST_DAYS:
        return None
    if before is None or before.text.lower() not in scene.words.before_bare_day or (unit and unit.code != "M"):
        return None
    number = int(token.number)
    if scene.focus is not None and scene.focus_grain == "D" and scene.passage - scene.focus_passage <= _RECENT:
        day = day_of(scene.focus.year, scene.focus.month, number)
        return Answer(day.isoformat(), basis="event") if day else None
    if scene.anchor is None:
        return Answer(f"XXXX-XX-{number:02d}")
    tense = "future" if hit.looks_ahead() else hit.tense()
    months = (shift(scene.anchor.replace(day=1), "M", step) for step in (-1, 0, 1))
    days = [day for month in months if (day := day_of(month.year, month.month, number))]
    best = min(days, key=lambda day: pick.far((day - scene.anchor).days, tense))  # type: ignore[operator]
    return Answer(best.isoformat(), basis=scene.basis)


def second_bare_day(hit: Hit) -> Answer | None:
    """The second day of "on the 15th and 16th"."""
    scene, token = hit.scene, hit.token("d")
    if token is None or scene.focus is None or scene.in_passage is None or not token.text[0].isdecimal():
        return None
    day = day_of(scene.focus.year, scene.focus.month, int(token.number))
    return Answer(day.isoformat(), basis=scene.basis) if day and day > scene.focus else None


_MOST_DAYS, _RECENT = 31, 3


def second_day(hit: Hit) -> Answer | None:
    """The second day of "April 24 and 25"."""
    scene, at, number = hit.scene, hit.match.start(), hit.number("d")
    if scene.focus is None or number is None or scene.focus.month != int(scene.tokens[at - 3].number):
        return None
    day = day_of(scene.focus.year, scene.focus.month, number)
    return Answer(day.isoformat(), basis=scene.basis) if day and day > scene.focus else None


def weekday(hit: Hit) -> Answer | None:
    """A weekday with what stands before and after it: "last Friday night", "this coming Sunday"."""
    token, scene = hit.token("w"), hit.scene
    if token is None or not _is_weekday(hit):
        return None
    number = int(token.number)
    part, relation = hit.code("p"), hit.code("rel")
    if scene.anchor is None:
        return with_part(f"XXXX-WXX-{number + 1}", part, weekday=number, basis="none")
    told = _date_in_brackets(hit, number)
    if told is not None:
        return with_part(told.isoformat(), part, weekday=number, basis=scene.basis)
    anchor, basis = scene.anchor, scene.basis
    if relation in ("previous", "following", "that", "same") and scene.focus:
        anchor, basis = scene.focus, "event"
    if relation in ("that", "same"):
        relation = ""
    tense = "past" if hit.code("mod") == "earlier" else _tense_of_weekday(hit)
    day = pick.weekday(anchor, number, tense, relation)
    answer = with_part(day.isoformat(), part, weekday=number, basis=basis)
    named = hit.token("p")
    if named is not None and named.kind == "J" and named.text.lower() not in scene.words.this_night:
        return replace(answer, either=((day + timedelta(days=1)).isoformat(),))
    return answer


def night_into(hit: Hit) -> Answer | None:
    """ "overnight into Saturday": the night that ends on that day."""
    scene, number = hit.scene, hit.number("w")
    between = scene.tokens[hit.match.start() + 1].text.lower()
    if number is None or scene.anchor is None or between not in scene.words.into:
        return None
    day = pick.weekday(scene.anchor, number, _tense_of_weekday(hit))
    begun = (day - timedelta(days=1)).isoformat()
    return replace(with_part(begun, hit.code("p"), basis=scene.basis), either=(day.isoformat(),))


def nth_weekday_of(hit: Hit) -> Answer | None:
    """ "the first Sunday of May", "the last Friday in June 2013"."""
    which, number, month, said, scene = hit.token("n"), hit.number("w"), hit.number("m"), hit.token("y"), hit.scene
    if which is None or number is None or month is None or (which.kind == "L" and which.code != "last"):
        return None
    count = -1 if which.kind == "L" else int(which.number)
    if count > _MOST_WEEKDAYS:
        return None
    if said is None and scene.anchor is None:
        return with_part(f"XXXX-{month:02d}-XX", "", weekday=number, basis="none")
    if said is not None:
        year, basis = full_year(int(said.number), scene), "text"
    else:
        year, basis = pick.month(scene.anchor, month, hit.tense(), "").year, scene.basis  # type: ignore[arg-type]
    day = nth_weekday(year, month, count, number)
    return with_part(day.isoformat(), "", weekday=number, basis=basis) if day.month == month else None


_MOST_WEEKDAYS = 5


def _date_in_brackets(hit: Hit, weekday: int) -> date | None:
    """The date that explains a weekday: "Thursday afternoon (May 19)"."""
    scene, after = hit.scene, hit.after()
    if scene.look is None or after is None or after.text not in "([":
        return None
    answer = scene.look(hit.match.end() + 1)
    if answer is None or answer.kind != "DATE" or not re.fullmatch(r"\d{4}-\d\d-\d\d", answer.timex):
        return None
    day = date.fromisoformat(answer.timex)
    return day if day.weekday() == weekday else None


def _tense_of_weekday(hit: Hit) -> str:
    """ "until Tuesday" and "as soon as Tuesday" within a sentence look ahead; "lasted until Tuesday" looks back."""
    if hit.lasted():
        return "past"
    return "future" if hit.looks_ahead() else hit.scene.tense(hit.match.start(), hit.match.end())


def _is_weekday(hit: Hit) -> bool:
    """False for abbreviations that are ordinary words, and for names such as "Sunday Times"."""
    token, before, after = hit.token("w"), hit.before(), hit.after()
    if before is not None and before.text.lower() in hit.scene.words.named_days and before.text[0].isupper():
        return False
    if token is None or token.text.lower() in hit.scene.words.abbreviated_days:
        return False
    return not (after and after.text.lower() in hit.scene.words.names and after.text[:1].isupper())


def deictic(hit: Hit) -> Answer | None:
    """ "today", "yesterday morning", "late yesterday", "tonight"."""
    token, scene = hit.token("t"), hit.scene
    if token is None or _is_name(hit, token):
        return None
    part = hit.code("p") or hit.code("p0") or token.code
    if _of_our_time(hit):
        return Answer("PRESENT_REF")
    if scene.anchor is None:
        return with_part("XXXX-XX-XX", part, basis="none")
    day = scene.anchor + timedelta(days=int(token.number))
    answer = with_part(day.isoformat(), part, basis=scene.basis)
    if token.code and token.number == 0 and token.text.lower() not in scene.words.this_night:
        return replace(answer, either=((day - timedelta(days=1)).isoformat(),))  # a night is of two days
    return answer


def _of_our_time(hit: Hit) -> bool:
    """True for "today's youth": the present age, not the day."""
    after = hit.after()
    possessive = hit.scene.tokens[hit.match.end() - 1].kind == "'"
    return possessive and after is not None and after.text.lower() in hit.scene.words.our_time


def _is_name(hit: Hit, token: Token) -> bool:
    """True for "Today" with a capital after another capitalised word, the name of a newspaper."""
    before = hit.before()
    if before is None or not token.text.istitle() or before.kind != "x":
        return False
    return before.text[0].isupper() and before.end + 1 == token.start


def beyond(hit: Hit) -> Answer | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    token, unit, scene = hit.token("t"), hit.token("u"), hit.scene
    if token is None or unit is None or unit.code != "D" or token.number == 0:
        return None
    if scene.anchor is None:
        return Answer("XXXX-XX-XX")
    return Answer((scene.anchor + timedelta(days=2 * int(token.number))).isoformat(), basis=scene.basis)


def part_of_day(hit: Hit) -> Answer | None:
    """ "last night", "this morning", "the next morning", "that evening"."""
    scene, part, relation = hit.scene, hit.code("p"), hit.code("rel")
    told = scene.in_passage or scene.focus
    day, basis = scene.anchor, scene.basis
    if relation in ("this", "last", "past"):
        step = -1 if relation != "this" else 0
    elif relation in ("next", "following", "previous"):
        day, basis, step = told, "event", -1 if relation == "previous" else 1
    elif relation in ("that", "same") or hit.code("mod") or _in_the_part(hit):
        day, basis, step = (told, "event", 0) if told else (day, basis, 0)
    else:
        return None
    if day is None:
        return with_part("XXXX-XX-XX", part, basis="none")
    return with_part((day + timedelta(days=step)).isoformat(), part, basis=basis)


def _in_the_part(hit: Hit) -> bool:
    """True for "in the morning", False for "the night of ..." and "the night the ..."."""
    before, after = hit.before(), hit.after()
    return (
        hit.token("t") is not None and before is not None and before.kind == "i" and not (after and after.kind == "o")
    )


def neighbour_day(scene: Scene, grain: str, step: int) -> Answer | None:
    """The stretch of ``grain`` before or after the day last spoken of; open when none was."""
    if scene.focus is None:
        return None
    return Answer(shift(scene.focus, grain, step).isoformat(), basis="event")
