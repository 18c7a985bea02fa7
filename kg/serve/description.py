"""What the endpoint says of itself: SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize
from starlette.requests import Request
from starlette.responses import Response

from kg import __version__
from kg.graph.names import DCTERMS, KGO, OA, PROV, RDF, RDFS, REL, SKOS, XSD
from kg.serve.errors import RefusedError
from kg.serve.negotiation import choose

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
FOAF = "http://xmlns.com/foaf/0.1/"
WELL_KNOWN = "/.well-known/void"
_PREFIXES = {
    "sd": SD, "void": VOID, "dcat": DCAT, "dcterms": DCTERMS, "formats": FORMATS, "foaf": FOAF,
    "rdfs": RDFS, "kgo": KGO, "rel": REL,
}  # fmt: skip
_TYPES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
RESULTS = [f"SPARQL_Results_{name}" for name in ("JSON", "XML", "CSV", "TSV")]
GRAPHS = ["Turtle", "N-Triples", "RDF_XML", "JSON-LD"]
Node = NamedNode | BlankNode
Pair = tuple[str, str | int | Node]


def service_description(request: Request) -> Response:
    """The description of this endpoint, in a format that the client accepts."""
    here, write = origin(request), request.app.state.service.access.write
    return written(request, [*_service(here, write=write), *quads(dataset(here), *titled(here))])


def written(request: Request, described: Iterable[Quad]) -> Response:
    """A description in a format that the client accepts."""
    type_ = choose(request.headers.get("accept", ""), list(_TYPES))
    if type_ is None:
        raise RefusedError(406, f"the description can be had as {', '.join(_TYPES)}")
    data = serialize(described, format=_TYPES[type_], prefixes=_PREFIXES)
    return Response(data, media_type=type_)


def origin(request: Request) -> str:
    """The address of this service as the client names it."""
    return str(request.base_url).rstrip("/")


def dataset(here: str) -> NamedNode:
    """The name of the data."""
    return NamedNode(f"{here}{WELL_KNOWN}#dataset")


def titled(here: str) -> Iterator[Pair]:
    """What both descriptions say of the data."""
    for type_ in (SD + "Dataset", VOID + "Dataset", DCAT + "Dataset"):
        yield RDF + "type", NamedNode(type_)
    yield DCTERMS + "title", "Who does what to whom"
    yield DCTERMS + "creator", f"actorgraph {__version__}"
    yield VOID + "sparqlEndpoint", NamedNode(f"{here}/sparql")
    for vocabulary in (KGO, REL, RDF, RDFS, SKOS, DCTERMS, PROV, OA):
        yield VOID + "vocabulary", NamedNode(vocabulary)
    yield RDFS + "seeAlso", NamedNode(here + WELL_KNOWN)


def quads(subject: Node, *pairs: Pair) -> Iterator[Quad]:
    """What is said of one thing."""
    for predicate, value in pairs:
        yield Quad(subject, NamedNode(predicate), _term(value))


def _term(value: str | int | Node) -> Node | Literal:
    if isinstance(value, int):
        return Literal(str(value), datatype=NamedNode(XSD + "integer"))
    return Literal(value) if isinstance(value, str) else value


def _service(here: str, *, write: bool) -> Iterator[Quad]:
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if write else [])]
    yield from quads(
        BlankNode("service"),
        (RDF + "type", NamedNode(SD + "Service")),
        (SD + "endpoint", NamedNode(f"{here}/sparql")),
        *((SD + "supportedLanguage", NamedNode(SD + name)) for name in languages),
        (SD + "feature", NamedNode(SD + "UnionDefaultGraph")),
        *((SD + "resultFormat", NamedNode(FORMATS + name)) for name in (*RESULTS, *GRAPHS)),
        (SD + "defaultDataset", dataset(here)),
    )
