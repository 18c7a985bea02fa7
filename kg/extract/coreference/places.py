"""The place that a clause leaves to those before: "troops in Niger … they will not withdraw"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import Actors
from kg.extract.mentions.names import Name
from kg.extract.words.scopes import words
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_PLACES = ("Country", "DeFactoState", "Region", "City")
_IN = ("in", "from", "into", "to", "inside", "throughout", "across")
_WINDOW = 2


def implied_place(verb: Token, subjects: Sequence[Name], actors: Actors) -> Name | None:
    """The one place that the nearest sentence names where the subjects may be, before a verb."""
    own = {name.key for subject in subjects for name in _self_and_owners(subject)}
    states = {name.entry.id for s in subjects for name in _self_and_owners(s) if name.entry}
    sentence = verb.sent
    for _ in range(_WINDOW + 1):
        found = {
            name.key: name
            for name in _places(sentence, verb.i, actors)
            if name.key not in own and not (name.entry and name.entry.id in states)
        }
        if len(found) == 1:
            name = next(iter(found.values()))
            whole = name.antecedent or name
            return replace(name, start=verb.i, end=verb.i + 1, head=verb.i, antecedent=whole)
        if found or not sentence.start:
            return None
        sentence = verb.doc[sentence.start - 1].sent
    return None


def _places(sentence: TokenSpan, before: int, actors: Actors) -> Iterator[Name]:
    for token in sentence:
        if token.i >= before:
            return
        name = actors.coreference.of(token) or actors.names.by_head.get(token.i)
        if name is None or not name.name or name.adjective and not name.antecedent:
            continue
        known = name.type in _PLACES and not (name.kind is NameKind.METONYM and name.owner)
        if known and _is_where(token):
            yield name


def _is_where(token: Token) -> bool:
    """As "in Niger", "seized Kherson", but not "told Moscow" nor "said in Geneva"."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    link = token.head
    inside = token.dep_ == "pobj" and link.lower_ in _IN
    verb = link.head if inside else link
    return (inside or token.dep_ == "dobj") and verb.lemma_.lower() not in words("speech") | words(
        "requests"
    )


def _self_and_owners(name: Name) -> Iterator[Name]:
    owner: Name | None = name
    while owner is not None:
        yield owner
        owner = owner.owner
