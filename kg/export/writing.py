"""Corpora into files, and out of those that carry the whole."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.formats import FORMATS, Format, format_of, named
from kg.graph.names import BASE
from kg.model import Corpus

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
_RDF = ("trig", "nquads", "jsonld", "turtle", "ntriples", "rdfxml")


def write(corpus: Corpus, path: Path, format: str | None = None, *, base: str = BASE) -> None:
    """Write a file of this format, or of the one that its ending tells.

    `base` begins the IRIs of RDF data.
    """
    format_ = named(format) if format else format_of(path)
    options = {"base": base} if format_.name in _RDF else {}
    _verb("write", format_)(corpus, path, **options)


def read(path: Path, format: str | None = None) -> Corpus:
    """The corpus of a file whose format carries the whole."""
    format_ = named(format) if format else format_of(path)
    if not format_.whole:
        whole = ", ".join(name for name, known in FORMATS.items() if known.whole)
        raise ExportError(
            f"{path}: {format_.name} does not carry the whole ({format_.carries}): read one of "
            f"{whole}"
        )
    corpus: Corpus = _verb("read", format_)(path)
    return corpus


def convert(
    source: Path,
    target: Path,
    *,
    read_as: str | None = None,
    write_as: str | None = None,
    base: str = BASE,
) -> None:
    """Write what `source` holds to `target`; formats are told by the endings, or named.

    From RDF to RDF every quad goes over as it is, also what other programs added.
    """
    old, new = (
        named(name) if name else format_of(path)
        for name, path in ((read_as, source), (write_as, target))
    )
    if old.name in _RDF and new.name in _RDF:
        from kg.graph.files import read_rdf

        _verb("write", new)(read_rdf(source, old.endings[0]), target, base=base)
    else:
        write(read(source, old.name), target, new.name, base=base)


def write_folder(corpus: Corpus, folder: Path) -> list[Path]:
    """Write what a build leaves: statements, RDF, GraphML, CSV and the page; returns the paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made: {error.strerror}") from error
    for name, format_ in FILES.items():
        write(corpus, folder / name, format_)
    return [folder / name for name in FILES]


def _verb(verb: str, format_: Format) -> Any:
    return getattr(import_module(format_.module), f"{verb}_{format_.name}")
