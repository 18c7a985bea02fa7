"""Actors made of gazetteer entries and of mere names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer import Entry, Gazetteer, running, slug
from kg.model import Actor, digest
from kg.resolve.asked import Knowledge

_GOVERNING = ("government", "authorities", "leadership")


def known_actor(
    entry: Entry, knowledge: Knowledge, date: str | None, *, also_for: tuple[str, ...] = ()
) -> Actor:
    """The actor of an entry; a person acts for where an office is held at `date`."""
    held = (term.of for term in running(entry, date))
    acts_for = tuple(dict.fromkeys((*entry.acts_for, *held, *also_for)))
    aliases = tuple(written_forms(entry, knowledge))
    return Actor(entry.id, entry.label, entry.type, aliases, entry.wikidata, acts_for)


def written_forms(entry: Entry, knowledge: Knowledge) -> list[str]:
    """What else the entry is called, in a fixed order: names, acronyms, capital, government."""
    forms = [*entry.names, *entry.shared, *entry.acronyms, *entry.surnames]
    if knowledge.is_a(entry.type, "Polity"):
        forms += (*knowledge.gazetteer.capital_names(entry), *entry.metonyms, *_governments(entry))
    return [form for form in dict.fromkeys(forms) if form != entry.label]


def _governments(entry: Entry) -> Iterator[str]:
    for word in _GOVERNING:
        yield from (f"{adjective} {word}" for adjective in entry.adjectives)
        yield f"{entry.label} {word}"
    yield f"government of {entry.label}"


def fresh_id(text: str, type_: str, gazetteer: Gazetteer) -> str:
    """An id made of a name, never empty; with the class added where an entry has that id."""
    id_ = slug(text) or digest(text)
    while id_ in gazetteer.entries:
        id_ = f"{id_}-{slug(type_)}"
    return id_


def described(owner: Entry) -> str:
    """The word that says in front of a noun whose it is: "Russian", "NATO"."""
    if owner.adjectives:
        return owner.adjectives[0]
    return owner.acronyms[0] if owner.acronyms else owner.label
