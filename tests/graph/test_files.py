from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize

from kg.errors import ExportError
from kg.graph.files import RDF_FORMATS, read_corpus, read_dataset, write_text
from kg.graph.rdf import to_rdf
from kg.graph.statements import generate_statements
from tests.corpora import corpus

LINES = list(generate_statements(corpus()))


@pytest.mark.parametrize("ending", [".trig", ".nq", ".ttl", ".nt", ".jsonld"])
def test_a_graph_file_is_read_by_its_ending(tmp_path: Path, ending: str) -> None:
    file, format_ = tmp_path / f"graph{ending}", RDF_FORMATS[ending]
    quads = to_rdf(corpus())
    given = quads if format_.supports_datasets else {quad.triple for quad in quads}
    serialize(given, file, format=format_)
    assert list(generate_statements(read_corpus(file))) == LINES


def test_statements_are_a_graph_file_too(tmp_path: Path) -> None:
    file = tmp_path / "statements.jsonl"
    write_text(LINES, file)
    assert list(generate_statements(read_corpus(file))) == LINES
    told = [q for q in read_dataset(file) if q.predicate.value.endswith("/summonsEnvoyOf")]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"<urn:a> <urn:b> .", "a.ttl: not valid Turtle"),
        ("a.nq", b"\xff", "a.nq: not valid N-Quads"),
        ("a.jsonld", b'{"@context": "http://127.0.0.1:9/c"}', "a.jsonld: not valid JSON-LD"),
        ("a.docx", b"", "the ending tells the format"),
        ("a.rdf", b"<a>", "a.rdf: not well-formed XML"),
    ],
)
def test_what_is_no_graph_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ExportError, match=message):
        read_corpus(file)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"none\.ttl: cannot be read: No such file"):
        read_corpus(tmp_path / "none.ttl")


def test_xml_with_a_document_type_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    file = tmp_path / "bomb.rdf"
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    file.write_text(
        f'<!DOCTYPE r [<!ENTITY e0 "ha">{entities}]><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&e9;</rdf:RDF>'
    )
    with pytest.raises(ExportError, match="declares a document type"):
        read_corpus(file)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old")

    def chunks() -> object:
        yield "new"
        raise ExportError("half way")

    with pytest.raises(ExportError, match="half way"):
        write_text(chunks(), file)  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
    assert file.read_text() == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"graph\.ttl: cannot be written: No such file"):
        write_text(["x"], tmp_path / "none" / "graph.ttl")


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(["a", "b"], pipe)
        assert os.read(reader, 10) == b"ab"
    finally:
        os.close(reader)


def test_the_formats_are_those_of_pyoxigraph() -> None:
    assert {f.file_extension for f in RDF_FORMATS.values()} == {e[1:] for e in RDF_FORMATS}
    assert RdfFormat.N3 not in RDF_FORMATS.values()
