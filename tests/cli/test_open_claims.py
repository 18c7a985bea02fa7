"""Open claims from the build to the review, as a person at a terminal meets them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NOTE = """\
Kenya outbid Uganda for the port, Reuters said.

Kenya had outbid Tanzania before. Ghana courted favour with Benin.
"""


@pytest.fixture
def built(kg: Run, tmp_path: Path) -> Path:
    """The folder of a build."""
    (tmp_path / "note.txt").write_text(NOTE, "utf-8")
    assert kg("build", tmp_path / "note.txt", "--out", tmp_path / "graph", "-q").code == 0
    return tmp_path / "graph"


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_they_stand_beside_the_graph_and_in_no_file_of_it(built: Path) -> None:
    found = [json.loads(line) for line in lines(built / "open_claims.jsonl")]
    assert [claim["predicate"] for claim in found] == ["outbid", "outbid", "court favour with"]
    assert found[0]["attributed_to"]["id"] == "reuters"
    for path in built.iterdir():
        if path.name != "open_claims.jsonl":
            assert "outbid" not in path.read_text("utf-8"), path.name


def test_what_to_write_into_the_lexicon_next(kg: Run, built: Path) -> None:
    first, second = kg("proposals", built, "--json").json
    assert (first["frame"], first["claims"], first["documents"]) == ("verb: S outbid O", 2, 1)
    assert second["proposals"][0]["relation"] == "drawsCloserTo"
    shown = kg("proposals", built / "open_claims.jsonl", "--top", "1").out.splitlines()
    assert [line.split("\t")[:3] for line in shown] == [
        ["claims", "documents", "frame"], ["2", "1", "verb: S outbid O"],
    ]  # fmt: skip


def test_a_review_makes_claims_that_survive_the_next_build(
    kg: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "c.jsonl"
    review = ("review", "--open", built, "--corrections", log, "--author", "Ann")
    monkeypatch.setattr("sys.stdin", io.StringIO("?\na defeats\nr\ns\n"))
    walked = kg(*review)
    assert walked.code == 0
    assert walked.err.splitlines()[-1] == "3 corrections made"
    assert "Kenya | related to: outbid | Uganda" in walked.out
    assert "proposed 1 drawsCloserTo 0.46: `favour` stands in the frame" in walked.out
    assert "confidence" not in walked.out
    assert kg(*review, "--list").out.count("\n") == 1
    assert kg(*review, "--list", "--all").out.count("\n") == 4
    again = tmp_path / "again"
    kg("build", tmp_path / "note.txt", "--out", again, "--corrections", log, "-q")
    (line,) = map(json.loads, lines(again / "statements.jsonl"))
    assert (line["relation"], line["attributed_to"]["id"]) == ("defeats", "reuters")
    left = [json.loads(line)["predicate"] for line in lines(again / "open_claims.jsonl")]
    assert left == ["court favour with"]


def test_a_review_into_a_store(
    kg: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    assert kg("add", tmp_path / "note.txt", "--store", store, "-q").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("r\na defeats\nq\n"))
    assert kg("review", "--open", built, "--store", store, "--author", "Ann", "-q").code == 0
    (claim,) = kg("review", "--store", store, "--list", "--all", "--json").json
    assert (claim["subject"]["id"], claim["relation"]) == ("kenya", "defeats")
    states = [entry["state"] for entry in kg("corrections", "--store", store, "--json").json]
    assert states == ["holds", "applied"]


def test_wrong_usage_and_a_file_that_is_none(kg: Run, built: Path, tmp_path: Path) -> None:
    assert kg("review", "--open", built, "--claim", "x", "--accept").code == 2
    assert kg("review", "--open", built, "--author", "Ann").code == 2
    gone = kg("proposals", tmp_path / "gone.jsonl")
    assert (gone.code, "cannot be read" in gone.err) == (4, True)


def test_a_sentence_that_is_typed_in_shows_what_is_left_open(kg: Run) -> None:
    shown = kg("explain", "Kenya outbid Uganda.").out
    assert "Kenya | related to: outbid | Uganda" in shown
    assert "nothing: no frame, label or definition has such a word" in shown
    told = kg("explain", "Kenya outbid Uganda.", "--json").json
    assert [claim["predicate"] for claim in told["open"]] == ["outbid"]
