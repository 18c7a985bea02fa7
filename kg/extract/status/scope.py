"""The status of what a predicate says: asserted, negated, planned, hypothetical or questioned.

Walks from the predicate up the parse and collects the cues of ontology/scopes.yaml that have it in
their scope. Negation wins over a question, a question over a hypothesis, a hypothesis over a plan;
two negations make none ("did not refuse to").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.parse import attachments, syntax
from kg.extract.parse.phrases import ENABLING
from kg.extract.status.markers import (
    Cue,
    goes_on,
    judged,
    no_point,
    own_cues,
    predicated,
    reminds,
    shared_cues,
)
from kg.extract.words.scopes import status_in, words
from kg.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNREAL = (Status.PLANNED, Status.HYPOTHETICAL)
_PHRASAL = frozenset("dobj nsubjpass nsubj attr prep pobj amod compound poss acomp appos".split())
_EVENT = frozenset(("NN", "NNS", "VBG", "NNP"))
_ON_OCCASION = ("in", "during", "at", "after")
_SOME = ("a", "an", "any", "another")
_FACTIVE_MARKS = frozenset("after since because as when while although though".split())


def negates(verb: Token) -> bool:
    """Whether a verb denies or ends what it governs ("denied reports that")."""
    return status_in("governors", verb.lemma_.lower()) is Status.NEGATED


def status_of(
    predicate: Token, implied: Status | None = None, own: tuple[Token, ...] = ()
) -> tuple[Status, tuple[Token, ...]]:
    """The status of what the predicate says, and the tokens that make it so.

    `own` are words of the frame that matched: what they imply is the frame's to say.
    """
    words_of_frame = {predicate.i, *(token.i for token in own)}
    cues = [c for c in dict.fromkeys(cues_over(predicate)) if c[1].i not in words_of_frame]
    negations = [token for status, token in cues if status is Status.NEGATED]
    others = {status for status, _ in cues if status is not Status.NEGATED} | (
        {implied} if implied else set()
    )
    tokens = tuple(dict.fromkeys(token for _, token in cues))
    asked = any(s is Status.QUESTIONED and t.dep_ == "mark" and t.i < predicate.i for s, t in cues)
    if not asked and (len(negations) + (implied is Status.NEGATED)) % 2:
        return Status.NEGATED, tokens
    for status in (Status.QUESTIONED, Status.HYPOTHETICAL, Status.PLANNED):
        if status in others:
            return status, tokens
    return Status.ASSERTED, ()


def cues_over(predicate: Token) -> Iterator[Cue]:
    """All cues that have the predicate in their scope, from the inside out."""
    yield from own_cues(predicate)
    token, beside = predicate, False
    while token.head != token and not severed(token, token.head):
        if goes_on(token, token.head):
            return
        beside = beside or _is_beside(token)
        closed = _closes(token)
        taken = not closed and _presupposed(token, token.head, predicate)
        found = [*_between(token, token.head)]
        if taken:
            found += _imagined(token)
        elif not closed:
            found += _above(token, token.head, predicate)
        yield from (cue for cue in found if not (beside and cue[0] is Status.NEGATED))
        if closed or taken:
            return
        token = token.head
    asked = syntax.is_verb(predicate) or predicate.dep_ in ("attr", "oprd", "acomp")
    if asked and any(t.text == "?" for t in predicate.sent[-3:]):
        yield Status.QUESTIONED, predicate.sent[-1]


def _above(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """Cues of the word above that hold for the token below it."""
    dep = token.dep_
    clause = syntax.is_verb(above) and dep in ("xcomp", "ccomp", "pcomp")
    if dep == "conj":
        if not (_tensed(token) and any(c.dep_ == "nsubj" for c in token.children)):
            yield from shared_cues(above)
    elif clause and _finite(token) and above.lemma_ in words("speech"):
        yield from _unsaid(above)
    elif clause or above.tag_ == "JJ" and dep in ("xcomp", "ccomp", "prep"):
        yield from own_cues(above)
    elif dep == "advcl" and (token.tag_ == "VB" or _results(token)):
        # "would have done better to talk", "may strike, forcing them to leave"
        yield from (cue for cue in own_cues(above) if cue[0] in _UNREAL)
    elif dep == "dobj" and above.lemma_ in words("showing"):
        yield from (cue for cue in own_cues(above) if cue[0] is Status.NEGATED)
    elif dep in _PHRASAL:
        yield from _carrying(token, above, predicate)


def _is_beside(link: Token) -> bool:
    """As "refused to condemn Iran in a call with Iraq": there was a call all the same."""
    verb = link.head
    if link.dep_ != "prep" or link.lower_ not in _ON_OCCASION or not syntax.is_verb(verb):
        return False
    joined = verb.lemma_ in words("light") | words("engaging") | words("carriers")
    return not joined and any(child.dep_ == "dobj" for child in verb.children)


def _imagined(event: Token) -> Iterator[Cue]:
    """As "an attack on Iran could lead to war": nobody has attacked yet."""
    verb = event.head
    if event.dep_ == "nsubj" and any(c.lower_ in _SOME for c in event.children):
        yield from ((Status.HYPOTHETICAL, c) for c in verb.children if c.tag_ == "MD")


def _wanted(noun: Token) -> bool:
    """As "an end" in "called for an end", "demanded an end"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return status_in("governors", verb.lemma_.lower()) is Status.HYPOTHETICAL


def _unsaid(verb: Token) -> Iterator[Cue]:
    """As "could not confirm that"; "can confirm that" takes nothing from what is told."""
    for status, token in own_cues(verb):
        if status is Status.NEGATED:
            unsure = verb.lemma_ in words("unconfirmed")
            yield Status.QUESTIONED if unsure else Status.NEGATED, token


def _presupposed(token: Token, above: Token, predicate: Token) -> bool:
    """Whether an event noun is what a verb is about, not what it brings about.

    "may join the sanctions" takes the sanctions for granted; "may impose sanctions" does not.
    """
    argument = token.dep_ in ("dobj", "nsubjpass", "nsubj") and syntax.is_verb(above)
    nominal = predicate.tag_ in ("NN", "NNS", "NNP")
    lemma = above.lemma_.lower()
    if predicate.lemma_ in words("prospects"):
        return False
    if token.dep_ == "prep" and lemma in words("ends") and _wanted(above):
        return True  # "called for an end to the attacks": there are attacks
    if token.lower_ in ("in", "amid") and predicate.lemma_ in words("standing"):
        return predicate.head == token  # "may send envoys in its war with Chad": there is war
    if argument and status_in("nouns", predicate.lemma_.lower()) and _gives_up(above):
        return False
    if nominal and argument and lemma in words("endings"):
        return above.tag_ == "VB"  # what is to be lifted is there
    return nominal and argument and lemma not in words("carriers")


def _closes(token: Token) -> bool:
    """Whether the scope of what is above ends here.

    A factive adverbial clause, a relative clause, an inserted remark.
    """
    if reminds(token.head):
        return True
    if token.dep_ in ("relcl", "parataxis", "appos"):
        return not _striving(token)
    if token.dep_ == "ccomp" and any(c.lower_ in ("whether", "if") for c in token.children):
        return True  # "nobody knows whether it left"
    if token.dep_ == "acl":
        return token.tag_ != "VB"
    if token.dep_ != "advcl" or token.tag_ == "VB" or _results(token):
        return False
    return not any(c.dep_ == "mark" and status_in("markers", c.lower_) for c in token.children)


def _results(clause: Token) -> bool:
    """As "forcing Chad to leave" behind the main verb: no more real than that is."""
    behind = clause.tag_ == "VBG" and clause.i > clause.head.i
    return behind and clause.lemma_ in words("results")


def _between(token: Token, above: Token) -> Iterator[Cue]:
    """Cues of the link itself: markers, "without", and the words that govern a clause."""
    dep = token.dep_
    for child in token.children:
        if child.dep_ == "mark" and (status := _marked(child, token, above)):
            yield status, child
    if effort := _striving(token):
        vain = effort.lower_ in ("nothing", "little")
        yield Status.NEGATED if vain else Status.HYPOTHETICAL, effort
    elif dep in ("xcomp", "ccomp", "acl") or dep == "relcl" and _to(token):
        yield from _governing(token, above)
    elif dep == "advcl":
        yield from _purpose(token, above)
    elif dep == "pcomp":
        yield from _gerund(above)


def _marked(mark: Token, clause: Token, above: Token) -> Status | None:
    """What a conjunction makes of its clause; an embedded question asks, a choice is open."""
    asked = clause.dep_ == "ccomp" or above.lemma_ == "ask" and clause.i > above.i
    asked = asked and mark.lower_ in ("whether", "if")
    asked = asked or clause.dep_ == "pcomp" and mark.lower_ == "whether"
    open_ = above.lemma_ in words("choices") or above.head.lemma_ in words("choices")
    return Status.QUESTIONED if asked and not open_ else status_in("markers", mark.lower_)


def severed(clause: Token, above: Token) -> bool:
    """As "Iran left; Iraq doubts it": two sentences, whatever the parser makes of them.

    So is what an object sums up, "Iran left, a claim that Iraq denies", and what a colon leads in.
    """
    if clause.i > above.i:
        first = clause.left_edge.i
        colon = any(t.text == ":" for t in above.doc[first - 1 : first + 1])
        return colon and above.lemma_ not in words("speech")
    between = above.doc[clause.i : above.i]
    summed = (c for c in above.children if c.dep_ == "dobj" and clause.i < c.i < above.i)
    charges = (words("charges"), words("moves"), words("speech_nouns"))
    return any(t.text == ";" for t in between) or any(
        c.lemma_ in listed for c in summed for listed in charges
    )


def _governing(token: Token, above: Token) -> Iterator[Cue]:
    """The verb, noun or adjective on which a clause depends."""
    status = None
    if above.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in above.children):
        status = Status.NEGATED  # "has yet to agree"
    elif above.lemma_ == "be" and (noun := _subject_noun(above)):
        yield from _noun_over(noun)  # "the fear is that", "the aim is to"
    elif above.lemma_ == "be" and token.dep_ == "xcomp" and _to(token):
        status = Status.PLANNED  # "is to visit"
    elif syntax.is_verb(above) and token.dep_ != "acl":
        status = _governor(above) if _governs(token, above) else None
    elif above.tag_ in ("NN", "NNS") and _clausal(token):
        yield from _noun_over(above)
    if above.tag_ in ("JJ", "VBN") and token.dep_ != "acl" and not syntax.is_verb(above):
        status = predicated(above.lower_)
    if status:
        yield status, above


def _governor(verb: Token) -> Status | None:
    """The status that a verb gives to its clause, with its particle if it has one."""
    return _with_particle(verb) or status_in("governors", verb.lemma_.lower())


def _with_particle(verb: Token) -> Status | None:
    """As "put off", "held off on"."""
    words_ = (c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod"))
    found = (status_in("particles", f"{verb.lemma_.lower()}-{word}") for word in words_)
    return next((status for status in found if status), None)


def _subject_noun(verb: Token) -> Token | None:
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and c.tag_ in ("NN", "NNS"))
    return next((c for c in subjects if status_in("nouns", c.lemma_.lower())), None)


def _to(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _clausal(token: Token) -> bool:
    """An infinitive or "that" clause below a noun, no participle."""
    that = any(c.lower_ == "that" for c in token.children)
    return token.tag_ == "VB" or token.dep_ == "ccomp" or that


def _noun_over(noun: Token) -> Iterator[Cue]:
    """The status that a noun gives to its clause: "plans to", "no plans to", "refusal to"."""
    aimed = noun.lemma_ in attachments.EFFORTS  # "the campaign to defeat the rebels"
    status = Status.HYPOTHETICAL if aimed else status_in("nouns", noun.lemma_.lower())
    told = status or noun.lemma_.lower() in words("speech_nouns")
    if noun.dep_ == "dobj" and told and _gives_up(noun.head):
        yield Status.NEGATED, noun.head  # "denied reports that", "dropped plans to"
    if status:
        yield status, noun
        yield from (cue for cue in own_cues(noun) if cue[0] is Status.NEGATED)
    else:
        yield from ((Status.NEGATED, c) for c in noun.children if c.lower_ == "no")


def _gives_up(verb: Token) -> bool:
    return _governor(verb) is Status.NEGATED or verb.lemma_.lower() in words("endings")


def _striving(clause: Token) -> Token | None:
    """As "doing everything to leave", "did nothing to help", "doing what it can to leave"."""
    above = clause.head
    verb = above.head if clause.dep_ == "relcl" else above
    if verb.lemma_ != "do" or not _to(clause):
        return None
    return next((c for c in verb.subtree if c.lower_ in words("efforts") and c.i < clause.i), None)


def _purpose(token: Token, above: Token) -> Iterator[Cue]:
    """An infinitive of purpose is open, unless the main verb tells what has happened."""
    factive = any(c.dep_ == "mark" and c.lower_ in _FACTIVE_MARKS for c in token.children)
    if token.tag_ == "VBG" and (put_off := _with_particle(above)):
        yield put_off, above
    if token.tag_ != "VB" or factive:
        return
    status = _governor(above) if syntax.is_verb(above) else None
    if status:
        yield status, above
    elif above.lower_ == "were" and above.dep_ == "advcl":
        yield Status.HYPOTHETICAL, above  # "Were Oman to leave"
    elif above.tag_ in ("NN", "NNS"):
        yield from _noun_over(above)
    elif above.lemma_ == "be" and (noun := _subject_noun(above)):
        yield from _noun_over(noun)
    elif above.tag_ not in ("VBD", "VBN") or above.lemma_ in ENABLING:
        yield Status.HYPOTHETICAL, above


def _gerund(preposition: Token) -> Iterator[Cue]:
    """As "without leaving", "prevented from leaving", "talked about joining"."""
    above, word = preposition.head, preposition.lower_
    if word == "without":
        yield Status.NEGATED, preposition
    if above.tag_ in ("NN", "NNS"):
        none = ((Status.NEGATED, c) for c in above.children if c.lower_ == "no")
        yield from list(_noun_over(above)) or none
    elif word == "in" and (denied := no_point(above)):
        yield Status.NEGATED, denied
    elif syntax.is_verb(above) and (status := _governor(above)):
        about = word in ("about", "on", "of", "for", "against") and above.lemma_ != "warn"
        hoped = about and status is Status.HYPOTHETICAL
        if hoped or _with_particle(above) or word == "from" and status is Status.NEGATED:
            yield status, above


def _governs(token: Token, above: Token) -> bool:
    """Whether the governor's status reaches the clause, as it does in "agreed to go"."""
    if not _finite(token):
        return not judged(token)
    status, lemma = status_in("governors", above.lemma_.lower()), above.lemma_
    if lemma in words("tellers"):
        return lemma in ("expect", "fear", "suspect", "suggest") and status is Status.HYPOTHETICAL
    return status in (Status.NEGATED, Status.HYPOTHETICAL, Status.QUESTIONED)


def _tensed(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP")


def _finite(clause: Token) -> bool:
    return _tensed(clause) or any(
        c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in clause.children
    )


def _carrying(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """Cues that reach an event noun through its phrase: "plans for an attack"."""
    noun_above = above.tag_ in ("NN", "NNS")
    if noun_above and token.dep_ in ("prep", "pobj", "compound"):
        if status := status_in("nouns", above.lemma_.lower()):
            yield status, above
        elif above.lemma_ in words("disputes") and predicate.lemma_ in words("prospects"):
            yield Status.HYPOTHETICAL, above
        kept = (c for c in own_cues(above) if c[0] is not Status.NEGATED or c[1].dep_ == "det")
        yield from kept
    elif token.dep_ in ("attr", "oprd", "acomp") and syntax.is_verb(above):
        yield from own_cues(above)
    elif syntax.is_verb(above) and predicate.tag_ in _EVENT and _is_object(token):
        yield from _over_object(token, above, predicate)


def _over_object(token: Token, above: Token, predicate: Token) -> Iterator[Cue]:
    """The verb whose object an event noun is: "threatened an invasion", "lifted the ban"."""
    lemma = above.lemma_.lower()
    if predicate.lemma_.lower() in words("speech_nouns"):
        return
    if lemma == "announce" and predicate.lemma_.lower() in words("held"):
        yield Status.PLANNED, above
    given_up = status_in("nouns", predicate.lemma_.lower()) and _gives_up(above)
    if given_up or lemma in words("endings"):
        yield Status.NEGATED, above
    elif predicate.lemma_ in words("prospects"):
        if status_in("governors", lemma):
            yield Status.HYPOTHETICAL, above
    elif lemma not in words("plain") and (status := status_in("governors", lemma)):
        yield status, above
    if token.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
        yield from own_cues(above)


def _is_object(token: Token) -> bool:
    linked = token.dep_ == "prep" and token.lower_ in ("for", "about", "of", "on", "to", "against")
    return token.dep_ in ("dobj", "nsubjpass") or linked
