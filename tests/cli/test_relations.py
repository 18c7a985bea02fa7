from __future__ import annotations

from kg.vocabulary import vocabulary
from tests.cli.conftest import Run


def test_all_relations_are_listed(kg: Run) -> None:
    result = kg("relations")
    heading, *rows = result.out.splitlines()
    assert heading == "relation\tlabel\tPLOVER\tfrom\tto"
    assert [row.split("\t")[0] for row in rows] == list(vocabulary())
    assert result.err == f"{len(rows)} relations; kg relations NAME shows one\n"


def test_one_relation_is_shown_by_id_or_label(kg: Run) -> None:
    shown = kg("relations", "summonsEnvoyOf").out
    assert shown == kg("relations", "summons envoy of").out
    for line in (
        "relation    summonsEnvoyOf (summons envoy of)",
        "PLOVER      ACCUSE, disapprove, -2",
        "from        StateActor, IGO, Person",
    ):
        assert line in shown.splitlines()
    assert "\nverb        S summon" in shown
    assert "\nmatch       " in shown
    assert "\nrefuse      " in shown


def test_json_holds_the_entry(kg: Run) -> None:
    entry = kg("relations", "visits", "--json").json
    assert entry["plover_type"] == "CONSULT"
    assert entry["lexicon"]["verb"][0].startswith("S visit")
    assert len(kg("relations", "--json", "--quiet").json) == len(vocabulary())


def test_an_unknown_relation_fails_with_a_suggestion(kg: Run) -> None:
    result = kg("relations", "visit")
    assert result.code == 1
    assert result.err == "kg: 'visit' is no relation; did you mean 'visits'?\n"
