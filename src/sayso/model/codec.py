"""Frozen records to plain JSON values and back, exactly.

The form is made from the type hints of the records, so a new attribute with a default needs no change here and
readings that were stored before it existed still load. Attributes that hold their default are left out.
A union of several records is tagged with the record's name under ``"is"``.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Coder = Callable[[Any], Any]
_PLAIN = (str, int, float, bool)


def to_plain(record: Any, kind: Any = None) -> Any:
    """Plain JSON value (dicts, lists, str, numbers, None) of ``record``.

    Args:
        record: a frozen record of ``sayso.model``, or a value of the type ``kind``.
        kind: the type to encode as; the record's own class when None. Needed for unions such as ``Datum``.

    Raises:
        TypeError: when a type hint has no JSON form.
    """
    return _pair(type(record) if kind is None else kind)[0](record)


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of class ``kind`` that ``to_plain`` made ``plain`` from.

    Raises:
        TypeError, KeyError, ValueError: when ``plain`` is not the form of ``kind``.
    """
    made: T = _pair(kind)[1](plain)
    return made


def decode_as(kind: Any, plain: Any) -> Any:
    """Like ``from_plain`` for types that are no classes, such as the union ``Datum``."""
    return _pair(kind)[1](plain)


def canonical(plain: Any) -> str:
    """JSON text with sorted keys and no white space: equal values give equal text."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(*parts: Any) -> str:
    """SHA-256 in hex over the canonical JSON of ``parts`` (plain JSON values)."""
    return hashlib.sha256(canonical(list(parts)).encode("utf-8", "surrogatepass")).hexdigest()


def _pair(kind: Any) -> tuple[Coder, Coder]:
    return _made(kind)


@cache
def _made(kind: Any) -> tuple[Coder, Coder]:
    if kind is Any or kind is type(None) or kind in _PLAIN or get_origin(kind) is Literal:
        return _same, _same
    if kind is datetime:
        return datetime.isoformat, datetime.fromisoformat
    if kind is date:
        return date.isoformat, date.fromisoformat
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _union(get_args(kind))
    raise TypeError(f"no JSON form for {kind!r}")


def _same(value: Any) -> Any:
    return value


def _record(kind: Any) -> tuple[Coder, Coder]:
    hints = get_type_hints(kind)
    fields = [(f.name, _default(f), hints[f.name]) for f in dataclasses.fields(kind)]

    # the coders of the parts are made at the first use: a record may hold records of its own kind
    @cache
    def encoders() -> tuple[tuple[str, Any, Coder | None], ...]:
        return tuple((name, default, _telling(_pair(hint)[0])) for name, default, hint in fields)

    @cache
    def decoders() -> dict[str, Coder | None]:
        return {name: _telling(_pair(hint)[1]) for name, _, hint in fields}

    def encode(record: Any) -> dict[str, Any]:
        made = {}
        for name, default, coder in encoders():
            value = getattr(record, name)
            if not _is(value, default):
                made[name] = value if coder is None else coder(value)
        return made

    def decode(plain: Any) -> Any:
        coders, known = decoders(), {}
        for name, value in plain.items():
            if name in coders:
                coder = coders[name]
                known[name] = value if coder is None else coder(value)
        return kind(**known)

    return encode, decode


def _telling(coder: Coder) -> Coder | None:
    """None for a coder that changes nothing, which need not be called."""
    return None if coder is _same else coder


def _is(value: Any, default: Any) -> bool:
    # 1 == 1.0 == True, so the type counts too: what comes back must be of the same type
    return value is default or (type(value) is type(default) and bool(value == default))


def _default(f: dataclasses.Field[Any]) -> Any:
    if f.default is not dataclasses.MISSING:
        return f.default
    return f.default_factory() if f.default_factory is not dataclasses.MISSING else dataclasses.MISSING


def _tuple(args: tuple[Any, ...]) -> tuple[Coder, Coder]:
    if len(args) == 2 and args[1] is Ellipsis:
        return _many(args[0])
    pairs = [_pair(a) for a in args]
    return (
        lambda value: [p[0](v) for p, v in zip(pairs, value, strict=True)],
        lambda plain: tuple(p[1](v) for p, v in zip(pairs, plain, strict=True)),
    )


def _many(kind: Any) -> tuple[Coder, Coder]:
    @cache
    def pair() -> tuple[Coder, Coder]:
        return _pair(kind)

    def encode(value: Any) -> Any:
        coder = pair()[0]
        return list(value) if coder is _same else [coder(v) for v in value]

    def decode(plain: Any) -> Any:
        coder = pair()[1]
        return tuple(plain) if coder is _same else tuple([coder(p) for p in plain])

    return encode, decode


def _optional(kind: Any) -> tuple[Coder, Coder]:
    @cache
    def pair() -> tuple[Coder, Coder]:
        return _pair(kind)

    if kind in _PLAIN:
        return _same, _same
    return (
        lambda value: None if value is None else pair()[0](value),
        lambda plain: None if plain is None else pair()[1](plain),
    )


def _union(args: tuple[Any, ...]) -> tuple[Coder, Coder]:
    kinds = [a for a in args if a is not type(None)]
    if len(kinds) == 1:
        return _optional(kinds[0])
    records: dict[str, Any] = {k.__name__: k for k in kinds if isinstance(k, type) and dataclasses.is_dataclass(k)}

    def encode(value: Any) -> Any:
        name = type(value).__name__
        return {"is": name, **_pair(records[name])[0](value)} if name in records else value

    def decode(plain: Any) -> Any:
        if not isinstance(plain, dict):
            return plain
        return _pair(records[plain["is"]])[1]({k: v for k, v in plain.items() if k != "is"})

    return encode, decode
