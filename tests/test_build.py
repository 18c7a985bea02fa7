"""The stages joined: from documents to a corpus."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from kg.build import LONGEST_TEXT, build, corpora
from kg.errors import InputError, ModelError
from kg.model import Document, Status

SUMMONS = Document("summons", "Russia summoned Armenia's ambassador on Friday.")
DENIAL = Document("denial", "Moscow did not summon the Armenian ambassador, the Kremlin said.")
LONG = Document("long", "Word. " * (LONGEST_TEXT // 6 + 1))


def test_one_statement_pools_what_two_articles_say_of_it() -> None:
    corpus = build([SUMMONS, DENIAL])
    (statement,) = (s for s in corpus.statements if s.relation == "summonsEnvoyOf")
    assert (statement.subject.id, statement.object.id) == ("russia", "armenia")
    told = {claim.document.name: claim.claim.status for claim in statement.claims}
    assert told == {"summons": Status.ASSERTED, "denial": Status.NEGATED}


def test_neither_the_order_nor_the_number_of_jobs_matters() -> None:
    assert build([SUMMONS, DENIAL]) == build([DENIAL, SUMMONS]) == build([SUMMONS, DENIAL], jobs=2)


def test_corpora_come_one_by_one_in_the_order_of_the_documents() -> None:
    found = list(corpora([SUMMONS, DENIAL]))
    assert found == [build([SUMMONS]), build([DENIAL])]
    assert list(corpora([])) == []


def test_any_executor_may_do_the_work() -> None:
    many = [replace(SUMMONS, name=f"summons{n:02}") for n in range(40)]
    begun: list[str] = []

    def read() -> Iterator[Document]:
        for document in many:
            begun.append(document.name)
            yield document

    with ThreadPoolExecutor(1) as executor:
        found = corpora(read(), executor=executor)
        assert next(found).documents == (many[0],)
        assert len(begun) <= 24 < len(many)
        assert [corpus.documents[0] for corpus in found] == many[1:]
        assert build(many, executor=executor) == build(many)


def test_progress_is_told_once_for_each_document() -> None:
    done: list[Document] = []
    build([SUMMONS, DENIAL], progress=done.append)
    assert sorted(document.name for document in done) == ["denial", "summons"]


def test_no_documents_give_an_empty_corpus() -> None:
    corpus = build([])
    assert (corpus.documents, corpus.actors, corpus.statements) == ((), (), ())


def test_a_text_that_is_too_long_is_reported_and_the_rest_is_done() -> None:
    errors: list[InputError] = []
    corpus = build([LONG, SUMMONS], on_error=errors.append)
    assert [document.name for document in corpus.documents] == ["summons"]
    assert [str(error).partition(":")[0] for error in errors] == ["long"]
    with pytest.raises(InputError, match="long: has .* characters, more than 1000000: split it"):
        build([LONG, SUMMONS])


def test_a_model_that_is_missing_is_named() -> None:
    with pytest.raises(ModelError, match="no language pipeline no_such_pipeline: install it"):
        build([SUMMONS], model="no_such_pipeline")
