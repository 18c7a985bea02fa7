"""Which earlier name a definite noun in the singular stands for: "the country", "the group"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.extract.coreference.memory import Memory, rank_of
from kg.extract.coreference.states import state_of
from kg.extract.mentions.names import Name, Names, is_water
from kg.extract.mentions.nouns import run_on
from kg.extract.parse.syntax import arguments, clause_of
from kg.extract.words.references import references
from kg.extract.words.scopes import words
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_WINDOW = 5
_ASIDE = 2  # the rank of what is no subject and no object
# Verbs that take a leader to another country than his own.
_GOING = frozenset("travel visit fly come arrive journey invade conquer occupy attack".split())


class Definites:
    """The antecedents of definite nouns among the mentions read so far.

    `antecedent(token)` gives what a pronoun or a noun before has been found to mean.
    """

    def __init__(
        self, names: Names, memory: Memory, antecedent: Callable[[Token], Name | None]
    ) -> None:
        self.names, self.memory, self.antecedent = names, memory, antecedent
        self.table = references()

    def of(self, token: Token, number: int) -> Name | None:
        """As "the country": one named nearby, or that of the official who speaks of it."""
        classes = self.table.nouns[token.lemma_.lower()]
        only = self.table.called.get(token.lemma_.lower())

        def fits(name: Name) -> bool:
            called = only is None or name.entry is None or name.entry.label in only
            of_class = name.type in classes and called and not name.alone and _is_one(name, token)
            return of_class and not self._abroad(name, token) and not is_water(name)

        home = self._home(token) if "Country" in classes else None
        if home is not None and fits(home):  # unless the text is about another
            start = token.sent.start
            near = self.memory.recent(
                lambda n: fits(n) and (n.head >= start or rank_of(self.names.doc[n.head]) < _ASIDE),
                number,
                1,
                token,
            )
            return near or home
        return self.memory.recent(fits, number, _WINDOW, token)

    def _home(self, token: Token) -> Name | None:
        """The state of the official who says what the token is part of."""
        for verb in token.ancestors:
            if verb.lemma_ in words("speech"):
                speakers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i]
                found = [self.names.by_head.get(c.i) for c in speakers]
                found += [name for c in speakers for name in run_on(c, self.names)[1:]]
                persons = [n for n in found if n is not None and n.type == "Person" and n.name]
                if persons:
                    return state_of(persons[-1], self.names)
        return None

    def _abroad(self, name: Name, token: Token) -> bool:
        """As "the Russian premier travelled to the republic": not to his own."""
        verb = clause_of(token)
        if verb.lemma_ not in _GOING or name.entry is None:
            return False
        for subject in arguments(verb).subjects:
            person = self.names.by_head.get(subject.i)
            person = person if person and person.name else self.antecedent(subject)
            if person and person.entry and any(t.of == name.entry.id for t in person.entry.terms):
                return True
        return False


def _is_one(name: Name, noun: Token) -> bool:
    """As "the Arabian Peninsula": an unknown area is no peninsula unless it is called one.

    Nor is the capital of a state a town.
    """
    word = noun.lemma_.lower()
    if word == "town":
        return name.kind is not NameKind.CAPITAL
    return word != "peninsula" or name.entry is not None or word in name.name.lower()
