from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.export.writing import FILES
from kg.graph.open_claims import FILE
from tests.cli.conftest import Run

ARTICLE = "France supplied howitzers to Armenia."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "howitzers.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_a_build_writes_all_files_and_says_which_page_to_open(kg: Run, article: Path) -> None:
    out = article.parent / "made" / "graph"
    result = kg("build", article, "--out", out)
    assert (result.code, result.out) == (0, "")
    assert {path.name for path in out.iterdir()} == {*FILES, FILE}
    assert result.err.splitlines()[0] == "done: howitzers"
    assert "1 documents, 2 actors, 1 statements, 1 claims" in result.err.splitlines()
    assert f"wrote {out}/graph.trig" in result.err.splitlines()
    assert result.err.splitlines()[-1] == f"open {out}/index.html in a browser"


def test_quiet_says_nothing_and_json_says_what_was_made(kg: Run, article: Path) -> None:
    quiet = kg("build", article, "--out", article.parent / "a", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    made = kg("build", article, "--out", article.parent / "b", "--quiet", "--json").json
    assert made["claims"] == 1
    assert made["failed"] == 0
    assert len(made["files"]) == len(FILES) + 1


def test_documents_that_fail_are_named_and_the_rest_is_done(kg: Run, article: Path) -> None:
    empty, binary = article.parent / "empty.txt", article.parent / "binary.txt"
    empty.write_text("", "utf-8")
    binary.write_bytes(bytes(range(256)) * 8)
    out = article.parent / "out"
    result = kg("build", empty, article, binary, article.parent / "gone.txt", "--out", out, "-q")
    assert result.code == 3
    lines = result.err.splitlines()
    for name in ("empty.txt: is empty", "binary.txt: ", "gone.txt: cannot be read"):
        assert any(name in line for line in lines), name
    (line,) = (out / "statements.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["relation"] == "suppliesWeaponsTo"


def test_standard_input_is_read(
    kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    with article.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        assert kg("build", "-", "--out", tmp_path / "out", "-q").code == 0
    assert (tmp_path / "out" / "statements.jsonl").read_text("utf-8")


def test_nothing_to_read_fails_and_writes_nothing(kg: Run, tmp_path: Path) -> None:
    result = kg("build", tmp_path / "gone.txt", "--out", tmp_path / "out")
    assert result.code == 1
    assert result.err.splitlines()[-1] == ("kg: no article could be read: nothing was written")
    assert not (tmp_path / "out").exists()


def test_a_model_that_is_missing_and_a_place_that_cannot_be_written_fail(
    kg: Run, article: Path
) -> None:
    model = kg("build", article, "--out", article.parent / "out", "--model", "no_such_pipeline")
    assert model.code == 1
    assert "no language pipeline no_such_pipeline: install it" in model.err
    place = kg("build", article, "--out", article / "below")
    assert place.code == 1
    assert "cannot be made: Not a directory" in place.err.splitlines()[-1]


@pytest.mark.parametrize("words", [["a.txt"], ["--out", "x"], ["a.txt", "--out", "x", "-j", "0"]])
def test_wrong_usage_has_its_own_code(kg: Run, words: list[str]) -> None:
    assert kg("build", *words).code == 2
