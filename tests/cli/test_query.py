from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kg.query import named_queries
from tests.cli.conftest import Run

WEAPONS = "SELECT ?from ?to { ?from rel:suppliesWeaponsTo ?to }"


def test_a_query_is_answered_from_a_graph_file(kg: Run, statements: Path) -> None:
    result = kg("query", WEAPONS, statements)
    assert (result.code, result.out) == (0, "from\tto\nactor:france\tactor:armenia\n")
    assert result.err == "1 rows\n"
    assert kg("query", WEAPONS, statements, "--quiet").err == ""


def test_a_query_can_stand_in_a_file(kg: Run, statements: Path, tmp_path: Path) -> None:
    path = tmp_path / "weapons.rq"
    path.write_text(WEAPONS, "utf-8")
    assert kg("query", "--file", path, statements).out == kg("query", WEAPONS, statements).out


def test_a_named_query_takes_parameters(kg: Run, statements: Path) -> None:
    result = kg("query", "--named", "speaker", "-p", "speaker=Baku", statements, "--json")
    assert result.code == 0
    assert "France" in result.out


def test_named_queries_are_listed(kg: Run) -> None:
    rows = [row.split("\t") for row in kg("query", "--list").out.splitlines()[1:]]
    assert [row[0] for row in rows] == list(named_queries())
    assert all(row[2] for row in rows)
    listed = kg("query", "--list", "--json").json
    assert [query["name"] for query in listed] == list(named_queries())


def test_answers_come_as_csv_json_and_turtle(kg: Run, statements: Path) -> None:
    rows = list(csv.reader(io.StringIO(kg("query", WEAPONS, statements, "--format", "csv").out)))
    assert rows[0] == ["from", "to"]
    assert rows[1][0].endswith("/actor/france")
    bindings = kg("query", WEAPONS, statements, "--json").json["results"]["bindings"]
    assert bindings[0]["to"]["value"].endswith("/actor/armenia")
    turtle = kg("query", "CONSTRUCT WHERE { ?a rel:suppliesWeaponsTo ?b }", statements).out
    assert "actor:france rel:suppliesWeaponsTo actor:armenia ." in turtle


def test_yes_or_no_is_an_answer(kg: Run, statements: Path) -> None:
    assert kg("query", "ASK { ?a rel:invades ?b }", statements).out == "answer\nfalse\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["SELEC", "GRAPH"], "kg: not valid SPARQL, line 1"),
        (["SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", "GRAPH"], "SERVICE is not"),
        (["--named", "contestd", "GRAPH"], "did you mean 'contested'"),
        (["--named", "neighbourhood", "GRAPH"], "needs 'actor'"),
        (["--named", "neighbourhood", "-p", "actor=Frence", "GRAPH"], "did you mean 'france'"),
        ([WEAPONS, "absent.trig"], "absent.trig: cannot be read"),
        ([WEAPONS, "graph.docx"], "the ending tells the format"),
        (["--file", "absent.rq", "GRAPH"], "absent.rq"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(
    kg: Run, statements: Path, words: list[str], message: str
) -> None:
    result = kg("query", *(statements if word == "GRAPH" else word for word in words))
    assert (result.code, result.out) == (1, "")
    assert message in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        [WEAPONS],
        [WEAPONS, "a.trig", "b.trig"],
        [WEAPONS, "a.trig", "--store", "s"],
        ["--named", "weapons", "--file", "q.rq", "a.trig"],
        [WEAPONS, "a.trig", "-p", "actor=France"],
        ["--named", "weapons", "-p", "France", "a.trig"],
        [WEAPONS, "a.trig", "--format", "xml"],
    ],
)
def test_what_does_not_go_together_is_wrong_usage(kg: Run, words: list[str]) -> None:
    assert kg("query", *words).code == 2
