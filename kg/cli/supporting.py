"""What the commands share that say how well statements are supported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.fusion import Support
    from kg.model import Corpus, Statement

HEADINGS = ("subject", "relation", "object", *"sources denials belief first last".split())
Supported = tuple["Statement", "Support"]


def supported(corpus: Corpus, ids: Iterable[str] | None = None) -> list[Supported]:
    """Statements with their support, those of most sources first; all, or those with these ids."""
    from kg.graph.fusion import support

    found, wanted = support(corpus), None if ids is None else set(ids)
    pairs = [(s, found[s.id]) for s in corpus.statements if wanted is None or s.id in wanted]
    return sorted(pairs, key=lambda pair: (-pair[1].sources, -pair[1].denials, _names(pair[0])))


def data(pairs: Iterable[Supported]) -> list[dict[str, Any]]:
    """Statements with their support as JSON has them."""
    return [
        {"id": statement.id, "subject": statement.subject.id, "relation": statement.relation}
        | {"object": statement.object.id, "contested": known.contested}
        | asdict(known)
        for statement, known in pairs
    ]


def rows(pairs: Iterable[Supported]) -> Iterator[tuple[object, ...]]:
    """Statements with their support as rows of a table."""
    for statement, known in pairs:
        counts = (known.sources, known.denials, f"{known.belief:.2f}")
        yield (*_names(statement), *counts, known.first or "", known.last or "")


def told(pair: Supported) -> str:
    """The support of a statement in words."""
    statement, known = pair
    parts = [f"independent sources {known.sources}", f"denials {known.denials}"]
    parts += [f"belief {known.belief:.2f}"]
    dates = sorted({date for date in (known.first, known.last) if date})
    parts += [f"reported {' to '.join(dates)}"] if dates else []
    return f"{' | '.join(_names(statement))}: {', '.join(parts)}"


def _names(statement: Statement) -> tuple[str, str, str]:
    from kg.vocabulary import vocabulary

    relation = vocabulary()[statement.relation].label
    return statement.subject.label, relation, statement.object.label
