"""A walk through open claims, the most frequent predicate first: one answer a claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.corrections.actions import Action, Correction
from kg.corrections.desk import relation_named
from kg.corrections.opened import Open, decision, dismissed, found
from kg.corrections.overlay import Overlay
from kg.corrections.walk import Book, Decided, Signature
from kg.errors import CorrectionError
from kg.graph.statements import place

HELP = """\
a [NUMBER|RELATION] [NOTE]
                  accept: the sentence states this relation; without one, the first that is proposed
r [NOTE]          reject: it states no relation of the ontology
s                 skip: decide later; --all asks again
u                 undo the last answer
q                 quit
?                 this help"""


def waiting(claims: Iterable[Open], overlay: Overlay, *, every: bool = False) -> list[Open]:
    """The open claims that nobody has decided on; those of the most frequent predicate first."""
    claims = list(claims)
    often = Counter(claim.predicate for claim in claims)
    about: dict[str, list[Correction]] = defaultdict(list)
    for entry in overlay.in_force.values():
        about[entry.document or ""].append(entry)
    left = [o for o in claims if every or decision(o, about[o.claim.document.id]) is None]
    return sorted(left, key=lambda o: (-often[o.predicate], o.predicate, place(o.claim)))


@dataclass(slots=True)
class OpenWalk:
    """One person's way through open claims; every answer is kept at once."""

    book: Book
    signature: Signature
    claims: list[Open]
    at: int = 0
    decided: Decided = field(init=False)

    def __post_init__(self) -> None:
        self.decided = Decided(self.book, self.signature, self.book.overlay)

    @property
    def claim(self) -> Open | None:
        """The claim that is asked about; None at the end."""
        return self.claims[self.at] if self.at < len(self.claims) else None

    def answer(self, text: str) -> None:
        """Do what an answer says, and go on; raises an error of `kg.errors` where it cannot."""
        word, _, rest = text.strip().partition(" ")
        claim = self.claim
        if word == "u":
            self.at, _ = self.decided.undo()
        elif word == "q" or claim is None:
            self.at = len(self.claims)
        else:
            action, note = _action(claim, word, rest.strip())
            self.decided.decide(self.at, [action], note or None)
            self.at += 1


def _action(claim: Open, word: str, rest: str) -> tuple[Action, str]:
    match word:
        case "a":
            chosen, _, note = rest.partition(" ")
            return found(claim, _relation(claim, chosen or "1")), note
        case "r":
            return dismissed(claim), rest
        case "s":
            return dismissed(claim, later=True), rest
    raise CorrectionError(f"{word!r} is no answer: a, r, s, u, q, or ? for help")


def _relation(claim: Open, chosen: str) -> str:
    """The relation of this name, or the one that is proposed under this number."""
    if not chosen.isdecimal():
        return relation_named(chosen)
    if not 1 <= int(chosen) <= len(claim.proposals):
        many = len(claim.proposals)
        raise CorrectionError(
            f"{many or 'no'} relations are proposed: name one, as in a criticises"
        )
    return claim.proposals[int(chosen) - 1].relation
