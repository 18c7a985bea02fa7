"""SPARQL 1.1 updates, sent to the service by HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.errors import KgError
from kg.serve.answer import Answer
from kg.serve.changes import Changes, Work, checked, perform
from kg.store.embedded import EmbeddedStore
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
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def url(store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A service that may be written to, and does so without a process for every update."""

    async def make(_: Changes, work: Work) -> Answer:
        try:
            perform(store, checked(work, PATIENT))
        except (KgError, SyntaxError, ValueError) as error:
            return Answer.fault(400, str(error))
        return Answer(204, "text/plain", b"")

    monkeypatch.setattr(Changes, "make", make)
    with serving(tmp_path / "store", writable(tmp_path), PATIENT) as address:
        yield address


def test_updates_leave_what_the_standard_says(store: EmbeddedStore, url: str) -> None:
    with httpx.Client(timeout=60, headers=BEARER) as client:
        name = "sparql-update"
        check(name, {test.name: updated(test, store, url, client) for test in suite(name)})


def test_updates_are_accepted_and_refused_as_the_standard_says(
    store: EmbeddedStore, url: str
) -> None:
    with httpx.Client(timeout=60, headers=BEARER) as client:
        name = "sparql-update-syntax"
        check(name, {test.name: accepted(test, store, url, client) for test in suite(name)})


def updated(test: Test, store: EmbeddedStore, url: str, client: httpx.Client) -> str | None:
    """What is wrong with what an update leaves."""
    (request,), result = test.action.all(UT + "request"), test.result
    assert result
    store.store.clear()
    store.store.extend(quads(test.action))
    given = send(request.value, url, client)
    if given.status_code != 204:
        return given.text
    left = canonical(store.store)
    return None if left == canonical(quads(result)) else f"leaves {sorted(map(str, left))}"


def accepted(test: Test, store: EmbeddedStore, url: str, client: httpx.Client) -> str | None:
    """What is wrong with how an update is taken."""
    iri = test.action.value
    store.store.clear()
    if "CREATE" not in local(iri).read_text():  # others may need it, to drop it
        graph = NamedNode(urljoin(iri, "graph"))
        store.store.add(Quad(graph, graph, graph, graph))
    given = send(iri, url, client)
    refused = given.status_code == 400
    return None if refused == ("Negative" in test.kind) else f"{given.status_code}: {given.text}"


def send(iri: str, url: str, client: httpx.Client) -> httpx.Response:
    headers = {"content-type": "application/sparql-update"}
    text = f"BASE <{iri}>\n{local(iri).read_text()}"
    return client.post(f"{url}/sparql", content=text.encode(), headers=headers)


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
