"""Words that name an act, whatever the parse makes of those who do and suffer it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import Actors
from kg.extract.extractor import Extractor
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.lexicon import Entry
from kg.extract.relations.slots import Binder, Binding
from kg.frames import Frame, Slot

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset(("NN", "NNS"))
_COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "xcomp", "oprd", "prt"))


class Cues:
    """The entries of the lexicon that a word satisfies but for its actors."""

    def __init__(self, extractor: Extractor, actors: Actors) -> None:
        self.lexicon, self.classes = extractor.lexicon, extractor.vocabulary.classes
        self.binder, self.names = Binder(actors), actors.names

    def __call__(self, token: Token) -> Iterator[Entry]:
        """The entries that a word names, with the words that their frames ask for."""
        verb = token.tag_ in syntax.VERBAL
        if not verb and token.tag_ not in _NOUNS:
            return
        found = (
            self.binder.arguments(token)
            if verb
            else Arguments(token, prepositions=list(syntax.prepositional(token)))
        )
        for entry in self.lexicon.at(token, "verb" if verb else "noun"):
            if entry.relation.plover_type and self._named(entry.frame, found):
                yield entry

    def fits(self, entry: Entry, source: Token, target: Token) -> bool:
        """Whether the actors at two words may be the ends of the relation."""
        sides = ((source, entry.relation.domain), (target, entry.relation.range))
        return all(self._fits(token, classes) for token, classes in sides)

    def _fits(self, token: Token, classes: tuple[str, ...]) -> bool:
        name = self.names.covering.get(token.i)
        return name is None or not name.type or self.classes.any_of(name.type, classes)

    def _named(self, frame: Frame, found: Arguments) -> bool:
        """Whether the words of the frame are there: particle, nouns, clauses."""
        particles = (frame.particle,) if frame.particle else ()
        if set(particles) != set(found.particles) or frame.subject and frame.subject.words:
            return False
        return all(self._there(slot, found) for slot in frame.slots)

    def _there(self, slot: Slot, found: Arguments) -> bool:
        if slot.filler is not None and slot.filler.role:
            links = {link for link, _ in found.prepositions}
            return not slot.prepositions or not links.isdisjoint(slot.prepositions)
        return slot.filler is not None and self.binder.fill_slot(slot, found, Binding())


def path(first: Token, second: Token) -> list[Token]:
    """The words between two words in the parse, and the complements of the verbs among them."""
    above = [first, *first.ancestors]
    other = [second, *second.ancestors]
    shared = {token.i for token in above} & {token.i for token in other}
    lowest = next((token for token in above if token.i in shared), None)
    way = [token for token in chain(above, other) if token.i not in shared]
    way += [lowest] if lowest is not None else []
    inner = [c for token in way for c in token.children if c.dep_ in _COMPLEMENTS]
    words = {token.i: token for token in (*way, *inner) if token.i not in (first.i, second.i)}
    return [words[index] for index in sorted(words)]
