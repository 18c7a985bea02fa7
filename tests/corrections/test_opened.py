"""Open claims that a person decides on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from kg.corrections import Overlay, apply
from kg.corrections.desk import Desk
from kg.corrections.fates import State
from kg.corrections.lines import generate_corrections, parse_corrections
from kg.corrections.open_walk import OpenWalk, waiting
from kg.corrections.opened import Open
from kg.corrections.walk import Signature
from kg.errors import KgError
from kg.graph.pool import pool
from kg.model import (
    RELATED,
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mention,
    OpenClaim,
    Proposal,
    Resolution,
    ResolvedClaim,
    Span,
)

TEXT = "Kenya outfoxed Ghana. Kenya outbid Ghana, Togo said. Togo outbid Ghana."
NOTE = Document("note", TEXT)
PRAISES, DEFEATS = (Proposal(relation, 0.5, "why") for relation in ("praises", "defeats"))


def state(start: int, name: str) -> tuple[Mention, Resolution]:
    span = Span(start, start + len(name))
    return Mention(span, name, "Country", name), Resolution(Actor(name.lower(), name, "Country"), 1)


def open_claim(sentence: str, verb: str, *, teller: str | None = None) -> Open:
    """The first and the second name of a sentence, joined by its verb."""
    start = TEXT.index(sentence)
    ends = sentence.rstrip(".").replace(",", "").split()
    subject, of_subject = state(start, ends[0])
    object_, of_object = state(start + sentence.index(ends[2]), ends[2])
    cue_at = start + sentence.index(ends[1])
    evidence = Evidence(
        "note",
        Span(start, start + len(sentence)),
        Span(cue_at, cue_at + len(ends[1])),
        subject.span,
        object_.span,
        f"{RELATED}/verb/S {verb} O",
    )
    source, of_source = state(start + sentence.index(teller), teller) if teller else (None, None)
    claim = Claim(subject, RELATED, object_, evidence, source=source)
    resolved = ResolvedClaim(claim, NOTE, of_subject, of_object, of_source)
    return OpenClaim(resolved, verb, (PRAISES, DEFEATS) if verb == "outbid" else ())


OPEN = (
    open_claim("Kenya outfoxed Ghana.", "outfox"),
    open_claim("Kenya outbid Ghana, Togo said.", "outbid", teller="Togo"),
    open_claim("Togo outbid Ghana.", "outbid"),
)
CORPUS: Corpus = pool([], [NOTE], open_claims=OPEN)


@dataclass
class Notebook:
    """Keeps corrections in memory."""

    overlay: Overlay = field(default_factory=Overlay)

    def desk(self) -> Desk:
        return Desk(CORPUS, self.overlay)

    def keep(self, overlay: Overlay) -> None:
        self.overlay = overlay


def walk(book: Notebook, *answers: str, every: bool = False) -> OpenWalk:
    way = OpenWalk(book, Signature("Ann"), waiting(OPEN, book.overlay, every=every))
    for answer in answers:
        way.answer(answer)
    return way


def said(claims: list[Open]) -> list[str]:
    return [f"{o.claim.subject.actor.id} {o.predicate}" for o in claims]


def test_the_most_frequent_predicate_comes_first() -> None:
    assert said(walk(Notebook()).claims) == ["kenya outbid", "togo outbid", "kenya outfox"]


def test_what_is_accepted_is_a_claim_of_the_relation_and_open_no_more() -> None:
    book = Notebook()
    walk(book, "a", "a 2 by a mile", "a criticises")
    made = apply(CORPUS, book.overlay)
    found = {(c.subject.actor.id, c.claim.relation): c for c in made.corpus.claims()}
    assert {*found} == {("kenya", "praises"), ("togo", "defeats"), ("kenya", "criticises")}
    assert made.corpus.open_claims == ()
    assert [entry.note for entry in book.overlay.entries] == [None, "by a mile", None]
    assert {fate.state for fate in made.fates} == {State.APPLIED}


def test_who_says_it_goes_with_it() -> None:
    book = Notebook()
    walk(book, "a", "a")
    told, plain = sorted(
        apply(CORPUS, book.overlay).corpus.claims(), key=lambda c: c.subject.actor.id
    )
    assert told.source is not None
    assert told.source.actor.id == "togo"
    assert plain.source is None


def test_what_is_rejected_is_gone_and_what_is_skipped_waits() -> None:
    book = Notebook()
    walk(book, "r of no use", "s")
    made = apply(CORPUS, book.overlay)
    assert list(made.corpus.claims()) == []
    assert sorted(said(list(made.corpus.open_claims))) == ["kenya outfox", "togo outbid"]
    assert said(walk(book).claims) == ["kenya outfox"]
    assert len(walk(book, every=True).claims) == 3
    assert [fate.state for fate in made.fates] == [State.HOLDS, State.HOLDS]


def test_an_answer_can_be_undone() -> None:
    book = Notebook()
    way = walk(book, "r", "u")
    assert (way.at, dict(book.overlay.in_force)) == (0, {})
    way.answer("r")
    assert [entry.kind for entry in book.overlay.in_force.values()] == ["dismiss"]


def test_decisions_find_the_same_words_in_another_reading() -> None:
    book = Notebook()
    walk(book, "r", "a", "a criticises")
    again = tuple(replace(claim, predicate="beat", proposals=()) for claim in OPEN)
    assert apply(pool([], [NOTE], open_claims=again), book.overlay).corpus.open_claims == ()
    log = parse_corrections(generate_corrections(book.overlay), "log")
    assert log == book.overlay


def test_decisions_on_a_text_that_is_not_there_wait() -> None:
    book = Notebook()
    walk(book, "r")
    other = pool([], [Document("other", "Nothing.")])
    assert [fate.state for fate in apply(other, book.overlay).fates] == [State.NO_DOCUMENT]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("x", "'x' is no answer: a, r, s, u, q, or ? for help"),
        ("a 3", "2 relations are proposed: name one"),
        ("a loves", "'loves' is no relation"),
        ("u", "nothing was decided in this walk"),
    ],
)
def test_an_answer_that_is_none_changes_nothing(answer: str, message: str) -> None:
    book = Notebook()
    with pytest.raises(KgError) as error:
        walk(book, answer)
    assert message in str(error.value)
    assert not book.overlay.entries
