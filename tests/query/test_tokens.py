from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.literals import clean
from kg.query.tokens import bound, refuse, tokens


@given(st.text())
def test_tokens_joined_are_the_query(query: str) -> None:
    assert "".join(token.text for token in tokens(query)) == query


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * {?s ?p 1e5SERVICE<http://127.0.0.1:9/>{?s ?p ?o}}",
        "SELECT * { ?s ?p ex:a.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "a\\u005C" SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } #"',
        "SELECT * { ?s ?p <a:#> SERVICE # comment {\n <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''it's''' SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { FILTER (?a < ?b) SERVICE <http://127.0.0.1:9/> { ?s ?p ">" } }',
    ],
)
def test_a_query_that_asks_another_server_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        refuse(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s rdfs:label "Federal Security Service" }',
        "SELECT * { ?s a <http://e.example/service> }",
        "SELECT ?service { ?s a ex:Service . ?s ex:service ?service }",
        "# about a SERVICE\nSELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE <http://e.example/> {' }",
    ],
)
def test_a_query_that_only_speaks_of_services_is_not(query: str) -> None:
    refuse(query)


def test_what_is_too_long_or_too_deep_is_refused() -> None:
    with pytest.raises(QueryError, match="at most 50000"):
        refuse("SELECT * { ?s ?p ?o }" + " " * 50_000)
    with pytest.raises(QueryError, match="brackets inside one another"):
        refuse("SELECT " + "(" * 501 + "1" + ")" * 501)


def test_a_parameter_is_replaced_where_it_is_a_variable_and_nowhere_else() -> None:
    query = '# $actor\nSELECT ?x { ?x ex:of %s ; ex:says "$actor" ; ex:p $actors ; <a:$actor> 1 }'
    assert bound(query % "$actor", {"actor": "<urn:a>"}) == query % "<urn:a>"


@given(st.text().map(clean))
def test_any_text_can_be_a_parameter_and_stays_a_text(text: str) -> None:
    literal = Literal(text)
    query = bound("SELECT ($text AS ?x) {}", {"text": str(literal)})
    found = Store().query(query)
    assert isinstance(found, QuerySolutions)
    assert [row["x"] for row in found] == [literal]


def test_a_text_cannot_break_out() -> None:
    hostile = Literal('"} ; DROP ALL #')
    query = bound("ASK { ?s ?p $text }", {"text": str(hostile)})
    assert bool(Store().query(query)) is False
    assert NamedNode("urn:a").value in bound("ASK { $a ?p ?o }", {"a": "<urn:a>"})
