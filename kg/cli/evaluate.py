"""`kg evaluate`: statements against gold annotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import Json, Quiet, one_line, print_json, print_table, say

if TYPE_CHECKING:
    from kg.evaluation import Report, Score

_HEADINGS = ("P", "R", "F1", "right", "wrong", "found", "required")


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold articles, NAME.json each.")],
    statements: Annotated[Path, typer.Argument(help="The statements.jsonl of a build.")],
    *,
    errors: Annotated[
        bool, typer.Option("--errors", help="List misses and errors by probable cause.")
    ] = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Measure statements against gold: relation, PLOVER type, pair of actors, status, speaker."""
    from kg.evaluation import evaluate as measure

    report = measure(gold, statements)
    if json:
        listed = {"faults": [asdict(fault) for fault in report.faults]} if errors else {}
        print_json(report.as_dict() | listed)
        return
    _print_scores("all", report.scores)
    typer.echo(f"status agreement\t{report.status:.3f}")
    typer.echo(f"attribution agreement\t{report.attribution:.3f}")
    _print_scores("relation", report.per_relation)
    _print_scores("PLOVER type", report.per_plover)
    if errors:
        _print_faults(report)
    _say_what_was_left_out(report, quiet=quiet)


def _print_scores(title: str, scores: Mapping[str, Score]) -> None:
    rows = ((name, *(_number(v) for v in s.as_dict().values())) for name, s in scores.items())
    print_table((title, *_HEADINGS), rows)


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _print_faults(report: Report) -> None:
    from kg.evaluation.causes import CAUSES

    for cause in CAUSES:
        faults = [fault for fault in report.faults if fault.cause == cause]
        typer.echo(f"{cause}: {len(faults)}")
        for fault in faults:
            typer.echo(f"  {fault.kind}\t{fault.document}\t{one_line(fault.what)}")
            typer.echo(f"    {one_line(fault.quote)}")


def _say_what_was_left_out(report: Report, *, quiet: bool) -> None:
    say(f"{report.articles} gold articles", quiet=quiet)
    for name in report.without_gold:
        say(f"left out: {name} has statements and no gold", quiet=quiet)
    for name in report.without_statements:
        say(f"{name} has gold and no statements", quiet=quiet)
