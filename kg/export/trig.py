"""TriG: all that a corpus holds, a named graph a document; for people and for version control.

Carries documents, actors, claims with their evidence, relations and the run, each in its named
graph. Lacks of a text all that no claim quotes; characters that XML cannot write are U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.rdf import Graph, dataset
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, prefixes
from kg.graph.provenance import Run
from kg.graph.turtle import generate_trig as in_order
from kg.model import Corpus


def generate_trig(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of a TriG file."""
    yield from in_order(dataset(graph, base=base, run=run), prefixes(base))


def write_trig(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write a TriG file."""
    write_text(generate_trig(graph, base=base, run=run), path)


def read_trig(path: Path) -> Corpus:
    """The corpus of a file that ends in `.trig`."""
    return read_corpus(path)
