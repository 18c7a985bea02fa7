"""Finding the claims and mentions of a document that a correction is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.corrections.actions import Anchor, Missed, Words
from kg.errors import CorrectionError
from kg.graph.excerpt import BLANK, Excerpt
from kg.model import (
    Actor,
    Claim,
    Document,
    Evidence,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
)

RULE = "correction/missed"
Key = tuple[str, Span, Span]


class Claims:
    """The claims of one document, as extractions and people found them, by their words."""

    def __init__(self, document: Document, claims: Iterable[ResolvedClaim]) -> None:
        self.document = document
        self.found = list(claims)
        self._by_key: dict[Key, list[int]] = defaultdict(list)
        for number, claim in enumerate(self.found):
            self._by_key[_key(claim)].append(number)

    def add(self, claim: ResolvedClaim) -> int:
        """One more claim; its number."""
        self._by_key[_key(claim)].append(len(self.found))
        self.found.append(claim)
        return len(self.found) - 1

    def of(self, anchor: Anchor, *, any_status: bool = False) -> list[int]:
        """The numbers of the claims that an anchor means: those most like it, if any is at all.

        A decision on what was told in one way is none on what is told in another.
        """
        place = (anchor.subject.span, anchor.object.span)
        alike = self.stating(anchor.relation, *place, anchor.status)
        numbers = alike or (self._by_key.get((anchor.relation, *place), []) if any_status else [])
        for tell in _TELLS:
            alike = [n for n in numbers if tell(Anchor.of(self.found[n])) == tell(anchor)]
            numbers = alike or numbers
        return numbers

    def stating(self, relation: str, subject: Span, object_: Span, status: Status) -> list[int]:
        """The numbers of the claims that say this."""
        numbers = self._by_key.get((relation, subject, object_), [])
        return [n for n in numbers if self.found[n].claim.status is status]


# what tells two claims apart that join the same words by the same relation; the first counts most
_TELLS: tuple[Callable[[Anchor], object], ...] = (
    lambda anchor: anchor.cue.span,
    lambda anchor: anchor.source and anchor.source.span,
    lambda anchor: anchor.subject_actor,
    lambda anchor: anchor.object_actor,
)


def missed_claim(missed: Missed, document: Document) -> ResolvedClaim:
    """The claim that a person added; raises `CorrectionError` where the text reads otherwise."""
    words = [missed.sentence, missed.subject, missed.object, missed.cue]
    evidence = Evidence(
        document.name,
        sentence=missed.sentence.span,
        cue=missed.cue.span,
        subject=missed.subject.span,
        object=missed.object.span,
        rule=RULE,
    )
    subject, of_subject = _end(missed.subject, missed.subject_actor)
    object_, of_object = _end(missed.object, missed.object_actor)
    source = of_source = None
    if missed.source and missed.source_actor:
        source, of_source = _end(missed.source, missed.source_actor)
        words.append(missed.source)
    claim = Claim(subject, missed.relation, object_, evidence, missed.status, source)
    return ResolvedClaim(claim, _with(words, document), of_subject, of_object, of_source)


def _end(words: Words, actor: Actor) -> tuple[Mention, Resolution]:
    return Mention(words.span, words.text, actor.type, words.text), Resolution(actor, 1.0)


def _with(words: Iterable[Words], document: Document) -> Document:
    """The document with these words; those of an excerpt may be new to it."""
    text = document.text
    for piece in words:
        start, end = piece.span.start, piece.span.end
        there = text[start:end]
        known = zip(there, piece.text, strict=False)
        excerpt = isinstance(document, Excerpt)
        if not excerpt and there != piece.text or any(a not in (BLANK, b) for a, b in known):
            raise CorrectionError(
                f"{document.name}: text[{start}:{end}] is {there!r}, not {piece.text!r}"
            )
        text = text[:start].ljust(start, BLANK) + piece.text + text[end:]
    return replace(document, text=text)


def _key(claim: ResolvedClaim) -> Key:
    evidence = claim.claim.evidence
    return claim.claim.relation, evidence.subject, evidence.object
