"""`kg explain`: the sentence behind an edge, and what is read in a sentence that is typed in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import Json, Model, Quiet, clean, one_line, print_json, say

if TYPE_CHECKING:
    from kg.explanation import Part
    from kg.model import ResolvedClaim

_STYLES = {"subject": "bold green", "cue": "bold yellow", "object": "bold cyan", "scope": "magenta"}


def explain(
    subject: Annotated[
        str, typer.Argument(metavar="TEXT|SUBJECT", help="A sentence; with --graph, an actor.")
    ],
    relation: Annotated[str | None, typer.Argument(help="With --graph: a relation.")] = None,
    object_: Annotated[
        str | None, typer.Argument(metavar="[OBJECT]", help="With --graph: an actor.")
    ] = None,
    *,
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", help="The graph file that holds the edge.")
    ] = None,
    model: Model = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Why is this edge here? Sentence, rule, status, speaker and actors of each claim; its support.

    Without --graph: what is found in the sentence TEXT, and what is refused and why.
    """
    from kg import explanation
    from kg.cli import supporting
    from kg.graph.files import read_corpus
    from kg.graph.statements import record

    refused: tuple[str, ...] = ()
    support: list[supporting.Supported] = []
    if graph:
        corpus = read_corpus(graph)
        claims = explanation.find(corpus, subject, relation, object_)
        support = supporting.supported(corpus, (claim.statement_id for claim in claims))
    elif relation:
        raise typer.BadParameter("name the graph with --graph, or put the sentence in quotes")
    else:
        typed = explanation.read_sentence(subject, model=model)
        claims, refused = typed.claims, typed.refused
    if json:
        told = {"claims": [record(claim) for claim in claims], "refused": list(refused)}
        print_json(told | ({"support": supporting.data(support)} if graph else {}))
        return
    for claim in claims:
        print_claim(claim)
    for pair in support:
        typer.echo(one_line(supporting.told(pair)))
    for reason in refused:
        typer.echo(f"refused: {one_line(reason)}")
    if not claims:
        say("no claim was found in this text", quiet=quiet)


def print_claim(claim: ResolvedClaim) -> None:
    """Print a claim with its sentence, so that a person can judge it."""
    from rich.console import Console
    from rich.text import Text

    from kg.explanation import describe, sentence
    from kg.vocabulary import vocabulary

    relation = vocabulary()[claim.claim.relation].label
    title = f"{claim.subject.actor.label} | {relation} | {claim.object.actor.label}"
    console = Console(soft_wrap=True, highlight=False)
    console.print(Text(one_line(title), "bold"))
    console.print(Text("  ").append_text(Text.assemble(*map(_marked, sentence(claim)))))
    for heading, text in describe(claim):
        console.print(Text(f"  {heading:<11}", "dim").append(one_line(text), "not dim"))
    console.print()


def _marked(part: Part) -> tuple[str, str]:
    """The text in brackets that say its role, so that no colour is needed to see it."""
    text = clean(part.text.replace("\n", " "))
    if not part.roles or not text.strip():
        return text, ""
    role, bare = part.roles[0], text.strip()
    return text.replace(bare, f"[{role}: {bare}]", 1), _STYLES[role]
