"""`kg explain`: the sentence behind an edge, and what is read in a sentence that is typed in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.export import MaybeStore
from kg.cli.output import Json, Model, Quiet, clean, one_line, print_json, say

if TYPE_CHECKING:
    from kg.explanation import Part, Typed
    from kg.model import Corpus, OpenClaim, ResolvedClaim

_STYLES = {"subject": "bold green", "cue": "bold yellow", "object": "bold cyan", "scope": "magenta"}


def explain(
    subject: Annotated[
        str, typer.Argument(metavar="TEXT|SUBJECT", help="A sentence; of a graph, an actor.")
    ],
    relation: Annotated[str | None, typer.Argument(help="Of a graph: a relation.")] = None,
    object_: Annotated[
        str | None, typer.Argument(metavar="[OBJECT]", help="Of a graph: an actor.")
    ] = None,
    *,
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", help="The graph file that holds the edge.")
    ] = None,
    store: MaybeStore = None,
    model: Model = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Why is this edge here? Sentence, rule, status, speaker and actors of each claim; its support.

    Without --graph or --store: what is found in the sentence TEXT, what is refused, and why.
    """
    from kg import explanation
    from kg.cli import supporting

    support: list[supporting.Supported] = []
    corpus = _corpus(graph, store)
    if corpus is not None:
        found = explanation.Typed(explanation.find(corpus, subject, relation, object_), ())
        support = supporting.supported(corpus, (claim.statement_id for claim in found.claims))
    elif relation:
        raise typer.BadParameter("give --graph or --store, or put the sentence in quotes")
    else:
        found = explanation.read_sentence(subject, model=model)
    if json:
        print_json(_data(found) | ({"support": supporting.data(support)} if corpus else {}))
        return
    for claim in found.claims:
        print_claim(claim)
    for pair in support:
        typer.echo(one_line(supporting.told(pair)))
    for open_claim in found.open_claims:
        print_open(open_claim)
    for reason in found.refused:
        typer.echo(f"refused: {one_line(reason)}")
    if not found.claims:
        say("no claim was found in this text", quiet=quiet)


def _corpus(graph: Path | None, store: str | None) -> Corpus | None:
    """The graph in which the edge is, if there is one."""
    from kg.graph.files import read_corpus
    from kg.store import open_source

    if graph and store:
        raise typer.BadParameter("give --graph or --store, not both")
    if store is None:
        return read_corpus(graph) if graph else None
    with open_source(store) as source:
        return source.corpus()


def _data(found: Typed) -> dict[str, Any]:
    from kg.graph.open_claims import open_record
    from kg.graph.statements import record

    return {
        "claims": list(map(record, found.claims)),
        "open": list(map(open_record, found.open_claims)),
        "refused": list(found.refused),
    }


def print_claim(
    claim: ResolvedClaim, *, said: str | None = None, more: Iterable[tuple[str, str]] = ()
) -> None:
    """Print a claim with its sentence, so that a person can judge it.

    `said` stands in the place of the relation of an open claim, `more` behind the rest.
    """
    from rich.console import Console
    from rich.text import Text

    from kg.explanation import describe, sentence
    from kg.vocabulary import vocabulary

    relation = said or vocabulary()[claim.claim.relation].label
    title = f"{claim.subject.actor.label} | {relation} | {claim.object.actor.label}"
    console = Console(soft_wrap=True, highlight=False)
    console.print(Text(one_line(title), "bold"))
    console.print(Text("  ").append_text(Text.assemble(*map(_marked, sentence(claim)))))
    told = (pair for pair in describe(claim) if pair[0] != "confidence" or said is None)
    for heading, text in (*told, *more):
        console.print(Text(f"  {heading:<11}", "dim").append(one_line(text), "not dim"))
    console.print()


def print_open(claim: OpenClaim[ResolvedClaim]) -> None:
    """Print an open claim with its sentence and the relations that are proposed for it."""
    proposals = [
        (f"proposed {number}", f"{p.relation} {p.score:.2f}: {p.reason}")
        for number, p in enumerate(claim.proposals, 1)
    ]
    none = [("proposed", "nothing: no frame, label or definition has such a word")]
    print_claim(claim.claim, said=f"related to: {claim.predicate}", more=proposals or none)


def _marked(part: Part) -> tuple[str, str]:
    """The text in brackets that say its role, so that no colour is needed to see it."""
    text = clean(part.text.replace("\n", " "))
    if not part.roles or not text.strip():
        return text, ""
    role, bare = part.roles[0], text.strip()
    return text.replace(bare, f"[{role}: {bare}]", 1), _STYLES[role]
