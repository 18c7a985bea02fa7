from __future__ import annotations

from dataclasses import replace

import pytest

from kg.corrections.actions import Accept, Anchor, Undo
from kg.corrections.apply import apply
from kg.corrections.desk import Chosen
from kg.corrections.fates import State
from kg.corrections.missing import Told, missed
from kg.corrections.overlay import Overlay
from kg.errors import CorrectionError
from kg.graph.pool import pool
from kg.graph.statements import generate_statements, parse_statements
from kg.model import Actor, Corpus, Resolution, Span, Status
from tests.corpora import ACTORS, ENVOY, corpus
from tests.corrections.examples import after, desk, each_kind, find, said, sentence, told, undo


def states(made: Corpus, overlay: Overlay) -> list[State]:
    return [fate.state for fate in apply(made, overlay).fates]


def test_an_accepted_claim_is_certain_and_says_who_accepted_it() -> None:
    made = desk()
    claim = find(made, "russia summonsEnvoyOf armenia")
    accepted = find(after(made.accept(claim.id)), "russia summonsEnvoyOf armenia")
    assert (accepted.id, accepted.claim.confidence) == (claim.id, 1.0)
    assert [(m.what, m.author) for m in accepted.claim.corrections] == [("accepted", "Ann")]


def test_a_rejected_claim_is_gone_with_the_actors_that_only_it_spoke_of() -> None:
    made = desk()
    less = after(made.reject(find(made, "nikol-pashinyan visits united-states").id))
    assert told(made) - told(less) == {"nikol-pashinyan visits united-states planned"}
    assert "united-states" not in {actor.id for actor in less.applied.corpus.actors}
    assert [said(claim) for claim in less.applied.rejected] == [
        "nikol-pashinyan visits united-states"
    ]


def test_an_edit_changes_what_it_names() -> None:
    made = desk()
    claim = find(made, "azerbaijan attacks armenia negated")
    edited = find(
        after(
            made.edit(
                claim.id,
                [
                    ("relation", "criticises"),
                    ("status", "asserted"),
                    ("subject", "France"),
                    ("object", "yerevan-city:City:Yerevan"),
                    ("source", "author"),
                ],
            )
        ),
        "france criticises yerevan-city",
    )
    assert (edited.claim.status, edited.source, edited.claim.source) == (
        Status.ASSERTED, None, None,
    )  # fmt: skip
    assert edited.object.actor == Actor("yerevan-city", "Yerevan", "City")
    assert edited.claim.evidence == claim.claim.evidence


def test_the_source_of_a_claim_is_another() -> None:
    made = desk()
    claim = find(made, "azerbaijan attacks armenia negated")
    edited = after(made.edit(claim.id, [("source", "CSTO")]))
    source = find(edited, "azerbaijan attacks armenia negated").source
    assert source is not None
    assert source.actor.id == "csto"
    with pytest.raises(CorrectionError, match="it has no source to set"):
        made.edit(find(made, "armenia accuses russia").id, [("source", "CSTO")])


def test_a_missed_claim_stands_where_its_words_stand() -> None:
    added = find(after(each_kind()[3]), "armenia rejects azerbaijan")
    text, plain = added.document.text, added.claim
    assert (plain.subject.span.of(text), plain.object.span.of(text)) == ("Armenia", "Baku")
    assert plain.evidence.quote.of(text) == "Armenia denied the charges, and Baku"
    assert plain.evidence.rule == "correction/missed"


def test_a_missed_claim_that_is_found_by_now_is_accepted_once() -> None:
    first = find(desk(), "russia summonsEnvoyOf armenia")
    place = first.claim.evidence.sentence
    more = missed(desk(), ENVOY, place, Told("Russia", "summonsEnvoyOf", "Armenia", "summoned"))
    assert [c.claim.confidence for c in after(more).claims.values() if said(c) == said(first)] == [
        1
    ]


def test_merged_actors_are_one_with_the_names_of_both() -> None:
    made = after(desk().merge(["russia", "vladimir-putin"]))
    assert "russia meets nikol-pashinyan asserted" in told(made)
    russia = next(a for a in made.applied.corpus.actors if a.id == "russia")
    assert {"Vladimir Putin", "Moscow"} < set(russia.aliases)
    assert "vladimir-putin" not in {a.id for a in made.applied.corpus.actors}
    source = find(made, "russia suppliesWeaponsTo armenia asserted").source
    assert source is not None
    assert source.actor.id == "russia"


def test_who_acted_for_a_merged_actor_acts_for_the_one_that_is_kept() -> None:
    made = after(desk().merge(["azerbaijan", "armenia"]))
    acting = {a.id: a.acts_for for a in made.applied.corpus.actors}
    assert acting["nikol-pashinyan"] == ("azerbaijan",)


def test_a_split_moves_the_mentions_that_were_chosen() -> None:
    made = desk()
    parted = after(made.split("azerbaijan", "baku-city:City:Baku", Chosen(words="Baku")))
    assert "baku-city attacks armenia negated" in told(parted)
    assert "azerbaijan attacks armenia asserted" in told(parted)
    with pytest.raises(CorrectionError, match="no such mention of azerbaijan"):
        made.split("azerbaijan", "france", Chosen(words="Ganja"))


def test_an_edit_goes_before_a_split_and_a_merge_behind_both() -> None:
    made = desk()
    claim = find(made, "azerbaijan attacks armenia negated")
    parted = after(
        made.split("azerbaijan", "baku-city:City:Baku", Chosen(words="Baku")),
        made.edit(claim.id, [("subject", "france")]),
        made.merge(["csto", "france"]),
    )
    assert "csto attacks armenia negated" in told(parted)


def test_actors_that_differ_cannot_be_merged_by_any_way_round() -> None:
    made = after(desk().differ("france", "united-states"))
    with pytest.raises(CorrectionError, match="kg undo takes a correction back"):
        made.merge(["united-states", "france"])
    step = desk(made.overlay.decide(made.merge(["csto", "france"]), "Ann"))
    with pytest.raises(CorrectionError, match="contradicts"):
        step.merge(["csto", "united-states"])


def test_merges_that_contradict_a_difference_are_not_applied_in_any_order() -> None:
    actions = [desk().differ("france", "csto"), desk().merge(["france", "russia"])]
    actions.append(desk().merge(["csto", "russia"]))
    for order in (actions, actions[::-1]):
        made = after(*order)
        assert told(made) == told(desk())
        assert [f.state for f in made.applied.lost] == [State.CONTRADICTED] * 2


def test_what_differs_stays_apart_when_a_later_extraction_takes_one_for_the_other() -> None:
    made = after(desk().differ("vladimir-putin", "nikol-pashinyan"))
    wrong = Resolution(ACTORS["vladimir-putin"], 0.5, ("a mistake",))
    claims = [
        replace(c, object=wrong) if said(c) == "vladimir-putin meets nikol-pashinyan" else c
        for c in corpus().claims()
    ]
    assert told(desk(made.overlay, pool(claims))) == told(desk())


def test_decisions_find_their_claim_after_the_document_is_read_anew() -> None:
    """The new extraction has other cues, rules, confidences, and so other ids of claims."""
    overlay = after(*each_kind()).overlay
    again = []
    for claim in corpus().claims():
        evidence = claim.claim.evidence
        cue = Span(evidence.cue.start, evidence.cue.end + 1)
        plain = replace(
            claim.claim, evidence=replace(evidence, cue=cue, rule="new"), confidence=0.5
        )
        again.append(replace(claim, claim=plain))
    anew = desk(overlay, pool(again))
    assert not {c.id for c in anew.claims.values()} & {
        c.id for c in desk(overlay).claims.values() if c.claim.evidence.rule != "correction/missed"
    }
    assert told(anew) == told(desk(overlay))
    assert {f.state for f in anew.applied.fates} == {State.APPLIED, State.HOLDS}


def test_a_file_of_statements_is_corrected_like_the_articles() -> None:
    overlay = after(*each_kind()).overlay
    read = parse_statements(generate_statements(corpus()), "x.jsonl")
    assert told(desk(overlay, read)) == told(desk(overlay))


def test_what_no_longer_finds_its_claim_is_named() -> None:
    made = desk()
    claim = find(made, "armenia accuses russia")
    overlay = Overlay().decide(made.accept(claim.id), "Ann")
    others = pool([c for c in corpus().claims() if c.id != claim.id], [ENVOY])
    assert states(others, overlay) == [State.NO_CLAIM]
    assert states(pool([]), overlay) == [State.NO_DOCUMENT]
    questioned = replace(claim.claim, status=Status.QUESTIONED)
    assert states(pool([replace(claim, claim=questioned)]), overlay) == [State.NO_CLAIM]


def test_an_edit_that_an_extraction_makes_by_itself_is_so_already() -> None:
    made = desk()
    claim = find(made, "armenia memberOf csto")
    overlay = Overlay().decide(made.edit(claim.id, [("relation", "leaves")]), "Ann")
    better = replace(claim, claim=replace(claim.claim, relation="leaves"))
    assert states(pool([better]), overlay) == [State.ALREADY]


def test_of_decisions_on_one_claim_the_last_counts() -> None:
    made = desk()
    claim = find(made, "armenia accuses russia").id
    accept, reject = made.accept(claim), made.reject(claim)
    assert told(desk()) == told(after(reject, accept))
    assert "armenia accuses russia asserted" not in told(after(accept, reject))
    assert [f.state for f in after(accept, reject).applied.fates] == [
        State.OVERRULED, State.APPLIED,
    ]  # fmt: skip


def test_undoing_is_undone_and_decisions_are_taken_again() -> None:
    made = desk()
    reject = made.reject(find(made, "armenia accuses russia").id)
    once = Overlay().decide(reject, "Ann")
    taken_back = undo(once)
    assert told(desk(taken_back)) == told(made)
    last = taken_back.entries[-1]
    assert told(desk(taken_back.decide([Undo(last.id)], "Bob"))) == told(desk(once))
    anew = taken_back.decide(reject, "Ann")
    assert [entry.again for entry in anew.entries] == [0, 0, 1]
    assert told(desk(anew)) == told(desk(once))
    assert anew.decide(reject, "Ann") == anew


def test_a_claim_that_the_text_does_not_bear_is_refused() -> None:
    place = sentence("Armenia accused Russia of neglect.")
    with pytest.raises(CorrectionError, match="'France' is not in 'Armenia accused Russia"):
        missed(desk(), ENVOY, place, Told("France", "accuses", "Russia", "accused"))
    added = missed(desk(), ENVOY, place, Told("Russia", "accuses", "Armenia", "accused"))
    other = replace(ENVOY, text=ENVOY.text.replace("neglect", "nothing"))
    assert other.id != ENVOY.id
    assert states(pool([], [other]), Overlay().decide(added, "Ann")) == [State.NO_DOCUMENT]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Armenai", "no actor 'Armenai' in this graph; did you mean armenia?"),
        ("x:Nothing:X", "a new actor is written id:Type:label"),
        ("x:StateActor:X", "a new actor is written id:Type:label"),
    ],
)
def test_an_actor_that_is_not_there_is_named(words: str, message: str) -> None:
    with pytest.raises(CorrectionError) as error:
        desk().actor(words)
    assert message in str(error.value)


def test_a_claim_is_named_by_the_beginning_of_its_id() -> None:
    made = desk()
    claim = find(made, "armenia accuses russia")
    assert made.claim(claim.id[:8]) == claim
    with pytest.raises(CorrectionError, match="no claim has the id 'zz'"):
        made.claim("zz")
    assert made.accept(claim.id) == [Accept(Anchor.of(claim))]
