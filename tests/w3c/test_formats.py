"""RDF 1.1: files are read as the W3C says, and read back after they were written in each format."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, DefaultGraph

from kg.errors import ExportError
from kg.export import write
from kg.export.formats import FORMATS
from kg.graph.files import read_rdf
from tests.w3c.lists import check, check_faults
from tests.w3c.manifests import Test, cases, local, needs_suites

pytestmark = needs_suites
WITH_GRAPHS = ("trig", "nquads", "jsonld")
OF_TRIPLES = ("turtle", "ntriples", "rdfxml")
SUITES = ("rdf-turtle", "rdf-trig", "rdf-n-triples", "rdf-n-quads", "rdf-xml")


@pytest.mark.parametrize("suite", SUITES)
def test_what_is_read_is_what_the_standard_says(suite: str) -> None:
    check(suite, {test.name: fault(test) for test in cases(f"rdf/rdf11/{suite}")})


@pytest.mark.parametrize("suite", SUITES)
def test_what_was_read_is_written_and_read_again(suite: str, tmp_path: Path) -> None:
    found: dict[str, str | None] = {}
    for test in cases(f"rdf/rdf11/{suite}"):
        if "Negative" not in test.kind and not fault(test):
            found |= written(test, tmp_path)
    check_faults(f"{suite} written", found)


def read(iri: str) -> Dataset:
    return read_rdf(local(iri), base=iri)


def fault(test: Test) -> str | None:
    """What is wrong with how the file of a test is read."""
    try:
        found = read(test.action.value)
    except ExportError as error:
        return None if "Negative" in test.kind else str(error)
    if "Negative" in test.kind:
        return "is accepted"
    if test.result and not isomorphic(found, read(test.result.value)):
        return "says something else"
    return None


def written(test: Test, folder: Path) -> dict[str, str | None]:
    """What is wrong in each format that may hold the file of a test."""
    dataset, found = read(test.action.value), dict[str, str | None]()
    plain = all(isinstance(quad.graph_name, DefaultGraph) for quad in dataset)
    for name in WITH_GRAPHS + (OF_TRIPLES if plain else ()):
        path = folder / f"{test.name.replace('/', '.')}{FORMATS[name].endings[0]}"
        try:
            write(dataset, path)
            same = isomorphic(dataset, read_rdf(path))
            found[f"{test.name} {name}"] = None if same else "says something else"
        except ExportError as error:
            found[f"{test.name} {name}"] = str(error)
    return found


def isomorphic(one: Dataset, other: Dataset) -> bool:
    for dataset in (one, other):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(one) == set(other)
