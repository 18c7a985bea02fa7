"""Whom a verb form or a sum belongs to, where the parser hangs it on another word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.parse.phrases import ASKING_FOR, SUBJECT, is_infinitive, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = ("GPE", "ORG", "PERSON", "NORP")
_JUDGES = frozenset(("court", "judge", "jury", "tribunal"))
_ACCUSING = frozenset("accuse suspect convict acquit absolve clear".split())
# What the subject is "to" or "of" doing something: "committed to defending the island".
INCLINED = frozenset(
    "committed dedicated devoted intent keen capable interested responsible guilty complicit "
    "instrumental notorious famous".split()
)
# What has an aim: "led the campaign to defeat the rebels".
EFFORTS = frozenset("effort campaign operation drive push fight bid mission offensive".split())
# Words before a noun that does what its infinitive says: "the first leader to visit".
_SINGLING = frozenset("first second third last latest next only sole".split())
_TOGETHER = frozenset(("together", "along", "jointly"))
_CLAUSES = ("acl", "relcl")
_MONEY = frozenset(
    "euro dollar pound yuan yen rouble ruble rupee franc crown dirham riyal zloty lira hryvnia "
    "million billion".split()
)


def accused(noun: Token) -> bool:
    """As "accused the migrants of belonging to a gang": whether "of" is said of the noun."""
    return noun.dep_ in ("dobj", "nsubjpass") and accuses(noun.head)


def accuses(verb: Token) -> bool:
    """Whether "of" after a verb names what somebody is said to have done."""
    return verb.lemma_ in _ACCUSING


def asked(verb: Token, asking: Token) -> list[Token]:
    """As "called for Rwanda to pull out": whom a verb asks for an infinitive."""
    if asking.lemma_ not in ASKING_FOR or not is_infinitive(verb):
        return []
    if not any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children):
        return []
    return [c for c in verb.children if c.dep_ in SUBJECT]


def demanded(verb: Token) -> bool:
    """As "demanded that Rwanda pull out", "insists that Israel must leave"."""
    modals = [c.lower_ for c in verb.children if c.tag_ == "MD"]
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return bool({"must", "should"} & set(modals)) or that and verb.tag_ in ("VB", "VBP")


def singled_out(noun: Token) -> list[Token]:
    """As "the first Korean leader to visit Tokyo": who does what the infinitive says.

    The noun itself, or whom it describes ("Finland became the latest state to join").
    """
    if not any(c.dep_ == "amod" and c.lower_ in _SINGLING for c in noun.children):
        return []
    if noun.dep_ == "attr":
        return [child for child in noun.head.children if child.dep_ == "nsubj"] or [noun]
    return [noun.head if noun.dep_ == "appos" else noun]


def payee(amount: Token) -> Token | None:
    """As "fined Meta 200 million euros", where Meta is parsed as a part of the sum."""
    if amount.lemma_.lower() not in _MONEY:
        return None
    number = next((c.i for c in amount.children if c.dep_ in ("nummod", "compound")), amount.i)
    return next(
        (
            child
            for child in amount.children
            if child.dep_ == "nmod" and child.tag_ in ("NNP", "NNPS", "NN") and child.i < number
        ),
        None,
    )


def companions(verb: Token, subjects: Sequence[Token]) -> list[Token]:
    """As "Together with Niger, Mali left the bloc": who does it beside the subjects."""
    return [
        inner
        for head in (verb, *subjects)
        for link in _links(head)
        if link.i < verb.i and _joins(link)
        for inner in link.children
        if inner.dep_ == "pobj" and inner.ent_type_
    ]


def _links(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "prep" or child.lower_ in _TOGETHER:
            yield child
            yield from (inner for inner in child.children if inner.dep_ == "prep")


def _joins(link: Token) -> bool:
    if link.lower_ == "with":
        return link.i > 0 and link.nbor(-1).lower_ in _TOGETHER
    return link.lower_ == "alongside"


def told_of(noun: Token) -> Token | None:
    """As "Hezbollah is a group that Iran arms": of whom a clause is told that a noun has."""
    if noun.dep_ != "attr" or noun.tag_ != "NN" or noun.head.lemma_ != "be":
        return None
    if not any(child.dep_ in _CLAUSES for child in noun.children):
        return None
    return next((child for child in noun.head.children if child.dep_ == "nsubj"), None)


def behind_clause(verb: Token, head: int) -> bool:
    """As "the rebels, led by Ann Lee, and the army": what is listed after a clause about the first.

    `head` is the token that may be in the list.
    """
    if verb.dep_ not in _CLAUSES or head <= verb.right_edge.i:
        return False
    noun = verb.head
    return noun.i < verb.i and any(t == noun for t in noun.doc[head].ancestors)


def heads_line(subject: Token) -> bool:
    """As "Haiti: Kenyan force retakes hospital": a place or topic before a colon does nothing."""
    after = subject.right_edge.i + 1
    inside = any(child.text == ":" for child in subject.children)
    return inside or after < len(subject.doc) and subject.doc[after].text == ":"


def lost_agents(objects: Sequence[Token], prepositions: Sequence[tuple[str, Token]]) -> list[Token]:
    """As "was granted asylum by Spain", where the parser takes the agent for an adverbial.

    As "was hit with tariffs by Oman", "was found guilty of fraud by a court": for a part of what
    stands before it.
    """
    if direct := [token for link, token in prepositions if link == "by" and _is_party(token)]:
        return direct
    said = [t for t in objects if t.dep_ == "oprd"]
    said += [t for link, t in prepositions if link == "with"]
    said += [t for noun in said for link, t in prepositional(noun) if link == "of"]
    return [t for noun in said for link, t in prepositional(noun) if link == "by" and _is_party(t)]


def _is_party(token: Token) -> bool:
    return token.ent_type_ in _NAMED or token.lemma_ in _JUDGES
