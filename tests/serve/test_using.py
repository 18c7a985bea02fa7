from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.serve.using import with_dataset

DATA = """
INSERT DATA {
    GRAPH <urn:g1> { <urn:a> <urn:p> 1 } GRAPH <urn:g2> { <urn:b> <urn:p> 2 } <urn:c> <urn:p> 3
}"""


@pytest.mark.parametrize(
    ("default", "named", "copied"),
    [
        (["urn:g1"], [], {"urn:a"}),
        (["urn:g1", "urn:g2"], [], {"urn:a", "urn:b"}),
        ([], ["urn:g1"], set()),
        ([], [], {"urn:c"}),
    ],
)
@pytest.mark.parametrize(
    "update",
    [
        "INSERT { GRAPH <urn:new> { ?s <urn:p> 1 } } WHERE { ?s ?p ?o }",
        "PREFIX e: <urn:> INSERT{GRAPH e:new{?s e:p 1}}WHERE{?s ?p ?o # where {\n}",
        "CREATE GRAPH <urn:h>;DELETE{?s ?p ?o}INSERT{GRAPH <urn:new>{?s <urn:p> 1}}where{?s ?p ?o}",
    ],
)
def test_the_dataset_is_that_of_every_where(
    update: str, default: list[str], named: list[str], copied: set[str]
) -> None:
    store = Store()
    store.update(DATA)
    store.update(with_dataset(update, default, named))
    found = store.query("SELECT ?s { GRAPH <urn:new> { ?s ?p ?o } }")
    assert {row["s"].value for row in found} == copied  # type: ignore[union-attr]


def test_what_is_deleted_by_its_own_pattern_is_looked_for_in_the_dataset() -> None:
    store = Store()
    store.update(DATA)
    store.update(with_dataset("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", [], ["urn:g2"]))
    assert {quad.subject.value for quad in store} == {"urn:a", "urn:c"}


@pytest.mark.parametrize(
    "update",
    [
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p ?o } USING NAMED <urn:g> WHERE { ?s ?p ?o }",
    ],
)
def test_a_dataset_in_the_update_and_in_the_request_exclude_each_other(update: str) -> None:
    with pytest.raises(QueryError, match="exclude each other"):
        with_dataset(update, ["urn:g"], [])
    assert with_dataset(update, [], []) == update


def test_words_that_cannot_be_told_apart_are_refused() -> None:
    with pytest.raises(QueryError, match="'deletewhere' is no word of an update"):
        with_dataset("DELETEWHERE{ ?s ?p ?o }", ["urn:g"], [])
