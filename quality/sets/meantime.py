"""Time expressions and their values in Wikinews (MEANTIME)."""

from __future__ import annotations

from quality.sets.tempeval3 import predict

__all__ = ["predict"]
