"""Corpora into files, and out of those that carry the whole."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.formats import FORMATS, Format, format_of, named
from kg.model import Corpus

if TYPE_CHECKING:
    from pyoxigraph import Dataset

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
    graph: Corpus | Dataset,
    path: Path,
    format: str | None = None,
    *,
    base: str | None = None,
    run: Run | None = None,
) -> None:
    """Write a file of this format, or of the one that its ending tells.

    `base` (of the IRIs of the data) and `run` (what made the corpus) serve the RDF formats; a
    dataset, which may hold what other programs said, goes as it is into RDF.
    """
    format_ = named(format) if format else format_of(path)
    options = {"base": base, "run": run} if format_.rdf else {}
    given = {name: value for name, value in options.items() if value is not None}
    _verb("write", format_)(graph if format_.rdf else _corpus(graph), path, **given)


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


def convert(
    source: Path, target: Path, format: str | None = None, *, base: str | None = None
) -> None:
    """Write what the file `source` holds to `target`, in this format or as the ending tells.

    From RDF to RDF every quad goes over as it is.
    """
    new = named(format) if format else format_of(target)
    if new.rdf and format_of(source).rdf:
        from kg.graph.files import read_rdf

        write(read_rdf(source), target, new.name, base=base)
    else:
        write(read(source), target, new.name, base=base)


def write_folder(corpus: Corpus, folder: Path, *, run: Run | None = None) -> list[Path]:
    """Write what a build leaves: statements, RDF, GraphML, CSV and the page; returns the paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made: {error.strerror}") from error
    for name, format_ in FILES.items():
        write(corpus, folder / name, format_, run=run)
    return [folder / name for name in FILES]


def _corpus(graph: Corpus | Dataset) -> Corpus:
    if isinstance(graph, Corpus):
        return graph
    from kg.graph.corpus import from_rdf

    return from_rdf(graph)


def _verb(verb: str, format_: Format) -> Any:
    return getattr(import_module(format_.module), f"{verb}_{format_.name}")
