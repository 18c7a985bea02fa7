"""A walk through claims, the least sure first: one answer a claim."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import Protocol

from kg.corrections.actions import Accept, Action, Edit, Missed, Undo
from kg.corrections.desk import Desk
from kg.corrections.missing import Told, missed
from kg.corrections.overlay import Overlay
from kg.errors import CorrectionError
from kg.model import ResolvedClaim

HELP = """\
a [NOTE]          accept: the claim is right
r [NOTE]          reject: the document does not say so
e FIELD=VALUE ... edit relation, status, subject, object or source; then accept
m SUBJECT | RELATION | OBJECT | CUE [| STATUS]
                  missed: the sentence makes this claim too (SUBJECT may be `words = actor`)
s                 skip
u                 undo the last answer
q                 quit
?                 this help"""


class Book(Protocol):
    """Where corrections are kept, beside what was extracted."""

    @property
    def overlay(self) -> Overlay:
        """What was decided."""

    def desk(self) -> Desk:
        """What was extracted and what was decided."""

    def keep(self, overlay: Overlay) -> None:
        """Have the log hold these entries; it must begin with those that it holds."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and when, as they say."""

    author: str
    time: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims to walk through."""

    below: float = 1.0
    relation: str | None = None
    document: str | None = None
    reviewed: bool = False

    def of(self, desk: Desk) -> list[ResolvedClaim]:
        """The claims, the least sure first, then in the order of their text."""
        found = (claim for claim in desk.claims.values() if self._has(claim, desk))
        return sorted(found, key=_place)

    def _has(self, claim: ResolvedClaim, desk: Desk) -> bool:
        return (
            claim.claim.confidence <= self.below
            and self.relation in (None, claim.claim.relation)
            and self.document in (None, claim.document.name)
            and (self.reviewed or not is_reviewed(claim, desk.overlay))
        )


@dataclass(slots=True)
class Decided:
    """The log during a walk: every decision is kept at once, and the last can be taken back."""

    book: Book
    signature: Signature
    overlay: Overlay
    steps: list[tuple[int, Overlay]] = field(default_factory=list)

    def decide(self, at: int, actions: list[Action], note: str | None = None) -> Overlay:
        """Keep what was decided at a place of the walk; the log."""
        who = self.signature
        self.steps.append((at, self.overlay))
        return self._keep(self.overlay.decide(actions, who.author, who.time, note or who.note))

    def undo(self) -> tuple[int, Overlay]:
        """Take the last decision of this walk back; its place, and the log."""
        if not self.steps:
            raise CorrectionError("nothing was decided in this walk: there is nothing to undo")
        at, before = self.steps.pop()
        now, who = self.overlay, self.signature
        last = [entry for id, entry in now.in_force.items() if id not in before.in_force]
        return at, self._keep(now.decide([Undo(e.id) for e in last], who.author, who.time))

    def _keep(self, overlay: Overlay) -> Overlay:
        self.book.keep(overlay)
        self.overlay = overlay
        return overlay


@dataclass(slots=True)
class Walk:
    """One person's way through claims; every answer is kept at once."""

    book: Book
    signature: Signature
    desk: Desk
    claims: list[ResolvedClaim]
    at: int = 0
    decided: Decided = field(init=False)

    def __post_init__(self) -> None:
        self.decided = Decided(self.book, self.signature, self.desk.overlay)

    @property
    def claim(self) -> ResolvedClaim | None:
        """The claim that is asked about; None at the end."""
        return self.claims[self.at] if self.at < len(self.claims) else None

    def answer(self, text: str) -> None:
        """Do what an answer says, and go on; raises an error of `kg.errors` where it cannot."""
        word, _, rest = text.strip().partition(" ")
        claim = self.claim
        if word == "u":
            self.at, self.desk.overlay = self.decided.undo()
        elif word == "q" or claim is None:
            self.at = len(self.claims)
        elif word == "s":
            self.at += 1
        else:
            actions, note = self._actions(word, claim, rest.strip())
            self.desk.overlay = self.decided.decide(self.at, actions, note)
            self.at += word != "m"

    def _actions(
        self, word: str, claim: ResolvedClaim, rest: str
    ) -> tuple[list[Action], str | None]:
        match word:
            case "a":
                return self.desk.accept(claim.id), rest or None
            case "r":
                return self.desk.reject(claim.id), rest or None
            case "e":
                return self.desk.edit(claim.id, map(setting, _split(rest))), None
            case "m":
                sentence = claim.claim.evidence.sentence
                return missed(self.desk, claim.document, sentence, Told.parse(rest)), None
        raise CorrectionError(f"{word!r} is no answer: a, r, e, m, s, u, q, or ? for help")


def is_reviewed(claim: ResolvedClaim, overlay: Overlay) -> bool:
    """Whether somebody has decided on the claim itself."""
    marks = (overlay.by_id.get(mark.correction) for mark in claim.claim.corrections)
    return any(m and isinstance(m.action, Accept | Edit | Missed) for m in marks)


def setting(text: str) -> tuple[str, str]:
    """The field and the value of `FIELD=VALUE`."""
    name, equals, value = text.partition("=")
    if not equals or not value.strip():
        raise CorrectionError(f"{text!r}: write FIELD=VALUE, such as status=planned")
    return name.strip(), value.strip()


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise CorrectionError(f"{text!r}: a quotation mark is not closed: {error}") from error


def _place(claim: ResolvedClaim) -> tuple[float, str, int, str]:
    quote = claim.claim.evidence.quote
    return claim.claim.confidence, claim.document.name, quote.start, claim.id
