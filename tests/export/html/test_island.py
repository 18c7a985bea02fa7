from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.export.html.island import days, describe
from kg.export.html.quads import actor_kind, relation_view
from kg.model import Actor, Corpus, Document, Statement
from tests.export.html.corpus import actors, corpus, gather

SEPTEMBER = (date(2023, 9, 1).toordinal(), date(2023, 9, 30).toordinal())


@pytest.mark.parametrize(
    ("first", "last", "covered"),
    [
        ("2023-09", None, SEPTEMBER),
        ("2023-09-01", "2023-09-30", SEPTEMBER),
        ("2024-02", None, (date(2024, 2, 1).toordinal(), date(2024, 2, 29).toordinal())),
        ("2023", None, (date(2023, 1, 1).toordinal(), date(2023, 12, 31).toordinal())),
        ("2023-09-08T10:15:00Z", None, (date(2023, 9, 8).toordinal(),) * 2),
        ("2023-09-30", "2023-09-01", (SEPTEMBER[1], SEPTEMBER[1])),
        ("2023-02-30", None, None),
        ("0000", None, None),
        ("yesterday", None, None),
        ("٢٠٢٣-٠٩", None, None),
        (None, None, None),
    ],
)
def test_days_that_a_date_covers(
    first: str | None, last: str | None, covered: tuple[int, int] | None
) -> None:
    assert days(first, last) == covered


@pytest.mark.parametrize(
    ("relation", "quad"),
    [
        ("meets", "verbal cooperation"),
        ("suppliesWeaponsTo", "material cooperation"),
        ("summonsEnvoyOf", "verbal conflict"),
        ("sanctions", "material conflict"),
        ("memberOf", "static"),
    ],
)
def test_quads_of_relations(relation: str, quad: str) -> None:
    assert relation_view(relation)["quad"] == quad


def test_a_relation_unknown_to_the_ontology_shows_its_name() -> None:
    view = relation_view("doesSomethingElseTo")
    assert (view["label"], view["quad"]) == ("doesSomethingElseTo", "static")


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("Country", "state"),
        ("GovernmentBody", "state"),
        ("IGO", "organisation"),
        ("Person", "person"),
        ("City", "place"),
        ("Agreement", "thing"),
        ("NoSuchKind", "thing"),
    ],
)
def test_shapes_of_actors(kind: str, shape: str) -> None:
    assert actor_kind(kind)[1] == shape


def test_every_claim_is_there_with_its_sentence() -> None:
    data = describe(corpus(), "t")
    assert len(data["claims"]) == sum(1 for _ in corpus().claims())
    for claim, given in zip(data["claims"], corpus().claims(), strict=True):
        sentence = "".join(text for _, text in claim["parts"])
        assert sentence == given.claim.evidence.sentence.of(given.document.text)


def test_an_undated_claim_has_the_day_of_publication() -> None:
    first = next(claim for claim in corpus().claims() if claim.claim.time)
    bare = replace(first, claim=replace(first.claim, time=None))
    [claim] = describe(gather(actors(), [bare]), "t")["claims"]
    assert (claim["date"], claim["origin"]) == (first.document.published, "publication")


def test_actors_that_the_corpus_forgot_are_added() -> None:
    full = corpus()
    data = describe(Corpus((), (), full.statements), "t")
    named = {end.id for s in full.statements for end in (s.subject, s.object)}
    assert named <= {actor["id"] for actor in data["actors"]}
    assert len(data["documents"]) == len(full.documents)


def test_acts_for_points_to_the_actor_or_keeps_the_name() -> None:
    state = Actor("s", "State", "Country")
    envoy = Actor("e", "Envoy", "Person", acts_for=("s", "elsewhere"))
    data = describe(Corpus((), (envoy, state), ()), "t")
    assert data["actors"][0]["for"] == [1, "elsewhere"]


def test_an_empty_corpus_has_a_page() -> None:
    data = describe(Corpus((), (), ()), "t")
    assert (data["actors"], data["claims"]) == ([], [])


def test_a_document_without_text_keeps_the_mentions() -> None:
    claim = next(corpus().claims())
    empty = replace(claim, document=Document("known-by-name-only", ""))
    whole = Statement(claim.subject.actor, claim.claim.relation, claim.object.actor, (empty,))
    [described] = describe(Corpus((), (), (whole,)), "t")["claims"]
    assert described["parts"] == []
    assert described["mentions"] == [claim.claim.subject.text, claim.claim.object.text]
