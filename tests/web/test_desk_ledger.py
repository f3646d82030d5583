"""The desk over a real ledger: read a few dispatches, then open every page they lead to."""

# ruff: noqa: E501

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client, override_settings

DISPATCHES = [
    ("Harbour Gazette", "2024-05-14", "A bomb exploded at a bus station in Garoua, Cameroon, on Tuesday, killing four "
     "people and injuring nine, police said. No group has claimed responsibility."),
    ("Northern Echo", "2024-05-15", "A militant group denied on Wednesday that it had planted the bomb that exploded at "
     "a bus station in Garoua, Cameroon, on Tuesday. Six people were killed, a hospital official said."),
]  # fmt: skip


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_every_page_of_a_real_ledger_opens(ledger: Path, tmp_path: Path) -> None:
    from sayso.app.ingest import ingest

    file = tmp_path / "dispatches.jsonl"
    records = [
        {
            "text": text,
            "outlet": outlet,
            "published": day,
            "known_from": f"{day}T18:00:00Z",
            "url": f"https://x.example/{day}",
        }
        for outlet, day, text in DISPATCHES
    ]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    assert ingest([file]).new == 2
    with override_settings(ROOT_URLCONF="sayso.web.urls", DEBUG=False):
        client = Client()
        front = client.get("/").content.decode()
        incidents = set(re.findall(r'href="(/incident/[^"#?]+)', front))
        assert incidents
        pages = {address: client.get(address) for address in incidents}
        assert all(page.status_code == 200 for page in pages.values())
        evidence = {
            link
            for page in pages.values()
            for link in re.findall(r'href="(/article/[^"]+)#(at-\d+-\d+)"', page.content.decode())
        }
        assert evidence
        for article, anchor in evidence:
            answer = client.get(article)
            assert answer.status_code == 200
            assert f'id="{anchor}"' in answer.content.decode(), (article, anchor)
        assert "Garoua" in client.get("/search?q=garoua").content.decode()
        assert "Nothing was known yet" in client.get("/?as_of=2024-05-01").content.decode()
