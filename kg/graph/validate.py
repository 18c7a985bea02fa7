"""Whether a graph file keeps the rules: ontology/shapes.ttl, and the offsets of statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Dataset, RdfFormat, serialize

from kg import resources
from kg.errors import ValidationError
from kg.graph.excerpt import sparse
from kg.graph.files import STATEMENTS, read_rdf
from kg.graph.rdf import to_rdf
from kg.graph.records import Record
from kg.graph.statements import parse_statements, read_lines
from kg.model import Span, digest

if TYPE_CHECKING:
    import rdflib

WHOLE_GRAPH = "https://w3id.org/actorgraph/shapes#Graph"  # the focus of rules on many nodes


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One rule that is broken: where, what the rule says, and the value that breaks it."""

    place: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, in order; nothing found means that the file is valid."""

    findings: tuple[Finding, ...]

    @property
    def valid(self) -> bool:
        """Whether no rule is broken."""
        return not self.findings


def validate(path: Path, texts: Mapping[str, str] | None = None) -> Report:
    """Check a graph file; quotations are checked against `texts`, the documents by name."""
    if path.suffix.lower() != STATEMENTS:
        return Report(shape_findings(read_rdf(path)))
    lines = read_lines(path)
    found = tuple(sorted(_line_findings(lines, path.name, texts or {})))
    if found:
        return Report(found)
    try:
        return Report(shape_findings(to_rdf(parse_statements(lines, path.name))))
    except ValidationError as error:
        return Report((Finding(path.name, str(error)),))


def shape_findings(dataset: Dataset) -> tuple[Finding, ...]:
    """What breaks a shape, in the union of all graphs."""
    import pyshacl

    _, report, _ = pyshacl.validate(_graph(dataset), shacl_graph=_shapes())
    return tuple(sorted(_findings(report)))


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    from rdflib import SH

    for result in report.objects(None, SH.result):
        value, message = (report.value(result, p) for p in (SH.value, SH.resultMessage))
        place = report.value(result, SH.focusNode)
        if str(place) == WHOLE_GRAPH:
            place, value = value, None
        yield Finding(str(place), str(message), str(value or ""))


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(resources.folder("ontology") / "shapes.ttl", format="turtle")


def _graph(dataset: Dataset) -> rdflib.Graph:
    import rdflib

    triples = {quad.triple: None for quad in dataset}
    lines = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines, format="nt")


def _line_findings(lines: list[str], name: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _record_findings(line, f"{name}:{number}", texts)


def _record_findings(line: str, where: str, texts: Mapping[str, str]) -> Iterator[Finding]:
    try:
        record = Record.parse(line, where)
        pieces = list(record.pieces())
        record.claim(sparse(pieces))
    except ValidationError as error:
        yield Finding(where, str(error).removeprefix(f"{where}: "))
        return
    if (text := texts.get(record.key[1])) is not None:
        yield from _text_findings(record, pieces, text)


def _text_findings(record: Record, pieces: list[tuple[Span, str]], text: str) -> Iterator[Finding]:
    where, (id_, name) = record.fields.where, record.key
    if digest(text) != id_:
        yield Finding(where, f"the text of {name!r} is not the one that was read", id_)
    for span, words in pieces:
        if span.of(text) != words:
            place = f"text[{span.start}:{span.end}]"
            yield Finding(where, f"{place} is {span.of(text)!r}, not {words!r}", words)
