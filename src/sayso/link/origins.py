"""Who stands behind the reports: far ends of attributions, and the groups of reports that rest on one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.lang.privacy import shown_name
from sayso.link.names import plain_name, same_names, voice_key
from sayso.link.trace import CopyOf, Traced, led, main_voice, root_of
from sayso.model import Origin

UNTRACED = "untraced:"


@dataclass(frozen=True, slots=True)
class Origins:
    """What stands behind the reports of one incident.

    Attributes:
        origins: independent groups of documents, in order of appearance; ``Origin.reports`` are disjoint.
        voices: far ends, in order of appearance; one report may lead to several.
        voice_of: assertion id to the id of its voice, "" when the words hide who said it.
        traced: the assertions with the voice they lead to, in the order given.
    """

    origins: tuple[Origin, ...]
    voices: tuple[Origin, ...]
    voice_of: dict[str, str]
    traced: tuple[Traced, ...]


def find_origins(
    traced: Iterable[Traced],
    copies: Mapping[str, CopyOf],
    current: Iterable[str] | None = None,
    speakers: Iterable[tuple[str, str, str]] = (),
) -> Origins:
    """Origins behind the reports of one incident.

    What a voice says leads to that voice, what nobody is cited for to the agency that the text is credited to, else to
    the outlet (see :func:`sayso.link.trace.led`). A copy says nothing of its own: it leads where its original leads. A
    named voice is the same in every report, so is a body at the scene ("the health ministry", "a police spokesman")
    and who speaks for it; "officials" or "witnesses" are the same only within one text and its copies; "reports" and
    "sources" lead nowhere and are never counted.

    Args:
        traced: assertions in order of ``known_from``, so that numbering does not change when more arrive.
        copies: document id to what it copies.
        current: documents that are grouped into origins; all when None.
        speakers: (document, person, body they speak for) of all texts, see :func:`sayso.link.speakers.speakers_of`.
    """
    items = led(list(traced))
    outlets = {t.document: t.outlet for t in items}
    signers = {t.document: t.credit or t.outlet for t in items}
    keys = [_key(t, root_of(t.document, copies), signers) for t in items]
    names: dict[str, str] = {}
    for t, key in zip(items, keys, strict=True):
        names.setdefault(key, _name(t, key, signers))
    pairs = dict.fromkeys(_spoken_for(root_of(d, copies), person, body) for d, person, body in speakers)
    joined = same_names(names, pairs)
    case = _Case(items, dict(zip((t.id for t in items), keys, strict=True)), joined, copies, outlets, signers)
    voices, voice_of = _voices(case)
    wanted = {t.document for t in items} if current is None else set(current)
    return Origins(_groups(case, wanted), voices, voice_of, tuple(items))


@dataclass(frozen=True, slots=True)
class _Case:
    """One incident: its assertions, the key of the voice of each, which keys are one, copies, outlets and signers."""

    items: Sequence[Traced]
    keys: Mapping[str, str]
    joined: Mapping[str, str]
    copies: Mapping[str, CopyOf]
    outlets: Mapping[str, str]
    signers: Mapping[str, str]

    def key(self, t: Traced) -> str:
        return self.joined[self.keys[t.id]]


def _key(t: Traced, root: str, signers: Mapping[str, str]) -> str:
    if not t.cites:
        return _own_key(root, signers)
    return UNTRACED if t.untraced else voice_key(t.far_name, t.far_kind, root)


def _spoken_for(root: str, person: str, body: str) -> tuple[str, str]:
    return voice_key(person, "person", root), voice_key(body, "official", root)


def _own_key(root: str, signers: Mapping[str, str]) -> str:
    signer = plain_name(signers.get(root, ""))
    return f"name:{signer}" if signer else f"text:{root}"


def _name(t: Traced, key: str, signers: Mapping[str, str]) -> str:
    return signers.get(t.document, "") if not t.far_name or key.startswith("text:") else t.far_name


def _voices(case: _Case) -> tuple[tuple[Origin, ...], dict[str, str]]:
    groups: dict[str, list[Traced]] = defaultdict(list)
    for t in case.items:
        groups[case.key(t)].append(t)
    of = {t.id: "" for t in groups.pop(UNTRACED, [])}
    voices = []
    for number, members in enumerate(groups.values(), start=1):
        voices.append(_origin(f"v{number}", members, members, case))
        of.update({t.id: f"v{number}" for t in members})
    return tuple(voices), of


def _groups(case: _Case, current: set[str]) -> tuple[Origin, ...]:
    documents: dict[str, list[Traced]] = defaultdict(list)
    for t in case.items:
        documents[t.document].append(t)
    bearers = {d: _bearers(items, case) for d, items in documents.items()}
    groups: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document in current:
            root = root_of(document, case.copies)
            behind = bearers.get(root, [])
            key = case.key(behind[0]) if behind else case.joined.get(_own_key(root, case.signers), root)
            groups[key].append(document)
    made = []
    for number, members in enumerate(groups.values(), start=1):
        told = [t for d in members for t in documents[d]]
        behind = [t for d in members for t in bearers[root_of(d, case.copies)]]
        made.append(_origin(f"o{number}", told, behind, case))
    return tuple(made)


def _bearers(items: Sequence[Traced], case: _Case) -> list[Traced]:
    """The assertions of the voice that a document rests on; none when it rests on its outlet."""
    main = main_voice((t for t in items if t.cites and not t.untraced), items, case.key)
    return [t for t in items if case.key(t) == case.key(main)] if main else []


def _origin(number: str, told: Sequence[Traced], behind: Sequence[Traced], case: _Case) -> Origin:
    """The Origin of ``told``; ``behind`` are the assertions of the voice it rests on, none for the outlet itself."""
    reports = tuple(dict.fromkeys(t.report for t in told))
    voices = [t for t in behind if t.cites]
    first = root_of(told[0].document, case.copies)
    own = case.signers.get(first, "") or told[0].outlet or "unnamed outlet"
    credited = not voices and own != case.outlets.get(first, "") and bool(case.signers.get(first))
    kind = voices[0].far_kind if voices else "agency" if credited else "outlet"
    # each by its own kind: a witness who is one with a body stays without a name
    name = max((shown_name(t.far_name, t.far_kind) for t in voices), key=len, default=own)
    copied = dict.fromkeys(t.document for t in told if t.document in case.copies)
    evidence = [_copy_words(d, case.copies, case.outlets) for d in copied]
    documents = dict.fromkeys(root_of(t.document, case.copies) for t in told)
    if len(documents) > 1:
        evidence.insert(0, f"same {'voice' if voices else 'outlet'}: {name}")
    if credited:
        evidence.insert(0, f"credited to {own}")
    forms = {shown_name(t.far_name, t.far_kind) for t in voices}
    if len({plain_name(form) for form in forms}) > 1:
        evidence.append("one voice: " + ", ".join(sorted(forms)))
    return Origin(number, name, kind, reports, tuple(evidence))


def _copy_words(document: str, copies: Mapping[str, CopyOf], outlets: Mapping[str, str]) -> str:
    copy = copies[document]
    here, there = outlets.get(document) or document[:8], outlets.get(copy.original) or copy.original[:8]
    if copy.kind == "verbatim":
        return f"{here} is a verbatim copy of {there}"
    article = "an" if copy.kind[:1] in "aeiou" else "a"
    return f"{here} is {article} {copy.kind} ({copy.similarity:.0%} the same) copy of {there}"
