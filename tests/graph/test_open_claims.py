from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build import build
from kg.errors import ValidationError
from kg.graph.files import write_text
from kg.graph.open_claims import generate_open_claims, read_open_claims
from kg.graph.pool import merge, pool
from kg.graph.statements import generate_statements, parse_statements
from kg.model import Corpus, Document

TEXTS = (
    "Kenya outbid Uganda. Kenya condemned Uganda.",
    "Ghana did not fend off Togo, Reuters said on Monday. Ghana courted favour with Benin.",
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build(Document(f"n{n}", text, published="2024-05-15") for n, text in enumerate(TEXTS))


def test_a_line_says_who_what_and_where(corpus: Corpus) -> None:
    first, *others = map(json.loads, generate_open_claims(corpus.open_claims))
    assert len(others) == 2
    assert [*first] == (
        "id document subject relation relation_label predicate frame object status attributed_to "
        "date qualifiers proposals evidence"
    ).split()
    assert (first["subject"]["id"], first["object"]["id"]) == ("kenya", "uganda")
    assert (first["predicate"], first["frame"]) == ("outbid", "verb: S outbid O")
    assert first["evidence"]["cue"] == [6, 12]
    assert first["evidence"]["sentence_text"] == "Kenya outbid Uganda."


def test_they_come_back_from_the_file(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "open.jsonl"
    write_text(generate_open_claims(corpus.open_claims), path)
    found = read_open_claims(path)
    assert list(generate_open_claims(found)) == list(generate_open_claims(corpus.open_claims))
    assert {o.claim.id for o in found} == {o.claim.id for o in corpus.open_claims}


def test_no_statement_actor_or_line_of_the_exchange_file_comes_of_them(corpus: Corpus) -> None:
    assert {statement.relation for statement in corpus.statements} == {"condemns"}
    assert {actor.id for actor in corpus.actors} == {"kenya", "uganda"}
    assert len(list(generate_statements(corpus))) == 1
    with pytest.raises(ValidationError, match="'relatedTo' is no relation"):
        parse_statements(generate_open_claims(corpus.open_claims), "x")


def test_a_line_with_a_relation_is_none_of_the_file(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "open.jsonl"
    write_text(generate_statements(corpus), path)
    with pytest.raises(ValidationError, match=r"open.jsonl:1: the relation of an open claim is"):
        read_open_claims(path)


def test_parts_make_the_whole(corpus: Corpus) -> None:
    alone = [build([document]) for document in corpus.documents]
    assert merge(alone).open_claims == corpus.open_claims == merge([corpus, *alone]).open_claims
    assert pool(corpus.claims(), corpus.documents).open_claims == ()
