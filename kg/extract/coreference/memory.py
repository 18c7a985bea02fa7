"""The mentions of a document that have been read, and which of them is the likeliest.

Actors of the sentence before come before those of an earlier one, subjects before objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse.syntax import arguments, clause_of
from kg.extract.words.scopes import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "ROOT", "agent")
_CARRIED = ("conj", "appos")
_BELOW = ("pcomp", "acl", "relcl")
_MOVING = ("from", "to", "into")
_PLACES = ("nsubj", "dobj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, the number of its sentence, and its rank."""

    name: Name
    sentence: int
    rank: int
    order: int


class Memory:
    """What has been read so far of one document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.seen: list[Seen] = []

    def add(self, name: Name, token: Token, number: int) -> None:
        """Remember a mention of sentence `number`."""
        rank = 4 if name.adjective and not name.antecedent else rank_of(token)
        self.seen.append(Seen(name, number, rank, name.head))

    def window(self, number: int, size: int) -> Iterator[Seen]:
        """The mentions of the last sentences, the latest first."""
        for seen in reversed(self.seen):
            if seen.sentence < number - size:
                return
            yield seen

    def recent(
        self, fits: Callable[[Name], bool], number: int, size: int, token: Token
    ) -> Name | None:
        """The best fitting mention: by sentence distance, then by grammatical role.

        Then the latest.
        """
        best: tuple[tuple[int, int, int], Name] | None = None
        others = self._others(token, number)
        for seen in self.window(number, size):
            name = seen.name
            if seen.order >= token.i or not name.name or name.key in others or not fits(name):
                continue
            if seen.sentence == number and _binds(token, seen, self.doc):
                continue
            score = (number - seen.sentence, seen.rank, -seen.order if seen.rank else seen.order)
            if best is None or score < best[0]:
                best = (score, name)
        return best[1] if best else None

    def _others(self, token: Token, number: int) -> frozenset[str]:
        """Who cannot be meant by a noun because he is the subject of its clause."""
        if not _unlike_subject(token):
            return frozenset()
        heads = {subject.i for subject in arguments(clause_of(token)).subjects}
        return frozenset(s.name.key for s in self.window(number, 0) if s.order in heads)


def _unlike_subject(token: Token) -> bool:
    """As "Egypt alone cannot defend the country": its own would be "itself"."""
    link = token.head
    inside = link.lower_ in _MOVING or link.lower_ == "of" and link.head.dep_ == "dobj"
    return token.tag_ == "NN" and (token.dep_ == "dobj" or inside)


def rank_of(token: Token) -> int:
    """0 for a subject, 1 for an object, 2 for one of a clause below, 3 for all else.

    Parts of a coordination rank as its head.
    """
    while token.dep_ in _CARRIED and token.head != token:
        token = token.head
    if token.dep_ in SUBJECTS:
        return 0
    if token.dep_ in ("dobj", "dative"):
        return 1 if token.head.dep_ not in _BELOW else 2
    return 3


def _binds(token: Token, seen: Seen, doc: Doc) -> bool:
    """Whether grammar forbids the link inside one clause.

    "Iran attacked it", "its" beside its own head.
    """
    other = doc[seen.name.head]
    if (
        token.dep_ == "nsubj"
        and token.head.lemma_.lower() in words("speech")
        and token.i > other.i
        and other in token.head.subtree
    ):
        # "… Mr Smith has left," he said: the speaker is not whom the speech is about.
        return True
    if token.dep_ == "dobj" and token.head.lemma_ in words("requests"):
        # "Ann Lee, head of the bank, urged it": another than her own
        return any(c.dep_ in SUBJECTS and c.is_ancestor(other) for c in token.head.children)
    if token.dep_ == "poss":
        return (
            other == token.head or other.head == token.head and other.dep_ in ("compound", "appos")
        )
    return (
        other.head == token.head
        and token.dep_ in ("dobj", "pobj", "dative", "nsubj")
        and other.dep_ in _PLACES
    )
