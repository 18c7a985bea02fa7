"""Corpora into files, and out of those that carry the whole."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.formats import FORMATS, Format, format_of, named
from kg.model import Corpus

if TYPE_CHECKING:
    from kg.export.rdf import Graph
    from kg.graph.provenance import Run

# what a build writes into its folder
FILES = {
    "statements.jsonl": "jsonl",
    "graph.trig": "trig",
    "graph.ttl": "turtle",
    "graph.nq": "nquads",
    "graph.jsonld": "jsonld",
    "graph.graphml": "graphml",
    "statements.csv": "csv",
    "index.html": "html",
}


def write(
    graph: Graph,
    path: Path,
    format: str | None = None,
    *,
    base: str | None = None,
    run: Run | None = None,
) -> None:
    """Write a file of this format, or of the one that its ending tells.

    `graph` is a corpus, or quads, which may hold what other programs said: they go as they are
    into RDF. `base` (of the IRIs of the data) and `run` (what made the corpus) serve RDF alone.
    """
    format_ = named(format) if format else format_of(path)
    options = _options(format_, base=base, run=run)
    _verb("write", format_)(graph if format_.rdf else corpus_of(graph), path, **options)


def generate(
    graph: Graph, format: str, *, base: str | None = None, run: Run | None = None
) -> Iterator[str]:
    """The text that `write` would write, in chunks; a binary format raises `ExportError`."""
    format_ = named(format)
    if format_.binary:
        raise ExportError(f"{format_.name} is no text: give a path to write it to")
    options = _options(format_, base=base, run=run)
    text = _verb("generate", format_)(graph if format_.rdf else corpus_of(graph), **options)
    yield from [text] if isinstance(text, str) else text


def read(path: Path) -> Corpus:
    """The corpus of a file whose format, told by its ending, carries the whole."""
    format_ = format_of(path)
    if not format_.whole:
        whole = ", ".join(name for name, known in FORMATS.items() if known.whole)
        raise ExportError(
            f"{path}: {format_.name} does not carry the whole but {format_.carries}: read one of "
            f"{whole}"
        )
    corpus: Corpus = _verb("read", format_)(path)
    return corpus


def load(path: Path) -> Graph:
    """What a file holds: the quads of an RDF file, the corpus of any other that can be read."""
    if not format_of(path).rdf:
        return read(path)
    from kg.graph.files import read_rdf

    return read_rdf(path)


def corpus_of(graph: Graph) -> Corpus:
    """The corpus that quads hold, or a corpus as it is."""
    if isinstance(graph, Corpus):
        return graph
    from kg.graph.corpus import from_rdf

    return from_rdf(graph)


def convert(
    source: Path, target: Path, format: str | None = None, *, base: str | None = None
) -> None:
    """Write what the file `source` holds to `target`, in this format or as the ending tells.

    From RDF to RDF every quad goes over as it is.
    """
    write(load(source), target, format or format_of(target).name, base=base)


def write_folder(corpus: Corpus, folder: Path, *, run: Run | None = None) -> list[Path]:
    """Write what a build leaves: statements, RDF, GraphML, CSV and the page; returns the paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made: {error.strerror}") from error
    from kg.export.rdf import dataset

    held = dataset(corpus, run=run)
    for name, format_ in FILES.items():
        write(held if FORMATS[format_].rdf else corpus, folder / name, format_)
    return [folder / name for name in FILES]


def _options(format_: Format, **options: Any) -> dict[str, Any]:
    return {key: value for key, value in options.items() if format_.rdf and value is not None}


def _verb(verb: str, format_: Format) -> Any:
    return getattr(import_module(format_.module), f"{verb}_{format_.name}")
