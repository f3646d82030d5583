"""The nouns of Sayso: frozen records without behaviour beyond their own arithmetic.

Nothing here imports any other room of the house; everything else imports from here.
"""

from sayso.model.actor import Perpetrator, VoiceKind
from sayso.model.assertion import Assertion, Certainty, Datum, Field, Polarity
from sayso.model.capture import Capture
from sayso.model.document import Document, Dropped, Foreign, OffsetMap, Post, Published, Segment
from sayso.model.errors import SaysoError, Unreadable
from sayso.model.figure import Figure
from sayso.model.finding import Finding, Severity
from sayso.model.graph import Behind, EdgeKind, NodeKind, OriginEdge, OriginGraph, OriginNode
from sayso.model.incident import Incident, Origin
from sayso.model.judgement import Judged, Judgement, JudgementKind, OtherValue
from sayso.model.mention import Mention, MentionKind
from sayso.model.passage import Passage
from sayso.model.place import Place, PlacePrecision
from sayso.model.reading import Reading
from sayso.model.report import PerpetratorStatus, Report, ReportStatus
from sayso.model.source import HEALTH, OUTCOMES, WATCHED_KINDS, Look, LookState, Seen, Source, slug
from sayso.model.span import Span
from sayso.model.statement import Attribution, Statement, StatementKind, Voice
from sayso.model.value import Disagreement, Rule, RuleChoice, Rules, Value, ValueState, rule_of
from sayso.model.when import When, WhenPrecision

__all__ = [
    "HEALTH", "OUTCOMES", "WATCHED_KINDS",
    "Assertion", "Attribution", "Behind", "Capture", "Certainty", "Datum", "Disagreement",
    "Document", "Dropped", "EdgeKind", "Field", "Figure", "Finding", "Foreign", "Incident", "Judged",
    "Judgement", "JudgementKind", "Look", "LookState", "Mention", "MentionKind", "NodeKind", "OffsetMap", "Origin",
    "OriginEdge", "OriginGraph", "OriginNode", "OtherValue", "Passage", "Perpetrator",
    "PerpetratorStatus", "Place", "PlacePrecision", "Polarity", "Post", "Published", "Reading", "Report",
    "ReportStatus", "Rule", "RuleChoice", "Rules", "SaysoError", "Seen", "Segment", "Severity", "Source", "Span",
    "Statement", "StatementKind", "Unreadable", "Value", "ValueState", "Voice", "VoiceKind",
    "When", "WhenPrecision", "rule_of", "slug",
]  # fmt: skip
