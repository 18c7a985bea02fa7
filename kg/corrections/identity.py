"""Which actors are one by corrections, and which never are.

Merges join actors into groups. The one that a group is kept as is named by a merge as kept and by
none as another; of several such, the least by id. A group that holds two actors which a correction
tells apart is not merged at all, whatever the order of the corrections.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.corrections.actions import Correction, Differ, Merge
from kg.gazetteer import fold
from kg.model import Actor, Mention


@dataclass(frozen=True, slots=True)
class Group:
    """Actors that are one, and the corrections that say so."""

    kept: Actor
    members: frozenset[str]
    merges: tuple[Correction, ...]


class Identity:
    """What the merges and the differences of a log make of actors."""

    def __init__(self, entries: Iterable[Correction]) -> None:
        entries = list(entries)
        self.differs = [entry for entry in entries if isinstance(entry.action, Differ)]
        apart = [(d.one.id, d.other.id) for d in map(_differ, self.differs)]
        self.groups: dict[str, Group] = {}
        self.contradicted: dict[str, Group] = {}
        for group in _groups([entry for entry in entries if isinstance(entry.action, Merge)]):
            impossible = any({one, other} <= group.members for one, other in apart)
            into = self.contradicted if impossible else self.groups
            into.update(dict.fromkeys(group.members, group))
        self._told = self._names()

    def kept(self, id: str) -> str:
        """The id of the actor that this one is."""
        group = self.groups.get(id)
        return group.kept.id if group else id

    def moved(self, id: str) -> frozenset[Correction]:
        """The corrections by which the actor is another, one after the other."""
        group = self.groups.get(id)
        if group is None or group.kept.id == id:
            return frozenset()
        reached, path = {id}, set[Correction]()
        while step := {m for m in group.merges if m not in path and _others(m) & reached}:
            path |= step
            reached |= {m.action.kept.id for m in step if isinstance(m.action, Merge)}
        return frozenset(path)

    def record(self, actor: Actor) -> Actor:
        """The record of the actor that this one is, with the names of both."""
        if not self.groups:
            return actor
        group = self.groups.get(actor.id)
        acts_for = {self.kept(id) for id in actor.acts_for}
        if group is None:
            return replace(actor, acts_for=tuple(sorted(acts_for)))
        if group.kept.id == actor.id:
            return replace(actor, acts_for=tuple(sorted(acts_for - {actor.id})))
        kept = group.kept
        acts_for |= {self.kept(id) for id in kept.acts_for}
        names = {actor.label, *actor.aliases, *kept.aliases} - {kept.label}
        return replace(
            kept,
            aliases=tuple(sorted(names)),
            same_as=kept.same_as or actor.same_as,
            acts_for=tuple(sorted(acts_for - {kept.id})),
        )

    def apart(self, mention: Mention, actor: Actor) -> tuple[Correction, Actor] | None:
        """Whom a mention means that was taken for another by a name which never means that one."""
        names = dict.fromkeys(map(fold, (mention.name, mention.text)))
        ids = dict.fromkeys((actor.id, self.kept(actor.id)))
        told = (self._told.get((id, name)) for name in names for id in ids)
        return next(filter(None, told), None)

    def _names(self) -> dict[tuple[str, str], tuple[Correction, Actor]]:
        told: dict[tuple[str, str], tuple[Correction, Actor]] = {}
        for entry in self.differs:
            differ = _differ(entry)
            for name in differ.one_names:
                told[differ.other.id, name] = entry, differ.one
            for name in differ.other_names:
                told[differ.one.id, name] = entry, differ.other
        return told


def _differ(entry: Correction) -> Differ:
    assert isinstance(entry.action, Differ)
    return entry.action


def _others(entry: Correction) -> set[str]:
    assert isinstance(entry.action, Merge)
    return {other.id for other in entry.action.others}


def _groups(merges: list[Correction]) -> Iterable[Group]:
    joined: dict[str, set[str]] = {}
    for entry in merges:
        assert isinstance(entry.action, Merge)
        ids = {entry.action.kept.id, *(other.id for other in entry.action.others)}
        members = set().union(ids, *(joined.get(id, ()) for id in ids))
        joined |= dict.fromkeys(members, members)
    by_group: dict[frozenset[str], list[Correction]] = defaultdict(list)
    for entry in merges:
        assert isinstance(entry.action, Merge)
        by_group[frozenset(joined[entry.action.kept.id])].append(entry)
    return (_group(members, entries) for members, entries in by_group.items())


def _group(members: frozenset[str], entries: list[Correction]) -> Group:
    actions = [entry.action for entry in entries if isinstance(entry.action, Merge)]
    others = {other.id for action in actions for other in action.others}
    named = {action.kept.id for action in actions}
    chosen = min(named - others or named)
    records = sorted((a.kept for a in actions if a.kept.id == chosen), key=repr)
    return Group(records[0], members, tuple(sorted(entries, key=lambda entry: entry.id)))
