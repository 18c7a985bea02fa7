"""As "Kenya said Sudan must leave Chad": who says what somebody should do urges him to do it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from kg.extract.parse.index import find
from kg.extract.parse.phrases import DEMANDING, is_infinitive
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.matcher import Match, Matcher
from kg.extract.relations.slots import Binding, Candidate
from kg.extract.relations.told import others, told_by
from kg.extract.speech.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.extract.mentions.names import Name

_MUST = frozenset(("must", "should", "ought"))
_OBLIGED = frozenset(("have", "need"))
# The verb whose frames say all that can be urged.
_URGE = "urge"
_VOTE = "vote"


def demands(doc: Doc, matcher: Matcher, attribution: Attribution) -> Iterator[Match]:
    """What a document's speakers say that others must do, as if they urged them to do it."""
    for token in find(doc, lower=_MUST, lemma=_OBLIGED | {_VOTE}):
        if token.lemma_ == _VOTE and (verbs := _voted_for(token)):
            speakers = matcher.binder.actors_of(matcher.arguments(token).subjects)
            for verb, speaker in product(verbs, speakers):
                yield from _frames(speaker, verb, token, matcher)
        if token.lower_ in _MUST or token.lemma_ in _OBLIGED:
            for verb in _obliged(token):
                yield from _urged(verb, matcher, attribution)


def _obliged(token: Token) -> list[Token]:
    """The verb that says what must be done: "must leave", "has to leave"."""
    if token.dep_ == "aux":
        verb = token.head
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        plain = subjects and subjects[0].i < token.i and token.lower_ in _MUST
        return [verb] if plain and not any(c.lower_ == "have" for c in verb.children) else []
    return [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > token.i]


def _urged(verb: Token, matcher: Matcher, attribution: Attribution) -> Iterator[Match]:
    clause = verb.head if verb.dep_ == "xcomp" else verb
    teller = told_by(clause, matcher, attribution)
    if teller is not None and teller[1].lemma_ not in DEMANDING:  # its own frames say so
        yield from _frames(teller[0], verb, teller[1], matcher)


def _frames(speaker: Name, verb: Token, told: Token, matcher: Matcher) -> Iterator[Match]:
    clause = verb.head if verb.dep_ == "xcomp" else verb
    asked = others(matcher.arguments(clause).subjects, speaker, matcher)
    found = Arguments(verb, objects=asked, clauses=[("to", verb)])
    told_words = matcher.told(told.sent) if asked else frozenset()
    for entry in matcher.lexicon.index["verb"][_URGE]:
        filler = entry.frame.subject
        if not asked or not entry.needs <= told_words:
            continue
        if entry.words != (_URGE,) or not filler or filler.words or entry.frame.particle:
            continue
        binding = Binding({"S": [speaker]})
        if matcher.binder.fill(entry.frame, found, binding):
            yield from matcher.matches(Candidate(entry, told, binding, static=True))


def _voted_for(token: Token) -> list[Token]:
    """As "voted for the troops to leave": what is voted that somebody do."""
    return [
        child
        for child in token.children
        if is_infinitive(child)
        and any(c.lower_ == "for" and c.dep_ == "mark" for c in child.children)
    ]
