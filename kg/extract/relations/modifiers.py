"""Frames of adjectives and affixes.

"dependent on Russia", "Iran-backed militia", "pro-Western government".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.coordination import joined_pair
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.slots import JUDGING, Binder, Binding, Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token


_NAMES = ("NNP", "NNPS")
# Relations to the parties of what a compound describes: "US-brokered talks between A and B".
_OF_PARTIES = frozenset(("mediatesBetween",))
_LINKS = frozenset(("between", "among", "with"))


class ModifierFrames:
    """Candidates for adjectives, participles and hyphenated compounds of one document."""

    def __init__(self, lexicon: Lexicon, binder: Binder) -> None:
        self.lexicon, self.binder = lexicon, binder

    def __call__(self, token: Token) -> Iterator[Candidate]:
        """Candidates of one adjective, participle or compound."""
        for entry in self.lexicon.at(token, "adj"):
            judges = entry.relation.plover_type in JUDGING
            binding = Binding(words=[token], judges=judges)
            if not self.binder.fill(entry.frame, self._arguments(token), binding):
                continue
            if bearers := self._described(token):
                binding.roles["O" if "S" in binding.roles else "S"] = bearers
            if len(binding.roles) == 2:
                yield Candidate(entry, token, binding, static=token.dep_ in ("amod", "acl"))
        yield from self._affix(token)

    def _arguments(self, token: Token) -> Arguments:
        found = Arguments(token, prepositions=list(self.binder.links(token)))
        if token.dep_ in ("acomp", "oprd") and syntax.is_verb(token.head):
            found.prepositions += self.binder.arguments(token.head).prepositions
        found.clauses = [
            ("to", child) for child in token.children if child.dep_ in ("xcomp", "ccomp")
        ]
        return found

    def _described(self, token: Token) -> list[Name]:
        head = token.head
        if token.dep_ in ("amod", "acl") or token.dep_ == "advmod" and head.tag_ in _NAMES:
            return self.binder.actors.all(head)
        if token.dep_ == "advmod" and head.lemma_ == "be":
            return self.binder.actors_of(self.binder.arguments(head).subjects)
        if syntax.is_verb(token) and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            found = self.binder.arguments(token)
            return self.binder.actors_of(found.objects or found.subjects)
        if token.dep_ in ("acomp", "oprd", "prep", "advcl") and syntax.is_verb(head):
            return self.binder.actors_of(
                self.binder.arguments(head).subjects or self.binder.arguments(head).objects
            )
        if token.dep_ in ("appos", "relcl"):
            return self.binder.actors.all(head)
        return []

    def _affix(self, token: Token) -> Iterator[Candidate]:
        """A compound of a name and a word that a hyphen joins.

        The name is the role that the frame gives it.
        """
        if token.i < 2 or token.doc[token.i - 1].text not in ("-", "–"):
            return
        before = token.doc[token.i - 2]
        described = (
            self.binder.actors.all(token.head) if token.dep_ in ("amod", "compound", "nmod") else []
        )
        for word, named, side in ((token, before, "suffix"), (before, token, "prefix")):
            names = self.binder.actors.names
            name = names.prefixes.get(named.i) or names.covering.get(named.i)
            if name is None or not name.name:
                continue
            for entry in self.lexicon.index["affix"].get(word.lower_, ()):
                if entry.frame.affix == side:
                    role = entry.frame.possessor or "O"
                    other = "S" if role == "O" else "O"
                    others = self._parties(token.head, entry) or _whole(described, name, token)
                    binding = Binding({role: [name], other: others}, [word])
                    yield Candidate(entry, token, binding, static=True)

    def _parties(self, noun: Token, entry: Entry) -> list[Name]:
        """As "Qatari-mediated talks between A and B", "a US-brokered Sudan-Ethiopia deal"."""
        if entry.relation.id not in _OF_PARTIES:
            return []
        links = [token for link, token in self.binder.links(noun) if link in _LINKS]
        return self.binder.actors_of(links) or joined_pair(noun, self.binder.actors.names)


def _whole(described: list[Name], name: Name, token: Token) -> list[Name]:
    """The actor described, without the compound that its mention may begin with."""
    inside = described and name.start >= described[0].start and name.end <= described[0].end
    return [replace(described[0], start=token.head.i)] if inside else described
