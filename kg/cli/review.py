"""`kg review`: a walk through claims, the least sure first; or one decision, without asking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import correcting as c
from kg.cli.explain import print_claim
from kg.cli.opened import file_in, list_open, walk_open
from kg.cli.output import Json, Quiet, print_json, print_table
from kg.cli.walking import Manner, walk

if TYPE_CHECKING:
    from kg.corrections.actions import Action
    from kg.corrections.desk import Desk
    from kg.corrections.walk import Book, Signature
    from kg.model import ResolvedClaim

PROMPT = "a accept, r reject, e edit, m missed, s skip, u undo, q quit, ? help"


def review(
    *,
    author: c.Author = "",
    time: c.Time = None,
    note: c.Note = None,
    store: c.Store = None,
    graph: c.MaybeFile = None,
    corrections: c.File = None,
    below: Annotated[
        float, typer.Option("--below", min=0, max=1, help="Only claims that are no surer.")
    ] = 1.0,
    relation: Annotated[str | None, typer.Option("--relation", help="Only this relation.")] = None,
    document: Annotated[str | None, typer.Option("--document", help="Only this document.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Also claims that were reviewed.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the claims; ask nothing.")] = False,
    claim: Annotated[
        list[str] | None, typer.Option("--claim", help="Decide on this claim; ask nothing.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="With --claim: it is right.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="With --claim: it is wrong.")] = False,
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="With --claim: FIELD=VALUE is right.")
    ] = None,
    missed: Annotated[
        str | None,
        typer.Option(
            "--missed", help="With --document, --sentence: SUBJECT | RELATION | OBJECT | CUE."
        ),
    ] = None,
    sentence: Annotated[
        str | None, typer.Option("--sentence", help="The sentence that makes the missed claim.")
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", help="The articles, to find sentences that no claim quotes."),
    ] = None,
    open_: Annotated[
        Path | None,
        typer.Option(
            "--open", metavar="PATH", help="Walk through the open claims of a file or a build."
        ),
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Walk through claims: accept, reject, edit, add what was missed; each answer is kept at once.

    Answers come from the terminal or, a line each, from standard input; ? lists them.
    """
    from kg.corrections.desk import relation_named
    from kg.corrections.walk import HELP, Walk, Wanted

    if open_:
        if graph or claim or missed or relation or document:
            raise typer.BadParameter(
                "--open goes with --all, --list, and where corrections are kept"
            )
        with c.opened(None if store else open_, store, corrections) as book:
            by = None if list_ else c.signed(author, time, note)
            _review_open(book, open_, by, every=all_, json=json, quiet=quiet)
        return
    if accept + reject + bool(set_) != bool(claim):
        raise typer.BadParameter("--claim goes with one of --accept, --reject, --set")
    if bool(missed) != bool(sentence) or (missed and not document):
        raise typer.BadParameter("--missed goes with --document and --sentence")
    with c.opened(graph, store, corrections) as book:
        desk = book.desk()
        wanted = Wanted(below, relation_named(relation) if relation else None, document, all_)
        if list_:
            _list(wanted.of(desk), json=json)
            return
        by = c.signed(author, time, note)
        if claim:
            actions = _decisions(desk, claim, set_ or [], accept=accept)
        elif missed and sentence and document:
            actions = _missed(desk, missed, (document, sentence), articles or [])
        else:
            manner = Manner(print_claim, lambda asked: asked.id, PROMPT, HELP)
            walk(Walk(book, by, desk, wanted.of(desk)), manner, quiet=quiet)
            return
        c.tell(c.decide(book, desk, actions, by), json=json, quiet=quiet)


def _review_open(
    book: Book, place: Path, by: Signature | None, *, every: bool, json: bool, quiet: bool
) -> None:
    """Walk through open claims, or list them where nobody decides."""
    from kg.corrections.open_walk import OpenWalk, waiting
    from kg.graph.open_claims import read_open_claims

    claims = waiting(read_open_claims(file_in(place)), book.overlay, every=every)
    if by is None:
        list_open(claims, json=json)
    else:
        walk_open(OpenWalk(book, by, claims), quiet=quiet)


def _decisions(desk: Desk, ids: list[str], settings: list[str], *, accept: bool) -> list[Action]:
    from kg.corrections.walk import setting

    if settings:
        changes = [setting(text) for text in settings]
        return [action for id in ids for action in desk.edit(id, changes)]
    decide = desk.accept if accept else desk.reject
    return [action for id in ids for action in decide(id)]


def _missed(desk: Desk, told: str, place: tuple[str, str], articles: list[str]) -> list[Action]:
    """The missed claim of a sentence, told as document and words."""
    from kg.corrections.missing import Told, document_named, missed, words_in
    from kg.model import Span
    from kg.read import read

    document = document_named(desk, place[0], read(articles))
    sentence = words_in(document, Span(0, len(document.text)), place[1])
    return missed(desk, document, sentence.span, Told.parse(told))


def _list(claims: list[ResolvedClaim], *, json: bool) -> None:
    from kg.graph.statements import record

    if json:
        print_json([record(claim) for claim in claims])
        return
    print_table(
        ("claim", "confidence", "document", "subject", "relation", "object", "status", "quote"),
        (_row(claim) for claim in claims),
    )


def _row(claim: ResolvedClaim) -> tuple[str, ...]:
    plain = claim.claim
    ends = (claim.subject.actor.label, plain.relation, claim.object.actor.label)
    quote = plain.evidence.quote.of(claim.document.text)
    return (claim.id, f"{plain.confidence:.2f}", claim.document.name, *ends, plain.status, quote)
