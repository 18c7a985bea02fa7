"""Which state a person speaks for, as far as the article or the gazetteer tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name, Names
from kg.extract.words.references import references
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

STATES = ("Country", "DeFactoState")
_BEFORE = ("NN", "NNP", "JJ", "POS", "HYPH", "-")
_OF_THE_STATE = ("headOfStateOf", "headOfGovernmentOf", "holdsOfficeIn", "envoyOf")
# As "the French opposition leader": these speak for themselves.
_NOT_FOR_IT = frozenset("opposition former ex protest party rebel deputy-leader".split())
_LONGEST_TITLE = 8


def state_of(person: Name, names: Names) -> Name | None:
    """The state for which a person acts: by title, apposition, owner, or a known office."""
    whole = person.antecedent or person
    for mention in (whole, *names.alike(whole)):
        owner = _stately(mention.owner) or _titled(mention, names)
        if state := owner or _owner_of_noun(mention, names):
            return state
    return _in_office(whole, names)


def as_state(name: Name, token: Token) -> Name:
    """A mention of the state itself at a token, for whatever form of its name was read."""
    assert name.entry is not None
    whole = replace(name, type=name.entry.type, name=name.entry.label, kind=NameKind.NAME)
    return replace(whole, start=token.i, end=token.i + 1, head=token.i, antecedent=whole)


def _stately(owner: Name | None) -> Name | None:
    while owner is not None and (owner.entry is None or owner.entry.type not in STATES):
        owner = owner.owner
    return owner


def _titled(person: Name, names: Names) -> Name | None:
    """As "Turkish Foreign Minister Hakan Fidan": the state before an office before the name."""
    doc, index, office = names.doc, person.start - 1, False
    while index >= 0 and person.start - index <= _LONGEST_TITLE and doc[index].tag_ in _BEFORE:
        word = doc[index].lower_
        if word in _NOT_FOR_IT:
            return None
        office = office or word in references().offices
        state = _stately(names.covering.get(index))
        if state is not None:
            prefixed = state.start > 0 and doc[state.start - 1].text == "-"
            return state if office and not prefixed else None
        index -= 1
    return None


def _owner_of_noun(person: Name, names: Names) -> Name | None:
    """As "the Kenyan president, William Ruto" and "William Ruto, president of Kenya"."""
    head = names.doc[person.head]
    nouns = [head.head] if head.dep_ == "appos" else []
    for noun in (*nouns, *(child for child in head.children if child.dep_ == "appos")):
        described = names.by_head.get(noun.i)
        if described is not None and noun.lemma_.lower() in references().offices:
            return _stately(described.owner)
    return None


def _in_office(person: Name, names: Names) -> Name | None:
    """The state, named in the article, in which the gazetteer knows the person in office."""
    terms = [t for t in person.entry.terms if t.role in _OF_THE_STATE] if person.entry else []
    for term in sorted(terms, key=lambda term: term.start, reverse=True):
        state = names.of_entry(term.of, person.start)
        if state is not None:
            return _stately(state)
    return None
