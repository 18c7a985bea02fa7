"""The stages joined: from documents to a corpus."""

from __future__ import annotations

import pytest

from kg.build import LONGEST_TEXT, build
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
