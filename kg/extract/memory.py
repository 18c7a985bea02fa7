"""The mentions of a document that have been read, and which of them is the likeliest.

Actors of the sentence before come before those of an earlier one, subjects before objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.names import Name
from kg.extract.statuses import words
from kg.extract.syntax import arguments, clause_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "ROOT", "agent")
_CARRIED = ("conj", "appos", "compound")
_PLACES = ("nsubj", "dobj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, the number of its sentence, and its rank: 0 subject, 1 object, 2 other."""

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
        rank = 3 if name.adjective and not name.antecedent else rank_of(token)
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
        for seen in self.window(number, size):
            name = seen.name
            if seen.order >= token.i or not name.name or not fits(name):
                continue
            if seen.sentence == number and _binds(token, seen, self.doc):
                continue
            score = (number - seen.sentence, seen.rank, -seen.order if seen.rank else seen.order)
            if best is None or score < best[0]:
                best = (score, name)
        return best[1] if best else None


def rank_of(token: Token) -> int:
    """0 for a subject, 1 for an object, 2 for all else; parts of a coordination as its head."""
    while token.dep_ in _CARRIED and token.head != token:
        token = token.head
    return 0 if token.dep_ in SUBJECTS else 1 if token.dep_ in ("dobj", "dative") else 2


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
    if token.tag_ == "NN" and (token.dep_ == "dobj" or token.head.lower_ == "of"):
        # "Egypt alone cannot defend the country": it would be its own.
        return other in arguments(clause_of(token)).subjects
    if token.dep_ == "poss":
        return (
            other == token.head or other.head == token.head and other.dep_ in ("compound", "appos")
        )
    return (
        other.head == token.head
        and token.dep_ in ("dobj", "pobj", "dative", "nsubj")
        and other.dep_ in _PLACES
    )
