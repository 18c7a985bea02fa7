"""The service and its data describe themselves; the counts are those of the store."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.namespace import DCAT, FOAF, RDF, RDFS, VOID

from tests.serve.services import BEARER, serving, writable
from tests.store.stores import filled, graph

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
KGO = "https://w3id.org/actorgraph/ontology#"
REL = "https://w3id.org/actorgraph/relation/"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the three articles."""
    return filled(tmp_path_factory.mktemp("described") / "store")


@pytest.fixture(scope="module")
def visible(store: Path) -> set[tuple[str, str, str]]:
    """All that can be asked for, each triple once."""
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in graph(store)}


def described(address: str, accept: str = "text/turtle") -> rdflib.Graph:
    found = httpx.get(address, headers={"accept": accept}, timeout=60)
    assert found.status_code == 200, found.text
    type_ = found.headers["content-type"].partition(";")[0]
    return rdflib.Graph().parse(data=found.text, format=type_)


@pytest.fixture(scope="module")
def void(store: Path) -> rdflib.Graph:
    with serving(store) as url:
        return described(f"{url}/.well-known/void")


def count(void: rdflib.Graph, name: str) -> int:
    (dataset,) = void.objects(None, FOAF.primaryTopic)
    (value,) = void.objects(dataset, VOID[name])
    return int(str(value))


def partition(void: rdflib.Graph, kind: str, of: str, counted: str) -> int:
    (part,) = void.subjects(VOID[kind], rdflib.URIRef(of))
    (value,) = void.objects(part, VOID[counted])
    return int(str(value))


def test_the_numbers_are_those_of_the_store(
    void: rdflib.Graph, visible: set[tuple[str, str, str]]
) -> None:
    assert count(void, "triples") == len(visible)
    assert count(void, "distinctSubjects") == len({s for s, _, _ in visible})
    assert count(void, "distinctObjects") == len({o for _, _, o in visible})
    assert count(void, "properties") == len({p for _, p, _ in visible})
    assert partition(void, "class", KGO + "Claim", "entities") == 15
    assert partition(void, "class", KGO + "Document", "entities") == 3
    assert partition(void, "property", REL + "memberOf", "triples") == 1


def test_partitions_add_up(void: rdflib.Graph) -> None:
    properties = list(void.objects(None, VOID.propertyPartition))
    assert count(void, "properties") == len(properties)
    triples = (next(void.objects(part, VOID.triples)) for part in properties)
    assert sum(int(str(number)) for number in triples) == count(void, "triples")
    assert count(void, "classes") == len(list(void.objects(None, VOID.classPartition)))


def test_the_data_says_where_it_can_be_asked(void: rdflib.Graph) -> None:
    (dataset,) = void.objects(None, FOAF.primaryTopic)
    assert {VOID.Dataset, DCAT.Dataset} <= set(void.objects(dataset, RDF.type))
    (access,) = void.subjects(DCAT.servesDataset, dataset)
    assert (access, RDF.type, DCAT.DataService) in void
    (endpoint,) = void.objects(access, DCAT.endpointURL)
    assert str(endpoint).endswith("/sparql")
    assert (dataset, VOID.sparqlEndpoint, endpoint) in void
    assert str(next(void.objects(dataset, VOID.uriSpace))) == "https://w3id.org/actorgraph/id/"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # by rdflib's own reader of JSON-LD
@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_the_service_description_leads_to_the_data(url: str, accept: str) -> None:
    service = described(f"{url}/sparql", accept)
    (node,) = service.subjects(RDF.type, SD.Service)
    (dataset,) = service.objects(node, SD.defaultDataset)
    (about,) = service.objects(dataset, RDFS.seeAlso)
    assert str(about) == f"{url}/.well-known/void"
    assert (None, FOAF.primaryTopic, dataset) in described(str(about), accept)


def test_a_service_that_may_write_says_so(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as url:
        service = described(f"{url}/sparql")
        assert (None, SD.supportedLanguage, SD.SPARQL11Update) in service
        assert count(described(f"{url}/.well-known/void"), "triples") > 100
        update = "INSERT DATA { <urn:a> a <urn:Class> }"
        done = httpx.post(f"{url}/sparql", data={"update": update}, headers=BEARER, timeout=60)
        assert done.status_code == 204
        assert (
            partition(described(f"{url}/.well-known/void"), "class", "urn:Class", "entities") == 1
        )


def test_what_cannot_be_written_is_refused(url: str) -> None:
    found = httpx.get(f"{url}/.well-known/void", headers={"accept": "image/png"})
    assert found.status_code == 406
