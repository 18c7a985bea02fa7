"""Stores by where they are: a folder is an embedded store, a URL a SPARQL 1.1 service."""

from __future__ import annotations

from pathlib import Path

from kg.graph.names import BASE
from kg.store.embedded import EmbeddedStore
from kg.store.source import Snapshot


def open_source(location: str | Path) -> Snapshot:
    """Open a store to read it and to ask it queries; use what comes as a context."""
    return Snapshot(Path(location))


def open_store(location: str | Path, *, base: str = BASE) -> EmbeddedStore:
    """Open a store to change it, and make it if there is none; use what comes as a context."""
    return EmbeddedStore(Path(location), base=base)
