"""Scores become shares that are right, by the corners of a line."""

import json
from pathlib import Path

import pytest

from sayso.read.encoder.calibration import Calibration, open_calibration

LINE = Calibration({"name person": ((0.2, 0.1), (0.6, 0.5), (0.9, 0.95))})


@pytest.mark.parametrize(
    ("score", "share"), [(0.0, 0.1), (0.2, 0.1), (0.4, 0.3), (0.6, 0.5), (0.75, 0.725), (0.9, 0.95), (1.0, 0.95)]
)
def test_between_corners_the_line_is_straight_and_beyond_them_level(score: float, share: float) -> None:
    assert LINE("name person", score) == pytest.approx(share)


def test_a_group_that_was_not_measured_keeps_its_score() -> None:
    assert LINE("name place", 0.4) == 0.4


def test_a_folder_without_a_calibration_changes_nothing(tmp_path: Path) -> None:
    assert open_calibration(tmp_path / "calibration.json")("name person", 0.7) == 0.7


def test_what_is_kept_is_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "calibration.json"
    file.write_text(json.dumps(LINE.lines))
    assert open_calibration(file) == LINE
