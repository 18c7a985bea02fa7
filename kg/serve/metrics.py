"""Counters of a running service, in the text format of Prometheus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator


class Metrics:
    """Requests and queries by the status of their answers."""

    def __init__(self) -> None:
        self.queries: Counter[int] = Counter()
        self.requests: Counter[int] = Counter()

    def asked(self, status: int) -> None:
        """Count a query."""
        self.queries[status] += 1

    def requested(self, status: int) -> None:
        """Count a request."""
        self.requests[status] += 1

    def lines(self) -> Iterator[str]:
        """All counters."""
        for name, counter, about in (
            ("kg_requests_total", self.requests, "Requests by status."),
            ("kg_queries_total", self.queries, "Queries by status."),
        ):
            yield f"# HELP {name} {about}\n# TYPE {name} counter\n"
            for status, count in sorted(counter.items()):
                yield f'{name}{{status="{status}"}} {count}\n'
