"""From a score to the share of such findings that are right, as measured on labelled texts (Niculescu-Mizil and Caruana
2005 compare ways; isotonic regression is used here, and kept as the corners of its line)."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Lines by group ("statement agreed", "statement encoder", "statement rule", "name person" ...).

    Attributes:
        lines: group to corners (score, share that is right), by rising score.
    """

    lines: Mapping[str, Sequence[Corner]] = field(default_factory=dict)

    def __call__(self, group: str, score: float) -> float:
        """The share of findings of ``group`` with this score that are right; the score itself for another group."""
        corners = self.lines.get(group)
        if not corners:
            return score
        at = bisect_left(corners, score, key=lambda c: c[0])
        if at == 0:
            return corners[0][1]
        if at == len(corners):
            return corners[-1][1]
        (left, low), (right, high) = corners[at - 1], corners[at]
        return low + (high - low) * (score - left) / (right - left)


def open_calibration(file: Path) -> Calibration:
    """The calibration of a file (group to pairs, as JSON); one that changes nothing when there is no file."""
    if not file.is_file():
        return Calibration()
    told = json.loads(file.read_text(encoding="utf-8"))
    return Calibration({group: tuple((float(x), float(y)) for x, y in corners) for group, corners in told.items()})
