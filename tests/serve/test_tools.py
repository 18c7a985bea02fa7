"""A model's client asks over standard input and output, as it would."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters, stdio_client, types

from tests.serve.test_attacks import CROSS
from tests.store.stores import filled

NAMES = "search actor neighbourhood timeline path evidence statistics sparql".split()
REFUSED: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("search", {}, "q is missing"),
    ("search", {"q": "a", "limit": 1001}, "1 to 1000"),
    ("search", {"q": "a", "limit": True}, "whole number"),
    ("search", {"q": ["a"]}, "text"),
    ("search", {"q": "a", "colour": "red"}, "takes q, limit, not colour"),
    ("actor", {"id": "nobody"}, "no actor 'nobody'"),
    ("evidence", {"id": "../x"}, "no statement"),
    ("update", {}, "there is no tool"),
    ("sparql", {"query": "DROP ALL"}, "cannot be read"),
    ("sparql", {"query": "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}, "SERVICE"),
    ("sparql", {"query": "ASK {" + "{" * 5000 + "}" * 5000 + "}"}, "brackets"),
    ("sparql", {"query": "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 2000"}, "ask for less"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the three articles."""
    return filled(tmp_path_factory.mktemp("served") / "store")


class Asking:
    """A client of `kg mcp`, to be used from where nothing is asynchronous."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self.portal, self.client = portal, client

    def tools(self) -> list[types.Tool]:
        return self.portal.call(self.client.list_tools).tools

    def __call__(self, tool: str, **values: Any) -> types.CallToolResult:
        found: types.CallToolResult = self.portal.call(self.client.call_tool, tool, values)
        return found

    def data(self, tool: str, **values: Any) -> Any:
        found = self(tool, **values)
        assert not found.is_error, text(found)
        assert json.loads(text(found)) == found.structured_content
        return found.structured_content


@pytest.fixture(scope="module")
def ask(store: Path) -> Iterator[Asking]:
    arguments = ["-m", "kg", "mcp", "--store", str(store), "--timeout", "1", "--quiet"]
    server = stdio_client(StdioServerParameters(command=sys.executable, args=arguments))
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server)) as client,
    ):
        yield Asking(portal, client)


def text(found: types.CallToolResult) -> str:
    """What a tool says in words."""
    (content,) = found.content
    assert isinstance(content, types.TextContent)
    return content.text


def test_every_tool_says_what_it_takes_and_only_reads(ask: Asking) -> None:
    tools = ask.tools()
    assert [tool.name for tool in tools] == NAMES
    assert all(tool.description for tool in tools)
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
    search = tools[0].input_schema
    assert search["required"] == ["q"]
    assert search["properties"]["limit"]["maximum"] == 1000


def test_a_model_finds_its_way_from_a_name_to_the_sentence(ask: Asking) -> None:
    (actor,) = ask.data("search", q="mosc")["actors"]
    around = ask.data("neighbourhood", id=actor["id"], limit=50)["statements"]
    summons = next(s for s in around if s["relation"] == "summonsEnvoyOf")
    (claim,) = ask.data("evidence", id=summons["id"])["claims"]
    assert claim["sentence"] == "Russia summoned Armenia's ambassador on Friday"


def test_each_question_has_an_answer(ask: Asking) -> None:
    assert ask.data("actor", id="armenia")["aliases"] == ["Yerevan"]
    dated = ask.data("timeline", id="armenia")["claims"]
    assert [claim["date"] for claim in dated] == ["2020", "2022-09", "2023-09-08"]
    ends = {"from": "united-states", "to": "russia", "longest": "1"}
    assert ask.data("path", **ends)["statements"] is None
    assert ask.data("statistics")["documents"] == 3
    found = ask.data("sparql", query="SELECT ?x { ?x a kgo:Document }")
    assert len(found["results"]["bindings"]) == 3
    found = ask.data("sparql", query="CONSTRUCT WHERE { ?a rel:memberOf ?b }")
    assert "actor:armenia rel:memberOf actor:csto" in found["turtle"]


@pytest.mark.parametrize(("tool", "values", "says"), REFUSED)
def test_what_cannot_be_answered_is_said(
    ask: Asking, tool: str, values: dict[str, Any], says: str
) -> None:
    found = ask(tool, **values)
    assert found.is_error
    assert says in text(found)


def test_a_runaway_is_stopped_and_the_next_question_answered(ask: Asking) -> None:
    runaway = ask("sparql", query=CROSS)
    assert runaway.is_error
    assert "limit" in text(runaway)
    assert ask.data("statistics")["claims"] == 15


def test_a_folder_that_is_no_store_is_named(tmp_path: Path) -> None:
    done = kg("mcp", "--quiet", "--store", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith(f"kg: {tmp_path}: ")
    assert done.stdout == ""


def test_the_library_that_is_missing_is_named() -> None:
    code = (
        "import sys; sys.modules['mcp'] = None; from kg.cli import main;"
        "main(['mcp', '--store', 'somewhere'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "kg: mcp is not installed: pip install 'actorgraph[mcp]'\n"


def test_when_the_client_goes_the_server_ends(store: Path) -> None:
    done = kg("mcp", "--store", str(store))
    assert (done.returncode, done.stdout) == (0, "")


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose standard input is empty."""
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
