"""What a person can correct, as values: decisions on claims, mentions and actors, and their undo.

A decision holds on to the words of a document, never to an id that an extraction made: the hash of
the text, the stretches of subject, object and cue, the relation. So it finds its claim again after
the document was read anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from kg.errors import CorrectionError
from kg.graph.excerpt import LONGEST
from kg.graph.literals import clean, moment
from kg.graph.names import XSD
from kg.model import Actor, Mark, ResolvedClaim, Span, Status, digest, surrogate


class Kind(StrEnum):
    """The kinds of correction; a closed set."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MISSED = "missed"
    MERGE = "merge"
    SPLIT = "split"
    DIFFER = "differ"
    DISMISS = "dismiss"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a document, and what stands there."""

    span: Span
    text: str

    def __post_init__(self) -> None:
        if len(self.text) != self.span.end - self.span.start:
            where = f"[{self.span.start}, {self.span.end})"
            raise CorrectionError(f"{where} is not as long as {self.text!r}")
        if self.span.end > LONGEST:
            raise CorrectionError(f"{self.text!r} at {self.span.start}: no document is that long")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as an extraction made it, told by the words of its document.

    `document` is the hash of the text; `name` helps people alone. `subject_actor` and
    `object_actor` are what the words were taken for before any correction.
    """

    document: str
    name: str
    relation: str
    status: Status
    subject: Words
    object: Words
    cue: Words
    subject_actor: str
    object_actor: str
    source: Words | None = None

    @classmethod
    def of(cls, claim: ResolvedClaim) -> Anchor:
        """The anchor of a claim that no correction has changed."""
        plain, text = claim.claim, claim.document.text
        evidence = plain.evidence
        subject, object_, cue = (
            Words(span, span.of(text)) for span in (evidence.subject, evidence.object, evidence.cue)
        )
        return cls(
            document=claim.document.id,
            name=claim.document.name,
            relation=plain.relation,
            status=plain.status,
            subject=subject,
            object=object_,
            cue=cue,
            subject_actor=claim.subject.actor.id,
            object_actor=claim.object.actor.id,
            source=Words(plain.source.span, plain.source.text) if plain.source else None,
        )


@dataclass(frozen=True, slots=True)
class Accept:
    """The claim is right as it is told."""

    claim: Anchor


@dataclass(frozen=True, slots=True)
class Reject:
    """The document does not say so."""

    claim: Anchor


@dataclass(frozen=True, slots=True)
class Edit:
    """The claim is right but for what stands here; `by_author` takes its source away."""

    claim: Anchor
    relation: str | None = None
    status: Status | None = None
    subject: Actor | None = None
    object: Actor | None = None
    source: Actor | None = None
    by_author: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """A claim that the document makes and that no extraction found; `source` is who says so."""

    document: str
    name: str
    relation: str
    status: Status
    subject: Words
    object: Words
    cue: Words
    sentence: Words
    subject_actor: Actor
    object_actor: Actor
    source: Words | None = None
    source_actor: Actor | None = None

    def __post_init__(self) -> None:
        outer = self.sentence
        for part in (self.subject, self.object, self.cue):
            start = part.span.start - outer.span.start
            inside = outer.span.covers(part.span)
            if not inside or outer.text[start : start + len(part.text)] != part.text:
                raise CorrectionError(f"{part.text!r} is no part of the sentence {outer.text!r}")


@dataclass(frozen=True, slots=True)
class Merge:
    """The others are the actor that is kept."""

    kept: Actor
    others: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """At these places of a document, what was taken for the actor with the id `actor` is `to`."""

    document: str
    name: str
    actor: str
    mentions: tuple[Words, ...]
    to: Actor


@dataclass(frozen=True, slots=True)
class Differ:
    """Two actors are not the same; each has names that never mean the other."""

    one: Actor
    other: Actor
    one_names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dismiss:
    """The open claim of these words is no relation of the ontology; `later`: nobody knows yet."""

    document: str
    name: str
    predicate: str
    subject: Words
    object: Words
    cue: Words
    subject_actor: str
    object_actor: str
    later: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """The correction with this id no longer holds."""

    correction: str


Action = Accept | Reject | Edit | Missed | Merge | Split | Differ | Dismiss | Undo
OnClaim = Accept | Reject | Edit
_KINDS: dict[type, Kind] = {
    Accept: Kind.ACCEPT,
    Reject: Kind.REJECT,
    Edit: Kind.EDIT,
    Missed: Kind.MISSED,
    Merge: Kind.MERGE,
    Split: Kind.SPLIT,
    Differ: Kind.DIFFER,
    Dismiss: Kind.DISMISS,
    Undo: Kind.UNDO,
}


@dataclass(frozen=True)
class Correction:
    """One entry of the log: what was decided, by whom and when, as they say.

    `again` counts equal entries before it: what was undone can be decided anew.
    """

    action: Action
    author: str
    time: str | None = None
    note: str | None = None
    again: int = 0

    def __post_init__(self) -> None:
        if not self.author.strip():
            raise CorrectionError("a correction needs an author: say who decides (--author)")
        if self.time is not None and moment(self.time).datatype.value == XSD + "string":
            raise CorrectionError(
                f"{self.time!r} is no time: write a date such as 2026-05-01 or 2026-05-01T09:30:00Z"
            )
        for name in ("author", "note"):
            if at := surrogate(getattr(self, name) or ""):
                raise CorrectionError(f"the {name} of a correction has {at}: write it in UTF-8")

    @property
    def kind(self) -> Kind:
        """The kind of decision."""
        return _KINDS[type(self.action)]

    @cached_property
    def id(self) -> str:
        """A hash of all that it holds."""
        return digest(self.kind, json.dumps(plain(self), sort_keys=True))

    @property
    def document(self) -> str | None:
        """The hash of the text that it is about; None where it is about actors."""
        match self.action:
            case Accept(anchor) | Reject(anchor) | Edit(anchor):
                return anchor.document
            case Missed() | Split() | Dismiss():
                return self.action.document
        return None

    @property
    def actors(self) -> frozenset[str]:
        """The ids of all actors that it names."""
        return frozenset(_actors(self.action))

    @property
    def mark(self) -> Mark:
        """What a claim that it changed says of it."""
        note = clean(self.note) if self.note else None
        return Mark(self.id, clean(told(self.action)), clean(self.author), self.time, note)


def plain(value: Any) -> Any:
    """A value as JSON has it: offsets as a pair, what is absent left out."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: plain(item) for name, item in pairs if item not in (None, (), False, 0)}
    return value


def told(action: Action) -> str:
    """What was decided, in words."""
    match action:
        case Accept():
            return "accepted"
        case Reject():
            return "rejected"
        case Edit():
            return "; ".join(_changes(action)) or "accepted"
        case Missed():
            return "added by hand"
        case Merge(kept, others):
            return f"{', '.join(other.id for other in others)} is {kept.id}"
        case Split():
            return f"{action.actor} is {action.to.id} here"
        case Differ(one, other):
            return f"{one.id} is not {other.id}"
        case Dismiss():
            return f"{action.predicate!r} is {'put off' if action.later else 'no relation'}"
        case Undo(correction):
            return f"{correction} undone"


def _changes(edit: Edit) -> list[str]:
    claim = edit.claim
    changes = [
        ("relation", claim.relation, edit.relation),
        ("status", claim.status, edit.status),
        ("subject", claim.subject_actor, edit.subject.id if edit.subject else None),
        ("object", claim.object_actor, edit.object.id if edit.object else None),
        ("source", None, edit.source.id if edit.source else "author" if edit.by_author else None),
    ]
    return [
        f"{what} is {new}, not {old}" if old else f"{what} is {new}"
        for what, old, new in changes
        if new
    ]


def _actors(value: Any) -> set[str]:
    if isinstance(value, Actor):
        return {value.id, *value.acts_for}
    if isinstance(value, tuple):
        return {id for item in value for id in _actors(item)}
    if isinstance(value, Anchor | Dismiss):
        return {value.subject_actor, value.object_actor}
    if is_dataclass(value) and not isinstance(value, Words | Span):
        own = {value.actor} if isinstance(value, Split) else set()
        return own | {id for field in fields(value) for id in _actors(getattr(value, field.name))}
    return set()
