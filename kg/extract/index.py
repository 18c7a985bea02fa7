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
    doc: Doc,
    *,
    text: AbstractSet[str] = _NONE,
    lower: AbstractSet[str] = _NONE,
    lemma: AbstractSet[str] = _NONE,
) -> list[Token]:
    """The tokens that are one of some words as written, or in small letters, or by their lemma.

    In order of the text. Lemmas are looked for in small letters.
    """
    wanted = (("ORTH", text), ("LOWER", lower), ("LEMMA", lemma))
    found: set[int] = set()
    for attribute, words in wanted:
        places = places_of(doc, attribute) if words else {}
        for word in words & places.keys():
            found.update(places[word])
    return [doc[index] for index in sorted(found)]


def places_of(doc: Doc, attribute: str) -> Mapping[str, list[int]]:
    """The places of all words of a document by an attribute of spaCy ("LOWER")."""
    kept: dict[str, Mapping[str, list[int]]] = doc.user_data.setdefault(_KEPT, {})
    if attribute not in kept:
        kept[attribute] = _places(doc, attribute)
    return kept[attribute]


def _places(doc: Doc, attribute: str) -> Mapping[str, list[int]]:
    by_number: dict[int, list[int]] = defaultdict(list)
    for index, number in enumerate(doc.to_array(attribute).tolist()):
        by_number[number].append(index)
    places: dict[str, list[int]] = defaultdict(list)
    for number, found in by_number.items():
        word = doc.vocab.strings[number]
        places[word.lower() if attribute == "LEMMA" else word] += found
    return dict(places)
