"""The probable cause of a fault, told from the statements and the quotation alone.

    scope        the statement is right, its status or its source is not
    relation     the pair of actors is right and the relation is not; or no word of the relation's
                 lexicon stands in the quotation of what is missed; or nothing found is in the gold
    parse        the relation is right and runs backward; or actors and predicate stand in the
                 quotation, and nothing was found
    coreference  one end is right, and a pronoun or a description stands for the other; or the
                 quotation of what is missed does not name both actors
    actor        relation and one end are right, the other end is another actor

The causes are guesses that group faults for reading, made in the order in which the functions ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.evaluation.align import Alignment, runs
from kg.evaluation.names import fold, share
from kg.evaluation.records import Article, Found, Gold, Names
from kg.evaluation.report import Fault
from kg.vocabulary import vocabulary

CAUSES = ("actor", "coreference", "relation", "scope", "parse")
_SHORTEST_STEM = 4


def faults(article: Article, found: Sequence[Found], alignment: Alignment) -> list[Fault]:
    """What is missed, wrong, or told with another status or source in one article."""
    missed = (
        gold
        for i, gold in enumerate(article.statements)
        if gold.required and i not in alignment.matched
    )
    return [
        *(
            Fault(article.name, "missed", _cause_of_miss(gold, found), str(gold), gold.quote)
            for gold in missed
        ),
        *(
            Fault(
                article.name,
                "wrong",
                _cause_of_error(item, article.statements),
                str(item),
                item.quote,
            )
            for item in alignment.wrong
        ),
        *(
            Fault(article.name, "scope", "scope", f"{item}, gold: {_told(gold)}", item.quote)
            for item, gold in ((item, article.statements[i]) for item, i in alignment.pairs)
            if not (same_status(item, gold) and same_source(item, gold))
        ),
    ]


def same_status(item: Found, gold: Gold) -> bool:
    """Whether both have one status."""
    return item.status == gold.status


def same_source(item: Found, gold: Gold) -> bool:
    """Whether both are told by the author, or by a speaker of the same name."""
    if item.source is None or gold.source is None:
        return item.source is gold.source
    return share(item.source_names, gold.source_names)


def _told(gold: Gold) -> str:
    return f"{gold.status}, told by {gold.source or 'the author'}"


def _cause_of_miss(gold: Gold, found: Sequence[Found]) -> str:
    for item in found:
        if item.relation in gold.relations and runs(item, gold, backward=True):
            return "parse"
    if any(runs(item, gold) or runs(item, gold, backward=True) for item in found):
        return "relation"
    for item in found:
        if (
            item.relation in gold.relations
            and _one_end(item, gold)
            and _near(item.quote, gold.quote)
        ):
            return "coreference" if item.anaphoric else "actor"
    if not (_named(gold.subject_names, gold.quote) and _named(gold.object_names, gold.quote)):
        return "coreference"
    return "parse" if _has_predicate(gold) else "relation"


def _cause_of_error(item: Found, statements: Sequence[Gold]) -> str:
    for gold in statements:
        if item.relation in gold.relations and runs(item, gold, backward=True):
            return "parse"
    if any(runs(item, gold) or runs(item, gold, backward=True) for gold in statements):
        return "relation"
    for gold in statements:
        if item.relation in gold.relations and _one_end(item, gold):
            return "coreference" if item.anaphoric else "actor"
    return "coreference" if item.anaphoric else "relation"


def _one_end(item: Found, gold: Gold) -> bool:
    return share(item.subject_names, gold.subject_names) or share(
        item.object_names, gold.object_names
    )


def _near(quote: str, other: str) -> bool:
    """Whether one of the quotations holds the other, or they share half of their words."""
    words, others = set(fold(quote).split()), set(fold(other).split())
    return 2 * len(words & others) >= min(len(words), len(others)) > 0


def _named(names: Names, quote: str) -> bool:
    text = f" {fold(quote)} "
    return any(f" {name} " in text or f" {name.split()[-1]} " in text for name in names)


def _has_predicate(gold: Gold) -> bool:
    text = " ".join(re.findall(r"[a-z]+", gold.quote.lower()))
    return any(f" {stem}" in f" {text}" for stem in _stems(gold.relation))


@cache
def _stems(relation: str) -> frozenset[str]:
    """How the words of the relation's frames begin, endings aside."""
    heads = (head for frame in vocabulary()[relation].lexicon for head in frame.heads)
    return frozenset(
        word[: max(_SHORTEST_STEM, len(word) - 2)] for head in heads for word in head.split("-")
    )
