"""SPARQL 1.1 Protocol, Graph Store Protocol and Service Description: requests and responses."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.store.embedded import EmbeddedStore
from tests.serve.services import BEARER, serving, writable
from tests.w3c.lists import check
from tests.w3c.manifests import MF, PATIENT, Node, Test, cases, needs_suites
from tests.w3c.solutions import canonical
from tests.w3c.test_updates import quads

pytestmark = needs_suites
HT, CNT = "http://www.w3.org/2011/http#", "http://www.w3.org/2011/content#"
SD = "http://www.w3.org/ns/sparql-service-description#"
PATHS = {"/sparql/": "/sparql", "/gsp": "/graphs"}
FORMATS = {
    "boolean": ("application/sparql-results",),
    "tabular": ("application/sparql-results", "text/csv", "text/tab-separated-values"),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml"),
}
LOCATION = "$LOCATION$"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def url(store: Path, tmp_path: Path) -> Iterator[str]:
    """A service that may be written to."""
    EmbeddedStore(store).close()
    with serving(store, writable(tmp_path), PATIENT) as address:
        yield address


@pytest.mark.parametrize(
    ("suite", "folder", "files"),
    [
        ("sparql-protocol", "protocol", ["manifest.ttl"]),
        ("graph-store", "graph-store-protocol", ["manifest-direct.ttl", "manifest-indirect.ttl"]),
    ],
)
def test_requests_are_answered_as_the_standard_says(
    suite: str, folder: str, files: list[str], store: Path, url: str
) -> None:
    found = {}
    for file in files:
        for test in cases(f"sparql/sparql11/{folder}", file):
            if folder != "protocol" or list(quads(test.node)):
                fill(store, quads(test.node))
            found[test.name] = answered(test, url)
    check(suite, found)


def fill(path: Path, given: Iterator[Quad]) -> None:
    """Make the store hold this and nothing else."""
    with EmbeddedStore(path) as store:
        store.store.clear()
        store.store.extend(given)


def test_the_service_describes_itself(url: str) -> None:
    """The manifest names three tests, and says in words what each is."""
    given = httpx.get(f"{url}/sparql", headers={"accept": "text/turtle"} | BEARER)
    said = list(parse(given.content, RdfFormat.TURTLE, base_iri=url))
    services = {q.subject for q in said if q.object == NamedNode(SD + "Service")}
    of_service = {(q.predicate.value.removeprefix(SD), q.object) for q in said
                  if q.subject in services}  # fmt: skip
    languages = {value for name, value in of_service if name == "supportedLanguage"}
    check("service-description", {
        "service-description/returns-rdf": None if said else "nothing",
        "service-description/has-endpoint-triple":
            None if ("endpoint", NamedNode(f"{url}/sparql")) in of_service else "no endpoint",
        "service-description/conforms-to-schema":
            None if len(services) == 1 and all(isinstance(v, NamedNode) for v in languages)
            and not any(isinstance(v, Literal) for _, v in of_service) else "not as defined",
    })  # fmt: skip


def answered(test: Test, url: str) -> str | None:
    """What is wrong with the first response of a test that is wrong."""
    (requests,) = test.action.all(HT + "requests")
    location = ""
    with httpx.Client(base_url=url, timeout=60, headers=BEARER) as client:
        for number, request in enumerate(requests.items()):
            given = send(request, client, location)
            (expected,) = request.all(HT + "resp")
            if wrong := fault(expected, given, url):
                return f"request {number}: {wrong}: {given.text[:300]}"
            location = given.headers.get("location", location)
    return None


def send(request: Node, client: httpx.Client, location: str) -> httpx.Response:
    path = request.text(HT + "absolutePath").replace(LOCATION, quote(location, safe=""))
    for theirs, ours in PATHS.items():
        if path.startswith(theirs):
            path = ours + path.removeprefix(theirs)
    headers = client.headers.copy()
    headers.update(dict(fields(request)))
    return client.request(
        request.text(HT + "methodName"), path, content=body(request, location), headers=headers
    )


def body(message: Node, location: str = "") -> bytes | None:
    found = message.one(HT + "body")
    if found is None:
        return None
    text = found.text(CNT + "chars").replace(LOCATION, location)
    return text.encode(found.text(CNT + "characterEncoding"))


def fields(message: Node) -> Iterator[tuple[str, str]]:
    """The header fields of a request or a response."""
    for fields in message.all(HT + "headers"):
        for field in fields.items():
            yield field.text(HT + "fieldName"), field.text(HT + "fieldValue")


def fault(expected: Node, given: httpx.Response, url: str) -> str | None:
    """In what a response is not as expected."""
    statuses = [node.value.rpartition("#")[2] for node in expected.all(MF + "expectedStatus")]
    if statuses and not any(fits(given.status_code, name) for name in statuses):
        return f"{given.status_code} instead of {sorted(statuses)}"
    type_ = given.headers.get("content-type", "")
    format_ = expected.text(MF + "expectedFormat")
    if format_ and not type_.startswith(FORMATS[format_]):
        return f"{type_} is not {format_}"
    if (truth := expected.one(MF + "expectedBoolean")) and given.json()["boolean"] != (
        truth.value == "true"
    ):
        return "the other answer"
    if expected.one(MF + "expectedLocation") and not given.headers.get("location"):
        return "no location"
    return wrong_content(expected, given, url)


def wrong_content(expected: Node, given: httpx.Response, url: str) -> str | None:
    for name, value in fields(expected):
        if name.lower() != "content-length" and given.headers.get(name) != value:
            return f"{name} is {given.headers.get(name)}"
    wanted = body(expected)
    if wanted is None:
        return None
    graphs = (canonical(turtle(data, url)) for data in (wanted, given.content))
    return None if len(set(graphs)) == 1 else "another graph"


def turtle(data: bytes, url: str) -> Iterator[Quad]:
    yield from parse(data, RdfFormat.TURTLE, base_iri=url)


def fits(status: int, name: str) -> bool:
    """Whether a status is the one with this name, or of this class."""
    if name.startswith("StatusCode"):
        return str(status)[0] == name.removeprefix("StatusCode")[0]
    known = HTTPStatus(status).name.replace("_", "")
    return known.lower() == name.lower()
