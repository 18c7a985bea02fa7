"""Frames of event nouns: "Russia's attack on Kyiv", "a deal between A and B".

"launched a raid against".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.coordination import first_of, joined_pair, leading, shared_links
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.slots import Binder, Binding, Candidate
from kg.extract.relations.support import Supports, is_asked
from kg.extract.words.scopes import words
from kg.frames import BOTH, Frame, Slot
from kg.vocabulary import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

# Relations of partners, whose nouns ("contracts with France") may leave the other partner to the
# context.
_PARTNERS = frozenset(("signsAgreementWith", "holdsExerciseWith"))
# Deeds whose doer must be named beside them: the subject of the clause may only speak of them.
_DEED_TYPES = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_DEEDS = frozenset("claimsTerritory visits suppliesWeaponsTo hasMilitaryBaseIn stationedIn".split())
# Verbs whose subject has or does what the noun that is their object says.
_HAVING = frozenset(
    "strengthen deepen boost enhance foster forge nurture develop seize regain secure gain win "
    "introduce enjoy value need declare abandon decline accept".split()
)
_INSIDE = ("dobj", "pobj", "prep", "conj", "attr", "pcomp", "xcomp", "compound")
_OUTER = ("in", "of", "to", "for", "with", "at", "on", "into")
# As "in exchange for the release of": what the other side does.
_RETURNS = ("exchange", "return")
_REACTING = ("respond", "react", "retaliate")
_NAMES = ("NNP", "NNPS")
_WITHIN = ("of", "in", "at", "by", "from")
_OF_DEEDS = ("in", "during", "by", "through", "with")


class EventFrames:
    """Candidates for event nouns of one document."""

    def __init__(self, lexicon: Lexicon, binder: Binder) -> None:
        self.lexicon, self.binder = lexicon, binder
        self.supports = Supports(binder)

    def __call__(self, noun: Token, told: AbstractSet[int]) -> Iterator[Candidate]:
        """Candidates of one event noun in a sentence that has words of the lists `told`."""
        entries = [entry for entry in self.lexicon.at(noun, "noun") if entry.needs <= told]
        found = self._arguments(noun) if entries else Arguments(noun)
        for entry in entries:
            binding = Binding(words=[noun])
            filled = self._fill(entry, found, binding)
            if filled or entry.relation.symmetric and self._mutual(entry.frame, found, binding):
                yield Candidate(entry, noun, binding)

    def _fill(self, entry: Entry, found: Arguments, binding: Binding) -> bool:
        frame, noun = entry.frame, found.predicate
        if self._joined(entry, noun, binding):
            return True
        if entry.relation.symmetric and self._between(frame, found, binding):
            return True
        if frame.possessor:
            owners = self.binder.owners(noun, (), suffering=frame.possessor == "O")
            if not owners:
                return False
            binding.roles[frame.possessor] = owners
        missing = [s for s in frame.slots if not self.binder.fill_slot(s, found, binding)]
        if missing and not self._suffered(missing, noun, binding):
            return False
        if _of_doers(frame) and self.binder.owners(noun, ("by",)):
            return False  # "Germany's supply of American missiles"
        self._complete(entry, noun, binding)
        return bool(binding.roles["S"] and binding.roles["O"])

    def _joined(self, entry: Entry, noun: Token, binding: Binding) -> bool:
        """As "India-Pakistan talks": both ends of a relation whose noun needs no more."""
        fillers = [slot.filler for slot in entry.frame.slots]
        roles = {filler.role if filler is not None else None for filler in fillers}
        if not (roles == {"O"} and entry.relation.symmetric or roles == {BOTH}):
            return False
        pair = joined_pair(noun, self.binder.actors.names)
        binding.roles |= {"S": pair[:1], "O": pair[1:]} if pair else {}
        return bool(pair)

    def _suffered(self, missing: Sequence[Slot], noun: Token, binding: Binding) -> bool:
        """As "X came under fire from Y": a supporting verb names whom the noun is about."""
        filler = missing[0].filler
        if len(missing) > 1 or filler is None or filler.role != "O" or "S" in binding.roles:
            return False
        sufferers = self.supports.sufferers(noun)
        doers = self._told_agents(noun) if sufferers else []
        binding.roles |= {"S": doers, "O": [name for name in sufferers if name not in doers]}
        return bool(doers)

    def _told_agents(self, noun: Token) -> list[Name]:
        """Who does what a noun says, told by "by" or "from" or in front of the noun."""
        found = [*self.binder.links(noun)]
        for above in list(noun.ancestors)[:2]:
            if syntax.is_verb(above):
                found += self.binder.arguments(above).prepositions
            elif above.tag_ in ("NN", "NNS"):
                found += self.binder.links(above)
        tokens = [token for link, token in found if link in ("by", "from")]
        return self.binder.actors_of(tokens[:1]) or self.binder.owners(noun, ())

    def _arguments(self, noun: Token) -> Arguments:
        """The noun's own complements.

        And those that the parser hung on the verb that governs it.
        """
        found = Arguments(noun, prepositions=list(self.binder.links(noun)))
        if noun.dep_ in ("dobj", "nsubjpass", "attr") and syntax.is_verb(noun.head):
            outer = self.binder.arguments(noun.head)
            found.prepositions += [
                (link, token) for link, token in outer.prepositions if link != "by"
            ]
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.tag_ == "NN":
            outside = self.binder.links(noun.head.head)
            found.prepositions += [(link, t) for link, t in outside if link not in ("of", "by")]
        for name in self._named_behind(noun):  # "the reliance of Chad on Mali"
            outside = self.binder.links(name)
            found.prepositions += [(link, t) for link, t in outside if link not in _WITHIN]
        infinitives = [
            c for c in noun.children if c.dep_ in ("acl", "relcl", "xcomp") and c.tag_ == "VB"
        ]
        found.clauses = [("to", child) for child in infinitives]
        found.prepositions += shared_links(noun)
        return found

    def _named_behind(self, noun: Token) -> list[Token]:
        """As Chad in "the reliance of Chad on": below it the parser may hang what follows."""
        links = self.binder.links(noun)
        return [t for link, t in links if link in ("of", "by") and t.tag_ in _NAMES]

    def _between(self, frame: Frame, found: Arguments, binding: Binding) -> bool:
        """As "ties between A and B": both ends of a symmetric relation.

        Unless the frame uses "between" itself.
        """
        if any("between" in slot.prepositions for slot in frame.slots):
            return False
        inner = [
            pair
            for link, word in found.prepositions
            if link == "of"
            for pair in self.binder.links(word)
        ]
        links = (*found.prepositions, *(inner if frame.slots else ()))
        tokens = [token for link, token in links if link in ("between", "among")]
        pair = self.binder.actors_of(tokens)
        if len(pair) < 2:
            return False
        binding.roles["S"], binding.roles["O"] = pair[:1], pair[1:]
        return True

    def _complete(self, entry: Entry, noun: Token, binding: Binding) -> None:
        """The ends that the frame leaves to the words around the noun."""
        roles = binding.roles
        if "S" not in roles:
            roles["S"] = self._agents(noun, entry.frame, binding)
            if not roles["S"] and "O" in roles:
                roles["S"] = self._implied(entry.relation, noun, roles["O"])
                binding.implied = bool(roles["S"])
        if "O" not in roles:
            owners = self.binder.owners(noun, (), suffering=True)
            others = [name for name in owners if name not in roles["S"]]
            aided = entry.words[0] == "with"  # "took the town with the help of Chad"
            roles["O"] = others or (self._clause_subject(entry.relation, noun) if aided else [])

    def _mutual(self, frame: Frame, found: Arguments, binding: Binding) -> bool:
        """As "X and Y signed a pact", "the signing of a pact by X and Y": both ends act."""
        if binding.roles.get("O"):
            return False
        noun = found.predicate
        anew = Binding(words=[noun])
        others = [s for s in frame.slots if s.filler is None or s.filler.role != "O"]
        if not all(self.binder.fill_slot(slot, found, anew) for slot in others):
            return False
        parties = self.supports.doers(noun)
        for word in () if parties else anew.words:
            parties = parties or self.binder.owners(word, ("by",))
        partners = [token for link, token in found.prepositions if link == "with"]
        if len(parties) < 2 or self.binder.actors_of(partners):
            return False  # "A and B signed a pact with C"
        binding.roles["S"], binding.roles["O"] = parties[:1], parties[1:]
        return True

    def _agents(self, noun: Token, frame: Frame, binding: Binding) -> list[Name]:
        """Who does what an event noun says."""
        inner = [pair for person in self._named_behind(noun) for pair in self.binder.links(person)]
        by = [
            name
            for link, token in (*self.binder.links(noun), *inner)
            if link == "by"
            for name in self.binder.actors.all(token)
        ]
        if by := by or leading(noun, self.binder.actors.names):
            return by
        taken = any("of" in slot.prepositions for slot in frame.slots)
        made = [c for c in noun.rights if c.tag_ == "VBN" and c.lemma_ in words("light")]
        if made and (makers := self.binder.actors_of(self.binder.arguments(made[0]).subjects)):
            return makers
        first = first_of(noun)
        owners = self.binder.owners(noun, () if taken else ("of",)) or (
            self.binder.owners(first, ()) if first is not None else []
        )
        if owners:
            return [name for name in owners if name not in binding.roles.get("O", ())]
        return self.supports.doers(noun) or self._instrument_owner(noun)

    def _implied(self, relation: Relation, noun: Token, partners: Sequence[Name]) -> list[Name]:
        """The agent that no word of the noun's own phrase names: the clause's, or the topic."""
        return self._clause_subject(relation, noun) or (
            self._topic(noun, partners) if relation.id in _PARTNERS else []
        )

    def _clause_subject(self, relation: Relation, noun: Token) -> list[Name]:
        """As "Armenia keeps to the path of rapprochement with Russia": who the clause is about."""
        token = noun
        if is_asked(noun):
            return []
        while token.dep_ in _INSIDE and token.head != token:
            above = token.head
            paid = above.tag_ == "NN" and above.lemma_ in _RETURNS
            if token.dep_ == "prep" and (paid or token.lower_ not in _OUTER):
                return []
            if syntax.is_verb(above) and (subjects := self.binder.arguments(above).subjects):
                deed = relation.plover_type in _DEED_TYPES or relation.id in _DEEDS
                direct = noun.head == token and (token.lower_ == "in" or above.lemma_ == "be")
                held = _holds(above, token) and (direct or not deed)
                return self.binder.actors_of(subjects) if held else []
            token = above
        return []

    def _topic(self, noun: Token, partners: Sequence[Name]) -> list[Name]:
        """As "new contracts with France": the other party is left to the context.

        It is the state that the sentence named last before the noun, or the only one that the
        sentence before it names.
        """
        verb, start = noun.head, noun.sent.start
        if noun.dep_ == "dobj" and self.binder.actors_of(self.binder.arguments(verb).subjects):
            return []  # "Ann Lee expelled French soldiers and tore up a pact with Chad"
        here = self._states(start, noun.i, partners)
        if here or not start:
            return here[-1:]
        earlier = self._states(noun.doc[start - 1].sent.start, start, partners)
        return earlier[-1:] if len({name.key for name in earlier}) == 1 else []

    def _states(self, start: int, end: int, partners: Sequence[Name]) -> list[Name]:
        """The states named in a stretch, but for the partners and those of "Russian-led"."""
        doc, others = self.binder.actors.names.doc, {name.key for name in partners}
        return [
            name
            for name in self.binder.actors.names
            if start <= name.start < end
            and name.entry is not None
            and name.type == "Country"
            and name.key not in others
            and not (name.end < len(doc) and doc[name.end].text == "-")
        ]

    def _instrument_owner(self, noun: Token) -> list[Name]:
        """As "The killing of X in a U.S. drone strike": whose deed the deed is part of."""
        for link, token in self.binder.links(noun):
            if link in _OF_DEEDS and token.tag_ in ("NN", "NNS"):
                owners = self.binder.owners(token, ("by",))
                if owners:
                    return owners
        return []


def _of_doers(frame: Frame) -> bool:
    """Whether a frame takes the doer from a thing of his: "supply of Turkish drones to"."""
    return any(slot.filler and slot.filler.owner == "S" for slot in frame.slots)


def _holds(verb: Token, part: Token) -> bool:
    """Whether the subject of a verb has or does what the noun in one of its phrases says."""
    lemma = verb.lemma_.lower()
    if part.dep_ != "prep":
        return lemma in words("light") | _HAVING
    if part.lower_ == "of":
        return False  # "spoke of an alliance"
    told = lemma in words("speech") | words("requests")
    return lemma not in words("endings") and (not told or part.lower_ in ("at", "in"))
