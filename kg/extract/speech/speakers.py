"""Whom a verb or a noun of speech names as the one who speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import Actors
from kg.extract.mentions.names import Name
from kg.extract.parse import syntax
from kg.extract.status.scope import negates
from kg.extract.words.references import references
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

SPEAKERS = (
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
_CLOSING = (",", "”", '"', "»")
_TITLES = ("NN", "NNP", "JJ", "POS", "DT", "PRP$")
_BEFORE = ("amod", "compound", "nummod")
_FINITE = ("VBD", "VBZ", "VBP")
_QUOTING = frozenset(("quote", "cite", "report"))
# Verbs by which a speaker goes on, and how many sentences behind the one that names the speaker.
_GOING_ON = frozenset("add continue conclude recall note write argue maintain".split())
_FAR = 3


class Speakers:
    """The speakers of one document. `quoted` tells whether a token stands in a quotation."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self.quoted: Callable[[Token], bool] = lambda token: False

    def of(self, verb: Token) -> Name | None:
        """Who says what a verb, noun or adjective of speech reports."""
        if verb.lower_ in words("convictions"):
            return self._of_adjective(verb)
        if not syntax.is_verb(verb):
            return self._of_noun(verb)
        if cited := self._cited(verb):
            return cited
        quoted = _quoted_as(verb)
        adding = verb.tag_ == "VBG" and not quoted and not _own_subject(verb)
        if adding and (earlier := self._earlier(verb)):
            return earlier
        tokens = quoted or syntax.arguments(verb).subjects
        if not tokens:
            ends = ("nsubj", "poss", *(("dobj",) if verb.lemma_ == "read" else ()))
            tokens = [child for child in verb.children if child.dep_ in ends]
        for token in tokens:
            if name := self._titled(token, verb) or self.named(token):
                return name
        return self._just_before(verb) or self._just_after(verb) or self._first_unnamed(tokens)

    def named(self, token: Token) -> Name | None:
        """The actor that a noun or pronoun names as one who may speak."""
        name = self._writer(token) or self._same_speaker(token) or self.actors.of(token)
        if name is None or not name.name or not (name.type in SPEAKERS or name.kind):
            return None
        return self.actors.fit(self._full(name), SPEAKERS, agent=True) or name

    def _full(self, name: Name) -> Name:
        """As "The president of Chad, Idriss Deby, … he added": the name, not the description."""
        first = name.antecedent
        if first is None or first.entry or first.type != "Person":
            return name
        better = self.actors.of(self.actors.names.doc[first.head])
        return replace(name, name=better.name) if better and better.type == "Person" else name

    def _of_noun(self, noun: Token) -> Name | None:
        """As "Kenya's claim that", "Kenya voiced hope that", "there are rumours that"."""
        above = noun.head.head if noun.head.tag_ == "IN" else noun.head
        told = syntax.is_verb(above) and noun.dep_ in ("dobj", "pobj")
        if told and negates(above):
            return self.of(above)
        if writer := self._writer(noun):
            return writer
        if told and (above.lemma_ in words("voicing") or above.lemma_ in words("speech")):
            return self.of(above)
        return self.unnamed(noun) if noun.lemma_.lower() in words("speech_nouns") else None

    def _of_adjective(self, adjective: Token) -> Name | None:
        """As "France is confident that"."""
        for token in syntax.surface_subjects(adjective):
            if name := self.named(token):
                return name
        return None

    def _cited(self, verb: Token) -> Name | None:
        """As "Reuters reported, citing a minister": the minister."""
        for child in verb.children:
            if child.tag_ == "VBG" and child.lemma_ in ("cite", "quote"):
                for token in syntax.arguments(child).objects:
                    if name := self.named(token):
                        return name
        return None

    def _same_speaker(self, token: Token) -> Name | None:
        """As "The ministry said … It added": who was the last to speak goes on."""
        if token.lower_ not in ("it", "they") or not _first_subject(token):
            return None
        start = token.sent.start
        for _ in range(_FAR if token.head.lemma_ in _GOING_ON else 1):
            if not start:
                return None
            before = token.doc[start - 1].sent
            if told := self.teller(before):
                fits = told.type != "Person" and (token.lower_ == "they" or _singular(told, token))
                return _again(told, token) if fits else None
            start = before.start
        return None

    def _writer(self, token: Token) -> Name | None:
        """As "a statement on the ministry's website said": whose statement it is."""
        if token.lemma_.lower() not in words("speech_nouns") | words("attitudes"):
            return None
        owner = self.actors.owner(token)
        for link, inner in () if owner else syntax.prepositional(token):
            if link in ("by", "from"):
                owner = self.actors.of(inner)
            elif link in ("of", "on"):
                owner = self.actors.owner(inner) or self.actors.of(inner)
        for child in () if owner else token.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and not _own_subject(child):
                makers = syntax.arguments(child).subjects
                owner = self.actors.of(makers[0]) if makers else None
        owner = owner or self._by(token)
        if owner is None or owner.type not in SPEAKERS and not owner.adjective:
            return None
        return self.actors.fit(owner, SPEAKERS, agent=True)

    def _by(self, token: Token) -> Name | None:
        """As "read a statement by the army": where the parser hangs "by" on the verb."""
        link = token.nbor(1) if token.i + 1 < len(token.doc) else token
        makers = [c for c in link.children if c.dep_ == "pobj"] if link.lower_ == "by" else []
        return self.actors.of(makers[0]) if makers else None

    def _earlier(self, verb: Token) -> Name | None:
        """As "…, adding that": the speaker of the verb of saying before."""
        for token in reversed(list(verb.sent)):
            if token.i < verb.i and token.tag_ in _FINITE and says(token):
                return self.of(token)
        return None

    def _titled(self, title: Token, verb: Token) -> Name | None:
        """As "the chief of Chad's General Staff Idriss Deby said": where the parser stops short."""
        names = self.actors.names
        name, office = names.covering.get(verb.i - 1), names.covering.get(title.i)
        if name is None or name.type != "Person" or name.start <= title.i or name == office:
            return None
        last = name.start - 1 - (title.doc[name.start - 1].tag_ == "POS")
        body = names.covering.get(last) or names.by_head.get(last)
        between = title.doc[title.i + 1 : name.start]
        of = title.i + 1 < name.start and title.nbor(1).lower_ in ("of", "for")
        whole = not any(t.text == "," or syntax.is_verb(t) for t in between)
        if body is None:  # "the commissioner for Human Rights Ann Lee"
            proper = title.doc[last].tag_ in ("NNP", "NNPS") and last > title.i + 1
            named = proper and not references().is_title(title.doc[last].text)
        else:
            named = body.type != "Person"
        return name if of and whole and named else None

    def _just_before(self, verb: Token) -> Name | None:
        """As "…, White House Press Secretary Jay Carney said".

        The name right before a verb of saying that follows a comma.
        """
        name = self.actors.names.covering.get(verb.i - 1)
        if name is None or not name.name or name.type not in SPEAKERS or name.adjective:
            return None
        start = name.start
        doc = verb.doc
        while start > verb.sent.start and doc[start - 1].tag_ in ("NN", "NNP", "JJ", "POS", "DT"):
            start -= 1
        return name if doc[start - 1].text in _CLOSING and start > verb.sent.start else None

    def _just_after(self, verb: Token) -> Name | None:
        """As "“…,” said Mr Idriss Deby, a lawyer": the name right behind an inverted verb."""
        doc, index = verb.doc, verb.i + 1
        if not verb.i or doc[verb.i - 1].text not in _CLOSING:
            return None
        while index < verb.sent.end - 1 and doc[index].tag_ in _TITLES and index - verb.i < 8:
            name = self.actors.names.covering.get(index)
            if name is not None and name.name and name.type in SPEAKERS and not name.adjective:
                return name
            index += 1
        return None

    def teller(self, sentence: TokenSpan) -> Name | None:
        """The speaker whom a sentence names outside its quotation."""
        for token in (sentence.root, *sentence):
            if self.quoted(token):
                continue
            if syntax.is_verb(token) and says(token):
                speaker = self.of(token)
            elif token.lower_ == "according":
                speaker = self.according(token)
            else:
                continue
            if speaker is not None:
                return speaker
        return self._before_colon(sentence)

    def according(self, token: Token) -> Name | None:
        """As "according to Kenya", "according to local media"; a plan or a law does not speak."""
        for inner in (t for t in token.subtree if t.dep_ == "pobj"):
            if name := self.named(inner):
                return name
            return None if inner.lemma_.lower() in words("rules") else self.unnamed(inner)
        return None

    def _before_colon(self, sentence: TokenSpan) -> Name | None:
        """As "Macron: “…”": the name that stands alone before a colon."""
        if sentence.text.rstrip().endswith(":") and (owner := self._of_words(sentence)):
            return owner
        name = self.actors.names.covering.get(sentence.start)
        colon = name is not None and name.end < sentence.end and sentence.doc[name.end].text == ":"
        return name if colon else None

    def _of_words(self, sentence: TokenSpan) -> Name | None:
        """As "…, as he shows in his tweets:": whose words follow."""
        for token in sentence:
            if token.lemma_.lower() in words("speech_nouns"):
                holders = [child for child in token.children if child.dep_ == "poss"]
                if holders:
                    return self.actors.of(holders[0])
        return None

    def _first_unnamed(self, tokens: list[Token]) -> Name | None:
        return next((name for token in tokens if (name := self.unnamed(token))), None)

    def unnamed(self, token: Token) -> Name | None:
        """A speaker whom the article does not name.

        "the commentary says", "critics say", "the Chancellor said", an unresolved "he said".
        """
        if token.lower_ in ("he", "she", "they"):
            return Name(token.i, token.i + 1, token.i, "Person", "unnamed speaker")
        if not token.tag_.startswith("NN") or token.lower_ in ("nobody", "none", "nothing"):
            return None
        start = token.i
        while start and token.doc[start - 1].head == token and token.doc[start - 1].dep_ in _BEFORE:
            start -= 1
        known = self.actors.names.by_head.get(token.i)
        type_ = "PeopleGroup" if token.tag_.endswith("S") else "Person"
        type_ = known.type if known is not None and known.type in SPEAKERS else type_
        return Name(start, token.i + 1, token.i, type_, token.doc[start : token.i + 1].text)


def says(verb: Token) -> bool:
    """Whether a verb is one of speech.

    "read" is where a text is its subject, "continued to attack" is no saying.
    """
    lemma = verb.lemma_.lower()
    if lemma == "continue" and any(c.dep_ == "xcomp" for c in verb.children):
        return False
    if lemma == "go":
        return _goes_on(verb)
    if lemma != "read":
        return lemma in words("speech")
    texts = words("speech_nouns")
    return any(c.dep_ in ("nsubj", "dobj") and c.lemma_.lower() in texts for c in verb.children)


def _goes_on(verb: Token) -> bool:
    """As "“…,” he went on": the particle ends what is said of the speaker."""
    index = verb.i + 1
    if index + 1 >= len(verb.doc) or verb.doc[index].lower_ != "on":
        return False
    return verb.doc[index + 1].text in (",", ".", ":", "“") and verb.tag_ in _FINITE


def _again(name: Name, token: Token) -> Name:
    """A pronoun as a mention of who has spoken before."""
    whole = name.antecedent or name
    return replace(name, start=token.i, end=token.i + 1, head=token.i, antecedent=whole)


def _singular(name: Name, token: Token) -> bool:
    return name.entry is not None or token.doc[name.head].tag_ not in ("NNS", "NNPS")


def _first_subject(token: Token) -> bool:
    """Whether nobody else has acted in the sentence yet."""
    sentence = token.sent
    before = token.doc[sentence.start : token.i]
    return token.dep_ == "nsubj" and not any(t.dep_ in ("nsubj", "nsubjpass") for t in before)


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _quoted_as(verb: Token) -> list[Token]:
    """As "Reuters quoted a diplomat as saying": the diplomat, or "he was quoted as saying"."""
    outer = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    if outer is None or outer.lemma_ not in _QUOTING:
        return []
    return syntax.arguments(outer).objects[:1]
