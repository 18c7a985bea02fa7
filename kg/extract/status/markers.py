"""What a predicate's own words say of its status.

"not", "may", "will", "perhaps": the cues among the children of one token.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.parse import syntax
from kg.extract.words.scopes import status_in, words
from kg.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

Cue = tuple[Status, "Token"]
_ADVERBIAL = frozenset(("advmod", "preconj", "cc", "det"))


def own_cues(token: Token) -> Iterator[Cue]:
    """Cues among the token's own children, and what its form says."""
    if token.lemma_ == "rule" and any(child.lower_ == "out" for child in token.children):
        yield Status.NEGATED, token
    for child in token.children:
        yield from _negation(child, token)
        yield from _modality(child, token)
    for longer in _no_longer(token):
        yield Status.NEGATED, longer
    if token.lower_ == "going" and any(c.dep_ == "xcomp" for c in token.children):
        yield Status.PLANNED, token


def _negation(child: Token, token: Token) -> Iterator[Cue]:
    """As "not", "never", "no troops", "nobody"; "nor" after the token negates what follows it.

    "Not only has it left" denies nothing; "would not have left if" tells of what has happened.
    """
    word, dep = child.lower_, child.dep_
    if word == "not" and child.doc[child.i : child.i + 2].text.lower().endswith("only"):
        return
    adverb = status_in("adverbs", word) is Status.NEGATED and dep in _ADVERBIAL
    later = word == "nor" and dep == "cc" and child.i > token.i
    none = dep in ("nsubj", "nsubjpass") and word in ("nobody", "none", "no-one")
    no = dep == "det" and word in ("no", "neither")
    if (dep == "neg" or adverb) and not later or none or no:
        if token.lemma_ in ("expect", "schedule", "due") and _before_when(token):
            yield Status.PLANNED, child
        elif not _unreal(token):
            yield Status.NEGATED, child
    elif dep in ("dobj", "nsubjpass", "nsubj") and syntax.is_verb(token):
        nothing = [
            c
            for c in child.children
            if c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj")
        ]
        yield from ((Status.NEGATED, c) for c in nothing)


def _modality(child: Token, token: Token) -> Iterator[Cue]:
    """As "may", "will", "is to", "perhaps", "a possible attack"."""
    word, dep = child.lower_, child.dep_
    status = None
    if dep == "aux" and child.tag_ == "MD":
        backshifted = word in ("would", "'d") and _reported(token)
        status = Status.PLANNED if backshifted else status_in("modals", word)
    elif dep == "aux" and word in ("had", "were", "should") and _inverted(child, token):
        status = Status.HYPOTHETICAL
    elif _to_come(child, token) or _soon(child, token):
        status = Status.PLANNED
    elif dep == "advmod" and status_in("adverbs", word) is not Status.NEGATED:
        status = status_in("adverbs", word)
    elif dep == "amod":
        status = status_in("adjectives", word)
    elif dep == "acomp":
        status = predicated(word)
    elif dep == "det" and word == "any":  # "would not accept any deployment"
        status = Status.HYPOTHETICAL
    if status:
        yield status, child


def predicated(adjective: str) -> Status | None:
    """The status that an adjective gives to what it says of a subject."""
    return status_in("predicates", adjective) or status_in("adjectives", adjective)


def judged(clause: Token) -> bool:
    """As "considers Chad to be an enemy": how somebody sees what is."""
    above = clause.head
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    seen = above.lemma_ in words("judging") and (own or syntax.is_passive(above))
    return seen and clause.lemma_ == "be"


def _to_come(child: Token, token: Token) -> bool:
    """As the headline's "Macron to visit Armenia"."""
    to = child.dep_ == "aux" and child.lower_ == "to" and token.tag_ == "VB"
    return to and token.dep_ in ("ROOT", "ccomp") and not judged(token)


def _inverted(auxiliary: Token, verb: Token) -> bool:
    """As "Had Japan left, …": an auxiliary before the subject of an adverbial clause."""
    subjects = [c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return verb.dep_ == "advcl" and bool(subjects) and auxiliary.i < subjects[0]


def _before_when(verb: Token) -> bool:
    """As "is not expected before May", "is not due until May": then it will be."""
    below = (c for c in verb.subtree if c.i > verb.i and c.dep_ in ("prep", "mark"))
    return any(c.lower_ in ("before", "until", "till") for c in below)


def _unreal(verb: Token) -> bool:
    """As "would not have left if", "Had it won, it would not have left": under a past condition."""
    below = {c.lower_: c for c in verb.children if c.dep_ == "aux"}
    if verb.tag_ != "VBN" or "have" not in below or not {"would", "could", "might"} & set(below):
        return False
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(
        c.lower_ in ("if", "had", "were") and c.dep_ in ("mark", "aux") or clause.lower_ == "were"
        for clause in clauses
        for c in clause.children
    )


def _soon(child: Token, token: Token) -> bool:
    """As "meets him next week", "is leaving tomorrow": the present tense of what is to come."""
    if child.dep_ not in ("npadvmod", "advmod") or token.tag_ not in ("VBZ", "VBP", "VBG"):
        return False
    past = any(c.tag_ == "VBD" for c in token.children)
    soon = child.lower_ == "tomorrow" or any(c.lower_ == "next" for c in child.children)
    return soon and not past


def _reported(token: Token) -> bool:
    """Whether "would" is the past of "will" in reported speech, without a condition."""
    above = token.head
    said = above.tag_ == "VBD" and above.lemma_ in words("speech")
    held = above.lower_ in words("convictions") or above.lemma_ in words("attitudes")
    told = token.dep_ == "ccomp" and said or token.dep_ in ("ccomp", "acl") and held
    return told and not any(t.lower_ in ("if", "unless") for t in token.sent)


def _no_longer(token: Token) -> list[Token]:
    adverbs = [c for c in token.children if c.dep_ == "advmod" and c.lower_ in ("longer", "more")]
    return [c for c in adverbs if any(inner.lower_ == "no" for inner in c.children)]


def shared_cues(above: Token) -> Iterator[Cue]:
    """Modals and negations before the first of coordinated verbs hold for all of them."""
    yield from (cue for cue in own_cues(above) if cue[1].dep_ == "aux")


def goes_on(clause: Token, verb: Token) -> bool:
    """As "should stop bombing", "was urged to stop bombing": what is to end is done now."""
    if clause.tag_ != "VBG" or verb.tag_ != "VB" or verb.lemma_ not in words("endings"):
        return False
    asked = status_in("governors", verb.head.lemma_) if verb.dep_ == "xcomp" else None
    return Status.HYPOTHETICAL in (asked, *(status for status, _ in own_cues(verb)))


def no_point(verb: Token) -> Token | None:
    """As "sees no point in meeting"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "attr") and child.lemma_ in ("point", "sense", "use", "reason"):
            return next((c for c in child.children if c.lower_ == "no"), None)
    return None


def reminds(verb: Token) -> bool:
    """As "It will be recalled that", "We remind you that": the article's own words follow."""
    if verb.lemma_ not in words("reminders"):
        return False
    subjects = [c.lower_ for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return subjects in (["it"], ["we"]) or not subjects and verb.tag_ == "VB"
