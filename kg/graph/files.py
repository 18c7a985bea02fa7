"""Graph files (statements.jsonl, and RDF in its usual endings) as a dataset or as a corpus."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Dataset, RdfFormat, parse

from kg.errors import ExportError
from kg.graph.corpus import from_rdf
from kg.graph.names import BASE
from kg.graph.provenance import Run
from kg.graph.rdf import to_rdf
from kg.graph.reifiers import stated
from kg.graph.statements import read_statements
from kg.model import Corpus

RDF_FORMATS = {
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
STATEMENTS = ".jsonl"


def read_corpus(path: Path) -> Corpus:
    """The corpus of a graph file."""
    return read_statements(path) if _ending(path) == STATEMENTS else from_rdf(read_rdf(path))


def read_dataset(path: Path, *, base: str = BASE, run: Run | None = None) -> Dataset:
    """The RDF dataset of a graph file; `base` and `run` serve where it is made of statements."""
    if _ending(path) == STATEMENTS:
        return to_rdf(read_statements(path), base=base, run=run)
    return read_rdf(path)


def read_rdf(path: Path, *, base: str = "file:///graph") -> Dataset:
    """Parse an RDF file by its ending; nothing that it names is fetched.

    `base` is what relative IRIs in it are relative to.

    Claims that are reifiers (RDF 1.2) come back as claims that state statements.
    """
    format_ = RDF_FORMATS[_ending(path)]
    try:
        data = path.read_bytes()
        if format_ == RdfFormat.RDF_XML:
            refuse_doctype(data, path)
        return Dataset(stated(parse(data, format_, base_iri=base)))
    except (SyntaxError, ValueError) as error:
        raise ExportError(f"{path}: not valid {format_.name}: {error}") from error
    except OSError as error:
        raise ExportError(f"{path}: cannot be read: {error.strerror}") from error


def refuse_doctype(data: bytes, path: Path) -> None:
    """Raise `ExportError` for XML that declares a document type or an entity.

    Parsing such a file could cost any amount of memory.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    try:
        for _ in iterparse(io.BytesIO(data), forbid_dtd=True):
            pass
    except DefusedXmlException as error:
        raise ExportError(
            f"{path}: declares a document type; such XML is not read: {error}"
        ) from error
    except ParseError as error:
        raise ExportError(f"{path}: not well-formed XML: {error}") from error


def write_text(chunks: Iterable[str], path: Path) -> None:
    """Write a whole file or none: a name is taken only by what is complete."""
    write_bytes((chunk.encode() for chunk in chunks), path)


def write_bytes(chunks: Iterable[bytes], path: Path) -> None:
    """Write a whole file or none; what is no plain file, such as a pipe, is written as it is."""
    path = path.resolve()
    unfinished = path.with_name(f".{path.name[:200]}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():
            unfinished = path
        try:
            with unfinished.open("wb") as file:
                file.writelines(chunks)
            if unfinished != path:
                unfinished.replace(path)
        except BaseException:
            if unfinished != path:
                unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror}") from error


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending != STATEMENTS and ending not in RDF_FORMATS:
        known = ", ".join([STATEMENTS, *RDF_FORMATS])
        raise ExportError(
            f"{path}: the ending tells the format of a graph file and is one of {known}"
        )
    return ending
