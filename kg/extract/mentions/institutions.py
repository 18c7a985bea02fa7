"""Names that go on after a preposition: "Bank of Japan", "Committee to Protect Journalists".

The statistical model often stops in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.mentions.forenames import forenames
from kg.extract.mentions.names import Name, Names
from kg.extract.parse.index import find
from kg.extract.words.descriptions import Descriptions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PROPER = ("NNP", "NNPS")
_INSIDE = frozenset("and of the & for -".split())
# Classes of bodies that belong to the state that follows "of": its name is no part of theirs.
_OWNED = ("GovernmentBody", "Court", "ArmedForce")
_POLITIES = ("Country", "DeFactoState", "City", "Region", "IGO")
_BEARERS = ("Person", "Office", "PeopleGroup")
_CHIEFS = frozenset("chairman chairwoman chair director secretary head commissioner fellow".split())
_ENDS = ("DATE", "TIME", "PERSON", "CARDINAL", "ORDINAL")


class Institutions:
    """The longer names of one document."""

    def __init__(self, table: Descriptions) -> None:
        self.table = table

    def __call__(self, names: Names) -> Iterator[Name]:
        """The names, in order of the text."""
        doc, continued = names.doc, self.table.continued
        for link in find(doc, lower=continued.keys()):
            token = doc[link.i - 1] if 0 < link.i < len(doc) - 1 else link
            heads = continued[link.lower_]
            if token.lower_ in heads and token.text[0].isupper() and _may_go_on(token, names):
                yield from self._named(token, names)

    def _named(self, head: Token, names: Names) -> Iterator[Name]:
        doc = names.doc
        begun = doc[head.i : head.i + 2].text
        type_ = self.table.proper(begun) or self.table.noun(head.lower_, "") or "Organisation"
        end = self._end(doc, head.i + 2, names)
        if end is None:
            return
        owner = _owner_behind(doc, end, names)
        last = names.covering.get(end - 1)
        of_state = last is not None and last.type in _POLITIES and head.nbor(1).lower_ == "of"
        if of_state and type_ in _OWNED:
            return
        start = _start(head, names)
        if owner is None and (first := names.covering.get(start)) and first.type in _POLITIES:
            owner = first
        yield Name(start, end, head.i, type_, doc[start:end].text, owner=owner)

    def _end(self, doc: Doc, first: int, names: Names) -> int | None:
        """Where the words with capitals after the preposition end; None if there are none."""
        first += doc[first].lower_ == "the"
        end = first
        while end < len(doc) and _goes_on(doc, end, names) and not self._is_over(doc, first, end):
            known = names.covering.get(end)
            end = known.end if known is not None and known.start >= first else end + 1
        while end > first and doc[end - 1].lower_ in _INSIDE:
            end -= 1
        return end if end > first else None

    def _is_over(self, doc: Doc, first: int, index: int) -> bool:
        """As "Bank of Japan Governor Kazuo Ueda"."""
        told = self.table.noun(doc[index].lower_, "") or ""
        ends = told in _BEARERS or doc[index].lower_ in _CHIEFS or doc[index].text in forenames()
        return index > first and ends


def _goes_on(doc: Doc, index: int, names: Names) -> bool:
    token, known = doc[index], names.covering.get(index)
    if known is not None and (known.type == "Person" or known.adjective):
        return False
    if token.ent_type_ in _ENDS:
        return False
    if token.lower_ in _INSIDE:
        after = names.covering.get(index + 1)
        of_state = token.lower_ == "of" and after is not None and after.type in _POLITIES
        return not of_state and index + 1 < len(doc) and _is_capital(doc[index + 1])
    return _is_capital(token)


def _may_go_on(head: Token, names: Names) -> bool:
    """Whether the word ends a name so far, and none that the gazetteer has."""
    known = names.covering.get(head.i)
    return known is None or known.entry is None and known.end == head.i + 1


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and (token.tag_ in _PROPER or token.is_title)


def _start(head: Token, names: Names) -> int:
    """The first of the names in front: "European Committee", "State Duma Committee"."""
    known = names.covering.get(head.i)
    start = known.start if known is not None else head.i
    doc = head.doc
    while start > head.sent.start and (doc[start - 1].tag_ in _PROPER or _is_adjective(doc, start)):
        before = names.covering.get(start - 1)
        if before is not None and before.type == "Person":
            break
        start = before.start if before is not None else start - 1
    return start


def _is_adjective(doc: Doc, start: int) -> bool:
    return doc[start - 1].tag_ == "JJ" and doc[start - 1].is_title


def _owner_behind(doc: Doc, end: int, names: Names) -> Name | None:
    """As "Ministry of Foreign Affairs of Azerbaijan"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return None
    known = names.covering.get(end + 1) or names.covering.get(end + 2)
    return known if known is not None and known.type in _POLITIES else None
