"""How work is executed; what the work is, is handed in."""

from sayso.run.crew import Crew, Done, TookTooLong
from sayso.run.pool import Pool
from sayso.run.work import Outcome, run

__all__ = ["Crew", "Done", "Outcome", "Pool", "TookTooLong", "run"]
