"""Who stands behind the reports: far ends of attributions, and copies, joined into independent Origins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.lang.en.bodies import BODIES, EMPTY, VOICES_OF_A_BODY
from sayso.model import Origin

_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_NOISE = re.compile(r"[^\w\s-]")


@dataclass(frozen=True, slots=True)
class Traced:
    """One Assertion and the far end it leads to.

    Attributes:
        id: ledger id of the assertion.
        report: report key; ``document`` is its document.
        outlet: name of the document's outlet, "" when unknown.
        far_name, far_kind: the far end of its statement's attribution; both "" when the narrator says it.
        says: field, value and polarity in any form that is equal for equal values; "" when not told.
    """

    id: str
    report: str
    document: str
    outlet: str
    far_name: str = ""
    far_kind: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class CopyOf:
    """A document is a copy of ``original``, in words ``kind`` and ``similarity`` (0 to 1)."""

    original: str
    kind: str
    similarity: float


def find_origins(traced: Iterable[Traced], copies: Mapping[str, CopyOf]) -> tuple[tuple[Origin, ...], dict[str, str]]:
    """Origins behind the assertions of one incident.

    What a voice says leads to that voice. What the narrator says leads to the voice the same report cites for the same
    value (a headline repeats its source), else to the outlet. A copy says nothing of its own: it leads where its
    original leads. A named voice is the same in every report, so is a body at the scene ("the health ministry",
    "a police spokesman"); "officials" or "witnesses" are the same only within one text and its copies.

    Args:
        traced: assertions in order of ``known_from``, so that numbering does not change when more arrive.
        copies: document id to what it copies.

    Returns:
        the origins in order of appearance, and assertion id to origin id.
    """
    items = _cited(list(traced))
    outlets = {t.document: t.outlet for t in items}
    keys = [_key(t, _root(t.document, copies), outlets) for t in items]
    joined = _same_names({key: _name(t, key, outlets) for t, key in zip(items, keys, strict=True)})
    groups: dict[str, list[int]] = defaultdict(list)
    for n, key in enumerate(keys):
        groups[joined[key]].append(n)
    origins, of = [], {}
    for number, (key, members) in enumerate(groups.items(), start=1):
        group = [items[n] for n in members]
        origins.append(_origin(f"o{number}", key, group, {keys[n] for n in members}, copies, outlets))
        of.update({t.id: f"o{number}" for t in group})
    return tuple(origins), of


def _cited(items: list[Traced]) -> list[Traced]:
    """The assertions with the narrator's own traced to the first voice that the report cites for the same value."""
    cited: dict[tuple[str, str], Traced] = {}
    for t in items:
        if t.far_name and t.says and not _is_outlet(t):
            cited.setdefault((t.report, t.says), t)
    return [
        replace(t, far_name=voice.far_name, far_kind=voice.far_kind)
        if (voice := cited.get((t.report, t.says))) and (not t.far_name or _is_outlet(t))
        else t
        for t in items
    ]


def _is_outlet(t: Traced) -> bool:
    return t.far_kind == "outlet" and plain_name(t.far_name) == plain_name(t.outlet)


def plain_name(name: str) -> str:
    """A name without article, punctuation and case, for comparing."""
    return " ".join(_NOISE.sub(" ", _ARTICLE.sub("", name.strip())).casefold().split())


def _root(document: str, copies: Mapping[str, CopyOf]) -> str:
    seen = {document}
    while document in copies and copies[document].original not in seen:
        document = copies[document].original
        seen.add(document)
    return document


def _key(t: Traced, root: str, outlets: Mapping[str, str]) -> str:
    if not t.far_name or _is_outlet(t):
        outlet = plain_name(outlets.get(root, ""))
        return f"name:{outlet}" if outlet else f"text:{root}"
    if body := body_of(t.far_name):
        return f"body:{body}"
    # a proper name is known by its capital letters; one capital may only begin a sentence ("Residents")
    plain = plain_name(t.far_name)
    proper = (plain != "unknown" and any(c.isupper() for c in t.far_name[1:])) or t.far_kind in ("agency", "monitor")
    return f"name:{plain_name(t.far_name)}" if proper else f"voice:{root}:{plain_name(t.far_name)}"


def body_of(name: str) -> str:
    """The body or office an unnamed voice speaks for ("police" for "a police spokesman"); "" when it is none.

    Names with a capital inside stay names: "Ministry of Health of Northland" is one of a kind.
    """
    if any(c.isupper() for c in name[1:]):
        return ""
    parts = [_singular(w) for w in plain_name(name.replace("'s", " ").replace("’s", " ")).split()]
    while len(parts) > 1 and parts[-1] in VOICES_OF_A_BODY:
        parts.pop()
    telling = [w for w in parts if w not in EMPTY]
    return " ".join(telling) if telling and telling[-1] in BODIES else ""


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in BODIES | VOICES_OF_A_BODY else word


def _name(t: Traced, key: str, outlets: Mapping[str, str]) -> str:
    if not t.far_name or key.startswith("text:"):
        return outlets.get(t.document, "")
    return t.far_name


def _same_names(names: Mapping[str, str]) -> dict[str, str]:
    """Key to the key it is joined with: an acronym with the name it stands for, a family name with the full name."""
    joined = {key: key for key in names}
    named = [key for key in names if key.startswith("name:")]
    for short in named:
        longer = [k for k in named if k != short and _stands_for(names[short], short[5:], names[k], k[5:])]
        if len(longer) == 1 and joined[longer[0]] == longer[0]:  # two candidates decide nothing
            first = min(short, longer[0], key=list(names).index)
            joined[short] = joined[longer[0]] = first
    return joined


def _stands_for(short: str, short_plain: str, long: str, long_plain: str) -> bool:
    words, parts = long_plain.split(), short_plain.split()
    if len(parts) != 1 or len(words) < 2:
        return False
    initials = "".join(w[0] for w in long.split() if w[:1].isupper())
    acronym = _ARTICLE.sub("", short.strip())
    if acronym.isupper() and len(acronym) > 1 and (initials == acronym or words[0] == short_plain):
        return True
    return len(short_plain) > 3 and words[-1] == short_plain and len(words) <= 3


def _origin(
    number: str, key: str, group: list[Traced], keys: set[str], copies: Mapping[str, CopyOf], outlets: Mapping[str, str]
) -> Origin:
    reports = tuple(dict.fromkeys(t.report for t in group))
    voices = [t for t in group if t.far_name]
    names = [t.far_name for t in voices] or [outlets.get(_root(group[0].document, copies), "") or group[0].outlet]
    name = max(names, key=len) or "unnamed outlet"
    kind = voices[0].far_kind if voices else "outlet"
    evidence = [_copy_words(t.document, copies, outlets) for t in group if t.document in copies]
    documents = {_root(t.document, copies) for t in group}
    if len(documents) > 1:
        evidence.insert(0, f"same {'voice' if voices else 'outlet'}: {name}")
    if len(keys) > 1:
        evidence.append("one name: " + ", ".join(sorted({t.far_name or t.outlet for t in group} - {""})))
    return Origin(number, name, kind, reports, tuple(dict.fromkeys(evidence)))


def _copy_words(document: str, copies: Mapping[str, CopyOf], outlets: Mapping[str, str]) -> str:
    copy = copies[document]
    here, there = outlets.get(document) or document[:8], outlets.get(copy.original) or copy.original[:8]
    kind = "verbatim" if copy.kind == "verbatim" else f"edited ({copy.similarity:.0%} the same)"
    return f"{here} is a {kind} copy of {there}" if copy.kind == "verbatim" else f"{here} is an {kind} copy of {there}"
