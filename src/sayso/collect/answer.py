"""What a host answered, and what is needed to ask it again: the words that fetching and the watched kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.model import SaysoError


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional (RFC 9110, section 13): as the server sent them, "" when it did not."""

    etag: str = ""
    modified: str = ""


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request, redirects followed.

    Attributes:
        status: HTTP status, 200 or 304.
        url: address of the last redirect.
        body: unpacked bytes, empty with 304.
        headers: those kept, names in lower case.
        validators: for the next conditional request.
        not_modified: True when the server says that nothing changed (304).
        retry_after_s: seconds it asks to be left alone, None when it does not.
        moved_to: new address when every redirect on the way was permanent (301, 308), else "".
        redirects: addresses asked on the way, the first one first; empty without redirects.
    """

    status: int
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    validators: Validators = NO_VALIDATORS
    not_modified: bool = False
    retry_after_s: int | None = None
    moved_to: str = ""
    redirects: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        """Media type the sender stated, in lower case, "" when it stated none."""
        return self.headers.get("content-type", "").split(";", 1)[0].strip().lower()

    @property
    def charset(self) -> str:
        """Encoding the sender stated, in lower case, "" when it stated none."""
        parts = self.headers.get("content-type", "").lower().split(";")[1:]
        named = [part.split("=", 1)[1] for part in parts if part.strip().startswith("charset=")]
        return named[0].strip(" \"'") if named else ""


class FetchProblem(SaysoError):
    """An address that could not be had.

    Args:
        outcome: what a look comes to by it, one of ``sayso.model.source.OUTCOMES``.
        reason: a short machine word: robots, private_address, dns, timeout, tls, too_large, bomb, redirects, reset,
            http_4xx, http_5xx, rate_limited, bad_answer.
        message, hint: as in :class:`sayso.model.SaysoError`; never with credentials.
        retry_after_s: seconds the host asks to be left alone, None when it does not.
    """

    def __init__(
        self, outcome: str, reason: str, message: str, hint: str = "", retry_after_s: int | None = None
    ) -> None:
        super().__init__(message, hint)
        self.outcome = outcome
        self.reason = reason
        self.retry_after_s = retry_after_s
