from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.corpora import ARMS, ENVOY, LETTER


def test_a_graph_that_keeps_the_rules_is_valid(kg: Run, statements: Path) -> None:
    result = kg("validate", statements)
    assert (result.code, result.out) == (0, "")
    assert result.err == f"{statements}: keeps all rules\n"
    assert kg("validate", statements, "--quiet").err == ""


def test_a_wrong_offset_is_found_and_the_exit_code_is_four(kg: Run, statements: Path) -> None:
    first, *rest = statements.read_text("utf-8").splitlines(keepends=True)
    record = json.loads(first)
    record["subject"]["end"] += 1
    statements.write_text(json.dumps(record) + "\n" + "".join(rest), "utf-8")
    result = kg("validate", statements)
    assert result.code == 4
    assert result.out.splitlines()[0] == "place\trule that is broken\tvalue"
    assert result.out.splitlines()[1].startswith("statements.jsonl:1\t")
    (finding,) = kg("validate", statements, "--json").json
    assert finding["place"] == "statements.jsonl:1"


def test_quotations_are_looked_up_in_the_articles(
    kg: Run, statements: Path, tmp_path: Path
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for document in (ENVOY, ARMS, LETTER):
        (articles / f"{document.name}.txt").write_text(document.text, "utf-8")
    assert kg("validate", statements, "--articles", articles).code == 0
    changed = ENVOY.text.replace("Russia summoned", "Russia, it seems, summoned")
    (articles / "envoy.txt").write_text(changed, "utf-8")
    result = kg("validate", statements, "--articles", articles)
    assert result.code == 4
    assert "the text of 'envoy' is not the one that was read" in result.out


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("graph.xml", "<a/>", 1),
        ("graph.trig", "this is no TriG", 1),
        ("graph.ttl", "<a> <b> <c>", 1),
        ("statements.jsonl", "{", 4),
    ],
)
def test_what_is_no_graph_is_told_in_a_line(
    kg: Run, tmp_path: Path, name: str, text: str, code: int
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    result = kg("validate", path)
    assert result.code == code
    assert "Traceback" not in result.err


def test_a_missing_file_is_named(kg: Run, tmp_path: Path) -> None:
    result = kg("validate", tmp_path / "absent.trig")
    assert result.code == 1
    assert result.err == f"kg: {tmp_path}/absent.trig: cannot be read: No such file or directory\n"
