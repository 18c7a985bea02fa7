"""Lists: "The following banks were sanctioned: A, B and C", "They include A and B".

What a clause says of a plural befalls each of those who are listed, there or in a sentence after.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name, Names
from kg.extract.parse.index import find
from kg.extract.words.descriptions import descriptions
from kg.extract.words.references import references

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_LISTING = frozenset(("include", "comprise", "name", "list", "be"))
_BEGINNING = frozenset((":", "including", "as"))
_LISTS = frozenset(("list", "names", "blacklist"))
_PRONOUNS = frozenset(("they", "these", "those", "them"))
_PARTS = {
    "Person": "person",
    "Country": "state",
    "DeFactoState": "state",
    "City": "place",
    "Region": "place",
}
_KINDS = {
    **dict.fromkeys(("Person", "PeopleGroup", "ArmedForce", "GovernmentBody", "Office"), "person"),
    **dict.fromkeys(("Company", "Organisation", "MediaOutlet", "NGO", "PoliticalParty"), "body"),
    "ArmedGroup": "body",
    "City": "place",
    "Region": "place",
}
_GROUPS = {"state": "state", "person": "person", "company": "body"}
_BODIES = frozenset(
    "Company Organisation MediaOutlet NGO PoliticalParty ArmedGroup GovernmentBody".split()
)
_ENTITIES = frozenset(("entity", "institution", "target", "outlet"))
_UNSURE = frozenset(("Organisation", "City", "Region", "Place", "Facility"))
_BREAKS = frozenset((",", ";", "and", "or", "&"))
_BULLETS = frozenset(("-", "–", "—", "•", "*", "·"))
_ENDING = frozenset(("who", "which", "that", "whose", "where", "owned", "but", "."))
_LINKS = frozenset("of to for in at with by near from about on".split())
_NEW = frozenset(("a", "an", "his", "her", "its", "their"))
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_NEAR, _FAR, _BESIDE = 2, 5, 8


class Listings:
    """The lists of one document, by the plural nouns whose members they name."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        self._groups = references().groups
        self._titles = references().offices | references().rulers
        self._sentences: list[TokenSpan] = list(doc.sents)
        self._members: dict[int, list[Name]] = {}
        self._whole: set[int] = set()
        starts = [sentence.start for sentence in self._sentences]
        for token in find(doc, lower=_BEGINNING, lemma=_LISTING):
            self._read(token, bisect_right(starts, token.i) - 1)

    def complete(self, token: Token) -> bool:
        """Whether the members that are listed of a plural are all that it means."""
        return token.i in self._whole

    def of(self, token: Token) -> list[Name]:
        """The members that the document lists of a plural, as mentions there."""
        return [
            name
            if name.start > token.i and self.doc[name.start].sent == token.sent
            else replace(name, start=token.i, end=token.i + 1, head=token.i, antecedent=name)
            for name in self._members.get(token.i, ())
        ]

    def _read(self, token: Token, number: int) -> None:
        if token.text == ":":
            self._after_colon(token, number)
        elif token.lemma_ in _LISTING and token.tag_ in _FINITE:
            self._after_verb(token, number)
        elif token.lower_ == "including" or token.lower_ == "as" and _such(token):
            self._including(token)

    def _after_colon(self, colon: Token, number: int) -> None:
        """As "arrested three journalists: A, B and C"."""
        before = [t for t in self._sentences[number] if t.i < colon.i]
        if before and before[-1].lemma_ in _LISTING:
            return
        nouns = [t for t in before if t.tag_ == "NNS" and self._kind(t)]
        marked = [t for t in nouns if _following(t)] or [
            t for t in nouns if _numeral(t) or t.i == colon.i - 1
        ]
        if len(marked) == 1:
            members = self._items(colon.i + 1, self._kind(marked[0]))
            if len(members) > 1:
                self._add(marked[0], members, whole=True)

    def _including(self, word: Token) -> None:
        """As "officials, including A and B", "states such as A and B"."""
        for index in range(word.i - 1, max(word.sent.start - 1, word.i - _BESIDE), -1):
            noun = self.doc[index]
            first = self._first(word.i + 1) if noun.tag_ == "NNS" else None
            if first is not None and self._may_be(noun, first):
                kind = _PARTS.get(first.type, "body")
                self._add(noun, self._items(word.i + 1, kind), whole=False)
            if first is not None:
                return

    def _may_be(self, noun: Token, name: Name) -> bool:
        """Whether a name can be one of those whom a plural means."""
        kind = _PARTS.get(name.type, "body")
        mixed = self._groups.get(noun.lemma_.lower()) == "any" and kind != "place"
        return mixed or self._kind(noun) == kind

    def _after_verb(self, verb: Token, number: int) -> None:
        """As "the officials are: A and B", "they include A", "among them are A and B"."""
        among = [c for c in verb.children if c.lower_ == "among" and c.i < verb.i]
        holders = [t for c in among for t in c.children if t.dep_ == "pobj"]
        subjects = holders or [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
        if not subjects:
            return
        whole = verb.lemma_ == "be" and not among
        start = verb.i + 1 + (verb.nbor().text == ":" if verb.i + 1 < len(self.doc) else 0)
        for anchor, kind in self._anchors(subjects[0], start, number):
            members = self._items(start, kind)
            if len(members) > whole:
                self._add(anchor, members, whole=whole)

    def _anchors(self, subject: Token, start: int, number: int) -> Iterator[tuple[Token, str]]:
        """The plurals whose members follow a verb of listing, with their kind."""
        kind = self._kind(subject)
        if subject.tag_ == "NNS" and kind:
            yield subject, kind
            yield from ((noun, kind) for noun in self._same(subject, number))
            return
        first = self._first(start)
        if first is None or not (subject.lower_ in _PRONOUNS | _LISTS or subject.tag_ == "CD"):
            return
        kind = _PARTS.get(first.type, "body")
        if any(c.dep_ == "acl" for c in subject.children):
            yield subject, kind
            return
        window = _FAR if subject.lower_ in _LISTS else _NEAR
        size = subject.lower_ if subject.tag_ == "CD" else None
        if noun := self._antecedent(kind, size, number, window):
            yield noun, kind
            yield from ((other, kind) for other in self._same(noun, number))

    def _antecedent(self, kind: str, size: str | None, number: int, window: int) -> Token | None:
        """The one plural of a kind in the nearest sentence that has any; numbers tell."""
        for place in range(number - 1, max(-1, number - window - 1), -1):
            plurals = [t for t in self._sentences[place] if t.tag_ == "NNS" and not _other(t)]
            nouns = [t for t in plurals if self._kind(t) == kind]
            counted = [t for t in nouns if _numeral(t) and size in (None, _numeral(t))]
            if len(counted or nouns) == 1:
                return (counted or nouns)[0]
            if nouns:
                return None
        return None

    def _same(self, noun: Token, number: int) -> Iterator[Token]:
        """Earlier mentions of a definite plural: of the same number, or the last one."""
        size = _numeral(noun)
        if _following(noun) or _other(noun):
            return
        near = True
        for place in range(number, -1, -1):
            for token in self._sentences[place]:
                if token.i >= noun.i or token.tag_ != "NNS" or token.lemma_ != noun.lemma_:
                    continue
                other = _numeral(token)
                if other == size if size else near and _the(noun):
                    yield token
                    near = False
            near = near and number - place < _FAR

    def _add(self, noun: Token, members: list[Name], *, whole: bool) -> None:
        known = self._members.setdefault(noun.i, [])
        known += [m for m in members if m.key not in [k.key for k in known]]
        if whole:
            self._whole.add(noun.i)

    def _kind(self, noun: Token) -> str:
        """Whether a plural means persons, states or bodies; empty for all else."""
        lemma = noun.lemma_.lower()
        if kind := _GROUPS.get(self._groups.get(lemma, "")):
            return kind
        if lemma in _ENTITIES:
            return "body"
        name = self.names.by_head.get(noun.i)
        known = name is not None and (name.entry is None or name.name == "")
        return _KINDS.get(name.type, "") if name is not None and known else ""

    def _first(self, start: int) -> Name | None:
        for index in range(start, min(start + 8, len(self.doc))):
            name = self.names.covering.get(index)
            if name is not None and name.name and not name.adjective:
                return name
        return None

    def _items(self, start: int, kind: str) -> list[Name]:
        """The names of a kind in a list: the last one between two commas."""
        found: dict[str, Name] = {}
        for first, last in self._chunks(start):
            item: Name | None = None
            if self.doc[first].lower_ in _NEW:
                continue
            for index in range(first, last):
                name = self.names.covering.get(index)
                item = _fitting(name, kind, self.doc) if name else item
            if item is not None and not self._belongs(item):
                found.setdefault(item.key, item)
        return list(found.values())

    def _belongs(self, item: Name) -> bool:
        """As "an aide of President Putin", "Putin's friends": somebody else is listed."""
        before = item.start - 1
        while before and self.doc[before].lower_ in self._titles:
            before -= 1
        owner = item.end < len(self.doc) and self.doc[item.end].tag_ == "POS"
        return owner or self.doc[before].lower_ in _LINKS

    def _chunks(self, start: int) -> Iterator[tuple[int, int]]:
        """The stretches between commas, "and" and bullets, up to where the list ends."""
        index = first = start
        bulleted = False
        while index < len(self.doc):
            token = self.doc[index]
            name = self.names.covering.get(index)
            if name is not None and name.end > index:
                index = name.end
                continue
            if "\n" in token.text:
                following = self.doc[index + 1] if index + 1 < len(self.doc) else token
                if following.text not in _BULLETS and (bulleted or index > start):
                    break
                bulleted = True
            if token.lower_ in _ENDING or token.tag_ in _FINITE and token.text.islower():
                break
            if token.lower_ in _BREAKS or token.text in _BULLETS or "\n" in token.text:
                if index > first:
                    yield first, index
                first = index + 1
            index += 1
        if index > first:
            yield first, index


def _fitting(name: Name, kind: str, doc: Doc) -> Name | None:
    if not name.name or name.adjective or name.alone or doc[name.head].tag_ in ("NN", "NNS"):
        return None
    if kind == "person" and name.entry is None and name.type in _UNSURE:
        words = [doc[i].text for i in range(name.start, name.end)]
        plain = 2 <= len(words) <= 3 and all(word.istitle() for word in words)
        return replace(name, type="Person") if plain and not _headed(name) else None
    if kind == "body" and name.entry is None and name.end == name.start + 1:
        start = name.start  # "Sovtrans LLC"
        while _headed(name) and doc[start - 1].tag_ in ("NNP", "NNPS"):
            start -= 1
        unsure = name.type in ("Person", "PeopleGroup", "City")
        type_ = "Company" if unsure else name.type
        return replace(name, start=start, type=type_, name=doc[start : name.end].text)
    wanted = _PARTS.get(name.type, "body" if name.type in _BODIES else "")
    return name if wanted == kind else None


def _headed(name: Name) -> bool:
    return descriptions().proper(name.name) is not None


def _numeral(noun: Token) -> str | None:
    return next((c.lower_ for c in noun.children if c.dep_ == "nummod"), None)


def _other(noun: Token) -> bool:
    return any(c.lower_ == "other" for c in noun.children)


def _such(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == "such"


def _following(noun: Token) -> bool:
    return any(c.lower_ == "following" for c in noun.children)


def _the(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "these", "those") for c in noun.children)
