from __future__ import annotations

from dataclasses import replace

from kg.graph.pool import pool
from kg.store.diff import diff
from tests.corpora import ENVOY, corpus
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


def test_what_a_changed_article_still_says_is_no_difference() -> None:
    new = replace(ENVOY, text=ENVOY.text + " Nothing else happened.")
    said = [replace(c, document=new) for c in parts()["envoy"].claims()]
    assert list(diff(parts()["envoy"], pool(said, [new]))) == []
    surer = [replace(c, claim=replace(c.claim, confidence=0.99)) for c in said]
    assert {d.sign for d in diff(parts()["envoy"], pool(surer, [new]))} == {"~"}
    one = next(claim for claim in said if claim.claim.relation == "summonsEnvoyOf")
    rest = [claim for claim in said if claim != one]
    gone = list(diff(parts()["envoy"], pool(rest, [new])))
    assert [f"{d.sign} {d.kind}" for d in gone] == ["- statement", "- claim"]
    assert all("Russia summonsEnvoyOf Armenia" in d.text for d in gone)
