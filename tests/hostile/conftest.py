"""The hostile web, running while the tests of this folder need it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hostile_all import BEHAVIOURS
from hostile_web import HostileWeb, running


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileWeb]:
    with running(BEHAVIOURS, tmp_path_factory.mktemp("hostile")) as made:
        yield made
