from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from kg.cli import add, diff, forget, remove, restore, snapshot
from tests.store.stores import everything, filled, union

app = typer.Typer()
for command in (
    add.add, remove.remove, forget.forget, snapshot.snapshot, restore.restore, diff.diff,
):  # fmt: skip
    app.command()(command)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_articles_are_added_once_and_replaced_when_they_change(tmp_path: Path) -> None:
    store, article, other = (tmp_path / name for name in ("store", "one.txt", "two.txt"))
    article.write_text("France supplies weapons to Armenia.\n")
    other.write_text("Russia condemned France.\n")
    done = [json.loads(run("add", article, other, "--store", store, "--json", "-q").stdout)]
    first = everything(store)
    done.append(json.loads(run("add", article, other, "--store", store, "--json", "-q").stdout))
    assert everything(store) == first
    article.write_text("France supplies weapons to Georgia.\n")
    done.append(json.loads(run("add", article, other, "--store", store, "--json", "-q").stdout))
    assert [(d["added"], d["unchanged"]) for d in done] == [(2, 0), (0, 2), (1, 1)]
    assert not [quad for quad in everything(store) if "actor/armenia" in quad]


def test_what_follows_is_added_on_demand(tmp_path: Path) -> None:
    article, store = tmp_path / "one.txt", tmp_path / "store"
    article.write_text("Russia condemned France.\n")
    told = set[str]()
    for option in ("-q", "--infer", "--owl-rl"):
        assert run("add", article, "--store", store, option).exit_code == 0
        found = {quad for quad in everything(store) if "graph/inferred" in quad}
        assert told < found or option == "-q"
        told = found
    assert [quad for quad in told if "relation/criticises" in quad]
    assert [quad for quad in told if "entailment/OWL-RL" in quad]


def test_a_store_is_made_of_an_exported_graph(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    graph.write_text("".join(f"{quad} .\n" for quad in union("envoy", "letter")))
    assert run("restore", graph, "--store", tmp_path / "store").exit_code == 0
    assert run("restore", graph, "--store", tmp_path / "store").exit_code != 0
    result = run("remove", "letter", "--store", tmp_path / "store", "--json", "-q")
    assert json.loads(result.stdout)["removed"] == ["letter"]


def test_several_processes_make_the_same_store_as_one(tmp_path: Path) -> None:
    for n in range(9):
        text = f"France supplied weapons to Armenia in 200{n}. Russia condemned France."
        (tmp_path / f"article{n}.txt").write_text(text)
    for jobs in ("1", "2"):
        result = run("add", *sorted(tmp_path.glob("*.txt")), "--store", tmp_path / jobs, "-j", jobs)
        assert result.exit_code == 0, result.output
    assert everything(tmp_path / "1") == everything(tmp_path / "2")


def test_what_cannot_be_read_is_said_and_the_rest_is_added(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("France supplies weapons to Armenia.\n")
    result = run("add", tmp_path / "one.txt", tmp_path / "no.txt", "--store", tmp_path / "store")
    assert result.exit_code == 3
    assert "no.txt" in result.stderr
    assert "1 added" in result.stderr


def test_documents_are_removed_by_name(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    result = run("remove", "envoy", "nothing", "--store", store, "--json", "-q")
    assert result.exit_code == 3
    assert json.loads(result.stdout) == {"removed": ["envoy"], "missing": ["nothing"]}


def test_actors_and_sources_are_forgotten(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    result = run(
        "forget", "--actor", "csto", "--source", "Example Wire", "--store", store, "--json", "-q"
    )
    assert json.loads(result.stdout) == {"changed": ["arms & more", "letter"], "removed": ["envoy"]}
    assert run("forget", "--store", store).exit_code == 2


def test_whom_a_store_does_not_know_is_named(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    result = run("forget", "--actor", "atlantis", "--source", "Example Wire", "--store", store)
    assert result.exit_code == 3
    assert f"{store} holds no document of the actor 'atlantis'" in result.stderr
    assert "0 documents changed, 1 removed" in result.stderr


def test_snapshots_are_taken_compared_and_restored(tmp_path: Path) -> None:
    store, copy = filled(tmp_path / "store"), tmp_path / "copy"
    before = everything(store)
    assert run("snapshot", copy, "--store", store).exit_code == 0
    run("remove", "envoy", "--store", store)
    shown = run("diff", copy, store).stdout.splitlines()
    assert "- statement Armenia accuses Russia" in shown
    assert len(json.loads(run("diff", copy, store, "--json").stdout)) == len(shown)
    assert run("restore", copy, "--store", store, "--replace").exit_code == 0
    assert everything(store) == before
