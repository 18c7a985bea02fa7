"""Mentions on the level of tokens, and all mentions of one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.gazetteer import Entry, NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words before a name that are no part of it.
DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "whose",
    )
)

_WATERS = frozenset("sea ocean gulf strait bay channel".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A mention on the level of tokens: [start, end) with its syntactic head.

    `name` is what it stands for; `adjective` is set for "Russian" and the like, which act only
    through the noun they describe.
    """

    start: int
    end: int
    head: int
    type: str
    name: str
    entry: Entry | None = None
    kind: NameKind | None = None
    owner: Name | None = None
    title: str | None = None
    antecedent: Name | None = None
    alone: bool = False

    @property
    def adjective(self) -> bool:
        """Whether the mention is a state adjective."""
        return self.kind is NameKind.ADJECTIVE

    @property
    def key(self) -> str:
        """What two mentions of one actor share in a document."""
        if self.entry is None or self.type == "City" and self.kind is NameKind.CAPITAL:
            return f"{self.type}:{self.name.lower()}"
        return self.entry.id


def is_water(name: Name) -> bool:
    """Whether a name is that of a sea, a gulf or the like."""
    words = name.name.lower().split()
    return words[-1] in _WATERS or words[0] in _WATERS and words[1:2] == ["of"]


def label(name: Name) -> str:
    """The name of an actor, of a capital that of its state."""
    capital = name.kind is NameKind.CAPITAL and name.entry is not None
    return name.entry.label if capital and name.entry else name.name


def possessive(owner: str) -> str:
    """As "Kenya's", "the rebels'"."""
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"


@dataclass(slots=True)
class Names:
    """The mentions of one document by the token that heads them.

    And by every token that they cover.
    """

    doc: Doc
    by_head: dict[int, Name] = field(default_factory=dict)
    covering: dict[int, Name] = field(default_factory=dict)
    prefixes: dict[int, Name] = field(default_factory=dict)  # "Saudi" of a "Saudi-led coalition"
    _alike: dict[str, list[Name]] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Record a mention; it replaces what it overlaps."""
        for index in range(name.start, name.end):
            old = self.covering.get(index)
            if old and self.by_head.get(old.head) == old:
                del self.by_head[old.head]
            self.covering[index] = name
        self.by_head[name.head] = name

    def of_entry(self, id_: str, near: int) -> Name | None:
        """The mention of a gazetteer entry that is nearest to a token, in its own name."""
        found = [
            name for name in self if name.entry and name.entry.id == id_ and not name.antecedent
        ]
        return min(found, key=lambda name: abs(name.start - near), default=None)

    def alike(self, name: Name) -> list[Name]:
        """All mentions of the same actor by name, in order; asked for once all are found."""
        if not self._alike:
            for other in self:
                self._alike.setdefault(other.key, []).append(other)
        return self._alike.get(name.key, [])

    def at(self, token: Token) -> Name | None:
        """The mention that the token heads, or lies in when it is the head of that stretch."""
        return self.by_head.get(token.i)

    def __iter__(self) -> Iterator[Name]:
        return iter(sorted(self.by_head.values(), key=lambda name: name.start))
