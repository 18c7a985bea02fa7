"""What tests of corrections share: claims of the three articles by what they say."""

from __future__ import annotations

from collections.abc import Iterable

from kg.corrections.actions import Action, Dismiss, Undo, Words
from kg.corrections.desk import Chosen, Desk
from kg.corrections.missing import Told, missed, words_in
from kg.corrections.overlay import Overlay
from kg.model import Corpus, ResolvedClaim, Span
from tests.corpora import ENVOY, corpus


def desk(overlay: Overlay | None = None, extracted: Corpus | None = None) -> Desk:
    """The three articles under a log of corrections."""
    return Desk(extracted or corpus(), overlay or Overlay())


def said(claim: ResolvedClaim) -> str:
    """A claim in short."""
    return f"{claim.subject.actor.id} {claim.claim.relation} {claim.object.actor.id}"


def told(made: Desk) -> set[str]:
    """All claims in short, with their status."""
    return {f"{said(claim)} {claim.claim.status}" for claim in made.claims.values()}


def find(made: Desk, text: str) -> ResolvedClaim:
    """The one claim that reads so, with its status behind it where that is needed."""
    found = [c for c in made.claims.values() if f"{said(c)} {c.claim.status}".startswith(text)]
    assert len(found) == 1, text
    return found[0]


def after(*actions: Iterable[Action], author: str = "Ann") -> Desk:
    """The three articles after decisions."""
    overlay = Overlay()
    for some in actions:
        overlay = overlay.decide(some, author)
    return desk(overlay)


def undo(overlay: Overlay) -> Overlay:
    """The log with all undone that holds."""
    return overlay.decide([Undo(id) for id in overlay.in_force], "Ann")


def sentence(words: str) -> Span:
    """A sentence of the first article."""
    return words_in(ENVOY, Span(0, len(ENVOY.text)), words).span


def each_kind() -> list[list[Action]]:
    """A decision of every kind but undo, each on something else."""
    made = desk()
    charges = sentence(
        "Armenia denied the charges, and Baku did not attack Armenia, the ministry said."
    )
    return [
        made.accept(find(made, "russia summonsEnvoyOf armenia").id),
        made.reject(find(made, "armenia accuses russia").id),
        made.edit(
            find(made, "armenia memberOf csto").id, [("relation", "leaves"), ("status", "planned")]
        ),
        missed(made, ENVOY, charges, Told("Armenia #1", "rejects", "Baku", "denied the charges")),
        made.merge(["russia", "vladimir-putin"]),
        made.split("azerbaijan", "baku-city:City:Baku", Chosen(document="letter")),
        made.differ("france", "united-states"),
        [_dismissed()],
    ]


def _dismissed() -> Dismiss:
    """An open claim that says nothing."""
    ends = ("Armenia denied the charges", "Baku did not attack", "did not attack")
    subject, object_, cue = (Words(sentence(words), words) for words in ends)
    return Dismiss(ENVOY.id, ENVOY.name, "attack", subject, object_, cue, "armenia", "azerbaijan")
