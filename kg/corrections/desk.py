"""Decisions made from what a person names: claims by their ids, actors by any of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from kg.corrections.actions import (
    Accept,
    Action,
    Anchor,
    Differ,
    Edit,
    Merge,
    Reject,
    Split,
    Words,
)
from kg.corrections.apply import Applied, Plan
from kg.corrections.identity import Identity
from kg.corrections.overlay import Overlay
from kg.errors import CorrectionError
from kg.gazetteer import fold
from kg.model import Actor, Corpus, Mention, ResolvedClaim, Status
from kg.vocabulary import vocabulary

BY_AUTHOR = "author"  # says that a claim has no other source
FIELDS = ("relation", "status", "subject", "object", "source")
_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which mentions of an actor: those in a document, written so, in these claims; None is all."""

    document: str | None = None
    words: str | None = None
    claims: frozenset[str] | None = None


class Desk:
    """What was extracted, what was decided, and what both make together."""

    def __init__(self, extracted: Corpus, overlay: Overlay) -> None:
        self.extracted, self.overlay = extracted, overlay
        self.applied: Applied = Plan(overlay).apply(extracted)
        self.claims = {claim.id: claim for claim in self.applied.corpus.claims()}

    def claim(self, id: str) -> ResolvedClaim:
        """The corrected claim with this id, or with an id that begins so."""
        found = [self.claims[id]] if id in self.claims else self._beginning(id)
        if len(found) != 1:
            count = f"{len(found)} claims have" if found else "no claim has"
            raise CorrectionError(f"{count} the id {id!r}: kg review --list shows the claims")
        return found[0]

    def accept(self, id: str) -> list[Action]:
        """The claim is right."""
        return [Accept(anchor) for anchor in self.anchors(id)]

    def reject(self, id: str) -> list[Action]:
        """Its document does not say so."""
        return [Reject(anchor) for anchor in self.anchors(id)]

    def edit(self, id: str, changes: Iterable[tuple[str, str]]) -> list[Action]:
        """The claim is right but for these: relation, status, subject, object, source."""
        claim, told = self.claim(id), dict(changes)
        if unknown := set(told) - set(FIELDS):
            raise CorrectionError(
                f"{', '.join(sorted(unknown))}: what can be set is one of {', '.join(FIELDS)}"
            )
        if not told:
            raise CorrectionError(f"say what is to be set: one of {', '.join(FIELDS)}")
        if "source" in told and claim.source is None:
            raise CorrectionError(
                f"claim {claim.id} is told by the author: it has no source to set"
            )
        by_author = told.get("source") == BY_AUTHOR
        sides = [s for s in FIELDS[2:] if s in told and not (s == "source" and by_author)]
        actors = {side: self.actor(told[side]) for side in sides}
        relation, status = told.get("relation"), told.get("status")
        new = Edit(
            claim=self.anchors(id)[0],
            relation=relation_named(relation) if relation else None,
            status=status_named(status) if status else None,
            subject=actors.get("subject"),
            object=actors.get("object"),
            source=actors.get("source"),
            by_author=by_author,
        )
        return [replace(new, claim=anchor) for anchor in self.anchors(id)]

    def merge(self, names: Iterable[str]) -> list[Action]:
        """All these actors are the first of them."""
        kept, *others = dict.fromkeys(self.actor(name) for name in names)
        if not others:
            raise CorrectionError(f"only {kept.id} is named: name another actor that it is")
        action = Merge(kept, tuple(others))
        self._refuse_contradiction(action)
        return [action]

    def differ(self, one: str, other: str) -> list[Action]:
        """The two are not the same, whatever a later extraction or merge says."""
        first, second = self.actor(one), self.actor(other)
        if first.id == second.id:
            raise CorrectionError(f"{one!r} and {other!r} both are {first.id}: kg split parts them")
        names = [self._names(actor) for actor in (first, second)]
        apart = [tuple(sorted(mine - its)) for mine, its in (names, names[::-1])]
        action = Differ(first, second, *apart)
        self._refuse_contradiction(action)
        return [action]

    def split(self, name: str, to: str, chosen: Chosen) -> list[Action]:
        """What was taken for one actor, at the chosen places, is another."""
        actor, other = self.actor(name), self.actor(to)
        if actor.id == other.id:
            raise CorrectionError(f"{name!r} and {to!r} both are {actor.id}: nothing is split")
        found: dict[tuple[str, str, str], set[Words]] = defaultdict(set)
        for claim, mention, extracted in self._mentions(actor.id, chosen):
            key = (claim.document.id, claim.document.name, extracted)
            found[key].add(Words(mention.span, mention.text))
        if not found:
            raise CorrectionError(f"no such mention of {actor.id} is in the graph")
        return [
            Split(document, name, id, tuple(sorted(words, key=lambda w: w.span)), other)
            for (document, name, id), words in sorted(found.items())
        ]

    def anchors(self, id: str) -> list[Anchor]:
        """The anchors of a claim: of all that were extracted, or added, as this one claim."""
        return [Anchor.of(claim) for claim in self.applied.origins[self.claim(id).id]]

    def actor(self, name: str) -> Actor:
        """The actor with this id, label or alias; a new one as `id:Type:label`."""
        actors = self.applied.corpus.actors
        found = [actor for actor in actors if actor.id == name]
        found = found or [a for a in actors if fold(name) in map(fold, (a.label, *a.aliases))]
        if len(found) == 1:
            return replace(found[0], acts_for=())
        if found:
            ids = ", ".join(actor.id for actor in found)
            raise CorrectionError(f"{name!r} may be {ids}: name one by its id")
        if name.count(":") >= 2:
            return new_actor(name)
        raise CorrectionError(f"no actor {name!r} in this graph{self._suggest(name)}")

    def _mentions(self, id: str, chosen: Chosen) -> Iterator[tuple[ResolvedClaim, Mention, str]]:
        """The mentions of an actor, and what each was taken for when it was extracted."""
        for corrected, claims in self.applied.origins.items():
            made = self.claims[corrected]
            wanted = chosen.claims is None or corrected in chosen.claims
            if not wanted or chosen.document not in (None, made.document.name):
                continue
            for claim in claims:
                for side in FIELDS[2:]:
                    now, before = getattr(made, side), getattr(claim, side)
                    mention = getattr(claim.claim, side)
                    if now and before and now.actor.id == id and _written(mention, chosen.words):
                        yield claim, mention, before.actor.id

    def _names(self, actor: Actor) -> set[str]:
        """The folded names of an actor, also those that texts write for it."""
        names = {actor.label, *actor.aliases}
        for claim in self.claims.values():
            for side in FIELDS[2:]:
                meant, mention = getattr(claim, side), getattr(claim.claim, side)
                if meant and meant.actor.id == actor.id:
                    names |= {mention.text, mention.name}
        return set(map(fold, names)) - {""}

    def _refuse_contradiction(self, action: Merge | Differ) -> None:
        """Raise where a merge and a difference that holds cannot both be right."""
        made = self.overlay.decide([action], "-")
        before, after = Plan(self.overlay).identity, Plan(made).identity
        if after.contradicted.keys() - before.contradicted.keys():
            against = sorted(_against(action, before))
            raise CorrectionError(
                f"this contradicts {', '.join(against)}: kg undo takes a correction back"
            )

    def _beginning(self, id: str) -> list[ResolvedClaim]:
        return [claim for known, claim in self.claims.items() if id and known.startswith(id)]

    def _suggest(self, name: str) -> str:
        known = {fold(n): a.id for a in self.applied.corpus.actors for n in (a.label, *a.aliases)}
        close = get_close_matches(fold(name), sorted(known), _SUGGESTIONS)
        ids = dict.fromkeys(known[key] for key in close)
        hint = f"; did you mean {' or '.join(ids)}?" if ids else ""
        return f"{hint} (a new one is written id:Type:label)"


def new_actor(text: str) -> Actor:
    """The actor that `id:Type:label` describes."""
    id, type_, label = (part.strip() for part in text.split(":", 2))
    if not id or not label or type_ not in vocabulary().classes.concrete:
        raise CorrectionError(
            f"{text!r}: a new actor is written id:Type:label, such as jane-doe:Person:Jane Doe; "
            "types are listed in ontology/actors/classes.yaml"
        )
    return Actor(id, label, type_)


def relation_named(name: str) -> str:
    """The id of the relation with this id or label; raises `OntologyError` with a suggestion."""
    by_label = (entry.id for entry in vocabulary().values() if entry.label == name.strip().lower())
    return next(by_label, None) or vocabulary()[name.strip()].id


def status_named(name: str) -> Status:
    """The status of this name."""
    try:
        return Status(name.strip().lower())
    except ValueError:
        known = ", ".join(Status)
        raise CorrectionError(f"{name!r} is no status: use one of {known}") from None


def _written(mention: Mention, words: str | None) -> bool:
    return words is None or fold(words) in (fold(mention.text), fold(mention.name))


def _against(action: Merge | Differ, identity: Identity) -> set[str]:
    """The corrections that a new one contradicts."""
    if isinstance(action, Merge):
        ids = {action.kept.id, *(other.id for other in action.others)}
        members = ids.union(*(identity.groups[i].members for i in ids if i in identity.groups))
        pairs = ((e, e.action) for e in identity.differs if isinstance(e.action, Differ))
        return {e.id for e, d in pairs if {d.one.id, d.other.id} <= members}
    group = identity.groups[action.one.id]
    return {entry.id for entry in group.merges}
