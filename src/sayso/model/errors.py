"""Errors a person may see. Each carries one clear line and, where there is one, the next step."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors that are shown to a person as one line.

    Args:
        message: what is wrong, one sentence without a full stop at the end being required.
        hint: what to do next, or "" when there is nothing to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class Unreadable(SaysoError):
    """Input that cannot become a Document: empty, binary, too large, too deep, or without an article.

    Args:
        reason: a short machine word for quarantine, e.g. ``empty``, ``binary``, ``too_large``,
            ``too_deep``, ``no_article``, ``encoding``.
    """

    def __init__(self, reason: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.reason = reason
