from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.files import write_text
from kg.graph.names import prefixes
from kg.graph.rdf import to_rdf
from kg.graph.statements import generate_statements
from kg.graph.turtle import generate_trig
from kg.graph.validate import Finding, validate
from tests.corpora import corpus

TEXTS = {document.name: document.text for document in corpus().documents}


@pytest.fixture
def statements(tmp_path: Path) -> Path:
    file = tmp_path / "statements.jsonl"
    write_text(generate_statements(corpus()), file)
    return file


def test_a_graph_that_we_made_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "graph.trig"
    write_text(generate_trig(to_rdf(corpus()), prefixes()), file)
    assert validate(file).valid


def test_statements_are_checked_against_the_shapes_and_the_texts(statements: Path) -> None:
    assert validate(statements).findings == ()
    assert validate(statements, TEXTS).findings == ()


def test_every_broken_line_is_reported(statements: Path) -> None:
    lines = statements.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace('"asserted"', '"certain"')
    lines[3] = "{}\n"
    write_text(lines, statements)
    report = validate(statements)
    assert not report.valid
    assert [finding.place for finding in report.findings] == [
        "statements.jsonl:2",
        "statements.jsonl:4",
    ]
    assert report.findings[1] == Finding("statements.jsonl:4", "key document is missing")


def test_a_text_that_has_changed_is_reported_with_the_quotes_that_moved(statements: Path) -> None:
    changed = TEXTS | {"envoy": TEXTS["envoy"].replace("Friday", "Monday, in the morning,")}
    messages = [f.message for f in validate(statements, changed).findings]
    assert "the text of 'envoy' is not the one that was read" in messages
    assert any("not 'Armenia accused Russia'" in message for message in messages)
    assert not any("not 'Russia summoned Armenia'" in message for message in messages)


def test_lines_that_contradict_each_other_are_reported(statements: Path) -> None:
    lines = statements.read_text(encoding="utf-8").splitlines(keepends=True)
    write_text([*lines, lines[0].replace("Bastion", "Leopard")], statements)
    (finding,) = validate(statements).findings
    assert "is both" in finding.message
