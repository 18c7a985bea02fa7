"""The two databases of a store: the graph, and the ledger.

The ledger has a database of its own so that no query over the graph meets it: not the union of all
graphs, not `GRAPH ?g`, not a path over any predicate. (A service has one dataset; there the ledger
is a named graph.)
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pyoxigraph import Store

from kg.store.journal import Entry

GRAPH, LEDGER = "graph", "ledger"  # folders


class Databases:
    """Both, open."""

    def __init__(self, graph: Store, ledger: Store) -> None:
        self.graph, self.ledger = graph, ledger

    @classmethod
    def writing(cls, folder: Path) -> Self:
        """Open those in a folder for writing; make them where there are none."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(Store(str(folder / GRAPH)), Store(str(folder / LEDGER)))

    @classmethod
    def reading(cls, folder: Path) -> Self:
        """Open those in a folder that never changes."""
        return cls(Store.read_only(str(folder / GRAPH)), Store.read_only(str(folder / LEDGER)))

    def copy(self, folder: Path) -> None:
        """Write checkpoints into a folder: hard links where the disk is the same."""
        folder.mkdir(parents=True)
        self.graph.backup(str(folder / GRAPH))
        self.ledger.backup(str(folder / LEDGER))

    def flush(self) -> None:
        """Have all on the disk."""
        self.graph.flush()
        self.ledger.flush()

    def do(self, entry: Entry) -> None:
        """Do a change."""
        self.graph.update(entry.graph)
        if entry.ledger:
            self.ledger.update(entry.ledger)
