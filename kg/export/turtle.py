"""Turtle: all that a corpus holds but its named graphs; for people and for ontology editors.

Lacks, besides what TriG lacks, the names of graphs: a claim still says from which document it is
derived, a plain triple no longer says which document tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.rdf import Graph, dataset
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, prefixes
from kg.graph.provenance import Run
from kg.graph.turtle import generate_turtle as in_order
from kg.model import Corpus


def generate_turtle(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of a Turtle file, the union of all graphs."""
    yield from in_order(dataset(graph, base=base, run=run), prefixes(base))


def write_turtle(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write a Turtle file."""
    write_text(generate_turtle(graph, base=base, run=run), path)


def read_turtle(path: Path) -> Corpus:
    """The corpus of a file that ends in `.ttl`."""
    return read_corpus(path)
