"""Articles made by arithmetic: any number of them, always the same.

Sentence by sentence an actor does something to another; some of it is denied, planned, or said by
somebody. Who, what, to whom and when follow from a hash of the article's number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from kg.graph.pool import pool
from kg.model import (
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    When,
)
from kg.vocabulary import vocabulary

SENTENCES = 12
_TYPES = ("Country", "Country", "Country", "IGO", "Person")
_STATUSES = (*[Status.ASSERTED] * 10, Status.NEGATED, Status.PLANNED)
_SPOKEN = 6  # one sentence in so many is said by somebody
ACTORS = tuple(
    Actor(f"actor-{n}", f"Actor {n}", _TYPES[n % 5], (f"A{n}",), f"Q{n + 10_000}")
    for n in range(500)
)


def articles(number: int) -> Iterator[Corpus]:
    """The first so many articles, each as the corpus of what it says."""
    relations = list(vocabulary())
    for n in range(number):
        yield _article(n, relations)


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a sentence says, by a hash of its place."""

    subject: Actor
    object: Actor
    speaker: Actor | None
    relation: str
    status: Status

    @classmethod
    def of(cls, n: int, k: int, relations: list[str]) -> _Choice:
        bits = int.from_bytes(sha256(f"{n} {k}".encode()).digest())
        bits, one = divmod(bits, len(ACTORS))
        bits, other = divmod(bits, len(ACTORS) - 1)
        bits, speaker = divmod(bits, len(ACTORS) * _SPOKEN)
        bits, relation = divmod(bits, len(relations))
        return cls(
            ACTORS[one],
            ACTORS[other + (other >= one)],
            ACTORS[speaker] if speaker < len(ACTORS) else None,
            relations[relation],
            _STATUSES[bits % len(_STATUSES)],
        )

    def words(self) -> str:
        said = f"{self.speaker.label} said " if self.speaker else ""
        return f"{said}{self.subject.label} {self.relation} {self.object.label}."


def _article(n: int, relations: list[str]) -> Corpus:
    choices = [_Choice.of(n, k, relations) for k in range(SENTENCES)]
    day = f"20{20 + n % 5}-{1 + n // 5 % 12:02}-{1 + n // 60 % 28:02}"
    document = Document(
        name=f"article-{n:06}",
        text=" ".join([f"Report {n}.", *(choice.words() for choice in choices)]),
        title=f"Report {n}",
        publisher=f"Wire {n % 20}",
        published=day,
    )
    start, claims = len(f"Report {n}. "), []
    for choice in choices:
        claims.append(_claim(document, choice, start, When(day, origin="publication")))
        start += len(choice.words()) + 1
    return pool(claims, [document])


def _claim(document: Document, choice: _Choice, start: int, time: When) -> ResolvedClaim:
    place, at = Span(start, start + len(choice.words())), start
    source = None
    if choice.speaker:
        source = _mention(choice.speaker, at)
        at += len(f"{choice.speaker.label} said ")
    subject = _mention(choice.subject, at)
    cue = Span(subject.span.end + 1, subject.span.end + 1 + len(choice.relation))
    object_ = _mention(choice.object, cue.end + 1)
    evidence = Evidence(
        document.name, place, cue, subject.span, object_.span, f"{choice.relation}/verb/generated"
    )
    claim = Claim(subject, choice.relation, object_, evidence, choice.status, source, time, (), 0.9)
    ends = (Resolution(choice.subject, 1.0), Resolution(choice.object, 1.0))
    speaker = Resolution(choice.speaker, 1.0) if choice.speaker else None
    return ResolvedClaim(claim, document, *ends, speaker)


def _mention(actor: Actor, start: int) -> Mention:
    span = Span(start, start + len(actor.label))
    return Mention(span, actor.label, actor.type, actor.label)
