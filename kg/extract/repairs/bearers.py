"""Mends titles whose bearer's name the parser hung on the body or the place in the title."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.repairs.subjects import move
from kg.extract.words.references import references
from kg.gazetteer import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADS = frozenset("head chief director leader president chairman commander minister".split())
_PLACED = ("GPE", "LOC", "ORG", "FAC")
_LINKS = frozenset(("to", "for", "in", "on", "of"))


def head_of_body(name: Token) -> None:
    """As "met the head of Mossad, Ann Lee": the name is the head's, not the body's."""
    body, link = name.head, name.head.head
    title = link.head
    if name.ent_type_ != "PERSON" or body.dep_ != "pobj" or body.ent_type_ == "PERSON":
        return
    headed = link.lower_ == "of" and title.lemma_ in _HEADS
    if headed or body.ent_type_ in _PLACED and _is_office(title) and link.lower_ in _LINKS:
        move(name, "appos", title)


def holder(name: Token) -> None:
    """As "the envoy to Chad Ann Lee": the envoy is Ann Lee, Chad is where she is sent."""
    link, parts = name.head, [c for c in name.lefts if c.dep_ == "compound"]
    office = link.head
    if name.ent_type_ != "PERSON" or link.lower_ not in _LINKS or not _is_office(office):
        return
    places = [part for part in parts if part.ent_type_ in _PLACED]
    if not places and len(parts) > 1 and parts[0].text in _states():
        places = parts[:1]
    if not places or parts.index(places[-1]) + 1 == len(parts):
        return
    place, dep, head = places[-1], office.dep_, office.head
    move(place, "pobj", link)
    for child in [c for c in name.lefts if c.i < place.i]:
        move(child, child.dep_, place)
    name.dep_, name.head = dep, head
    move(office, "nmod", name)


def _is_office(noun: Token) -> bool:
    known, lemma = references(), noun.lemma_.lower()
    return lemma in known.offices or lemma in known.rulers or lemma in known.ranks


@cache
def _states() -> frozenset[str]:
    """The names of states."""
    entries = gazetteer().entries.values()
    return frozenset(name for e in entries if e.type == "Country" for name in e.names)
