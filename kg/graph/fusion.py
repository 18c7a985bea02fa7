"""How well a statement is supported: independent sources, contradiction, belief.

Sources are independent if neither the publisher nor the text is the same: all articles of one
publisher count once, and so do articles that repeat one another, whoever prints them. An article
without a publisher stands for itself.

Each side, those who assert and those who deny, is as sure as its sources make it together:
1 - (1 - c1)(1 - c2)…, where c is the confidence of a source's surest claim. The two sides are then
combined by Dempster's rule: belief = s(1 - d) / (1 - sd), for s of the asserting and d of the
denying side. Plans, hypotheses and questions bear on neither side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from kg.model import Corpus, Document, ResolvedClaim, Status

SHINGLE = 6  # words
REPEATED = 0.7  # share of the shorter article's shingles that the other has too
_COMMON = 50  # a shingle in more articles than this is a phrase of the trade
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a statement and against it."""

    sources: int  # independent ones that assert it
    denials: int  # independent ones that negate it
    belief: float
    first: str | None  # date of the first report of it
    last: str | None

    @property
    def contested(self) -> bool:
        """Whether it is asserted here and denied there."""
        return bool(self.sources and self.denials)


def support(corpus: Corpus) -> dict[str, Support]:
    """The support of every statement, by its id."""
    source_of = independent(corpus.documents)
    return {s.id: _support(s.claims, source_of) for s in corpus.statements}


def independent(documents: Iterable[Document]) -> dict[Key, int]:
    """The number of the independent source that each document, by id and name, belongs to."""
    ordered = sorted(documents, key=_key)
    sets = _Sets(len(ordered))
    publishers: dict[str, int] = {}
    for n, document in enumerate(ordered):
        if document.publisher:
            sets.unite(n, publishers.setdefault(document.publisher, n))
    for one, other in repeated([document.text for document in ordered]):
        sets.unite(one, other)
    return {_key(document): sets.find(n) for n, document in enumerate(ordered)}


def repeated(texts: list[str]) -> list[tuple[int, int]]:
    """Pairs of texts of which one repeats the other, or most of it."""
    shingles = [_shingles(text) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        if 1 < len(numbers) <= _COMMON:
            for place, one in enumerate(numbers):
                for other in numbers[place + 1 :]:
                    shared[one, other] += 1
    return sorted(
        (one, other)
        for (one, other), count in shared.items()
        if count >= REPEATED * min(len(shingles[one]), len(shingles[other]))
    )


def _support(claims: tuple[ResolvedClaim, ...], source_of: Mapping[Key, int]) -> Support:
    surest: dict[Status, dict[int, float]] = defaultdict(dict)
    for claim in claims:
        side, source = surest[claim.claim.status], source_of[_key(claim.document)]
        side[source] = max(side.get(source, 0.0), claim.claim.confidence)
    asserting, denying = surest[Status.ASSERTED], surest[Status.NEGATED]
    published = sorted(c.document.published for c in claims if c.document.published)
    return Support(
        sources=len(asserting),
        denials=len(denying),
        belief=_belief(_together(asserting.values()), _together(denying.values())),
        first=published[0] if published else None,
        last=published[-1] if published else None,
    )


def _together(confidences: Iterable[float]) -> float:
    return 1 - prod(1 - confidence for confidence in sorted(confidences))


def _belief(asserted: float, denied: float) -> float:
    if asserted * denied == 1:
        return 0.5  # two certainties against one another say nothing
    return asserted * (1 - denied) / (1 - asserted * denied)


def _shingles(text: str) -> set[str]:
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    words = [word for word in words if word]
    if len(words) < SHINGLE:
        return {" ".join(words)} if words else set()
    return {" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}


def _key(document: Document) -> Key:
    return document.id, document.name


class _Sets:
    """Disjoint sets of numbers; each is named by its least."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def find(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def unite(self, one: int, other: int) -> None:
        least, most = sorted((self.find(one), self.find(other)))
        self._above[most] = least
