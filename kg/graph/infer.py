"""What follows from what is told: inverses, symmetry, wider relations, acts for others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.vocabulary import Relation, vocabulary

Fact = tuple[str, str, str]  # ids of subject, relation, object


def infer(facts: Iterable[Fact], acts_for: Mapping[str, Iterable[str]]) -> set[Fact]:
    """Every fact that follows and is not among the given ones.

    A relation holds backwards by its inverse, or by itself if it is symmetric; what its
    super-relation says holds too; and what somebody does, those do on whose behalf he acts.
    Nothing is inferred of an actor with itself.
    """
    told, known = set(facts), dict(vocabulary())
    found, new = set(told), set(told)
    while new:
        following = {other for fact in new for other in _following(fact, acts_for, known)}
        new = {fact for fact in following - found if fact[0] != fact[2]}
        found |= new
    return found - told


def _following(
    fact: Fact, acts_for: Mapping[str, Iterable[str]], known: Mapping[str, Relation]
) -> Iterator[Fact]:
    subject, name, object_ = fact
    relation = known.get(name)
    if relation is None:
        return  # an inverse, of which the vocabulary says no more
    if relation.super:
        yield subject, relation.super, object_
    if relation.symmetric:
        yield object_, name, subject
    if relation.inverse:
        yield object_, relation.inverse, subject
    if relation.kind == "event":
        for principal in acts_for.get(subject, ()):
            yield principal, name, object_
