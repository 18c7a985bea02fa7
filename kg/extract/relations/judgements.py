"""As "Kenya said Sudan's claims were baseless": who says that of a deed calls it so.

And as "Kenya said Sudan had broken the truce": who says that another did wrong accuses him.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.parse import syntax
from kg.extract.parse.index import find
from kg.extract.parse.syntax import Arguments
from kg.extract.relations.matcher import Match, Matcher
from kg.extract.relations.slots import Binding, Candidate
from kg.extract.relations.told import others, speaks_for, told_by
from kg.extract.speech.attribution import Attribution
from kg.extract.status import scope
from kg.extract.words.scopes import words
from kg.frames import Frame
from kg.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# The verb whose frames say what a deed can be called.
_CALL = "call"
# The verb whose plain frame says that somebody is charged with a wrong.
_ACCUSE = "accuse"


def judgements(doc: Doc, matcher: Matcher, attribution: Attribution) -> Iterator[Match]:
    """What a document's speakers find bad or good in what others do."""
    for token in find(doc, lemma=_judging()):
        if token.lemma_ == "be":
            yield from _called(token, matcher, attribution)
        elif token.tag_ in syntax.VERBAL and does_wrong(token):
            yield from _accused(token, matcher, attribution)


@cache
def _judging() -> frozenset[str]:
    """The lemmas of verbs that may judge, or tell a wrong ("break" of "break truce")."""
    return frozenset(("be", *(wrong.split()[0] for wrong in words("misdeeds"))))


def does_wrong(verb: Token) -> bool:
    """As "lied", "broke the truce"."""
    lemma, wrongs = verb.lemma_.lower(), words("misdeeds")
    return lemma in wrongs or any(
        child.dep_ == "dobj" and f"{lemma} {child.lemma_.lower()}" in wrongs
        for child in verb.children
    )


def _called(verb: Token, matcher: Matcher, attribution: Attribution) -> Iterator[Match]:
    predicates = [child for child in verb.children if child.dep_ in ("attr", "acomp")]
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("PRP", "DT")]
    if not predicates or not subjects or not _holds(verb, predicates):
        return
    if (teller := told_by(verb, matcher, attribution)) is None:
        return
    speaker, told = teller
    found = Arguments(verb, objects=[*subjects, *predicates])
    listed = matcher.told(told.sent)
    for entry in matcher.lexicon.index["verb"][_CALL]:
        if entry.words != (_CALL,) or not entry.needs <= listed or not _names(entry.frame):
            continue
        binding = Binding({"S": [speaker]}, judges=True)
        if matcher.binder.fill(entry.frame, found, binding):
            for match in matcher.matches(Candidate(entry, told, binding, static=True)):
                if not speaks_for(speaker, match.object):
                    yield match


def _holds(verb: Token, words_of_its_own: Sequence[Token] = ()) -> bool:
    """Whether a clause is told as fact ("baseless" says what is judged, not that it is not so)."""
    status, cues = scope.status_of(verb)
    return status is Status.ASSERTED or all(cue in words_of_its_own for cue in cues)


def _names(frame: Frame) -> bool:
    """Whether a frame says what something is called: "S call <deed of O> mistake"."""
    plain = all(slot.filler and not slot.prepositions for slot in frame.slots)
    return plain and len(frame.slots) == 2 and not frame.particle


def _accused(verb: Token, matcher: Matcher, attribution: Attribution) -> Iterator[Match]:
    if (teller := told_by(_cleft(verb), matcher, attribution)) is None or not _holds(verb):
        return
    speaker, told = teller
    doers = others(matcher.arguments(verb).subjects, speaker, matcher)
    binding = Binding({"S": [speaker], "O": matcher.binder.actors_of(doers)})
    for entry in matcher.lexicon.index["verb"][_ACCUSE]:
        if len(entry.frame.slots) == 1 and entry.frame.roles == {"S", "O"}:
            yield from matcher.matches(Candidate(entry, told, binding, static=True))
            return


def _cleft(verb: Token) -> Token:
    """As "it was Sudan that had broken the truce": the clause that brings the doer out."""
    above = verb.head.head
    brought = verb.dep_ == "relcl" and verb.head.dep_ == "attr" and above.lemma_ == "be"
    return above if brought and any(c.lower_ == "it" for c in above.lefts) else verb
