"""Bytes to characters: byte order mark, UTF-8, stated and declared encodings, detection; never a crash."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from sayso.clean.language import language_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.I)
# Browsers read these labels as Windows code pages (WHATWG Encoding Standard), and pages rely on it.
_LABELS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
_LATIN = ("cp125", "iso8859", "latin", "mac_", "cp437", "cp77", "cp85", "cp86", "hp_roman")
_HOME = {
    "cp1250": frozenset({"pl", "cs", "sk", "hu", "hr", "sl", "bs", "ro"}),
    "cp1254": frozenset({"tr", "az"}),
    "cp1257": frozenset({"lt", "lv", "et"}),
}
"""Windows code pages and the languages written in them."""
_SEVEN_BIT = ("iso2022", "hz", "utf-7")
_ODD = frozenset({"idna", "punycode", "unicode_escape", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
# UTF-8 that was read as Windows-1252 and written again: a lead byte's letter, then a continuation byte's sign.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a-\u201e\u2018-\u201d\u2020-\u2026\u2039\u203a\u02c6\u02dc\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]"
)
TWICE = "+twice"


def decode(body: bytes, stated: str = "", html: bool = False) -> tuple[str, str]:
    """Turn captured bytes into characters.

    Order: byte order mark; UTF-8 when every byte agrees (a chance agreement is next to impossible, a wrong
    label is common); the encoding ``stated`` by the sender; the one declared in the page (``html``);
    detection; Windows-1252 with replacement characters. Text that was encoded twice is mended.

    Args:
        body: the bytes.
        stated: label of an encoding, "" when unknown; unknown labels are passed over.
        html: look for a declaration inside the page as well.

    Returns:
        The characters and the name of the codec; ``decode_as`` with that name gives the same characters again.
    """
    for encoding in _candidates(body, stated, html):
        text = _try(body, encoding)
        if text is not None:
            return (_mend(text), encoding + TWICE) if _is_mojibake(text) else (text, encoding)
    return body.decode("cp1252", errors="replace"), "cp1252"


def decode_as(body: bytes, encoding: str) -> str:
    """The characters of ``body`` under an ``encoding`` that ``decode`` returned (``OffsetMap.encoding``)."""
    text = body.decode(encoding.removesuffix(TWICE), errors="replace")
    return _mend(text) if encoding.endswith(TWICE) else text


def _candidates(body: bytes, stated: str, html: bool) -> Iterator[str]:
    found = [name for bom, name in _BOMS if body.startswith(bom)][:1]
    labels = [stated, *(_declared(body) if html else [])]
    codecs_named = [name for name in map(_codec, labels) if name]
    wide = _wide(body)
    seven = [n for n in codecs_named if n.startswith(_SEVEN_BIT)]
    found += wide + seven + ["utf-8"] + codecs_named
    yield from found
    yield from _detected(body)


def _declared(body: bytes) -> list[str]:
    head = body[:8192]
    return [m.group(1).decode("ascii") for m in (_XML.search(head), _META.search(head)) if m]


def _codec(label: str) -> str:
    try:
        info = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError, UnicodeError):
        return ""
    if not getattr(info, "_is_text_encoding", True) or info.name in _ODD:
        return ""
    return _LABELS.get(info.name, info.name)


def _wide(body: bytes) -> list[str]:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    sample = body[:2000]
    if len(sample) < 8 or sample.count(0) < len(sample) // 4:
        return []
    return ["utf-16-le"] if sample[1::2].count(0) > sample[0::2].count(0) else ["utf-16-be"]


def _detected(body: bytes) -> list[str]:
    best = from_bytes(body[:200_000]).best()
    if not best:
        return []
    return [_latin(body) if _is_latin(str(best), best.encoding) else best.encoding, best.encoding]


def _is_latin(text: str, encoding: str) -> bool:
    letters = [c for c in text[:5000] if c.isalpha()]
    return encoding.startswith(_LATIN) and sum(c < "\u0250" for c in letters) > 0.9 * len(letters)


def _latin(body: bytes) -> str:
    """Which Windows code page a Latin text without a label is in: the one in whose languages it then reads.

    Statistics of letters alone take French for a text in the Central European page; every letter is one in both.
    """
    for codec, languages in _HOME.items():
        if language_of(body[:20_000].decode(codec, errors="replace")) in languages:
            return codec
    return "cp1252"


def _try(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _is_mojibake(text: str) -> bool:
    return not text.isascii() and len(_MOJIBAKE.findall(text[:100_000])) >= 2 and _mend(text) != text


def _mend(text: str) -> str:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
