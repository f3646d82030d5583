"""Asks a model on an OpenAI-compatible server (llama.cpp, vLLM, Ollama and others): one question, one answer, in time.

The address is the operator's own setting, so hosts of this machine and of the local network may be asked; redirects
are not followed, as they could lead the text and the key to somewhere else. Nothing the server sends is believed here:
``read/server`` checks every word of it against the text.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.app.model_line import Answered, Broken, post
from sayso.collect.address import Address
from sayso.collect.connect import Deadline
from sayso.model import SaysoError

SEED = 1
MOST_TOKENS = 2_048
"""Tokens of an answer: what is left of a context of 4,096 beside a part of a text and the task."""
_TRIES = 4
_MOST_WAIT_S = 20.0
_BUSY = frozenset((429, 503))
_REFUSED_FORM = frozenset((400, 415, 422, 501))
_MOST_SAID = 200


class NoAnswer(SaysoError):
    """A model server that gave no answer to read; the document is read by rules alone."""


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """Where to ask which model.

    Attributes:
        address: of the chat completions.
        model: name as the server knows it.
        key: sent as a bearer token, "" for none; it never stands in a message.
    """

    address: Address
    model: str
    key: str = ""


class Client:
    """Asks one model. It remembers which form of structured output the server takes.

    Args:
        where: server and model.
        pause_s: seconds before the first new try; doubled for each further one.
    """

    def __init__(self, where: ModelAddress, pause_s: float = 0.5) -> None:
        self.where, self._pause_s = where, pause_s
        self._form = 0

    def ask(self, prompt: str, schema: Mapping[str, Any], deadline: Deadline) -> str:
        """The model's answer in its own words.

        Servers that do not know JSON Schema are asked for any JSON object, then for plain text.

        Raises:
            NoAnswer: whatever went wrong, with the next step.
        """
        forms = _forms(schema)
        for number in range(self._form, len(forms)):
            answered = self._patiently(_body(self.where.model, prompt, forms[number]), deadline)
            if answered.status in _REFUSED_FORM and number + 1 < len(forms):
                continue
            words = self._words(answered)
            self._form = number
            return words
        raise AssertionError("the last form is always answered or refused")

    def _patiently(self, body: bytes, deadline: Deadline) -> Answered:
        """Tries again when the line broke or the server is busy, as long as there is time."""
        for again in range(_TRIES):
            wait = self._pause_s * 2**again
            try:
                answered = post(self.where.address, body, self.where.key, deadline)
            except Broken as problem:
                trouble = NoAnswer(f"the model server {problem.message}", problem.hint)
                if not problem.again:
                    raise trouble from None
            else:
                if answered.status not in _BUSY:
                    return answered
                trouble = self._problem(answered)
                wait = max(wait, answered.retry_after_s)
            if again + 1 == _TRIES or wait > min(_MOST_WAIT_S, deadline.end - time.monotonic()):
                break
            time.sleep(wait)
        raise trouble

    def _words(self, answered: Answered) -> str:
        if answered.status != 200:
            raise self._problem(answered)
        try:
            told = json.loads(answered.body.decode("utf-8", errors="replace"))
        except (ValueError, RecursionError):
            hint = "check the address: it usually ends in /v1"
            raise NoAnswer(f"{self._site} did not answer in JSON", hint) from None
        words = _content(told)
        if words is None:
            said = f": {said}" if (said := self._said(answered)) else ""
            raise NoAnswer(f"{self._site} answered without a message{said}", "is it OpenAI-compatible?")
        return words

    @property
    def _site(self) -> str:
        return f"the model server {self.where.address.site}"

    def _problem(self, answered: Answered) -> NoAnswer:
        status, said = answered.status, self._said(answered)
        words, hint = f"{self._site} answered {status}", "see the server's own log"
        if 300 <= status < 400:
            words, hint = f"{self._site} sends elsewhere ({status})", "redirects are not followed; set the last address"
        elif status in (401, 403):
            hint = "put its key into SAYSO_MODEL_KEY"
        elif status == 404:
            hint = f"check the address and that the server has the model {self.where.model!r}"
        elif status in _BUSY:
            hint = "it is busy or still loading the model; try again later"
        return NoAnswer(f"{words}: {said}" if said else words, hint)

    def _said(self, answered: Answered) -> str:
        """What the server says is wrong, as one short line without the key."""
        try:
            told = json.loads(answered.body.decode("utf-8", errors="replace"))
        except (ValueError, RecursionError):
            return ""
        error = told.get("error", told) if isinstance(told, dict) else ""
        words = (error.get("message") or error.get("detail") or "") if isinstance(error, dict) else error
        if not isinstance(words, str):
            return ""
        words = words.replace(self.where.key, "***") if self.where.key else words
        line = "".join(c if c.isprintable() else " " for c in words[: 2 * _MOST_SAID])
        return " ".join(line.split())[:_MOST_SAID]


def _forms(schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    strict = {"name": "statements", "strict": True, "schema": schema}
    return (
        {"response_format": {"type": "json_schema", "json_schema": strict}},
        {"response_format": {"type": "json_object"}},
        {},
    )


def _body(model: str, prompt: str, form: Mapping[str, Any]) -> bytes:
    # one message of the user: some models' templates know no other role
    asked = {
        "model": model, "messages": [{"role": "user", "content": prompt}], "temperature": 0, "seed": SEED,
        "max_tokens": MOST_TOKENS, "stream": False, **form,
    }  # fmt: skip
    return json.dumps(asked, ensure_ascii=False).encode("utf-8", errors="replace")


def _content(told: Any) -> str | None:
    """The text of the first choice; None when the answer has another form."""
    try:
        content = told["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return None
    if isinstance(content, list):
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(text for text in texts if isinstance(text, str)) or None
    return content if isinstance(content, str) and content.strip() else None
