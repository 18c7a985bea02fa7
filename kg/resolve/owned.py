"""Rules for what belongs to a state or an organisation: governments, ministries, armies, others."""

from __future__ import annotations

from kg.gazetteer import Entry, fold
from kg.model import Actor, Resolution
from kg.resolve.actors import described, fresh_id, known_actor
from kg.resolve.asked import Asked, Knowledge
from kg.resolve.tables import Body


def government(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """Those who govern are the state: "the Armenian government", "the Biden administration"."""
    owner = asked.owner
    governs = asked.type in ("Government", "GovernmentBody") or knowledge.is_a(asked.type, "Polity")
    if owner is None or not governs or not knowledge.owns(owner):
        return None
    if not knowledge.bodies.means_owner(asked.rest):
        return None
    reason = f"“{asked.name}” governs {owner.label} and stands for it"
    return Resolution(known_actor(owner, knowledge, asked.date), 0.9, (reason,))


def body(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """A ministry, a parliament, an army: one actor a state, however it is written."""
    owner = asked.owner
    if owner is None or not knowledge.owns(owner):
        return None
    found = knowledge.bodies.find(asked.rest) or _stationed(asked, knowledge)
    if found is None or not knowledge.fit(asked.type, found.type):
        return None
    own = knowledge.gazetteer.entries.get(found.own.get(owner.id, ""))
    if own is not None:
        reason = f"“{asked.name}” of {owner.label} is {own.label}"
        return Resolution(known_actor(own, knowledge, asked.date), 0.9, (reason,))
    reason = f"“{asked.name}” is the {found.label} of {owner.label}"
    return Resolution(_body_of(owner, found, asked), 0.85, (reason,))


def owned(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """Whatever else a description gives an owner: "Russian tourists", "the Hamas delegation"."""
    owner = asked.owner
    if owner is None or not (asked.rest[:1].islower() or _official(asked, knowledge)):
        return None
    label = _whose(asked, owner)
    id_ = fresh_id(label or f"{owner.id} {asked.rest}", asked.type, knowledge.gazetteer)
    label = label or f"{described(owner)} {asked.rest}"
    acts = _official(asked, knowledge) and _serving(asked.rest, knowledge)
    actor = Actor(
        id_, label, asked.type, _other_forms(asked, label), None, (owner.id,) if acts else ()
    )
    reason = f"“{asked.name}” belongs to {owner.label}"
    return Resolution(actor, 0.6, (reason,))


def _whose(asked: Asked, owner: Entry) -> str | None:
    """As "spokesman for Emmanuel Macron", "wife of Alexei Navalny": a person beside another."""
    if asked.type != "Person":
        return None
    if any(f" {link} " in asked.name for link in ("of", "for")):
        return asked.name
    return f"{asked.rest} of {owner.label}" if owner.type == "Person" else None


def _stationed(asked: Asked, knowledge: Knowledge) -> Body | None:
    """An army is the same wherever its troops are: "troops in Iraq"."""
    front, joint, _ = asked.rest.partition(" in ")
    found = knowledge.bodies.find(front) if joint else None
    return found if found is not None and found.type == "ArmedForce" else None


def _official(asked: Asked, knowledge: Knowledge) -> bool:
    return asked.type == "Office" or knowledge.is_a(asked.type, "StateActor")


def _serving(rest: str, knowledge: Knowledge) -> bool:
    """Whether the words are free of "former", "rebel" and the like."""
    other = knowledge.bodies.other
    return knowledge.titles.bare(rest) is not None and other.isdisjoint(fold(rest).split())


def _body_of(owner: Entry, found: Body, asked: Asked) -> Actor:
    label = f"{described(owner)} {found.label}"
    fronts = dict.fromkeys((*owner.adjectives, *owner.acronyms, owner.label, f"{owner.label}'s"))
    forms = (asked.name, *(f"{front} {found.label}" for front in fronts))
    aliases = tuple(form for form in dict.fromkeys(forms) if form != label)
    return Actor(f"{owner.id}-{found.id}", label, found.type, aliases, None, (owner.id,))


def _other_forms(asked: Asked, label: str) -> tuple[str, ...]:
    return (asked.name,) if asked.name != label else ()
