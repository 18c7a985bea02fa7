"""Claims are found by any name of their actors, told in words, and marked in their sentence."""

from __future__ import annotations

import pytest

from kg.errors import InputError, OntologyError, QueryError
from kg.explanation import Part, describe, find, read_sentence, relation_named, sentence
from kg.model import ResolvedClaim, Status
from tests.corpora import corpus


def said(claims: tuple[ResolvedClaim, ...]) -> set[tuple[str, str, str]]:
    return {(c.subject.actor.id, c.claim.relation, c.object.actor.id) for c in claims}


@pytest.mark.parametrize("name", ["Russia", "russia", "the Kremlin", "MOSCOW"])
def test_an_actor_is_found_by_id_label_and_alias(name: str) -> None:
    assert said(find(corpus(), name, "summonsEnvoyOf")) == {("russia", "summonsEnvoyOf", "armenia")}


def test_without_a_relation_both_directions_are_found() -> None:
    assert said(find(corpus(), "Vladimir Putin", None, "Nikol Pashinyan")) == {
        ("vladimir-putin", "meets", "nikol-pashinyan")
    }
    assert said(find(corpus(), "Nikol Pashinyan", None, "Vladimir Putin")) == {
        ("vladimir-putin", "meets", "nikol-pashinyan")
    }


def test_a_symmetric_relation_is_found_from_either_end_and_another_is_not() -> None:
    assert said(find(corpus(), "Nikol Pashinyan", "meets"))
    with pytest.raises(QueryError, match="no claim says 'Armenia suppliesWeaponsTo Russia'"):
        find(corpus(), "Armenia", "suppliesWeaponsTo", "Russia")


def test_a_statement_with_several_claims_gives_all() -> None:
    claims = find(corpus(), "France", "supplies weapons to", "Yerevan")
    assert {c.source.actor.label if c.source else None for c in claims} == {None, "Azerbaijan"}


def test_an_unknown_actor_is_answered_with_suggestions() -> None:
    with pytest.raises(QueryError, match="no actor 'Rusia' in this graph; did you mean 'Russia'"):
        find(corpus(), "Rusia")
    with pytest.raises(QueryError, match="did you mean 'Nikol Pashinyan'"):
        find(corpus(), "Pashinyan")
    with pytest.raises(QueryError, match="no actor 'xyz' in this graph$"):
        find(corpus(), "xyz")


def test_two_actors_that_nothing_joins_are_answered_with_what_there_is() -> None:
    with pytest.raises(QueryError, match="France is in the graph: it is joined to Armenia"):
        find(corpus(), "France", None, "CSTO")


def test_a_relation_is_found_by_id_and_label_and_suggested() -> None:
    assert relation_named("Supplies weapons to").id == "suppliesWeaponsTo"
    with pytest.raises(OntologyError, match="did you mean 'suppliesWeaponsTo'"):
        relation_named("supplyWeaponsTo")


def test_the_sentence_is_cut_at_what_is_marked() -> None:
    (claim,) = find(corpus(), "Russia", "summonsEnvoyOf")
    assert sentence(claim)[:4] == (
        Part("Russia", ("subject",)),
        Part(" "),
        Part("summoned", ("cue",)),
        Part(" "),
    )
    assert "".join(part.text for part in sentence(claim)) == (
        "Russia summoned Armenia's ambassador on Friday"
    )


def test_a_claim_is_told_in_words() -> None:
    (claim,) = find(corpus(), "Azerbaijan", "attacks", "Armenia")[:1]
    words = dict(describe(claim))
    assert words["rule"].startswith("attacks/verb/")
    assert words["subject"].endswith(
        "is Azerbaijan (Country, azerbaijan), score 0.95: “Azerbaijan” is a name of it"
    )


def test_status_cue_speaker_and_date_are_told() -> None:
    claims = find(corpus(), "Azerbaijan", "attacks", "Armenia")
    (denied,) = (c for c in claims if c.claim.status is Status.NEGATED)
    words = dict(describe(denied))
    assert words["status"] == 'negated, because of "not"'
    assert words["told by"].startswith('"the ministry"')
    (summons,) = find(corpus(), "Russia", "summonsEnvoyOf")
    assert dict(describe(summons))["date"] == '2023-09-08, from relative ("Friday")'
    assert dict(describe(summons))["told by"] == "the author"


def test_a_typed_sentence_is_read() -> None:
    typed = read_sentence("France supplied howitzers to Armenia.")
    assert said(typed.claims) == {("france", "suppliesWeaponsTo", "armenia")}


def test_what_is_refused_in_a_typed_sentence_says_why() -> None:
    typed = read_sentence("The Lachin Corridor summoned the ambassador of Armenia.")
    assert any("summonsEnvoyOf" in reason and "do not fit" in reason for reason in typed.refused)


def test_an_empty_sentence_is_an_error() -> None:
    with pytest.raises(InputError, match="the sentence is empty"):
        read_sentence(" \n")
