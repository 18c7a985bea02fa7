"""The status of what a predicate says: asserted, negated, planned, hypothetical or questioned.

Walks from the predicate up the parse and collects the cues of ontology/scopes.yaml that have it in
their scope. Negation wins over a question, a question over a hypothesis, a hypothesis over a plan;
two negations make none ("did not refuse to").
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
_PHRASAL = frozenset("dobj nsubjpass nsubj attr prep pobj amod compound poss acomp appos".split())
_ADVERBIAL = frozenset(("advmod", "preconj", "cc", "det"))
_EVENT = frozenset(("NN", "NNS", "VBG", "NNP"))
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


def negates(verb: Token) -> bool:
    """Whether a verb denies or ends what it governs ("denied reports that")."""
    return _status("governors", verb.lemma_.lower()) is Status.NEGATED


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
    while token.head != token:
        yield from _between(token, token.head)
        if _closes(token):
            return
        if _presupposed(token, token.head, predicate):
            return
        yield from _above(token, token.head, predicate)
        token = token.head
    asked = syntax.is_verb(predicate) or predicate.dep_ in ("attr", "oprd", "acomp")
    if asked and any(t.text == "?" for t in predicate.sent[-3:]):
        yield Status.QUESTIONED, predicate.sent[-1]


def _above(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """Cues of the word above that hold for the token below it."""
    dep = token.dep_
    clause = syntax.is_verb(above) and dep in ("xcomp", "ccomp", "pcomp")
    if dep == "conj":
        yield from _shared(above)
    elif clause or above.tag_ == "JJ" and dep in ("xcomp", "ccomp", "prep"):
        yield from _own(above)
    elif dep == "dobj" and above.lemma_ == "have":
        yield from (cue for cue in _own(above) if cue[0] is Status.NEGATED)
    elif dep in _PHRASAL:
        yield from _carrying(token, above, predicate)


def _presupposed(token: Token, above: Token, predicate: Token) -> bool:
    """Whether an event noun is what a verb is about, not what it brings about.

    "may join the sanctions" takes the sanctions for granted; "may impose sanctions" does not.
    """
    argument = token.dep_ in ("dobj", "nsubjpass", "nsubj") and syntax.is_verb(above)
    nominal = predicate.tag_ in ("NN", "NNS", "NNP")
    lemma = above.lemma_.lower()
    if nominal and argument and lemma in words("endings"):
        return above.tag_ == "VB"  # what is to be lifted is there
    return nominal and argument and lemma not in words("carriers")


def _closes(token: Token) -> bool:
    """Whether the scope of what is above ends here.

    A factive adverbial clause, a relative clause, an inserted remark.
    """
    if token.dep_ in ("relcl", "parataxis", "appos") or reminds(token.head):
        return True
    if token.dep_ == "acl":
        return token.tag_ != "VB"
    if token.dep_ != "advcl" or token.tag_ == "VB":
        return False
    return not any(c.dep_ == "mark" and _status("markers", c.lower_) for c in token.children)


def reminds(verb: Token) -> bool:
    """As "It will be recalled that", "We remind you that": the article's own words follow."""
    if verb.lemma_ not in words("reminders"):
        return False
    subjects = [c.lower_ for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return subjects in (["it"], ["we"]) or not subjects and verb.tag_ == "VB"


def _own(token: Token) -> Iterator[Cue]:
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
    """As "not", "never", "no troops", "nobody"; "nor" after the token negates what follows it."""
    word, dep = child.lower_, child.dep_
    adverb = _status("adverbs", word) is Status.NEGATED and dep in _ADVERBIAL
    later = word == "nor" and dep == "cc" and child.i > token.i
    none = dep in ("nsubj", "nsubjpass") and word in ("nobody", "none", "no-one")
    no = dep == "det" and word in ("no", "neither")
    if (dep == "neg" or adverb) and not later or none or no:
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
        status = Status.PLANNED if backshifted else _status("modals", word)
    elif dep == "aux" and word == "to" and token.tag_ == "VB" and token.dep_ in ("ROOT", "ccomp"):
        status = Status.PLANNED
    elif dep == "advmod" and _status("adverbs", word) is not Status.NEGATED:
        status = _status("adverbs", word)
    elif dep in ("amod", "acomp"):
        status = _status("adjectives", word)
    if status:
        yield status, child


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


def _shared(above: Token) -> Iterator[Cue]:
    """Modals and negations before the first of coordinated verbs hold for all of them."""
    yield from (cue for cue in _own(above) if cue[1].dep_ == "aux")


def _between(token: Token, above: Token) -> Iterator[Cue]:
    """Cues of the link itself: markers, "without", and the words that govern a clause."""
    dep = token.dep_
    for child in token.children:
        if child.dep_ == "mark" and (status := _status("markers", child.lower_)):
            yield status, child
    if dep in ("xcomp", "ccomp", "acl"):
        yield from _governing(token, above)
    elif dep == "advcl":
        yield from _purpose(token, above)
    elif dep == "pcomp":
        yield from _gerund(above)


def _governing(token: Token, above: Token) -> Iterator[Cue]:
    """The verb, noun or adjective on which a clause depends."""
    status = None
    if above.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in above.children):
        status = Status.NEGATED  # "has yet to agree"
    elif above.lemma_ == "be" and token.dep_ == "xcomp" and _to(token):
        status = Status.PLANNED  # "is to visit"
    elif syntax.is_verb(above) and token.dep_ != "acl":
        status = _status("governors", above.lemma_.lower()) if _governs(token, above) else None
    elif above.tag_ in ("NN", "NNS") and _clausal(token):
        yield from _noun_over(above)
    if above.tag_ in ("JJ", "VBN") and token.dep_ != "acl" and not syntax.is_verb(above):
        status = _status("adjectives", above.lower_)
    if status:
        yield status, above


def _to(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _clausal(token: Token) -> bool:
    """An infinitive or "that" clause below a noun, no participle."""
    that = any(c.lower_ == "that" for c in token.children)
    return token.tag_ == "VB" or token.dep_ == "ccomp" or that


def _noun_over(noun: Token) -> Iterator[Cue]:
    """The status that a noun gives to its clause: "plans to", "no plans to", "refusal to"."""
    told = noun.dep_ == "dobj" and noun.lemma_.lower() in words("speech_nouns")
    if told and _status("governors", noun.head.lemma_.lower()) is Status.NEGATED:
        yield Status.NEGATED, noun.head  # "denied reports that"
    if status := _status("nouns", noun.lemma_.lower()):
        yield status, noun
        yield from (cue for cue in _own(noun) if cue[0] is Status.NEGATED)


def _purpose(token: Token, above: Token) -> Iterator[Cue]:
    """An infinitive of purpose is open, unless the main verb tells what has happened."""
    factive = any(c.dep_ == "mark" and c.lower_ in _FACTIVE_MARKS for c in token.children)
    if token.tag_ != "VB" or factive:
        return
    status = _status("governors", above.lemma_.lower()) if syntax.is_verb(above) else None
    if status:
        yield status, above
    elif above.tag_ not in ("VBD", "VBN"):
        yield Status.HYPOTHETICAL, token


def _gerund(preposition: Token) -> Iterator[Cue]:
    """As "without leaving", "prevented from leaving", "talked about joining"."""
    above, word = preposition.head, preposition.lower_
    if word == "without":
        yield Status.NEGATED, preposition
    if above.tag_ in ("NN", "NNS"):
        none = ((Status.NEGATED, c) for c in above.children if c.lower_ == "no")
        yield from list(_noun_over(above)) or none
    elif word == "in" and (denied := _no_point(above)):
        yield Status.NEGATED, denied
    elif syntax.is_verb(above) and (status := _status("governors", above.lemma_.lower())):
        about = word in ("about", "on", "of", "for", "against") and above.lemma_ != "warn"
        hoped = about and status is Status.HYPOTHETICAL
        if hoped or word == "from" and status is Status.NEGATED:
            yield status, above


def _no_point(verb: Token) -> Token | None:
    """As "sees no point in meeting"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "attr") and child.lemma_ in ("point", "sense", "use", "reason"):
            return next((c for c in child.children if c.lower_ == "no"), None)
    return None


def _governs(token: Token, above: Token) -> bool:
    """Whether the governor's status reaches the clause, as it does in "agreed to go"."""
    finite = token.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in token.children
    )
    if not finite:
        return True
    status, lemma = _status("governors", above.lemma_.lower()), above.lemma_
    if lemma in words("tellers"):
        return lemma in ("expect", "fear", "suspect", "suggest") and status is Status.HYPOTHETICAL
    return status in (Status.NEGATED, Status.HYPOTHETICAL)


def _carrying(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """Cues that reach an event noun through its phrase: "plans for an attack"."""
    noun_above = above.tag_ in ("NN", "NNS")
    if noun_above and token.dep_ in ("prep", "pobj", "compound"):
        if status := _status("nouns", above.lemma_.lower()):
            yield status, above
        kept = (c for c in _own(above) if c[0] is not Status.NEGATED or c[1].dep_ == "det")
        yield from kept
    elif token.dep_ in ("attr", "oprd", "acomp") and syntax.is_verb(above):
        yield from _own(above)
    elif syntax.is_verb(above) and predicate.tag_ in _EVENT and _is_object(token):
        yield from _over_object(token, above, predicate)


def _over_object(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """The verb whose object an event noun is: "threatened an invasion", "lifted the ban"."""
    lemma = above.lemma_.lower()
    if predicate.lemma_.lower() in words("speech_nouns"):
        return
    if lemma in words("endings"):
        yield Status.NEGATED, above
    elif lemma not in words("plain") and (status := _status("governors", lemma)):
        yield status, above
    if token.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
        yield from _own(above)


def _is_object(token: Token) -> bool:
    linked = token.dep_ == "prep" and token.lower_ in ("for", "about", "of", "on", "to", "against")
    return token.dep_ in ("dobj", "nsubjpass") or linked
