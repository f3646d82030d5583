"""Addresses of reports as other programs take them: web addresses that are valid URIs, never a path of this machine."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from urllib.parse import quote, urlsplit

from sayso.export.case import CaseReport

_KEPT = ":/?#[]@!$&'()*+,;=%~"  # what RFC 3986 allows in a URI beside letters and digits


def web_address(report: CaseReport) -> str:
    """The web address of a report with everything percent-encoded that no URI may hold; "" for a file or a mail."""
    for address in (report.url, report.address):
        try:
            parts = urlsplit(address)
        except ValueError:  # "https://[half"
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return quote(address, safe=_KEPT)
    return ""


def source_address(report: CaseReport) -> str:
    """The web address, or the name of the captured bytes by their SHA-256 (RFC 6920) when they have none."""
    digest = urlsafe_b64encode(bytes.fromhex(report.digest)).decode().rstrip("=") if not web_address(report) else ""
    return web_address(report) or f"ni:///sha-256;{digest}"
