"""Mends what the parser hung on a word beside the right one: targets, aims, appositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.parse.attachments import EFFORTS
from kg.extract.parse.phrases import PROPER
from kg.extract.repairs.subjects import move

if TYPE_CHECKING:
    from spacy.tokens import Token


def target(verb: Token) -> None:
    """As "made raids using jets against the rebels": whom the raids hit."""
    above = verb.head
    if verb.lemma_ != "use" or verb.tag_ != "VBG" or verb.nbor(-1).tag_ not in ("NN", "NNS"):
        return
    link = next((t for t in verb.subtree if t.lower_ == "against" and t.dep_ == "prep"), None)
    if link is not None and any(child.dep_ == "dobj" for child in above.children):
        move(link, "prep", above)


def aim(verb: Token) -> None:
    """As "leads the campaign to free Mosul": what the campaign is for."""
    noun = next((c for c in verb.head.children if c.dep_ == "dobj" and c.lemma_ in EFFORTS), None)
    if noun is not None and verb.left_edge.i == noun.i + 1 and verb.left_edge.lower_ == "to":
        move(verb, "acl", noun)


def one_of_many(noun: Token) -> None:
    """As "fighters of Wagner, a company": one is no apposition to many."""
    comma, many = noun.left_edge.i - 1, noun.head
    if noun.tag_ != "NN" or many.tag_ != "NNS" or noun.left_edge.lower_ not in ("a", "an"):
        return
    name = noun.doc[comma - 1]
    if noun.doc[comma].text == "," and name.tag_ in PROPER and many.is_ancestor(name):
        move(noun, "appos", name if name.dep_ == "pobj" else name.head)


def of_second(name: Token) -> None:
    """As "Hamas and its military wing, the Qassam Brigades": the name of what stands before it."""
    noun = name.doc[name.left_edge.i - 2]
    own = noun.tag_ == "NN" and any(child.dep_ == "poss" for child in noun.children)
    if own and noun.dep_ == "conj" and noun.head == name.head and name.tag_ in PROPER:
        move(name, "appos", noun)
