"""Verb frames: "France delivered howitzers to Armenia", and all that grammar makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.coreference.places import implied_place
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.lexicon import Lexicon
from kg.extract.relations.slots import JUDGING, Binder, Binding, Candidate
from kg.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions of the deed through which a passive without agent was done: "killed in a Turkish
# raid".
_THROUGH = ("in", "during", "from", "through", "under")
_ASSAULT = "ASSAULT"
_DEADLY = frozenset("attacks bombards destroys invades killsPerson occupies wagesWarOn".split())
# What those do with arms whose deed kills.
_USING = frozenset("launch fire open detonate explode drop plant send use fly drive ram".split())
_WHEN = ("when", "after", "as")
# What only the state where it is done can do: "was arrested in Turkey".
_POWERS = frozenset(("detains", "convicts", "bans", "investigates", "filesCaseAgainst"))
# Relations whose place may be left to the sentences before, and what would name it.
_LEAVING = frozenset(("withdrawsForcesFrom",))
_FIGHTING = frozenset(("fight", "battle"))
_TRADING = frozenset("exchange trade swap".split())  # fire, blame
_FOR_SOMETHING = frozenset("for against with alongside beside under from as to".split())
_PARTICLES = ("prt", "advmod", "prep", "acomp")  # "shot dead nine people"
_TIMES = ("DATE", "TIME")
_FROM = frozenset(("from", "of", "in", "to", "into"))


class VerbFrames:
    """Candidates for verbs of one document."""

    def __init__(self, lexicon: Lexicon, binder: Binder) -> None:
        self.lexicon, self.binder = lexicon, binder

    def __call__(self, verb: Token, told: AbstractSet[int]) -> Iterator[Candidate]:
        """Candidates of one verb in a sentence that has words of the lists `told`."""
        entries = [entry for entry in self.lexicon.at(verb, "verb") if entry.needs <= told]
        if not entries:
            return
        whole = self.binder.arguments(verb)
        for entry in entries:
            frame = entry.frame
            if entry.relation.plover_type == _ASSAULT and self._only_result(verb):
                continue
            binding = Binding(judges=entry.relation.plover_type in JUDGING)
            found = _with_particle(frame, whole)
            if found is None:
                continue
            if frame.subject and not self.binder.bind(
                frame.subject, self._subjects(found, entry.relation.id), binding
            ):
                continue
            filled = self.binder.fill(frame, found, binding) or (
                entry.relation.id in _LEAVING and self._left(frame, found, binding)
            )
            mutual = entry.relation.symmetric or _fights(entry.relation.id, found)
            if filled or mutual and self._mutual(frame, found, binding):
                yield Candidate(entry, verb, binding)

    def _only_result(self, verb: Token) -> bool:
        """As "closed the road where a plane crashed, killing nine": no deed of the subject."""
        above = verb.head
        if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not syntax.is_verb(above):
            return False
        if any(c.dep_ in ("nsubj", "mark") for c in verb.children) or verb.i < above.i:
            return False
        outer = self.binder.arguments(above)
        if outer.passive and not outer.subjects:
            return True
        deeds = [*self.lexicon.at(above, "verb")]
        for token in (*outer.objects, *(t for _, t in outer.prepositions)):
            deeds += self.lexicon.at(token, "noun")
        armed = above.lemma_ in _USING
        return not armed and not any(entry.relation.id in _DEADLY for entry in deeds)

    def _subjects(self, found: Arguments, relation: str) -> list[Token]:
        """Deep subjects; for a passive without agent.

        The deed through which it was done where that has an owner; for what states alone do, the
        state where it was done.
        """
        if found.subjects or not found.passive:
            return found.subjects
        if relation in _POWERS and (states := self._where(found)):
            return states
        deeds = [
            t for link, t in found.prepositions if link in _THROUGH and t.tag_ in ("NN", "NNS")
        ]
        owned = [deed for deed in deeds if self.binder.actors.owner(deed)]
        return owned or self._attackers(found.predicate)

    def _attackers(self, verb: Token) -> list[Token]:
        """As "was killed when Sudan bombed the town": who attacks in the clause of time."""
        for child in verb.children:
            if child.dep_ == "advcl" and any(c.lower_ in _WHEN for c in child.children):
                entries = self.lexicon.at(child, "verb")
                if any(entry.relation.plover_type == _ASSAULT for entry in entries):
                    return self.binder.arguments(child).subjects
        return []

    def _where(self, found: Arguments) -> list[Token]:
        by_head = self.binder.actors.names.by_head
        places = [token for link, token in found.prepositions if link == "in"]
        return [t for t in places if (name := by_head.get(t.i)) and name.type == "Country"]

    def _left(self, frame: Frame, found: Arguments, binding: Binding) -> bool:
        """As "France has troops in Niger. It will not withdraw them": the place named before."""
        place = [slot for slot in frame.slots if slot.filler and slot.filler.role == "O"]
        rest = [slot for slot in frame.slots if slot not in place]
        links = {link for link, token in found.prepositions if token.ent_type_ not in _TIMES}
        if found.predicate.lemma_ == "remove":
            return False  # "tried to remove his ankle monitor"
        if len(place) != 1 or links & _FROM:
            return False
        if not rest and (found.objects or found.clauses or "from" not in place[0].prepositions):
            return False
        binding.words.clear()
        if not all(self.binder.fill_slot(slot, found, binding) for slot in rest):
            return False
        subjects = binding.roles.get("S", [])
        where = implied_place(found.predicate, subjects, self.binder.actors) if subjects else None
        binding.roles["O"] = [where] if where else []
        binding.implied = where is not None
        return binding.implied

    def _mutual(self, frame: Frame, found: Arguments, binding: Binding) -> bool:
        """As "Hamas and Israel reached a ceasefire".

        Coordinated subjects are both ends of a symmetric relation.
        """
        parties = binding.roles.get("S", [])
        if len(parties) == 1 and (listed := _whole_list(found.predicate)):
            parties = self.binder.actors_of([listed])
        if len(parties) < 2 or not _is_mutual(frame) or binding.roles.get("O"):
            return False  # "Iran and Russia lied" says nothing of what lies between them
        binding.words.clear()
        rest = [slot for slot in frame.slots if not (slot.filler and slot.filler.role == "O")]
        if len(rest) == len(frame.slots) or not all(
            self.binder.fill_slot(slot, found, binding) for slot in rest
        ):
            return False
        if not rest and found.objects and not found.passive:
            return False
        binding.roles["S"], binding.roles["O"] = parties[:1], parties[1:]
        return True


def _whole_list(verb: Token) -> Token | None:
    """As "A and B, who met in Paris": the first of the list that a relative clause describes."""
    last = verb.head
    if verb.dep_ != "relcl" or last.dep_ != "conj" or verb.left_edge.nbor(-1).text != ",":
        return None
    while last.dep_ == "conj":
        last = last.head
    return last


def _is_mutual(frame: Frame) -> bool:
    """Whether two who do it together do it with each other: they sign, but not what they send."""
    links = {link for slot in frame.slots for link in slot.prepositions}
    partner = [slot for slot in frame.slots if slot.filler and slot.filler.role == "O"]
    sent = any(slot.prepositions and "with" not in slot.prepositions for slot in partner)
    return "between" not in links and not sent


def _fights(relation: str, found: Arguments) -> bool:
    """As "the two fought in 1998": who fights nobody else fights the other."""
    links = {link for link, _ in found.prepositions}
    if relation in ("attacks", "accuses") and found.predicate.lemma_ in _TRADING:
        return "with" not in links
    fighting = relation == "wagesWarOn" and found.predicate.lemma_ in _FIGHTING
    return fighting and not found.objects and links.isdisjoint(_FOR_SOMETHING)


def _with_particle(frame: Frame, found: Arguments) -> Arguments | None:
    """The arguments, if the frame's particle is there; None if not.

    The parser may take the particle for an adverb, or for the preposition of what is the object
    ("called in the ambassador"). A frame without particle does not fit a verb that has one.
    """
    if not frame.particle:
        return None if found.particles else found
    if frame.particle in found.particles:
        return found
    for child in found.predicate.children:
        if child.lower_ != frame.particle or child.i < found.predicate.i:
            continue
        governed = syntax.governed(child)
        if child.dep_ in _PARTICLES and not governed:
            return found
        if child.dep_ == "prep" and not found.objects:
            return replace(found, objects=governed)
    return None
