"""The tests of the W3C as their manifests describe them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from kg.serve.limits import Limits

HOME = os.environ.get("ACTORGRAPH_W3C", "")
# The suites are the W3C's and are not copied into this project: whoever has them names their
# folder. .ci/run does so where it lies beside the checkout, and all of them run there.
needs_suites = pytest.mark.skipif(
    not HOME, reason="ACTORGRAPH_W3C names no folder of the W3C test suites"
)
ROOT = "https://w3c.github.io/rdf-tests/"
PATIENT = Limits(seconds=60.0)  # on a busy machine
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a manifest."""

    store: Store
    term: Term

    def all(self, predicate: str) -> list[Node]:
        """What a property of the node has as values."""
        found = self.store.quads_for_pattern(self.term, NamedNode(predicate), None)  # type: ignore[arg-type]
        return [Node(self.store, quad.object) for quad in found]

    def one(self, predicate: str) -> Node | None:
        """The value of a property that has one at the most."""
        return next(iter(self.all(predicate)), None)

    def text(self, predicate: str) -> str:
        """The value of a property as text; empty where there is none."""
        found = self.one(predicate)
        return found.value if found else ""

    def items(self) -> Iterator[Node]:
        """The items of a list."""
        cell: Node | None = self
        while cell and (first := cell.one(RDF + "first")):
            yield first
            cell = cell.one(RDF + "rest")

    @property
    def value(self) -> str:
        """The text of a name or a literal."""
        assert not isinstance(self.term, Triple)
        return self.term.value


@dataclass(frozen=True, slots=True)
class Test:
    """One test: its short name, its kind, and where the manifest describes it."""

    __test__ = False  # for pytest

    name: str
    kind: str
    node: Node

    @property
    def action(self) -> Node:
        """What the test does."""
        found = self.node.one(MF + "action")
        assert found
        return found

    @property
    def result(self) -> Node | None:
        """What is expected."""
        return self.node.one(MF + "result")


def cases(folder: str, file: str = "manifest.ttl") -> Iterator[Test]:
    """The tests of a manifest, in its order."""
    path, base = Path(HOME) / folder / file, f"{ROOT}{folder}/{file}"
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE, base_iri=base)
    (entries,) = store.quads_for_pattern(None, NamedNode(MF + "entries"), None)
    for node in Node(store, entries.object).items():
        kinds = [kind.value.rpartition("#")[2] for kind in node.all(RDF + "type")]
        name = node.value.rpartition("#")[2]
        yield Test(f"{Path(folder).name}/{name}", kinds[0], node)


def local(iri: str) -> Path:
    """Where the file with this IRI is."""
    assert iri.startswith(ROOT)
    return Path(HOME) / iri.removeprefix(ROOT)
