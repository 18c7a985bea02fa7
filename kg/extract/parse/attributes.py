"""The attribute ruler of a pipeline, told again by a table: parts of speech, some lemmas.

A ruler tries each of its patterns at each token. Nearly all look at one token: its tag, its label,
whether it is space, and whether it is one of a few words. What they say is kept by just that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_LOOKED_AT = ("LOWER", "TAG", "DEP", "IS_SPACE")


class TokenAttributes:
    """A component that sets what an attribute ruler would set, and more quickly."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler: Any = ruler
        self._short, self._long = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._words: set[int] = set()
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        rules: Any = ruler.patterns
        for index, rule in enumerate(rules):
            for pattern in rule["patterns"]:
                words = _words(pattern)
                matcher = self._long if words is None else self._short
                matcher.add(str(index), [pattern])
                self._words.update(map(ruler.vocab.strings.add, words or ()))

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a document's tokens; later rules of the ruler have precedence."""
        rows = doc.to_array(list(_LOOKED_AT)).tolist()
        matches = [
            (rule, label, position, position + 1)
            for position, row in enumerate(rows)
            for rule, label in self._at(doc, position, row)
        ]
        for label, start, end in self._long(doc, allow_missing=True):
            matches.append((self._rule(label), label, start, end))
        self._ruler.set_annotations(doc, sorted(matches))
        return doc

    def _at(self, doc: Doc, position: int, row: list[int]) -> list[tuple[int, int]]:
        """The rules that hold for a token whatever stands around it."""
        key = (row[0] if row[0] in self._words else 0, *row[1:])
        if key not in self._known:
            found = self._short(doc[position : position + 1], allow_missing=True)
            self._known[key] = [(self._rule(label), label) for label, _, _ in found]
        return self._known[key]

    def _rule(self, label: int) -> int:
        return int(self._ruler.vocab.strings[label])


def _words(pattern: list[Mapping[str, Any]]) -> Iterable[str] | None:
    """The words that a pattern of one token wants one of; None if it looks at anything else."""
    if len(pattern) > 1 or not pattern[0].keys() <= set(_LOOKED_AT):
        return None
    wanted = pattern[0].get("LOWER", {"IN": ()})
    if isinstance(wanted, str):
        return (wanted,)
    return wanted["IN"] if wanted.keys() == {"IN"} else None
