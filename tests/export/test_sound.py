"""One bad claim, actor or text blocks no export: it is left out or replaced, and said by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import ExportError, KgError, OntologyError, ValidationError
from kg.export import FORMATS, convert, corpus_of, generate, read, write
from kg.export.sound import replaced, sound
from kg.graph.literals import clean
from kg.graph.pool import pool
from kg.graph.rdf import to_rdf
from kg.model import Actor, Corpus, Document, ResolvedClaim, Span, Statement
from tests.corpora import corpus
from tests.strategies import corpora

KGO = "https://w3id.org/actorgraph/ontology#"


def moved(claim: ResolvedClaim) -> ResolvedClaim:
    """The mention is not where it is said to be."""
    subject = replace(claim.claim.subject, span=Span(1, 4))
    return replace(claim, claim=replace(claim.claim, subject=subject))


def beyond(claim: ResolvedClaim) -> ResolvedClaim:
    """The cue ends behind the text."""
    evidence = replace(claim.claim.evidence, cue=Span(5, 10**6))
    return replace(claim, claim=replace(claim.claim, evidence=evidence))


def unsure(claim: ResolvedClaim) -> ResolvedClaim:
    return replace(claim, claim=replace(claim.claim, confidence=float("nan")))


def without_score(claim: ResolvedClaim) -> ResolvedClaim:
    return replace(claim, object=replace(claim.object, score=float("inf")))


def spoilt(spoil: Callable[[ResolvedClaim], ResolvedClaim]) -> tuple[Corpus, ResolvedClaim]:
    """The corpus, its claim of a summons spoilt; and that claim."""
    whole = corpus()
    bad = next(s for s in whole.statements if s.relation == "summonsEnvoyOf")
    claim = spoil(bad.claims[0])
    others = tuple(s for s in whole.statements if s is not bad)
    return replace(whole, statements=(replace(bad, claims=(claim,)), *others)), claim


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (moved, r"envoy: text\[1:4\] is 'uss', not 'Russia'"),
        (beyond, r"envoy: \[5, 1000000\) ends behind the end of its text"),
        (unsure, "nan is no number that a graph can hold"),
        (without_score, "inf is no number that a graph can hold"),
    ],
)
def test_a_claim_that_breaks_a_rule_is_left_out_and_named(
    spoil: Callable[[ResolvedClaim], ResolvedClaim], said: str
) -> None:
    made, bad = spoilt(spoil)
    reports: list[KgError] = []
    kept = sound(made, reports.append)
    assert len(list(kept.claims())) == 14
    assert "summonsEnvoyOf" not in {statement.relation for statement in kept.statements}
    [report] = reports
    with pytest.raises(ExportError, match=f"^claim {bad.id} is left out: {said}"):
        raise report
    with pytest.raises(ValidationError, match=said):
        sound(made)


def test_a_relation_that_the_ontology_lacks_is_left_out_and_named() -> None:
    whole = corpus()
    unknown = replace(whole.statements[0], relation="summonEnvoyOf", claims=())
    made = replace(whole, statements=(*whole.statements, unknown))
    reports: list[KgError] = []
    assert sound(made, reports.append).statements == whole.statements
    assert "did you mean" in str(reports[0])
    assert unknown.id in str(reports[0])
    with pytest.raises(OntologyError):
        sound(made)


def test_a_sound_corpus_is_left_as_it_is() -> None:
    whole = corpus()
    assert sound(whole) is whole


TEXTS = [name for name, known in FORMATS.items() if not known.binary]


@pytest.mark.parametrize("name", TEXTS)
def test_no_format_is_blocked(name: str) -> None:
    made, _ = spoilt(moved)
    reports: list[KgError] = []
    text = "".join(generate(made, name, report=reports.append))
    assert text == "".join(generate(sound(made, reports.append), name))
    assert len(reports) == 2
    with pytest.raises(ValidationError, match="'uss', not 'Russia'"):
        list(generate(made, name))


def test_a_text_with_a_replaced_character_is_named() -> None:
    actor = Actor("x", "a\x00b", "Country", ("ok", "c\ud800"), "javascript:alert(1)")
    document = Document("d", "text", title="t\x1b")
    notes = [str(note) for note in replaced(Corpus((document,), (actor,), ()))]
    assert notes == [
        (
            "actor x: 'javascript:alert(1)' is neither a Wikidata id nor a web address, which RDF "
            "leaves out"
        ),
        "actor x: its label has U+0000 at character 1, written as U+FFFD",
        "actor x: its alias has U+D800 at character 1, written as U+FFFD",
        "document d: its title has U+001B at character 1, written as U+FFFD",
    ]


@pytest.mark.parametrize(
    "actor",
    [
        Actor("", "", ""),
        Actor("a b/../c", "<script>alert(1)</script>", "Non`sense", ("",), "javascript:alert(1)"),
        Actor("\u202eq'\"\\u0027", "\u202e", "1 bad:type\n", (), "https://e.example/\x00<>"),
        Actor("q" * 5000, "long" * 10_000, "Country"),
    ],
    ids=["empty", "markup", "quotes", "long"],
)
def test_no_actor_blocks_a_format(actor: Actor, tmp_path: Path) -> None:
    whole = corpus()
    first = next(whole.claims())
    odd = replace(first, subject=replace(first.subject, actor=actor))
    made = pool([*whole.claims(), odd], whole.documents, [*whole.actors, actor])
    for name, known in FORMATS.items():
        path = tmp_path / f"graph{known.endings[0]}"
        if name != "ladybug":  # the tables are those of neo4j
            write(made, path, report=lambda _: None)
        if known.whole:
            assert len(list(read(path).claims())) == 16, name


def test_json_lines_replace_nothing_but_lone_surrogates() -> None:
    whole = corpus()
    titled = replace(whole.documents[0], title="a\x00\u202eb")
    claims = [
        replace(c, document=titled) if c.document.name == titled.name else c for c in whole.claims()
    ]
    made = replace(
        whole,
        statements=tuple(
            Statement(c.subject.actor, c.claim.relation, c.object.actor, (c,)) for c in claims
        ),
    )
    reports: list[KgError] = []
    lines = list(generate(made, "jsonl", report=reports.append))
    assert reports == []
    titles = {json.loads(line)["document"]["title"] for line in lines}
    assert titled.title in titles


def broken() -> list[Quad]:
    """A graph in which one claim lacks its status, and one actor its label."""
    graph = list(to_rdf(corpus()))
    claim = next(q.subject for q in graph if q.predicate.value == KGO + "source")
    label = next(
        q
        for q in graph
        if str(q.subject).endswith("/actor/united-states>")
        and q.predicate.value.endswith("prefLabel")
    )
    return [
        q
        for q in graph
        if q != label and not (q.subject == claim and q.predicate.value == KGO + "status")
    ]


def test_an_incomplete_claim_or_actor_of_a_graph_is_left_out_and_named() -> None:
    reports: list[KgError] = []
    found = corpus_of(broken(), reports.append)
    # a visit to the United States goes with the label
    assert len(list(found.claims())) == 13
    assert "united-states" not in {actor.id for actor in found.actors}
    said = " ".join(map(str, reports))
    assert all(str(report).startswith("left out: <https://w3id.org/") for report in reports)
    assert "#status> : the graph is incomplete" in said.replace(">: ", "> : ")
    assert "actor/united-states" in said
    with pytest.raises(ExportError, match="is not what actorgraph wrote"):
        corpus_of(broken())


def test_a_conversion_goes_on_without_it(tmp_path: Path) -> None:
    source, target = tmp_path / "a.nq", tmp_path / "b.csv"
    write(broken(), source)
    reports: list[KgError] = []
    convert(source, target, report=reports.append)
    assert len(target.read_text("utf-8").splitlines()) == 14
    assert reports


def test_an_offset_that_is_no_number_is_named() -> None:
    start = NamedNode("http://www.w3.org/ns/oa#start")
    graph = [
        Quad(q.subject, start, Literal("-1"), q.graph_name) if q.predicate == start else q
        for q in to_rdf(corpus())
    ]
    reports: list[KgError] = []
    assert list(corpus_of(graph, reports.append).claims()) == []
    assert "is empty, backward or negative" in str(reports[0])


WHOLE = [name for name, known in FORMATS.items() if known.whole]


@settings(max_examples=10)
@given(corpora())
def test_what_carries_the_whole_comes_back_whatever_the_text(
    tmp_path_factory: pytest.TempPathFactory, any_corpus: Corpus
) -> None:
    folder = tmp_path_factory.mktemp("any")
    known = {clean(line) for line in _said(any_corpus)}
    for name in WHOLE:
        path = folder / f"graph{FORMATS[name].endings[0]}"
        write(any_corpus, path)
        assert {clean(line) for line in _said(read(path))} == known, name


def _said(graph: Corpus) -> list[str]:
    """Who does what to whom, with the names as they are, of each claim."""
    return [
        repr((
            c.subject.actor.id, clean(c.subject.actor.label), c.claim.relation, c.object.actor.id,
            c.claim.status, c.source.actor.id if c.source else None, c.document.id,
            c.document.name, clean(c.claim.subject.text), clean(c.document.title or ""),
            sorted((key, clean(value)) for key, value in c.claim.qualifiers),
        ))
        for c in graph.claims()
    ]  # fmt: skip
