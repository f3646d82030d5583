"""`/metrics` for Prometheus and `/health` for whoever keeps the service running.

Numbers come from the ledger, so they survive a restart and are the same whichever process answers. Sources are named
by their id, never by an address, which may hold a key.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, GC_COLLECTOR, PLATFORM_COLLECTOR, PROCESS_COLLECTOR
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector, CollectorRegistry

from sayso.app.vitals import Vitals, state, vitals
from sayso.model.source import HEALTH, OUTCOMES


def metrics(request: HttpRequest) -> HttpResponse:
    """Counters and gauges in Prometheus' text format."""
    registry = CollectorRegistry()
    for part in (PROCESS_COLLECTOR, PLATFORM_COLLECTOR, GC_COLLECTOR, _Ledger(vitals())):
        registry.register(part)
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def health(request: HttpRequest) -> JsonResponse:
    """200 while everything that should run runs, 503 when a part of the service is stuck or in trouble."""
    now = state()
    made = {"status": "ok" if now.well else "trouble", "collecting": now.collecting, "parts": dict(now.parts)}
    return JsonResponse(made, status=200 if now.well else 503)


class _Ledger(Collector):
    """What the ledger tells, at one moment."""

    def __init__(self, now: Vitals) -> None:
        self._now = now

    def collect(self) -> Iterator[Metric]:
        """The metrics, in a fixed order."""
        now, counts = self._now, self._now.counts
        looks = CounterMetricFamily("sayso_looks", "Looks at sources by what they came to.", labels=["outcome"])
        for outcome in OUTCOMES:
            looks.add_metric([outcome], counts.get(f"looks:{outcome}", 0))
        yield looks
        yield CounterMetricFamily("sayso_items", "Items found for the first time.", value=counts.get("items", 0))
        yield CounterMetricFamily("sayso_captures", "Versions of items captured.", value=counts.get("captures", 0))
        yield CounterMetricFamily(
            "sayso_same", "Looks at an item that found what is known.", value=counts.get("same", 0)
        )
        yield CounterMetricFamily("sayso_readings", "Captured documents read.", value=counts.get("read", 0))
        yield CounterMetricFamily("sayso_refused", "Captured documents put aside.", value=counts.get("refused", 0))
        yield GaugeMetricFamily("sayso_quarantine", "Inputs in quarantine, of whatever origin.", value=now.quarantine)
        queue = GaugeMetricFamily("sayso_queue", "Items by state.", labels=["state"])
        for name in ("waiting", "captured", "read", "refused"):
            queue.add_metric([name], now.items.get(name, 0))
        yield queue
        fares = GaugeMetricFamily("sayso_sources", "Sources by how they fare.", labels=["health"])
        for word in HEALTH:
            fares.add_metric([word], now.sources.get(word, 0))
        yield fares
        yield from self._times()

    def _times(self) -> Iterator[Metric]:
        success = GaugeMetricFamily(
            "sayso_source_last_success_timestamp_seconds", "The last look that reached the source.", labels=["source"]
        )
        item = GaugeMetricFamily(
            "sayso_source_last_item_timestamp_seconds", "The last look that found a new item.", labels=["source"]
        )
        for source, (reached, found) in self._now.last.items():
            if reached:
                success.add_metric([source], reached.timestamp())
            if found:
                item.add_metric([source], found.timestamp())
        yield success
        yield item
        running = 1.0 if self._now.running else 0.0
        yield GaugeMetricFamily("sayso_collecting", "1 while a service collects into this ledger.", value=running)
