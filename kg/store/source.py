"""An embedded store as something to read: its published graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Self

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

from kg.errors import QueryError, StoreError
from kg.graph.corpus import from_rdf
from kg.graph.names import Names, prefixes
from kg.graph.tokens import names_dataset
from kg.model import Corpus
from kg.store.embedded import ENGINE_ERRORS, open_published
from kg.store.folder import Folder
from kg.store.ledger import ledger_graph

Answer = QuerySolutions | QueryBoolean | QueryTriples


class Snapshot:
    """What an embedded store had published when it was opened; later writing does not change it."""

    def __init__(self, path: Path) -> None:
        self.base = Folder(path).base()
        self.store, self.published, self._pin = open_published(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pin.close()

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL query; without FROM, the default graph is the union of all."""
        try:
            return self.store.query(
                text,
                use_default_graph_as_union=not names_dataset(text),
                prefixes=prefixes(self.base),
            )
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query cannot be read: {error}") from error
        except ENGINE_ERRORS as error:
            raise StoreError(f"the query cannot be answered: {error}") from error

    def quads(self) -> Iterator[Quad]:
        """Every quad but those of the ledger."""
        ledger = ledger_graph(Names(self.base))
        try:
            for quad in self.store:
                if quad.graph_name != ledger:
                    yield quad
        except ENGINE_ERRORS as error:
            raise StoreError(f"the store cannot be read: {error}") from error

    def corpus(self) -> Corpus:
        """What the graph says, as values."""
        return from_rdf(self.quads())
