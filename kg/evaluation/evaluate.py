"""Found statements against gold articles: counts, agreement and faults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.evaluation.align import Alignment, Mode, align, plover_type
from kg.evaluation.causes import faults, same_source, same_status
from kg.evaluation.records import Article, Found, Gold, read_found, read_gold
from kg.evaluation.report import Report, Score

_Aligned = list[tuple[Article, Alignment]]


def evaluate(gold: Path, statements: Path) -> Report:
    """Measure an exchange file against the gold articles of a folder.

    Actors agree when a label, an alias or a mention equals a name of the gold actor, of an
    alternative, or of whom it acts for. Typed: the relation is the gold's or one of its
    alternatives; PLOVER: it has the type of one of those; pair: any relation. Only required gold
    statements can be missed; optional ones make a found statement right. Several found statements
    of one gold statement count once.
    """
    articles = read_gold(gold)
    found: dict[str, list[Found]] = defaultdict(list)
    for item in read_found(statements):
        found[item.document].append(item)
    aligned = {
        mode: [(article, align(article, found.get(article.name, ()), mode)) for article in articles]
        for mode in Mode
    }
    return _report(aligned, found)


def _report(aligned: Mapping[Mode, _Aligned], found: Mapping[str, Sequence[Found]]) -> Report:
    typed = aligned[Mode.TYPED]
    names = [article.name for article, _ in typed]
    pairs = [(item, article.statements[i]) for article, a in typed for item, i in a.pairs]
    return Report(
        scores={mode: _total(results) for mode, results in aligned.items()},
        status=_share(same_status, pairs),
        attribution=_share(same_source, pairs),
        per_relation=_grouped(typed, str),
        per_plover=_grouped(aligned[Mode.PLOVER], lambda relation: plover_type(relation) or "-"),
        articles=len(names),
        faults=tuple(
            f for article, a in typed for f in faults(article, found.get(article.name, ()), a)
        ),
        without_gold=tuple(sorted(set(found) - set(names))),
        without_statements=tuple(name for name in names if name not in found),
    )


def _share(agree: Callable[[Found, Gold], bool], pairs: Sequence[tuple[Found, Gold]]) -> float:
    return sum(agree(item, gold) for item, gold in pairs) / (len(pairs) or 1)


def _total(results: _Aligned) -> Score:
    counted = list(_counts(results))
    return Score(*(sum(getattr(score, name) for _, score in counted) for name in Score.__slots__))


def _grouped(results: _Aligned, group: Callable[[str], str]) -> dict[str, Score]:
    """Counts by the group of the relation, the most required first."""
    groups: dict[str, Score] = defaultdict(Score)
    for relation, score in _counts(results):
        total = groups[group(relation)]
        total.right += score.right
        total.wrong += score.wrong
        total.found += score.found
        total.required += score.required
    return dict(sorted(groups.items(), key=lambda item: (-item[1].required, item[0])))


def _counts(results: _Aligned) -> Iterator[tuple[str, Score]]:
    """What each gold statement and each wrong statement adds, under its relation."""
    for article, alignment in results:
        for i, gold in enumerate(article.statements):
            found = gold.required and i in alignment.matched
            yield gold.relation, Score(i in alignment.right, 0, found, gold.required)
        for item in alignment.wrong:
            yield item.relation, Score(wrong=1)
