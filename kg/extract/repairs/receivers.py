"""Mends who is given something, and for how long."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.parse.phrases import phrase_head
from kg.extract.repairs.subjects import move
from kg.gazetteer import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of two objects: "granted the journalist asylum".
GIVING = frozenset(
    "grant give hand send offer award deny promise lend pay deliver supply guarantee sell".split()
)
_TIMES = frozenset("minute hour day week month time".split())
# Who may be sent or offered, so that the name in front says whose they are.
_PERSONS = frozenset(
    "envoy ambassador delegation minister president leader negotiator team troop force soldier "
    "peacekeeper official diplomat mission job post role".split()
)


def receiver(name: Token) -> None:
    """As "granted Ann Lee asylum", "send Ukraine tanks": a name in front of what is given."""
    if not name.text[0].isupper():
        return
    thing = phrase_head(name)
    verb = thing.head
    if verb.lemma_ not in GIVING or name.left_edge.i != verb.i + 1:
        return
    if thing.dep_ == "dative" and thing.ent_type_ != "PERSON":  # "sold Cairo Rafale jets"
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > thing.i), thing)
    things = thing.dep_ == "dobj" and thing.tag_ in ("NN", "NNS") and thing.lemma_ not in _PERSONS
    person = name.ent_type_ == "PERSON" and name.head == thing
    if things and (person or _is_city(name) and _alone(thing, verb)):
        name.tag_ = "NNP"
        if name.head != thing:
            move(name.head, "compound", thing)
        move(name, "dative", verb)


def given(noun: Token) -> None:
    """Mend the objects of verbs that have two."""
    _beneficiary(noun)
    _term(noun)


def _beneficiary(name: Token) -> None:
    """As "left Chad no choice": the first of two objects is who gets the second."""
    verb = name.head
    left = verb.lemma_ == "leave"
    if left or verb.lemma_ in GIVING:
        things = (c for c in verb.children if c.dep_ == "dobj" and c.i > name.i)
        if next(things, None) is not None:
            name.dep_ = "dep" if left else "dative"  # nobody leaves for him


def _term(noun: Token) -> None:
    """As "gave the envoy of Chad 48 hours to leave": who is given a time is to do so in it."""
    verb = noun.head
    if verb.lemma_ not in GIVING or noun.lemma_ not in _TIMES:
        return
    objects = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < noun.i]
    if objects and not any(c.dep_ == "dative" for c in verb.children):
        objects[0].dep_ = "dative"
    for deed in noun.children:
        if deed.dep_ in ("relcl", "acl") and deed.tag_ == "VB":
            move(deed, "xcomp", verb)


def _is_city(name: Token) -> bool:
    return name.tag_ == "NNP" and name.ent_type_ == "GPE" or name.text in _capitals()


def _alone(thing: Token, verb: Token) -> bool:
    """Whether nothing says whose a thing is, nor to whom it goes ("sent Kyiv officials to")."""
    owned = any(c.tag_ in ("DT", "PRP$") or c.dep_ == "poss" for c in thing.children)
    return not owned and not any(c.lower_ == "to" and c.tag_ == "IN" for c in verb.children)


@cache
def _capitals() -> frozenset[str]:
    """How the capitals of states are called."""
    known = gazetteer()
    states = (entry for entry in known.entries.values() if entry.type == "Country")
    return frozenset(name for entry in states for name in known.capital_names(entry))
