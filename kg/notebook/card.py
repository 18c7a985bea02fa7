"""A graph at a glance, as HTML: what it holds, and the strongest of its facts.

No script and no style sheet; whatever comes from an article is escaped, and kept from reordering
what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from kg.export.html.page import printable
from kg.export.html.quads import STATIC, relation_view
from kg.graph.rdf import is_told
from kg.model import Corpus, ResolvedClaim, Statement

STRONGEST = 8
_QUOTE = 160  # characters


def summary(corpus: Corpus) -> str:
    """What a corpus holds, in numbers."""
    claims = list(corpus.claims())
    return (
        f"{len(corpus.documents)} articles, {len(corpus.actors)} actors, "
        f"{len(corpus.statements)} statements, {len(claims)} claims, "
        f"of which {sum(map(is_told, claims))} told as fact"
    )


def render(corpus: Corpus) -> str:
    """The card of a corpus."""
    facts = sorted(filter(_told, corpus.statements), key=_rank)[:STRONGEST]
    heading = f"<p><b>Graph</b>: {escape(summary(corpus))}</p>"
    if not facts:
        return f"<div>{heading}</div>"
    columns = ("who", "does what", "to whom", "articles", "in the words of one")
    return f"<div>{heading}{table(columns, map(_row, facts))}</div>"


def table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts."""
    head = "".join(f"<th>{cell(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def cell(text: str) -> str:
    """A text that is shown as it is."""
    return f"<bdi>{escape(printable(text))}</bdi>"


def _told(statement: Statement) -> list[ResolvedClaim]:
    return [claim for claim in statement.claims if is_told(claim)]


def _articles(statement: Statement) -> int:
    return len({(claim.document.id, claim.document.name) for claim in _told(statement)})


def _rank(statement: Statement) -> tuple[int, bool, float, str]:
    """Told by most articles first; then events before what lasts, such as an office."""
    surest = max(claim.claim.confidence for claim in _told(statement))
    lasts = relation_view(statement.relation)["quad"] == STATIC
    return -_articles(statement), lasts, -surest, statement.id


def _row(statement: Statement) -> Sequence[str]:
    told = max(_told(statement), key=lambda claim: (claim.claim.confidence, claim.id))
    quote = " ".join(told.claim.evidence.sentence.of(told.document.text).split())
    if len(quote) > _QUOTE:
        quote = f"{quote[: _QUOTE - 1].rstrip()}…"
    return (
        statement.subject.label,
        relation_view(statement.relation)["label"],
        statement.object.label,
        str(_articles(statement)),
        quote,
    )
