"""Quotations, and who speaks in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.extract.names import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_OPEN, _CLOSE = "“«„", "”»"
_STRAIGHT = ('"', "``", "''")
# A quoted word or phrase is the author's style; a straight mark that does not close for long is a
# slip more often than a curly one.
_SHORTEST, _LONGEST, _LONGEST_CURLY = 5, 250, 700


class Quotations:
    """The quotations of one document.

    `teller` gives the speaker whom a sentence names outside of its quotations.
    """

    def __init__(self, doc: Doc, teller: Callable[[TokenSpan], Name | None]) -> None:
        self.spans = list(_spans(doc))
        self._at = {i: n for n, (start, end) in enumerate(self.spans) for i in range(start, end)}
        self._sentences = list(doc.sents)
        self._number = {t.i: n for n, sent in enumerate(self._sentences) for t in sent}
        self._teller = teller
        self._speakers: list[Name | None] | None = None

    def __contains__(self, token: Token) -> bool:
        return token.i in self._at

    def speaker(self, token: Token) -> Name | None:
        """Who says the quoted words in which a token stands."""
        if token.i not in self._at:
            return None
        if self._speakers is None:
            self._speakers = []
            for number in range(len(self.spans)):
                self._speakers.append(self._of(number, self._speakers))
        return self._speakers[self._at[token.i]]

    def _of(self, number: int, earlier: list[Name | None]) -> Name | None:
        """Who is named beside the quotation, else right before it, else who spoke last."""
        start, end = self.spans[number]
        first, last = self._number[start], self._number[end - 1]
        for sentence in dict.fromkeys((last, first)):
            if speaker := self._told(sentence):
                return speaker
        if first and _announces(self._sentences[first - 1]):
            return self._told(first - 1)
        if earlier and earlier[-1] and self._number[self.spans[number - 1][1] - 1] >= first - 1:
            return earlier[-1]
        return self._told(first - 1) if first else None

    def _told(self, sentence: int) -> Name | None:
        return self._teller(self._sentences[sentence])


def _spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks, marks included, longer than a few words."""
    opened: int | None = None
    for token in doc:
        text = token.text
        if opened is not None and (
            text in _CLOSE or (text in _STRAIGHT and doc[opened].text in _STRAIGHT)
        ):
            if token.i - opened > _SHORTEST:
                yield opened, token.i + 1
            opened = None
        elif text in _OPEN or text in ('"', "``"):
            opened = token.i
        elif "\n" in text and opened is not None:
            longest = _LONGEST_CURLY if doc[opened].text in _OPEN else _LONGEST
            opened = opened if token.i - opened <= longest else None


def _announces(sentence: TokenSpan) -> bool:
    return sentence.text.rstrip().endswith((":", ","))
