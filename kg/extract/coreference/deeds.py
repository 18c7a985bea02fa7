"""Who was behind a deed told just before: "Iran fired missiles. The strike killed two"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name, Names
from kg.extract.mentions.nouns import find_owner
from kg.extract.parse.syntax import (
    arguments,
    clause_of,
    conjuncts,
    is_passive,
    is_verb,
    prepositional,
)
from kg.extract.words.references import references
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_DOERS = frozenset(
    "Country DeFactoState ArmedForce ArmedGroup Government GovernmentBody Person PeopleGroup IGO "
    "Bloc Organisation".split()
)
_DEFINITE = ("the", "this", "that", "these", "those")
_OWNING = ("by", "of", "from")
_THROUGH = ("in", "during", "by")
_CLAIMS = frozenset(("claim", "lay"))


def doer(token: Token, names: Names, actor: Callable[[Token], Name | None]) -> Name | None:
    """The one actor behind a definite deed or weapon that acts, or in which somebody suffers."""
    table = references().deeds
    if token.lemma_.lower() not in table or not _bare(token) or not _acts(token):
        return None
    start = token.sent.start
    places = [token.sent, *([token.doc[start - 1].sent] if start else [])]
    for sentence in places:
        found = list(_deeds(sentence, token, names, actor))
        same = [name for lemma, name in found if lemma == token.lemma_]
        doers = {name.key: name for name in same or [name for _, name in found]}
        if doers:
            name = next(iter(doers.values()))
            whole = name.antecedent or name
            if len(doers) > 1 or name.type not in _DOERS or name.start == token.i:
                return None
            return replace(name, start=token.i, end=token.i + 1, head=token.i, antecedent=whole)
    return None


def agents(deed: Token) -> list[Token]:
    """As "a raid by Chad", "an airstrike carried out by Chad": whose deed it is by its phrase."""
    found = [inner for link, inner in prepositional(deed) if link == "by"]
    for child in deed.children:
        if (
            child.dep_ == "acl"
            and child.tag_ == "VBN"
            and child.lemma_ in words("carriers") | _CLAIMS
            and not any(c.dep_ in ("nsubj", "mark") for c in child.children)  # "that Chad sent"
        ):
            found += arguments(child).subjects
    return found


def _bare(token: Token) -> bool:
    """As "the attack": nobody's by its own words."""
    articles = [c.lower_ for c in token.children if c.dep_ == "det"]
    owned = any(c.dep_ == "poss" or c.lower_ in _OWNING for c in token.children)
    return not owned and any(word in _DEFINITE for word in articles)


def _acts(token: Token) -> bool:
    if token.dep_ in ("nsubj", "agent"):
        return True
    link = token.head
    return token.dep_ == "pobj" and link.lower_ in _THROUGH and is_verb(link.head)


def _deeds(
    sentence: TokenSpan, token: Token, names: Names, actor: Callable[[Token], Name | None]
) -> Iterator[tuple[str, Name]]:
    """The deeds of a sentence before a word, each with who did it."""
    table, own = references(), clause_of(token)
    for word in sentence:
        if word.i >= token.i:
            return
        lemma = word.lemma_.lower()
        if lemma in table.deeds and word.tag_ in ("NN", "NNS"):
            owner = find_owner(word, names)
            if owner is not None and owner.start < word.i:
                yield lemma, owner
        if not is_verb(word) or word == own:
            continue
        launched = [t.lemma_ for t in arguments(word).objects if t.lemma_ in table.deeds]
        if lemma in table.doing or lemma in table.launching and launched:
            subjects = [part for t in arguments(word).subjects for part in conjuncts(t)]
            for subject in subjects:
                name = actor(subject) if subject.i < token.i else None
                yield (launched or [lemma])[0], name or _nobody(subject)
            if not subjects and is_passive(word):
                yield lemma, _nobody(word)


def _nobody(token: Token) -> Name:
    return Name(token.i, token.i + 1, token.i, "", token.text)
