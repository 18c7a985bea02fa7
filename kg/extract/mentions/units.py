"""Names of military units, and which of two that follow each other is part of the other.

"the 14th Infantry Regiment", "Task Force 50", "2nd Battalion, 14th Infantry Regiment".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name, Names
from kg.extract.parse.index import find
from kg.extract.words.descriptions import descriptions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$", re.IGNORECASE)
_SPELLED = frozenset(
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()
)
# Nouns that a number may follow, and those that one must be with for being a unit's.
_NUMBERED = frozenset("unit force battalion brigade division regiment squadron".split())
_AMBIGUOUS = frozenset("group wing company command force forces".split())
_LOOSE = frozenset(("unit", "force"))
_PLACES = frozenset("City Region Facility Place Country".split())
_LONGEST = 7


def units(names: Names) -> Iterator[Name]:
    """The numbered units of one document, in order of the text."""
    for token in find(names.doc, lower=descriptions().units.keys() | _LOOSE):
        if not token.is_title:
            continue
        start = _start(token)
        end = token.i + 1 + (start is None and _is_numbered(token))
        if start is None and (end > token.i + 1 or _is_company(token)):
            start = _capital(token)
        if start is not None and not _is_inside(start, end, names):
            yield _unit(start, end, names)


def is_unit(name: Name | None, doc: Doc) -> bool:
    """Whether a mention is the proper name of a unit, and no noun with its modifiers."""
    if name is None or name.end < name.start + 2 or name.type not in ("ArmedForce", "ArmedGroup"):
        return False
    first, last = doc[name.start], doc[name.end - 1]
    return not first.text[0].islower() and last.is_title and last.lower_ in descriptions().units


def larger(name: Name, names: Names) -> Name | None:
    """As "2nd Battalion, 14th Infantry Regiment": the unit behind a comma, if it is the larger."""
    doc = names.doc
    if name.type != "ArmedForce" or name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return None
    other = names.covering.get(name.end + 1 + (doc[name.end + 1].lower_ == "the"))
    if other is None or other.type != "ArmedForce" or other.start > name.end + 2:
        return None
    size, sizes = _size(name, doc), descriptions().units
    whole = sizes.get(doc[other.end - 1].lower_, -1)
    return other if size is not None and size < whole and other.start > name.end else None


def first_units(found: Sequence[Name], names: Names) -> list[Name]:
    """As "assigned to 1st Battalion, 9th Cavalry Regiment, Fort Hood": the battalion alone.

    What stands behind a unit says to which larger one it belongs, and where that has its base.
    """
    kept: list[Name] = []
    parents: set[int] = set()
    for name in found:
        placed = bool(parents) and name.type in _PLACES
        if name.start not in parents and not placed:
            kept.append(name)
        if whole := larger(name, names):
            parents.add(whole.start)
    return kept


def _size(name: Name, doc: Doc) -> int | None:
    return descriptions().units.get(doc[name.end - 1].lower_)


def _start(noun: Token) -> int | None:
    """The ordinal before a unit's noun and its other words; None if there is none."""
    doc = noun.doc
    for index in range(noun.i - 1, max(noun.i - _LONGEST, -1), -1):
        token = doc[index]
        if _ORDINAL.match(token.text):
            return index
        if token.text in _SPELLED and noun.lower_ not in _AMBIGUOUS:
            return index
        if not token.text[0].isupper():
            return None
    return None


def _is_numbered(noun: Token) -> bool:
    """As "Task Force 50", "Unit 8200"; the third unit of a power station is none."""
    after = noun.doc[noun.i + 1 : noun.i + 2].text
    return noun.lower_ in _NUMBERED and after.isdigit() and len(after) > 1


def _is_company(noun: Token) -> bool:
    """As "Bravo Company, 4th Battalion": a unit, since another one follows."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return len(after) == 2 and after[0].text == "," and bool(_ORDINAL.match(after[1].text))


def _capital(noun: Token) -> int:
    start = noun.i
    while start and noun.doc[start - 1].tag_ == "NNP" and not noun.doc[start].is_sent_start:
        start -= 1
    return start


def _is_inside(start: int, end: int, names: Names) -> bool:
    """Whether the gazetteer has a name for more than a part of it."""
    known = (names.covering.get(start), names.covering.get(end - 1))
    return any(
        name is not None and name.entry is not None and (name.start < start or name.end >= end)
        for name in known
    )


def _unit(start: int, end: int, names: Names) -> Name:
    doc = names.doc
    inside = [name for i in range(start, end) if (name := names.covering.get(i))]
    owner = next((name for name in inside if name.entry and name.type == "Country"), None)
    return Name(start, end, doc[start:end].root.i, "ArmedForce", doc[start:end].text, owner=owner)
