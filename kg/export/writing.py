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
    from kg.graph.corpus import Report
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
    safe: bool | None = None,
    report: Report | None = None,
) -> None:
    """Write a file of this format, or of the one that its ending tells.

    `graph` is a corpus, or quads, which may hold what other programs said: they go as they are
    into RDF. `base` (of the IRIs of the data) and `run` (what made the corpus) serve RDF alone;
    `safe=False` leaves the cells of a table as they are, even where a spreadsheet may run them.
    A claim that cannot be written is left out and said to `report`; without it, it raises.
    """
    format_ = named(format) if format else format_of(path)
    options = _options(format_, base=base, run=run, safe=safe)
    _verb("write", format_)(_held(graph, format_, report), path, **options)


def generate(
    graph: Graph,
    format: str,
    *,
    base: str | None = None,
    run: Run | None = None,
    safe: bool | None = None,
    report: Report | None = None,
) -> Iterator[str]:
    """The text that `write` would write, in chunks; a binary format raises `ExportError`."""
    format_ = named(format)
    if format_.binary:
        raise ExportError(f"{format_.name} is no text: give a path to write it to")
    options = _options(format_, base=base, run=run, safe=safe)
    text = _verb("generate", format_)(_held(graph, format_, report), **options)
    yield from [text] if isinstance(text, str) else text


def read(path: Path) -> Corpus:
    """The corpus of a file whose format, told by its ending, carries the whole."""
    format_ = format_of(path)
    if not format_.whole:
        whole = ", ".join(name for name, known in FORMATS.items() if known.whole)
        raise ExportError(
            f"{path}: {format_.name} does not carry the whole but {format_.carries}; it lacks "
            f"{format_.lacks}: read one of {whole}"
        )
    corpus: Corpus = _verb("read", format_)(path)
    return corpus


def load(path: Path) -> Graph:
    """What a file holds: the quads of an RDF file, the corpus of any other that can be read."""
    if not format_of(path).rdf:
        return read(path)
    from kg.graph.files import read_rdf

    return read_rdf(path)


def corpus_of(graph: Graph, report: Report | None = None) -> Corpus:
    """The corpus that quads hold, or a corpus as it is.

    A claim or an actor that is incomplete is left out and said to `report`; without it, it raises.
    """
    if isinstance(graph, Corpus):
        return graph
    from kg.graph.corpus import from_rdf

    return from_rdf(graph, report)


def convert(
    source: Path,
    target: Path,
    format: str | None = None,
    *,
    base: str | None = None,
    safe: bool | None = None,
    report: Report | None = None,
) -> None:
    """Write what the file `source` holds to `target`, in this format or as the ending tells.

    From RDF to RDF every quad goes over as it is. A source that does not carry the whole, and a
    target that cannot hold what is there, raise `ExportError`.
    """
    name = format or format_of(target).name
    write(load(source), target, name, base=base, safe=safe, report=report)


def write_folder(corpus: Corpus, folder: Path, *, run: Run | None = None) -> list[Path]:
    """Write what a build leaves; returns the paths.

    Statements, RDF, GraphML, CSV and the page, and beside them the open claims.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made: {error.strerror}") from error
    from kg.export.rdf import dataset
    from kg.graph.files import write_text
    from kg.graph.open_claims import FILE, generate_open_claims

    held = dataset(corpus, run=run)
    for name, format_ in FILES.items():
        write(held if FORMATS[format_].rdf else corpus, folder / name, format_)
    write_text(generate_open_claims(corpus.open_claims), folder / FILE)
    return [folder / name for name in (*FILES, FILE)]


def _held(graph: Graph, format_: Format, report: Report | None) -> Graph:
    """What the format is written from: quads as they are where it can hold them."""
    from kg.export.sound import replaced, sound

    if format_.rdf and not isinstance(graph, Corpus):
        return graph
    corpus = sound(corpus_of(graph, report), report)
    if report and format_.name != "jsonl":
        for note in replaced(corpus):
            report(note)
    return corpus


def _options(format_: Format, **options: Any) -> dict[str, Any]:
    given = {key: value for key, value in options.items() if value is not None}
    if "safe" in given and "safe" not in format_.takes:
        tables = ", ".join(name for name, known in FORMATS.items() if "safe" in known.takes)
        raise ExportError(
            f"{format_.name} has no cells to mark or to leave raw: only {tables} have"
        )
    return {key: value for key, value in given.items() if key in format_.takes}


def _verb(verb: str, format_: Format) -> Any:
    return getattr(import_module(format_.module), f"{verb}_{format_.name}")
