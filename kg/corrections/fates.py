"""What becomes of each correction of a log: nothing is lost without being named."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from kg.corrections.actions import Correction, Differ, Dismiss, Merge, Undo
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


@dataclass(frozen=True, slots=True)
class Known:
    """What was seen of corrections, by their ids, in documents of these texts."""

    overlay: Overlay
    identity: Identity
    states: Mapping[str, AbstractSet[State]]
    texts: AbstractSet[str]

    def state(self, entry: Correction) -> State:
        """What became of a correction."""
        if entry.id in self.overlay.undone:
            return State.UNDONE
        seen = self.states.get(entry.id, frozenset())
        match entry.action:
            case Undo():
                return State.APPLIED
            case Differ():
                return State.HOLDS
            case Merge(kept):
                if kept.id in self.identity.contradicted:
                    return State.CONTRADICTED
                return State.APPLIED if seen else State.NO_ACTOR
        if entry.document not in self.texts:
            return State.NO_DOCUMENT
        if isinstance(entry.action, Dismiss):
            return State.HOLDS
        return min(seen, key=_ORDER.__getitem__, default=State.NO_CLAIM)
