"""N-Quads: all that a corpus holds, a quad a line; for loading, sorting and comparing.

Carries and lacks what TriG does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat

from kg.export.rdf import Graph, dataset, lines
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE
from kg.graph.provenance import Run
from kg.model import Corpus


def generate_nquads(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The lines of an N-Quads file, sorted."""
    yield from lines(dataset(graph, base=base, run=run), RdfFormat.N_QUADS)


def write_nquads(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write an N-Quads file."""
    write_text(generate_nquads(graph, base=base, run=run), path)


def read_nquads(path: Path) -> Corpus:
    """The corpus of a file that ends in `.nq`."""
    return read_corpus(path)
