"""`kg stats`: who is central, who belongs together, who gets on with whom; in numbers or drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.cli.export import MaybeGraph, MaybeStore, opened
from kg.cli.output import Json, Quiet, print_json, print_table, say

if TYPE_CHECKING:
    from kg.model import Corpus
    from kg.statistics import Statistics

ROWS = 10
_TOLD = "claims facts quoted negated planned hypothetical questioned".split()
_SHOWN = 5  # members of a community that the table names
Table = tuple[str, Sequence[str], Iterable[Sequence[object]]]


def stats(
    graph: MaybeGraph = None,
    *,
    store: MaybeStore = None,
    actor: Annotated[
        str | None, typer.Option("--actor", help="Show what involves this actor.")
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", metavar="ACTOR ACTOR", help="Show what passes between two actors."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="The first day, month or year.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day, month or year.")
    ] = None,
    by: Annotated[
        Literal["day", "month", "year"] | None, typer.Option("--by", help="Step of the timeline.")
    ] = None,
    principals: Annotated[
        bool,
        typer.Option("--principals", help="Ministers and ministries count as their state."),
    ] = False,
    top: Annotated[
        int | None,
        typer.Option(
            "--top", min=1, help="Rows of each table (10; JSON has all), actors drawn (25)."
        ),
    ] = None,
    picture: Annotated[
        Path | None, typer.Option("--picture", help="Draw instead: FILE.svg or FILE.png.")
    ] = None,
    panel: Annotated[
        Literal["both", "network", "timeline"], typer.Option("--panel", help="What is drawn.")
    ] = "both",
    support: Annotated[
        bool,
        typer.Option("--support", help="Instead: how many sources back or deny each statement."),
    ] = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Count and measure: centrality, communities, cooperation and conflict, who says what.

    Only facts link actors and weigh: what an author tells as fact. What is quoted, denied, planned,
    supposed or questioned is counted as that, and nowhere else.
    """
    from kg.export import corpus_of
    from kg.statistics import Scope, statistics
    from kg.statistics.picture import DRAWN, write_picture

    if picture and json:
        raise typer.BadParameter("give --picture or --json, not both")
    scope = Scope(actor=actor, pair=pair, since=since, until=until, principals=principals)
    with opened(graph, store) as (held, _):
        corpus = corpus_of(held)
    if support:
        if picture or scope != Scope():
            raise typer.BadParameter("--support is of the whole graph, as a table")
        _print_support(corpus, top, json=json)
    elif picture:
        write_picture(corpus, picture, scope, top=top or DRAWN, unit=by, panel=panel)
        say(f"wrote {picture}", quiet=quiet)
    elif json:
        print_json(statistics(corpus, scope, unit=by, top=top).to_dict())
    else:
        _print(statistics(corpus, scope, unit=by, top=top or ROWS))


def _print_support(corpus: Corpus, top: int | None, *, json: bool) -> None:
    from kg.cli.supporting import HEADINGS, data, rows, supported

    found = supported(corpus)
    if json:
        print_json(data(found[:top]))
    else:
        print_table(HEADINGS, rows(found[: top or ROWS]))


def _print(found: Statistics) -> None:
    for number, (title, headings, rows) in enumerate(_tables(found)):
        typer.echo(f"\n{title}" if number else title)
        print_table(headings, rows)


def _tables(found: Statistics) -> Iterable[Table]:
    yield "claims", ("documents", *_TOLD), [(found.documents, *astuple(found.claims)[2:])]
    yield (
        "actors",
        "actor facts out in partners betweenness PageRank community".split(),
        (
            (a.label, a.facts, a.out_strength, a.in_strength, a.degree)
            + (f"{a.betweenness:.3f}", f"{a.pagerank:.3f}", a.community)
            for a in found.actors
        ),
    )
    yield (
        "communities",
        ("community", "actors", "first of them"),
        ((c.number, len(c.actors), ", ".join(c.labels[:_SHOWN])) for c in found.communities),
    )
    yield from _weighed(found)
    for kind, counted in found.counts.items():
        yield f"by {kind}", (kind, *_TOLD), (astuple(count)[1:] for count in counted)


def _weighed(found: Statistics) -> Iterable[Table]:
    sums = ("cooperation", "conflict", "balance", "mean score")
    yield (
        "pairs",
        ("actor", "actor", "facts", "scored", *sums, "from first", "from second"),
        (
            (p.first_label, p.second_label, p.facts, p.scored, p.cooperation, p.conflict)
            + (_maybe(p.balance), _maybe(p.mean), p.forth, p.back)
            for p in found.pairs
        ),
    )
    line = found.timeline
    undated = f" (without such a date: {line.unplaced})" if line.unplaced else ""
    yield (
        f"by {line.unit}{undated}",
        (line.unit, "facts", *sums),
        (
            (p.period, p.facts, p.cooperation, p.conflict, _maybe(p.balance), _maybe(p.mean))
            for p in line.periods
        ),
    )


def _maybe(value: float | None) -> str:
    return "" if value is None else f"{value:+.2f}"
