"""Stores by where they are: a folder is an embedded store, a URL a SPARQL 1.1 service."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.names import BASE
from kg.store.embedded import EmbeddedStore
from kg.store.source import Snapshot

if TYPE_CHECKING:
    from kg.store.remote import RemoteSource, RemoteStore


def open_source(location: str | Path) -> Snapshot | RemoteSource:
    """Open a store to read it and to ask it queries; use what comes as a context."""
    if is_url(location):
        from kg.store.remote import RemoteSource

        return RemoteSource(str(location))
    return Snapshot(Path(location))


def open_store(location: str | Path, *, base: str = BASE) -> EmbeddedStore | RemoteStore:
    """Open a store to change it, and make it if there is none; use what comes as a context."""
    if is_url(location):
        from kg.store.remote import RemoteStore

        return RemoteStore(str(location), base=base)
    return EmbeddedStore(Path(location), base=base)


def is_url(location: str | Path) -> bool:
    """Whether a store is behind a service."""
    return isinstance(location, str) and "://" in location
