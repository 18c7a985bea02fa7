"""The table of ontology/references.yaml: words that stand for an actor named before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.resources import load_yaml

_WORDS = (
    "offices",
    "rulers",
    "ranks",
    "passing",
    "kin",
    "deeds",
    "doing",
    "launching",
    "judging",
    "collectives",
)


@dataclass(frozen=True, slots=True)
class References:
    """`nouns` maps definite nouns to classes of actor, `groups` nouns to kinds of members.

    `sizes` says of how many a group is that a word names; `unnumbered` are nouns of groups that
    need no number. `offices` are what a person holds, `rulers` those of leaders of states,
    `ranks` stand before names as well; `passing` is what a description may add without meaning
    another person, `kin` who somebody is to another one. `deeds` are nouns that stand for who was
    behind them, `doing` and `launching` their verbs. `judging` are verbs of whose object
    "for its …" speaks, `collectives` nouns in the singular for many, `called` maps a noun to the
    known actors that alone are called so.
    """

    nouns: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, str]
    unnumbered: frozenset[str]
    sizes: Mapping[str, int]
    called: Mapping[str, frozenset[str]]
    offices: frozenset[str]
    rulers: frozenset[str]
    ranks: frozenset[str]
    passing: frozenset[str]
    kin: frozenset[str]
    deeds: frozenset[str]
    doing: frozenset[str]
    launching: frozenset[str]
    judging: frozenset[str]
    collectives: frozenset[str]

    def is_title(self, words: str) -> bool:
        """As "the Prime Minister", "Lieutenant General": nobody's name."""
        return _titles().issuperset(words.lower().split())


@cache
def _titles() -> frozenset[str]:
    table = references()
    return table.offices | table.rulers | table.ranks


@cache
def references() -> References:
    """The table, read once."""
    data = load_yaml(resources.folder("ontology") / "references.yaml")
    return References(
        {noun: tuple(classes) for noun, classes in data["nouns"].items()},
        {noun: kind for kind, nouns in data["groups"].items() for noun in nouns},
        frozenset(data["unnumbered"]),
        data["sizes"],
        {noun: frozenset(labels) for noun, labels in data["called"].items()},
        *(frozenset(data[name]) for name in _WORDS),
    )
