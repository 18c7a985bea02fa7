from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kg.corrections.desk import Desk
from kg.corrections.overlay import Overlay
from kg.corrections.walk import Signature, Walk, Wanted
from kg.errors import KgError
from tests.corrections.examples import desk, said, told


@dataclass
class Notebook:
    """Keeps corrections in memory."""

    overlay: Overlay = field(default_factory=Overlay)

    def desk(self) -> Desk:
        return desk(self.overlay)

    def keep(self, overlay: Overlay) -> None:
        self.overlay = overlay


def walk(book: Notebook, *answers: str, wanted: Wanted | None = None) -> Walk:
    made = book.desk()
    walk = Walk(book, Signature("Ann"), made, (wanted or Wanted()).of(made))
    for answer in answers:
        walk.answer(answer)
    return walk


def kinds(book: Notebook) -> list[str]:
    return [str(entry.kind) for entry in book.overlay.in_force.values()]


def test_the_least_sure_come_first_and_what_was_reviewed_is_left_out() -> None:
    book = Notebook()
    first = walk(book).claims
    assert [c.claim.confidence for c in first] == sorted(c.claim.confidence for c in first)
    walk(book, "a", "r", "e status=planned")
    left = walk(book).claims
    assert len(left) == len(first) - 3
    assert len(walk(book, wanted=Wanted(reviewed=True)).claims) == len(first) - 1


def test_claims_are_chosen_by_relation_document_and_confidence() -> None:
    book = Notebook()
    assert {said(c) for c in walk(book, wanted=Wanted(relation="memberOf")).claims} == {
        "armenia memberOf csto"
    }
    assert {c.document.name for c in walk(book, wanted=Wanted(document="letter")).claims} == {
        "letter"
    }
    assert walk(book, wanted=Wanted(below=0.1)).claims == []


def test_every_answer_is_kept_at_once_and_can_be_undone() -> None:
    book = Notebook()
    way = walk(book, "a well said", "s")
    assert (kinds(book), book.overlay.entries[0].note) == (["accept"], "well said")
    way.answer("r")
    way.answer("u")
    assert (kinds(book), way.at) == (["accept"], 2)
    way.answer("u")
    assert (kinds(book), way.at) == ([], 0)
    assert told(book.desk()) == told(desk())
    way.answer("r")
    assert kinds(book) == ["reject"]
    way.answer("q")
    assert way.claim is None


def test_a_missed_claim_is_added_and_the_walk_stays_where_it_is() -> None:
    book = Notebook()
    way = walk(book, wanted=Wanted(document="envoy", relation="summonsEnvoyOf"))
    way.answer("m Russia = moscow-city:City:Moscow | criticises | Armenia | summoned | planned")
    assert (kinds(book), way.at) == (["missed"], 0)
    assert "moscow-city criticises armenia planned" in told(book.desk())


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("x", "'x' is no answer: a, r, e, m, s, u, q, or ? for help"),
        ("", "is no answer"),
        ("u", "nothing was decided in this walk"),
        ("e", "say what is to be set"),
        ("e colour=red", "what can be set is one of relation, status, subject, object, source"),
        ("e status", "write FIELD=VALUE"),
        ("e status=perhaps", "'perhaps' is no status"),
        ("e relation='x", "a quotation mark is not closed"),
        ("e relation=loves", "'loves' is no relation"),
        ("m Russia | visits", "a claim is written SUBJECT | RELATION | OBJECT | CUE"),
    ],
)
def test_an_answer_that_is_none_changes_nothing(answer: str, message: str) -> None:
    book = Notebook()
    with pytest.raises(KgError) as error:
        walk(book, answer)
    assert message in str(error.value)
    assert not book.overlay.entries
