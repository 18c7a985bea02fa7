from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from kg.errors import ValidationError
from kg.graph.excerpt import Excerpt
from kg.graph.pool import pool
from kg.graph.statements import generate_statements, parse_statements, read_statements
from kg.model import Corpus, ResolvedClaim
from tests.corpora import ENVOY, corpus
from tests.strategies import corpora


def lines(made: Corpus) -> list[dict[str, Any]]:
    return [json.loads(line) for line in generate_statements(made)]


def test_one_claim_is_one_line_with_its_keys_in_order() -> None:
    first = next(line for line in lines(corpus()) if line["relation"] == "summonsEnvoyOf")
    keys = "id document subject relation relation_label object status attributed_to date qualifiers"
    assert list(first) == [*keys.split(), "plover", "confidence", "evidence"]
    assert first["document"] == {
        "name": "envoy",
        "id": ENVOY.id,
        "title": "Moscow calls in the ambassador",
        "publisher": "Example Wire",
        "published": "2023-09-11",
        "url": "https://news.example/envoy",
    }
    assert list(first["subject"])[:7] == "id label type aliases mention start end".split()
    assert first["subject"]["aliases"] == ["Kremlin", "Moscow"]
    assert (first["subject"]["start"], first["subject"]["end"]) == (0, 6)
    assert first["relation_label"] == "summons envoy of"
    assert (first["status"], first["attributed_to"], first["date"]) == (
        "asserted",
        None,
        "2023-09-08",
    )
    assert first["plover"] == {"type": "ACCUSE", "mode": "disapprove", "score": -2}
    assert first["confidence"] == 0.93
    assert list(first["evidence"])[:7] == "start end quote cue rule sentence scope".split()
    assert first["evidence"]["quote"] == "Russia summoned Armenia"
    assert first["evidence"]["cue"] == [7, 15]
    assert first["evidence"]["sentence"] == [0, 46]


def test_a_quoted_source_is_an_actor_with_its_mention() -> None:
    negated = next(
        line
        for line in lines(corpus())
        if line["document"]["name"] == "envoy" and line["status"] == "negated"
    )
    source = negated["attributed_to"]
    assert (source["id"], source["mention"]) == ("armenian-ministry", "the ministry")
    assert ENVOY.text[source["start"] : source["end"]] == "the ministry"
    assert source["acts_for"] == ["armenia"]


def test_qualifiers_are_an_object_and_a_static_relation_has_no_plover_type() -> None:
    by_relation = {line["relation"]: line for line in lines(corpus())}
    assert by_relation["accuses"]["qualifiers"] == {"topic": "neglect"}
    assert by_relation["memberOf"]["plover"] is None


def test_every_offset_of_every_line_covers_what_it_says() -> None:
    texts = {document.name: document.text for document in corpus().documents}
    for line in lines(corpus()):
        text, evidence = texts[line["document"]["name"]], line["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        for actor in (line["subject"], line["object"], line["attributed_to"]):
            assert actor is None or text[actor["start"] : actor["end"]] == actor["mention"]


def test_lines_are_in_the_order_of_documents_and_of_their_text() -> None:
    places = [(line["document"]["name"], line["evidence"]["start"]) for line in lines(corpus())]
    assert places == sorted(places)


def test_a_quote_that_is_not_in_the_text_is_refused_at_writing() -> None:
    claim = next(corpus().claims())
    other = replace(claim.document, text="?" * 300)
    with pytest.raises(ValidationError, match=r"is .\?+., not"):
        list(generate_statements(pool([replace(claim, document=other)])))


def test_what_is_read_back_is_the_same_corpus_of_excerpts(tmp_path: Path) -> None:
    file = tmp_path / "statements.jsonl"
    file.write_text("".join(generate_statements(corpus())), encoding="utf-8")
    read = read_statements(file)
    assert [_known(c) for c in read.claims()] == [_known(c) for c in rounded(corpus()).claims()]
    envoy = next(document for document in read.documents if document.name == "envoy")
    assert isinstance(envoy, Excerpt)
    assert (envoy.id, envoy.title, len(envoy.text)) == (ENVOY.id, ENVOY.title, len(ENVOY.text) - 1)
    assert envoy.text[:46] == ENVOY.text[:46]


@given(corpora())
def test_reading_and_writing_again_changes_nothing(made: Corpus) -> None:
    written = list(generate_statements(made))
    read = parse_statements(written, "x.jsonl")
    assert list(generate_statements(read)) == written
    if "\ufffd" not in "".join(written):
        assert [_known(c) for c in read.claims()] == [_known(c) for c in made.claims()]


def test_the_least_that_a_line_must_hold() -> None:
    line = {
        "document": {"name": "a", "id": "0123456789abcdef"},
        "subject": {
            "id": "x",
            "label": "X",
            "type": "Country",
            "mention": "X",
            "start": 0,
            "end": 1,
        },
        "relation": "meets",
        "object": {
            "id": "y",
            "label": "Y",
            "type": "Country",
            "mention": "Y",
            "start": 6,
            "end": 7,
        },
        "status": "asserted",
        "evidence": {"start": 0, "end": 7, "quote": "X met Y", "cue": [2, 5], "rule": "r"},
    }
    read = parse_statements([json.dumps(line), "\n"], "x.jsonl")
    assert [statement.relation for statement in read.statements] == ["meets"]
    assert read.documents[0].text == "X met Y"


def broken(**changes: Any) -> str:
    line = json.loads(next(generate_statements(corpus())))
    for path, value in changes.items():
        *parents, key = path.split("__")
        place = line
        for parent in parents:
            place = place[parent]
        if value is None:
            del place[key]
        else:
            place[key] = value
    return json.dumps(line)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not valid JSON"),
        ("[1]", "must be an object, not a list"),
        ('{"a": ' * 100_000, "not valid JSON"),
        (broken(subject=None), "key subject is missing"),
        (broken(subject__label=None), "key subject.label is missing"),
        (broken(subject__start="0"), "subject.start, end is no|a whole number"),
        (broken(subject__start=True), "a whole number, not true"),
        (broken(object__end=0), "is empty"),
        (broken(object__mention="Rusia"), "is not as long as"),
        (broken(object__mention="Austria"), "of the quote is 'Armenia', not 'Austria'"),
        (broken(relation="supplies"), "did you mean"),
        (broken(status="certain"), "certain"),
        (broken(confidence=1.5), "not between 0 and 1"),
        (broken(confidence="high"), "must be a number, not a string"),
        (broken(evidence__quote=7), "must be a string, not a whole number"),
        (broken(evidence__cue=[3]), "is no .start, end."),
        (broken(evidence__cue=[3, 10**12]), "ends behind"),
        (broken(evidence__scope=3), "must be a list"),
        (broken(qualifiers={"a": 1}), "qualifiers.a must be a string"),
    ],
)
def test_a_broken_line_is_named_with_its_number_and_what_is_wrong(line: str, message: str) -> None:
    whole = next(generate_statements(corpus()))
    with pytest.raises(ValidationError, match=rf"^x\.jsonl:2: .*({message})"):
        parse_statements([whole, line], "x.jsonl")


def test_lines_that_quote_one_place_differently_are_refused() -> None:
    line = next(generate_statements(corpus()))
    with pytest.raises(ValidationError, match=r"x\.jsonl: arms & more: .* is both"):
        parse_statements([line, line.replace("Bastion", "Leopard")], "x.jsonl")


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "statements.jsonl"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ValidationError, match="statements.jsonl: cannot be read"):
        read_statements(file)


def _known(claim: ResolvedClaim) -> tuple[object, ...]:
    return claim.claim, claim.subject, claim.object, claim.source


def rounded(made: Corpus) -> Corpus:
    claims = [
        replace(c, claim=replace(c.claim, confidence=round(c.claim.confidence, 2)))
        for c in made.claims()
    ]
    return pool(claims, made.documents, made.actors)
