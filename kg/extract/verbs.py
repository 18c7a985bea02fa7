"""Verb frames: "France delivered howitzers to Armenia", and all that grammar makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.lexicon import Lexicon
from kg.extract.slots import Binder, Binding, Candidate
from kg.extract.syntax import Arguments
from kg.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions of the deed through which a passive without agent was done: "killed in a Turkish
# raid".
_THROUGH = ("in", "during", "from", "through", "under")


class VerbFrames:
    """Candidates for verbs of one document."""

    def __init__(self, lexicon: Lexicon, binder: Binder) -> None:
        self.lexicon, self.binder = lexicon, binder

    def __call__(self, verb: Token) -> Iterator[Candidate]:
        """Candidates of one verb."""
        entries = self.lexicon.at(verb, "verb")
        if not entries:
            return
        found = self.binder.arguments(verb)
        for entry in entries:
            frame, binding = entry.frame, Binding()
            if not _particle_fits(frame, found):
                continue
            if frame.subject and not self.binder.bind(
                frame.subject, self._subjects(found), binding
            ):
                continue
            filled = self.binder.fill(frame, found, binding)
            if filled or entry.relation.symmetric and self._mutual(frame, found, binding):
                yield Candidate(entry, verb, binding)

    def _subjects(self, found: Arguments) -> list[Token]:
        """Deep subjects; for a passive without agent.

        The deed through which it was done where that has an owner.
        """
        if found.subjects or not found.passive:
            return found.subjects
        deeds = [
            t for link, t in found.prepositions if link in _THROUGH and t.tag_ in ("NN", "NNS")
        ]
        return [deed for deed in deeds if self.binder.actors.owner(deed)]

    def _mutual(self, frame: Frame, found: Arguments, binding: Binding) -> bool:
        """As "Hamas and Israel reached a ceasefire".

        Coordinated subjects are both ends of a symmetric relation.
        """
        parties = binding.roles.get("S", [])
        if len(parties) < 2 or binding.roles.get("O"):
            return False
        rest = [slot for slot in frame.slots if not (slot.filler and slot.filler.role == "O")]
        if len(rest) == len(frame.slots) or not all(
            self.binder.fill_slot(slot, found, binding) for slot in rest
        ):
            return False
        if not rest and found.objects and not found.passive:
            return False
        binding.roles["S"], binding.roles["O"] = parties[:1], parties[1:]
        return True


def _particle_fits(frame: Frame, found: Arguments) -> bool:
    """The frame's particle is there (or was taken for an adverb).

    A frame without one does not fit a verb that has one.
    """
    if not frame.particle:
        return not found.particles
    return frame.particle in found.particles or any(
        child.lower_ == frame.particle
        and child.dep_ in ("prt", "advmod", "prep")
        and child.i > found.predicate.i
        for child in found.predicate.children
    )
