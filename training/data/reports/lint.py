"""What a person should look at again in the labels, and one report with its labels in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date

from training.data.reports.tags import Json

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
FREE = frozenset((*WEEKDAYS, *MONTHS, "I", "Mr", "Mrs", "Ms", "Dr"))


def lint(row: Json) -> Iterable[str]:
    """What a person should look at again; none of it is wrong by itself."""
    yield from _capitals(row)
    for s in row["statements"]:
        yield from _statement(row, s)
    for v in row["voices"]:
        for m in v["mentions"]:
            if m["text"] != m["text"].strip(" ,.;:"):
                yield f"@{v['key']}: loose edge of {m['text']!r}"
    yield from _classes(row)
    for i in row["incidents"]:
        for a in i["assertions"]:
            if a["field"] == "happened":
                yield from _day(row, i["id"], a)


def _capitals(row: Json) -> Iterable[str]:
    starts = {x["at"] for x in row["sentences"]}
    for hit in re.finditer(r"(?<=[A-Za-z,;:] )[A-Z][\w'’-]*", row["text"]):
        named = any(n["at"] <= hit.start() < n["end"] for n in row["names"])
        if hit.start() not in starts and not named and hit[0] not in FREE:
            yield f"capital outside a name: {hit[0]}"


def _statement(row: Json, s: Json) -> Iterable[str]:
    words, start, end = s["content"]["text"], s["content"]["at"], s["content"]["end"]
    if s["kind"] == "confirmation" and s["voices"][-1]["kind"] not in ("official", "organisation"):
        yield f"{s['id']}: confirmation by {s['voices'][-1]['kind']}"
    if s["kind"] == "claim_of_responsibility" and not s["negated"] and not _claimed(row, s):
        yield f"{s['id']}: claim without a claimed perpetrator"
    if words.endswith(".") and s["mode"] != "direct":
        yield f"{s['id']}: full stop in {s['mode']} content"
    if s["mode"] == "direct" and row["text"][start - 1] not in '"“‘':
        yield f"{s['id']}: direct content starts inside a quotation"
    if words.count('"') % 2:
        yield f"{s['id']}: half a quotation in its content"
    for v in s["voices"]:
        if v["kind"] == "outlet" and v["name"].lower() in row["outlet"].lower():
            yield f"{s['id']}: the report's own outlet in its chain"
        if v["cue"] and v["cue"]["at"] < end and start < v["cue"]["end"]:
            yield f"{s['id']}: cue {v['cue']['text']!r} inside its content"


def _claimed(row: Json, s: Json) -> bool:
    return any(
        a["statement"] == s["id"] and a["field"] == "perpetrator" and a["value"]["status"] == "claimed"
        for i in row["incidents"]
        for a in i["assertions"]
    )


def _classes(row: Json) -> Iterable[str]:
    for i in row["incidents"]:
        for a in i["assertions"]:
            kind = next(x["class"] for x in row["sentences"] if x["at"] <= a["at"] < x["end"])
            if i["main"] and kind in ("earlier", "other"):
                yield f"{i['id']}: {a['field']} {a['text']!r} in a sentence of class {kind}"
            if i["status"] == "background" and kind == "this":
                yield f"{i['id']}: background {a['field']} {a['text']!r} in a sentence of class this"


def _day(row: Json, incident: str, a: Json) -> Iterable[str]:
    """A weekday, "today" or "yesterday" against the date it was given."""
    note = f"{incident}: {a['text']!r} given as {a['value']}, published {row['published']}"
    if len(a["value"]) < 10 or row["published"] is None:
        if re.search(r"day\b", a["text"]):
            yield note
        return
    day, today = date.fromisoformat(a["value"]), date.fromisoformat(row["published"])
    back = (today - day).days
    named = [w for w in WEEKDAYS if w in a["text"]]
    said = next((n for w, n in (("yesterday", 1), ("today", 0), ("this morning", 0)) if w in a["text"].lower()), back)
    wrong_weekday = bool(named) and WEEKDAYS[day.weekday()] not in named
    if wrong_weekday or (named and not 0 <= back <= 7) or back != said:
        yield note


def show(row: Json) -> str:
    """One report with its labels in words, for a second look."""
    out = [f"{row['id']}  {row['outlet']} ({row['style']}) {row['published']}", ""]
    out += [f"{x['class'][:4]:5}{row['text'][x['at'] : x['end']]}" for x in row["sentences"]] + [""]
    for s in row["statements"]:
        chain = " > ".join(
            f"{v['text']} [{v['name']}; {v['kind']}; {(v['cue'] or {'text': '-'})['text']}]" for v in s["voices"]
        )
        marks = " ".join(x for x in (s["mode"], s["certainty"], "NEG" if s["negated"] else "", *s["about"]) if x)
        carried = f"<{s['parent']}" if s["parent"] else ""
        out.append(f"{s['id']}{carried} {s['kind']} ({marks}) {chain}\n      {s['content']['text']}")
    for i in row["incidents"]:
        out.append(f"{i['id']} {i['type']} {i['status']}{'' if i['main'] or i['status'] == 'background' else ' side'}")
        out += [
            f"    {a['field']} {json.dumps(a['value'], ensure_ascii=False)} {a['polarity']} {a['text']!r} "
            f"{a['statement'] or '-'}"
            for a in i["assertions"]
        ]
        out += [f"    {a['field']} unclear {a['text']!r} {a['statement']}" for a in i["unclear"]]
    out.append("names " + "; ".join(f"{n['text']} ({n['class'][:4]})" for n in row["names"]))
    for v in row["voices"]:
        out.append(
            f"@{v['key']} {v['kind']} {v['name']}: "
            + ", ".join(f"{m['text']} ({m['form'][:4]})" for m in v["mentions"])
        )
    return "\n".join(out)
