"""Time stamps by a small authority that signs real tokens with openssl on this machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from sayso.app.stamp import stamper_of
from sayso.export import verify
from sayso.model import SaysoError

DATA = b'{"resources": []}'
CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/ca.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ca]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[leaf]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[req]
distinguished_name = name
[name]
"""
_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the keys and certificates of an authority."""
    pytest.importorskip("rfc3161_client", reason="rfc3161-client is not installed (pip install sayso[stamp])")
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("authority")
    (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder))
    (folder / "alone.cnf").write_text(CONFIG.format(folder=folder).replace("certs = ", "# "))
    (folder / "serial").write_text("01")
    root = ("-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Root", "-extensions", "ca")
    openssl(folder, "req", "-x509", *_KEY, *root, "-config", "tsa.cnf", "-days", "2")
    openssl(
        folder,
        "req",
        "-new",
        *_KEY,
        "-keyout",
        "tsa.key",
        "-out",
        "tsa.csr",
        "-subj",
        "/CN=Stamps",
        "-config",
        "tsa.cnf",
    )
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "tsa.cnf", "-extensions", "leaf")
    openssl(folder, "x509", "-req", "-in", "tsa.csr", "-out", "tsa.pem", *signed, "-days", "2")
    return folder


def openssl(folder: Path, *arguments: str) -> None:
    done = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"openssl cannot do it: {done.stderr.strip()[-200:]}")


@pytest.fixture
def url(authority: Path) -> Iterator[str]:
    """Address of the authority; what it answers depends on the path."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            kept = authority / "kept.tsr"
            config = {"/stamp": "tsa.cnf", "/alone": "alone.cnf"}.get(self.path, "")
            if config:
                (authority / "query.tsq").write_bytes(query)
                openssl(authority, "ts", "-reply", "-config", config, "-queryfile", "query.tsq", "-out", "kept.tsr")
            bodies = {"/stamp": kept, "/alone": kept, "/same": kept}
            self.send_response(500 if self.path == "/broken" else 200)
            self.end_headers()
            self.wfile.write(bodies[self.path].read_bytes() if self.path in bodies else b"no stamp")

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/stamp", "/alone"])
def test_a_stamp_is_about_the_bytes_and_openssl_believes_it(authority: Path, url: str, path: str) -> None:
    token = stamper_of(url + path)(DATA)
    (authority / "got.tsr").write_bytes(token)
    command = ["openssl", "ts", "-verify", "-digest", sha256(DATA).hexdigest(), "-in", "got.tsr", "-CAfile", "ca.pem"]
    done = subprocess.run(command, cwd=authority, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr


def test_the_script_of_a_pack_reads_the_stamp_and_its_time(url: str) -> None:
    token, tally = stamper_of(f"{url}/stamp")(DATA), verify.Tally()
    verify.check_stamp(token, sha256(DATA).hexdigest(), tally)
    assert (tally.held, tally.failed) == ({"time stamp": 1}, [])
    assert tally.notes[0].startswith("time stamp of 20")


def test_a_stamp_about_another_pack_is_found(url: str) -> None:
    token, tally = stamper_of(f"{url}/stamp")(DATA), verify.Tally()
    verify.check_stamp(token, sha256(b"another").hexdigest(), tally)
    assert tally.failed


def test_an_old_stamp_sent_again_is_refused(url: str) -> None:
    stamp = stamper_of(f"{url}/same")
    for path in ("/stamp", "/alone"):
        for before in (b"something else", DATA):
            stamper_of(url + path)(before)
            with pytest.raises(SaysoError, match="about"):
                stamp(DATA)


@pytest.mark.parametrize(("path", "words"), [("/broken", "answered 500"), ("/other", "sent no time stamp")])
def test_an_authority_that_gives_none_is_one_clear_line(url: str, path: str, words: str) -> None:
    with pytest.raises(SaysoError, match=words):
        stamper_of(url + path)(DATA)


def test_an_authority_that_is_not_there_is_one_clear_line() -> None:
    pytest.importorskip("rfc3161_client")
    with pytest.raises(SaysoError, match="cannot be asked"):
        stamper_of("http://127.0.0.1:9/", timeout=2)(DATA)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(SaysoError, match="rfc3161-client") as raised:
        stamper_of("https://stamps.example/")
    assert "sayso[stamp]" in raised.value.hint


def test_only_web_addresses_are_asked() -> None:
    pytest.importorskip("rfc3161_client")
    with pytest.raises(SaysoError, match="not an address"):
        stamper_of("file:///etc/passwd")
