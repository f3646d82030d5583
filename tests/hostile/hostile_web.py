"""A web of ill-behaved hosts on loopback: one real HTTP server and one real HTTPS server, a behaviour for each name."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import socketserver
import ssl
import struct
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sayso.collect.ways import Ways

DOMAIN = "hostile.test"
ARTICLE = (
    b"<!doctype html><html><head><title>Bridge closed after a fire</title></head><body><article><h1>Bridge closed "
    b"after a fire</h1><p>A fire broke out on the old bridge in the harbour on Monday morning, the fire service said. "
    b"Two people were hurt and taken to hospital, and the bridge stayed closed until the evening.</p><p>The mayor said "
    b"that an electrical fault was the likely cause. Divers will look at the pillars before trams run again.</p>"
    b"<p>It was the second fire on the bridge within a year, the council said in a note that it sent out at noon.</p>"
    b"</article></body></html>"
)


class Talk:
    """One request to a hostile host, and the raw line to answer on."""

    def __init__(self, line: socket.socket, path: str, headers: dict[str, str], web: HostileWeb, name: str) -> None:
        self.line, self.path, self.headers, self.web, self.name = line, path, headers, web, name
        self.times = web.count(name, path)

    def send(self, data: bytes) -> None:
        self.line.sendall(data)

    def head(self, status: str = "200 OK", **headers: str) -> None:
        lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
        self.send("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1"))

    def answer(self, body: bytes = ARTICLE, status: str = "200 OK", **headers: str) -> None:
        headers = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}
        self.head(status, **headers)
        self.send(body)

    def drip(self, data: bytes, pause: float = 0.02) -> None:
        """Byte by byte, for ever."""
        while not self.web.over.wait(pause):
            for at in range(len(data)):
                self.send(data[at : at + 1])
                if self.web.over.wait(pause):
                    return

    def flood(self, data: bytes) -> None:
        """As fast as it goes, for ever."""
        while not self.web.over.is_set():
            self.send(data)

    def wait(self) -> None:
        """Say nothing until the other end gives up or the web ends."""
        self.line.settimeout(0.1)
        while not self.web.over.is_set():
            with suppress(TimeoutError):
                if not self.line.recv(100):
                    return

    def reset(self) -> None:
        """Break the line with a TCP reset."""
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.line.close()


Serve = Callable[[Talk], None]


@dataclass(frozen=True)
class Behaviour:
    """What one host does, and what must come of it.

    Attributes:
        name: first label of the host.
        outcome: of the look; "got" when the answer is what a healthy host sends.
        reason: of the problem; of an answer "" when it is the article, "*" when it is something else.
        serve: answers a request.
        robots: answers for /robots.txt; None for "404 Not Found".
        path: asked for.
        scheme: http or https.
        timeout, max_bytes: limits of the request.
        ips: what the resolver says of the host; empty for the loopback address, "unknown" for an error.
        allowed: whether the host is let through by name.
        how: "get", "page" for what only pages are looked at for, "feed", "feed twice", "look page" or "look sitemap"
            for looks at a source of that kind.
        items: that a look shows.
        at_accept: takes the line over before TLS and before a request is read.
        certificate: which one an https host shows.
    """

    name: str
    outcome: str
    reason: str = ""
    serve: Serve = Talk.answer
    robots: Serve | None = None
    path: str = "/news"
    scheme: str = "http"
    timeout: float = 10.0
    max_bytes: int = 500_000
    ips: tuple[str, ...] = ("127.0.0.1",)
    allowed: bool = True
    how: str = "get"
    items: int = 0
    at_accept: Callable[[socket.socket, HostileWeb], None] | None = None
    certificate: str = "good"

    @property
    def host(self) -> str:
        return f"{self.name}.{DOMAIN}"


@dataclass
class HostileWeb:
    """The two servers; ``asked`` are all requests that came, as (host's name, path, headers)."""

    behaviours: dict[str, Behaviour]
    folder: Path
    over: threading.Event = field(default_factory=threading.Event)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    ports: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, str], int] = defaultdict(int)
        self.trust, self._contexts = _certificates(self.folder)

    def count(self, name: str, path: str) -> int:
        """How often this path was asked for, this time included."""
        with self._lock:
            self._counts[name, path] += 1
            return self._counts[name, path]

    def url(self, behaviour: Behaviour, path: str = "") -> str:
        port = self.ports["plain" if behaviour.scheme == "http" else "tls"]
        return f"{behaviour.scheme}://{behaviour.host}:{port}{path or behaviour.path}"

    def look_up(self, host: str, port: int) -> list[str]:
        """The resolver of this web, in place of the operating system's."""
        known = self.behaviours.get(host.removesuffix(f".{DOMAIN}"))
        if known is None or known.ips == ("unknown",):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if known.ips == ("slow",):
            self.over.wait(30)
        return list(known.ips)

    @property
    def allow_hosts(self) -> set[str]:
        return {b.host for b in self.behaviours.values() if b.allowed}

    def ways(self, **more: object) -> Ways:
        return Ways(look_up=self.look_up, trust=self.trust, **more)  # type: ignore[arg-type]

    def serve(self, line: socket.socket, tls: bool) -> None:
        """One connection: whose it is shows in the TLS name or in the Host header."""
        line.settimeout(20)
        head = _peeked_name(line) if tls else ""
        behaviour = self.behaviours.get(head.split(".")[0])
        if tls and behaviour and behaviour.at_accept:
            behaviour.at_accept(line, self)
            return
        if tls:
            certificate = behaviour.certificate if behaviour else "good"
            line = self._contexts[certificate].wrap_socket(line, server_side=True)
        with line:
            self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        request = _read_head(line)
        if request is None:
            return
        path, headers = request
        name = headers.get("host", "").split(".")[0]
        with self._lock:
            self.asked.append((name, path, headers))
        talk = Talk(line, path, headers, self, name)
        behaviour = self.behaviours.get(name, Behaviour(name, "got"))
        if path == "/robots.txt":
            (behaviour.robots or (lambda t: t.answer(b"", "404 Not Found")))(talk)
        else:
            behaviour.serve(talk)


@contextmanager
def running(behaviours: dict[str, Behaviour], folder: Path) -> Iterator[HostileWeb]:
    web = HostileWeb(behaviours, folder)
    servers = [_Server(web, tls) for tls in (False, True)]
    web.ports = {"plain": servers[0].server_address[1], "tls": servers[1].server_address[1]}
    threads = [threading.Thread(target=s.serve_forever, args=(0.05,), daemon=True) for s in servers]
    for thread in threads:
        thread.start()
    try:
        yield web
    finally:
        web.over.set()
        for server in servers:
            server.shutdown()
            server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, web: HostileWeb, tls: bool) -> None:
        self.web, self.tls = web, tls
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_: object) -> None:
        """A client that gives up is what most of these hosts are for."""


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        with suppress(OSError, ValueError):
            self.server.web.serve(self.request, self.server.tls)


def _read_head(line: socket.socket) -> tuple[str, dict[str, str]] | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = line.recv(4096)
        if not piece or len(data) > 100_000:
            return None
        data += piece
    first, *rest = data.split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")
    pairs = (row.split(":", 1) for row in rest)
    return first.split(" ")[1], {name.lower(): value.strip() for name, value in pairs}


def _peeked_name(line: socket.socket) -> str:
    """The server name in a TLS greeting, read without taking it from the line."""
    for _ in range(200):
        data = line.recv(4096, socket.MSG_PEEK)
        at = data.find(DOMAIN.encode())
        if at >= 0:
            start = at
            while start and (data[start - 1 : start].isalnum() or data[start - 1] in b".-"):
                start -= 1
            return data[start : at + len(DOMAIN)].decode("latin-1").lower()
        if not data or len(data) > 300:
            return ""
    return ""


def _certificates(folder: Path) -> tuple[ssl.SSLContext, dict[str, ssl.SSLContext]]:
    """A context that trusts one authority made here, and server contexts by kind of certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Test Authority", key, None, None, authority=True)
    trust = ssl.create_default_context(cadata=root.public_bytes(serialization.Encoding.PEM).decode())
    good, now = f"*.{DOMAIN}", (-1, 30)
    kinds = {"good": (good, now), "expired": (good, (-30, -1)), "early": (good, (1, 30)), "wrong": ("other.test", now)}
    contexts = {}
    for kind, (name, days) in kinds.items():
        own = ec.generate_private_key(ec.SECP256R1())
        contexts[kind] = _context(folder / kind, _certificate(name, own, root, key, days=days), own)
    own = ec.generate_private_key(ec.SECP256R1())
    contexts["self-signed"] = _context(folder / "self", _certificate(good, own, None, None), own)
    return trust, contexts


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate | None,
    issuer_key: ec.EllipticCurvePrivateKey | None,
    *,
    authority: bool = False,
    days: tuple[int, int] = (-1, 30),
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    names: list[x509.GeneralName] = [x509.DNSName(name)]
    if authority:
        names = [x509.IPAddress(ipaddress.ip_address("192.0.2.1"))]
    signer = issuer_key or key
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + datetime.timedelta(days=days[0]))
        .not_valid_after(now + datetime.timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )


def _context(file: Path, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> ssl.SSLContext:
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.with_suffix(".pem").write_bytes(key.private_bytes(pem, *plain) + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file.with_suffix(".pem"))
    return context
