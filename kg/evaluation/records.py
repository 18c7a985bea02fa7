"""Gold articles and found statements as values; a file that does not fit raises and is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, OntologyError, ValidationError
from kg.evaluation.names import fold_all
from kg.graph.fields import Fields
from kg.model import Status
from kg.vocabulary import vocabulary

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """A statement that a person found; `relations` also holds the alternatives."""

    subject: str
    relation: str
    object: str
    subject_names: Names
    object_names: Names
    relations: Names
    status: Status
    source: str | None
    source_names: Names
    quote: str
    required: bool

    @property
    def fact(self) -> tuple[str, str, str]:
        """What is said, whatever the status and the source."""
        return self.subject, self.relation, self.object

    def __str__(self) -> str:
        return f"{self.subject} | {self.relation} | {self.object} ({self.status})"


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article."""

    name: str
    statements: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A statement that the program found; `anaphoric` if a pronoun stands for one of its ends."""

    document: str
    subject: str
    relation: str
    object: str
    subject_names: Names
    object_names: Names
    status: Status
    source: str | None
    source_names: Names
    quote: str
    anaphoric: bool

    def __str__(self) -> str:
        return f"{self.subject} | {self.relation} | {self.object} ({self.status})"


def read_gold(folder: Path) -> list[Article]:
    """The annotated articles of a folder, one NAME.json each, sorted by name."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: holds no gold article (NAME.json): name a folder that does")
    return [_article(path) for path in paths]


def read_found(path: Path) -> list[Found]:
    """The statements of an exchange file (statements.jsonl)."""
    return [
        _found(Fields(_parsed(line, f"{path.name}:{number}"), f"{path.name}:{number}"))
        for number, line in enumerate(_text(path).split("\n"), 1)
        if line.strip()
    ]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ValidationError(f"{path}: is not UTF-8: {error}") from error


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValidationError(f"{where}: not valid JSON: {error}") from error


def _article(path: Path) -> Article:
    record = Fields(_parsed(_text(path), path.name), path.name)
    actors = {actor.text("id"): actor for actor in _children(record, "actors")}
    return Article(path.stem, tuple(_gold(s, actors) for s in _children(record, "statements")))


def _children(record: Fields, key: str) -> Iterator[Fields]:
    values = record.data.get(key)
    if not isinstance(values, list):
        raise record.fault(f"{key} must be a list")
    for number, value in enumerate(values):
        yield Fields(value, record.where, f"{key}[{number}]")


def _gold(record: Fields, actors: dict[str, Fields]) -> Gold:
    source = record.maybe("attributed_to") or None
    relation = record.text("relation")
    return Gold(
        subject=record.text("subject"),
        relation=_relation(record, relation),
        object=record.text("object"),
        subject_names=_end(record, "subject", actors),
        object_names=_end(record, "object", actors),
        relations=frozenset(
            _relation(record, name) for name in (relation, *record.texts("alt_relations"))
        ),
        status=_status(record, record.maybe("status") or Status.ASSERTED),
        source=source,
        source_names=_names(record, source, actors) if source else frozenset(),
        quote=record.maybe("quote") or "",
        required=record.flag("required", default=True),
    )


def _end(record: Fields, side: str, actors: dict[str, Fields]) -> Names:
    ids = (record.text(side), *record.texts(f"alt_{side}s"))
    return frozenset().union(*(_names(record, id_, actors) for id_ in ids))


def _names(
    record: Fields, id_: str, actors: dict[str, Fields], below: tuple[str, ...] = ()
) -> Names:
    """The names of an actor and of whom it acts for."""
    if id_ not in actors:
        raise record.fault(f"{record.path}: no actor has the id {id_!r}")
    actor = actors[id_]
    names = fold_all((actor.text("label"), *actor.texts("aliases")))
    principal = actor.maybe("acts_for")
    if principal and principal not in (id_, *below):
        names |= _names(record, principal, actors, (*below, id_))
    return names


def _relation(record: Fields, name: str) -> str:
    try:
        return vocabulary()[name].id
    except OntologyError as error:
        raise record.fault(str(error)) from error


def _status(record: Fields, value: str) -> Status:
    try:
        return Status(value)
    except ValueError:
        raise record.fault(f"{value!r} is no status: use one of {', '.join(Status)}") from None


def _found(record: Fields) -> Found:
    subject, object_ = record.child("subject"), record.child("object")
    source = record.maybe_child("attributed_to")
    evidence = record.maybe_child("evidence")
    return Found(
        document=record.child("document").text("name"),
        subject=subject.text("label"),
        relation=_relation(record, record.text("relation")),
        object=object_.text("label"),
        subject_names=_spoken(subject),
        object_names=_spoken(object_),
        status=_status(record, record.text("status")),
        source=source.text("label") if source else None,
        source_names=_spoken(source) if source else frozenset(),
        quote=(evidence.maybe("quote") if evidence else None) or "",
        anaphoric="antecedent" in subject.data or "antecedent" in object_.data,
    )


def _spoken(actor: Fields) -> Names:
    written = (actor.text("label"), actor.maybe("mention") or "", *actor.texts("aliases"))
    return fold_all(written)
