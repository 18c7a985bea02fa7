"""Persons behind a description: "the prime minister", "the Turkish leader", "the 57-year-old"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.coreference.memory import Memory
from kg.extract.coreference.states import STATES, state_of
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.syntax import prepositional
from kg.extract.words.references import references

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = ("NN", "NNP", "JJ")
_LEFT = (*_WORDS, "POS", "HYPH", "CC")
_LONGEST_TITLE = 8
_WINDOW = 30
_NEAR = 1
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "agent", "poss", "dative"))
_MODIFIERS = ("amod", "compound", "nmod", "poss")


class Holders:
    """The persons of one document by the words that described them when they were named."""

    def __init__(self, names: Names, memory: Memory) -> None:
        self.names, self.memory = names, memory
        self.table = references()
        self._labels: dict[str, set[str]] = {}

    def add(self, name: Name) -> None:
        """Learn the words before a person's name, and those in apposition to it."""
        if self._is_title(name):
            return
        self._labels.setdefault(name.key, set()).update(self._words(name))

    def of(self, token: Token, number: int) -> Name | None:
        """The person whom a definite description in sentence `number` means."""
        if token.dep_ not in _ARGUMENTS or not _the(token):
            return None
        if _aged(token):
            return self._nearest(number, token)
        if token.tag_ not in ("NN", "NNP") or token.lemma_.lower() not in self.table.offices:
            return None
        name = self.names.by_head.get(token.i)
        if token.tag_ == "NNP" and name is not None and not self._is_title(name):
            return None
        asked = self._asked(token)
        if asked is None:
            return None
        words, state = asked

        def fits(name: Name) -> bool:
            return name.type == "Person" and not name.alone and self._fits(name, words, state)

        return self.memory.recent(fits, number, _WINDOW, token)

    def _is_title(self, name: Name) -> bool:
        return self.table.is_title(name.name)

    def _asked(self, token: Token) -> tuple[frozenset[str], str | None] | None:
        """The words of an office and its state; None if the description says more."""
        words, state = {token.lemma_.lower()}, None
        for child in token.children:
            owner = self.names.covering.get(child.i)
            if owner is not None and owner.entry and owner.entry.type in STATES:
                state = owner.key
            elif child.dep_ in _MODIFIERS and child.tag_ in ("NN", "NNP", "JJ"):
                words.add(child.lemma_.lower())
            elif child.dep_ in ("relcl", "acl", "appos", "poss", "nummod"):
                return None
        for link, inner in prepositional(token):
            place = self.names.by_head.get(inner.i)
            if link != "of":
                continue
            if place is None or place.entry is None or place.entry.type not in STATES:
                return None
            state = place.key
        return frozenset(words - self.table.passing), state

    def _fits(self, name: Name, words: frozenset[str], state: str | None) -> bool:
        labels = self._labels.get(name.key, set())
        if "former" in labels and "former" not in words:
            return False
        if state is None:
            return "leader" not in words and words <= labels
        own = state_of(name, self.names)
        if own is None or own.key != state:
            return False
        led = words == {"leader"} and not labels.isdisjoint(self.table.rulers)
        return led or words <= labels

    def _words(self, name: Name) -> Iterator[str]:
        doc, index = self.names.doc, name.start - 1
        while index >= 0 and doc[index].tag_ in _LEFT and name.start - index <= _LONGEST_TITLE:
            if doc[index].tag_ in _WORDS:
                yield doc[index].lower_
            index -= 1
        yield from (name.title or "").lower().split()
        head = doc[name.head]
        beside = [child for child in head.children if child.dep_ == "appos"]
        for noun in (*beside, *([head.head] if head.dep_ == "appos" else [])):
            if noun.tag_ == "NN":
                yield noun.lemma_.lower()
                yield from (c.lower_ for c in noun.children if c.dep_ in ("amod", "compound"))
        for term in name.entry.terms if name.entry else ():
            yield from term.title.lower().split()

    def _nearest(self, number: int, token: Token) -> Name | None:
        """The one person who is subject of the sentence before, else the one person there."""
        before = [
            seen
            for seen in self.memory.window(number, _NEAR)
            if seen.name.type == "Person" and not seen.name.alone and seen.sentence < number
        ]
        for rank in (0, 3):
            persons = {seen.name.key: seen.name for seen in before if seen.rank <= rank}
            if persons:
                return next(iter(persons.values())) if len(persons) == 1 else None
        return None


def _the(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "that") for c in token.children)


def _aged(token: Token) -> bool:
    """As "the 57-year-old", "the 57-year-old lawyer"."""
    olds = [token, *(child for child in token.children if child.dep_ == "amod")]
    return any(t.lower_ == "old" and t.i > 2 and t.nbor(-2).lower_ == "year" for t in olds)
