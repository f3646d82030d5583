"""The optional back end: statements that the rules left out, by a model on a server of the operator's own.

Every word of them is an exact span of the document, or it is refused (decision note 033).
"""

from sayso.read.server.ground import SCORE, Refused
from sayso.read.server.reading import Ask, Said, Server, ask_about, read_with, reader_with

__all__ = ["SCORE", "Ask", "Refused", "Said", "Server", "ask_about", "read_with", "reader_with"]
