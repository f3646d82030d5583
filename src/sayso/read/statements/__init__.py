"""Who said what: statements with nested attribution and kind (decision note 014)."""

from sayso.read.statements.find import MADE_BY, find_statements

__all__ = ["MADE_BY", "find_statements"]
