"""Where the words of a document stand: read once, for all that look for a few of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEPT = "kg.places"
_NONE: frozenset[str] = frozenset()


def find(
    doc: Doc, *, lower: AbstractSet[str] = _NONE, lemma: AbstractSet[str] = _NONE
) -> list[Token]:
    """The tokens that are one of some words, or a form of one of some lemmas.

    In order of the text. Words and lemmas are looked for in small letters.
    """
    found: set[int] = set()
    for attribute, words in (("LOWER", lower), ("LEMMA", lemma)):
        places = _places_of(doc, attribute) if words else {}
        for word in words & places.keys():
            found.update(places[word])
    return [doc[index] for index in sorted(found)]


def line_breaks(doc: Doc) -> list[int]:
    """The places of the tokens that end a line."""
    places = _places_of(doc, "LOWER")
    return sorted(index for word, found in places.items() if "\n" in word for index in found)


def _places_of(doc: Doc, attribute: str) -> Mapping[str, list[int]]:
    kept: dict[str, Mapping[str, list[int]]] = doc.user_data.setdefault(_KEPT, {})
    if attribute not in kept:
        kept[attribute] = _places(doc, attribute)
    return kept[attribute]


def _places(doc: Doc, attribute: str) -> Mapping[str, list[int]]:
    """The places of each word by an attribute of spaCy."""
    numbered: dict[int, list[int]] = defaultdict(list)
    for index, number in enumerate(doc.to_array(attribute).tolist()):
        numbered[number].append(index)
    places: dict[str, list[int]] = defaultdict(list)
    for number, found in numbered.items():
        places[doc.vocab.strings[number].lower()] += found
    return places
