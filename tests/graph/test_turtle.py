from __future__ import annotations

import random

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)
from rdflib.compare import isomorphic

from kg.graph.names import XSD, prefixes
from kg.graph.rdf import to_rdf
from kg.graph.turtle import generate_trig, generate_turtle
from tests.corpora import corpus

PREFIXES = prefixes() | {"ex": "http://e.example/"}
HEAD = "@prefix ex: <http://e.example/> .\n\n"


def turtle(source: str) -> str:
    quads = parse("@prefix ex: <http://e.example/> . " + source, RdfFormat.TURTLE)
    return "".join(generate_turtle(quads, PREFIXES))


def canonical(quads: Dataset) -> Dataset:
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return quads


def test_subjects_predicates_and_objects_are_sorted_and_types_come_first() -> None:
    assert turtle('ex:b ex:p ex:c . ex:a ex:q "2", "1" ; ex:p 3 ; a ex:T .') == HEAD + (
        'ex:a a ex:T ;\n    ex:p 3 ;\n    ex:q "1", "2" .\n\nex:b ex:p ex:c .\n'
    )


@pytest.mark.parametrize(
    "written",
    [
        "ex:a ex:p 1.5, 7, true .",
        'ex:a ex:p "7", "a \\"b\\" \\\\ c\\nd", "x"@en .',
        "ex:a ex:p ( 1 ex:b ( 2 ) ) .",
        "ex:a ex:p [ a ex:T ; ex:q [ ex:r 1 ] ] .",
        "ex:a ex:p ex:2023-a.b, ex:caf%C3%A9 .",
        "[] ex:p 1 .",
        "ex:a ex:p <http://e.example/x(y)>, <http://e.example/x.>, <urn:x> .",
    ],
)
def test_what_is_well_written_stays_as_it_is(written: str) -> None:
    assert turtle(written).endswith(f"\n\n{written}\n")


def test_numbers_that_turtle_cannot_write_bare_keep_their_datatype() -> None:
    made = turtle('ex:a ex:p "1"^^<http://www.w3.org/2001/XMLSchema#decimal> .')
    assert made.endswith('ex:a ex:p "1"^^xsd:decimal .\n')


def test_marks_that_reorder_text_are_written_as_escapes() -> None:
    made = turtle('ex:a ex:p "abc\u202edef" .')
    assert made.endswith('"abc\\u202Edef" .\n')


def test_named_graphs_come_after_the_default_graph() -> None:
    one, two = NamedNode("http://e.example/1"), NamedNode("http://e.example/2")
    quads = [Quad(one, two, one, two), Quad(one, two, two, one), Quad(one, one, one)]
    assert "".join(generate_trig(quads, PREFIXES)) == HEAD + (
        "ex:1 ex:1 ex:1 .\n\nex:1 {\n    ex:1 ex:2 ex:2 .\n}\n\nex:2 {\n    ex:1 ex:2 ex:1 .\n}\n"
    )


def test_a_blank_node_that_two_graphs_share_is_not_written_in_place() -> None:
    node, name = BlankNode("x"), NamedNode("http://e.example/1")
    quads = [Quad(name, name, node, name), Quad(node, name, name)]
    made = "".join(generate_trig(quads, PREFIXES))
    assert canonical(Dataset(parse(made, RdfFormat.TRIG))) == canonical(Dataset(quads))


def test_deep_nests_and_long_lists_are_written_without_end_to_the_stack() -> None:
    deep = "ex:a ex:p " + "[ ex:p " * 70 + "1" + " ]" * 70 + " ."
    assert canonical(Dataset(parse(turtle(deep), RdfFormat.TURTLE))) == canonical(
        Dataset(parse("@prefix ex: <http://e.example/> . " + deep, RdfFormat.TURTLE))
    )
    long = "ex:a ex:p ( " + "1 " * 5000 + ") ."
    assert turtle(long).endswith(f"\n\n{long}\n")


names = st.sampled_from("abc").map(lambda n: NamedNode(f"http://e.example/{n}"))
blanks = st.sampled_from("xyz").map(BlankNode)
literals = st.builds(Literal, st.text(max_size=8)) | st.builds(
    lambda n: Literal(str(n), datatype=NamedNode(XSD + "integer")), st.integers()
)
quads_ = st.builds(
    Quad, names | blanks, names, names | blanks | literals, names | blanks | st.just(DefaultGraph())
)


@given(st.lists(quads_, max_size=12))
def test_any_dataset_is_read_back_and_order_does_not_matter(quads: list[Quad]) -> None:
    made = "".join(generate_trig(quads, PREFIXES))
    assert canonical(Dataset(parse(made, RdfFormat.TRIG))) == canonical(Dataset(quads))
    shuffled = random.Random(len(quads)).sample(quads, len(quads))
    assert "".join(generate_trig(shuffled, PREFIXES)) == made


def test_another_reader_reads_the_same() -> None:
    dataset = to_rdf(corpus())
    ours = rdflib.Graph().parse(data="".join(generate_turtle(dataset, prefixes())), format="turtle")
    plain = rdflib.Graph()
    for quad in dataset:
        plain.parse(data=f"{quad.triple} .", format="nt")
    assert isomorphic(ours, plain)
