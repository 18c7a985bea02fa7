"""The embedded property graph, asked in Cypher; and the Cypher export, run in the same engine."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import ExportError
from kg.export import generate, write
from kg.export.ladybug import fill, schema
from kg.export.tables import edges, nodes
from kg.model import Corpus
from tests.corpora import corpus
from tests.strategies import corpora

ladybug = pytest.importorskip("ladybug", reason="the extra propertygraph is not installed")

# what is Neo4j's own: constraints, and a second label
_NEO4J = re.compile(r"CREATE CONSTRAINT|MATCH \(n:Actor .* SET n:`")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ladybug") / "graph.lbug"
    write(corpus(), path)
    return path


@pytest.fixture(scope="module")
def written(path: Path) -> Iterator[Any]:
    """The database as a reader opens it."""
    database = ladybug.Database(path, read_only=True)
    connection = ladybug.Connection(database)
    yield connection
    connection.close()
    database.close()


@pytest.fixture(scope="module")
def run() -> Iterator[Any]:
    """A database with the same tables, filled by running the Cypher export."""
    database = ladybug.Database()
    connection = ladybug.Connection(database)
    for statement in schema(corpus()):
        connection.execute(statement)
    for line in generate(corpus(), "cypher"):
        if not _NEO4J.match(line):
            connection.execute(line)
    yield connection
    connection.close()
    database.close()


def ask(connection: Any, query: str) -> list[Any]:
    rows: list[Any] = connection.execute(query).get_all()
    return rows


@pytest.fixture(params=["written", "run"])
def graph(request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue(request.param)


def test_facts_are_found_by_their_relation(graph: Any) -> None:
    query = "MATCH (a:Actor)-[r:suppliesWeaponsTo]->(b) WHERE r.told RETURN a.label, b.label"
    assert ask(graph, query) == [["France", "Armenia"]]


def test_an_edge_has_what_a_statement_pools(graph: Any) -> None:
    query = (
        "MATCH (:Actor {id: 'azerbaijan'})-[r:attacks]->(:Actor {id: 'armenia'}) "
        "RETURN r.claims, r.contested, r.plover_score, r.speakers, r.first"
    )
    assert ask(graph, query) == [[3, True, -9.0, ["the ministry"], "2020"]]


def test_a_claim_leads_to_its_speaker_and_its_document(graph: Any) -> None:
    query = (
        "MATCH (s:Actor)<-[:SOURCE]-(c:Claim {status: 'negated'})-[:STATED_IN]->(d:Document) "
        "RETURN s.label, c.quote, d.title"
    )
    assert ask(graph, query) == [
        ["the ministry", "Baku did not attack Armenia", "Moscow calls in the ambassador"]
    ]


def test_nodes_and_edges_are_counted(graph: Any) -> None:
    counts = dict(ask(graph, "MATCH (n) RETURN label(n), count(*)"))
    assert counts == {"Actor": 9, "Document": 3, "Claim": 15}
    kinds = dict(ask(graph, "MATCH (:Actor)-[r]->(:Actor) RETURN label(r), count(*)"))
    assert (sum(kinds.values()), kinds["suppliesWeaponsTo"]) == (11, 2)


def content(connection: Any) -> list[list[str]]:
    everything = ("MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN a.id, r, b.id")
    return [sorted(map(_plain, ask(connection, query))) for query in everything]


def _plain(row: Any) -> str:
    """A row without the numbers that the engine gives, and without what is empty."""
    if isinstance(row, dict):
        held = {k: _plain(v) for k, v in row.items() if v not in (None, [])}
        return str(sorted((k, v) for k, v in held.items() if k not in ("_id", "_src", "_dst")))
    return str([_plain(item) for item in row]) if isinstance(row, list) else repr(row)


def test_the_cypher_text_makes_the_same_graph(written: Any, run: Any) -> None:
    assert content(run) == content(written)


def test_running_the_text_twice_changes_nothing(run: Any) -> None:
    before = content(run)
    for line in generate(corpus(), "cypher"):
        if not _NEO4J.match(line):
            run.execute(line)
    assert content(run) == before


def test_a_file_is_replaced_and_nothing_else_is_left(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.lbug"
    target.write_bytes(b"no database")
    write(Corpus((), (), ()), target)
    assert [file.name for file in tmp_path.iterdir()] == ["graph.lbug"]
    assert [file.name for file in path.parent.iterdir()] == ["graph.lbug"]


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder: name a file"):
        write(corpus(), tmp_path, "ladybug")


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ladybug", None)
    with pytest.raises(ExportError, match=r"install the extra actorgraph\[propertygraph\]"):
        write(corpus(), tmp_path / "graph.lbug")
    assert not list(tmp_path.iterdir())


@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_any_text_comes_back(any_corpus: Corpus) -> None:
    database = ladybug.Database()
    connection = ladybug.Connection(database)
    fill(connection, any_corpus)
    for table in nodes(any_corpus):
        shown = ", ".join(f"n.`{name}`" for name in ("id", *table.columns))
        found = ask(connection, f"MATCH (n:`{table.label}`) RETURN {shown} ORDER BY n.id")
        rows = sorted(table.rows, key=lambda row: row[0].encode())
        assert found == [[id, *(row.get(name) for name in table.columns)] for id, row in rows]
    [[count]] = ask(connection, "MATCH ()-[r]->() RETURN count(*)")
    assert count == sum(len(table.rows) for table in edges(any_corpus))
    connection.close()
    database.close()
