"""Rules for times of day: "at 9:30 p.m.", "14:48 UTC", "noon", with the day beside them."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.read.dates import pick
from sayso.read.dates.calendar import day_of, first_day
from sayso.read.dates.days import full_year
from sayso.read.dates.scene import Answer, Hit

_NEAR_DAYS, _NEAR_PASSAGES = 14, 3
"""A time that stands without a day is one of the day last spoken of when that is at most so many days off, or was
spoken of within the last few sentences."""


def clock(hit: Hit) -> Answer | None:
    """A clock time, with the day that stands beside it, else the day of the passage, else the anchor."""
    time = _time(hit)
    if time is None or _is_bare(hit):
        return None
    number = hit.number("w")
    day, basis = _day(hit)
    if day is None:
        head = f"XXXX-WXX-{number + 1}" if number is not None else "XXXX-XX-XX"
        return Answer(f"{head}T{time}", "TIME", weekday=number)
    return Answer(f"{day.isoformat()}T{time}", "TIME", basis, weekday=number)


def _cued(hit: Hit) -> bool:
    """ "at 1910 tonight" is a time, "in 1910 today" is not."""
    before = hit.before()
    return before is not None and before.text.lower() in hit.scene.words.before_clock


def _is_bare(hit: Hit) -> bool:
    """True for "1:47" without a.m., zone, day or a word before it that may stand before a time: a length, a score."""
    token, before = hit.token("k"), hit.before()
    if token is None or token.kind != "K" or len(hit.match.group()) > 1:
        return False
    return before is None or (
        before.kind not in "iaeWTPJmL" and before.text.lower() not in hit.scene.words.before_month
    )


def _time(hit: Hit) -> str | None:
    zone = hit.code("z")
    named = hit.token("b")
    if named is not None:
        return named.code + zone
    half, token = hit.code("p"), hit.token("k")
    if token is None:
        return None
    if token.kind == "K":
        hour, minute, *rest = (int(p) for p in token.text.replace(".", ":").split(":"))
    elif half:
        hour, minute, rest = int(token.number), 0, []
    elif len(token.text) not in (3, 4) or not token.text.isdigit() or not (zone or hit.tokens("z") or _cued(hit)):
        return None
    else:
        hour, minute, rest = int(token.text[:-2] or 0), int(token.text[-2:]), []
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}" + "".join(f":{r:02d}" for r in rest) + zone


def _day(hit: Hit) -> tuple[date | None, str]:
    scene, anchor = hit.scene, hit.scene.anchor
    month, day, said = hit.number("m"), hit.number("d"), hit.token("y")
    if month is not None and day is not None:
        if said is not None:
            return day_of(full_year(int(said.number), scene), month, day), "text"
        return (pick.month_day(anchor, month, day, _tense(hit)), scene.basis) if anchor else (None, "none")
    weekday, today = hit.number("w"), hit.number("t")
    if weekday is not None:
        return (pick.weekday(anchor, weekday, _tense(hit)), scene.basis) if anchor else (None, "none")
    if today is not None:
        return (anchor + timedelta(days=today), scene.basis) if anchor else (None, "none")
    named = _day_named_next(hit)
    if named is not None:
        return named, scene.basis
    ahead = _day_ahead(hit)
    if ahead is not None and anchor is not None and scene.in_passage is None:
        return pick.weekday(anchor, ahead, _tense(hit)), scene.basis
    if scene.in_passage is not None:
        return scene.in_passage, "event"
    if anchor and scene.focus and scene.focus_grain == "D":
        near = abs((anchor - scene.focus).days) <= _NEAR_DAYS
        if near or scene.passage - scene.focus_passage <= _NEAR_PASSAGES:
            return scene.focus, "event"
    return anchor, scene.basis if anchor else "none"


def _tense(hit: Hit) -> str:
    return "future" if hit.looks_ahead() else hit.tense()


def _day_named_next(hit: Hit) -> date | None:
    """The day named right after a time with "on" or a comma: "8:15 p.m. on Dec. 27"."""
    scene, after = hit.scene, hit.after()
    if scene.look is None or after is None or after.kind not in "i,":
        return None
    answer = scene.look(hit.match.end() + 1)
    if answer is None or answer.kind not in ("DATE", "TIME") or len(answer.timex) < 10:
        return None
    return first_day(answer.timex) if answer.timex[8:10].isdigit() else None


def _day_ahead(hit: Hit) -> int | None:
    """The weekday that follows within a few tokens: "10:35 a.m. (0735 GMT) Friday"."""
    at = hit.match.end()
    for token in hit.scene.tokens[at : at + 6]:
        if token.kind == "W":
            return int(token.number)
    return None
