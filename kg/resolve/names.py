"""Rules for names: the gazetteer's own forms, peoples, and what is left when nothing is known."""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer import Entry, Match, NameKind
from kg.model import Actor, Resolution
from kg.resolve.actors import described, fresh_id, known_actor
from kg.resolve.asked import Asked, Knowledge

_WORTH = {
    NameKind.NAME: 1.0,
    NameKind.ACRONYM: 1.0,
    NameKind.CAPITAL: 0.9,
    NameKind.METONYM: 0.9,
    NameKind.ADJECTIVE: 0.8,
    NameKind.PEOPLE: 0.7,
}
_HOW = {
    NameKind.NAME: "a name of",
    NameKind.ACRONYM: "an acronym of",
    NameKind.CAPITAL: "the capital of",
    NameKind.METONYM: "a seat of the government of",
    NameKind.ADJECTIVE: "the adjective of",
    NameKind.PEOPLE: "the people of",
}


def known(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """A form of the gazetteer whose class fits; a capital in the role of a state is the state."""
    scored = [(_score(match, asked, knowledge), match) for match in _candidates(asked, knowledge)]
    score, match = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if match is None or score == 0.0:
        return _misread(asked, knowledge)
    reason = f"“{asked.name}” is {_HOW[match.kind]} {match.entry.label}"
    return Resolution(known_actor(match.entry, knowledge, asked.date), round(score, 2), (reason,))


def people(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """A people by its name: "Armenians", "the Armenian people"."""
    if asked.type != "PeopleGroup":
        return None
    if asked.owner is not None and asked.rest == "people":
        return _people_of(asked.owner, asked, knowledge)
    for match in knowledge.gazetteer.lookup(asked.name):
        if match.kind in (NameKind.PEOPLE, NameKind.ADJECTIVE):
            return _people_of(match.entry, asked, knowledge)
    return None


def unknown(asked: Asked, knowledge: Knowledge) -> Resolution:
    """An actor that is nothing but its name."""
    id_ = fresh_id(asked.name, asked.type, knowledge.gazetteer)
    reason = f"“{asked.name}” is in no list: an actor of its own"
    return Resolution(Actor(id_, asked.name, asked.type), 0.4, (reason,))


def _candidates(asked: Asked, knowledge: Knowledge) -> Iterator[Match]:
    lookup = knowledge.gazetteer.lookup
    yield from (match for match in lookup(asked.name) if match.kind in _WORTH)
    if asked.owner is not None:
        yield from _of_owner(asked.owner, asked.rest, knowledge)


def _of_owner(owner: Entry, rest: str, knowledge: Knowledge) -> Iterator[Match]:
    """What the owner and the rest name together: "Air Force" of Israel is the Israeli Air Force."""
    lookup = knowledge.gazetteer.lookup
    for front in (*owner.adjectives, *owner.acronyms, *owner.names):
        yield from (match for match in lookup(f"{front} {rest}") if match.kind in _WORTH)
    for match in lookup(rest):
        if owner.id in match.entry.acts_for and match.kind in _WORTH:
            yield match


def _score(match: Match, asked: Asked, knowledge: Knowledge) -> float:
    entry = match.entry
    apart = asked.rest == asked.name and bool(entry.acts_for)
    strange = apart and asked.owner is not None and _foreign(entry, asked.owner)
    return 0.0 if strange else _WORTH[match.kind] * knowledge.fit(asked.type, entry.type)


def _foreign(entry: Entry, owner: Entry) -> bool:
    """Whether the entry acts for others than the owner: the German Foreign Office, for Berlin."""
    return owner.id not in (entry.id, *entry.acts_for) and not set(owner.acts_for) & {
        *entry.acts_for
    }


def _misread(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """A name that the gazetteer has for an actor of another class; no person, nothing owned."""
    if asked.type == "Person" or asked.mention.owner or not knowledge.is_a(asked.type, "Actor"):
        return None
    for match in knowledge.gazetteer.lookup(asked.name):
        named = match.kind in (NameKind.NAME, NameKind.ACRONYM)
        if named and match.entry.type != "Person" and knowledge.is_a(match.entry.type, "Actor"):
            how = f"{_HOW[match.kind]} {match.entry.label}"
            reason = f"“{asked.name}” is {how}, though it was taken for a {asked.type}"
            return Resolution(known_actor(match.entry, knowledge, asked.date), 0.5, (reason,))
    return None


def _people_of(entry: Entry, asked: Asked, knowledge: Knowledge) -> Resolution | None:
    if not (knowledge.is_a(entry.type, "Polity") or entry.type == "Region"):
        return None
    label = entry.people[0] if entry.people else f"{described(entry)} people"
    id_ = fresh_id(label, "PeopleGroup", knowledge.gazetteer)
    aliases = tuple(form for form in (*entry.people, f"{described(entry)} people") if form != label)
    reason = f"“{asked.name}” are the people of {entry.label}"
    return Resolution(Actor(id_, label, "PeopleGroup", aliases), 0.9, (reason,))
