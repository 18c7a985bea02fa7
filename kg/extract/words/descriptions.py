"""Common nouns that name actors ("the army", "Russian peacekeepers").

The table of ontology/actors/descriptions.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.resources import load_yaml


@dataclass(frozen=True, slots=True)
class Descriptions:
    """`nouns` maps lemmas of common nouns, `heads` last words of proper names, to actor classes.

    `alone` holds the classes whose nouns name an actor even without an owner, `continued` words of
    proper names that go on after a preposition, `capitals` nouns that are a name with a capital,
    `begun` first words of proper names; `units` tells how large the units are that a noun names.
    """

    nouns: Mapping[str, str]
    heads: Mapping[str, str]
    alone: frozenset[str]
    continued: Mapping[str, frozenset[str]]
    capitals: frozenset[str]
    begun: Mapping[str, str]
    units: Mapping[str, int]

    def noun(self, lemma: str, before: str) -> str | None:
        """The class of a common noun.

        `before` is the word in front of it, for compounds such as "air force".
        """
        return self.nouns.get(f"{before}-{lemma}") or self.nouns.get(lemma)

    def proper(self, name: str) -> str | None:
        """The class that the words of a proper name tell.

        The whole, its first word, its last, or the word before "of", "for" or "in" with or without
        these.
        """
        if whole := self.heads.get(name.lower()):
            return whole
        words, link = name.lower().replace("'s", "").split(), ""
        if len(words) > 1 and (begun := self.begun.get(words[0])):
            return begun
        for index, word in enumerate(words):
            if word in ("of", "for", "on", "in", "to") and index:
                words, link = words[:index], word
                break
        return (
            (self.heads.get(f"{words[-1]} {link}") or self.heads.get(words[-1])) if words else None
        )


@cache
def descriptions() -> Descriptions:
    """The table, read once."""
    data = load_yaml(resources.folder("ontology") / "actors" / "descriptions.yaml")
    return Descriptions(
        {noun: name for name, nouns in reversed(data["nouns"].items()) for noun in nouns},
        {word: name for name, words in reversed(data["heads"].items()) for word in words},
        frozenset(data["alone"]),
        {link: frozenset(words) for link, words in data["continued"].items()},
        frozenset(data["capitals"]),
        {word: name for name, words in data["begun"].items() for word in words},
        {noun: size for size, nouns in enumerate(data["units"]) for noun in nouns},
    )
