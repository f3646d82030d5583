"""Addresses as they may be shown: in messages, logs, notes and pages, without what gives access."""

from __future__ import annotations

import re

_HIDDEN = "***"
_USER = re.compile(r"(?<=//)[^/?#\s]*@")
_SECRET_KEY = re.compile(
    r"([?&;#]|%3[fF]|%26)((?:[^=&;#\s]*[-_.])?"
    r"(?:api-?key|apikey|app-?key|key|tokens?|secret|pass|passwd|password|passphrase|pwd|pw|auth|authorization|bearer"
    r"|credentials?|sig|signature|session|sessionid|sid|jsessionid|phpsessid|jwt|otp|pin|user|username|login|email|hmac"
    r"|authtoken|accesstoken|accesskey|sharetoken|client-?secret|code|ticket|nonce)"
    r"(?:\[\])?)=[^&;#\s]*",
    re.IGNORECASE,
)
_WORDY = re.compile(r"[/=?&;#:,.\s]+")
_BOT = re.compile(r"(?<=/)bot\d{5,}:[\w-]{20,}")
_SHOWN = 200
"""Characters of an address that are shown at most."""


def masked(url: str) -> str:
    """``url`` as it may be shown to anyone: user names, passwords, tokens and keys in it replaced by ``***``.

    Hidden are what stands before an ``@`` of the host, the values of parameters with a telling name (``token``,
    ``api_key``, ``sig``, ``session`` ...), and any stretch of 24 and more letters and digits that looks drawn by
    chance (as in private feed addresses); words joined by hyphens, dates and plain numbers stay. Long addresses
    are cut at 200 characters. Any text is taken; nothing is raised. Case is kept, control characters are not.
    """
    text = "".join(c if c.isprintable() else " " for c in url[: 4 * _SHOWN])
    text = _USER.sub(f"{_HIDDEN}@", text)
    text = _SECRET_KEY.sub(rf"\1\2={_HIDDEN}", text)
    text = _BOT.sub(_HIDDEN, text)
    for part in sorted(set(_WORDY.split(text)), key=len, reverse=True):
        if _by_chance(part):
            text = text.replace(part, _HIDDEN)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _by_chance(part: str) -> bool:
    """A hexadecimal digest, or 24 and more characters in which letters and digits take turns as words never do."""
    if len(part) < 24:
        return False
    plain = re.sub(r"[-_~+]", "", part)
    if re.fullmatch(r"[0-9a-fA-F]{24,}", plain) and re.search(r"\d", plain) and re.search(r"[a-fA-F]", plain):
        return True
    turns = len(re.findall(r"[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])", part))
    return turns >= 5 and turns * 8 >= len(part)
