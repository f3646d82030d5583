"""Time stamps (RFC 3161): an authority signs that it saw a digest at a time, so nobody can say it was made later."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.export.verify import stamped_at
from sayso.model import SaysoError

if TYPE_CHECKING:
    from rfc3161_client import TimeStampRequest

_LARGEST = 1_000_000
_TIMEOUT_S = 30


def stamper_of(url: str, timeout: float = _TIMEOUT_S) -> Callable[[bytes], bytes]:
    """What asks the authority at ``url`` for a stamp.

    The address is one that the user names on the command line, so it is asked as it is; of the content only a SHA-256
    is sent.

    Args:
        url: http(s) address of a time-stamping authority. ``timeout``: seconds.

    Returns:
        A function from bytes to the answer of the authority (TimeStampResp, DER), checked to be about these bytes and
        this request. It raises SaysoError when there is no stamp to be had.

    Raises:
        SaysoError: the library for it is not installed, or ``url`` is no http(s) address.
    """
    try:
        import rfc3161_client
    except ImportError:
        hint = "install it with: pip install 'sayso[stamp]'"
        raise SaysoError("time stamps need the library rfc3161-client", hint) from None
    if urlsplit(url).scheme not in ("http", "https"):
        raise SaysoError(
            f"not an address of a time-stamping authority: {url!r}", "give one like https://stamps.example/"
        )

    def stamp(data: bytes) -> bytes:
        request = rfc3161_client.TimestampRequestBuilder().data(data).nonce(nonce=True).cert_request(cert_request=True)
        asked = request.hash_algorithm(rfc3161_client.HashAlgorithm.SHA256).build()
        answer = _ask(url, asked.as_bytes(), timeout)
        _check(answer, asked, url)
        return answer

    return stamp


def _ask(url: str, body: bytes, timeout: float) -> bytes:
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    request = urllib.request.Request(url, data=body, headers=headers)  # noqa: S310 - http(s) only, checked above
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
            return bytes(answer.read(_LARGEST))
    except urllib.error.HTTPError as error:
        raise SaysoError(f"the time-stamping authority answered {error.code} {error.reason}", _NO_STAMP) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SaysoError(f"the time-stamping authority cannot be asked: {reason}", _NO_STAMP) from None


def _check(answer: bytes, asked: TimeStampRequest, url: str) -> None:
    """The answer grants a stamp for what was asked; whom the signature is by is the matter of who checks the pack."""
    import rfc3161_client

    host = urlsplit(url).hostname
    try:
        response = rfc3161_client.decode_timestamp_response(answer)
        info = response.tst_info if response.status in (0, 1) else None
    except ValueError:
        if _is_about(answer, asked):
            return
        raise SaysoError(f"{host} sent no time stamp about this pack", _NO_STAMP) from None
    if info is None:
        raise SaysoError(
            f"{host} refused the time stamp: {'; '.join(response.status_string) or 'no reason'}", _NO_STAMP
        )
    same = info.message_imprint.message == asked.message_imprint.message
    if not same or info.nonce != asked.nonce:
        raise SaysoError(f"{host} sent a time stamp about something else", _NO_STAMP)


def _is_about(answer: bytes, asked: TimeStampRequest) -> bool:
    """True when the answer holds digest and nonce of the request.

    Asked of answers that the library refuses to parse: authorities that sign with openssl send certificates in an order
    that strict DER forbids, and openssl itself believes them.
    """
    nonce = asked.nonce or 0
    sent = nonce.to_bytes(nonce.bit_length() // 8 + 1, "big")
    return stamped_at(answer, asked.message_imprint.message.hex()) is not None and sent in answer


_NO_STAMP = "try again later, or pack without --stamp"
