"""What becomes of each correction of a log: nothing is lost without being named."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from kg.corrections.actions import Correction, Differ, Merge, Undo
from kg.corrections.identity import Identity
from kg.corrections.overlay import Overlay


class State(Enum):
    """What became of a correction; of several states, the first counts."""

    APPLIED = "applied"
    HOLDS = "holds"
    ALREADY = "already so"
    OVERRULED = "overruled by a later one"
    UNDONE = "undone"
    CONTRADICTED = "not applied: it joins actors that differ"
    OTHER_TEXT = "lost: the text reads otherwise"
    NO_CLAIM = "lost: no such claim is found"
    NO_MENTION = "lost: no such mention is found"
    NO_ACTOR = "waits: no document speaks of the actors"
    NO_DOCUMENT = "waits: the text is not there"

    @property
    def is_lost(self) -> bool:
        """Whether the correction does nothing, though nobody took it back."""
        return _ORDER[self] >= _ORDER[State.CONTRADICTED]


_ORDER = {state: number for number, state in enumerate(State)}


@dataclass(frozen=True, slots=True)
class Fate:
    """A correction and what became of it."""

    correction: Correction
    state: State


def fates(
    overlay: Overlay,
    identity: Identity,
    states: Mapping[str, AbstractSet[State]],
    texts: AbstractSet[str],
) -> tuple[Fate, ...]:
    """What became of each entry of a log, given what was seen of it in documents of these texts."""
    return tuple(
        Fate(entry, _state(entry, overlay, identity, states.get(id, set()), texts))
        for id, entry in overlay.by_id.items()
    )


def _state(
    entry: Correction,
    overlay: Overlay,
    identity: Identity,
    seen: AbstractSet[State],
    texts: AbstractSet[str],
) -> State:
    if entry.id in overlay.undone:
        return State.UNDONE
    match entry.action:
        case Undo():
            return State.APPLIED
        case Differ():
            return State.HOLDS
        case Merge(kept):
            if kept.id in identity.contradicted:
                return State.CONTRADICTED
            return State.APPLIED if seen else State.NO_ACTOR
    if entry.document not in texts:
        return State.NO_DOCUMENT
    return min(seen, key=_ORDER.__getitem__, default=State.NO_CLAIM)
