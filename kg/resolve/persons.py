"""Rules for persons: those with a name, and those whom only an office names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer import ROLES, Entry, NameKind, fold, likeliest, running, slug
from kg.model import Actor, Resolution
from kg.resolve.actors import described, fresh_id, known_actor
from kg.resolve.asked import Asked, Knowledge


def office(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """An unnamed holder ("the Russian president"): who it was at the time, or else the office."""
    title = _title(asked, knowledge)
    if asked.owner is None or title is None:
        return None
    holder = _holder(asked, title, knowledge) if asked.date else None
    if holder is not None:
        reason = f"{holder.label} was the {title} of {asked.owner.label} on {asked.date}"
        return Resolution(known_actor(holder, knowledge, asked.date), 0.8, (reason,))
    if asked.type == "PeopleGroup":
        return None
    reason = f"“{asked.name}” is an office of {asked.owner.label}; who held it is not known"
    return Resolution(_office(asked.owner, title, asked, knowledge), 0.6, (reason,))


def person(asked: Asked, knowledge: Knowledge) -> Resolution | None:
    """A person with a name, in full or by the surname."""
    if asked.type != "Person":
        return None
    title, name = knowledge.titles.split(asked.rest)
    title = asked.mention.title or title
    for text in dict.fromkeys((asked.name, asked.rest, name)):
        for match in knowledge.gazetteer.lookup(text):
            if match.entry.type == "Person" and match.kind is not NameKind.SURNAME:
                return _known(match.entry, title, asked, knowledge)
    entry = _by_surname(name, title, asked, knowledge)
    if entry is not None:
        return _known(entry, title, asked, knowledge)
    return None if name[:1].islower() else _unknown(name, title, asked, knowledge)


def _title(asked: Asked, knowledge: Knowledge) -> str | None:
    """The title that a mention consists of, where its owner has offices."""
    typed = asked.type in ("Person", "Office", "PeopleGroup")
    if not typed or asked.owner is None or not knowledge.owns(asked.owner):
        return None
    title = knowledge.titles.bare(asked.rest)
    if not title or not knowledge.titles.is_title(title) or _has_name(title, knowledge):
        return None
    return title


def _holder(asked: Asked, title: str, knowledge: Knowledge) -> Entry | None:
    for of, named in _offices(asked, title, knowledge):
        if fold(named) not in knowledge.titles.shared:
            for role in ROLES:
                found = knowledge.gazetteer.holder(role, of, asked.date, title=named)
                if found is not None:
                    return found
    return _leading(asked, knowledge) if fold(title) in knowledge.titles.leading else None


def _leading(asked: Asked, knowledge: Knowledge) -> Entry | None:
    """Who leads a state: its president where presidents govern, else its prime minister."""
    assert asked.owner is not None
    of, roles = asked.owner.id, ("headOfStateOf", "headOfGovernmentOf")
    ordered = roles if of in knowledge.titles.presidential else roles[::-1]
    holders = (knowledge.gazetteer.holder(role, of, asked.date) for role in ordered)
    return next(filter(None, holders), None)


def _offices(asked: Asked, title: str, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """The owner's offices of that title; a "Pentagon chief" is an office of the state behind."""
    owner, titles = asked.owner, knowledge.titles
    assert owner is not None
    state = knowledge.is_a(owner.type, "StateActor") and knowledge.is_a(owner.type, "Polity")
    narrow = state and fold(title) not in titles.leading
    yield from ((owner.id, named) for named in titles.named(title, state=narrow))
    yield owner.id, title.title()
    for form in (asked.mention.owner, *owner.names):
        for named in titles.named(f"{form} {title}", state=True):
            yield from ((of, named) for of in owner.acts_for)


def _office(owner: Entry, title: str, asked: Asked, knowledge: Knowledge) -> Actor:
    id_ = fresh_id(f"{owner.id}-{slug(title)}", "Office", knowledge.gazetteer)
    label = f"{described(owner)} {title}"
    aliases = tuple(dict.fromkeys((asked.name, f"{title} of {owner.label}")))
    aliases = tuple(form for form in aliases if form != label)
    return Actor(id_, label, "Office", aliases, None, (owner.id,))


def _known(entry: Entry, title: str | None, asked: Asked, knowledge: Knowledge) -> Resolution:
    actor = known_actor(entry, knowledge, asked.date, also_for=_behalf(title, asked, knowledge))
    whole = any(asked.name == name for name in entry.names)
    reason = f"“{asked.name}” is {'a name of' if whole else 'short for'} {entry.label}"
    return Resolution(actor, 1.0 if whole else 0.85, (reason, *_terms(entry, asked)))


def _unknown(name: str, title: str | None, asked: Asked, knowledge: Knowledge) -> Resolution:
    acts_for = _behalf(title, asked, knowledge)
    id_ = fresh_id(name, "Person", knowledge.gazetteer)
    aliases = (asked.name,) if asked.name != name else ()
    reason = f"“{name}” is in no list: a person of its own"
    office_ = (f"speaks or acts for {', '.join(acts_for)} as {title}",) if acts_for else ()
    return Resolution(Actor(id_, name, "Person", aliases, None, acts_for), 0.5, (reason, *office_))


def _behalf(title: str | None, asked: Asked, knowledge: Knowledge) -> tuple[str, ...]:
    owner = asked.owner
    acts = owner is not None and knowledge.owns(owner) and knowledge.titles.acts(title)
    return (owner.id,) if owner is not None and acts else ()


def _by_surname(name: str, title: str | None, asked: Asked, knowledge: Knowledge) -> Entry | None:
    """Who is called by that surname alone: those in office at the date before others."""
    found = [
        match.entry
        for match in knowledge.gazetteer.lookup(name)
        if match.kind is NameKind.SURNAME and _serves(match.entry, asked, knowledge)
    ]
    wanted = set(knowledge.titles.named(title, state=False)) if title else set()
    titled = [entry for entry in found if any(term.title in wanted for term in entry.terms)]
    return likeliest(titled or found, asked.date) if found else None


def _serves(entry: Entry, asked: Asked, knowledge: Knowledge) -> bool:
    """Whether nothing speaks against it: one told to be of a state must have served there."""
    if asked.owner is None or asked.owner.type == "Person" or not entry.terms:
        return True
    entries = knowledge.gazetteer.entries
    served = {id_ for term in entry.terms for id_ in (term.of, *entries[term.of].acts_for)}
    return asked.owner.id in served


def _terms(entry: Entry, asked: Asked) -> tuple[str, ...]:
    return tuple(
        f"{term.title} ({term.of}) from {term.start}" for term in running(entry, asked.date)
    )


def _has_name(title: str, knowledge: Knowledge) -> bool:
    """Whether a proper name follows the title: "Foreign Minister Lavrov" is no office."""
    words = title.split()
    return words[-1][0].isupper() and not knowledge.titles.is_title(words[-1])
