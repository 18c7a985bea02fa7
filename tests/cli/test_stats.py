from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.store import open_store
from tests.cli.conftest import Run as Command
from tests.corpora import corpus


def tables(out: str) -> dict[str, list[list[str]]]:
    """The tables that were printed, by title; the first row holds the headings."""
    found = {}
    for block in out.rstrip("\n").split("\n\n"):
        title, *rows = block.split("\n")
        found[title] = [row.split("\t") for row in rows]
    return found


def test_tables_count_and_measure(kg: Command, statements: Path) -> None:
    result = kg("stats", statements)
    assert (result.code, result.err) == (0, "")
    found = tables(result.out)
    # of the fifteen claims eight are facts: see tests/corpora.py
    assert found["claims"][1] == ["3", "15", "8", "2", "2", "1", "1", "1"]
    assert found["actors"][1][:4] == ["Armenia", "6", "2", "4"]
    assert [row[1] for row in found["by status"][1:]] == ["10", "2", "1", "1", "1"]
    pair = next(row for row in found["pairs"] if row[:2] == ["Armenia", "Azerbaijan"])
    assert pair[2:] == ["1", "1", "0.0", "9.0", "-1.00", "-9.00", "0.0", "-9.0"]


def test_how_well_statements_are_supported(kg: Command, statements: Path) -> None:
    headings, *rows = [
        line.split("\t") for line in kg("stats", statements, "--support").out.splitlines()
    ]
    assert headings[3:] == ["sources", "denials", "belief", "first", "last"]
    attack, weapons, *_ = rows  # 0.9 on either side: 0.9 * 0.1 / (1 - 0.81)
    assert attack == ["Azerbaijan", "attacks", "Armenia", "1", "1", "0.47", "2023-09-11", "2023-11"]
    assert weapons[:3] == ["Russia", "supplies weapons to", "Armenia"]
    whole = kg("stats", statements, "--support", "--json").json
    assert [entry["contested"] for entry in whole] == [True] * 2 + [False] * 9
    assert [entry["sources"] for entry in whole[-2:]] == [0, 0]  # planned, supposed
    assert kg("stats", statements, "--support", "--actor", "Russia").code == 2


def test_json_holds_all_rows_and_options_choose(kg: Command, statements: Path) -> None:
    whole = kg("stats", statements, "--json").json
    assert len(whole["actors"]) == 7
    assert whole["claims"]["facts"] == 8
    pair = kg("stats", statements, "--pair", "Baku", "Armenia", "--by", "year", "--json").json
    assert pair["claims"]["claims"] == 3
    assert [period["period"] for period in pair["timeline"]["periods"]] == ["2022"]
    late = kg("stats", statements, "--since", "2023-09", "--actor", "Russia", "--json").json
    assert [row["label"] for row in late["counts"]["relation"]] == [
        "supplies weapons to",
        "accuses",
        "is head of state of",
        "summons envoy of",
    ]
    one = kg("stats", statements, "--top", "1", "--principals", "--json").json
    assert [row["id"] for row in one["actors"]] == ["armenia"]


def test_a_store_is_measured_like_a_file(kg: Command, statements: Path, tmp_path: Path) -> None:
    claims = list(corpus().claims())
    with open_store(tmp_path / "store") as store:
        for document in corpus().documents:
            store.put(pool(claim for claim in claims if claim.document == document), Run())
    stored = kg("stats", "--store", tmp_path / "store", "--json").json
    assert stored == kg("stats", statements, "--json").json


def test_a_picture_is_drawn(kg: Command, statements: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.png"
    result = kg("stats", statements, "--picture", path, "--panel", "timeline")
    assert (result.code, result.out, result.err) == (0, "", f"wrote {path}\n")
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["GRAPH", "--actor", "Frence"], 1, "did you mean"),
        (["GRAPH", "--since", "soon"], 1, "'soon' is no date; write yyyy"),
        (["GRAPH", "--picture", "graph.gif"], 1, "ends in .svg or .png"),
        (["GRAPH", "--picture", "graph.svg", "--json"], 2, "not both"),
        ([], 2, "either a graph file or --store"),
        (["GRAPH", "--top", "0"], 2, "--top"),
    ],
)
def test_what_is_wrong_is_said(
    kg: Command, statements: Path, words: list[str], code: int, message: str
) -> None:
    result = kg("stats", *(statements if word == "GRAPH" else word for word in words))
    assert (result.code, result.out) == (code, "")
    assert message in result.err
