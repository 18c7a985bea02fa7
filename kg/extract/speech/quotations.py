"""Quotations, and who speaks in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.extract.mentions.names import Name
from kg.extract.parse.index import find, line_breaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_OPEN, _CLOSE = "“«„", "”»"
_STRAIGHT = ('"', "``", "''")
_OPENING = ('"', "``")
_MARKS = frozenset((*_OPEN, *_CLOSE, *_STRAIGHT))
# A quoted word or phrase is the author's style; a straight mark that does not close for long is a
# slip more often than a curly one.
_SHORTEST, _LONGEST, _LONGEST_CURLY = 5, 250, 700
# Sentences before an interview within which it says who answers.
_INTRODUCTION = 6


class Quotations:
    """The quotations of one document.

    `teller` gives the speaker whom a sentence names outside of its quotations.
    """

    def __init__(self, doc: Doc, teller: Callable[[TokenSpan], Name | None]) -> None:
        self.doc = doc
        self.spans = list(_spans(doc))
        self._at = {i: n for n, (start, end) in enumerate(self.spans) for i in range(start, end)}
        self._sentences = list(doc.sents)
        self._number = {
            index: number
            for number, sentence in enumerate(self._sentences)
            for index in range(sentence.start, sentence.end)
        }
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
        if before := self._told(first - 1) if first else None:
            return before
        return self._standing(first, earlier) if _opens_line(self.doc, start) else None

    def _standing(self, first: int, earlier: list[Name | None]) -> Name | None:
        """Who answers in an interview: a paragraph of quotation goes on with who spoke last."""
        for speaker in reversed(earlier):
            if speaker is not None:
                return speaker
        for sentence in range(first - 2, max(first - _INTRODUCTION, -1), -1):
            if speaker := self._told(sentence):
                return speaker
        return None

    def _told(self, sentence: int) -> Name | None:
        return self._teller(self._sentences[sentence])


def _spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks, marks included, longer than a few words."""
    opened: int | None = None
    marks = (token.i for token in find(doc, lower=_MARKS))
    for index in sorted((*marks, *line_breaks(doc))):
        token = doc[index]
        text = token.text
        if opened is not None and (
            text in _CLOSE or (text in _STRAIGHT and doc[opened].text in _STRAIGHT)
        ):
            if token.i - opened > _SHORTEST or _is_sentence(doc, opened, token.i):
                yield opened, token.i + 1
            opened = None
        elif text in _OPEN or text in _OPENING:
            opened = token.i
        elif "\n" in text and opened is not None:
            if _goes_on(doc, opened, token.i):
                yield opened, token.i
                opened = None
                continue
            longest = _LONGEST_CURLY if doc[opened].text in _OPEN else _LONGEST
            opened = opened if token.i - opened <= longest else None


def _goes_on(doc: Doc, opened: int, line_end: int) -> bool:
    """Whether the next paragraph opens the same quotation again, as English does."""
    after = doc[line_end + 1].text if line_end + 1 < len(doc) else ""
    same = after in _OPEN if doc[opened].text in _OPEN else after in _STRAIGHT
    return same and line_end - opened > _SHORTEST


def _is_sentence(doc: Doc, opened: int, closed: int) -> bool:
    """Whether a short quotation is a sentence of its own, and no name or phrase."""
    return bool(doc[opened].is_sent_start) and doc[closed - 1].text in (",", ".", "!", "?")


def _opens_line(doc: Doc, start: int) -> bool:
    return not start or "\n" in doc[start - 1].text


def _announces(sentence: TokenSpan) -> bool:
    return sentence.text.rstrip().endswith((":", ","))
