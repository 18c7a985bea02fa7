"""The status of what a predicate says: asserted, negated, planned, hypothetical or questioned.

Walks from the predicate up the parse and collects the cues of ontology/scopes.yaml that have it in their scope. Negation wins over
a question, a question over a hypothesis, a hypothesis over a plan; two negations make none ("did not refuse to").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.extract import syntax
from kg.model import Status
from kg.resources import load_yaml

if TYPE_CHECKING:
    from spacy.tokens import Token

Cue = tuple[Status, "Token"]
# Verbs whose object is over when they are done.
_ENDING = frozenset(
    "lift remove scrap abolish revoke rescind repeal waive undo reverse suspend halt freeze stop cancel ban block pause "
    "cease discontinue".split()
)
_FACTIVE_MARKS = frozenset(
    ("after", "since", "because", "as", "when", "while", "although", "though")
)


@cache
def scopes() -> Mapping[str, Mapping[str, Status] | frozenset[str]]:
    """The tables of scopes.yaml: word -> status, and sets of words."""
    data = load_yaml(resources.folder("ontology") / "scopes.yaml")
    tables: dict[str, Mapping[str, Status] | frozenset[str]] = {}
    for group, entries in data.items():
        if isinstance(entries, dict):
            tables[group] = {
                word: Status(status) for status, words in entries.items() for word in words
            }
        else:
            tables[group] = frozenset(entries)
    return tables


def _status(group: str, word: str) -> Status | None:
    table = scopes()[group]
    assert isinstance(table, Mapping)
    return table.get(word)


def words(group: str) -> frozenset[str]:
    """A plain list of scopes.yaml."""
    found = scopes()[group]
    assert isinstance(found, frozenset)
    return found


def status_of(
    predicate: Token, implied: Status | None = None, own: tuple[Token, ...] = ()
) -> tuple[Status, tuple[Token, ...]]:
    """The status of what the predicate says, and the tokens that make it so.

    `own` are words of the frame that matched: what they imply is the frame's to say.
    """
    words_of_frame = {predicate.i, *(token.i for token in own)}
    cues = [cue for cue in cues_over(predicate) if cue[1].i not in words_of_frame]
    negations = [token for status, token in cues if status is Status.NEGATED]
    others = {status for status, _ in cues if status is not Status.NEGATED} | (
        {implied} if implied else set()
    )
    tokens = tuple(dict.fromkeys(token for _, token in cues))
    if (len(negations) + (implied is Status.NEGATED)) % 2:
        return Status.NEGATED, tokens
    for status in (Status.QUESTIONED, Status.HYPOTHETICAL, Status.PLANNED):
        if status in others:
            return status, tokens
    return Status.ASSERTED, ()


def cues_over(predicate: Token) -> Iterator[Cue]:
    """All cues that have the predicate in their scope, from the inside out."""
    yield from _own(predicate)
    token = predicate
    nominal = predicate.tag_ in ("NN", "NNS", "NNP")
    while token.head != token:
        above = token.head
        yield from _between(token, above)
        if _closes(token):
            return
        if token.dep_ == "conj":
            yield from _shared(above)
        elif syntax.is_verb(above) and token.dep_ in ("xcomp", "ccomp", "pcomp"):
            yield from _own(above)
        elif above.tag_ == "JJ" and token.dep_ in ("xcomp", "ccomp", "prep"):
            yield from _own(above)
        elif (
            nominal
            and token.dep_ in ("dobj", "nsubjpass", "nsubj")
            and syntax.is_verb(above)
            and above.lemma_.lower() not in words("carriers")
        ):
            yield from _carrying(token, above, predicate)
            return
        elif token.dep_ == "dobj" and above.lemma_ == "have":
            yield from (cue for cue in _own(above) if cue[0] is Status.NEGATED)
        elif token.dep_ in (
            "dobj",
            "nsubjpass",
            "nsubj",
            "attr",
            "prep",
            "pobj",
            "amod",
            "compound",
            "poss",
            "acomp",
            "appos",
        ):
            yield from _carrying(token, above, predicate)
        token = above
    asked = syntax.is_verb(predicate) or predicate.dep_ in ("attr", "oprd", "acomp")
    if asked and any(t.text == "?" for t in predicate.sent[-3:]):
        yield Status.QUESTIONED, predicate.sent[-1]


def _closes(token: Token) -> bool:
    """Whether the scope of what is above ends here: a factive adverbial clause, a relative clause, an inserted remark."""
    if token.dep_ in ("relcl", "parataxis", "appos"):
        return True
    if token.dep_ == "acl":
        return token.tag_ != "VB"
    if token.dep_ == "advcl":
        return (
            not any(c.dep_ == "mark" and _status("markers", c.lower_) for c in token.children)
            and token.tag_ != "VB"
        )
    return False


def _own(token: Token) -> Iterator[Cue]:
    """Cues among the token's own children: negation, modals, adverbs, adjectives, "no"; and what its tense says."""
    if token.lemma_ == "rule" and any(child.lower_ == "out" for child in token.children):
        yield Status.NEGATED, token
    for child in token.children:
        word, dep = child.lower_, child.dep_
        if (
            dep == "neg"
            or _status("adverbs", word) is Status.NEGATED
            and dep in ("advmod", "preconj", "cc", "det")
        ):
            if not (word == "nor" and dep == "cc" and child.i > token.i):
                yield Status.NEGATED, child
        elif dep == "aux" and child.tag_ == "MD":
            if word in ("would", "'d") and _reported(token):
                yield Status.PLANNED, child
            elif status := _status("modals", word):
                yield status, child
        elif (
            dep == "aux" and word == "to" and token.dep_ in ("ROOT", "ccomp") and token.tag_ == "VB"
        ):
            yield Status.PLANNED, child
        elif dep == "advmod" and (status := _status("adverbs", word)):
            yield status, child
        elif dep == "det" and word in ("no", "neither"):
            yield Status.NEGATED, child
        elif dep in ("amod", "acomp") and (status := _status("adjectives", word)):
            yield status, child
        elif dep in ("dobj", "nsubjpass") and syntax.is_verb(token):
            none = [c for c in child.children if c.lower_ == "no" and c.dep_ == "det"]
            yield from ((Status.NEGATED, c) for c in none)
        elif dep in ("nsubj", "nsubjpass") and child.lower_ in ("nobody", "none", "no-one"):
            yield Status.NEGATED, child
    for longer in _no_longer(token):
        yield Status.NEGATED, longer
    if token.lower_ == "going" and any(c.dep_ == "xcomp" for c in token.children):
        yield Status.PLANNED, token


def _reported(token: Token) -> bool:
    """Whether "would" is the past of "will" in reported speech: "said it would send", without a condition."""
    told = (
        token.dep_ == "ccomp" and token.head.tag_ == "VBD" and token.head.lemma_ in words("speech")
    )
    return told and not any(t.lower_ in ("if", "unless") for t in token.sent)


def _no_longer(token: Token) -> list[Token]:
    adverbs = [c for c in token.children if c.dep_ == "advmod" and c.lower_ in ("longer", "more")]
    return [c for c in adverbs if any(inner.lower_ == "no" for inner in c.children)]


def _shared(above: Token) -> Iterator[Cue]:
    """Modals and negations before the first of coordinated verbs hold for all of them."""
    for status, token in _own(above):
        if token.dep_ == "aux":
            yield status, token


def _between(token: Token, above: Token) -> Iterator[Cue]:
    """Cues of the link itself: markers, prepositions such as "without", governing verbs and nouns."""
    dep = token.dep_
    for child in token.children:
        if child.dep_ == "mark" and (status := _status("markers", child.lower_)):
            yield status, child
    if dep == "pcomp" and above.lower_ in ("without",):
        yield Status.NEGATED, above
    if dep in ("xcomp", "ccomp") and syntax.is_verb(above):
        if _governs(token, above) and (status := _status("governors", above.lemma_.lower())):
            yield status, above
    elif (
        dep in ("xcomp", "ccomp", "acl")
        and above.tag_ in ("NN", "NNS")
        and (
            token.tag_ == "VB" or dep == "ccomp" or any(c.lower_ == "that" for c in token.children)
        )
    ):
        if status := _status("nouns", above.lemma_.lower()):
            yield status, above
            yield from (cue for cue in _own(above) if cue[0] is Status.NEGATED)
    elif dep in ("xcomp", "ccomp") and above.tag_ in ("JJ", "VBN"):
        if status := _status("adjectives", above.lower_):
            yield status, above
    elif (
        dep == "advcl"
        and token.tag_ == "VB"
        and not any(c.lower_ in _FACTIVE_MARKS for c in token.children if c.dep_ == "mark")
    ):
        if syntax.is_verb(above) and (status := _status("governors", above.lemma_.lower())):
            yield status, above
        elif above.tag_ not in ("VBD", "VBN"):
            yield Status.HYPOTHETICAL, token
    elif dep == "pcomp" and above.head.tag_ in ("NN", "NNS"):
        if status := _status("nouns", above.head.lemma_.lower()):
            yield status, above.head
            yield from (cue for cue in _own(above.head) if cue[0] is Status.NEGATED)
    elif dep == "pcomp" and syntax.is_verb(above.head):
        if status := _gerund(above, above.head):
            yield status, above.head


def _gerund(preposition: Token, verb: Token) -> Status | None:
    """ "prevented from leaving", "barred from", "talked about joining"."""
    status = _status("governors", verb.lemma_.lower())
    if preposition.lower_ == "from" or (
        preposition.lower_ in ("about", "on", "of", "for", "against")
        and status is Status.HYPOTHETICAL
        and verb.lemma_ != "warn"
    ):
        return status if preposition.lower_ != "from" or status is Status.NEGATED else None
    return None


def _governs(token: Token, above: Token) -> bool:
    """Whether the governor's status reaches the clause: "agreed to go", not "agreed that he went"."""
    status = _status("governors", above.lemma_.lower())
    finite = token.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in token.children
    )
    if above.lemma_ in (
        "warn",
        "tell",
        "insist",
        "announce",
        "sign",
        "vote",
        "believe",
        "think",
        "predict",
        "suspect",
        "support",
        "oppose",
        "discuss",
        "agree",
        "decide",
        "call",
        "order",
        "suggest",
        "expect",
        "fear",
        "hint",
    ):
        return (
            not finite
            or above.lemma_ in ("expect", "fear", "suspect", "suggest")
            and status is Status.HYPOTHETICAL
        )
    if status is Status.NEGATED:
        return True
    return not finite or status is Status.HYPOTHETICAL


def _carrying(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """Cues that reach an event noun through its phrase: "plans for an attack", "threatened an invasion", "no visit took place"."""
    if above.tag_ in ("NN", "NNS") and token.dep_ in ("prep", "pobj", "compound"):
        if status := _status("nouns", above.lemma_.lower()):
            yield status, above
        yield from (
            cue for cue in _own(above) if cue[0] is not Status.NEGATED or cue[1].dep_ == "det"
        )
    elif token.tag_ == "IN" and above.tag_ in ("NN", "NNS"):
        if status := _status("nouns", above.lemma_.lower()):
            yield status, above
    elif token.dep_ in ("attr", "oprd", "acomp") and syntax.is_verb(above):
        yield from _own(above)
    elif (
        syntax.is_verb(above)
        and predicate.tag_ in ("NN", "NNS", "VBG", "NNP")
        and _is_object(token)
    ):
        if predicate.lemma_.lower() in words("speech_nouns"):
            return
        if above.lemma_.lower() in _ENDING:
            yield Status.NEGATED, above
        elif status := _status("governors", above.lemma_.lower()):
            if above.lemma_ not in (
                "help",
                "support",
                "sign",
                "offer",
                "order",
                "allow",
                "fight",
                "work",
                "set",
                "announce",
                "end",
                "stop",
                "halt",
                "cease",
                "block",
                "insist",
                "tell",
                "reject",
                "discuss",
                "believe",
                "think",
                "mean",
                "negotiate",
                "agree",
                "oppose",
                "suggest",
            ):
                yield status, above
        if token.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
            yield from _own(above)


def _is_object(token: Token) -> bool:
    return token.dep_ in ("dobj", "nsubjpass") or (
        token.dep_ == "prep" and token.lower_ in ("for", "about", "of", "on", "to", "against")
    )
