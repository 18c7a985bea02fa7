"""Names that several bodies bear, and names that go on before what is known of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.names import Name
from kg.gazetteer import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_QUALIFIED = re.compile(r".+ \((?P<state>[^)]+)\)")
_STATES = ("Country", "DeFactoState")
_BODIES = frozenset(("PoliticalParty", "ArmedGroup", "NGO", "GovernmentBody", "Organisation"))


def told_apart(found: Sequence[Name], doc: Doc) -> Iterator[Name]:
    """The names, without the entry where another bearer of the name is meant.

    "Democratic Party" is America's, as its label says, where no state is named more often.
    """
    entries = [name.entry for name in found if name.entry and name.entry.type in _STATES]
    states = Counter(entry.label for entry in entries)
    most = max(states.values(), default=0)
    taken = {index for name in found for index in range(name.start, name.end)}
    for name in found:
        label = name.entry.label if name.entry else ""
        qualified = _QUALIFIED.fullmatch(label)
        unlike = qualified and states and states[qualified["state"]] < most
        unlike = unlike and name.kind is not NameKind.PEOPLE  # "a Democrat" is of one party
        longer = None if name.start - 1 in taken else _goes_on_before(name, doc)
        if longer is not None:
            yield longer
        elif unlike and name.type in _BODIES:
            yield replace(name, entry=None, kind=None, name=doc[name.start : name.end].text)
        else:
            yield name


def _goes_on_before(name: Name, doc: Doc) -> Name | None:
    """As "Chin National Front": the longer name of another body than the one that is known."""
    before = doc[name.start - 1] if name.start else None
    if before is None or name.type not in _BODIES or name.end - name.start < 2:
        return None
    part = before.dep_ == "compound" and name.start <= before.head.i < name.end
    if not part or before.tag_ != "NNP" or not before.is_title or before.ent_iob_ == "O":
        return None
    if doc[name.start].ent_iob_ != "I":
        return None
    start = name.start - 1
    return Name(start, name.end, name.head, name.type, doc[start : name.end].text)
