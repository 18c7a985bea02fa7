"""The log of corrections: entries are added and never changed; the last decision on a thing counts.

What two entries decide of different claims, mentions or actors does not depend on their order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from kg.corrections.actions import Action, Correction, Undo
from kg.errors import CorrectionError
from kg.model import digest


@dataclass(frozen=True)
class Overlay:
    """Corrections in the order in which they were made."""

    entries: tuple[Correction, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Correction]:
        """The entries by their ids, in order."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def id(self) -> str:
        """A hash of all entries in their order."""
        return digest(*self.by_id)

    @cached_property
    def undone(self) -> frozenset[str]:
        """The ids of entries that a later one undoes; what undoes may itself be undone."""
        undone: set[str] = set()
        for id, entry in reversed(self.by_id.items()):
            if isinstance(entry.action, Undo) and id not in undone:
                undone.add(entry.action.correction)
        return frozenset(undone)

    @cached_property
    def in_force(self) -> dict[str, Correction]:
        """The entries that hold, by their ids, in order; what only undoes is not among them."""
        return {
            id: entry
            for id, entry in self.by_id.items()
            if id not in self.undone and not isinstance(entry.action, Undo)
        }

    def decide(
        self, actions: Iterable[Action], author: str, time: str | None = None,
        note: str | None = None,
    ) -> Overlay:  # fmt: skip
        """The log with new decisions; one that stands already, by the same author, is left out."""
        made: dict[str, Correction] = {}
        for action in actions:
            entry = Correction(action, author, time, note)
            while entry.id in self.undone:
                entry = replace(entry, again=entry.again + 1)
            made[entry.id] = entry
        return self.extend(made.values())

    def extend(self, entries: Iterable[Correction]) -> Overlay:
        """The log with those entries behind the others that it lacks."""
        known = dict(self.by_id)
        for entry in entries:
            undone = entry.action.correction if isinstance(entry.action, Undo) else None
            if undone is not None and undone not in known:
                raise CorrectionError(
                    f"no correction has the id {undone!r}: kg corrections lists them"
                )
            known.setdefault(entry.id, entry)
        return Overlay(tuple(known.values()))

    def since(self, earlier: Overlay) -> tuple[Correction, ...]:
        """The entries that an earlier state of this log lacks."""
        return tuple(entry for id, entry in self.by_id.items() if id not in earlier.by_id)

    def without(self, ids: Iterable[str]) -> Overlay:
        """The log without these entries, and without what undoes them."""
        gone = set(ids)
        for id, entry in self.by_id.items():
            if isinstance(entry.action, Undo) and entry.action.correction in gone:
                gone.add(id)
        return Overlay(tuple(entry for id, entry in self.by_id.items() if id not in gone))

    def changed(self, other: Overlay) -> tuple[Correction, ...]:
        """The entries that hold in one of the two logs alone."""
        both = self.in_force | other.in_force
        alone = self.in_force.keys() ^ other.in_force.keys()
        return tuple(entry for id, entry in both.items() if id in alone)
