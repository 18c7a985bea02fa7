from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from kg.graph.fusion import Support, independent, repeated, support
from kg.graph.pool import pool
from kg.model import Corpus, Document, ResolvedClaim, Status
from tests.corpora import claim
from tests.strategies import corpora

LONG = (
    "Russia attacked Armenia at night. The shelling of the border went on until the early "
    "morning, said people who live in two of the villages near the road to the lake."
)


def told(
    name: str, publisher: str | None, *, text: str = LONG, status: Status = Status.ASSERTED,
    confidence: float = 0.8, published: str | None = None,
) -> ResolvedClaim:  # fmt: skip
    """A claim that Russia attacked Armenia."""
    document = Document(name, text, publisher=publisher, published=published)
    return claim(
        document, ("Russia", "russia", 0), ("attacks", "attacked"), ("Armenia", "armenia", 0),
        sentence="Russia attacked Armenia at night.", status=status, confidence=confidence,
    )  # fmt: skip


def own(words: str) -> str:
    """An article in words of its own, after the sentence that all have."""
    return "Russia attacked Armenia at night. " + " ".join(words * 12)


def only(*claims: ResolvedClaim) -> Support:
    """The support of the one statement that these claims make."""
    (found,) = support(pool(claims)).values()
    return found


def test_two_publishers_with_their_own_words_are_two_sources() -> None:
    found = only(told("a", "Wire", text=own("abc")), told("b", "Gazette", text=own("xyz")))
    assert (found.sources, found.denials, found.contested) == (2, 0, False)
    assert found.belief == pytest.approx(0.96)  # 1 - 0.2 * 0.2


def test_a_reprint_is_no_second_source() -> None:
    reprint = LONG + " (This story was supplied.)"
    found = only(told("a", "Wire"), told("b", "Gazette", text=reprint))
    assert found.sources == 1
    assert found.belief == pytest.approx(0.8)


def test_two_articles_of_one_publisher_are_one_source() -> None:
    found = only(told("a", "Wire", text=own("abc"), confidence=0.5),
                 told("b", "Wire", text=own("xyz"), confidence=0.9))  # fmt: skip
    assert found.sources == 1
    assert found.belief == pytest.approx(0.9)


def test_who_prints_a_copy_lends_it_to_all_his_articles() -> None:
    claims = [told("a", "Wire"), told("b", "Gazette"), told("c", "Gazette", text=own("xyz"))]
    assert only(*claims).sources == 1


def test_a_statement_that_is_denied_elsewhere_is_contested_and_believed_less() -> None:
    found = only(told("a", "Wire", text=own("abc"), confidence=0.9),
                 told("b", "Gazette", text=own("xyz"), confidence=0.5,
                      status=Status.NEGATED))  # fmt: skip
    assert found.contested
    assert found.belief == pytest.approx(0.9 * 0.5 / (1 - 0.9 * 0.5))


def test_certain_contradiction_says_nothing() -> None:
    found = only(told("a", "Wire", text=own("abc"), confidence=1.0),
                 told("b", "Gazette", text=own("xyz"), confidence=1.0,
                      status=Status.NEGATED))  # fmt: skip
    assert found.belief == 0.5


def test_plans_and_questions_are_no_support() -> None:
    found = only(told("a", "Wire", status=Status.PLANNED))
    assert (found.sources, found.denials, found.belief) == (0, 0, 0)


def test_first_and_last_report() -> None:
    found = only(told("a", "Wire", published="2023-09-11"),
                 told("b", "Gazette", published="2023-09-10"), told("c", None))  # fmt: skip
    assert (found.first, found.last) == ("2023-09-10", "2023-09-11")


def test_a_cut_reprint_repeats_and_a_shared_quotation_does_not() -> None:
    cut = " ".join(LONG.split()[:18])
    quoting = own("q") + " " + " ".join(LONG.split()[-8:])
    assert repeated([LONG, cut, quoting]) == [(0, 1)]
    assert repeated(["", "", "a few words", "A few words!"]) == [(2, 3)]


@given(corpora())
def test_belief_is_a_probability_and_every_document_has_a_source(made: Corpus) -> None:
    assert len(independent(made.documents)) == len(made.documents)
    for found in support(made).values():
        assert 0 <= found.belief <= 1


@given(corpora())
def test_the_order_of_documents_does_not_matter(made: Corpus) -> None:
    turned = replace(made, documents=made.documents[::-1])
    assert support(turned) == support(made)
