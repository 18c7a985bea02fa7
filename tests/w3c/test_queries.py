"""SPARQL 1.1 queries, asked of the service by HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.store.embedded import EmbeddedStore
from tests.serve.services import serving
from tests.w3c.lists import check
from tests.w3c.manifests import PATIENT, Node, Test, cases, local, needs_suites
from tests.w3c.solutions import comparable

pytestmark = needs_suites
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
NOTHING = "urn:nothing"
FOLDERS = {
    "sparql-query": "aggregates bind bindings cast construct exists functions grouping negation "
    "project-expression property-path subquery service json-res csv-tsv-res",
    "sparql-entailment": "entailment",
    "sparql-syntax": "syntax-query syntax-fed aggregates construct grouping",
}
ACCEPT = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}
ANY = "application/sparql-results+json, application/n-triples;q=0.9"


def suite(name: str) -> Iterator[Test]:
    """The tests of a suite: those that evaluate, or those of syntax alone."""
    for folder in FOLDERS[name].split():
        for test in cases(f"sparql/sparql11/{folder}"):
            if ("Syntax" in test.kind) == (name == "sparql-syntax"):
                yield test


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service over the data of all tests, every file a graph with the name of the file."""
    path = tmp_path_factory.mktemp("w3c") / "store"
    files = {iri for name in FOLDERS for test in suite(name) for _, iri in data(test.action)}
    with EmbeddedStore(path) as store:
        for file in sorted(files):
            store.store.extend(quads(file))
    with serving(path, limits=PATIENT) as address:
        yield address


@pytest.mark.parametrize("name", ["sparql-query", "sparql-entailment"])
def test_queries_have_the_answers_that_the_standard_says(name: str, url: str) -> None:
    with httpx.Client(timeout=60) as client:
        check(name, {test.name: answered(test, url, client) for test in suite(name)})


def test_queries_are_accepted_and_refused_as_the_standard_says(url: str) -> None:
    with httpx.Client(timeout=60) as client:
        found = {test.name: accepted(test, url, client) for test in suite("sparql-syntax")}
    check("sparql-syntax", found)


def data(action: Node) -> list[tuple[str, str]]:
    """The files that a test reads, after the kind of graph that each is."""
    default = [("default", node.value) for node in action.all(QT + "data")]
    return default + [("named", node.value) for node in action.all(QT + "graphData")]


def quads(iri: str) -> Iterator[Quad]:
    """What a file says, in a graph with its name."""
    path, graph = local(iri), NamedNode(iri)
    format_ = RdfFormat.from_extension(path.suffix.removeprefix("."))
    for quad in parse(path=str(path), format=format_, base_iri=iri, rename_blank_nodes=True):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)


def answered(test: Test, url: str, client: httpx.Client) -> str | None:
    """What is wrong with the answer to a query."""
    (query,), result = test.action.all(QT + "query"), test.result
    assert result
    text = local(query.value).read_text()
    graphs = [(f"{kind}-graph-uri", iri) for kind, iri in data(test.action)]
    if "FROM" in text:  # what the request says would count more
        graphs = []
    elif not any(key == "default-graph-uri" for key, _ in graphs):
        graphs.append(("default-graph-uri", NOTHING))
    ending = Path(result.value).suffix
    given = ask(f"BASE <{query.value}>\n{text}", url, client, graphs, ACCEPT.get(ending, ANY))
    if given.status_code != 200:
        return given.text
    ordered = "ORDER BY" in text.upper()
    got = {"application/sparql-results+json": ".srj", "application/n-triples": ".nt"}
    type_ = got.get(given.headers["content-type"], ending)
    found = comparable(given.content, type_, base=result.value, ordered=ordered)
    right = local(result.value).read_bytes()
    expected = comparable(right, ending, base=result.value, ordered=ordered)
    return None if found == expected else f"answers {given.text[:20000]}"


def accepted(test: Test, url: str, client: httpx.Client) -> str | None:
    """What is wrong with how a query is taken."""
    iri = test.action.value
    text = f"BASE <{iri}>\n{local(iri).read_text()}"
    given = ask(text, url, client, [("default-graph-uri", NOTHING)], ANY)
    refused = given.status_code == 400
    return None if refused == ("Negative" in test.kind) else f"{given.status_code}: {given.text}"


def ask(
    query: str, url: str, client: httpx.Client, graphs: list[tuple[str, str]], accept: str
) -> httpx.Response:
    headers = {"accept": accept, "content-type": "application/sparql-query"}
    return client.post(f"{url}/sparql?{urlencode(graphs)}", content=query.encode(), headers=headers)
