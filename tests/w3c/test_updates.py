"""SPARQL 1.1 updates, sent to the service by HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.errors import KgError
from kg.serve.answer import Answer
from kg.serve.changes import Work, perform
from kg.serve.limits import Limits
from kg.store.embedded import EmbeddedStore, open_published
from tests.serve.services import BEARER, serving, writable
from tests.w3c.lists import check
from tests.w3c.manifests import PATIENT, RDFS, Node, Test, cases, local, needs_suites
from tests.w3c.solutions import canonical

pytestmark = needs_suites
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
FOLDERS = {
    "sparql-update": "add basic-update clear copy delete-data delete-insert delete-where delete "
    "drop move update-silent",
    "sparql-update-syntax": "syntax-update-1 syntax-update-2 delete-insert",
}


def suite(name: str) -> Iterator[Test]:
    """The tests of a suite: those that evaluate, or those of syntax alone."""
    for folder in FOLDERS[name].split():
        for test in cases(f"sparql/sparql11/{folder}"):
            if ("Syntax" in test.kind) == (name == "sparql-update-syntax"):
                yield test


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def url(store: Path, tmp_path: Path) -> Iterator[str]:
    """A service that may be written to."""
    EmbeddedStore(store).close()
    with serving(store, writable(tmp_path), PATIENT) as address:
        yield address


@pytest.fixture(autouse=True)
def _without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for every update, as the service has it, would take a minute in all."""
    monkeypatch.setattr("kg.serve.protocol.change", change)


async def change(path: Path, work: Work, _: Limits) -> Answer:
    try:
        with EmbeddedStore(path) as store:
            perform(store, work)
    except (KgError, SyntaxError, ValueError) as error:
        return Answer.fault(400, str(error))
    return Answer(204, "text/plain", b"")


def test_updates_leave_what_the_standard_says(store: Path, url: str) -> None:
    with httpx.Client(timeout=60, headers=BEARER) as client:
        name = "sparql-update"
        check(name, {test.name: updated(test, store, url, client) for test in suite(name)})


def test_updates_are_accepted_and_refused_as_the_standard_says(url: str) -> None:
    with httpx.Client(timeout=60, headers=BEARER) as client:
        name = "sparql-update-syntax"
        check(name, {test.name: accepted(test, url, client) for test in suite(name)})


def updated(test: Test, store: Path, url: str, client: httpx.Client) -> str | None:
    """What is wrong with what an update leaves."""
    (request,), result = test.action.all(UT + "request"), test.result
    assert result
    fill(store, quads(test.action))
    given = send(request.value, url, client)
    if given.status_code != 204:
        return given.text
    found, _, pinned = open_published(store)
    with pinned:
        left = canonical(found)
    return None if left == canonical(quads(result)) else f"leaves {sorted(map(str, left))}"


def accepted(test: Test, url: str, client: httpx.Client) -> str | None:
    """What is wrong with how an update is taken."""
    given = send(test.action.value, url, client)
    refused = given.status_code == 400 and "cannot be done" not in given.text  # it was read
    return None if refused == ("Negative" in test.kind) else f"{given.status_code}: {given.text}"


def send(iri: str, url: str, client: httpx.Client) -> httpx.Response:
    headers = {"content-type": "application/sparql-update"}
    text = f"BASE <{iri}>\n{local(iri).read_text()}"
    return client.post(f"{url}/sparql", content=text.encode(), headers=headers)


def fill(path: Path, given: Iterator[Quad]) -> None:
    """Make the store hold this and nothing else."""
    with EmbeddedStore(path) as store:
        store.store.clear()
        store.store.extend(given)


def quads(described: Node) -> Iterator[Quad]:
    """The quads of a dataset as a manifest describes it."""
    for file in described.all(UT + "data"):
        yield from read(file.value)
    for named in described.all(UT + "graphData"):
        for file in named.all(UT + "graph"):
            yield from read(file.value, named.text(RDFS + "label"))


def read(iri: str, graph: str = "") -> Iterator[Quad]:
    path, name = local(iri), NamedNode(graph) if graph else DefaultGraph()
    format_ = RdfFormat.from_extension(path.suffix.removeprefix("."))
    for quad in parse(path=str(path), format=format_, base_iri=iri):
        yield Quad(quad.subject, quad.predicate, quad.object, name)
