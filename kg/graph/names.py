"""Namespaces, and the IRIs of what a build finds: checked, and equal for equal content."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg.errors import ExportError
from kg.model import Document, Span

BASE = "https://w3id.org/actorgraph/id/"
KGO = "https://w3id.org/actorgraph/ontology#"
REL = "https://w3id.org/actorgraph/relation/"
QUAL = "https://w3id.org/actorgraph/qualifier/"
PLOVER = "https://w3id.org/actorgraph/plover/"
CAMEO = "https://w3id.org/actorgraph/cameo/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
WD = "http://www.wikidata.org/entity/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SCHEMA = "https://schema.org/"

VOCABULARIES = {
    "cameo": CAMEO,
    "dcterms": DCTERMS,
    "kgo": KGO,
    "oa": OA,
    "owl": OWL,
    "plover": PLOVER,
    "prov": PROV,
    "qual": QUAL,
    "rdf": RDF,
    "rdfs": RDFS,
    "rel": REL,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "wd": WD,
    "xsd": XSD,
}
# prefix -> the folder below the base that holds the things of one kind
_FOLDERS = {
    "actor": "actor/",
    "claim": "claim/",
    "fix": "correction/",
    "doc": "document/",
    "graph": "graph/",
    "mention": "mention/",
    "position": "position/",
    "quote": "quote/",
    "run": "run/",
    "span": "span/",
    "stmt": "statement/",
}
_KEY = re.compile(r"(?!x[0-9a-f]+$)[A-Za-z_][A-Za-z0-9_-]*$")


def prefixes(base: str = BASE) -> dict[str, str]:
    """Every prefix that our files and queries use, the data's own included."""
    return VOCABULARIES | {prefix: base + folder for prefix, folder in _FOLDERS.items()}


@lru_cache(maxsize=4096)
def node(iri: str) -> NamedNode:
    """The IRI as a term; raises `ExportError` where it is none."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise ExportError(f"{iri!r} is no IRI: {error}") from error


@lru_cache(maxsize=1024)
def rdf(name: str) -> NamedNode:
    """A term of the RDF vocabulary."""
    return node(RDF + name)


@lru_cache(maxsize=1024)
def kgo(name: str) -> NamedNode:
    """A class or a property of our own vocabulary."""
    return node(KGO + encode(name))


@lru_cache(maxsize=1024)
def rel(name: str) -> NamedNode:
    """The property of a relation."""
    return node(REL + encode(name))


def qualifier(key: str) -> NamedNode:
    """The property of a qualifier; a key that XML cannot use as a name becomes hexadecimal."""
    return node(QUAL + (key if _KEY.match(key) else "x" + key.encode(errors="replace").hex()))


def qualifier_key(iri: str) -> str:
    """The key that `qualifier` made an IRI of."""
    key = iri.removeprefix(QUAL)
    return key if _KEY.match(key) else bytes.fromhex(key[1:]).decode(errors="replace")


@lru_cache(maxsize=4096)
def encode(text: str) -> str:
    """Percent-encode everything but letters, digits and `-._~`."""
    return quote(text, safe="", errors="replace")


def tail(iri: str) -> str:
    """What `encode` made the last part of an IRI of."""
    return unquote(re.split("[/#]", iri)[-1])


def web(url: str | None) -> NamedNode | None:
    """A web address as a term; None where it is none (`javascript:` and other schemes are none)."""
    try:
        return NamedNode(url) if url and re.match(r"https?://", url, re.IGNORECASE) else None
    except ValueError:
        return None


class Names:
    """Mints the IRIs of one data base (`…/id/`)."""

    def __init__(self, base: str = BASE) -> None:
        if not base.endswith(("/", "#")):
            raise ExportError(f"the base {base!r} must end in '/' or '#'")
        self.base = node(base).value

    def of(self, prefix: str, name: str) -> NamedNode:
        """The IRI of the thing of this kind ("actor", "claim", "run" …) with this name."""
        return node(self.base + _FOLDERS[prefix] + encode(name))

    def document(self, document: Document) -> NamedNode:
        """The IRI of a document, and of the graph of what it says: its text's hash and its name."""
        return self.of("doc", f"{document.id}-{document.name}")

    def span(self, prefix: str, document: NamedNode, span: Span) -> NamedNode:
        """The IRI of a stretch of a document, or of its position or quote selector."""
        local = document.value.removeprefix(self.base + _FOLDERS["doc"])
        return node(f"{self.base}{_FOLDERS[prefix]}{local}_{span.start}-{span.end}")
