"""`kg doctor`: whether everything that a build needs is there and fits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version

import typer

from kg.cli.output import Json, Model, Quiet, print_json, print_table
from kg.errors import KgError, OntologyError


def doctor(*, model: Model = None, json: Json = False, quiet: Quiet = False) -> None:
    """Check Python, libraries, ontology, gazetteer and language pipeline; exit 1 if one fails."""
    results = [(name, *_tried(check)) for name, check in _checks(model)]
    if json:
        print_json([{"check": n, "ok": ok, "found": found} for n, ok, found in results])
    else:
        shown = (row for row in results if not (quiet and row[1]))
        print_table(
            ("check", "", "found"), ((n, "ok" if ok else "FAILED", f) for n, ok, f in shown)
        )
    if not all(ok for _, ok, _ in results):
        raise typer.Exit(1)


def _checks(model: str | None) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "Python", lambda: sys.version.split()[0]
    for name in ("actorgraph", "spacy", "rdflib", "pyoxigraph", "networkx", "pyshacl"):
        yield name, partial(version, name)
    yield "ontology", _ontology
    yield "gazetteer", _gazetteer
    yield "language pipeline", lambda: _pipeline(model)


def _tried(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except (KgError, ImportError) as error:
        return False, str(error)


def _ontology() -> str:
    from kg.vocabulary import vocabulary

    known = vocabulary()
    if faults := list(known.faults()):
        raise OntologyError("; ".join(faults))
    frames = sum(len(relation.lexicon) for relation in known.values())
    return f"{len(known)} relations, {frames} lexicon lines, {len(known.classes)} kinds of actor"


def _gazetteer() -> str:
    from kg.gazetteer import gazetteer

    return f"{len(gazetteer().entries)} entries"


def _pipeline(model: str | None) -> str:
    from kg.extract.parse.pipeline import load_model

    meta = load_model(model).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
