from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.corrections.actions import Undo
from kg.corrections.apply import apply
from kg.corrections.desk import Chosen
from kg.corrections.fates import State
from kg.corrections.overlay import Overlay
from kg.corrections.rdf import corrections_graph, overlay_from_rdf
from kg.errors import CorrectionError, StoreError
from kg.graph.names import OWL, Names
from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.graph.rdf import to_rdf
from kg.model import Corpus
from kg.store.diff import diff
from kg.store.embedded import EmbeddedStore, restore, snapshot
from kg.store.source import Snapshot
from tests.corpora import ENVOY, corpus
from tests.corrections.examples import after, desk, each_kind, find, told, undo
from tests.store.stores import RUN, everything, filled, graph, parts

NAMES = Names()
ALL = ("arms & more", "envoy", "letter")


def overlay_of_each_kind() -> Overlay:
    return after(*each_kind()).overlay


def kept(path: Path, overlay: Overlay) -> None:
    with EmbeddedStore(path) as store:
        store.corrections.keep(overlay)


def claims(path: Path) -> set[Quad]:
    """What the store says beside the log itself."""
    return {quad for quad in graph(path) if quad.graph_name != corrections_graph(NAMES)}


def built(overlay: Overlay, *names: str) -> set[Quad]:
    """The graph that a build of these articles makes under corrections."""
    chosen = [part for name, part in parts().items() if name in (names or ALL)]
    found = pool(
        [c for part in chosen for c in part.claims()], [d for p in chosen for d in p.documents]
    )
    return set(to_rdf(apply(found, overlay).corpus, run=RUN))


def test_a_corrected_store_holds_what_a_build_with_the_corrections_makes(tmp_path: Path) -> None:
    path, overlay = filled(tmp_path / "store"), overlay_of_each_kind()
    kept(path, overlay)
    assert claims(path) == built(overlay)
    with Snapshot(path) as source:
        assert overlay_from_rdf(source.quads()) == overlay
        assert told(desk(extracted=source.corpus())) == told(desk(overlay))


def test_it_does_not_matter_whether_articles_or_corrections_come_first(tmp_path: Path) -> None:
    overlay = overlay_of_each_kind()
    first, second = filled(tmp_path / "first"), tmp_path / "second"
    kept(first, overlay)
    kept(second, overlay)
    filled(second, "letter")
    filled(second, "envoy", "arms & more")
    assert everything(second) == everything(first)


def test_undone_corrections_leave_the_very_graph_that_was_extracted(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    before, overlay = claims(path), overlay_of_each_kind()
    kept(path, overlay)
    assert claims(path) != before
    kept(path, undo(overlay))
    assert claims(path) == before
    with Snapshot(path) as source:
        assert overlay_from_rdf(source.quads()) == undo(overlay)


def test_corrections_survive_the_removal_and_the_return_of_an_article(tmp_path: Path) -> None:
    path, overlay = filled(tmp_path / "store"), overlay_of_each_kind()
    kept(path, overlay)
    before = everything(path)
    with EmbeddedStore(path) as store:
        store.remove("envoy")
    assert claims(path) == built(overlay, "letter", "arms & more")
    filled(path, "envoy")
    assert everything(path) == before


def test_corrections_are_applied_to_what_a_later_program_extracts(tmp_path: Path) -> None:
    path, overlay = filled(tmp_path / "store"), overlay_of_each_kind()
    kept(path, overlay)
    new = [
        replace(
            c, claim=replace(c.claim, confidence=0.5, evidence=replace(c.claim.evidence, rule="r"))
        )
        for c in parts()["letter"].claims()
    ]
    with EmbeddedStore(path) as store:
        store.put(pool(new), Run("2.0"))
        assert not store.corrections.lost
        assert told(store.corrections.desk()) == told(desk(overlay))


def test_corrections_that_lose_their_claim_are_named(tmp_path: Path) -> None:
    path, overlay = filled(tmp_path / "store"), overlay_of_each_kind()
    kept(path, overlay)
    rest = [c for c in parts()["letter"].claims() if c.claim.relation != "memberOf"]
    with EmbeddedStore(path) as store:
        store.put(pool(rest), RUN)
        changed = replace(ENVOY, text=ENVOY.text + " More.")
        store.put(pool([], [changed]), RUN)
        lost = {str(fate.correction.kind): fate.state for fate in store.corrections.lost.values()}
    assert lost["edit"] is State.NO_CLAIM
    assert {lost[kind] for kind in ("accept", "reject", "missed")} == {State.NO_DOCUMENT}


def test_who_differs_is_said_for_reasoners_until_it_is_undone(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    overlay = Overlay().decide(desk().differ("france", "csto"), "Ann")
    kept(path, overlay)
    apart = [q for q in graph(path) if q.predicate.value == OWL + "differentFrom"]
    assert [(q.subject, q.object) for q in apart] == [
        (NAMES.of("actor", "france"), NAMES.of("actor", "csto"))
    ]
    kept(path, undo(overlay))
    assert not [q for q in graph(path) if q.predicate.value == OWL + "differentFrom"]


def test_what_a_killed_writer_left_to_do_is_done_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overlay = overlay_of_each_kind()
    path, whole = filled(tmp_path / "store"), filled(tmp_path / "whole")
    kept(whole, overlay)

    def killed(*_: object) -> None:
        raise StoreError("killed")

    with monkeypatch.context() as patch:
        patch.setattr("kg.store.correcting.Corrections._put", killed)
        with pytest.raises(StoreError, match="killed"):
            kept(path, overlay)
    kept(path, Overlay())
    assert everything(path) == everything(whole)


def test_snapshots_carry_corrections_and_a_diff_shows_them(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    snapshot(path, tmp_path / "before")
    overlay = Overlay().decide(desk().accept(find(desk(), "armenia accuses russia").id), "Ann")
    kept(path, overlay)
    snapshot(path, tmp_path / "after")
    with Snapshot(tmp_path / "before") as old, Snapshot(tmp_path / "after") as new:
        (entry,) = diff(old.corpus(), new.corpus())
    assert (entry.sign, entry.changed) == ("~", ("confidence", "corrections"))
    restore(tmp_path / "after", path, replace=True)
    with EmbeddedStore(path) as store:
        assert store.corrections.overlay == overlay
    kept(path, undo(overlay))
    with Snapshot(path) as source:
        assert not list(diff(corpus_of(tmp_path / "before"), source.corpus()))


def corpus_of(path: Path) -> Corpus:
    with Snapshot(path) as source:
        return source.corpus()


def test_forgetting_an_actor_forgets_what_corrections_know_of_it(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    made = desk()
    overlay = after(
        made.merge(["russia", "vladimir-putin"]),
        made.reject(find(made, "nikol-pashinyan visits united-states").id),
        made.accept(find(made, "armenia memberOf csto").id),
        made.split("azerbaijan", "baku-city:City:Baku", Chosen(words="Baku")),
    ).overlay
    kept(path, overlay)
    with EmbeddedStore(path) as store:
        assert store.forget_actor("russia") == ["arms & more", "envoy", "letter"]
        assert store.forget_actor("nikol-pashinyan") == ["envoy"]
        assert [str(e.kind) for e in store.corrections.overlay.entries] == ["accept", "split"]
    text = "\n".join(everything(path))
    gone = ("actor/russia", "vladimir-putin", '"russia', "nikol-pashinyan")
    assert [word for word in gone if word in text] == []
    kept(path, undo(overlay_in(path)))
    with EmbeddedStore(path) as store:
        forgotten = {"russia", "vladimir-putin", "nikol-pashinyan"}
        assert not [c for c in told(store.corrections.desk()) if set(c.split()) & forgotten]


def overlay_in(path: Path) -> Overlay:
    with EmbeddedStore(path) as store:
        return store.corrections.overlay


def test_forgetting_a_source_forgets_the_corrections_of_its_articles(tmp_path: Path) -> None:
    path, overlay = filled(tmp_path / "store"), overlay_of_each_kind()
    kept(path, overlay)
    with EmbeddedStore(path) as store:
        store.forget_publisher("Example Wire")
        left = {str(entry.kind) for entry in store.corrections.overlay.entries}
    assert left == {"edit", "merge", "split", "differ"}


def test_hostile_authors_and_notes_come_back_as_they_were(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    author, note = 'A"n\\n\x1b[31m\u202e<b>', "} ; DROP ALL ; \\u0041\n"
    overlay = Overlay().decide(desk().merge(["russia", "csto"]), author, None, note)
    kept(path, overlay)
    assert overlay_in(path) == overlay
    assert len(parts()) == 3
    assert {q.graph_name for q in graph(path)} >= {NAMES.document(d) for d in corpus().documents}


def test_undo_of_what_is_not_there_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    before = everything(path)
    with pytest.raises(CorrectionError, match="no correction has the id"):
        Overlay().decide([Undo("none")], "Ann")
    kept(path, Overlay())
    assert everything(path) == before
