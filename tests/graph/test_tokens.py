from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from select import select

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Dataset, Literal, NamedNode, Quad, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.literals import clean
from kg.graph.tokens import bound, names_dataset, refuse, tokens
from kg.query import run


@given(st.text())
def test_tokens_joined_are_the_query(query: str) -> None:
    assert "".join(token.text for token in tokens(query)) == query


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT*{service<http://127.0.0.1:9/>{?s ?p ?o}}",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        r"SELECT * { \U00000053\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * {?s ?p 1e5SERVICE<http://127.0.0.1:9/>{?s ?p ?o}}",
        "SELECT * { ?s ?p ex:a.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICEex:x { ?s ?p ?o } }",
        "SELECT * { SERVICESILENTex:x { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2) . SERVICE:x{} }",
        "SELECT * { FILTER(?a<?b)SERVICE?c{} }",
        r'SELECT * { ?s ?p "a\u005C" SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } #"',
        "SELECT * { ?s ?p <a:#> SERVICE # comment {\n <http://127.0.0.1:9/> { ?s ?p ?o } }",
        r"SELECT * { ?s ?p <a:\u0023#> SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { # a comment\r SERVICE <http://127.0.0.1:9/> { } }",
        "SELECT * { ?s ?p '''it's''' SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a "quoted" word""" SERVICE <http://127.0.0.1:9/> { } }',
        'SELECT * { FILTER (?a < ?b) SERVICE <http://127.0.0.1:9/> { ?s ?p ">" } }',
        r"SELECT * { ?s ?p ex:a\# SERVICE <http://127.0.0.1:9/> { } }",
        r"SELECT * { ?s ?p ex:a\' ; ex:b ex:c . SERVICE <http://127.0.0.1:9/> { } }",
        "SELECT * { ex:a·\\# ex:b ?c . SERVICE <http://127.0.0.1:9/> { } }",
        # here `<` compares, and what follows the sign # is a comment and no string
        'SELECT * { FILTER(1<?b#>"""\n) SERVICE <http://127.0.0.1:9/> { } #"""\n }',
        "SELECT * { FILTER(1<?b#>'''\n) SERVICE <http://127.0.0.1:9/> { } #'''\n }",
    ],
)
def test_a_query_that_asks_another_server_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        refuse(query)


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://127.0.0.1:9/>",
        "load silent <http://127.0.0.1:9/> into graph <urn:x>",
        r"\u004COAD <http://127.0.0.1:9/>",
        "PREFIX ex: <http://127.0.0.1:9/>LOADex:a",
        "PREFIX ex: <http://127.0.0.1:9/> LOADSILENTex:a ; CLEAR ALL",
        "CLEAR ALL;LOAD ex:a INTO GRAPH ex:b",
    ],
)
def test_an_update_that_loads_is_refused(update: str) -> None:
    with pytest.raises(QueryError, match="LOAD is not allowed"):
        refuse(update)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s rdfs:label "Federal Security Service" }',
        "SELECT * { ?s a <http://e.example/service> }",
        "SELECT ?service { ?s a ex:Service . ?s ex:service ?service }",
        "# about a SERVICE\nSELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE <http://e.example/> {' }",
        "SELECT * { ?s ?p '''the 'SERVICE <http://e.example/> {' of\nothers''' }",
        "SELECT * { ?service <http://e.example/service#load> ?load }",
        "SELECT * { GRAPH ex:Service { ?s ex:payload ex:load } }",
        "PREFIX load: <http://e.example/> INSERT DATA { ex:a load:b ex:download , ex:workload }",
    ],
)
def test_a_query_that_only_speaks_of_services_is_not(query: str) -> None:
    refuse(query)


def test_what_is_too_long_or_too_deep_is_refused() -> None:
    with pytest.raises(QueryError, match="at most 50000"):
        refuse("SELECT * { ?s ?p ?o }" + " " * 50_000)
    with pytest.raises(QueryError, match="nested more than 500 deep"):
        refuse("SELECT " + "(" * 501 + "1" + ")" * 501)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_brackets_are_counted_to_the_limit(pair: str) -> None:
    refuse(pair[0] * 10 + pair[1] * 10, deepest=10)
    refuse(pair * 1000, deepest=10)
    with pytest.raises(QueryError, match="nested more than 10 deep"):
        refuse(pair[0] * 11, deepest=10)


def test_brackets_count_where_a_parser_may_see_them() -> None:
    refuse('SELECT * { ?s ?p "((((((((((((" } # {{{{{{{{{{{{', deepest=10)
    with pytest.raises(QueryError, match="nested more than 10 deep"):
        refuse("SELECT * { FILTER(1<" + "(" * 12 + "1" + ")" * 12 + ">1) }", deepest=10)


def test_a_dataset_is_named_by_a_word_alone() -> None:
    assert names_dataset("SELECT * FROM <urn:g> { ?s ?p ?o }")
    assert names_dataset("CONSTRUCT WHERE{}FROMNAMED<urn:g>")
    assert not names_dataset("SELECT ?from { ?from ex:from 'FROM', <urn:FROM> } # FROM")


NOISE = [
    *r"?s ?p ?o . ; , { } ( ) < > # ' 1 a @en \ \# \' ex:a ex:a\# ex:a\' ?b#> :x {}".split(),
    *r"""''' " <a:b#c> <a:it's> "\"" '\u0027' FILTER(1<2) \u0023 UNION SILENT #>'""".split(),
    '"""', "ex:é·\\#", "FILTER(1<?o#>'''\n)", "\n", "\r", "# it's\n",
]  # fmt: skip
CALLS = [
    "SERVICE <{0}> {{ ?s ?p ?o }}", "service silent<{0}>{{}}", "SERVICESILENT<{0}>{{}}",
    "SERVICEhere:{{}}", "SERVICE silent here: {{}}", "SERVICE\n#{{\n<{0}> {{}}",
]  # fmt: skip
DATA = [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("o"))]


@pytest.fixture(scope="module")
def canary() -> Iterator[socket.socket]:
    """A server that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


def called(canary: socket.socket) -> bool:
    """Whether somebody has called since the last time."""
    try:
        canary.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def asking(canary: socket.socket, call: str, before: str, after: str = "") -> str:
    address = f"http://127.0.0.1:{canary.getsockname()[1]}/"
    prologue = f"PREFIX here: <{address}> PREFIX ex: <urn:> PREFIX : <urn:>"
    return f"{prologue} SELECT * {{ ?s ?p ?o {before} {call.format(address)} {after} }}"


@given(
    call=st.sampled_from([*CALLS, "\\u0053ERVICE<{0}>{{}}", "1SERVICE <{0}> {{}}"]),
    before=st.lists(st.sampled_from(NOISE), max_size=5).map(" ".join),
    quote=st.sampled_from(["", "'", '"', "'''", '"""']),
)
@settings(max_examples=300)
def test_no_query_makes_a_connection(
    canary: socket.socket, call: str, before: str, quote: str
) -> None:
    hidden = f"FILTER(1<?o#>{quote}\n)" if quote else ""
    with suppress(QueryError):
        run(Dataset(DATA), asking(canary, call, before + hidden, f"#{quote}\n"), timeout=5)
    assert not called(canary)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("before", ["", "FILTER(1<?o#>'''\n)", r"?s ?p ex:a\# , ?o ."])
def test_the_engine_would_make_one(canary: socket.socket, call: str, before: str) -> None:
    store = Store()
    store.extend(DATA)
    query = asking(canary, call, f"OPTIONAL {{ {before} }}", "#'''\n")
    with ThreadPoolExecutor(1) as pool:
        answering = pool.submit(hang_up, canary)
        with suppress(OSError):
            list(store.query(query))  # type: ignore[arg-type]
        answering.result()


def hang_up(canary: socket.socket) -> None:
    """Wait for a call, and end it."""
    assert select([canary], [], [], 10)[0]
    canary.accept()[0].close()


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
