"""The folder for neo4j-admin, read by Python's csv module and the rules of its headers."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from kg.errors import ExportError
from kg.export import write
from kg.export.tables import edges, nodes
from kg.model import Actor, Corpus
from tests.corpora import corpus
from tests.strategies import corpora

# a property has a name and a type; an id, a label and an end have a space or none
_HEADER = re.compile(
    r"(?P<name>\w*):(?P<type>ID|START_ID|END_ID|LABEL|TYPE|string|long|double|boolean)"
    r"(?P<array>\[\])?(?:\((?P<space>\w+)\))?$"
)
_READ: dict[str, Callable[[str], Any]] = {
    "long": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}
_PARTED = "\x1f"


class Import:
    """What the importer makes of a folder."""

    def __init__(self, folder: Path) -> None:
        self.options = (folder / "import.args").read_text("utf-8").splitlines()
        assert "--array-delimiter=U+001F" in self.options
        self.nodes = [node for name in self.files("nodes") for node in self.rows(folder / name)]
        self.edges = [e for name in self.files("relationships") for e in self.rows(folder / name)]

    def files(self, kind: str) -> list[str]:
        found = [option.partition("=") for option in self.options]
        return [name for option, _, name in found if option == f"--{kind}"]

    def rows(self, path: Path) -> list[dict[str, Any]]:
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file, strict=True)
        columns = []
        for cell in head:
            match = _HEADER.match(cell)
            assert match, cell
            columns.append(match)
        assert {len(row) for row in rows} <= {len(columns)}
        return [dict(map(self.cell, columns, row)) for row in rows]

    def cell(self, column: re.Match[str], text: str) -> tuple[str, Any]:
        kind = column["type"]
        if column["space"]:
            return kind, (column["space"], text)
        if kind in ("LABEL", "TYPE"):
            return kind, text.split(_PARTED)
        if column["array"]:
            return column["name"], text.split(_PARTED) if text else []
        return column["name"], _READ.get(kind, str)(text) if text else None


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    path = tmp_path / "graph.neo4j"
    write(corpus(), path)
    return Import(path)


def test_an_actor_has_two_labels_and_its_names(imported: Import) -> None:
    [putin] = [node for node in imported.nodes if node["ID"] == ("Actor", "vladimir-putin")]
    assert putin == {
        "ID": ("Actor", "vladimir-putin"),
        "LABEL": ["Actor", "Person"],
        "label": "Vladimir Putin",
        "type": "Person",
        "aliases": [],
        "acts_for": ["russia"],
        "same_as": "Q7747",
    }


def test_a_statement_is_a_relationship_with_typed_values(imported: Import) -> None:
    [edge] = [edge for edge in imported.edges if edge["TYPE"] == ["attacks"]]
    known = {
        "START_ID": ("Actor", "azerbaijan"),
        "END_ID": ("Actor", "armenia"),
        "told": True,
        "contested": True,
        "negated": 1,
        "plover_score": -9.0,
        "speakers": ["the ministry"],
    }
    assert known.items() <= edge.items()


def test_every_end_is_a_node_of_its_space_and_ids_are_unique(imported: Import) -> None:
    ids = [node["ID"] for node in imported.nodes]
    assert len(ids) == len(set(ids)) == 9 + 3 + 15
    for edge in imported.edges:
        assert {edge["START_ID"], edge["END_ID"]} <= set(ids)


def test_a_claim_is_tied_to_its_actors_and_its_document(imported: Import) -> None:
    [claim] = [n for n in imported.nodes if n.get("quote") == "Baku did not attack Armenia"]
    ends = {e["TYPE"][0]: e["END_ID"][1] for e in imported.edges if e["START_ID"] == claim["ID"]}
    assert ends.pop("STATED_IN").endswith("-envoy")
    assert ends == {"SUBJECT": "azerbaijan", "OBJECT": "armenia", "SOURCE": "armenian-ministry"}


def test_no_text_and_nothing_differ(tmp_path: Path) -> None:
    path = tmp_path / "graph.neo4j"
    write(Corpus((), (Actor("x", "", "Country", same_as=None),), ()), path)
    line = (path / "actors.csv").read_text("utf-8").splitlines()[1]
    assert line == f'"x","","Country",,,,"Actor{_PARTED}Country"'


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.neo4j").write_text("")
    with pytest.raises(ExportError, match="cannot be made"):
        write(corpus(), tmp_path / "graph.neo4j")


@settings(max_examples=20)
@given(any_corpus=corpora())
def test_any_text_comes_back(any_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "graph.neo4j"
    write(any_corpus, path)
    found = {node["ID"]: node for node in Import(path).nodes}
    for table in nodes(any_corpus):
        for id, row in table.rows:
            back = found.pop((table.label, id))
            assert {name: back[name] for name in table.columns} == {
                name: _as_read(row.get(name)) for name in table.columns
            }
    assert not found
    assert len(Import(path).edges) == sum(len(table.rows) for table in edges(any_corpus))


def _as_read(value: Any) -> Any:
    """The csv module tells no empty text from nothing; items without a letter are left out."""
    if isinstance(value, list):
        return [item for item in value if item]
    return None if value == "" else value
