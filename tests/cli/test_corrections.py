from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import open_store
from kg.store.source import Snapshot
from tests.cli.conftest import Result, Run
from tests.store.remotes import Oxigraph
from tests.store.stores import RUN, filled, parts


class Graph:
    """A graph file with its corrections, or a store, and commands on it."""

    def __init__(self, kg: Run, *place: str | Path) -> None:
        self.kg, self.place = kg, place

    def __call__(self, command: str, *words: str | Path, author: str = "Ann") -> Result:
        signed = () if command == "corrections" else ("--author", author)
        return self.kg(command, *words, *self.place, *signed, "-q")

    def claim(self, relation: str) -> str:
        """The id of the first claim of a relation."""
        listed = self("review", "--list", "--all", "--json", "--relation", relation)
        return str(listed.json[0]["id"])

    def states(self) -> dict[str, str]:
        """What became of the corrections, by their kind."""
        return {entry["kind"]: entry["state"] for entry in self("corrections", "--json").json}


@pytest.fixture
def graph(kg: Run, statements: Path, tmp_path: Path) -> Graph:
    """The three articles as a file, with its corrections in another."""
    return Graph(kg, "--graph", statements, "--corrections", tmp_path / "c.jsonl")


@pytest.fixture(params=["file", "store", "service"])
def either(
    request: pytest.FixtureRequest, kg: Run, graph: Graph, tmp_path: Path
) -> Iterator[Graph]:
    """The three articles as files, as a store in a folder, or as one behind a service."""
    if request.param == "service":
        server = Oxigraph(tmp_path / "service")
        with open_store(server.url) as store:
            for part in parts().values():
                store.put(part, RUN)
        yield Graph(kg, "--store", server.url)
        server.kill()
    else:
        is_file = request.param == "file"
        yield graph if is_file else Graph(kg, "--store", filled(tmp_path / "store"))


def test_decisions_without_asking(either: Graph) -> None:
    accuses, member, envoy = map(either.claim, ("accuses", "memberOf", "summonsEnvoyOf"))
    assert either("review", "--claim", accuses, "--reject", "--time", "2026-05-01").code == 0
    assert either("review", "--claim", envoy, "--accept").code == 0
    edited = either(
        "review", "--claim", member, "--set", "relation=leaves", "--set", "status=planned"
    )
    assert len(edited.out.split()) == 1
    sentence = "Armenia accused Russia of neglect"
    told = "Armenia | criticises | Russia | accused Russia of neglect"
    missed = ("--document", "envoy", "--sentence", sentence, "--missed", told)
    assert either("review", *missed).code == 0
    assert either("merge", "russia", "vladimir-putin").code == 0
    assert either("split", "azerbaijan", "--to", "b:City:Baku", "--words", "Baku").code == 0
    assert either("differ", "France", "United States").code == 0
    assert either.states() == dict.fromkeys(
        ("accept", "reject", "edit", "missed", "merge", "split"), "applied"
    ) | {"differ": "holds"}
    undone = either("undo", edited.out.strip(), author="Bob")
    assert undone.code == 0
    assert (either.states()["edit"], either.states()["undo"]) == ("undone", "applied")


def test_a_walk_that_a_script_answers(either: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = "a sure\nr\nu\ns\n?\ne status=questioned\nq\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    walked = either("review")
    assert (walked.code, walked.out.count("[cue: ")) == (0, 6)
    assert "missed: the sentence makes this claim too" in walked.out
    assert either.states() == {
        "accept": "applied", "reject": "undone", "undo": "applied", "edit": "applied",
    }  # fmt: skip


def test_a_walk_ends_at_an_answer_of_a_script_that_is_none(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nyes\nr\n"))
    walked = graph("review")
    assert walked.code == 1
    assert walked.err.strip() == (
        "kg: answer 2: 'yes' is no answer: a, r, e, m, s, u, q, or ? for help"
    )
    assert graph.states() == {"accept": "applied"}


def test_a_log_goes_from_one_graph_to_another(
    graph: Graph, kg: Run, statements: Path, tmp_path: Path
) -> None:
    graph("merge", "russia", "csto")
    log = tmp_path / "log.jsonl"
    assert graph("corrections", "--to", "jsonl", "--out", log).code == 0
    other = Graph(kg, "--graph", statements, "--corrections", tmp_path / "other.jsonl")
    for _ in range(2):
        assert other("corrections", "--import", log).code == 0
    assert other.states() == {"merge": "applied"}
    assert (tmp_path / "other.jsonl").read_bytes() == log.read_bytes()


def test_gold_is_measured(graph: Graph, kg: Run, statements: Path, tmp_path: Path) -> None:
    graph("review", "--claim", graph.claim("accuses"), "--reject")
    graph("review", "--claim", graph.claim("summonsEnvoyOf"), "--accept")
    assert graph("corrections", "--to", "gold", "--out", tmp_path / "gold").code == 0
    scores = kg("evaluate", tmp_path / "gold", statements, "--json").json["typed"]
    assert (scores["required"], scores["found"], scores["wrong"]) == (1, 1, 1)


def test_faults_are_said_in_one_line(graph: Graph, kg: Run) -> None:
    graph("differ", "armenia", "azerbaijan")
    for words, fault in (
        (("merge", "armenia", "azerbaijan"), "contradicts"),
        (("merge", "armenia"), "only armenia is named"),
        (("merge", "armenia", "nobody"), "no actor 'nobody'"),
        (("undo", "nothing"), "no correction has the id 'nothing'"),
        (("review", "--claim", "zz", "--accept"), "no claim has the id 'zz'"),
        (
            ("review", "--document", "envoy", "--sentence", "No.", "--missed", "a | b | c | d"),
            "'No.'",
        ),
    ):
        result = graph(*words)
        assert (result.code, fault in result.err) == (1, True), result.err
        assert result.err.count("\n") == 1
    assert "needs an author" in graph("merge", "france", "csto", author=" ").err
    assert kg("merge", "a", "b", "--author", "Ann").code == 2


def test_words_that_steer_a_terminal_are_shown_harmless(graph: Graph) -> None:
    graph("merge", "russia", "csto", "--note", "\x1b[2J\u202e", author="A\x1b[31m")
    shown = graph("corrections").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_explain_says_what_was_corrected(kg: Run, tmp_path: Path) -> None:
    graph = Graph(kg, "--store", filled(tmp_path / "store"))
    member = graph.claim("memberOf")
    graph("review", "--claim", member, "--set", "relation=leaves", "--time", "2026-05-01")
    for name in ("g.trig", "g.jsonl"):
        assert kg("export", *graph.place, "--out", tmp_path / name, "-q").code == 0
        shown = kg("explain", "--graph", tmp_path / name, "armenia", "leaves", "csto").out
        assert "relation is leaves, not memberOf (Ann, 2026-05-01; " in shown


def test_a_store_that_is_none_is_not_made(kg: Run, tmp_path: Path) -> None:
    result = kg("corrections", "--store", tmp_path / "no")
    assert result.code == 1
    assert not (tmp_path / "no").exists()


def test_what_is_forgotten_is_counted(kg: Run, tmp_path: Path) -> None:
    graph = Graph(kg, "--store", filled(tmp_path / "store"))
    graph("merge", "russia", "csto")
    forgotten = kg("forget", *graph.place, "--actor", "csto", "--json")
    assert "1 corrections forgotten" in forgotten.err
    assert json.loads(forgotten.out)["changed"] == ["arms & more", "envoy", "letter"]
    with Snapshot(tmp_path / "store") as source:
        assert not {"russia", "csto"} & {actor.id for actor in source.corpus().actors}


def test_a_graph_file_is_exported_corrected_and_what_is_lost_is_said(
    graph: Graph, kg: Run, statements: Path, tmp_path: Path
) -> None:
    graph("review", "--claim", graph.claim("accuses"), "--reject")
    log = tmp_path / "c.jsonl"
    made = kg("export", statements, "--corrections", log, "--to", "csv", "-q")
    assert (made.code, "accuses" in made.out, "summonsEnvoyOf" in made.out) == (0, False, True)
    again = tmp_path / "again.jsonl"
    kg("export", statements, "--corrections", log, "--out", again, "-q")
    twice = kg("export", again, "--corrections", log, "--to", "csv", "-q")
    assert twice.out == made.out
    assert twice.err.endswith("(rejected): lost: no such claim is found\n")
    assert kg("export", "--store", "s", "--corrections", log, "--to", "csv").code == 2


def test_articles_are_built_and_added_under_corrections(kg: Run, tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text("France condemned Russia.\n")
    store, log, out = tmp_path / "store", tmp_path / "c.jsonl", tmp_path / "out"
    kg("add", article, "--store", store, "-q")
    held = Graph(kg, "--store", store)
    assert held("merge", "france", "russia").code == 0
    held("corrections", "--to", "jsonl", "--out", log)
    assert kg("build", article, "--out", out, "--corrections", log, "-q").code == 0
    line = json.loads((out / "statements.jsonl").read_text("utf-8"))
    assert (line["subject"]["id"], line["object"]["id"]) == ("france", "france")
    assert line["corrections"][0]["what"] == "russia is france"
    held("review", "--claim", held.claim("condemns"), "--accept")
    article.write_text("France condemned Russia again.\n")
    added = kg("add", article, "--store", store, "-q")
    assert added.err.endswith("(accepted): waits: the text is not there\n")
