"""As "France withdrew its troops, and Britain followed suit": who else did what was just told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.parse.index import find
from kg.extract.relations.matcher import Match
from kg.extract.relations.slots import Binder

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAME = {"follow": frozenset(("suit",)), "do": frozenset(("same", "so", "likewise"))}
_ALIKE = frozenset(("as", "so"))
_AUXILIARIES = frozenset("do does did have has had will would".split())


def echoes(matches: Sequence[Match], doc: Doc, binder: Binder) -> Iterator[Match]:
    """What the matches say of their subjects, said of those who did the same."""
    for token in find(doc, lower=_ALIKE, lemma=_SAME.keys()):
        if token.lower_ in _ALIKE:
            verb, subjects = _inverted(token), _after_auxiliary(token, binder)
        elif token.lemma_ in _SAME and (word := _word(token)):
            verb, subjects = _before(token), binder.actors_of(binder.arguments(token).subjects)
            token = word
        else:
            continue
        if verb is not None and subjects:
            yield from _repeated(matches, verb, subjects, token, binder)


def _repeated(
    matches: Sequence[Match], verb: Token, subjects: Sequence[Name], cue: Token, binder: Binder
) -> Iterator[Match]:
    doers = {name.key for name in binder.actors_of(binder.arguments(verb).subjects)}
    predicate = syntax.clause_of(cue) if not syntax.is_verb(cue) else cue
    for match in matches:
        if match.static or match.subject.key not in doers or not _within(match.predicate, verb):
            continue
        for subject in subjects:
            fitted = binder.actors.fit(subject, match.entry.relation.domain, agent=True)
            if fitted is not None and fitted.key not in (match.subject.key, match.object.key):
                yield replace(match, predicate=predicate, subject=fitted, cues=(cue,), implied=True)


def _within(predicate: Token, verb: Token) -> bool:
    return predicate == verb or syntax.clause_of(predicate) == verb


def _word(verb: Token) -> Token | None:
    """The word that makes "follow" and "do" refer to what was told before."""
    return next((c for c in verb.children if c.lower_ in _SAME[verb.lemma_]), None)


def _before(verb: Token) -> Token | None:
    """The verb of the clause before: of the same sentence, or of the sentence before."""
    while verb.dep_ == "xcomp":
        verb = verb.head
    if verb.dep_ == "conj" and syntax.is_verb(verb.head):
        return verb.head
    beside = (c for c in verb.children if c.i < verb.i and c.dep_ in ("ccomp", "parataxis"))
    if (told := next(beside, None)) is not None:
        return told  # "Chad left; Mali had urged it to do so"
    start = verb.sent.start
    above = verb.doc[start - 1].sent.root if start and verb == verb.sent.root else None
    return above if above is not None and syntax.is_verb(above) else None


def _inverted(word: Token) -> Token | None:
    """As "as did Germany", "So has Japan.": the verb that is meant."""
    if word.i + 1 >= len(word.doc) or word.nbor(1).lower_ not in _AUXILIARIES:
        return None
    root = word.sent.root
    if root.i < word.i:
        return root if syntax.is_verb(root) else None
    start = word.sent.start
    before = word.doc[start - 1].sent.root if start == word.i and start else None
    return before if before is not None and syntax.is_verb(before) else None


def _after_auxiliary(word: Token, binder: Binder) -> list[Name]:
    covering = binder.actors.names.covering
    for index in range(word.i + 2, min(word.i + 4, word.sent.end)):
        if index in covering:
            name = covering[index]
            return binder.actors.all(word.doc[name.head])
    return []
