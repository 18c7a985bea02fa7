"""Words of a parse and what stands right above and below them: verbs, phrases, coordination."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVES = frozenset(("who", "which", "that", "whom", "whose", "where"))
VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
# First words of prepositions of two words, whose second is none of the predicate's own.
COMPLEX = frozenset(("according", "due", "owing", "thanks", "because", "instead", "contrary"))

# Verbs whose "that" clause says what somebody is asked to do.
DEMANDING = frozenset("demand insist urge propose recommend request ask require suggest".split())
# Verbs whose object does what the infinitive says; all others leave it to their subject.
OBJECT_CONTROL = frozenset(
    "ask urge force tell order help allow let make press push encourage invite persuade "
    "convince compel instruct advise authorise authorize permit enable require want expect "
    "get warn lead cause request beg direct pressure pressurise pressurize lobby task command "
    "oblige prompt call appeal assist aid".split()
)
# What makes others fit to act, who may not act yet: "armed Chad to fight Sudan".
ENABLING = frozenset("arm equip train recruit hire prepare ready fund finance".split())
# Verbs that ask for somebody to do a thing.
ASKING_FOR = frozenset("call push press lobby appeal plead campaign clamour".split())
PROPER = ("NNP", "NNPS")
SUBJECT = ("nsubj", "nsubjpass")
FINITE = ("VBD", "VBZ", "VBP")


def is_verb(token: Token) -> bool:
    """Whether the token's tag is a verb's."""
    return token.tag_ in VERBAL


def is_reflexive(token: Token) -> bool:
    """Whether a token is "itself", "himself" and the like."""
    return token.tag_ == "PRP" and token.lower_.endswith(("self", "selves"))


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it below it, in order of the text."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" or (
            child.dep_ == "appos"
            and token.ent_type_ == "GPE"
            and child.ent_type_ == "GPE"
            and _listed(token)
        ):
            found.extend(conjuncts(child))
    return found


def _listed(token: Token) -> bool:
    return any(child.dep_ in ("cc", "conj") for child in token.subtree)


def governed(preposition: Token) -> list[Token]:
    """The heads of the noun phrases that a preposition governs, relative pronouns replaced."""
    return [
        token for child in preposition.children if child.dep_ == "pobj" for token in relative(child)
    ]


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """Pairs of preposition and governed head below a noun."""
    for child in token.children:
        if child.dep_ == "prep" or child.dep_ == "agent":
            for inner in governed(child):
                yield child.lower_, inner
            for inner in child.children:
                beside = inner.dep_ == "conj"  # "a member of NATO and of the EU"
                if beside or inner.dep_ == "prep" and child.lower_ not in COMPLEX:
                    yield from ((inner.lower_, token) for token in governed(inner))


def relative(token: Token) -> list[Token]:
    """The token, or the noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVES and token.tag_ in ("WP", "WDT", "WP$", "IN"):
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        if clause is not None:
            who = _person_before_of(clause.head) if token.lower_ == "who" else clause.head
            return members(who)
        # "it was India that boycotted the summit"
        if token.head.head.lemma_ == "be":
            return [c for c in token.head.head.children if c.dep_ == "attr"][:1] or [token]
    return [token]


def _person_before_of(noun: Token) -> Token:
    """As "the president of Ghana, who": no state is a "who"."""
    of = noun.head
    placed = noun.ent_type_ in ("GPE", "ORG", "LOC") and noun.dep_ == "pobj"
    return of.head if placed and of.lower_ == "of" and of.head.tag_ in ("NN", "NNP") else noun


def members(noun: Token) -> list[Token]:
    """As "one of the states that", "among those who agreed were A and B", "A and B, rivals who".

    Whom the sentence counts among a plural; else the plural itself.
    """
    above = noun.head
    if noun.dep_ == "appos" and noun.tag_ == "NNS" and above.tag_ in PROPER:
        return [above]
    plural = noun.tag_ in ("NNS", "DT") and noun.dep_ == "pobj"
    if plural and above.lower_ == "of" and above.head.lower_ == "one":
        noun = above.head
        above = noun.head
        if noun.dep_ == "appos" and above.tag_ in PROPER:
            return [above]
    counted = above.lower_ == "among" and plural
    verb = above.head if counted else above
    if verb.lemma_ == "be" and (counted or noun.dep_ == "attr" and noun.lower_ == "one"):
        return [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c != noun] or [noun]
    return [noun]


def relative_gap(verb: Token) -> Token | None:
    """The noun that a relative clause without a pronoun for it describes."""
    if verb.dep_ != "relcl" or verb.doc[verb.left_edge.i].lower_ in ("where", "when"):
        return None
    named = any(c.lower_ in RELATIVES and c.tag_ in ("WP", "WDT") for c in verb.subtree)
    return None if named else verb.head


def bare_infinitive(verb: Token) -> bool:
    """As "helped Ukraine rebuild": no "that", no modal verb and no "do not"."""
    finite = (c for c in verb.children if c.dep_ == "aux" and c.tag_ in ("MD", "VBP", "VBZ", "VBD"))
    marked = any(c.dep_ == "mark" for c in verb.children)
    return verb.tag_ == "VB" and not marked and not any(finite)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(child.lower_ == "to" and child.dep_ in ("aux", "mark") for child in verb.children)


def bare(verb: Token) -> bool:
    """Whether a verb is a gerund or an infinitive, which has its subject elsewhere."""
    return verb.tag_ in ("VBG", "VB")


def clause_of(token: Token) -> Token:
    """The verb that governs a token, or the head of its sentence."""
    for above in token.ancestors:
        if is_verb(above):
            return above
    return token


def phrase_head(token: Token) -> Token:
    """The noun that a token right after a verb belongs to."""
    while token.dep_ in ("compound", "det", "poss", "amod", "nmod") and token.head.i > token.i:
        token = token.head
    return token
