"""Lexicon frames against the parse.

One pass over the tokens, a dictionary look-up each, then the frame's slots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import COUNTERPARTS, Actors
from kg.extract.mentions.names import Name, is_water
from kg.extract.parse import syntax
from kg.extract.parse.attachments import behind_clause
from kg.extract.relations.belonging import Belonging
from kg.extract.relations.events import EventFrames
from kg.extract.relations.lexicon import Entry, Lexicon, has_other_sense
from kg.extract.relations.modifiers import ModifierFrames
from kg.extract.relations.roles import RoleFrames
from kg.extract.relations.slots import Binder, Candidate
from kg.extract.relations.verbs import VerbFrames
from kg.vocabulary import Relation, Vocabulary, noun_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "VBG"))
_MODIFIERS = frozenset(("JJ", "VBN", "VBD", "JJR", "RB", "IN", "VBG"))
_PREDICATES = _NOUNS | _MODIFIERS | syntax.VERBAL
# Relations of arms: no charm offensive, no hunger strike, no think tank makes one of them.
_ARMED_TYPES = frozenset(("ASSAULT", "MOBILIZE"))
_OUTWARD = ("demandsEndOf", "deports")
_ARMED = frozenset(
    "suppliesWeaponsTo buysWeaponsFrom withdrawsForcesFrom partyTo ceasesFireWith".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits: its predicate token, the words that the frame names.

    And the actors of both ends; `implied` says that one of them was left to the clause around.
    """

    entry: Entry
    predicate: Token
    subject: Name
    object: Name
    cues: tuple[Token, ...]
    static: bool = False
    implied: bool = False

    @property
    def weight(self) -> int:
        """How much of the sentence the frame accounts for."""
        return self.entry.frame.weight + len(self.entry.words) - 1


class Matcher:
    """All matches of the lexicon in one document.

    `refused` lists what fitted but for the actor classes.
    """

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, actors: Actors) -> None:
        self.actors, self.lexicon = actors, lexicon
        self.refused: list[tuple[Entry, Token, Name, Name]] = []
        self._told: dict[int, AbstractSet[int]] = {}
        self.binder = Binder(actors)
        self.verbs = VerbFrames(lexicon, self.binder)
        self.events = EventFrames(lexicon, self.binder)
        self.roles = RoleFrames(lexicon, vocabulary, self.binder)
        self.belonging = Belonging(lexicon, self.binder)
        self.modifiers = ModifierFrames(lexicon, self.binder)

    def __call__(self, doc: Doc) -> Iterator[Match]:
        """All matches, token by token."""
        for sentence in doc.sents:
            told = self.told(sentence)
            for token in sentence:
                if token.tag_ not in _PREDICATES:
                    continue
                for candidate in self._candidates(token, told):
                    yield from self.matches(candidate)

    def told(self, sentence: TokenSpan) -> AbstractSet[int]:
        """Of which lists of words a sentence has one: see `Entry.needs`."""
        if sentence.start not in self._told:
            self._told[sentence.start] = self.lexicon.told(sentence)
        return self._told[sentence.start]

    def arguments(self, verb: Token) -> syntax.Arguments:
        """The arguments of a verb, reckoned once."""
        return self.binder.arguments(verb)

    def _candidates(self, token: Token, told: AbstractSet[int]) -> Iterator[Candidate]:
        tag, kinds = token.tag_, self.lexicon.word(token).entries
        if "verb" in kinds and (
            tag in syntax.VERBAL or tag in ("JJ", "NN") and token.dep_ == "ROOT"
        ):
            yield from self.verbs(token, told)
        if tag in _NOUNS:
            if "noun" in kinds:
                yield from self.events(token, told)
            if "role" in kinds:
                yield from self.roles(token)
            yield from self.belonging(token)
        if tag in _MODIFIERS:
            yield from self.modifiers(token)

    def matches(self, candidate: Candidate) -> Iterator[Match]:
        """The matches of a candidate: its actors as the relation wants them."""
        entry, predicate, roles = candidate.entry, candidate.predicate, candidate.binding.roles
        words = {word.i: word for word in (predicate, *candidate.binding.words)}
        if _of_arms(entry.relation) and any(
            has_other_sense(word, entry.frame.text) for word in words.values()
        ):
            return
        cues = tuple(words[index] for index in sorted(words))
        for subject in self._near(predicate, roles.get("S", ())):
            for object_ in self._near(predicate, roles.get("O", ())):
                first = self.actors.fit(subject, entry.relation.domain, agent=True)
                acts = entry.frame.subject is not None and entry.frame.subject.role == "O"
                second = self.actors.fit(object_, entry.relation.range, agent=acts)
                if first is None or second is None or not first.name or not second.name:
                    self.refused.append((entry, predicate, subject, object_))
                elif not (
                    same(first, second, entry.relation.kind)
                    or _idle(entry, first, second, object_)
                    or entry.relation.symmetric
                    and self._own(first, second)
                    or entry.relation.plover_type == "SUPPORT"
                    and self._is_tool(first)
                ):
                    yield Match(
                        entry,
                        predicate,
                        first,
                        second,
                        cues,
                        candidate.static,
                        candidate.binding.implied,
                    )

    def _is_tool(self, name: Name) -> bool:
        """As "an offensive backed by drones": nobody's arms take no side."""
        if name.type != "ArmedForce" or name.owner is not None or name.entry is not None:
            return False
        return self.actors.names.doc[name.head].lemma_.lower() in noun_classes()["weapon"]

    def _near(self, predicate: Token, found: Sequence[Name]) -> Sequence[Name]:
        """Those of whom a participle or a relative clause is told."""
        if predicate.dep_ not in ("acl", "relcl"):
            return found
        return [name for name in found if not behind_clause(predicate, name.head)]

    def _own(self, first: Name, second: Name) -> bool:
        """As "France values its allies": whose friends they are says not who they are."""
        noun = self.actors.names.doc[second.head]
        if second.owner is None or second.owner.key != first.key:
            return False
        own = any(child.tag_ == "PRP$" for child in noun.children)
        return own and noun.lemma_.lower() in COUNTERPARTS


def _of_arms(relation: Relation) -> bool:
    return relation.plover_type in _ARMED_TYPES or relation.id in _ARMED


def _idle(entry: Entry, first: Name, second: Name, object_: Name) -> bool:
    """As "barred its own firms from selling", "fired missiles into the sea", "hosts missiles".

    An order to one's own is no sanction and no demand, no attack hits a sea, no weapon is a guest.
    """
    if entry.relation.plover_type == "ASSAULT" and is_water(second):
        return True
    guests = any(slot.filler and slot.filler.owner for slot in entry.frame.slots)
    arms = object_.type == "ArmedForce" or object_.adjective
    if entry.relation.id == "hosts" and arms and not guests:
        return True
    owner = second.owner if second.entry is None else None
    owned = owner is not None and owner.entry is not None and owner.entry is first.entry
    return owned and (entry.relation.plover_type == "SANCTION" or entry.relation.id in _OUTWARD)


def same(first: Name, second: Name, kind: str) -> bool:
    """Whether both ends are one actor, overlap, or.

    (in an event) are a state and its own capital.
    """
    together = first.antecedent and second.antecedent and first.start == second.start
    overlap = first.start < second.end and second.start < first.end
    if first.key == second.key or overlap and not together:
        return True
    return kind == "event" and first.entry is not None and first.entry is second.entry
