from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corrections.actions import Action, Correction, Undo
from kg.corrections.apply import apply
from kg.corrections.lines import generate_corrections, parse_corrections
from kg.corrections.overlay import Overlay
from kg.corrections.rdf import overlay_from_rdf, overlay_quads
from kg.graph.names import Names
from kg.graph.pool import merge, pool
from kg.model import Corpus
from tests.corpora import corpus
from tests.corrections.examples import desk, each_kind, undo
from tests.strategies import encodable

people = st.sampled_from(["Ann", "Bob", "<script>alert(1)</script>", "a\n\x1b[31m\u202eb"])
times = st.sampled_from([None, "2026", "2026-05-01", "2026-05-01T09:30:00Z"])


@cache
def every_action() -> list[Action]:
    """Decisions of each kind, also several on one thing."""
    made = desk()
    found = [action for actions in each_kind() for action in actions]
    for id in sorted(made.claims)[:6]:
        found += [*made.accept(id), *made.reject(id), *made.edit(id, [("status", "questioned")])]
    return [*found, *made.merge(["armenia", "azerbaijan"]), *made.merge(["france", "csto"])]


@st.composite
def overlays(draw: st.DrawFn) -> Overlay:
    """A log of any decisions, some of them undone."""
    overlay = Overlay()
    for _ in range(draw(st.integers(0, 6))):
        known = [Undo(id) for id in overlay.by_id]
        action = draw(st.sampled_from([*every_action(), *known]))
        note = draw(st.none() | encodable)
        overlay = overlay.decide([action], draw(people), draw(times), note)
    return overlay


@given(overlays())
def test_what_is_all_undone_changes_nothing(overlay: Overlay) -> None:
    assert apply(corpus(), undo(overlay)).corpus == corpus()


@settings(max_examples=30)
@given(overlays())
def test_each_document_becomes_what_it_becomes_in_the_whole(overlay: Overlay) -> None:
    parts = [
        pool([c for c in corpus().claims() if c.document == d], [d]) for d in corpus().documents
    ]
    apart = merge(apply(part, overlay).corpus for part in parts)
    assert apart == apply(merge(parts), overlay).corpus


@settings(max_examples=30)
@given(st.permutations([action for actions in each_kind() for action in actions]))
def test_decisions_on_different_things_come_in_any_order(actions: list[Action]) -> None:
    made = apply(corpus(), Overlay().decide(actions, "Ann")).corpus
    first = [action for some in each_kind() for action in some]
    assert made == apply(corpus(), Overlay().decide(first, "Ann")).corpus


@given(overlays(), overlays())
def test_a_log_takes_in_another_once(one: Overlay, other: Overlay) -> None:
    both = one.extend(other.entries)
    assert both.extend(other.entries) == both
    assert both.entries[: len(one.entries)] == one.entries
    assert {*both.by_id} == {*one.by_id, *other.by_id}


@given(overlays())
def test_a_log_comes_back_from_a_file_and_from_rdf(overlay: Overlay) -> None:
    lines = list(generate_corrections(overlay))
    assert all(line.isascii() and line.count("\n") == 1 for line in lines)
    assert parse_corrections(lines, "x") == overlay
    assert overlay_from_rdf(overlay_quads(overlay, Names())) == overlay


@settings(max_examples=30)
@given(overlays())
def test_a_claim_bears_the_corrections_that_made_it(overlay: Overlay) -> None:
    made: Corpus = apply(corpus(), overlay).corpus
    before = {claim.id: claim for claim in corpus().claims()}
    for claim in made.claims():
        marks = [overlay.in_force[mark.correction] for mark in claim.claim.corrections]
        assert all(isinstance(entry, Correction) for entry in marks)
        old = before.get(claim.id)
        assert marks or (old is not None and old.claim == claim.claim)
