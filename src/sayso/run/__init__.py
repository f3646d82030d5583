"""How work is executed; what the work is, is handed in."""

from sayso.run.work import Outcome, run

__all__ = ["Outcome", "run"]
