"""`kg relations`: what the ontology can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.output import Json, Quiet, one_line, print_json, print_table, say

if TYPE_CHECKING:
    from kg.vocabulary import Relation


def relations(
    name: Annotated[str | None, typer.Argument(help="A relation, by id or label.")] = None,
    *,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List the relations; with NAME, show definition, ends, codes, lexicon and examples."""
    from kg.explanation import relation_named
    from kg.vocabulary import vocabulary

    if name:
        relation = relation_named(name)
        if json:
            print_json(as_dict(relation))
            return
        for heading, text in _lines(relation):
            typer.echo(f"{heading:<12}{one_line(text)}")
        return
    entries = list(vocabulary().values())
    if json:
        print_json([as_dict(entry) for entry in entries])
        return
    print_table(
        ("relation", "label", "PLOVER", "from", "to"),
        (
            (e.id, e.label, e.plover_type or "-", ", ".join(e.domain), ", ".join(e.range))
            for e in entries
        ),
    )
    say(f"{len(entries)} relations; kg relations NAME shows one", quiet=quiet)


def as_dict(relation: Relation) -> dict[str, Any]:
    """A relation as plain data; the lexicon as it is written in the ontology."""
    lexicon: dict[str, list[str]] = {}
    for frame in relation.lexicon:
        lexicon.setdefault(frame.kind, []).append(frame.text)
    examples = [asdict(example) for example in relation.examples]
    fields = {name: getattr(relation, name) for name in relation.__slots__}
    return fields | {"lexicon": lexicon, "examples": examples}


def _lines(relation: Relation) -> Iterator[tuple[str, str]]:
    yield "relation", f"{relation.id} ({relation.label})"
    yield "definition", relation.definition
    yield "from", ", ".join(relation.domain)
    yield "to", ", ".join(relation.range)
    if relation.symmetric:
        yield "symmetric", "yes"
    plover = (relation.plover_type, relation.plover_mode, relation.plover_score)
    optional = {
        "inverse": relation.inverse,
        "narrows": relation.super,
        "PLOVER": ", ".join(str(part) for part in plover if part is not None),
        "CAMEO": ", ".join(relation.cameo),
        "note": relation.note,
    }
    yield from ((key, value) for key, value in optional.items() if value)
    for frame in relation.lexicon:
        yield frame.kind, frame.text
    for example in relation.examples:
        ends = f"{example.subject}, {example.object}, {example.status}"
        yield ("match", f"{example.text} ({ends})") if example.matches else ("refuse", example.text)
