"""What one sentence says between two given parties: frames that bind both.

Then looser and looser readings.

The parties are strings of the sentence. A reading costs nothing where a frame binds both of them as
they stand; it costs more the
farther the parties are from the words that the frame binds, and most where a predicate merely
governs one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.coreference.actors import Actors
from kg.extract.coreference.antecedents import Coreference
from kg.extract.cues import Cues, path
from kg.extract.extractor import Extractor
from kg.extract.mentions.names import Name, Names
from kg.extract.parse import pipeline, syntax
from kg.extract.relations.lexicon import Entry
from kg.extract.relations.matcher import Match, Matcher
from kg.extract.status import scope
from kg.model import Document, Status
from kg.vocabulary import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNKNOWN = ""
_REVERSED, _LOOSE, _HALF, _NAMED, _TURNED = 4, 1, 3, 5, 2
_MODIFIERS = frozenset(("amod", "compound", "poss", "nmod", "nummod", "appos", "det"))
_LINKS = frozenset(("of", "in", "from", "at", "for", "by"))
_BESIDE = frozenset(("aux", "neg", "det", "preconj", "nsubj"))
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above the predicate that may make another act of it.

    Its lemma, and whether the source is its doer.
    """

    lemma: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One reading: the relation (None where only governing words speak), its cost.

    Its status and the governors, innermost first.
    """

    relation: Relation | None
    rule: str
    cost: int
    depth: int
    weight: int
    status: Status
    governors: tuple[Governor, ...]
    implied: Status | None = None
    predicate: str = ""
    agent: str = ""


@dataclass(frozen=True, slots=True)
class _Party:
    """A given string in the parse.

    The tokens it covers, and the nouns above that it modifies with their distance.
    """

    covered: frozenset[int]
    heads: dict[int, int]
    head: Token

    def cost(self, name: Name) -> int | None:
        """How far a mention is from the party; None if it is another."""
        for near, extra in ((name, 0), (name.antecedent, 0), (name.owner, 0)):
            if near is not None and not self.covered.isdisjoint(range(near.start, near.end)):
                return extra
        return self.heads.get(name.head)

    def inside(self, name: Name, doc: Doc) -> int | None:
        """How deep the party lies in the phrase that a mention heads; None if it does not."""
        near = self.cost(name)
        if near is not None:
            return near
        for steps, above in enumerate(self.head.ancestors, 1):
            if above.i == name.head:
                return steps
        return None


class _Given(Actors):
    """Mentions of an unknown class fit everywhere."""

    def fit(self, name: Name, classes: Sequence[str], *, agent: bool = False) -> Name | None:
        """The mention as one of the classes; one of an unknown class as it is."""
        return name if name.type == UNKNOWN else super().fit(name, classes, agent=agent)


class _AnyPhrase(_Given):
    """Every phrase is an actor, whatever its class."""

    def of(self, token: Token) -> Name | None:
        """The actor that a head token names, or a nameless one."""
        return super().of(token) or Name(token.i, token.i + 1, token.i, UNKNOWN, token.text)

    def fit(self, name: Name, classes: Sequence[str], *, agent: bool = False) -> Name | None:
        """The mention itself where it fits no class."""
        return super().fit(name, classes, agent=agent) or name


def findings(extractor: Extractor, text: str, source: str, target: str) -> list[Finding]:
    """The readings of a sentence between two strings, cheapest first.

    None where a string is not in the text.
    """
    parsed = next(iter(pipeline.parse([Document("sentence", text)], extractor.nlp)))
    names = extractor.find_mentions(parsed.doc)
    parties = _locate(parsed.doc, names, source, target)
    if parties is None:
        return []
    return sorted(
        _Reader(extractor, names, *parties).read(), key=lambda f: (f.cost, -f.weight, f.depth)
    )


class _Reader:
    def __init__(self, extractor: Extractor, names: Names, source: _Party, target: _Party) -> None:
        self.extractor, self.names, self.source, self.target = extractor, names, source, target
        self.doc = names.doc

    def read(self) -> Iterator[Finding]:
        coreference = Coreference(self.doc, self.names)
        for kind, base in ((_Given, 0), (_AnyPhrase, _LOOSE)):
            actors = kind(self.names, coreference, self.extractor.vocabulary.classes)
            matcher = Matcher(self.extractor.lexicon, self.extractor.vocabulary, actors)
            for match in matcher(self.doc):
                cost = self._cost(match)
                if cost is not None:
                    yield self._finding(match, base + cost)
        yield from self._governing()
        yield from self._naming(Cues(self.extractor, actors))

    def _cost(self, match: Match) -> int | None:
        """The distance of the match's ends from the parties, read forward or backward."""
        symmetric = match.entry.relation.symmetric
        ways = [
            (match.subject, match.object, 0),
            (match.object, match.subject, 0 if symmetric else _REVERSED),
        ]
        costs = [(self._way(match, first, second), extra) for first, second, extra in ways]
        return min((cost + extra for cost, extra in costs if cost is not None), default=None)

    def _way(self, match: Match, first: Name, second: Name) -> int | None:
        near, far = self.source.inside(first, self.doc), self.target.inside(second, self.doc)
        if near is not None and far is not None:
            return near + far if first.head != second.head else None
        if near is None and far is None:
            return None
        other = self.target if near is not None else self.source
        if not _governs(match.predicate, other.head):
            return None
        return _HALF + (near if near is not None else far or 0)

    def _governing(self) -> Iterator[Finding]:
        """Words above the target that may turn an act, without an act that the lexicon knows."""
        for token in self.doc:
            if token != self.target.head and _governs(token, self.target.head):
                own = Governor(_lemma(token), self._ours(token))
                status = scope.status_of(token)[0]
                yield Finding(
                    None,
                    f"governor/{own.lemma}",
                    0,
                    _depth(token),
                    0,
                    status,
                    (own, *self._governors(token)),
                )

    def _naming(self, cues: Cues) -> Iterator[Finding]:
        """Words between the parties that name an act whatever the parse makes of its ends.

        The acts that both parties may do and suffer; in which direction, the order tells.
        """
        for token in path(self.source.head, self.target.head):
            for entry in cues(token):
                ends = (self.source, self.target)
                cost = _NAMED + (0 if cues.fits(entry, *(end.head for end in ends)) else _LOOSE)
                passive = any(c.dep_ == "nsubjpass" for c in token.children)
                backward = self.source.head.i > token.i and self.target.head.i < token.i
                turned = not entry.relation.symmetric and backward is not passive
                yield self._reading(entry, token, cost + (_TURNED if turned else 0))

    def _finding(self, match: Match, cost: int) -> Finding:
        return self._reading(match.entry, match.predicate, cost, match.subject.type)

    def _reading(self, entry: Entry, predicate: Token, cost: int, agent: str = "") -> Finding:
        frame = entry.frame
        status, _ = scope.status_of(predicate, frame.status)
        words = sum(bool(slot.filler and slot.filler.words) for slot in frame.slots)
        return Finding(
            entry.relation,
            entry.rule,
            cost,
            _depth(predicate),
            2 * (frame.weight + len(entry.words) - 1) + words,
            status,
            self._governors(predicate),
            frame.status,
            _lemma(predicate),
            agent,
        )

    def _governors(self, predicate: Token) -> tuple[Governor, ...]:
        """The words about the predicate and above it, innermost first.

        As far as its clause is part of what they say.
        """
        found = self._beside(predicate, None)
        token = below = predicate
        while token.dep_ not in ("relcl", "ROOT", "parataxis") and not _is_aside(token):
            below, token = token, token.head
            objects = [c for c in token.children if c.dep_ == "dobj" and c != below]
            found += [Governor(_lemma(c), self._ours(token)) for c in objects]
            found.append(Governor(_lemma(token, below), self._ours(token)))
            found += self._beside(token, below)
        return tuple(found)

    def _beside(self, token: Token, below: Token | None) -> list[Governor]:
        """Auxiliaries and negations of a word, its subject, and the condition that it is under."""
        ours, children = self._ours(token), list(token.children)
        past = any(c.dep_ == "aux" and c.lemma_ == "have" for c in children)
        found = [
            Governor(_lemma(c) if c.dep_ == "nsubj" else c.lower_, ours)
            for c in children
            if c.dep_ in _BESIDE and c != below and not (past and c.tag_ == "MD")
        ]
        marks = [m for c in children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark"]
        return found + [Governor("unless", ours) for mark in marks if mark.lower_ == "unless"]

    def _ours(self, token: Token) -> bool:
        """Whether the source does what a governing word says.

        One whose doer is not told counts as the source's.
        """
        if not syntax.is_verb(token):
            return True
        subjects = syntax.arguments(token).subjects
        if not subjects and any(child.dep_ == "nsubjpass" for child in token.children):
            return False
        return not subjects or any(self._is_source(subject) for subject in subjects)

    def _is_source(self, token: Token) -> bool:
        name = self.names.by_head.get(token.i)
        if name is not None and self.source.cost(name) is not None:
            return True
        return (
            token.i in self.source.covered
            or token.i in self.source.heads
            or token.tag_ == "PRP"
            or token.is_ancestor(self.source.head)
        )


def _governs(predicate: Token, token: Token) -> bool:
    return predicate == token or predicate.is_ancestor(token)


def _is_aside(token: Token) -> bool:
    """Whether a clause stands beside what governs it and is no part of it.

    "after", "because", "while".
    """
    return token.dep_ == "advcl" and any(
        child.dep_ in ("mark", "advmod") for child in token.children
    )


def _lemma(token: Token, below: Token | None = None) -> str:
    """The lemma of a governing word with its particle: "call-off".

    The parser may take the particle for the preposition of what the word governs.
    """
    particles = [
        child.lower_
        for child in token.children
        if child.dep_ == "prt" or child == below and child.lower_ in ("off", "out", "up", "down")
    ]
    return "-".join([token.lemma_.lower(), *particles])


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _locate(doc: Doc, names: Names, source: str, target: str) -> tuple[_Party, _Party] | None:
    """Both parties in the parse, at places that do not overlap.

    Strings that no mention covers become mentions.
    """
    places = [
        (first, second)
        for first in _places(doc, source)
        for second in _places(doc, target)
        if first[1] <= second[0] or second[1] <= first[0]
    ]
    if not places:
        return None
    first, second = places[0]
    return _party(doc, names, *first), _party(doc, names, *second)


def _places(doc: Doc, words: str) -> list[tuple[int, int]]:
    """The token spans at which a string stands, capitals and punctuation aside."""
    wanted = [word.lower() for word in _WORD.findall(words)]
    found = [
        (match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(doc.text)
    ]
    places = []
    for index in range(len(found) - len(wanted) + 1 if wanted else 0):
        if [word for _, _, word in found[index : index + len(wanted)]] == wanted:
            span = doc.char_span(
                found[index][0], found[index + len(wanted) - 1][1], alignment_mode="expand"
            )
            if span is not None:
                places.append((span.start, span.end))
    return places


def _party(doc: Doc, names: Names, start: int, end: int) -> _Party:
    head = doc[start:end].root
    inside = {
        id(names.covering[i]): names.covering[i] for i in range(start, end) if i in names.covering
    }
    if not any(name.name for name in inside.values()) and not getattr(
        names.by_head.get(head.i), "name", ""
    ):
        names.add(Name(start, end, head.i, UNKNOWN, doc[start:end].text))
    heads, token, steps = {head.i: 0}, head, 0
    while (
        token.dep_ in _MODIFIERS
        or token.dep_ == "pobj"
        and token.head.lower_ in _LINKS
        and token.head.head.tag_.startswith("NN")
    ):
        token = token.head if token.dep_ in _MODIFIERS else token.head.head
        steps += 1
        heads[token.i] = steps
    return _Party(frozenset(range(start, end)), heads, head)
