"""When two written forms name the same actor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[a-z0-9]+")
_IGNORED = frozenset("the a an of and in 's s mr mrs ms dr his her its their".split())
_SHORTEST_SURNAME = 4


def fold(name: str) -> str:
    """A name without accents, case, punctuation, articles and titles."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()
    return " ".join(word for word in _WORD.findall(plain) if word not in _IGNORED)


def fold_all(names: Iterable[str]) -> frozenset[str]:
    """The folded forms of several names, without those of which nothing is left."""
    return frozenset(map(fold, names)) - {""}


def is_same(name: str, other: str) -> bool:
    """Whether two folded names are equal, or one has all words of the other and both end alike."""
    if name == other:
        return bool(name)
    words, others = name.split(), other.split()
    if not words or not others or words[-1] != others[-1] or len(words[-1]) < _SHORTEST_SURNAME:
        return False
    return set(words) <= set(others) or set(others) <= set(words)


def share(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of the folded names means the same as any of the others."""
    others = tuple(others)
    return any(is_same(name, other) for name in names for other in others)
