"""Supporting words: they lend an event noun its doer, or whom it is done to.

"launched an attack", "took part in the raid", "is behind the killing", "came under fire from".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coreference.actors import TRANSPARENT
from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.relations.slots import Binder
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose "to" and "for" name what they answer: "responded to a strike".
_ANSWERING = frozenset("respond retaliate react".split())
_ASKING = ("demand", "seek", "request")
_OBJECTS = ("dobj", "nsubjpass")
_STANDING = frozenset("be stand lie".split())


class Supports:
    """The doers and the sufferers that supporting words lend to the nouns of one document."""

    def __init__(self, binder: Binder) -> None:
        self.binder = binder

    def doers(self, noun: Token) -> list[Name]:
        """As "X launched an attack", "X was involved in the attack"."""
        noun = _counting(noun)
        governor = noun.head
        if noun.dep_ == "pobj" and governor.tag_ == "IN":
            return self._engaged(governor)
        if noun.dep_ in _OBJECTS and _is_one_of(governor, "light") and not is_asked(noun):
            return self._subjects(governor)
        return []

    def sufferers(self, noun: Token) -> list[Name]:
        """As "X came under attack", "X received help", "X was the target of criticism"."""
        noun = _counting(noun)
        governor = noun.head
        if noun.dep_ == "dobj" and _is_one_of(governor, "receiving"):
            return self._subjects(governor)
        if noun.dep_ != "pobj" or governor.tag_ not in ("IN", "TO"):
            return []
        above = governor.head
        if above.dep_ == "attr" and above.lemma_ in words("targets"):
            return self._subjects(above.head)
        if syntax.is_verb(above) and f"{above.lemma_}-{governor.lower_}" in words("undergoing"):
            return self._surface(above)
        return []

    def _engaged(self, link: Token) -> list[Name]:
        """Who takes part in what follows a preposition."""
        above, word = link.head, link.lower_
        if above.tag_ in ("NN", "NNS"):
            return self._takers(above) if _is_part(above) and word in ("in", "for") else []
        if above.tag_ == "JJ" and above.lower_ in words("complicity"):
            return self.binder.actors_of(syntax.surface_subjects(above))
        if not syntax.is_verb(above):
            return []
        standing = word == "behind" and above.lemma_ in _STANDING
        if standing or word == "in" and _has_part(above) or _engages(above, word):
            return self._surface(above)
        return []

    def _takers(self, part: Token) -> list[Name]:
        """As "X's involvement in", "X denied any role in", "X was accused of complicity in"."""
        owners = self.binder.owners(part, ("of", "by"))
        governor = part.head
        if owners or part.dep_ == "dobj" and syntax.is_verb(governor):
            return owners or self._subjects(governor)
        if part.dep_ != "pobj" or not syntax.is_verb(governor.head):
            return []
        return self.binder.actors_of(self.binder.arguments(governor.head).objects)

    def _subjects(self, verb: Token) -> list[Name]:
        return self.binder.actors_of(self.binder.arguments(verb).subjects)

    def _surface(self, verb: Token) -> list[Name]:
        """As "was involved in", "was subjected to": the subject, active or passive."""
        found = self.binder.arguments(verb)
        return self.binder.actors_of(found.objects if found.passive else found.subjects)


def is_asked(noun: Token) -> bool:
    """As "demanded the release of": a deed that somebody wants of another."""
    return noun.head.lemma_ in _ASKING and noun.lemma_.lower() in words("undergone")


def of_many(noun: Token) -> bool:
    """As "a series of attacks": the noun that counts is the one after "of"."""
    governor = noun.head
    return noun.dep_ == "pobj" and governor.lower_ == "of" and governor.head.lemma_ in TRANSPARENT


def _counting(noun: Token) -> Token:
    """The noun that stands for a coordinated or counted one in its clause."""
    for _ in range(3):
        if noun.dep_ == "conj":
            noun = noun.head
        elif of_many(noun):
            noun = noun.head.head
        else:
            break
    return noun


def _is_one_of(verb: Token, group: str) -> bool:
    return syntax.is_verb(verb) and verb.lemma_.lower() in words(group)


def _engages(verb: Token, link: str) -> bool:
    answered = verb.lemma_ in _ANSWERING and link in ("to", "for")
    linked = link in ("with", "in", "for", "to")
    return linked and not answered and _is_one_of(verb, "engaging")


def _is_part(noun: Token) -> bool:
    return noun.lemma_.lower() in words("parts")


def _has_part(verb: Token) -> bool:
    """As "took part in", "had a hand in": where the parser hangs the preposition on the verb."""
    return any(child.dep_ == "dobj" and _is_part(child) for child in verb.children)
