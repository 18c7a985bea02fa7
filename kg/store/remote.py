"""A store behind a SPARQL 1.1 service: queries and updates by POST, one update a document.

They are sent as forms, which every service reads: Virtuoso 7.2 never answers a query that is the
whole body, nor an update to a service that wants a digest.

Every update may be sent again without harm, so what fails on the way is tried again. The password
or the token comes from the environment (`KG_STORE_TOKEN`, or `KG_STORE_USER` and
`KG_STORE_PASSWORD`, with `KG_STORE_AUTH=digest` where the service wants a digest of it), never
from the address.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Self
from urllib.parse import urlsplit

import httpx
from pyoxigraph import (
    Literal,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import QueryError, StoreError
from kg.graph.corpus import from_rdf
from kg.graph.names import BASE, Names, prefixes, tail
from kg.model import Corpus
from kg.store.ledger import NAME, ledger_graph
from kg.store.sparql import Change, text
from kg.store.writer import Writer

TRIES = 5
_AGAIN = frozenset({429, 502, 503, 504})
_FIRST_PAUSE = 0.25  # seconds; doubled with every try
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_BASE = "actorgraph-base"  # how `kg serve` says that it keeps a ledger
_CUT = "x-sparql-maxrows"  # how Virtuoso says that there is more
_SCHEMES: dict[str, type[httpx.BasicAuth | httpx.DigestAuth]] = {
    "basic": httpx.BasicAuth,
    "digest": httpx.DigestAuth,
}


class Endpoint:
    """The two addresses of a service, and how to ask them.

    `base` is what a `kg serve` that has been asked says of its data; its store has a ledger apart.
    """

    def __init__(
        self,
        url: str,
        *,
        timeout: float = 60.0,
        transport: httpx.BaseTransport | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.url, self.update_url = addresses(url)
        self.base: str | None = None
        self._pause = pause
        self._client = httpx.Client(
            auth=credentials(), timeout=timeout, transport=transport, follow_redirects=False
        )

    def query(
        self, text: str, **parameters: str
    ) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        """The answer to a query."""
        accept = f"{_RESULTS}, {_TRIPLES};q=0.9"
        answer = self._post(self.url, {"query": text} | parameters, accept)
        self.base = answer.headers.get(_BASE)
        type_ = answer.headers.get("content-type", "").partition(";")[0].strip()
        if (rows := answer.headers.get(_CUT)) is not None:
            raise StoreError(
                f"{self.url}: cuts answers off at {rows} rows: let it give more (ResultSetMaxRows)"
            )
        try:
            if type_ == _RESULTS:
                return parse_query_results(answer.content, format=QueryResultsFormat.JSON)
            if type_ in (_TRIPLES, "text/plain"):
                return (q.triple for q in parse(answer.content, RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.url}: its answer cannot be read: {error}") from error
        raise StoreError(f"{self.url}: answers with {type_ or 'nothing'}, not with {_RESULTS}")

    def update(self, text: str, **parameters: str) -> None:
        """Do an update; it must be one that may be done twice."""
        self._post(self.update_url, {"update": text} | parameters, "*/*")

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def _post(self, url: str, form: Mapping[str, str], accept: str) -> httpx.Response:
        for attempt in range(1, TRIES + 1):
            if attempt > 1:
                self._pause(_FIRST_PAUSE * 2 ** (attempt - 2))
            try:
                answer = self._client.post(url, data=form, headers={"accept": accept})
            except httpx.TransportError as error:
                if attempt == TRIES:
                    raise StoreError(f"{url}: cannot be reached: {error}") from error
                continue
            if answer.status_code not in _AGAIN or attempt == TRIES:
                break
        return _checked(answer, url)


class RemoteStore(Writer):
    """A store behind a service, open for writing; use it as a context."""

    def __init__(self, url: str, *, base: str = BASE, endpoint: Endpoint | None = None) -> None:
        self.endpoint = endpoint or Endpoint(url)
        super().__init__(self, known_base(self.endpoint) or base)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.endpoint.close()

    def select(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query."""
        return _solutions(self.endpoint, query)

    def update(self, text: str) -> None:
        """Do one SPARQL update in one transaction."""
        self.endpoint.update(text)

    def select_ledger(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query on the ledger, wherever the service keeps it."""
        if self.endpoint.base is None:
            return self.select(query)
        return _solutions(self.endpoint, query, ledger="")

    def commit(self, change: Change) -> None:
        """Do a change of graph and ledger in one transaction."""
        if self.endpoint.base is None:
            super().commit(change)
        else:
            told = change.within(self.ledger).update()
            self.endpoint.update(change.without(self.ledger).update(), ledger=told)

    def publish(self) -> None:
        """Nothing: a service shows what it has."""


class RemoteSource:
    """A store behind a service, to be read."""

    def __init__(self, url: str, *, endpoint: Endpoint | None = None) -> None:
        self.endpoint = endpoint or Endpoint(url)
        self.base = known_base(self.endpoint) or BASE

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.endpoint.close()

    def query(self, text: str) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        """The answer to a SPARQL query; the service decides what its default graph is."""
        ours = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(self.base).items())
        return self.endpoint.query(ours + text)

    def quads(self) -> Iterator[Quad]:
        """Every quad of our graphs but those of the ledger; a service may hold others' too."""
        ledger, base = ledger_graph(Names(self.base)), text(Literal(self.base))
        ours = f"FILTER(?g != {ledger} && STRSTARTS(STR(?g), {base}))"
        query = f"SELECT ?s ?p ?o ?g {{ GRAPH ?g {{ ?s ?p ?o }} {ours} }}"
        for row in _solutions(self.endpoint, query):
            yield Quad(row["s"], row["p"], row["o"], row["g"])

    @property
    def store(self) -> Store:
        """All that the service holds, in memory, to be asked like an embedded store."""
        store = Store()
        store.extend(self.quads())
        return store

    def corpus(self) -> Corpus:
        """What the graph says, as values."""
        return from_rdf(self.quads())


def addresses(url: str) -> tuple[str, str]:
    """Where queries and updates go: one address, or `…/query` and `…/update`."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{url!r} is no address of a service: it begins with http:// or https://")
    if parts.username or parts.password:
        raise StoreError("a password does not belong into an address: set KG_STORE_PASSWORD")
    return url, url.removesuffix("/query") + "/update" if url.endswith("/query") else url


def credentials() -> httpx.Auth | None:
    """How to say who we are, from the environment."""
    if token := os.environ.get("KG_STORE_TOKEN"):
        return _Bearer(token)
    user, password = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD", "")
    if not user:
        return None
    scheme = os.environ.get("KG_STORE_AUTH", "basic").lower()
    if scheme not in _SCHEMES:
        raise StoreError(f"KG_STORE_AUTH is {scheme!r}, and may be {' or '.join(_SCHEMES)}")
    return _SCHEMES[scheme](user, password)


def known_base(endpoint: Endpoint) -> str | None:
    """The base of the data in a service; None where there is no data of ours."""
    query = f"SELECT ?g {{ GRAPH ?g {{ ?doc {NAME} ?name }} }} LIMIT 1"
    found = _solutions(endpoint, query)
    if endpoint.base:
        return endpoint.base
    for row in found:
        if tail(graph := row["g"].value) == "ledger":
            return str(graph).removesuffix("graph/ledger")
    return None


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["authorization"] = f"Bearer {self._token}"
        yield request


def _solutions(endpoint: Endpoint, query: str, **parameters: str) -> QuerySolutions:
    found = endpoint.query(query, **parameters)
    if not isinstance(found, QuerySolutions):
        raise StoreError(f"{endpoint.url}: does not answer a SELECT query with solutions")
    return found


def _checked(answer: httpx.Response, url: str) -> httpx.Response:
    if answer.is_success:
        return answer
    reason = " ".join(answer.text[:300].split())
    if answer.status_code == 400:
        raise QueryError(f"{url}: refuses the query: {reason}")
    if answer.status_code in (401, 403):
        raise StoreError(
            f"{url}: does not let us in ({answer.status_code}): set KG_STORE_TOKEN, or "
            "KG_STORE_USER and KG_STORE_PASSWORD, and KG_STORE_AUTH=digest where it wants a digest"
        )
    raise StoreError(f"{url}: answers {answer.status_code}: {reason}")
