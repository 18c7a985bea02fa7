"""What a claim says beside its two actors.

The weapon, the sum, the agreement, the topic, the place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.relations.matcher import Match
from kg.vocabulary import noun_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

# Noun classes of the lexicon whose words qualify a claim, in order of preference.
_KINDS = ("weapon", "money", "agreement", "exercise", "relief")
_NAMES = {"money": "sum", "relief": "goods"}
_TOPIC = frozenset(("over", "about", "regarding", "concerning"))
_LONGEST = 12


def qualifiers(match: Match) -> tuple[tuple[str, str], ...]:
    """Pairs of key and words as the article wrote them, sorted.

    `topic` is what follows "over" or "about".
    """
    found: dict[str, str] = {}
    for key, token in (*_objects(match), *_topics(match)):
        phrase = _phrase(token, match)
        if phrase:
            found.setdefault(key, phrase)
    return tuple(sorted(found.items()))


def _objects(match: Match) -> Iterator[tuple[str, Token]]:
    for token in match.cues:
        if token.i == match.predicate.i or token.tag_ not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        kind = next((k for k in _KINDS if token.lemma_.lower() in noun_classes()[k]), None)
        if kind:
            yield _NAMES.get(kind, kind), token


def _topics(match: Match) -> Iterator[tuple[str, Token]]:
    for child in match.predicate.children:
        if child.dep_ == "prep" and child.lower_ in _TOPIC:
            yield from (("topic", inner) for inner in child.children if inner.dep_ == "pobj")


def _phrase(token: Token, match: Match) -> str | None:
    """The noun phrase of a head token, without its article.

    None where it is long or holds one of the actors.
    """
    start, end = token.left_edge.i, token.right_edge.i + 1
    while start < token.i and token.doc[start].tag_ in ("DT", "PRP$"):
        start += 1
    if match.object.start in range(start, end) or match.subject.start in range(start, end):
        start, end = _core(token, start)
    words = token.doc[start:end]
    return words.text.strip() if 0 < len(words) <= _LONGEST and "\n" not in words.text else None


def _core(token: Token, start: int) -> tuple[int, int]:
    first = token.i
    while first > start and token.doc[first - 1].dep_ in ("amod", "compound", "nummod"):
        first -= 1
    return first, token.i + 1
