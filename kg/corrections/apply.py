"""A corpus as corrections make it: claims added and decided on, mentions moved, actors merged.

Corrections are applied to what was extracted, never to what other corrections made: missed claims
join the others; then each claim follows the decisions on it; then mentions are split; at last
actors are merged. So a document alone becomes what it becomes in the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from kg.corrections.actions import (
    Accept,
    Correction,
    Edit,
    Missed,
    OnClaim,
    Reject,
    Split,
)
from kg.corrections.fates import Fate, Known, State
from kg.corrections.identity import Identity
from kg.corrections.matching import Claims, missed_claim
from kg.corrections.opened import is_closed
from kg.corrections.overlay import Overlay
from kg.corrections.rewrite import MeantBy, rewritten
from kg.errors import CorrectionError
from kg.graph.pool import pool
from kg.model import Actor, Corpus, Document, ResolvedClaim, Span

Key = tuple[str, str]


@dataclass(frozen=True)
class Applied:
    """A corrected corpus; what became of each correction; and what each claim was made of.

    `origins` has, by the id of a corrected claim, those that were extracted or added; `rejected`
    those that were taken out.
    """

    corpus: Corpus
    origins: Mapping[str, tuple[ResolvedClaim, ...]]
    rejected: tuple[ResolvedClaim, ...]
    plan: Plan
    states: Mapping[str, AbstractSet[State]]

    @cached_property
    def fates(self) -> tuple[Fate, ...]:
        """What became of each correction, in the order of the log."""
        return self.fates_of(self.plan.overlay.entries)

    def fates_of(self, entries: Iterable[Correction]) -> tuple[Fate, ...]:
        """What became of some corrections."""
        texts = {document.id for document in self.corpus.documents}
        known = Known(self.plan.overlay, self.plan.identity, self.states, texts)
        return tuple(Fate(entry, known.state(entry)) for entry in entries)

    @property
    def lost(self) -> tuple[Fate, ...]:
        """What has come to nothing: the corrections that find their claim or actor no longer."""
        return tuple(fate for fate in self.fates if fate.state.is_lost)


def apply(corpus: Corpus, overlay: Overlay) -> Applied:
    """The corpus as the corrections make it; without any in force, as it is."""
    return Plan(overlay).apply(corpus)


class Plan:
    """A log of corrections, made ready to be applied to one corpus after the other."""

    def __init__(self, overlay: Overlay) -> None:
        self.overlay = overlay
        self.identity = Identity(overlay.in_force.values())
        self.about: dict[str, list[Correction]] = defaultdict(list)
        for entry in overlay.in_force.values():
            if entry.document is not None:
                self.about[entry.document].append(entry)

    def apply(self, corpus: Corpus) -> Applied:
        """The corpus as the corrections make it."""
        by_document: dict[Key, list[ResolvedClaim]] = defaultdict(list)
        for claim in corpus.claims():
            by_document[_key(claim.document)].append(claim)
        work = _Work(self)
        for document in corpus.documents:
            work.document(document, by_document[_key(document)])
        corrected = self._pooled(corpus, work) if self.overlay.in_force else corpus
        origins = {id: tuple(claims) for id, claims in work.origins.items()}
        return Applied(corrected, origins, tuple(work.rejected), self, work.states)

    def concerns(self, corpus: Corpus) -> bool:
        """Whether a correction may change the corpus."""
        on_actors = self.identity.groups or self.identity.differs
        return bool(on_actors) or any(d.id in self.about for d in corpus.documents)

    def _pooled(self, corpus: Corpus, work: _Work) -> Corpus:
        """The claims that stand, with the records of the actors that they speak of."""
        spoken = {actor.id for claim in corpus.claims() for actor in _parties(claim)}
        kept = {actor.id for claim in work.standing for actor in _parties(claim)}
        records = [
            self.identity.record(actor)
            for actor in corpus.actors
            if self.identity.kept(actor.id) in kept or actor.id not in spoken
        ]
        left = (claim for claim in corpus.open_claims if not is_closed(claim, self.about))
        return pool(work.standing, corpus.documents, records, open_claims=left)


@dataclass(slots=True)
class _Work:
    """What has been done so far."""

    plan: Plan
    standing: list[ResolvedClaim] = field(default_factory=list)
    rejected: list[ResolvedClaim] = field(default_factory=list)
    origins: dict[str, list[ResolvedClaim]] = field(default_factory=lambda: defaultdict(list))
    states: dict[str, set[State]] = field(default_factory=lambda: defaultdict(set))

    def document(self, document: Document, extracted: Iterable[ResolvedClaim]) -> None:
        """Correct the claims of one document."""
        claims, decisions = Claims(document, extracted), _Decisions(self.states)
        entries = self.plan.about.get(document.id, [])
        for entry in entries:
            if isinstance(entry.action, Missed):
                decisions.add(entry, entry.action, claims)
        for entry in entries:
            if isinstance(entry.action, Accept | Reject | Edit):
                decisions.find(entry, entry.action, claims)
        splits = [entry for entry in entries if isinstance(entry.action, Split)]
        meant = MeantBy(self.plan.identity, _moved(splits))
        for number, claim in enumerate(claims.found):
            self._settle(claim, decisions.on[number], meant)
        for entry in meant.used:
            self.states[entry.id].add(State.APPLIED)
        for entry in splits:
            self.states[entry.id].add(State.NO_MENTION)

    def _settle(self, claim: ResolvedClaim, decided: list[Correction], meant: MeantBy) -> None:
        """Follow the decisions on a claim: what stands before a rejection no longer counts."""
        rejections = [n for n, entry in enumerate(decided) if isinstance(entry.action, Reject)]
        first = rejections[-1] if rejections else 0
        is_rejected = bool(rejections) and first == len(decided) - 1
        if rejections and not is_rejected:
            first += 1
        for number, entry in enumerate(decided):
            self.states[entry.id].add(State.APPLIED if number >= first else State.OVERRULED)
        if is_rejected:
            self.rejected.append(claim)
            return
        made = rewritten(claim, decided[first:], meant)
        self.standing.append(made)
        self.origins[made.id].append(claim)


class _Decisions:
    """What was decided on each claim of a document, by its number, in the order of the log."""

    def __init__(self, states: dict[str, set[State]]) -> None:
        self.on: dict[int, list[Correction]] = defaultdict(list)
        self._states = states

    def add(self, entry: Correction, missed: Missed, claims: Claims) -> None:
        """A claim that was missed; if it is found by now, the decision is to accept it."""
        ends = (missed.subject.span, missed.object.span)
        numbers = claims.stating(missed.relation, *ends, missed.status)
        if not numbers:
            try:
                numbers = [claims.add(missed_claim(missed, claims.document))]
            except CorrectionError:
                self._states[entry.id].add(State.OTHER_TEXT)
        for number in numbers:
            self.on[number].append(entry)

    def find(self, entry: Correction, action: OnClaim, claims: Claims) -> None:
        """The claims that were decided on."""
        edit = action if isinstance(action, Edit) else None
        numbers = claims.of(action.claim, any_status=bool(edit and edit.status))
        for number in numbers:
            self.on[number].append(entry)
        if not numbers:
            done = edit is not None and _is_done(edit, claims)
            self._states[entry.id].add(State.ALREADY if done else State.NO_CLAIM)


def _is_done(edit: Edit, claims: Claims) -> bool:
    """Whether a claim says by itself what the edit would make it say."""
    anchor = edit.claim
    relation, status = edit.relation or anchor.relation, edit.status or anchor.status
    return bool(claims.stating(relation, anchor.subject.span, anchor.object.span, status))


def _moved(splits: Iterable[Correction]) -> dict[tuple[Span, str], Correction]:
    return {
        (words.span, entry.action.actor): entry
        for entry in splits
        if isinstance(entry.action, Split)
        for words in entry.action.mentions
    }


def _key(document: Document) -> Key:
    return document.id, document.name


def _parties(claim: ResolvedClaim) -> Iterator[Actor]:
    return (r.actor for r in (claim.subject, claim.object, claim.source) if r)
