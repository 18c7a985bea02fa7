from __future__ import annotations

import socket
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path
from threading import Timer

import httpx
import pytest
from pyoxigraph import QueryBoolean, QuerySolutions

from kg.errors import QueryError, StoreError
from kg.graph.names import BASE, Names
from kg.store import open_source, open_store
from kg.store.embedded import EmbeddedStore
from kg.store.ledger import ledger_graph
from kg.store.remote import TRIES, Endpoint, RemoteSource, RemoteStore, addresses
from kg.store.source import Snapshot
from tests.corpora import ENVOY
from tests.corrections.examples import told, undo
from tests.serve.services import TOKEN, serving, writable
from tests.store.remotes import SERVERS, Server
from tests.store.stores import RUN, articles, everything, filled, graph, parts, union
from tests.store.test_corrections import overlay_of_each_kind

ALL = ("arms & more", "envoy", "letter")
QUERIES = [
    "SELECT ?a ?b { ?a rel:suppliesWeaponsTo ?b }",
    "SELECT DISTINCT ?c ?q { ?c a kgo:Claim ; oa:hasTarget/oa:hasSelector/oa:exact ?q }",
    "SELECT DISTINCT ?name { ?a skos:altLabel ?name FILTER(STR(?name) > 'F') }",
    "SELECT ?d (COUNT(DISTINCT ?c) AS ?n) { ?c a kgo:Claim ; prov:wasDerivedFrom ?d } GROUP BY ?d",
    (
        "SELECT DISTINCT ?c ?t { ?c kgo:time ?t FILTER(DATATYPE(?t) = xsd:date) "
        "FILTER(?t > '2023-09-01'^^xsd:date) }"
    ),
    "SELECT DISTINCT ?c ?p { ?c kgo:confidence ?p FILTER(?p < 0.95) }",
    "SELECT DISTINCT ?c ?s { ?c a kgo:Claim OPTIONAL { ?c kgo:source ?s } }",
    "SELECT DISTINCT ?a { ?m kgo:refersTo ?a FILTER NOT EXISTS { ?a owl:sameAs ?w } }",
    "SELECT ?g ?t { GRAPH ?g { ?g dcterms:title ?t } }",
]


@pytest.fixture(scope="module", params=list(SERVERS))
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A service of each maker."""
    server = SERVERS[request.param](tmp_path_factory.mktemp("remote") / "data")
    yield server
    server.kill()


@pytest.fixture
def server(running: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The service, with nothing of ours in it, and what it wants to know of us."""
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    endpoint = Endpoint(running.url)
    rows = endpoint.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(rows, QuerySolutions)
    ours = [f"DROP SILENT GRAPH {row['g']}" for row in rows if is_ours(row["g"].value)]
    if ours:
        endpoint.update(" ;\n".join(ours))
    endpoint.close()
    return running


def is_ours(graph: str) -> bool:
    return graph.startswith((BASE, "https://data.example/"))


def lines(source: RemoteSource) -> list[str]:
    """All that a service holds of ours, the ledger included, as sorted N-Quads."""
    rows = source.endpoint.query(
        "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://')) }"
    )
    assert isinstance(rows, QuerySolutions)
    found = [(row["s"], row["p"], row["o"], row["g"]) for row in rows]
    return sorted(" ".join(map(str, row)) for row in found if is_ours(row[3].value))


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


def test_queries_have_the_answers_of_the_embedded_store(server: Server, tmp_path: Path) -> None:
    with open_store(server.url) as store:
        for part in parts().values():
            store.put(part, RUN)
    with Snapshot(filled(tmp_path / "store")) as local, open_source(server.url) as source:
        for query in QUERIES:
            expected = rows(local.query(query))
            assert expected
            assert rows(source.query(query)) == expected


def rows(found: object) -> list[list[str]]:
    assert isinstance(found, QuerySolutions)
    return sorted([str(value) for value in row] for row in found)


def test_a_server_killed_in_the_middle_of_a_load_ends_in_the_same_graph(
    server: Server, tmp_path: Path
) -> None:
    killings: list[Timer] = []

    def restart(_: float) -> None:
        while killings:
            killings.pop().join()
            server.process.wait()
            server.start()

    load = list(articles(15))
    with RemoteStore(server.url, endpoint=Endpoint(server.url, pause=restart)) as store:
        for n, article in enumerate(load):
            if n in (4, 9):
                killings.append(Timer(0.002 * n, server.process.kill))  # while it answers, or not
                killings[0].start()
            store.put(article, RUN)
    restart(0)
    with open_store(tmp_path / "store") as local:
        for article in load:
            local.put(article, RUN)
    with RemoteSource(server.url) as source:
        assert lines(source) == everything(tmp_path / "store")


def test_corrections_make_of_a_service_what_they_make_of_a_folder(
    server: Server, tmp_path: Path
) -> None:
    """A decision of every kind, all undone, all redone, an actor forgotten, and what follows."""
    made = overlay_of_each_kind()
    with open_store(server.url) as remote, open_store(filled(tmp_path / "store")) as local:
        for part in parts().values():
            remote.put(part, RUN)
        assert isinstance(local, EmbeddedStore)
        for overlay in (made, undo(made), undo(undo(made))):
            for store in (remote, local):
                store.corrections.keep(overlay)
            assert remote.corrections.overlay == overlay
            assert told(remote.corrections.desk()) == told(local.corrections.desk())
            same_graphs(server, local)
        for store in (remote, local):
            assert store.forget_actor("russia") == sorted(ALL)
            assert store.infer() > 0
        same_graphs(server, local)


def same_graphs(server: Server, local: EmbeddedStore) -> None:
    """A service holds what the folder does, the ledger and the log of corrections included."""
    local.publish()
    with RemoteSource(server.url) as source:
        assert lines(source) == everything(local.folder.path)


def test_our_own_service_is_a_store_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served, rules = tmp_path / "served", writable(tmp_path)
    EmbeddedStore(served).close()
    with serving(served, rules) as url:
        with open_store(f"{url}/sparql") as store, pytest.raises(StoreError, match="KG_STORE"):
            store.put(parts()["letter"], RUN)
        monkeypatch.setenv("KG_STORE_TOKEN", TOKEN)
        with open_store(f"{url}/sparql") as store:
            for name in ("envoy", "letter"):
                store.put(parts()[name], RUN)
    assert everything(served) == everything(filled(tmp_path / "local", "envoy", "letter"))


def test_a_folder_and_its_service_keep_one_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", TOKEN)
    path, overlay = filled(tmp_path / "store", "envoy"), overlay_of_each_kind()
    with serving(path, writable(tmp_path)) as url:
        with open_store(f"{url}/sparql") as store:
            assert store.holds(ENVOY, RUN)
            store.put(parts()["letter"], RUN)
            store.corrections.keep(overlay)
        with open_store(path) as store:
            assert list(store.documents()) == ["envoy", "letter"]
            assert store.corrections.overlay == overlay
            store.remove("envoy")
            store.put(parts()["arms & more"], RUN)
        with open_store(f"{url}/sparql") as store:
            assert list(store.documents()) == ["arms & more", "letter"]
            store.remove("letter")
            store.put(parts()["envoy"], RUN)
    with open_store(filled(tmp_path / "local", "arms & more", "envoy")) as store:
        store.corrections.keep(overlay)
    assert everything(path) == everything(tmp_path / "local")
    assert ledger_graph(Names()) not in {quad.graph_name for quad in graph(path)}


def test_the_base_of_a_store_is_that_of_its_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", TOKEN)
    EmbeddedStore(tmp_path / "store", base="https://data.example/kg/").close()
    with serving(tmp_path / "store", writable(tmp_path)) as url:
        with open_store(f"{url}/sparql") as store:
            assert store.names.base == "https://data.example/kg/"
        with open_source(f"{url}/sparql") as source:
            assert source.base == "https://data.example/kg/"


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
    assert {request.content for request in seen} == {b"update=DROP+ALL"}


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


def test_an_answer_that_takes_too_long_is_not_waited_for() -> None:
    pauses: list[float] = []
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/query"
        endpoint = Endpoint(url, timeout=0.05, pause=pauses.append)
        with pytest.raises(StoreError, match="cannot be reached: timed out"):
            endpoint.query("ASK {}")
        endpoint.close()
    assert len(pauses) == TRIES - 1


def test_an_answer_that_is_cut_off_is_no_answer() -> None:
    """Virtuoso gives no more rows than it was set to, and says so in a header alone."""
    cut = httpx.Response(
        200, headers={"content-type": "application/sparql-results+json", "x-sparql-maxrows": "9"}
    )
    endpoint = Endpoint("http://e.example/", transport=httpx.MockTransport(lambda _: cut))
    with pytest.raises(StoreError, match="cuts answers off at 9 rows"):
        endpoint.query("SELECT * { ?s ?p ?o }")


def test_a_digest_is_given_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """User, realm and nonce are those of the example in RFC 2617, section 3.5."""
    monkeypatch.setenv("KG_STORE_USER", "Mufasa")
    monkeypatch.setenv("KG_STORE_PASSWORD", "Circle Of Life")
    monkeypatch.setenv("KG_STORE_AUTH", "digest")
    asked = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"'
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if "authorization" in request.headers:
            return httpx.Response(204)
        return httpx.Response(401, headers={"www-authenticate": asked})

    endpoint = Endpoint("http://e.example/sparql", transport=httpx.MockTransport(answer))
    endpoint.update("DROP ALL")
    given = seen[1].headers["authorization"]
    ha1, ha2 = (
        md5(text.encode()).hexdigest()
        for text in ("Mufasa:testrealm@host.com:Circle Of Life", "POST:/sparql")
    )
    proof = md5(f"{ha1}:dcd98b7102dd2f0e8b11d0f600bfb0c093:{ha2}".encode()).hexdigest()
    assert 'Digest username="Mufasa"' in given
    assert f'response="{proof}"' in given
    assert b"Circle" not in seen[0].content + seen[1].content
    assert "Circle" not in given


def test_a_way_to_say_who_we_are_that_nobody_knows_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KG_STORE_USER", "me")
    monkeypatch.setenv("KG_STORE_AUTH", "magic")
    with pytest.raises(StoreError, match="'magic', and may be basic or digest"):
        Endpoint("http://e.example/sparql")


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
