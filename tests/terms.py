"""What RDF terms hold, for comparison with plain strings."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple


def value(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The IRI, label or text of a term."""
    assert not isinstance(term, Triple)
    return term.value


def datatype(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The local name of a literal's datatype."""
    assert isinstance(term, Literal)
    return term.datatype.value.partition("#")[2]
