"""Names that several bodies bear, and names that go on before what is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.gazetteer import Entry, NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STATES = ("Country", "DeFactoState")
_BODIES = frozenset(
    ("PoliticalParty", "ArmedGroup", "ArmedForce", "NGO", "GovernmentBody", "Organisation")
)
_LINKS = ("of", "in")


def told_apart(found: Sequence[Name], doc: Doc) -> Iterator[Name]:
    """The names, without the entry where another bearer of the name is meant.

    "Foreign Office" is Britain's where no other state is beside it or named far more often.
    """
    covering = {index: name for name in found for index in range(name.start, name.end)}
    states: Counter[str] | None = None
    for name in found:
        longer = None if name.start - 1 in covering else _goes_on_before(name, doc)
        if longer is not None:
            yield longer
        elif name.kind is NameKind.SHARED and name.entry is not None:
            if states is None:
                states = Counter(state for other in found for state in _states(other))
            alone = not any(o.entry == name.entry and o.kind is not name.kind for o in found)
            yield from _borne(name, doc, covering, states) if alone else (name,)
        else:
            yield name


def _borne(
    name: Name, doc: Doc, covering: Mapping[int, Name], states: Counter[str]
) -> Iterator[Name]:
    """A body with a name that others share; nothing where it is that of a state beside it."""
    assert name.entry is not None
    homes = {*name.entry.acts_for, name.entry.within}
    beside = _beside(name, doc, covering)
    if beside is not None and homes.isdisjoint(beside):
        return
    named = max(states[home] for home in homes if home)
    if beside is None and 2 * named < max(states.values(), default=0):
        name = replace(name, entry=None, kind=None, name=doc[name.start : name.end].text)
    yield name


def _beside(name: Name, doc: Doc, covering: Mapping[int, Name]) -> list[str] | None:
    """The states of an adjective or a possessor in front, or of a place behind."""
    start, end = name.start, name.end
    before = covering.get(start - 2 if start and doc[start - 1].tag_ == "POS" else start - 1)
    linked = end + 1 < len(doc) and doc[end].lower_ in _LINKS
    behind = covering.get(end + 1 + (doc[end + 1].lower_ == "the")) if linked else None
    return next((told for other in (before, behind) if other and (told := _states(other))), None)


def _states(name: Name) -> list[str]:
    """The states that a name tells of: by itself, or by the office that a person holds."""
    entry = name.entry
    if entry is None:
        return []
    if entry.type in _STATES:
        return [entry.id]
    return list({term.of for term in entry.terms}) if entry.type == "Person" else _home(entry)


def _home(entry: Entry) -> list[str]:
    return [entry.within] if entry.type == "City" and entry.within else []


def _goes_on_before(name: Name, doc: Doc) -> Name | None:
    """As "Chin National Front": the longer name of another body than the one that is known."""
    before = doc[name.start - 1] if name.start else None
    if before is None or name.type not in _BODIES or name.end - name.start < 2:
        return None
    part = before.dep_ == "compound" and name.start <= before.head.i < name.end
    capital = before.text[0].isupper() and not before.is_upper
    if not part or before.tag_ != "NNP" or not capital or before.ent_iob_ == "O":
        return None
    if doc[name.start].ent_iob_ != "I":
        return None
    start = name.start - 1
    return Name(start, name.end, name.head, name.type, doc[start : name.end].text)
