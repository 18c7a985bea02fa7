"""Who says so: the speaker of the clause.

The quotation or the "according to" that holds a predicate; None for the author.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import Actors
from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.parse.attachments import accused
from kg.extract.speech.quotations import Quotations
from kg.extract.speech.sources import Sources
from kg.extract.speech.speakers import Speakers, says
from kg.extract.status.markers import reminds
from kg.extract.status.scope import severed
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMING = frozenset("call describe declare proclaim style see consider present".split())
# Verbs whose passive names no teller ("is known to have left", "is expected to leave").
_UNTOLD = frozenset("know expect find show call describe consider rule ask".split())
# Prepositions of what a speaker does besides: "responded by leaving", "told them before leaving".
_MEANWHILE = frozenset("by before after since while when upon during without following".split())
_CLAUSAL = frozenset(("ccomp", "xcomp", "parataxis", "pcomp", "advcl", "acl", "relcl"))


class Attribution:
    """The speakers of one document: `of(predicate)` gives the speaker's name, or None."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.speakers = Speakers(actors)
        self.quotations = Quotations(doc, self.speakers.teller)
        self.speakers.quoted = self.quotations.__contains__
        self.sources = Sources(doc, self.speakers)

    def of(self, predicate: Token) -> Name | None:
        """The innermost speaker in whose words the predicate stands."""
        if namer := self._namer(predicate):
            return namer
        for verb, _ in self.governing(predicate):
            if speaker := self.speakers.of(verb):
                return speaker
        return self.sources.of(predicate) or self.quotations.speaker(predicate)

    def voice(self, token: Token) -> Name | None:
        """In whose own words a token stands: whom "I" and "we" mean there."""
        return self.quotations.speaker(token) or self.sources.answering(token)

    def _namer(self, predicate: Token) -> Name | None:
        """As "Moscow calls itself the guarantor", "called it a puppet": who names is the source."""
        linked = predicate.head.lower_ == "as"
        verb = predicate.head.head if linked else predicate.head
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        named = linked or predicate.dep_ == "oprd" and objects
        if verb.lemma_ in _NAMING and (named or any(map(syntax.is_reflexive, verb.children))):
            return self.speakers.of(verb)
        return None

    def unnamed(self, predicate: Token) -> Iterator[Token]:
        """Passive verbs of saying without agent that hold the predicate.

        "is accused of", "was reported to".
        """
        for verb, _ in self.governing(predicate):
            if (
                syntax.is_verb(verb)
                and verb.lemma_ not in _UNTOLD
                and syntax.is_passive(verb)
                and not any(c.dep_ == "agent" for c in verb.children)
            ):
                yield verb

    def governing(self, predicate: Token) -> Iterator[tuple[Token, Token]]:
        """Verbs, nouns and adjectives of speech above the predicate, innermost first.

        With the clause through which they hold it.
        """
        token = predicate
        while token.head != token:
            if token.dep_ in ("acl", "relcl") and _sums_up(token.head) or reminds(token.head):
                return
            teller = _teller(token) if token.dep_ in _CLAUSAL else None
            if teller is not None:
                yield teller, token
            token = token.head
        # "…, the ministry said": the verb of saying hangs below the clause.
        for clause in dict.fromkeys((token, predicate)):
            for child in clause.children:
                below = child.dep_ in ("parataxis", "ccomp", "dep") and says(child)
                behind = clause == token and child.i > predicate.i
                inside = clause == predicate and below and _inserted(child)
                if below and (behind or inside) and not _tells_more(child):
                    yield child, child


def _teller(clause: Token) -> Token | None:
    """The word of speech that holds a clause, if any."""
    above, dep = clause.head, clause.dep_
    verb = _complemented(above) if dep == "pcomp" else above
    lemma = verb.lemma_.lower()
    that = _that(clause)
    beside = dep == "pcomp" and above.lower_ in _MEANWHILE
    if beside or _promises(verb, clause) or severed(clause, verb):
        return None
    if says(verb) and dep not in ("acl", "relcl") and (dep != "advcl" or that):
        return verb
    if lemma in words("requests") and clause.tag_ == "VB" and dep not in ("acl", "relcl"):
        return verb
    if that and verb.head.lemma_ in ("cite", "quote"):
        return verb.head  # "reported, citing a minister, that"
    if _is_noun(verb):
        told = lemma in words("speech_nouns") or that and lemma in words("attitudes")
        return verb if told and (dep != "relcl" or that) else None
    if that and (verb.tag_ == "JJ" or syntax.is_verb(verb)):
        return _holder(verb)
    return None


def _holder(above: Token) -> Token | None:
    """As "is confident that", "made it clear that", "the fear is that", "reports emerged that"."""
    word = above.lower_
    if word == "clear" and above.head.lemma_ == "make":
        return above.head
    if word in words("convictions"):
        return above
    if syntax.is_verb(above) and not any(c.dep_ == "dobj" for c in above.children):
        nouns = words("speech_nouns") | words("attitudes")
        subjects = (c for c in above.children if c.dep_ in ("nsubj", "nsubjpass"))
        return next((c for c in subjects if _is_noun(c) and c.lemma_.lower() in nouns), None)
    return None


def _is_noun(token: Token) -> bool:
    return token.tag_ in ("NN", "NNS", "NNP")


def _that(clause: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)


def _promises(verb: Token, clause: Token) -> bool:
    """As "vowed to leave", "ruled out leaving": his own plan, as "decided to leave" is."""
    promised = clause.tag_ == "VB" and verb.lemma_ in words("promises")
    weighed = clause.tag_ == "VBG" and verb.lemma_ in ("consider", "rule")
    return clause.dep_ == "xcomp" and (promised or weighed)


def _sums_up(noun: Token) -> bool:
    """As "…, a charge that Khartoum denies": a noun beside what somebody said, no part of it."""
    summing = words("charges") | words("moves")
    return noun.dep_ in ("appos", "npadvmod") and noun.lemma_ in summing


def _complemented(preposition: Token) -> Token:
    """The verb or noun that the gerund after a preposition completes."""
    noun = preposition.head
    return noun.head if accused(noun) else noun


def _tells_more(verb: Token) -> bool:
    """As "Oman left, Kenya said it feared"; in "…, he told reporters" the object only listens."""
    own = ("ccomp", "xcomp") if verb.lemma_ == "tell" else ("dobj", "ccomp", "xcomp")
    return any(child.dep_ in own for child in verb.children)


def _inserted(verb: Token) -> bool:
    """As "Sudan, Kenya said, had left": between two commas."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    left, right = (
        min([c.left_edge.i for c in subjects], default=verb.left_edge.i),
        verb.right_edge.i,
    )
    if right + 1 >= len(verb.doc) or not left:
        return False
    return verb.doc[left].text == "," == verb.doc[right].text or (
        verb.doc[left - 1].text == "," and "," in (verb.doc[right].text, verb.doc[right + 1].text)
    )
