"""Who says so: the speaker of the clause.

The quotation or the "according to" that holds a predicate; None for the author.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.actors import Actors
from kg.extract.attachments import accused
from kg.extract.names import Name
from kg.extract.quotations import Quotations
from kg.extract.scope import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_NAMING = frozenset("call describe declare proclaim style see consider present".split())
_BEFORE = ("amod", "compound", "nummod")
_VIEWS = frozenset("view opinion word assessment estimation judgement judgment account".split())
_SPEAKERS = (
    "Person",
    "Country",
    "DeFactoState",
    "IGO",
    "GovernmentBody",
    "Government",
    "Organisation",
    "MediaOutlet",
    "NGO",
    "Office",
    "PeopleGroup",
    "ArmedForce",
    "ArmedGroup",
    "Company",
    "PoliticalParty",
    "Court",
    "Bloc",
)


class Attribution:
    """The speakers of one document: `of(predicate)` gives the speaker's name, or None."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.actors = actors
        self.quotations = Quotations(doc, self._teller)

    def of(self, predicate: Token) -> Name | None:
        """The innermost speaker in whose words the predicate stands."""
        if namer := self._namer(predicate):
            return namer
        for verb, _ in self.governing(predicate):
            speaker = self.speaker(verb)
            if speaker is not None:
                return speaker
        return self._according(predicate) or self.quotations.speaker(predicate)

    def _namer(self, predicate: Token) -> Name | None:
        """As "Moscow calls itself the guarantor", "called it a puppet": who names is the source."""
        linked = predicate.head.lower_ == "as"
        verb = predicate.head.head if linked else predicate.head
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        named = linked or predicate.dep_ == "oprd" and objects
        if verb.lemma_ in _NAMING and (named or any(map(syntax.is_reflexive, verb.children))):
            return self.speaker(verb)
        return None

    def unnamed(self, predicate: Token) -> Iterator[Token]:
        """Passive verbs of saying without agent that hold the predicate.

        "is accused of", "was reported to".
        """
        for verb, _ in self.governing(predicate):
            if (
                syntax.is_verb(verb)
                and verb.lemma_ != "know"
                and syntax.is_passive(verb)
                and not any(c.dep_ == "agent" for c in verb.children)
            ):
                yield verb

    def speaker(self, verb: Token) -> Name | None:
        """Who says what a verb or noun of speech reports."""
        tokens = _quoted_as(verb) or (
            syntax.arguments(verb).subjects if syntax.is_verb(verb) else []
        )
        if not tokens:
            tokens = [child for child in verb.children if child.dep_ in ("nsubj", "poss")]
        for token in tokens:
            name = self._writer(token) or self._same_speaker(token) or self.actors.of(token)
            if name is not None and name.name and (name.type in _SPEAKERS or name.kind):
                return self.actors.fit(name, _SPEAKERS, agent=True) or name
        if not tokens and not syntax.is_verb(verb):
            teller = verb.head.head if verb.head.tag_ == "IN" else verb.head
            return self.speaker(teller) if syntax.is_verb(teller) else None
        if not tokens and verb.tag_ == "VBG":
            return self._earlier(verb)
        return self._just_before(verb) or _unnamed(tokens)

    def _same_speaker(self, token: Token) -> Name | None:
        """As "The ministry said … It added": the speaker of the sentence before goes on."""
        start = token.sent.start
        if token.lower_ not in ("it", "they") or not start:
            return None
        told = self._teller(token.doc[start - 1].sent)
        if told is None or told.type == "Person":
            return None
        return replace(told, start=token.i, end=token.i + 1, head=token.i, antecedent=told)

    def _writer(self, token: Token) -> Name | None:
        """As "a statement on the ministry's website said": whose statement it is."""
        if token.lemma_.lower() not in words("speech_nouns"):
            return None
        owner = self.actors.owner(token)
        for link, inner in () if owner else syntax.prepositional(token):
            if link in ("by", "from", "of", "on"):
                owner = self.actors.owner(inner) or self.actors.of(inner)
        return owner if owner is not None and owner.type in _SPEAKERS else None

    def _earlier(self, verb: Token) -> Name | None:
        """As "…, adding that": the speaker of the verb of saying before."""
        for token in reversed(list(verb.sent)):
            if (
                token.i < verb.i
                and token.lemma_.lower() in words("speech")
                and token.tag_ in ("VBD", "VBZ", "VBP")
            ):
                return self.speaker(token)
        return None

    def _just_before(self, verb: Token) -> Name | None:
        """As "…, White House Press Secretary Jay Carney said".

        The name right before a verb of saying that follows a comma.
        """
        name = self.actors.names.covering.get(verb.i - 1)
        if name is None or not name.name or name.type not in _SPEAKERS or name.adjective:
            return None
        start = name.start
        doc = verb.doc
        while start > verb.sent.start and doc[start - 1].tag_ in ("NN", "NNP", "JJ", "POS", "DT"):
            start -= 1
        return name if doc[start - 1].text in (",", "”", '"') and start > verb.sent.start else None

    def governing(self, predicate: Token) -> Iterator[tuple[Token, Token]]:
        """Verbs and nouns of speech above the predicate, innermost first.

        With the clause through which they hold it.
        """
        token = predicate
        while token.head != token:
            above, dep = token.head, token.dep_
            if dep in ("acl", "relcl") and _sums_up(above):
                return
            if (
                dep in ("ccomp", "xcomp", "parataxis", "pcomp", "advcl")
                or dep in ("acl", "relcl")
                and above.lemma_.lower() in words("speech_nouns")
            ):
                verb = _complemented(above) if dep == "pcomp" else above
                lemma = verb.lemma_.lower()
                if _promises(verb, token):
                    pass
                elif (
                    (lemma in words("speech") and (dep != "advcl" or _is_speech_advcl(token)))
                    or (lemma in words("requests") and token.tag_ == "VB")
                    or lemma in words("speech_nouns")
                    and (dep != "relcl" or _is_speech_advcl(token))
                ):
                    yield verb, token
            if dep in ("ccomp", "parataxis", "conj", "ROOT"):
                pass
            token = above
        # "…, the ministry said": the verb of saying hangs below the clause.
        for child in token.children:
            if (
                child.dep_ in ("parataxis", "ccomp", "dep")
                and child.lemma_.lower() in words("speech")
                and (child.i > predicate.i or token == predicate and _inserted(child))
                and not any(g.dep_ in ("dobj", "ccomp", "xcomp") for g in child.children)
            ):
                yield child, child

    def _according(self, predicate: Token) -> Name | None:
        """As "according to Kenya", "in Kenya's view"."""
        for token in predicate.sent:
            if token.lemma_.lower() in _VIEWS and token.head.lower_ in ("in", "by"):
                holder = self.actors.owner(token) if token.head.head in _above(predicate) else None
                if holder is not None and holder.type in _SPEAKERS:
                    return holder
            if token.lower_ == "according" and (
                token.head in predicate.ancestors
                or token.head == predicate
                or token.sent.root == token.head
            ):
                for inner in (t for t in token.subtree if t.dep_ == "pobj"):
                    name = self.actors.of(inner)
                    if name is not None and name.name and name.type in _SPEAKERS:
                        return name
                    if name is None:
                        return None
        return None

    def _teller(self, sentence: TokenSpan) -> Name | None:
        """The speaker whom a sentence names outside its quotation."""
        for token in sentence:
            if (
                token not in self.quotations
                and token.lemma_.lower() in words("speech")
                and syntax.is_verb(token)
            ):
                speaker = self.speaker(token)
                if speaker is not None:
                    return speaker
        return self._before_colon(sentence)

    def _of_words(self, sentence: TokenSpan) -> Name | None:
        """As "…, as he shows in his tweets:": whose words follow."""
        for token in sentence:
            if token.lemma_.lower() in words("speech_nouns"):
                holders = [child for child in token.children if child.dep_ == "poss"]
                if holders:
                    return self.actors.of(holders[0])
        return None

    def _before_colon(self, sentence: TokenSpan) -> Name | None:
        """As "Macron: “…”": the name that stands alone before a colon."""
        if sentence.text.rstrip().endswith(":") and (owner := self._of_words(sentence)):
            return owner
        name = self.actors.names.covering.get(sentence.start)
        colon = name is not None and name.end < sentence.end and sentence.doc[name.end].text == ":"
        return name if colon else None


def _quoted_as(verb: Token) -> list[Token]:
    """As "Reuters quoted a diplomat as saying": the diplomat, or "he was quoted as saying"."""
    outer = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    if outer is None or outer.lemma_ not in ("quote", "cite", "report"):
        return []
    return syntax.arguments(outer).objects[:1]


def _sums_up(noun: Token) -> bool:
    """As "…, a charge that Khartoum denies": a noun beside what somebody said, no part of it."""
    return noun.dep_ in ("appos", "npadvmod") and noun.lemma_ in words("charges")


def _complemented(preposition: Token) -> Token:
    """The verb or noun that the gerund after a preposition completes."""
    noun = preposition.head
    return noun.head if accused(noun) else noun


def _inserted(verb: Token) -> bool:
    """As "Sudan, Kenya said, had left": between two commas."""
    left, right = verb.left_edge.i, verb.right_edge.i
    if right + 1 >= len(verb.doc) or not left:
        return False
    return verb.doc[left].text == "," == verb.doc[right].text or (
        verb.doc[left - 1].text == "," and "," in (verb.doc[right].text, verb.doc[right + 1].text)
    )


def _above(predicate: Token) -> list[Token]:
    return [predicate, *predicate.ancestors]


def _promises(verb: Token, clause: Token) -> bool:
    """As "vowed to leave": a plan of the speaker's own, as "decided to leave" is."""
    return clause.dep_ == "xcomp" and clause.tag_ == "VB" and verb.lemma_ in words("promises")


def _is_speech_advcl(token: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in token.children)


def _unnamed(tokens: list[Token]) -> Name | None:
    """A speaker whom the article does not name.

    "the commentary says", "critics say", an unresolved "he said".
    """
    for token in tokens:
        if token.tag_ in ("NN", "NNS"):
            start = token.i
            while (
                start
                and token.doc[start - 1].head == token
                and token.doc[start - 1].dep_ in _BEFORE
            ):
                start -= 1
            type_ = "PeopleGroup" if token.tag_ == "NNS" else "Person"
            return Name(start, token.i + 1, token.i, type_, token.doc[start : token.i + 1].text)
        if token.lower_ in ("he", "she", "they"):
            return Name(token.i, token.i + 1, token.i, "Person", "unnamed speaker")
    return None
