from __future__ import annotations

from dataclasses import replace

from kg.graph.pool import pool
from kg.store.diff import diff
from tests.corpora import corpus
from tests.store.stores import parts


def test_equal_graphs_do_not_differ() -> None:
    assert list(diff(corpus(), corpus())) == []


def test_what_only_one_article_says_goes_with_it() -> None:
    left = [c for name in ("arms & more", "letter") for c in parts()[name].claims()]
    found = [f"{d.sign} {d.kind} {d.text}" for d in diff(corpus(), pool(left))]
    assert found[:4] == [
        "- statement Armenia accuses Russia",
        "- statement Nikol Pashinyan headOfGovernmentOf Armenia",
        "- statement Nikol Pashinyan visits United States",
        "- statement Russia summonsEnvoyOf Armenia",
    ]
    denied = "- claim envoy: Azerbaijan attacks Armenia [negated] (says the ministry) "
    assert found[5] == denied + '"Baku did not attack Armenia"'
    assert len(found) == 4 + 5


def test_a_claim_that_is_told_otherwise_says_how() -> None:
    claim = next(c for c in corpus().claims() if c.claim.relation == "memberOf")
    surer = replace(claim, claim=replace(claim.claim, confidence=0.99, time=None))
    (found,) = diff(pool([claim]), pool([surer]))
    assert (found.sign, found.kind, found.changed) == ("~", "claim", ("confidence",))
    assert found.data()["change"] == "changed"
    assert found.data()["id"] == claim.id
