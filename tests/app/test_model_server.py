"""A model server is asked as it should be, and whatever it does in return costs no document."""

from __future__ import annotations

import json
import socket
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from model_host import ModelHost, listed, message, model_host, raw, reply, trouble
from sayso.app.model_client import NoAnswer
from sayso.app.model_server import house_server, model_server
from sayso.app.read import read_capture
from sayso.model import Capture, Reading, SaysoError
from sayso.read.server import Server

SCHEMA = {"type": "object"}
TEXT = """Ferry Fire in Port Sorrel

Two people were hurt when a ferry burned in Port Sorrel on Monday, the coast guard said. The harbour master put it \
down to a faulty heater.
"""
HEATER = {"sentence": 2, "source": "The harbour master", "cue": "put it down to", "content": "a faulty heater"}
GOOD = message("fine")


@pytest.fixture
def host():
    with model_host() as made:
        yield made


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch, tmp_path):
    for name in ("SAYSO_MODEL_SERVER", "SAYSO_MODEL", "SAYSO_MODEL_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))


def tiny(address: str, **more: Any) -> Server:
    """The server, with tries that follow each other without a wait worth the name."""
    return model_server(address, "tiny", pause_s=0.01, **more)


def ask(address: str, seconds: float = 5.0) -> str:
    return tiny(address, seconds=seconds).open()("Who says what?", SCHEMA)


def refused(address: str, seconds: float = 5.0) -> str:
    with pytest.raises(NoAnswer) as caught:
        ask(address, seconds)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return str(caught.value)


def read(text: str, server: Server | None = None) -> Reading:
    return read_capture(Capture("-", text.encode(), datetime.now(UTC), charset="utf-8"), server=server)


# what is sent


def test_the_question_goes_to_the_chat_of_the_model(host: ModelHost):
    ask(host.does(GOOD))
    assert (host.asked[0].path, host.asked[0].body["model"]) == ("/v1/chat/completions", "tiny")


def test_the_same_question_is_asked_in_the_same_way(host: ModelHost):
    ask(host.does(GOOD))
    body = host.asked[0].body
    assert (body["temperature"], body["seed"], body["stream"]) == (0, 1, False)


def test_an_answer_in_the_schema_is_asked_for(host: ModelHost):
    ask(host.does(GOOD))
    form = host.asked[0].body["response_format"]
    assert form == {
        "type": "json_schema",
        "json_schema": {"name": "statements", "strict": True, "schema": SCHEMA},
    }


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
def test_the_address_may_end_as_servers_tell_it(host: ModelHost, ending: str):
    ask(host.does(GOOD).removesuffix("/v1") + ending)
    assert host.asked[0].path == "/v1/chat/completions"


def test_a_path_of_its_own_is_kept(host: ModelHost):
    ask(host.does(GOOD).removesuffix("/v1") + "/openai/v1")
    assert host.asked[0].path == "/openai/v1/chat/completions"


def test_the_key_goes_along(host: ModelHost, monkeypatch):
    monkeypatch.setenv("SAYSO_MODEL_KEY", "sk-secret")
    ask(host.does(GOOD))
    assert host.asked[0].headers["authorization"] == "Bearer sk-secret"


def test_without_a_key_none_is_sent(host: ModelHost):
    ask(host.does(GOOD))
    assert "authorization" not in host.asked[0].headers


# what comes back, in good order


@pytest.mark.parametrize("status", [400, 415, 422, 501])
def test_a_server_without_schemas_is_asked_for_any_object(host: ModelHost, status: int):
    assert ask(host.does(trouble(status, "unsupported response_format"), GOOD)) == "fine"
    assert [a.form for a in host.asked] == ["json_schema", "json_object"]


def test_a_server_without_forms_is_asked_for_text(host: ModelHost):
    assert ask(host.does(trouble(400), trouble(400), GOOD)) == "fine"
    assert [a.form for a in host.asked] == ["json_schema", "json_object", "text"]


def test_the_form_that_a_server_takes_is_remembered(host: ModelHost):
    server = tiny(host.does(trouble(400), GOOD))
    for _ in range(2):
        server.open()("Who says what?", SCHEMA)
    assert [a.form for a in host.asked] == ["json_schema", "json_object", "json_object"]


def test_an_answer_in_chunks(host: ModelHost):
    body = json.dumps({"choices": [{"message": {"content": "fine"}}]}).encode()
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:7], body[7:]))
    assert (
        ask(host.does(raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"))) == "fine"
    )


def test_an_answer_without_a_length_ends_with_the_line(host: ModelHost):
    body = json.dumps({"choices": [{"message": {"content": "fine"}}]}).encode()
    assert ask(host.does(raw(b"HTTP/1.0 200 OK\r\n\r\n" + body))) == "fine"


def test_a_message_in_pieces(host: ModelHost):
    assert ask(host.does(message([{"type": "text", "text": "fi"}, {"type": "text", "text": "ne"}]))) == "fine"


def test_thoughts_beside_the_message_are_left(host: ModelHost):
    assert ask(host.does(message("fine", reasoning_content="hm"))) == "fine"


def test_bytes_that_are_no_utf8_do_not_stop_the_rest(host: ModelHost):
    assert ask(host.does(reply(b'{"choices": [{"message": {"content": "fi\xffne"}}]}'))) == "fi\ufffdne"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again(host: ModelHost, status: int):
    assert ask(host.does(trouble(status, "Loading model"), trouble(status), GOOD)) == "fine"


def test_a_busy_server_is_left_alone_as_long_as_it_asks(host: ModelHost):
    start = time.monotonic()
    assert ask(host.does(trouble(429, "slow down", "Retry-After: 1"), GOOD)) == "fine"
    assert time.monotonic() - start >= 1


def test_a_wait_beyond_the_time_is_not_begun(host: ModelHost):
    start = time.monotonic()
    assert "429" in refused(host.does(trouble(429, "slow down", "Retry-After: 600")))
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "broken",
    [
        raw(b""),
        raw(b"HTTP/1.1 200 OK\r\nContent-Le"),
        raw(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"choices": [{"mess'),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"),
    ],
    ids=["no answer", "half a head", "shorter than announced", "half a chunk"],
)
def test_a_line_that_breaks_is_tried_again(host: ModelHost, broken):
    assert ask(host.does(broken, GOOD)) == "fine"


# what comes back, in bad order


def nobody() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}/v1"


def test_nobody_there():
    assert "could not be reached" in refused(nobody())


def test_no_such_host():
    assert "could not be reached" in refused("http://no-such-host.invalid/v1")


def test_a_line_that_always_breaks_is_given_up(host: ModelHost):
    assert "closed the line" in refused(host.does(raw(b"")))
    assert len(host.asked) == 4


def test_silence(host: ModelHost):
    assert "in time" in refused(host.does(lambda _line, _asked: time.sleep(2)), 0.4)


def test_a_slow_drip_does_not_stretch_the_time(host: ModelHost):
    def drip(line, _asked):
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(40):
            line.sendall(b" ")
            time.sleep(0.1)

    start = time.monotonic()
    assert "in time" in refused(host.does(drip), 0.5)
    assert time.monotonic() - start < 1.5


def endless(head: bytes, piece: bytes):
    def act(line, _asked):
        line.sendall(head)
        while True:
            line.sendall(piece)

    return act


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65_536),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 4096 + b"\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", b'data: {"choices": []}\n\n' * 1000),
    ],
    ids=["bytes", "chunks", "events"],
)
def test_an_answer_without_end(host: ModelHost, head: bytes, piece: bytes):
    assert "more than 2 MB" in refused(host.does(endless(head, piece)))


def test_headers_without_end(host: ModelHost):
    assert "speaks no HTTP" in refused(host.does(endless(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 4000 + b"\r\n")))


def test_something_else_than_http(host: ModelHost):
    assert "speaks no HTTP" in refused(host.does(raw(b"220 mail.example.org ESMTP\r\n")))


def test_a_redirect_to_another_host_is_not_followed(host: ModelHost):
    with model_host() as other:
        other.does(GOOD)
        moved = raw(f"HTTP/1.1 307 Moved\r\nLocation: {other.address}\r\nContent-Length: 0\r\n\r\n".encode())
        assert "sends elsewhere (307)" in refused(host.does(moved))
        assert other.asked == []


@pytest.mark.parametrize(
    ("status", "step"),
    [(401, "SAYSO_MODEL_KEY"), (403, "SAYSO_MODEL_KEY"), (404, "'tiny'"), (500, "log"), (418, "log")],
)
def test_errors_come_with_the_next_step(host: ModelHost, status: int, step: str):
    words = refused(host.does(trouble(status, "out of order")))
    assert f"answered {status}: out of order" in words
    assert step in words


def test_an_error_that_will_not_pass_is_not_tried_again(host: ModelHost):
    refused(host.does(trouble(500)))
    assert len(host.asked) == 1


def test_a_server_that_stays_busy_is_given_up(host: ModelHost):
    assert "busy" in refused(host.does(trouble(503)))
    assert len(host.asked) == 4


@pytest.mark.parametrize("error", ["plain words", {"message": "plain words"}, {"detail": "plain words"}])
def test_the_servers_own_words_are_told(host: ModelHost, error: object):
    assert "plain words" in refused(host.does(reply(json.dumps({"error": error}).encode(), 500)))


def test_the_servers_own_words_are_short_and_one_line(host: ModelHost):
    assert len(refused(host.does(trouble(500, "no\x1b[2J\n" * 5_000)))) < 400


def test_the_key_is_never_shown(host: ModelHost, monkeypatch):
    monkeypatch.setenv("SAYSO_MODEL_KEY", "sk-secret")
    assert "sk-secret" not in refused(host.does(trouble(401, "Incorrect API key: sk-secret")))


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>It works!</body></html>",
        b"",
        b"{",
        b'data: {"choices": [{"delta": {"content": "fine"}}]}\n\ndata: [DONE]\n\n',
        b"[" * 100_000,
        b'{"choices": []}',
        b'{"choices": [{"text": "fine"}]}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ""}}]}',
        b'{"choices": {"message": "fine"}}',
        b"[]",
        b"null",
        b'{"error": "model crashed"}',
    ],
    ids=[
        "page", "nothing", "cut", "events", "deep", "no choice", "other kind of answer", "null", "empty", "wrong types",
        "list", "null for all", "error with status 200",
    ],
)  # fmt: skip
def test_an_answer_that_is_no_message(host: ModelHost, body: bytes):
    assert "the model server" in refused(host.does(reply(body)))


# readings


def test_a_reading_with_what_the_model_adds(host: ModelHost):
    reading = read(TEXT, server=tiny(host.says(HEATER)))
    made = {s.content.of(reading.document.text): s.made_by for s in reading.statements}
    assert made["a faulty heater"] == "server tiny"


def test_an_answer_that_was_cut_gives_what_is_whole(host: ModelHost):
    cut = message(listed(HEATER, HEATER)[:-30], finish="length")
    reading = read(TEXT, server=tiny(host.does(cut)))
    assert "server tiny" in [s.made_by for s in reading.statements]


@pytest.mark.parametrize(
    "act",
    [
        raw(b""),
        raw(b"220 hello\r\n"),
        reply(b"<html>"),
        trouble(401),
        trouble(404),
        trouble(500),
        trouble(503, "busy", "Retry-After: 900"),
        message("no list"),
        message('{"people": []}'),
        message(None),
    ],
)
def test_a_document_is_read_whatever_the_server_does(host: ModelHost, act):
    with_server = read(TEXT, server=tiny(host.does(act)))
    assert with_server.reports
    assert with_server.reader == read(TEXT).reader


def test_a_server_that_fails_again_and_again_is_left_alone(host: ModelHost):
    server = tiny(host.does(trouble(500)))
    for _ in range(5):
        assert read(TEXT, server=server).reports
    assert len(host.asked) == 3


def test_all_parts_of_a_document_share_one_time(host: ModelHost):
    def slow(line, asked):
        time.sleep(0.4)
        message(listed())(line, asked)

    told = []
    server = tiny(host.does(slow), seconds=1, tell=lambda _document, said: told.append(said))
    assert read(TEXT + "\nIt rained in Port Sorrel all that day." * 400, server=server).reports
    assert "in time" in str(told[0].problem)
    assert len(host.asked) < 5


# settings


def test_off_unless_set():
    assert house_server() is None


def settings(folder, words: str) -> None:
    (folder / "sayso.toml").write_text(words, "utf-8")


def test_set_in_the_file_of_the_house(tmp_path, host: ModelHost):
    settings(tmp_path, f'[model_server]\naddress = "{host.says(HEATER)}"\nmodel = "tiny"\nseconds = 20\n')
    assert "server tiny" in [s.made_by for s in read(TEXT).statements]


def test_set_in_the_environment(monkeypatch, host: ModelHost):
    monkeypatch.setenv("SAYSO_MODEL_SERVER", host.says(HEATER))
    monkeypatch.setenv("SAYSO_MODEL", "tiny")
    assert "server tiny" in [s.made_by for s in read(TEXT).statements]


def test_the_environment_turns_it_off(tmp_path, monkeypatch):
    settings(tmp_path, '[model_server]\naddress = "http://127.0.0.1:1/v1"\nmodel = "tiny"\n')
    monkeypatch.setenv("SAYSO_MODEL_SERVER", "off")
    assert house_server() is None


@pytest.mark.parametrize(
    "words",
    [
        "[model_server",
        'model_server = "http://127.0.0.1:1"',
        '[model_server]\nurl = "http://127.0.0.1:1"',
        '[model_server]\naddress = "http://127.0.0.1:1"',
        '[model_server]\naddress = "http://127.0.0.1:1"\nmodel = ""',
        '[model_server]\naddress = "http://127.0.0.1:1"\nmodel = 7',
        '[model_server]\naddress = "localhost:8080"\nmodel = "tiny"',
        '[model_server]\naddress = "file:///etc/passwd"\nmodel = "tiny"',
        '[model_server]\naddress = "http://"\nmodel = "tiny"',
        '[model_server]\naddress = "http://127.0.0.1:1"\nmodel = "tiny"\nseconds = 0',
        '[model_server]\naddress = "http://127.0.0.1:1"\nmodel = "tiny"\nseconds = 3000',
        '[model_server]\naddress = "http://127.0.0.1:1"\nmodel = "tiny"\nseconds = "long"',
    ],
)
def test_a_mistake_in_the_settings_is_told(tmp_path, words: str):
    settings(tmp_path, words)
    with pytest.raises(SaysoError) as caught:
        house_server()
    assert caught.value.hint


def test_a_key_with_a_line_break_is_told(monkeypatch):
    monkeypatch.setenv("SAYSO_MODEL_KEY", "sk-\nsecret")
    with pytest.raises(SaysoError) as caught:
        model_server("http://127.0.0.1:1", "tiny")
    assert "secret" not in str(caught.value)


def test_a_server_that_stays_away_is_logged_once_a_minute(caplog, host: ModelHost):
    server = tiny(host.does(trouble(401, "no such key, once and for all")))
    for _ in range(3):
        read(TEXT, server=server)
    told = ["once and for all" in r.getMessage() for r in caplog.records]
    assert 1 <= told.count(True) <= 2  # two when a minute ends meanwhile


def test_what_was_read_while_the_server_was_away_is_read_again(ledger, tmp_path, monkeypatch, host: ModelHost):
    from sayso.app.ingest import ingest
    from sayso.app.reread import reread

    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, "utf-8")
    monkeypatch.setenv("SAYSO_MODEL_SERVER", host.does(trouble(500)))
    monkeypatch.setenv("SAYSO_MODEL", "tiny")
    ingest([file])
    host.says(HEATER)
    assert (reread().read, reread().read) == (1, 0)
