"""What the endpoint says of itself: SPARQL 1.1 Service Description, with VoID and DCAT."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize
from starlette.requests import Request
from starlette.responses import Response

from kg import __version__
from kg.graph.names import DCTERMS, KGO, RDF
from kg.serve.errors import RefusedError
from kg.serve.negotiation import choose

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
_TYPES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_WRITTEN = (
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV "
    "Turtle N-Triples RDF_XML JSON-LD"
).split()  # fmt: skip


def service_description(request: Request) -> Response:
    """The description of this endpoint, in a format that the client accepts."""
    type_ = choose(request.headers.get("accept", ""), list(_TYPES))
    if type_ is None:
        raise RefusedError(406, f"the description can be had as {', '.join(_TYPES)}")
    address = str(request.url.replace(query="", fragment=""))
    service = request.app.state.service
    quads = _describe(NamedNode(address), write=service.access.write)
    prefixes = {"sd": SD, "void": VOID, "dcat": DCAT, "dcterms": DCTERMS, "formats": FORMATS}
    data = serialize(quads, format=_TYPES[type_], prefixes=prefixes)
    return Response(data, media_type=type_)


def _describe(endpoint: NamedNode, *, write: bool) -> list[Quad]:
    service, dataset = BlankNode("service"), BlankNode("dataset")
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if write else [])]
    pairs: list[tuple[BlankNode, str, NamedNode | BlankNode | Literal]] = [
        (service, RDF + "type", NamedNode(SD + "Service")),
        (service, SD + "endpoint", endpoint),
        *((service, SD + "supportedLanguage", NamedNode(SD + name)) for name in languages),
        (service, SD + "feature", NamedNode(SD + "UnionDefaultGraph")),
        *((service, SD + "resultFormat", NamedNode(FORMATS + name)) for name in _WRITTEN),
        (service, SD + "defaultDataset", dataset),
        (dataset, RDF + "type", NamedNode(SD + "Dataset")),
        (dataset, RDF + "type", NamedNode(VOID + "Dataset")),
        (dataset, RDF + "type", NamedNode(DCAT + "Dataset")),
        (dataset, DCTERMS + "title", Literal("Who does what to whom")),
        (dataset, VOID + "sparqlEndpoint", endpoint),
        (dataset, VOID + "vocabulary", NamedNode(KGO.rstrip("#"))),
        (dataset, DCTERMS + "creator", Literal(f"actorgraph {__version__}")),
    ]
    return [Quad(subject, NamedNode(predicate), value) for subject, predicate, value in pairs]
