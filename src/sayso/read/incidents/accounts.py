"""Which incidents a document tells: triggers of one happening put together, earlier happenings set apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from sayso.lang.en import incidents as words
from sayso.model import Figure, When
from sayso.read.incidents.material import (
    RECENT_DAYS,
    Material,
    age_days,
    court_words,
    is_cause,
    nearest_date,
    told_as,
    tried,
)
from sayso.read.incidents.sport import is_sport
from sayso.read.incidents.tellings import Telling, split
from sayso.read.incidents.triggers import ADDED, MUC_KINDS, Trigger, happening_triggers, pattern
from sayso.taxonomy import load_taxonomy

_BOMB = pattern(words.BOMB_HINTS)
_BOMBS, _FIREARMS = pattern(words.BOMBS), pattern(words.FIREARMS)
_NATURAL = pattern(words.NATURAL)
_UNREAL = pattern(words.UNREAL)
_OTHER = pattern(words.OTHER_SUBJECT)
_ATTEMPTED, _FOILED = pattern(words.ATTEMPTED), pattern(words.FOILED)
HARM = frozenset({"killed", "injured", "missing", "hostages", "displaced"})

# Types that are often another name of the same attack.
SPECIAL_FORMS = frozenset(
    {"armed_attack", "arson", "sabotage", "vehicle_ramming", "stabbing", "hostage_taking", "shelling"}
)
# Types that may tell of one happening together; the first that is strong gives the name.
GENERIC = frozenset({"armed_attack", "arrest", "raid", "use_of_force", "threat", "explosion"})
NEEDS_HARM = frozenset({"armed_attack", "explosion", "crash", "collapse", "stampede", "use_of_force", "stabbing"})
OPENING = 8
LEAST_MAIN = 2.5
SHORT = 3
RIVALS = frozenset({"attack", "strike", "clash", "state_action", "unrest"})
LEAST_OTHER = 1.4
LEAST_APART = 0.7
SURE, ADDED_EAGERLY = 0.6, 0.3
SEEN_MAIN, SEEN_APART = 1.5, 1.0
"""The same when asked to be eager and the encoder has seen the happening, by at least ``SURE``: one word of a rule is
enough then, and what is cut off from the main account needs more. Of a kind that no other account tells, the encoder's
word is taken from ``ADDED_EAGERLY`` on: about half of these are right, which on MUC-4's dev part raises F1 of incidents
from 75.0 to 76.2."""
LEAST_BACKGROUND = 0.9


@dataclass(frozen=True, slots=True)
class Account:
    """One incident as told here, before its values are read.

    Attributes:
        type, status: see ``model.Report``.
        triggers: its words, in order.
        passages: numbers of the passages that tell of it.
        score: 0 to 1.
        reach: passages in which somebody may be blamed for it.
    """

    type: str
    status: str
    triggers: tuple[Trigger, ...]
    passages: tuple[int, ...]
    score: float
    reach: tuple[int, ...] = ()


def find_accounts(material: Material) -> list[Account]:
    """The incidents told, main first, then earlier ones in order of the text."""
    if _unreal(material):
        return []
    told = _aftermath([(t, told_as(material, t)) for t in material.triggers], material)
    now = [t for t, how in told if how == "now"]
    earlier = [t for t, how in told if how == "earlier"]
    main = _main(material, now, earlier)
    if main is not None:
        other = _other_day(material, main, now)
        if other:
            earlier += other
            now = [t for t in now if t not in other]
            main = _main(material, now, earlier)
    out = [main] if main else []
    if main is not None:
        out = _apart(material, main)
        out += [a for a in _others(material, now, main) if not _told(a, out[1:])]
    taken = {(t.span, t.passage) for a in out for t in a.triggers}
    rest = [t for t in now if (t.span, t.passage) not in taken] if main is None else []
    out += _background(material, earlier + rest, main)
    out += _unread(material, out)
    out = [a for a in out if not is_sport(material, a.type, a.triggers, a.passages)]
    return [replace(a, reach=_reach(material, a, out)) for a in out]


def _unread(material: Material, accounts: list[Account]) -> list[Account]:
    """One account for each kind of happening that the encoder sees and that none of ``accounts`` is of."""
    seen = material.happenings or ()
    told = {h.kind for h in seen for a in accounts if MUC_KINDS.get(a.type) == h.kind and h.passage in a.passages}
    added: dict[str, list[Trigger]] = {}
    for trigger in happening_triggers(seen, ADDED_EAGERLY if material.eager else ADDED):
        if MUC_KINDS[trigger.type] not in told and told_as(material, trigger) != "feared":
            added.setdefault(trigger.type, []).append(trigger)
    made = []
    for type_, found in added.items():
        now = [t for t in found if told_as(material, t) == "now"]
        status = "happened" if _fresh_day(material, now, RECENT_DAYS) else "background"
        score = max(t.weight for t in found)
        made.append(Account(type_, status, tuple(found), tuple(t.passage for t in found), score))
    return made


def _unreal(material: Material) -> bool:
    """True when the opening is about a story or a rehearsal and tells of no dead."""
    opening = range(min(len(material.passages), material.lead + 3))
    dead = any(m.role == "killed" for k in opening for m in material.by_passage.get(k, ()))
    return not dead and sum(len(_UNREAL.findall(material.words(k))) for k in opening) >= 2


def _aftermath(told: list[tuple[Trigger, str]], material: Material) -> list[tuple[Trigger, str]]:
    """``told``, with what follows a happening named only as the cause of the news set to ``earlier`` too."""
    strong = [(t, how) for t, how in told if t.form != "weak" and how != "feared"]
    if not strong or not is_cause(material, strong[0][0]):
        return told
    family = load_taxonomy().family
    kind = family(strong[0][0].type)
    return [
        (t, "earlier" if how == "now" and family(t.type) == kind and not _fresh_day(material, [t], 3) else how)
        for t, how in told
    ]


def _reach(material: Material, account: Account, all_: list[Account]) -> tuple[int, ...]:
    """All passages no other account takes when this is the only news or all there is; else its own and the next."""
    last = len(material.passages)
    if account.status == "background" and len(all_) > 1:
        return account.passages
    if sum(a.status != "background" for a in all_) > 1:
        return tuple(sorted({k for p in account.passages for k in (p, p + 1) if k < last}))
    taken = {p for a in all_ if a is not account for p in a.passages}
    return tuple(k for k in range(last) if k not in taken or k in account.passages)


def _main(material: Material, now: list[Trigger], earlier: list[Trigger]) -> Account | None:
    scores = _scores(material, now)
    if not scores:
        return None
    kind = _name(material, scores, now)
    own = [t for t in now if same_happening(t.type, kind)]
    total = sum(v for k, v in scores.items() if same_happening(k, kind))
    total *= _subject_factor(material, own)
    least = SEEN_MAIN if material.eager and _seen(material, kind, own) else LEAST_MAIN
    if total < least or not _in_lead(material, own):
        return None
    short = len(material.passages) <= material.lead + SHORT  # a flash has no room to tell it twice
    if not _harm(material, own) and kind in NEEDS_HARM and total < 1.7 * least and not short:
        return None
    status = _status(material, own, earlier)
    passages = tuple(sorted({t.passage for t in own} | _carried(material, own, earlier)))
    return Account(kind, status, tuple(own), passages, min(1.0, total / 12))


def _seen(material: Material, kind: str, triggers: list[Trigger]) -> bool:
    """True when the encoder sees such a happening in a sentence of one of the triggers."""
    passages = {t.passage for t in triggers}
    seen = material.happenings or ()
    return any(h.kind == MUC_KINDS.get(kind) and h.passage in passages and h.score >= SURE for h in seen)


def _apart(material: Material, main: Account) -> list[Account]:
    """``main``, cut into the several happenings that it tells; itself first."""
    if load_taxonomy().family(main.type) not in {"attack", "strike", "clash"}:
        return [main]
    _, *more = split(material, main.triggers)
    kept = [(t, _scores(material, t.triggers)) for t in more]
    least = SEEN_APART if material.eager and material.happenings is not None else LEAST_APART
    kept = [(t, scores) for t, scores in kept if scores and sum(scores.values()) >= least and _own(material, t)]
    if not kept:
        return [main]
    starts = sorted(t.triggers[0].passage for t, _ in kept)
    gone = {x.span for t, _ in kept for x in t.triggers}
    mine = [x for x in main.triggers if x.span not in gone]
    carried = set(main.passages) - {x.passage for t, _ in kept for x in t.triggers}
    taken = {k: max((s for s in starts if s <= k), default=-1) for k in carried}
    own = {x.passage for x in mine}
    scores = _scores(material, mine)
    kind = _name(material, scores, mine) if scores else main.type
    out = [
        replace(
            main,
            type=kind,
            triggers=tuple(mine),
            passages=tuple(k for k in main.passages if k in own or taken.get(k, 0) < 0),
        )
    ]
    for t, scores in kept:
        numbers = {x.passage for x in t.triggers}
        numbers |= {k for k, s in taken.items() if s == t.triggers[0].passage and k not in own}
        kind, status = _name(material, scores, t.triggers), _status(material, t.triggers, [])
        out.append(
            Account(kind, status, tuple(t.triggers), tuple(sorted(numbers)), min(1.0, sum(scores.values()) / 12))
        )
    return out


def _own(material: Material, telling: Telling) -> bool:
    """True when a further happening has a town, a day or a toll of its own."""
    return bool(telling.towns or telling.days) or _harm(material, telling.triggers)


def _told(account: Account, others: list[Account]) -> bool:
    """True when the words of ``account`` already stand in one of ``others``."""
    spans = {t.span for a in others for t in a.triggers}
    return any(t.span in spans for t in account.triggers)


def _others(material: Material, now: list[Trigger], main: Account) -> list[Account]:
    """Further happenings of these days: another special type told in passages of its own."""
    out = []
    family = load_taxonomy().family
    mine = {t.passage for t in main.triggers if t.type == main.type}
    scores = _scores(material, [t for t in now if t.form != "weak" and t.passage not in mine])
    for kind, score in sorted(scores.items()):
        if (
            kind == main.type
            or kind in GENERIC
            or family(kind) not in {"attack", "strike", "clash"}
            or score < LEAST_OTHER
        ):
            continue
        if family(kind) == family(main.type) and {kind, main.type} & SPECIAL_FORMS:
            continue
        own = tuple(t for t in now if t.type == kind and t.passage not in mine)
        if _in_lead(material, list(own)):
            passages = tuple(sorted({t.passage for t in own}))
            out.append(Account(kind, "happened", own, passages, min(1.0, score / 12)))
    return out


def _other_day(material: Material, main: Account, now: list[Trigger]) -> list[Trigger]:
    """Triggers that stand beside a day well before that of the main account: an earlier happening."""
    ages = [(t, _age(material, t)) for t in now]
    day = next((age for t, age in ages if t in main.triggers and age is not None), None)
    if day is None:
        return []
    passages = {t.passage for t, age in ages if age is not None and age >= day + 3}
    return [t for t in now if t.passage in passages and t.passage > material.lead + 1]


def _age(material: Material, trigger: Trigger) -> int | None:
    """Days from the date beside a trigger to publication; None without one or when it is a whole year."""
    near = nearest_date(material, trigger)
    return age_days(material, near) if near is not None and near.precision not in {"year", "season"} else None


def _scores(material: Material, triggers: list[Trigger]) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    seen: dict[tuple[str, int], int] = defaultdict(int)
    for t in triggers:
        place = t.passage - material.lead
        seen[t.type, t.passage] += 1
        if seen[t.type, t.passage] > 2:
            continue
        scores[t.type] += t.weight * (3.0 if place <= 0 else 2.0 if place == 1 else 1.5 if place <= 3 else 0.7)
    return scores


def _name(material: Material, scores: dict[str, float], triggers: list[Trigger]) -> str:
    """The type that names the main incident."""
    family = load_taxonomy().family
    scores = dict(scores)
    if "explosion" in scores and _BOMB.search(material.document.text):
        bombing = scores.get("bombing", 0.0)
        if bombing >= 1.0 or len(_BOMB.findall(material.document.text)) >= 3:
            scores["bombing"] = bombing + scores.pop("explosion")
    for generic in ("arrest", "raid", "threat"):
        if generic in scores and any(v >= 1.5 for k, v in scores.items() if k not in {"arrest", "raid", "threat"}):
            scores[generic] *= 0.3
    best = max(scores, key=lambda k: (scores[k], k))
    if best == "armed_attack" and _by_bomb(material, triggers):
        return "bombing"
    if best in {"armed_attack", "explosion", "protest", "use_of_force"}:
        rivals = {k: v for k, v in scores.items() if k != best and k not in {"arrest", "raid", "threat", "explosion"}}
        rivals = {
            k: v for k, v in rivals.items() if family(k) in {"attack", "strike", "clash", "state_action", "unrest"}
        }
        close = max(rivals, key=lambda k: rivals[k], default="")
        if (
            best == "armed_attack"
            and close
            and rivals[close] >= 0.45 * scores[best]
            and close not in {"protest", "riot"}
        ):
            return close
    return best


def _by_bomb(material: Material, triggers: list[Trigger]) -> bool:
    """True when the attack is told in general words, and bombs but no firearms stand beside them."""
    told = {t.passage for t in triggers}
    text = " ".join(material.words(k) for k in sorted(told))
    return bool(_BOMBS.search(text)) and not _FIREARMS.search(text)


def same_happening(other: str, kind: str) -> bool:
    """True when a trigger of type ``other`` may speak of an incident of type ``kind``."""
    if other == kind or other in {"arrest", "raid"}:
        return other == kind
    family = load_taxonomy().family
    violent = {"attack", "strike", "clash", "state_action"}
    if family(kind) in violent:
        return family(other) in violent or (
            other in {"explosion", "fire"} and kind in {"bombing", "arson", "sabotage", "air_strike", "missile_attack"}
        )
    if family(kind) == "unrest":
        return family(other) == "unrest" or other in {"armed_clash", "use_of_force"}
    return family(other) == "accident"


def _subject_factor(material: Material, own: list[Trigger]) -> float:
    """Less than 1 when the document is about sport, politics, science, nature or a trial."""
    first = material.lead
    lead = " ".join(material.words(k) for k in range(min(len(material.passages), first + 3)))
    factor = 1.0
    if len(_OTHER.findall(lead)) >= 2:
        factor *= 0.5
    if _NATURAL.search(lead):
        factor *= 0.6
    if (court_words(lead) >= 2 and not _fresh_day(material, own, RECENT_DAYS)) or (
        tried(material.words(first))
        and not _fresh_day(material, [t for t in own if not tried(material.words(t.passage))], 3)
    ):
        factor *= 0.35
    return factor


def _fresh_day(material: Material, own: list[Trigger], most: int) -> bool:
    """True when one of the triggers stands beside a day at most ``most`` days before publication."""
    for number in {t.passage for t in own}:
        for m in material.dates(number):
            age = age_days(material, m.datum) if isinstance(m.datum, When) else None
            if (
                age is not None
                and 0 <= age <= most
                and isinstance(m.datum, When)
                and m.datum.precision not in {"month", "year"}
            ):
                return True
    return False


def _in_lead(material: Material, own: list[Trigger]) -> bool:
    return any(t.passage <= material.lead + OPENING and t.form != "weak" for t in own)


def _harm(material: Material, own: list[Trigger]) -> bool:
    numbers = {t.passage for t in own}
    return any(
        m.role in HARM and isinstance(m.datum, Figure)
        for k in range(len(material.passages))
        if k in numbers or k <= material.lead + 3
        for m in material.by_passage.get(k, ())
    )


def _status(material: Material, own: list[Trigger], earlier: list[Trigger]) -> str:
    lead = [t for t in own if t.passage <= material.lead + 2]
    text = " ".join(material.words(k) for k in sorted({t.passage for t in lead}))
    if not lead or _harm(material, lead):
        return "happened"
    if _FOILED.search(text):
        return "foiled"
    if _ATTEMPTED.search(text):
        return "attempted"
    return "happened"


def _carried(material: Material, own: list[Trigger], earlier: list[Trigger]) -> set[int]:
    """Passages without a trigger of their own that go on telling: those with harm, near the others."""
    mine = {t.passage for t in own}
    other = {t.passage for t in earlier if t.form != "weak"} - mine
    out = set()
    for k in range(len(material.passages)):
        if k in mine or k in other:
            continue
        near = any(abs(k - j) <= 3 for j in mine) or k <= material.lead + 3
        if near and any(m.role in HARM for m in material.by_passage.get(k, ())) and not is_old(material, k):
            out.add(k)
    return out


def is_old(material: Material, passage: int) -> bool:
    """True when a day well before publication stands in the passage."""
    ages = [age_days(material, m.datum) for m in material.dates(passage) if isinstance(m.datum, When)]
    return any(a is not None and a > RECENT_DAYS for a in ages)


def _background(material: Material, triggers: list[Trigger], main: Account | None) -> list[Account]:
    """Earlier happenings: neighbouring triggers of one family."""
    family = load_taxonomy().family
    groups: list[list[Trigger]] = []
    for t in triggers:
        if t.form == "weak":
            continue
        home = next((g for g in groups if family(g[0].type) == family(t.type) and t.passage - g[-1].passage <= 2), None)
        if home is not None:
            home.append(t)
        else:
            groups.append([t])
    out = []
    for group in groups:
        scores: dict[str, float] = defaultdict(float)
        for t in group:
            scores[t.type] += t.weight
        kind = max(scores, key=lambda k: (scores[k], k))
        passages = tuple(sorted({t.passage for t in group}))
        if sum(scores.values()) >= LEAST_BACKGROUND and _anchored(material, passages):
            out.append(Account(kind, "background", tuple(group), passages, 0.5))
    return out


def _anchored(material: Material, passages: tuple[int, ...]) -> bool:
    """True when a day, a place or a toll stands beside an earlier happening."""
    return any(
        material.dates(k)
        or material.places(k)
        or any(m.role in HARM | {"detained"} for m in material.by_passage.get(k, ()))
        for k in passages
    )
