"""Pages that stand in the way of what was asked for: proofs of being human, refusals, and doors for members only.

Sayso does not go around them; knowing them keeps a blocked source from being taken for a silent one.
"""

from __future__ import annotations

import re

_HEAD = 60_000
_WALLS = (
    ("captcha", re.compile(
        rb"cf-challenge|challenge-platform|cf_chl_|captcha-delivery|px-captcha|g-recaptcha|h-captcha|/_Incapsula_|"
        rb"<title>\s*(?:just a moment|attention required|are you (?:a )?(?:human|robot)|robot check|security check|"
        rb"verify(?:ing)? (?:that )?you are human|ddos-guard|human verification)", re.IGNORECASE)),
    ("refused", re.compile(
        rb"<title>\s*(?:access (?:to this page has been )?denied|403 forbidden|forbidden|request (?:blocked|rejected)|"
        rb"you have been blocked|blocked|error 1020)", re.IGNORECASE)),
    ("login", re.compile(rb"<title>\s*(?:log ?in|sign ?in|please (?:log|sign) ?in)\b", re.IGNORECASE)),
)  # fmt: skip
_FORM_ONLY = 20_000
"""Bytes; a captcha's form on a page longer than this guards a comment box, not the page."""


def wall(body: bytes) -> str:
    """ "captcha", "refused" or "login" when ``body`` is such a page, "" otherwise."""
    head = body[:_HEAD]
    for name, cue in _WALLS:
        hit = cue.search(head)
        if hit and (hit.group().lower().startswith(b"<title") or len(body) <= _FORM_ONLY):
            return name
    return ""
