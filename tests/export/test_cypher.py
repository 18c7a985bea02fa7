"""Cypher, parsed by the grammar of openCypher, and by a reader that knows its quoting alone."""

from __future__ import annotations

import re

import pytest
from antlr4 import CommonTokenStream, InputStream  # type: ignore[import-untyped]
from antlr4.error.ErrorListener import ErrorListener  # type: ignore[import-untyped]
from antlr4_cypher import CypherLexer, CypherParser  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import generate
from kg.graph.literals import clean
from kg.model import Actor, Corpus, Statement
from tests.corpora import corpus
from tests.strategies import corpora

# openCypher: a string in quotes, a name in back quotes, a name, a number, a sign
_TOKEN = re.compile(
    r"""\s*(?: (?P<string>'(?:[^'\\]|\\.)*') | (?P<quoted>`(?:[^`]|``)*`)
    | (?P<name>[A-Za-z_]\w*) | (?P<number>-?\d+(?:\.\d+)?)
    | (?P<sign>->|\+=|[(){}\[\]:,;=+.-]) )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "'": "'", "\\": "\\"}


def tokens(text: str) -> list[tuple[str, str]]:
    """The tokens of a statement with their kinds; what is none fails."""
    found, place = [], 0
    text = text.rstrip("\n")
    while place < len(text):
        match = _TOKEN.match(text, place)
        assert match, f"no token at {text[place : place + 40]!r}"
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
        place = match.end()
    return found


def strings(text: str) -> list[str]:
    """The values of all strings; strings that are added up are one."""
    values: list[str] = []
    before: tuple[str, str] = ("", "")
    for kind, token in tokens(text):
        if kind == "string":
            value = re.sub(r"\\(.)", lambda m: _ESCAPED[m[1]], token[1:-1])
            if before == ("sign", "+"):
                values[-1] += value
            else:
                values.append(value)
        before = (kind, token)
    return values


def lines(graph: Corpus) -> list[str]:
    return list(generate(graph, "cypher"))


def test_an_actor_is_a_node_with_two_labels() -> None:
    node = "(n:Actor {id: 'russia'})"
    assert [line for line in lines(corpus()) if node in line and "(b:" not in line] == [
        (
            f"MERGE {node} SET n.`label` = 'Russia', n.`type` = 'Country', "
            "n.`aliases` = ['Kremlin', 'Moscow'], n.`same_as` = 'Q159';\n"
        ),
        f"MATCH {node} SET n:`Country`;\n",
    ]


def test_a_statement_is_an_edge() -> None:
    id = Statement.id_of("russia", "summonsEnvoyOf", "armenia")
    [line] = [line for line in lines(corpus()) if f"[r:`summonsEnvoyOf` {{id: '{id}'}}]" in line]
    assert line.startswith("MATCH (a:Actor {id: 'russia'}), (b:Actor {id: 'armenia'}) MERGE (a)-[")
    assert "r.`plover_type` = 'ACCUSE'" in line
    assert "r.`told` = true" in line


def test_a_claim_is_a_node_between_its_actors_and_its_document() -> None:
    found = lines(corpus())
    claim = next(line for line in found if "`quote` = 'Baku did not attack Armenia'" in line)
    assert claim.startswith("MERGE (n:Claim {id: ")
    assert "n.`status` = 'negated'" in claim
    id = strings(claim)[0]
    edges = [line for line in found if line.startswith(f"MATCH (a:Claim {{id: '{id}'}})")]
    ends = {re.findall(r"-\[r:`(\w+)`\]->", line)[0]: strings(line)[1] for line in edges}
    document = ends.pop("STATED_IN")
    assert document.endswith("-envoy")
    assert ends == {"SUBJECT": "azerbaijan", "OBJECT": "armenia", "SOURCE": "armenian-ministry"}


def test_every_line_is_one_statement() -> None:
    for line in lines(corpus()):
        found = tokens(line)
        assert found[0][1] in ("CREATE", "MERGE", "MATCH")
        assert [kind for kind, token in found if token == ";" and kind == "sign"] == ["sign"]
        assert found[-1] == ("sign", ";")


@pytest.mark.parametrize(
    "label",
    [
        "it's",
        "back\\slash",
        "ends in \\",
        "\\' }) DETACH DELETE n; //",
        "'}) MATCH (n) DETACH DELETE n //",
        "\\u0027}) DETACH DELETE n //",
        "\\\\u0027",
        "new\nline\r\ttab",
        "`quoted`",
    ],
)
def test_a_label_cannot_leave_its_string(label: str) -> None:
    line = next(s for s in lines(actor(label)) if s.startswith("MERGE"))
    assert strings(line) == ["x", label, "Country"]
    assert "\\u" not in line  # what some readers decode before they look for quotes


@given(st.text(st.characters(exclude_categories=())))
def test_any_label_comes_back(label: str) -> None:
    line = next(s for s in lines(actor(label)) if s.startswith("MERGE"))
    assert strings(line)[1] == clean(label)
    assert line.count("\n") == 1


@settings(max_examples=25)
@given(corpora())
def test_any_corpus_can_be_taken_apart(any_corpus: Corpus) -> None:
    for line in lines(any_corpus):
        assert line.endswith(";\n")
        assert strings(line) is not None


def test_a_class_cannot_leave_its_name() -> None:
    line = next(s for s in lines(actor("x", "A` SET n:B")) if s.startswith("MATCH"))
    assert line.endswith("SET n:`A`` SET n:B`;\n")


def actor(label: str, type_: str = "Country") -> Corpus:
    return Corpus((), (Actor("x", label, type_),), ())


class Faults(ErrorListener):  # type: ignore[misc]
    """Keeps what lexer and parser complain of."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def syntaxError(self, *place: object) -> None:  # noqa: N802  (the name is the library's)
        self.found.append(str(place))


def faults(text: str) -> list[str]:
    """What a parser of openCypher refuses in the text."""
    listener = Faults()
    lexer = CypherLexer(InputStream(text))
    parser = CypherParser(CommonTokenStream(lexer))
    for part in (lexer, parser):
        part.removeErrorListeners()
        part.addErrorListener(listener)
    parser.script()
    return listener.found


def test_every_line_but_the_constraints_is_opencypher() -> None:
    constraints, rest = lines(corpus())[:3], lines(corpus())[3:]
    assert all(line.startswith("CREATE CONSTRAINT ") for line in constraints)
    one_of_a_kind = {re.sub(r"'(?:[^'\\]|\\.)*'|[\d.]+", "0", line): line for line in rest}
    assert [line for line in one_of_a_kind.values() if faults(line)] == []


def test_the_parser_finds_faults() -> None:
    assert faults("MERGE (n:Actor {id: 'x});")


@pytest.mark.parametrize(
    "label", ["it's", "\\' }) DETACH DELETE n; //", "\\u0027}) //", "a\nb", "`"]
)
def test_a_label_that_would_leave_its_string_is_parsed(label: str) -> None:
    assert [line for line in lines(actor(label))[3:] if faults(line)] == []
