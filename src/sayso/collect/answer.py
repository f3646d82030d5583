"""What a host answered, and what is needed to ask it again: the words that fetching and the watched kinds share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sayso.model import Capture, SaysoError

Header = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional (RFC 9110, section 13): as the server sent them, "" when it did not."""

    etag: str = ""
    modified: str = ""


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class Exchange:
    """The last request and its answer as they went over the line, for the archive of evidence.

    Attributes:
        asked_at, answered_at: UTC times; when the request was sent, and when the last byte had come.
        ip: address the connection went to.
        request: "GET /path HTTP/1.1" and its headers, in order.
        status_line: "HTTP/1.1 200 OK".
        headers: of the answer, all of them in order, without cookies.
    """

    asked_at: datetime
    answered_at: datetime
    ip: str
    request_line: str
    request: tuple[Header, ...]
    status_line: str
    headers: tuple[Header, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request, redirects followed.

    Attributes:
        status: HTTP status, 200, 203 or 304.
        url: address of the last redirect.
        body: unpacked bytes, empty with 304.
        headers: those kept, names in lower case.
        validators: for the next conditional request.
        not_modified: True when the server says that nothing changed (304).
        retry_after_s: seconds it asks to be left alone, None when it does not.
        moved_to: new address when every redirect on the way was permanent (301, 308), else "".
        redirects: addresses asked on the way, the first one first; empty without redirects.
        exchange: the last request and answer as they went over the line, None for answers made elsewhere.
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
    exchange: Exchange | None = None

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

    def capture(self) -> Capture:
        """The body as a Capture, known from the moment its last byte had come."""
        at = self.exchange.answered_at if self.exchange else datetime.now(UTC)
        return Capture(self.url, self.body, at, media_type=self.media_type, charset=self.charset)


class FetchProblem(SaysoError):
    """An address that could not be had.

    Args:
        outcome: what a look comes to by it, one of ``sayso.model.source.OUTCOMES``.
        reason: a short machine word, one of ``REASONS``.
        message, hint: as in :class:`sayso.model.SaysoError`; never with credentials.
        retry_after_s: seconds the host asks to be left alone, None when it does not.
        status: HTTP status, 0 when there was no answer.
    """

    def __init__(
        self, outcome: str, reason: str, message: str, hint: str = "", retry_after_s: int | None = None, status: int = 0
    ) -> None:
        super().__init__(message, hint)
        self.outcome = outcome
        self.reason = reason
        self.retry_after_s = retry_after_s
        self.status = status


REASONS = {
    "bad_address": "failing",
    "private_address": "failing",
    "dns": "failing",
    "timeout": "failing",
    "tls": "failing",
    "refused": "failing",
    "reset": "failing",
    "bad_answer": "failing",
    "bad_encoding": "failing",
    "truncated": "failing",
    "wrong_length": "failing",
    "too_large": "failing",
    "bomb": "failing",
    "redirects": "failing",
    "http_4xx": "failing",
    "http_5xx": "failing",
    "busy": "failing",
    "robots": "blocked",
    "robots_unread": "blocked",
    "forbidden": "blocked",
    "rate_limited": "blocked",
    "captcha": "blocked",
    "login": "blocked",
    "consent": "blocked",
    "paywall": "blocked",
    "empty": "empty",
    "not_text": "changed",
    "gone": "gone",
}
"""Why an address could not be had, and the outcome of a look that each comes to.

``bad_address``: no http(s) address. ``private_address``: it, or what it redirects or resolves to, is not on the public
Internet. ``refused``: nobody listens. ``reset``: the line was closed before the answer began. ``bad_answer``: no HTTP,
or a status that carries no page. ``truncated``: the body ended early. ``wrong_length``: more came than was announced.
``bomb``: it unpacks beyond all measure. ``busy``: the host's turn did not come in time; nobody's fault, ask again.
``robots_unread``: robots.txt cannot be read for now, so nothing is fetched (RFC 9309, 2.3.1.4), though nobody said no.
``forbidden``: 401, 403, 407, 451. ``captcha``, ``login``, ``consent``: a page of that kind in place of the one asked
for. ``paywall``: 402. ``not_text``: a picture or program where a page was announced. ``gone``: 404, 410.
"""


def problem(
    reason: str, message: str, hint: str = "", *, retry_after_s: int | None = None, status: int = 0
) -> FetchProblem:
    """A FetchProblem with the outcome that belongs to ``reason``."""
    return FetchProblem(REASONS[reason], reason, message, hint, retry_after_s, status)
