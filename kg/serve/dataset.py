"""The data as VoID and DCAT describe it, with its real size."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress

from pyoxigraph import BlankNode, NamedNode, Quad
from starlette.requests import Request
from starlette.responses import Response

from kg.graph.names import DCTERMS, RDF
from kg.serve.description import (
    DCAT,
    FOAF,
    FORMATS,
    GRAPHS,
    VOID,
    WELL_KNOWN,
    dataset,
    origin,
    quads,
    titled,
    written,
)
from kg.serve.errors import RefusedError
from kg.serve.requests import unless_hung_up
from kg.serve.service import Row, Service

_ABOUT = (
    "Relations between states, organisations, armed forces, persons and places as news articles "
    "tell them: who says so, when, whether it is asserted, denied or planned, and in which words."
)
_TRIPLES = "SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }"
_SIZES = {
    "triples": f"SELECT (COUNT(*) AS ?n) {{ {{ {_TRIPLES} }} }}",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    "classes": "SELECT (COUNT(DISTINCT ?class) AS ?n) { ?s a ?class }",
}
_PARTITIONS = {
    "class": "SELECT ?key (COUNT(DISTINCT ?s) AS ?n) { ?s a ?key FILTER isIRI(?key) }"
    " GROUP BY ?key ORDER BY ?key",
    "property": f"SELECT (?p AS ?key) (COUNT(*) AS ?n) {{ {{ {_TRIPLES} }} }}"
    " GROUP BY ?p ORDER BY ?p",
}
_COUNTED = {"class": "entities", "property": "triples"}
Counts = dict[str, list[Row]]


class Size:
    """How much the published graph holds, counted once for each publication."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._counted: dict[str, Counts] = {}
        self._counting = asyncio.Lock()

    async def counts(self) -> Counts:
        """The rows of each count; what costs more than a query may is left out."""
        published = self.service.published()
        async with self._counting:
            if published not in self._counted:
                self._counted = {published: await self._count()}
            return self._counted[published]

    async def _count(self) -> Counts:
        found = {}
        for name, query in (_SIZES | _PARTITIONS).items():
            with suppress(RefusedError):
                found[name] = await self.service.rows(query)
        return found


async def dataset_description(request: Request) -> Response:
    """The description of the data, in a format that the client accepts."""
    size: Size = request.app.state.size
    counts = await unless_hung_up(request, size.counts())
    return written(request, _described(origin(request), size.service.base, counts))


def _described(here: str, base: str, counts: Counts) -> Iterator[Quad]:
    about, this, access = NamedNode(here + WELL_KNOWN), dataset(here), BlankNode("access")
    yield from quads(
        about,
        (RDF + "type", NamedNode(VOID + "DatasetDescription")),
        (FOAF + "primaryTopic", this),
    )
    yield from quads(
        this,
        *titled(here),
        (DCTERMS + "description", _ABOUT),
        (DCAT + "landingPage", NamedNode(f"{here}/")),
        (VOID + "uriSpace", base),
        *((VOID + "feature", NamedNode(FORMATS + name)) for name in GRAPHS),
        *((VOID + name, int(counts[name][0]["n"])) for name in _SIZES if name in counts),
    )
    yield from quads(
        access,
        (RDF + "type", NamedNode(DCAT + "DataService")),
        (DCTERMS + "title", "SPARQL endpoint"),
        (DCAT + "endpointURL", NamedNode(f"{here}/sparql")),
        (DCAT + "endpointDescription", NamedNode(f"{here}/sparql")),
        (DCAT + "servesDataset", this),
    )
    yield from _partitions(this, counts)


def _partitions(this: NamedNode, counts: Counts) -> Iterator[Quad]:
    for kind in _PARTITIONS:
        for number, row in enumerate(counts.get(kind, ())):
            part = BlankNode(f"{kind}{number}")
            yield from quads(this, (f"{VOID}{kind}Partition", part))
            yield from quads(
                part,
                (VOID + kind, NamedNode(row["key"])),
                (VOID + _COUNTED[kind], int(row["n"])),
            )
