"""Predicates that no frame knows, between two actors: "Japan outbid France for the port".

Each is matched by a frame that is made of its own words and belongs to no relation of the ontology,
so that status, speaker, time and evidence are found as those of a typed claim are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.lexicon import Entry, Lexicon, base_forms
from kg.extract.relations.matcher import Match, same
from kg.extract.relations.slots import Binder
from kg.extract.words.scopes import words
from kg.frames import Frame, parse
from kg.gazetteer import NameKind
from kg.model import RELATED
from kg.vocabulary import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTY: tuple[str, ...] = ("Actor",)
_PARTY_OR_PLACE = ("Actor", "City", "Region", "Facility")
_BODIES = ("Polity", "Organisation", "Government")
_WAYS = frozenset(("to", "from", "into", "at", "in", "off", "on", "over"))
_OBJECTS = frozenset(("dobj", "nsubjpass", "obj", "dative"))
_NO_OBJECTS = frozenset(("attr", "oprd", "acomp"))
_MODIFYING = frozenset(("amod", "prep", "aux", "auxpass"))
_CLAUSES = frozenset(("xcomp", "ccomp"))
_OWNING = frozenset(("amod", "compound", "nmod", "poss"))
_NOUNS = frozenset(("NN", "NNS"))
_WORD = re.compile(r"[a-z][a-z-]+")
_UNTYPED = Relation(RELATED, "related to", "", "event", _PARTY, _PARTY_OR_PLACE, symmetric=False)
Reading = tuple[str, "tuple[Token, ...]", list[Name]]  # a frame's line, its words, its objects


class OpenPredicates:
    """What verbs and nouns of one document say of two actors and no typed match came from."""

    def __init__(self, binder: Binder, lexicon: Lexicon) -> None:
        self.binder, self.lexicon = binder, lexicon
        self.actors, self.names = binder.actors, binder.actors.names

    def __call__(self, typed: Iterable[Match]) -> Iterator[Match]:
        """A match for each predicate and pair of actors, in order of the text."""
        known: dict[int, list[Match]] = defaultdict(list)
        for match in typed:
            for cue in match.cues:
                known[cue.i].append(match)
        for predicate in self._predicates():
            of = self._of_verb if syntax.is_verb(predicate) else self._of_noun
            for match in of(predicate):
                if not any(_joins(old, match) for cue in match.cues for old in known[cue.i]):
                    yield match

    def _predicates(self) -> list[Token]:
        """The verbs and nouns that govern an actor, each once."""
        doc, found = self.names.doc, dict[int, "Token"]()
        names = self.names.by_head | self.actors.coreference.found
        for index, name in names.items():
            if _is_somebody(name):
                found |= {token.i: token for token in _governors(doc[index])}
        return [found[index] for index in sorted(found)]

    def _of_verb(self, verb: Token) -> Iterator[Match]:
        if verb.dep_ in _MODIFYING or verb.lemma_.lower() in _telling():
            return
        found = self.binder.arguments(verb)
        clausal = any(clause.dep_ in _CLAUSES for _, clause in found.clauses)
        if not found.subjects or clausal or len(found.particles) > 1:
            return
        lemma = self._base(verb, "verb")
        head = " +".join((lemma, *found.particles))
        reading = self._direct(verb, head, found) or self._linked(verb, head, found)
        bare = reading and len(reading[1]) < 3 and lemma in words("linking")
        if reading and not bare and _WORD.fullmatch(lemma) and lemma not in _telling():
            subjects = self._parties(found.subjects, _PARTY, agent=True)
            yield from self._pairs("verb", reading, subjects)

    def _direct(self, verb: Token, head: str, found: Arguments) -> Reading | None:
        """As "outbid France"."""
        objects = [token for token in found.objects if token.dep_ not in _NO_OBJECTS]
        names = self._parties(objects, _PARTY_OR_PLACE)
        return (f"S {head} O", (verb, *_particles(verb)), names) if names else None

    def _linked(self, verb: Token, head: str, found: Arguments) -> Reading | None:
        """As "vied with France", "curried favour with France", "dealt France a blow"."""
        if found.passive or len(found.objects) > 1:
            return None
        cues = [verb, *_particles(verb)]
        for noun in found.objects:
            if noun.head != verb or noun.dep_ in _NO_OBJECTS:
                return None
            if not self._is_plain(noun) or self.binder.owners(noun, ()):
                return None
            cues.append(noun)
            head += f" {self._base(noun, 'noun')}"
        given = [
            token for token in found.datives if token.dep_ == "dative" and token.i < cues[-1].i
        ]
        if given and found.objects:
            return f"S {head} to O", tuple(cues), self._parties(given, _PARTY_OR_PLACE)
        link = _link(cues)
        if link is None:
            return None
        names = self._parties(syntax.governed(link), _PARTY)
        return (f"S {head} {link.lower_} O", (*cues, link), names) if names else None

    def _of_noun(self, noun: Token) -> Iterator[Match]:
        """As "Japan's rivalry with France"."""
        link = _link([noun], "relating_nouns") if self._is_plain(noun) else None
        if link is None or noun.lemma_.lower() in words("speech_nouns"):
            return
        owners = self._fitted(self.binder.owners(noun, ()), _PARTY, agent=True)
        line = f"{self._base(noun, 'noun')} {link.lower_} O"
        names = self._parties(syntax.governed(link), _PARTY) if owners else []
        yield from self._pairs("noun", (line, (noun, link), names), owners)

    def _pairs(self, kind: str, reading: Reading, subjects: Sequence[Name]) -> Iterator[Match]:
        line, cues, objects = reading
        link = cues[-1].lower_ if cues[-1].dep_ == "prep" else None
        ordered = tuple(sorted(cues, key=lambda token: token.i))
        for object_ in objects:
            for subject in subjects:
                if self._are_two(subject, object_, cues[0]) and not self._is_there(
                    subject, object_, link
                ):
                    yield Match(_entry(kind, line), cues[0], subject, object_, ordered)

    def _are_two(self, first: Name, second: Name, predicate: Token) -> bool:
        """Whether two mentions in the sentence of the predicate are different actors."""
        if same(first, second, "event") or _is_own(first, second):
            return False
        sentence = predicate.sent
        return all(sentence.start <= name.start < sentence.end for name in (first, second))

    def _is_there(self, subject: Name, object_: Name, link: str | None) -> bool:
        """As "flew to Paris", "sang in Kenya": where somebody is or goes."""
        place = link in _WAYS and object_.kind is NameKind.CAPITAL
        bodily = not self.actors.classes.any_of(subject.type, _BODIES)
        return place or bodily and link in words("placing")

    def _parties(
        self, tokens: Sequence[Token], classes: tuple[str, ...], *, agent: bool = False
    ) -> list[Name]:
        return self._fitted(self.binder.actors_of(tokens), classes, agent=agent)

    def _fitted(
        self, names: Iterable[Name], classes: tuple[str, ...], *, agent: bool = False
    ) -> list[Name]:
        """The names of these classes, each as one of them."""
        named = (name for name in names if not self._is_native(name))
        fitted = (self.actors.fit(name, classes, agent=agent) for name in named)
        return [name for name in fitted if name and _is_somebody(name)]

    def _is_native(self, name: Name) -> bool:
        """As "a Kenyan": a person who is not the state."""
        return name.adjective and self.names.doc[name.head].dep_ not in _OWNING

    def _is_plain(self, noun: Token) -> bool:
        """Whether a token is a common noun that names neither an actor nor a sum or a day."""
        named = noun.i in self.names.covering or noun.ent_type_
        return noun.tag_ in _NOUNS and not named and bool(_WORD.fullmatch(noun.lemma_.lower()))

    def _base(self, token: Token, kind: str) -> str:
        """The base form of a word: the one that the lexicon knows, if it knows any."""
        known = self.lexicon.index[kind]
        return next((form for form in base_forms(token) if form in known), token.lemma_.lower())


def predicate_of(frame: Frame) -> str:
    """The words of a frame without its roles: "curry favour with"."""
    return " ".join(word.lstrip("+") for word in frame.text.split() if word not in ("S", "O"))


def _is_somebody(name: Name) -> bool:
    """Whether a mention tells who it is, as "rebels" does not."""
    return bool(name.name) and (not name.alone or name.antecedent is not None)


def _governors(token: Token) -> Iterator[Token]:
    """The words whose object a token is, or the noun after whose preposition it stands."""
    if token.n_rights:
        yield from (child for child in token.rights if child.dep_ == "relcl")
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    above = token.head
    if token.dep_ == "pobj":
        above = above.head
        if above.tag_ in _NOUNS:
            yield above
            above = above.head
    elif token.dep_ not in _OBJECTS:
        return
    if syntax.is_verb(above):
        yield above


def _link(cues: Sequence[Token], group: str = "relating") -> Token | None:
    """The preposition that follows the last of these words at once, but for an adverb."""
    last = cues[-1].i
    for word in (cues[0], cues[-1]):
        for child in word.children:
            near = child.i == last + 1 or child.i == last + 2 and child.nbor(-1).tag_ == "RB"
            if child.dep_ == "prep" and near and child.lower_ in words(group):
                return child
    return None


def _particles(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "prt"]


def _joins(typed: Match, match: Match) -> bool:
    """Whether a typed match is between the two actors of another, whichever way round."""
    first, second = match.subject, match.object
    return any(
        _alike(one, first) and _alike(other, second)
        for one, other in ((typed.subject, typed.object), (typed.object, typed.subject))
    )


def _alike(typed: Name, name: Name) -> bool:
    """Whether two mentions are one end: also Armenia and "Armenian ambassador"."""
    owner = name.owner.key if name.owner else None
    return typed.key in (name.key, owner) or typed.head == name.head


def _is_own(first: Name, second: Name) -> bool:
    """As "Russia" and "Russian troops"."""
    return any(
        inner.owner is not None and inner.owner.key == outer.key
        for inner, outer in ((first, second), (second, first))
    )


@cache
def _telling() -> frozenset[str]:
    groups = ("speech", "requests", "promises", "allegations")
    return frozenset[str]().union(*map(words, groups))


@cache
def _entry(kind: str, line: str) -> Entry:
    frame = parse(kind, line, {})
    return Entry(_UNTYPED, frame, frame.heads)
