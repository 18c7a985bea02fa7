"""N-Triples: all that a corpus holds but its named graphs, a triple a line.

Carries and lacks what Turtle does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat

from kg.export.rdf import Graph, dataset, lines, triples
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE
from kg.graph.provenance import Run
from kg.model import Corpus


def generate_ntriples(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The lines of an N-Triples file, sorted."""
    yield from lines(triples(dataset(graph, base=base, run=run)), RdfFormat.N_TRIPLES)


def write_ntriples(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write an N-Triples file."""
    write_text(generate_ntriples(graph, base=base, run=run), path)


def read_ntriples(path: Path) -> Corpus:
    """The corpus of a file that ends in `.nt`."""
    return read_corpus(path)
