"""Dates and times: where they stand and, as far as the text allows, which days they mean."""

from sayso.read.dates.find import DATE_VERSION, find_dates

__all__ = ["DATE_VERSION", "find_dates"]
