from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.serve.syntax import check

DEPTH = 10


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT*{service<http://127.0.0.1/>{?s ?p ?o}}",
        "SELECT * { SeRvIcE SILENT ?where { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        r"SELECT * { \U00000053\u0045RVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { # a comment\n SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { # a comment\r SERVICE <http://127.0.0.1/> { } }",
        'SELECT * { ?s ?p "it\'s" SERVICE <http://127.0.0.1/> { } }',
        'SELECT * { ?s ?p """a "quoted" word""" SERVICE <http://127.0.0.1/> { } }',
        r"SELECT * { ex:a\# SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { ex:a·\\# ex:b ?c . SERVICE <http://127.0.0.1/> { } }",
        r"SELECT * { ex:a\' ?p ?o . SERVICE <http://127.0.0.1/> { } }",
        "SELECT * { FILTER(?a<?b)SERVICE<http://127.0.0.1/>{} }",
        "SELECT * { FILTER(1<2) . SERVICE:x{} }",
        "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1/> {} }",
        "LOAD <http://127.0.0.1/>",
        "load silent <http://127.0.0.1/> into graph <urn:x>",
        r"\u004COAD <http://127.0.0.1/>",
    ],
)
def test_what_would_fetch_is_refused_in_every_spelling(query: str) -> None:
    with pytest.raises(QueryError, match="nothing is fetched"):
        check(query, DEPTH)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?s ?p '''the 'SERVICE' of\nothers''' }",
        "SELECT * { ?service <http://e.example/service#load> ?load }",
        "SELECT * { ?s ?p ?o # SERVICE\n }",
        "SELECT * FROM <http://e.example/g> { FILTER(?a < 3 && ?b > 4) }",
    ],
)
def test_words_in_strings_iris_comments_and_variables_do_no_harm(query: str) -> None:
    check(query, DEPTH)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_brackets_are_counted_to_the_limit(pair: str) -> None:
    check(pair[0] * DEPTH + pair[1] * DEPTH, DEPTH)
    check(pair * 1000, DEPTH)
    with pytest.raises(QueryError, match="nested more than 10 deep"):
        check(pair[0] * (DEPTH + 1), DEPTH)


def test_brackets_in_strings_and_comments_do_not_count() -> None:
    check('SELECT * { ?s ?p "((((((((((((" } # {{{{{{{{{{{{', DEPTH)
