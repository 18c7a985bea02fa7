"""Mends objects: what is held, what stands behind a judgement, what a report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.parse.phrases import is_verb
from kg.extract.repairs.subjects import move
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def held(state: Token) -> None:
    """As "held hostage the port of Aden": what is held is the object."""
    verb = state.head
    if state.lower_ not in ("hostage", "captive", "prisoner") or any(state.lefts):
        return
    thing = next((c for c in (*state.rights, *verb.rights) if c.i > state.i), None)
    if thing is not None and thing.tag_ in _NOUNS:
        move(thing, "dobj", verb)
        state.dep_ = "oprd"


def postponed(noun: Token) -> None:
    """As "rejected as baseless a report that": what is rejected stands behind the judgement."""
    link, start = noun.head, noun.left_edge
    if noun.dep_ == "dobj":
        verb = link.head
        if link.tag_ == "JJ" and is_verb(verb) and any(c.lower_ == "as" for c in link.children):
            move(noun, "dobj", verb)
        return
    if link.lower_ != "as" or not is_verb(link.head):
        return
    judged = any(c.i < start.i and c.dep_ in ("amod", "acomp", "pobj") for c in link.children)
    told = noun.lemma_ in words("speech_nouns") and any(c.dep_ == "acl" for c in noun.children)
    if judged and start.dep_ == "det" or told and start.tag_ == "JJ":
        move(noun, "dobj", link.head)


def content(verb: Token) -> None:
    """As "a report that Oman had left": what the report says, no relative clause."""
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        verb.dep_ = "acl"
