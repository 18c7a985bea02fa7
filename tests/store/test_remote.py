from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import QueryBoolean, QuerySolutions

from kg.errors import QueryError, StoreError
from kg.graph.names import Names
from kg.store import open_source, open_store
from kg.store.remote import TRIES, Endpoint, RemoteSource, RemoteStore, addresses
from tests.serve.services import TOKEN, serving, writable
from tests.store.stores import RUN, articles, everything, filled, parts, union

ALL = ("arms & more", "envoy", "letter")
PROGRAM = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"


class Server:
    """An Oxigraph server on this machine, with its data in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{self.address}/query"
        self.start()

    def start(self) -> None:
        """Start it, and wait until it listens."""
        command = [PROGRAM, "serve", "-l", str(self.folder), "-b", self.address]
        self.process = subprocess.Popen(
            [*command, "--union-default-graph"], stderr=subprocess.DEVNULL
        )
        while self.process.poll() is None:
            try:
                httpx.get(f"http://{self.address}/")
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server has ended")

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path / "oxigraph")
    yield running
    running.kill()


def lines(source: RemoteSource) -> list[str]:
    """All that a service holds, the ledger included, as sorted N-Quads."""
    rows = source.endpoint.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(rows, QuerySolutions)
    return sorted(f"{row['s']} {row['p']} {row['o']} {row['g']}" for row in rows)


def test_a_service_holds_what_a_folder_holds(server: Server, tmp_path: Path) -> None:
    with open_store(server.url) as store:
        for part in parts().values():
            store.put(part, RUN)
        assert store.holds(parts()["envoy"].documents[0], RUN)
    with open_source(server.url) as source:
        assert isinstance(source, RemoteSource)
        assert lines(source) == everything(filled(tmp_path / "store"))
        assert set(source.quads()) == union(*ALL)
        assert source.corpus().statements
    with open_store(server.url) as store:
        assert store.remove("envoy")
        assert store.forget_publisher("Gazette “Ա”") == ["arms & more"]
    with open_source(server.url) as source:
        assert set(source.quads()) == union("letter")


def test_queries_know_our_prefixes(server: Server) -> None:
    with open_store(server.url) as store:
        store.put(parts()["letter"], RUN)
    with open_source(server.url) as source:
        truth = source.query("ASK { ?a rel:memberOf ?b }")
        assert isinstance(truth, QueryBoolean)
        assert truth
        triples = source.query("CONSTRUCT { ?a rel:memberOf ?b } WHERE { ?a rel:memberOf ?b }")
        assert not isinstance(triples, QueryBoolean)
        (triple,) = triples
        assert triple[0] == Names().of("actor", "armenia")
        with pytest.raises(QueryError, match="refuses"):
            source.query("SELECT * {")


def test_the_base_of_the_data_is_found_again(server: Server) -> None:
    with open_store(server.url, base="https://data.example/kg/") as store:
        store.put(parts()["letter"], RUN)
    with open_store(server.url) as store, open_source(server.url) as source:
        assert store.names.base == source.base == "https://data.example/kg/"


def test_a_server_killed_in_the_middle_of_a_load_ends_in_the_same_graph(
    server: Server, tmp_path: Path
) -> None:
    def restart(_: float) -> None:
        if server.process.poll() is not None:
            server.start()

    with RemoteStore(server.url, endpoint=Endpoint(server.url, pause=restart)) as store:
        for n, article in enumerate(articles(20)):
            if n in (5, 11, 12):
                server.kill()
            store.put(article, RUN)
    with open_store(tmp_path / "store") as local:
        for article in articles(20):
            local.put(article, RUN)
    with RemoteSource(server.url) as source:
        assert lines(source) == everything(tmp_path / "store")


def test_our_own_service_is_a_store_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served, rules = filled(tmp_path / "served", "envoy"), writable(tmp_path)
    with serving(served, rules) as url:
        with open_store(f"{url}/sparql") as store, pytest.raises(StoreError, match="KG_STORE"):
            store.put(parts()["letter"], RUN)
        monkeypatch.setenv("KG_STORE_TOKEN", TOKEN)
        with open_store(f"{url}/sparql") as store:
            store.put(parts()["letter"], RUN)
    assert everything(served) == everything(filled(tmp_path / "local", "envoy", "letter"))


def answering(*statuses: int) -> tuple[Endpoint, list[float], list[httpx.Request]]:
    """An endpoint whose service answers with these, one after the other."""
    left, pauses, seen = list(statuses), list[float](), list[httpx.Request]()

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        status = left.pop(0)
        if not status:
            raise httpx.ConnectError("refused")
        return httpx.Response(status, text="why")

    transport = httpx.MockTransport(answer)
    return (
        Endpoint("http://e.example/query", transport=transport, pause=pauses.append),
        pauses,
        seen,
    )


def test_what_fails_on_the_way_is_tried_again_after_longer_and_longer_pauses() -> None:
    endpoint, pauses, seen = answering(503, 0, 429, 204)
    endpoint.update("DROP ALL")
    assert pauses == [0.25, 0.5, 1.0]
    assert {str(request.url) for request in seen} == {"http://e.example/update"}
    assert {request.headers["content-type"] for request in seen} == {"application/sparql-update"}


@pytest.mark.parametrize(
    ("statuses", "message"),
    [
        ((0,) * TRIES, "cannot be reached"),
        ((503,) * TRIES, "answers 503: why"),
        ((500,), "answers 500"),
        ((404,), "answers 404"),
        ((401,), "does not let us in"),
        ((302,), "answers 302"),
    ],
)
def test_what_stays_wrong_is_said(statuses: tuple[int, ...], message: str) -> None:
    endpoint, pauses, _ = answering(*statuses)
    with pytest.raises(StoreError, match=message):
        endpoint.update("DROP ALL")
    assert len(pauses) == len(statuses) - 1


@pytest.mark.parametrize(
    ("variables", "header"),
    [
        ({"KG_STORE_TOKEN": "secret"}, "Bearer secret"),
        ({"KG_STORE_USER": "me", "KG_STORE_PASSWORD": "pw"}, "Basic bWU6cHc="),
    ],
)
def test_who_we_are_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], header: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    endpoint, _, seen = answering(204)
    endpoint.update("DROP ALL")
    assert seen[0].headers["authorization"] == header


def test_addresses() -> None:
    assert addresses("http://e.example/ds/query")[1] == "http://e.example/ds/update"
    assert addresses("https://e.example/sparql")[1] == "https://e.example/sparql"
    for wrong in ("ftp://e.example/", "http://me:pw@e.example/sparql", "http://"):
        with pytest.raises(StoreError):
            addresses(wrong)
