from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.infer import infer
from kg.vocabulary import vocabulary

actors = st.sampled_from("abcd")
facts = st.sets(st.tuples(actors, st.sampled_from(list(vocabulary())), actors), max_size=6)
ties = st.dictionaries(actors, st.sets(actors, max_size=2), max_size=3)


def test_a_relation_holds_backwards_by_its_inverse() -> None:
    assert infer([("armenia", "memberOf", "csto")], {}) == {("csto", "hasMember", "armenia")}


def test_a_symmetric_relation_holds_both_ways() -> None:
    assert infer([("putin", "negotiatesWith", "pashinyan")], {}) == {
        ("pashinyan", "negotiatesWith", "putin")
    }


def test_who_condemns_criticises() -> None:
    assert ("a", "criticises", "b") in infer([("a", "condemns", "b")], {})
    assert ("a", "condemns", "b") not in infer([("a", "criticises", "b")], {})


def test_what_an_official_does_his_state_does() -> None:
    acts_for = {"putin": ["russia"], "pashinyan": ["armenia"]}
    found = infer([("putin", "negotiatesWith", "pashinyan")], acts_for)
    assert ("russia", "negotiatesWith", "armenia") in found
    assert not infer([("putin", "livesIn", "france")], acts_for) & {
        ("russia", "livesIn", "france")
    }  # fmt: skip


def test_nobody_is_inferred_to_do_something_to_himself() -> None:
    assert ("russia", "criticises", "russia") not in infer(
        [("putin", "criticises", "russia")], {"putin": ["russia"]}
    )


@given(facts, ties)
def test_what_follows_from_what_follows_follows(
    told: set[tuple[str, str, str]], acts_for: dict[str, set[str]]
) -> None:
    found = infer(told, acts_for)
    assert not found & told
    assert infer(told | found, acts_for) == set()
