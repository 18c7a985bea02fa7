"""Fills the slots of a lexicon frame from the arguments of a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import TRANSPARENT, Actors
from kg.extract.mentions.names import Name
from kg.extract.mentions.nouns import is_ethnic
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.lexicon import Entry, base_forms, word_forms
from kg.extract.words.scopes import words
from kg.frames import BOTH, Filler, Frame, Slot

if TYPE_CHECKING:
    from spacy.tokens import Token


_TYING = frozenset(("tie", "link", "connect", "belong"))
# PLOVER types of relations that judge deeds.
JUDGING = frozenset(("ACCUSE", "REJECT", "PROTEST", "SUPPORT"))
# What somebody is called.
_CALLED = ("oprd", "attr", "acomp")
_SUFFERING = ("Person", "PeopleGroup")  # "the mayor's arrest" was done to the mayor
# Nouns of those who belong to a state that they are sent to as well ("the ambassador to Iran").
_SENT = frozenset("ambassador envoy emissary representative delegation embassy aid".split())


@dataclass(slots=True)
class Binding:
    """What a frame has found so far: actors by role ("S", "O"), and the words that it names.

    `implied` says that an actor was left to the clause around, `judges` that the frame judges
    deeds, so that it is about who does them and not about who suffers.
    """

    roles: dict[str, list[Name]] = field(default_factory=dict)
    words: list[Token] = field(default_factory=list)
    implied: bool = False
    judges: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame all of whose slots are filled.

    `static` marks what titles and modifiers say by the way.
    """

    entry: Entry
    predicate: Token
    binding: Binding
    static: bool = False


class Binder:
    """Slots of frames against one document's parse.

    The arguments of each verb are reckoned once.
    """

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self._arguments: dict[int, Arguments] = {}
        self._links: dict[int, list[tuple[str, Token]]] = {}

    def arguments(self, verb: Token) -> Arguments:
        """The arguments of a verb, reckoned once."""
        if verb.i not in self._arguments:
            self._arguments[verb.i] = syntax.arguments(verb)
        return self._arguments[verb.i]

    def links(self, noun: Token) -> list[tuple[str, Token]]:
        """Pairs of preposition and governed head below a noun, reckoned once."""
        if noun.i not in self._links:
            self._links[noun.i] = list(syntax.prepositional(noun))
        return self._links[noun.i]

    def actors_of(self, tokens: Sequence[Token]) -> list[Name]:
        """The actors that head tokens name, with those coordinated with them."""
        return [name for token in tokens for name in self.actors.all(token)]

    def fill(self, frame: Frame, found: Arguments, binding: Binding) -> bool:
        """Whether all slots of the frame are filled; what fills them goes into the binding."""
        return all(self.fill_slot(slot, found, binding) for slot in frame.slots)

    def fill_slot(self, slot: Slot, found: Arguments, binding: Binding) -> bool:
        """Whether one slot is filled by the predicate's arguments.

        Or by those of the words bound before it.
        """
        if slot.clause is not None:
            return self._clause(slot, found, binding)
        assert slot.filler is not None
        if not slot.prepositions:
            if slot.filler.words:  # also "gave the envoy a day to leave"
                return self.bind(slot.filler, [*found.objects, *found.datives], binding)
            # "called them traitors" is about them
            called = [token for token in found.objects if token.dep_ not in _CALLED]
            return self.bind(slot.filler, called or found.objects, binding)
        tokens = [token for link, token in found.prepositions if link in slot.prepositions]
        loose = found.objects if binding.words or binding.roles.keys() - {"S"} else []
        heads = (*binding.words, *loose)
        if any(self.actors.is_named_place(word) for word in heads):
            # "the town of Goris in Syunik" is Goris
            tokens = [token for link, token in found.prepositions if link == "of"]
        for word in heads:
            taken: tuple[str, ...] = ()
            if self.actors.is_named_place(word):
                taken = ("in", "at", "near")
            elif _done_by_another(word, judged=binding.judges):
                taken = ("of",)
            tokens += [
                token
                for link, token in (*self.links(word), *_done(word))
                if link in slot.prepositions and link not in taken
            ]
        if not tokens and {"to", "for"} & set(slot.prepositions):
            tokens = found.datives or (
                found.objects[:1] if found.passive and len(found.objects) > 1 else []
            )
        return self.bind(slot.filler, tokens, binding)

    def _clause(self, slot: Slot, found: Arguments, binding: Binding) -> bool:
        assert slot.clause is not None
        for marker, verb in found.clauses:
            for part in syntax.conjuncts(verb):
                if marker in slot.prepositions and not set(slot.clause.heads).isdisjoint(
                    base_forms(part)
                ):
                    inner = self.arguments(part)
                    if self.fill(slot.clause, inner, binding):
                        binding.words.append(part)
                        return True
        return False

    def bind(self, filler: Filler, tokens: Sequence[Token], binding: Binding) -> bool:
        """Whether one of the tokens is what the filler asks for."""
        if filler.words:
            return self._bind_word(filler, tokens, binding)
        assert filler.role is not None
        names = [name for token in tokens for name in self.actors.all(token)]
        if filler.role == BOTH:
            if len(names) < 2:
                return False
            binding.roles["S"], binding.roles["O"] = names[:1], names[1:]
            return True
        if filler.types:
            names = [
                fitted
                for name in names
                if (fitted := self.actors.fit(name, filler.types, agent=filler.role == "S"))
            ]
        if names:
            binding.roles.setdefault(filler.role, []).extend(names)
        return bool(names)

    def _bind_word(self, filler: Filler, tokens: Sequence[Token], binding: Binding) -> bool:
        for token in tokens:
            for part in (token, *syntax.conjuncts(token)[1:], *_counted(token), *_titles(token)):
                if part in binding.words or filler.words.isdisjoint(word_forms(part)):
                    continue
                if filler.owner is None:
                    binding.words.append(part)
                    return True
                links = ("of", "by", "from", *(("to",) if part.lemma_ in _SENT else ()))
                owners = self.owners(part, links, suffering=not binding.judges)
                if not owners and filler.owner == "O":
                    owners = self._claimant(part)
                if owners:
                    binding.words.append(part)
                    binding.roles.setdefault(filler.owner, []).extend(owners)
                    return True
        return False

    def owners(self, noun: Token, links: Sequence[str], *, suffering: bool = False) -> list[Name]:
        """To whom a noun belongs: possessor, adjective or compound in front.

        Else the phrase after one of the prepositions. Of a deed that is the doer, or with
        `suffering` whoever it is done to.
        """
        undergone = not suffering and noun.lemma_.lower() in words("undergone")
        if undergone:
            links = tuple(link for link in links if link == "by")
        found = [
            name
            for child in noun.children
            if child.dep_ == "poss" and child.tag_ in ("NNP", "NNPS", "PRP$")
            for name in self.actors.all(child)
            if not undergone or name.type not in _SUFFERING
        ]
        if found:  # "Sweden's NATO bid"
            return found
        for child in noun.children:
            if child.dep_ in ("poss", "amod", "compound", "nmod"):
                name = self.actors.names.by_head.get(child.i) if child.dep_ != "poss" else None
                names = self.actors.all(child) if child.dep_ == "poss" else [name] if name else []
                found += [
                    n
                    for n in names
                    if not (undergone and n.type in _SUFFERING)
                    and (
                        child.dep_ == "poss"
                        or n.name
                        and n.type != "Person"
                        and not n.alone
                        and not _prefixed(n, child)
                    )
                ]
        name = self.actors.names.covering.get(noun.i)
        owner = name.owner if name is not None and name.entry is None else None
        if not found and owner is not None and not undergone:
            found.append(owner)
        if not found:
            found = [
                name
                for link, token in self.links(noun)
                if link in links
                for name in self.actors.all(token)
            ]
        return found

    def _claimant(self, noun: Token) -> list[Name]:
        """As "Kenya accused Sudan of lying, a charge that Khartoum denies": who made the charge.

        Or whose deed it is: "Turkey detained the mayor, a move that Germany condemned".
        """
        if noun.dep_ not in ("npadvmod", "appos"):
            return []
        charging = words("allegations") | words("speech")
        told, done = noun.lemma_ in words("charges"), noun.lemma_ in words("moves")
        for verb in noun.ancestors:
            if told and verb.lemma_ in charging or done and syntax.is_verb(verb):
                return self.actors_of(self.arguments(verb).subjects)
        return []


def _prefixed(name: Name, token: Token) -> bool:
    """As "pro-Beijing president": whom somebody is for or against owns nothing."""
    return is_ethnic(name, token) or name.start > 0 and token.doc[name.start - 1].text == "-"


def _done(noun: Token) -> list[tuple[str, Token]]:
    """As "the sanctions imposed on Burundi": the phrases of the participle that brings it about."""
    return [
        (link, token)
        for child in noun.children
        if child.dep_ == "acl"
        and child.tag_ == "VBN"
        and child.lemma_ in words("carriers") | _TYING
        for link, token in syntax.prepositional(child)
        if link not in ("by", "in")
    ]


def _done_by_another(noun: Token, *, judged: bool) -> bool:
    """As "(Russia's) invasion of Ukraine": "of" names the victim of a deed."""
    if noun.tag_ not in ("NN", "NNS"):
        return False
    undergone = judged and noun.lemma_.lower() in words("undergone")
    return undergone or any(child.dep_ == "poss" and child.ent_type_ for child in noun.children)


def _titles(token: Token) -> list[Token]:
    """As "summoned Swedish Ambassador Ann Lee": who is sent, before the name."""
    if token.ent_type_ != "PERSON":
        return []
    return [c for c in token.lefts if c.dep_ == "compound" and c.lemma_.lower() in _SENT]


def _counted(token: Token) -> list[Token]:
    """As "thousands of recruits": what a noun of number counts."""
    if token.lemma_.lower() not in TRANSPARENT:
        return []
    return [inner for link, inner in syntax.prepositional(token) if link == "of"]
