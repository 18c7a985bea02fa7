"""Where a graph is kept: a folder (Oxigraph on disk) or a SPARQL 1.1 service."""

from kg.store.opening import open_source, open_store

__all__ = ["open_source", "open_store"]
