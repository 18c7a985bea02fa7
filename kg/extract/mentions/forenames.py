"""Persons' names told by their first word, where the statistical model errs.

The table of ontology/actors/forenames.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.index import find
from kg.extract.words.references import references
from kg.resources import load_yaml

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LONGEST = 4
# Last words of what is named after a person.
_NAMED_AFTER = frozenset(
    "airport avenue street road boulevard square sea river bay lake cup prize award trophy "
    "hospital hotel stadium hall house islands mountain mountains memorial museum library "
    "family brothers dynasty doctrine plan act law camp mosque".split()
)

_PARTICLES = frozenset("al el bin ibn bint de da do dos del della di du von van der den".split())


@cache
def forenames() -> frozenset[str]:
    """The table, read once."""
    data = load_yaml(resources.folder("ontology") / "actors" / "forenames.yaml")
    return frozenset(name for names in data.values() for name in names)


@cache
def _small_forenames() -> frozenset[str]:
    return frozenset(name.lower() for name in forenames())


def is_persons(doc: Doc, start: int, end: int) -> bool:
    """Whether a stretch of names reads as a person's: a first name, and one to three names more."""
    return (
        1 < end - start <= _LONGEST
        and doc[start].text in forenames()
        and all(_is_part(token) for token in doc[start:end])
        and doc[end - 1].is_title
        and doc[end - 1].lower_ not in _NAMED_AFTER
    )


def overlooked(names: Names) -> Iterator[Name]:
    """Persons whom the model did not mark, by a first name that nothing covers."""
    doc, known = names.doc, forenames()
    for token in find(doc, lower=_small_forenames()):
        if token.text not in known or token.i in names.covering or token.i + 1 == len(doc):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < _LONGEST and _follows(doc[end], names):
            end += 1
        if is_persons(doc, token.i, end):
            head = doc[token.i : end].root.i
            yield Name(token.i, end, head, "Person", doc[token.i : end].text)


def continued(names: Names, is_no_word: Callable[[Token], bool]) -> Iterator[Name]:
    """Persons whose last name the model left out or took for another: "Seyyed Abbas" Mousavi."""
    doc = names.doc
    for name in names:
        if name.type != "Person" or name.entry or name.end - name.start < 2:
            continue
        if name.end == len(doc) or not _is_modifier(doc[name.head], name.end):
            continue
        rest = names.covering.get(name.end)
        if rest is None and doc[name.end].ent_type_ == "" and is_no_word(doc[name.end]):
            end = name.end + 1
        elif rest is not None and rest.type == "Person" and not rest.entry:
            end = rest.end
        else:
            continue
        text = doc[name.start : end].text
        yield Name(name.start, end, doc[name.start : end].root.i, "Person", text)


def apposed(names: Names) -> Iterator[Name]:
    """Persons by the office before the comma: "the premier, Tore Sandvik", a company or not."""
    doc, offices = names.doc, references().offices | references().kin
    for token in doc:
        if token.tag_ != "NNP" or token.dep_ != "appos" or token.head.dep_ == "appos":
            continue
        office = token.head
        known = office.tag_ in ("NN", "NNP") and office.lemma_.lower() in offices
        if not known or office.i > token.i:
            continue
        start = token.i
        while doc[start - 1].dep_ == "compound" and doc[start - 1].head == token:
            start -= 1
        inside = [name for i in range(start, token.i + 1) if (name := names.covering.get(i))]
        proper = all(_is_part(part) for part in doc[start : token.i])
        plain = not any(name.entry or name.end > token.i + 1 for name in inside)
        if 1 < token.i + 1 - start <= _LONGEST and proper and plain and doc[start - 1].text == ",":
            yield Name(start, token.i + 1, token.i, "Person", doc[start : token.i + 1].text)


def begun(names: Names, is_no_word: Callable[[Token], bool]) -> Iterator[Name]:
    """Persons whose first name the model left out: Mohammad "Ishaq Dar"."""
    doc = names.doc
    for name in names:
        if name.type != "Person" or not name.start or name.end - name.start < 2:
            continue
        first = doc[name.start - 1]
        other = names.covering.get(first.i)
        free = other is None or other.entry is None and other.end - other.start == 1
        free = free and not references().is_title(first.text)
        if free and is_no_word(first) and first.is_alpha and first.head.i == name.head:
            text = name.name if name.entry else doc[first.i : name.end].text
            yield replace(name, start=first.i, name=text)


def _is_modifier(token: Token, index: int) -> bool:
    """Whether the parser takes a name for part of the one that starts at an index."""
    head = token.head
    return token.dep_ == "compound" and head.i >= index and head.tag_ in ("NNP", "NNPS")


def pieces(doc: Doc, entity: Span, heads: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The parts of what the model takes for one name: "Ministry of Defence Rustem Umerov".

    `heads` are last words of the names of bodies.
    """
    start, end = entity.start, entity.end
    for index in range(start + 1, end - 1):
        if entity.label_ == "PERSON" or doc[index].text not in forenames():
            continue
        last = next((i for i in range(index, end) if not _is_part(doc[i])), end)
        whole = last == end or doc[last].text == ","
        if whole and is_persons(doc, index, last) and doc[last - 1].lower_ not in heads:
            yield start, index, entity.label_
            yield index, last, "PERSON"
            start = last + 1
    if start < end:
        yield start, end, entity.label_


def _follows(token: Token, names: Names) -> bool:
    if token.text in _PARTICLES and token.i + 1 < len(token.doc):
        return _follows(token.nbor(1), names)
    known = names.covering.get(token.i)
    return token.tag_ in ("NNP", "NNPS") and known is None and not token.ent_type_


def _is_part(token: Token) -> bool:
    """As "Sirajul", "al-Sharaa", "-", "bin": what names of persons consist of."""
    return token.text[:1].isupper() or token.text == "-" or token.text in _PARTICLES
