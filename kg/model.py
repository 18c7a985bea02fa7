"""The values that flow through the program. Frozen, comparable, standard library only.

Offsets are in characters (Unicode code points) of `Document.text`. Identity is content: equal
content, equal id, on every machine and in every order of input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Generic, TypeVar

from kg.errors import InputError, ValidationError

# what XML 1.0 has no way to write, and lone surrogates, which no encoding has
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


RELATED = "relatedTo"  # what open claims have in the place of a relation; it is none


def digest(*parts: str) -> str:
    """Sixteen hex digits that identify the parts, each prefixed by its length: no lists collide.

    Raises `ValidationError` at a lone surrogate, which no encoding has.
    """
    for part in parts:
        if at := surrogate(part):
            raise ValidationError(f"{part[:80]!r} cannot be told by a hash: it has {at}")
    joined = "".join(f"{len(part.encode())}:{part}" for part in parts)
    return sha256(joined.encode()).hexdigest()[:16]


def surrogate(text: str) -> str | None:
    """Which lone surrogate a text has, and where, in words; None where it can be encoded."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return f"the lone surrogate U+{ord(text[error.start]):04X} at character {error.start}"
    return None


class Status(StrEnum):
    """How a claim is told; a closed set."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    QUESTIONED = "questioned"


class SectionKind(StrEnum):
    """What part of a page a stretch of text is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    COMMENT = "comment"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Character offsets [start, end) into a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise ValueError(f"span [{self.start}, {self.end}) is empty, backward or negative")

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document of one kind; `author` is set where it is not the article's author."""

    span: Span
    kind: SectionKind
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `text` is never changed after reading: every offset refers to it.

    `published` is an ISO 8601 date (or date and time); `sections` do not overlap and are in order
    of the text; what no section covers is body text. A lone surrogate in name or text raises
    `InputError`: no file could hold it.
    """

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str = "en"
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        for what, text in (("name", self.name), ("text", self.text)):
            if at := surrogate(text):
                name = self.name.encode(errors="replace").decode()
                raise InputError(f"{name}: its {what} has {at}, which no file can hold")

    @property
    def id(self) -> str:
        """A hash of the text."""
        return digest(self.text)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as the article wrote it.

    `name` is what the mention stands for in this document: its own text, or the fullest name of its
    antecedent; `antecedent` says where that name stands when it is not the mention itself. `owner`
    is the state or organisation that a description names ("Russian peacekeepers" -> "Russian");
    `title` the office before a person's name ("Prime Minister").
    """

    span: Span
    text: str
    type: str
    name: str
    antecedent: Span | None = None
    owner: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one article says something; every span refers to the document's text."""

    document: str
    sentence: Span
    cue: Span
    subject: Span
    object: Span
    rule: str
    scope: tuple[Span, ...] = ()

    @property
    def quote(self) -> Span:
        """The shortest stretch that holds the cue and both arguments."""
        spans = [
            s for s in (self.cue, self.subject, self.object, *self.scope) if self.sentence.covers(s)
        ]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim: `date` is ISO 8601 to its precision, and `end` closes a range.

    `origin` says where the date comes from: "text" (an absolute date), "relative" (reckoned from
    the publication date) or "publication".
    """

    date: str
    end: str | None = None
    origin: str = "text"
    span: Span | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A correction that made a claim what it is: its id, what it says, by whom and when."""

    correction: str
    what: str
    author: str
    time: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """mention - relation - mention, as one article says it.

    `source` is the quoted speaker; None if the author says it. `corrections` are in order of ids.
    """

    subject: Mention
    relation: str
    object: Mention
    evidence: Evidence
    status: Status = Status.ASSERTED
    source: Mention | None = None
    time: When | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    corrections: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """What a mention means. `acts_for` holds ids of those on whose behalf the actor acts.

    An id with a character that some format cannot write raises `ValidationError`: two ids must
    never become one in a file.
    """

    id: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()
    same_as: str | None = None
    acts_for: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for id in (self.id, *self.acts_for):
            if unwritable := UNWRITABLE.search(id):
                where = f"U+{ord(unwritable[0]):04X} at character {unwritable.start()}"
                raise ValidationError(f"actor id {id!r} has {where}, which not every file can hold")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which actor a mention means and why: `score` in [0, 1], `reasons` in plain words."""

    actor: Actor
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim whose mentions have become actors."""

    claim: Claim
    document: Document
    subject: Resolution
    object: Resolution
    source: Resolution | None = None

    @property
    def statement_id(self) -> str:
        """The id of the statement that this claim makes."""
        return Statement.id_of(self.subject.actor.id, self.claim.relation, self.object.actor.id)

    @property
    def id(self) -> str:
        """A hash of the statement, the document, the evidence, the status and the source."""
        evidence = self.claim.evidence
        spans = (evidence.sentence, evidence.cue, evidence.subject, evidence.object)
        source = self.source.actor.id if self.source else ""
        offsets = (str(offset) for span in spans for offset in (span.start, span.end))
        return digest(
            self.statement_id,
            self.document.id,
            self.document.name,
            self.claim.status,
            source,
            *offsets,
        )


AnyClaim = TypeVar("AnyClaim", Claim, ResolvedClaim)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation that an open claim may turn out to be: `score` in [0, 1], `reason` in words."""

    relation: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class OpenClaim(Generic[AnyClaim]):
    """What an article says with a predicate that no frame knows: no statement comes of it.

    The relation of `claim` is `RELATED`; `predicate` holds the article's own words as lemmas, such
    as "curry favour with". `proposals`, the best first, are for people to judge.
    """

    claim: AnyClaim
    predicate: str
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """actor - relation - actor: says each thing once, and pools the claims that say it."""

    subject: Actor
    relation: str
    object: Actor
    claims: tuple[ResolvedClaim, ...] = field(default=())

    @staticmethod
    def id_of(subject: str, relation: str, object_: str) -> str:
        """The id of the statement with these actor and relation ids."""
        return digest(subject, relation, object_)

    @property
    def id(self) -> str:
        """A hash of subject, relation and object ids."""
        return self.id_of(self.subject.id, self.relation, self.object.id)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a build found: documents, actors and statements, each in a fixed order (by id).

    `open_claims` stand beside it: no statement, actor or count comes of them, and only a build
    has them.
    """

    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    open_claims: tuple[OpenClaim[ResolvedClaim], ...] = field(default=(), compare=False, repr=False)

    def claims(self) -> Iterator[ResolvedClaim]:
        """Every claim, in the order of the statements."""
        for statement in self.statements:
            yield from statement.claims
