"""Corrections as JSON Lines, one a line in the order of the log, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kg.corrections.actions import (
    Accept,
    Action,
    Anchor,
    Correction,
    Differ,
    Dismiss,
    Edit,
    Kind,
    Merge,
    Missed,
    Reject,
    Split,
    Undo,
    Words,
    plain,
)
from kg.corrections.overlay import Overlay
from kg.errors import CorrectionError, KgError, OntologyError, ValidationError
from kg.graph.fields import Fields
from kg.graph.files import write_text
from kg.graph.statements import read_lines
from kg.model import Actor, Status
from kg.vocabulary import vocabulary

ENTRY = ("author", "time", "note", "again")


def generate_corrections(overlay: Overlay) -> Iterator[str]:
    """The lines of a corrections file."""
    return (line(correction) + "\n" for correction in overlay.entries)


def write_corrections(overlay: Overlay, path: Path) -> None:
    """Write a corrections file, whole or not at all."""
    write_text(generate_corrections(overlay), path)


def read_corrections(path: Path) -> Overlay:
    """The corrections of a file; raises `ValidationError` that names the line of a fault."""
    return parse_corrections(read_lines(path), path.name)


def parse_corrections(lines: Iterable[str], name: str) -> Overlay:
    """The corrections of these lines; `name` stands before the line number in errors."""
    entries = [
        parse(text, f"{name}:{number}") for number, text in enumerate(lines, 1) if text.strip()
    ]
    try:
        return Overlay().extend(entries)
    except CorrectionError as error:
        raise ValidationError(f"{name}: {error}") from error


def line(correction: Correction) -> str:
    """A correction as one line; all that is not ASCII is escaped."""
    entry = plain(correction)
    head = {"id": correction.id, "kind": str(correction.kind)}
    about = {key: entry[key] for key in ENTRY if key in entry}
    return json.dumps(head | about | entry["action"])


def parse(text: str, where: str) -> Correction:
    """The correction of a line; raises `ValidationError` that begins with `where`."""
    try:
        fields = Fields(json.loads(text), where)
    except (ValueError, RecursionError) as error:
        raise ValidationError(f"{where}: not valid JSON: {error}") from error
    try:
        found = _correction(fields)
    except ValidationError:
        raise
    except (KgError, ValueError) as error:
        raise fields.fault(str(error)) from error
    if fields.maybe("id") not in (None, found.id):
        raise fields.fault(f"its id is {found.id}, not {fields.text('id')}: it was changed by hand")
    return found


def _correction(fields: Fields) -> Correction:
    kind = Kind(fields.text("kind"))
    unknown = set(fields.data) - {"id", "kind", *ENTRY, *_KEYS[kind].split()}
    if unknown:
        raise fields.fault(f"{kind} has no key {', '.join(sorted(unknown))}")
    again = fields.data.get("again", 0)
    if type(again) is not int or again < 0:
        raise fields.fault("again must be a whole number")
    return Correction(
        _READERS[kind](fields),
        fields.text("author"),
        fields.maybe("time"),
        fields.maybe("note"),
        again,
    )


def _on_claim(make: type[Accept | Reject], fields: Fields) -> Action:
    return make(_anchor(fields.child("claim")))


def _edit(fields: Fields) -> Edit:
    relation, status = fields.maybe("relation"), fields.maybe("status")
    return Edit(
        _anchor(fields.child("claim")),
        _relation(relation) if relation else None,
        Status(status) if status else None,
        _maybe_actor(fields, "subject"),
        _maybe_actor(fields, "object"),
        _maybe_actor(fields, "source"),
        fields.flag("by_author"),
    )


def _missed(fields: Fields) -> Missed:
    return Missed(
        document=fields.text("document"),
        name=fields.text("name"),
        relation=_relation(fields.text("relation")),
        status=Status(fields.text("status")),
        subject=_words(fields.child("subject")),
        object=_words(fields.child("object")),
        cue=_words(fields.child("cue")),
        sentence=_words(fields.child("sentence")),
        subject_actor=_actor(fields.child("subject_actor")),
        object_actor=_actor(fields.child("object_actor")),
        source=_maybe_words(fields, "source"),
        source_actor=_maybe_actor(fields, "source_actor"),
    )


def _merge(fields: Fields) -> Merge:
    return Merge(_actor(fields.child("kept")), tuple(map(_actor, fields.children("others"))))


def _split(fields: Fields) -> Split:
    mentions = tuple(map(_words, fields.children("mentions")))
    document, name, actor = (fields.text(key) for key in ("document", "name", "actor"))
    return Split(document, name, actor, mentions, _actor(fields.child("to")))


def _differ(fields: Fields) -> Differ:
    one, other = (_actor(fields.child(key)) for key in ("one", "other"))
    return Differ(one, other, fields.texts("one_names"), fields.texts("other_names"))


def _dismiss(fields: Fields) -> Dismiss:
    return Dismiss(
        document=fields.text("document"),
        name=fields.text("name"),
        predicate=fields.text("predicate"),
        subject=_words(fields.child("subject")),
        object=_words(fields.child("object")),
        cue=_words(fields.child("cue")),
        subject_actor=fields.text("subject_actor"),
        object_actor=fields.text("object_actor"),
        later=fields.flag("later"),
    )


def _undo(fields: Fields) -> Undo:
    return Undo(fields.text("correction"))


def _anchor(fields: Fields) -> Anchor:
    return Anchor(
        document=fields.text("document"),
        name=fields.text("name"),
        relation=fields.text("relation"),
        status=Status(fields.text("status")),
        subject=_words(fields.child("subject")),
        object=_words(fields.child("object")),
        cue=_words(fields.child("cue")),
        subject_actor=fields.text("subject_actor"),
        object_actor=fields.text("object_actor"),
        source=_maybe_words(fields, "source"),
    )


def _words(fields: Fields) -> Words:
    return Words(fields.span("span"), fields.text("text"))


def _maybe_words(fields: Fields, key: str) -> Words | None:
    found = fields.maybe_child(key)
    return _words(found) if found else None


def _maybe_actor(fields: Fields, key: str) -> Actor | None:
    found = fields.maybe_child(key)
    return _actor(found) if found else None


def _actor(fields: Fields) -> Actor:
    id, label, type_ = (fields.text(key) for key in ("id", "label", "type"))
    if type_ not in vocabulary().classes.concrete:
        raise OntologyError(f"{fields.path}.type: {type_!r} is no class of actors")
    if not label.strip() or not id.strip():
        raise fields.fault(f"{fields.path}: an actor has an id and a label")
    aliases, acts_for = fields.texts("aliases"), fields.texts("acts_for")
    return Actor(id, label, type_, aliases, fields.maybe("same_as"), acts_for)


def _relation(name: str) -> str:
    return vocabulary()[name].id


_READERS: dict[Kind, Callable[[Fields], Action]] = {
    Kind.ACCEPT: partial(_on_claim, Accept),
    Kind.REJECT: partial(_on_claim, Reject),
    Kind.EDIT: _edit,
    Kind.MISSED: _missed,
    Kind.MERGE: _merge,
    Kind.SPLIT: _split,
    Kind.DIFFER: _differ,
    Kind.DISMISS: _dismiss,
    Kind.UNDO: _undo,
}
_KEYS: dict[Kind, str] = {
    Kind.ACCEPT: "claim",
    Kind.REJECT: "claim",
    Kind.EDIT: "claim relation status subject object source by_author",
    Kind.MISSED: "document name relation status subject object cue sentence"
    " subject_actor object_actor source source_actor",
    Kind.MERGE: "kept others",
    Kind.SPLIT: "document name actor mentions to",
    Kind.DIFFER: "one other one_names other_names",
    Kind.DISMISS: "document name predicate subject object cue subject_actor object_actor later",
    Kind.UNDO: "correction",
}


def as_data(correction: Correction) -> dict[str, Any]:
    """A correction as JSON has it."""
    data: dict[str, Any] = json.loads(line(correction))
    return data
