"""As "Burundi charged that Rwanda had attacked it": who alleges a hostile act accuses its doer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.parse import syntax
from kg.extract.relations.lexicon import Entry
from kg.extract.relations.matcher import Match
from kg.extract.speech.attribution import Attribution
from kg.extract.status.scope import negates
from kg.extract.words.scopes import words
from kg.frames import Frame, parse
from kg.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCUSES = "accuses"
_HOSTILE = frozenset(("ASSAULT", "COERCE", "THREATEN"))


def accusations(
    matches: Iterable[Match], attribution: Attribution, vocabulary: Vocabulary
) -> Iterator[Match]:
    """What the verbs that allege add to the matches of the clauses below them."""
    for match in matches:
        if match.static or match.entry.relation.plover_type not in _HOSTILE:
            continue
        for verb, clause in attribution.governing(match.predicate):
            lemma = verb.lemma_.lower()
            if lemma not in words("allegations") or clause != _clause(match.predicate):
                continue
            if not syntax.is_verb(verb) and negates(syntax.clause_of(verb)):
                continue  # "denied claims that Chad had attacked"
            speaker = attribution.speakers.of(verb)
            relation = vocabulary[_ACCUSES]
            if speaker is not None and speaker.key != match.subject.key:
                entry = Entry(relation, _frame(lemma), (lemma,))
                if vocabulary.admits(_ACCUSES, speaker.type, match.subject.type):
                    yield Match(entry, verb, speaker, match.subject, (verb,))


def _clause(predicate: Token) -> Token:
    return predicate if syntax.is_verb(predicate) else syntax.clause_of(predicate)


@cache
def _frame(lemma: str) -> Frame:
    return parse("verb", f"S {lemma} O", {})
