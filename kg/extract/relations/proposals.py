"""Relations that a predicate which no frame knows may stand for: for people to judge alone.

What speaks for a relation are words: the predicate's verb or noun stands in another frame of it, is
of one family with a word of a frame ("mediation", "mediate"), or with a word of its label or
definition. The more relations a word speaks for, the less it says of each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import sqrt

from kg.frames import Frame
from kg.model import Proposal
from kg.vocabulary import Relation, Vocabulary, vocabulary

MOST = 3
_LEAST = 0.1
_HEAD, _IN_SLOT, _FAMILY, _LABEL, _DEFINITION = 0.7, 0.6, 0.45, 0.4, 0.3
_LINKED = 0.2  # added where a preposition or the particle is the same as well
_KEPT = 4096  # predicates whose proposals are remembered
_ENDINGS = (
    "isation ization ations ation itions ition ements ement ments ment ances ance ences ence "
    "ators ator ated ates ating ate ions ion ings ing ors or ers er als al ives ive ures ure ies "
    "ied ity ed es s e y"
).split()
_SHORTEST = 4  # letters that are left of a word without its ending
_WORD = re.compile(r"[a-z]{4,}")
_MANY = re.compile(r"(?<![\w|>])([a-z'-]+\|[a-z'-]+)(?:\|[a-z'-]+)+(?![\w|])")


@dataclass(frozen=True, slots=True)
class _Clue:
    """A word that speaks for a relation: of a frame, or of what `where` names.

    Without a `word`, all that may fill a slot of the frame speak for it.
    """

    relation: str
    score: float
    word: str
    frame: Frame | None = None
    links: frozenset[str] = frozenset()
    where: str = ""

    def why(self, word: str) -> str:
        """Why `word`, which stands in a predicate, speaks for the relation."""
        family = f"`{word}` is of one family with `{self.word}`"
        if self.frame is None:
            same = f"`{word}` stands" if word == self.word else f"{family}"
            return f"{same} in the {self.where}"
        told = f"`{self.word or word}` stands in the frame `{_shown(self.frame, self.word)}`"
        return told if self.word in ("", word) else f"{family}: {told}"


class Proposals:
    """Proposed relations of predicates, by the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._heads: dict[str, list[_Clue]] = defaultdict(list)
        self._families: dict[str, list[str]] = defaultdict(list)
        self._slots: dict[frozenset[str], list[_Clue]] = defaultdict(list)
        self._holding: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._told: dict[str, list[_Clue]] = defaultdict(list)
        for relation in vocabulary.values():
            for frame in relation.lexicon:
                self._index(relation, frame)
            self._tell(relation.id, "label", relation.label, _LABEL)
            self._tell(relation.id, "definition", relation.definition, _DEFINITION)
        for members in self._slots:
            for word in members:
                self._holding[word].append(members)
        for head in self._heads:
            self._families[_stem(head)].append(head)
        self._best = lru_cache(_KEPT)(self._ranked)

    def __call__(self, frame: Frame, subject: str, object_: str) -> tuple[Proposal, ...]:
        """The best relations for a predicate's frame between actors of these classes."""
        return self._best(frame, subject, object_)

    def _ranked(self, frame: Frame, subject: str, object_: str) -> tuple[Proposal, ...]:
        best: dict[str, tuple[float, _Clue, str]] = {}
        links = _links(frame)
        for word, clues in self._clues(frame):
            spread = sqrt(len({clue.relation for clue in clues}))
            for clue in clues:
                linked = not links.isdisjoint(clue.links)
                score = round((clue.score + _LINKED * linked) / spread, 2)
                if score >= _LEAST and (
                    clue.relation not in best or score > best[clue.relation][0]
                ):
                    best[clue.relation] = score, clue, word
        fitting = (name for name in best if self.vocabulary.admits(name, subject, object_))
        ordered = sorted(fitting, key=lambda name: (-best[name][0], name))[:MOST]
        return tuple(Proposal(n, best[n][0], best[n][1].why(best[n][2])) for n in ordered)

    def _clues(self, frame: Frame) -> Iterator[tuple[str, list[_Clue]]]:
        """What each word of a predicate speaks for: its verb, and the noun that goes with it."""
        nouns = [word for slot in frame.slots if slot.filler for word in slot.filler.words]
        kinds = dict.fromkeys(nouns, "noun") | dict.fromkeys(frame.heads, frame.kind)
        for word, kind in kinds.items():
            yield word, [_of_kind(clue, kind) for clue in self._heads.get(word, ())]
            stem = _stem(word)
            for other in self._families.get(stem, ()):
                if other != word:
                    yield word, [replace(c, score=_FAMILY) for c in self._heads[other]]
            yield word, self._told.get(stem, [])
        for noun in nouns:
            held = [
                clue for members in self._holding.get(noun, ()) for clue in self._slots[members]
            ]
            yield noun, held

    def _index(self, relation: Relation, frame: Frame) -> None:
        if frame.subject and "S" not in (frame.subject.role, frame.subject.owner):
            return  # "O tire of S" says the converse
        links = _links(frame)
        for head in frame.heads:
            self._heads[head].append(_Clue(relation.id, _HEAD, head, frame, links))
        for slot in frame.slots:
            if slot.filler and slot.filler.words:
                clue = _Clue(relation.id, _IN_SLOT, "", frame, links)
                self._slots[slot.filler.words].append(clue)

    def _tell(self, relation: str, where: str, text: str, score: float) -> None:
        for word in dict.fromkeys(_WORD.findall(text.lower())):
            self._told[_stem(word)].append(_Clue(relation, score, word, where=where))


@cache
def proposals() -> Proposals:
    """The proposals by the words of ontology/, made ready once."""
    return Proposals(vocabulary())


def _of_kind(clue: _Clue, kind: str) -> _Clue:
    """A noun is no more than of one family with the verb that is spelt like it."""
    same = clue.frame is None or (clue.frame.kind == "verb") == (kind == "verb")
    return clue if same else replace(clue, score=_FAMILY)


def _links(frame: Frame) -> frozenset[str]:
    """The prepositions and the particle of a frame."""
    found = {link for slot in frame.slots for link in slot.prepositions}
    return frozenset(found | ({frame.particle} if frame.particle else set()))


def _shown(frame: Frame, word: str) -> str:
    """A frame's line with that word alone of its head, and two at the most of other words."""
    line = frame.text.replace(
        "|".join(frame.heads), word if word in frame.heads else frame.heads[0]
    )
    return _MANY.sub(r"\1|…", line)


def _stem(word: str) -> str:
    """A word without its ending, so that "mediation" and "mediate" are one."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            return stem[:-1] if stem[-1] == stem[-2] and len(stem) > _SHORTEST else stem
    return word
