"""What one request may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a query; one that goes beyond is stopped, and its process with it."""

    seconds: float = 10.0
    memory: int = 1_000_000_000  # bytes beyond what an idle worker has
    rows: int = 100_000
    answer: int = 64_000_000  # bytes
    query: int = 1_000_000  # bytes
    upload: int = 32_000_000  # bytes
    depth: int = 64  # brackets inside one another
    workers: int = 10  # queries at one time
    waiting: int = 100  # queries that wait for their turn
