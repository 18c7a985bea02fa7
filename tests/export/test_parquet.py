"""The Parquet folder, read by pyarrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet  # type: ignore[import-untyped]

from kg.errors import ExportError
from kg.export import write
from kg.model import Actor, Corpus
from tests.corpora import corpus

Rows = list[dict[str, Any]]


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Rows]:
    path = tmp_path / "graph.parquet"
    write(corpus(), path)
    return {file.stem: parquet.read_table(file).to_pylist() for file in path.iterdir()}


def test_the_folder_holds_five_tables(tables: dict[str, Rows]) -> None:
    sizes = {name: len(rows) for name, rows in tables.items()}
    assert sizes.keys() == {"actors", "statements", "claims", "evidence", "documents"}
    assert (sizes["actors"], sizes["statements"], sizes["claims"]) == (9, 11, 15)


def test_an_actor_has_its_names(tables: dict[str, Rows]) -> None:
    assert next(row for row in tables["actors"] if row["id"] == "vladimir-putin") == {
        "id": "vladimir-putin",
        "label": "Vladimir Putin",
        "type": "Person",
        "aliases": [],
        "acts_for": ["russia"],
        "same_as": "Q7747",
    }


def test_tables_refer_to_each_other(tables: dict[str, Rows]) -> None:
    actors, statements, claims = (
        {row["id"] for row in tables[name]} for name in ("actors", "statements", "claims")
    )
    assert {row["subject"] for row in tables["statements"]} <= actors
    assert {row["object"] for row in tables["statements"]} <= actors
    assert {row["statement"] for row in tables["claims"]} == statements
    assert {row["claim"] for row in tables["evidence"]} == claims
    homes = {(row["digest"], row["name"]) for row in tables["documents"]}
    assert {(row["document_id"], row["document"]) for row in tables["evidence"]} == homes


def test_evidence_quotes_the_documents(tables: dict[str, Rows]) -> None:
    texts = {document.id: document.text for document in corpus().documents}
    for row in tables["evidence"]:
        assert texts[row["document_id"]][row["start"] : row["end"]] == row["text"]
    denied = next(row["id"] for row in tables["claims"] if row["attributed_to"] == "the ministry")
    words = {row["role"]: row["text"] for row in tables["evidence"] if row["claim"] == denied}
    sentence = words.pop("sentence")
    assert sentence.startswith("Armenia denied the charges, and Baku did not attack")
    assert words == {
        "quote": "Baku did not attack Armenia",
        "cue": "attack",
        "scope": "not",
        "subject": "Baku",
        "object": "Armenia",
        "source": "the ministry",
    }


def test_equal_corpora_give_equal_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write(corpus(), tmp_path / f"{name}.parquet")
    for file in (tmp_path / "a.parquet").iterdir():
        assert file.read_bytes() == (tmp_path / "b.parquet" / file.name).read_bytes()


def test_characters_that_have_no_encoding_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "graph.parquet"
    write(Corpus((), (Actor("x", "a\ud800b", "Country", ("\x00",)),), ()), path)
    [row] = parquet.read_table(path / "actors.parquet").to_pylist()
    assert (row["label"], row["aliases"]) == ("a\ufffdb", ["\ufffd"])


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "graph.parquet"
    path.write_text("")
    with pytest.raises(ExportError, match="cannot be made"):
        write(corpus(), path)
