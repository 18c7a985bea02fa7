"""The commands export, convert and draw."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export import generate, read, write
from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.store import open_store
from tests.cli.conftest import Run as Command
from tests.corpora import corpus


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store that holds the corpus that is written by hand."""
    path = tmp_path / "store"
    with open_store(path, base="https://example.org/id/") as held:
        whole = corpus()
        for document in whole.documents:
            claims = [claim for claim in whole.claims() if claim.document == document]
            held.put(pool(claims, [document]), Run())
    return path


@pytest.mark.parametrize("name", ["csv", "graphml", "jsonl", "trig", "ttl", "cypher", "events"])
def test_a_graph_file_goes_to_standard_output(kg: Command, statements: Path, name: str) -> None:
    result = kg("export", statements, "--to", name)
    assert result.code == 0
    assert result.out == "".join(generate(read(statements), name))


def test_a_file_is_written_in_the_format_of_its_ending(
    kg: Command, statements: Path, tmp_path: Path
) -> None:
    out = tmp_path / "graph.gexf"
    result = kg("export", statements, "-o", out)
    assert (result.code, result.out) == (0, "")
    assert result.err == f"wrote {out}\n"
    assert out.read_text("utf-8").startswith("<?xml")


def test_a_store_is_written_with_its_own_base(kg: Command, store: Path) -> None:
    result = kg("export", "--store", store, "--to", "ttl")
    assert result.code == 0
    assert "@prefix actor: <https://example.org/id/actor/> ." in result.out
    assert "rel:summonsEnvoyOf actor:armenia" in result.out


def test_a_store_goes_into_a_table(kg: Command, store: Path) -> None:
    lines = kg("export", "--store", store, "--to", "csv").out.splitlines()
    assert len(lines) == 1 + 15


def test_an_unknown_format_is_named(kg: Command, statements: Path) -> None:
    result = kg("export", statements, "--to", "gml")
    assert result.code == 1
    assert result.err.startswith("kg: 'gml' is no format: use one of jsonl, ")


@pytest.mark.parametrize(
    "words", [["export"], ["export", "a.ttl"], ["export", "--to", "csv"], ["draw", "-o", "a.html"]]
)
def test_what_is_missing_is_wrong_usage(kg: Command, words: list[str]) -> None:
    assert kg(*words).code == 2


def test_a_file_and_a_store_are_too_much(kg: Command, statements: Path, store: Path) -> None:
    assert kg("export", statements, "--store", store, "--to", "csv").code == 2


def test_a_binary_format_needs_a_path(kg: Command, statements: Path) -> None:
    result = kg("export", statements, "--to", "parquet")
    assert (result.code, result.err) == (1, "kg: parquet is no text: give a path to write it to\n")


def test_a_graph_file_is_converted(kg: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "a.trig", tmp_path / "b.nq"
    write(corpus(), source)
    assert kg("convert", source, target, "--quiet").code == 0
    assert target.read_text("utf-8") == "".join(generate(corpus(), "nquads"))


@pytest.mark.parametrize("engine", ["explorer", "pyvis"])
def test_a_graph_is_drawn(kg: Command, statements: Path, tmp_path: Path, engine: str) -> None:
    page = tmp_path / "page.html"
    assert kg("draw", statements, "-o", page, "--engine", engine, "--title", "My <title>").code == 0
    html = page.read_text("utf-8")
    assert "My &lt;title&gt;" in html
    assert "My <title>" not in html


def spoilt(statements: Path) -> Path:
    """The exchange file with a title like a formula, and a name that XML cannot hold."""
    path = statements.with_name("spoilt.jsonl")
    text = statements.read_text("utf-8").replace('"Moscow calls', '"=Moscow calls')
    path.write_text(text.replace('"label": "France"', '"label": "Fran\\u0000ce"'), "utf-8")
    return path


def test_cells_are_marked_unless_they_are_wanted_raw(kg: Command, statements: Path) -> None:
    for name in ("csv", "tsv"):
        marked = kg("export", spoilt(statements), "--to", name).out
        raw = kg("export", spoilt(statements), "--to", name, "--raw").out
        assert "'=Moscow calls" in marked
        assert marked.replace("'=Moscow", "=Moscow") == raw


def test_raw_is_refused_where_there_are_no_cells(kg: Command, statements: Path) -> None:
    result = kg("export", statements, "--to", "ttl", "--raw")
    assert (result.code, result.out) == (1, "")
    assert result.err == "kg: turtle has no cells to mark or to leave raw: only csv, tsv have\n"


def test_what_is_replaced_is_named_and_the_rest_is_done(
    kg: Command, statements: Path, tmp_path: Path
) -> None:
    result = kg("export", spoilt(statements), "-o", tmp_path / "graph.gexf", "--quiet")
    assert result.code == 3
    assert "kg: actor france: its label has U+0000 at character 4, written as U+FFFD" in result.err
    assert (tmp_path / "graph.gexf").exists()


def test_what_is_left_out_is_named_and_the_rest_is_converted(
    kg: Command, statements: Path, tmp_path: Path
) -> None:
    source, target = tmp_path / "graph.nq", tmp_path / "graph.tsv"
    write(read(statements), source)
    lines = source.read_text("utf-8").splitlines(keepends=True)
    gone = next(line for line in lines if "#confidence>" in line)
    source.write_text("".join(line for line in lines if line != gone), "utf-8")
    result = kg("convert", source, target)
    assert result.code == 3
    claim = gone.split()[0]
    assert result.err.startswith(f"kg: left out: {claim} is not what actorgraph wrote: {claim} has")
    assert result.err.endswith(f"wrote {target}\n")
    assert len(target.read_text("utf-8").splitlines()) == 15


def test_a_format_without_the_whole_is_not_converted(
    kg: Command, statements: Path, tmp_path: Path
) -> None:
    source = tmp_path / "graph.events.jsonl"
    write(read(statements), source)
    result = kg("convert", source, tmp_path / "graph.ttl")
    assert result.code == 1
    assert (
        "events does not carry the whole but the events in PLOVER's terms; it lacks" in result.err
    )
    assert not (tmp_path / "graph.ttl").exists()
