"""Which found statement stands for which gold statement of one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kg.evaluation.names import share
from kg.evaluation.records import Article, Found, Gold, Names
from kg.vocabulary import vocabulary

# A relation with a direction that annotators do not tell apart.
_EITHER_WAY = frozenset({"sharesIntelligenceWith"})


class Mode(StrEnum):
    """How much of a relation must agree: its name, its PLOVER type, or nothing."""

    TYPED = "typed"
    PLOVER = "plover"
    PAIR = "pair"


@dataclass(slots=True)
class Alignment:
    """The result for one article: gold statements by position, and what matched none of them.

    `pairs` holds the first found statement of each gold statement that one stands for; `matched`
    also holds gold statements that differ from such a one in status or source alone.
    """

    pairs: list[tuple[Found, int]] = field(default_factory=list)
    right: set[int] = field(default_factory=set)
    matched: set[int] = field(default_factory=set)
    wrong: list[Found] = field(default_factory=list)


def align(article: Article, found: Iterable[Found], mode: Mode) -> Alignment:
    """Match the found statements of an article, in their order, with its gold."""
    result = Alignment()
    wrong: dict[tuple[str, str, str], Found] = {}
    for item in found:
        hits = [i for i, gold in enumerate(article.statements) if stands_for(item, gold, mode)]
        if hits:
            _match(item, hits, article.statements, mode, result)
        else:
            wrong.setdefault(_key(item, mode), item)
    result.wrong = list(wrong.values())
    return result


def stands_for(item: Found, gold: Gold, mode: Mode) -> bool:
    """Whether a found statement says what the gold statement says, as far as the mode asks."""
    either_way = (
        mode is Mode.PAIR or item.relation in _EITHER_WAY or vocabulary()[item.relation].symmetric
    )
    return _admits(item.relation, gold.relations, mode) and (
        runs(item, gold) or (either_way and runs(item, gold, backward=True))
    )


def runs(item: Found, gold: Gold, *, backward: bool = False) -> bool:
    """Whether both statements have the same ends; `backward`, the other way round."""
    ends = (
        (item.object_names, item.subject_names)
        if backward
        else (item.subject_names, item.object_names)
    )
    return share(ends[0], gold.subject_names) and share(ends[1], gold.object_names)


def plover_type(relation: str) -> str | None:
    """The PLOVER type of a relation; None for one that is no event."""
    return vocabulary()[relation].plover_type


def _admits(relation: str, allowed: Names, mode: Mode) -> bool:
    if mode is Mode.PAIR or relation in allowed:
        return True
    type_ = plover_type(relation)
    return mode is Mode.PLOVER and type_ is not None and type_ in map(plover_type, allowed)


def _match(
    item: Found, hits: list[int], statements: Sequence[Gold], mode: Mode, result: Alignment
) -> None:
    best = min(hits, key=lambda i: (statements[i].status != item.status, i in result.matched))
    if best not in result.matched:
        result.pairs.append((item, best))
    result.right.add(best)
    fact = statements[best].fact
    result.matched.update(i for i in hits if mode is Mode.PAIR or statements[i].fact == fact)


def _key(item: Found, mode: Mode) -> tuple[str, str, str]:
    """Wrong statements of one relation between the same names count once."""
    relation = "" if mode is Mode.PAIR else item.relation
    return min(item.subject_names, default=""), relation, min(item.object_names, default="")
