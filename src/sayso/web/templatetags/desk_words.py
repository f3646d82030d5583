"""What templates say: links that keep the time, and the words of ``sayso.web.show``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString

from sayso.app.given_values import GIVABLE
from sayso.app.judge import Deed, history, in_words
from sayso.app.views import AssertionRow, SearchHit
from sayso.model import Figure, Judgement, Place, Span, Value, When
from sayso.model.assertion import Datum
from sayso.web.show import evidence, highlights, words

register = template.Library()


@register.simple_tag(takes_context=True)
def to_incident(context: dict[str, Any], incident_id: str) -> str:
    """Address of an incident that keeps the time and the rule of this page."""
    return f"/incident/{incident_id}{context['ask'].carried()}"


@register.simple_tag(takes_context=True)
def to_article(context: dict[str, Any], document_id: str, span: Span | None = None) -> str:
    """Address of a document, or of a span in it, that keeps the time of this page."""
    place = f"#{highlights.anchor(span)}" if span is not None else ""
    return f"/article/{document_id}{context['ask'].carried()}{place}"


@register.simple_tag
def incident_deeds(incident_id: str) -> tuple[Deed, ...]:
    """What was decided about an incident, the newest first."""
    return history(incident_id)


@register.simple_tag
def report_deeds(document_id: str, report_id: str) -> tuple[Deed, ...]:
    """What was decided about a report, the newest first."""
    return history(f"{document_id}/{report_id}")


@register.simple_tag
def givable_fields() -> tuple[str, ...]:
    """Fields a person may give another value for."""
    return GIVABLE


@register.filter
def plain(word: str) -> str:
    """A machine word as people read it."""
    return words.plain(word)


@register.filter
def day(value: date) -> str:
    """A calendar day."""
    return words.day(value)


@register.filter
def moment(value: datetime) -> str:
    """A UTC time."""
    return words.moment(value)


@register.filter
def when_text(value: When | None) -> str:
    """A day as far as it is known."""
    return words.when_text(value)


@register.filter
def place_name(value: Place | None) -> str:
    """A place with region and country."""
    return words.place_name(value)


@register.filter
def place_precision(value: Place | None) -> str:
    """How precisely a place is known."""
    return words.place_precision(value)


@register.filter
def value_text(value: Value) -> str:
    """A value, or its state in words."""
    return words.value_text(value)


@register.filter
def number_text(value: Value) -> str:
    """The figure of a value without its scope, or its state in words."""
    known = value.state == "reported" and isinstance(value.datum, Figure)
    return words.datum_text(value.datum) if known and value.datum is not None else words.value_text(value)


@register.filter
def scope_text(value: Value) -> str:
    """Who is counted, when it is not simply the victims."""
    return words.figure_scope(value)


@register.filter
def datum_text(value: Datum) -> str:
    """Any value of an assertion."""
    return words.datum_text(value)


@register.filter
def field_name(field: str) -> str:
    """Label of a field."""
    return words.field_name(field)


@register.filter
def basis_text(basis: str) -> str:
    """How a piece of metadata is known."""
    return words.BASES.get(basis, basis)


@register.filter
def rule_name(rule: str) -> str:
    """Label of a rule."""
    return words.RULES.get(rule, words.plain(rule))


@register.filter
def reason_name(reason: str) -> str:
    """Label of the reason of a disagreement."""
    return words.REASONS.get(reason, words.plain(reason))


@register.filter
def status_help(status: str) -> str:
    """What an incident's status means."""
    return words.STATUS_HELP.get(status, "")


@register.filter
def reports(number: int) -> str:
    """A number of reports."""
    return words.counted(number, "report")


@register.filter
def origins(number: int) -> str:
    """A number of independent origins."""
    return words.counted(number, "origin")


@register.filter
def incidents(number: int) -> str:
    """A number of incidents."""
    return words.counted(number, "incident")


@register.filter
def pieces(number: int) -> str:
    """A number of pieces."""
    return words.counted(number, "piece")


@register.filter
def judgement_words(value: Judgement) -> str:
    """What was decided, in a few words."""
    return in_words(value)


@register.filter
def group_name(group: str) -> str:
    """Label of a group of items in the agreement."""
    return words.GROUPS.get(group, words.plain(group))


@register.filter
def quote_parts(row: AssertionRow) -> tuple[str, str, str]:
    """An evidence sentence cut around its words."""
    return evidence.quote_parts(row)


@register.filter
def snippet(hit: SearchHit) -> SafeString:
    """A search snippet with its matches marked."""
    return highlights.snippet(hit.snippet, hit.marks)


@register.filter
def words_of(span: Span, text: str) -> str:
    """The words a span covers."""
    return span.of(text)
