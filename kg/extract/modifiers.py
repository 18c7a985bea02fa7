"""Frames of adjectives and affixes.

"dependent on Russia", "Iran-backed militia", "pro-Western government".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import Lexicon
from kg.extract.names import Name
from kg.extract.slots import Binder, Binding, Candidate
from kg.extract.syntax import Arguments

if TYPE_CHECKING:
    from spacy.tokens import Token


class ModifierFrames:
    """Candidates for adjectives, participles and hyphenated compounds of one document."""

    def __init__(self, lexicon: Lexicon, binder: Binder) -> None:
        self.lexicon, self.binder = lexicon, binder

    def __call__(self, token: Token) -> Iterator[Candidate]:
        """Candidates of one adjective, participle or compound."""
        for entry in self.lexicon.at(token, "adj"):
            binding = Binding(words=[token])
            if not self.binder.fill(entry.frame, self._arguments(token), binding):
                continue
            if bearers := self._described(token):
                binding.roles.setdefault("S", bearers)
            if "S" in binding.roles:
                yield Candidate(entry, token, binding, static=token.dep_ in ("amod", "acl"))
        yield from self._affix(token)

    def _arguments(self, token: Token) -> Arguments:
        found = Arguments(token, prepositions=list(syntax.prepositional(token)))
        if token.dep_ in ("acomp", "oprd") and syntax.is_verb(token.head):
            found.prepositions += self.binder.arguments(token.head).prepositions
        found.clauses = [
            ("to", child) for child in token.children if child.dep_ in ("xcomp", "ccomp")
        ]
        return found

    def _described(self, token: Token) -> list[Name]:
        head = token.head
        if token.dep_ in ("amod", "acl"):
            return self.binder.actors.all(head)
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
        if not described:
            return
        for word, named, side in ((token, before, "suffix"), (before, token, "prefix")):
            names = self.binder.actors.names
            name = names.prefixes.get(named.i) or names.covering.get(named.i)
            for entry in self.lexicon.index["affix"].get(word.lower_, ()):
                if entry.frame.affix == side and name is not None and name.name:
                    role = entry.frame.possessor or "O"
                    other = "S" if role == "O" else "O"
                    inside = name.start >= described[0].start and name.end <= described[0].end
                    whole = [replace(described[0], start=token.head.i)] if inside else described
                    binding = Binding({role: [name], other: whole}, [word])
                    yield Candidate(entry, token, binding, static=True)
