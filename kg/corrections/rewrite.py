"""One claim as the decisions on it make it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from kg.corrections.actions import Correction, Edit, Split
from kg.corrections.identity import Identity
from kg.model import Actor, Mention, Resolution, ResolvedClaim, Span

REASON = "a correction says so"
T = TypeVar("T")
Meaning = tuple[Resolution, frozenset[Correction]]


class MeantBy:
    """Whom mentions mean after splits and merges; remembers which corrections it `used`."""

    def __init__(self, identity: Identity, splits: Mapping[tuple[Span, str], Correction]) -> None:
        self._identity, self._splits = identity, splits
        self.used: set[Correction] = set()

    def __call__(self, mention: Mention, resolution: Resolution, edited: Actor | None) -> Meaning:
        """What a mention means, and by which corrections; an edit goes before a split."""
        actor, used = resolution.actor, set[Correction]()
        if edited is not None:
            actor = edited
        elif split := self._splits.get((mention.span, actor.id)):
            assert isinstance(split.action, Split)
            actor, used = split.action.to, {split}
        elif apart := self._identity.apart(mention, actor):
            used, actor = {apart[0]}, apart[1]
        used |= self._identity.moved(actor.id)
        self.used |= used
        record = self._identity.record(actor)
        if record.id == resolution.actor.id:
            return replace(resolution, actor=record), frozenset(used)
        return Resolution(record, 1.0, (REASON,)), frozenset(used)


def rewritten(claim: ResolvedClaim, decided: Iterable[Correction], meant: MeantBy) -> ResolvedClaim:
    """The claim with what was decided on it; surer than any program where a person looked at it."""
    decided = list(decided)
    edits = [entry.action for entry in decided if isinstance(entry.action, Edit)]
    plain, used = claim.claim, set(decided)
    subject, by = meant(plain.subject, claim.subject, _last(e.subject for e in edits))
    used |= by
    object_, by = meant(plain.object, claim.object, _last(e.object for e in edits))
    used |= by
    source, said_by = claim.source, plain.source
    if source and said_by and not _is_authors(edits):
        source, by = meant(said_by, source, _last(e.source for e in edits))
        used |= by
    else:
        source = said_by = None
    marks = {entry.mark for entry in used} | set(plain.corrections)
    new = replace(
        plain,
        relation=_last(e.relation for e in edits) or plain.relation,
        status=_last(e.status for e in edits) or plain.status,
        source=said_by,
        confidence=1.0 if decided else plain.confidence,
        corrections=tuple(sorted(marks, key=lambda mark: mark.correction)),
    )
    return replace(claim, claim=new, subject=subject, object=object_, source=source)


def _is_authors(edits: Iterable[Edit]) -> bool:
    """Whether the last word on the source is that there is none."""
    told = [edit.by_author for edit in edits if edit.by_author or edit.source]
    return bool(told) and told[-1]


def _last(values: Iterable[T | None]) -> T | None:
    given = [value for value in values if value is not None]
    return given[-1] if given else None
