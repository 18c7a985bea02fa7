"""A document of which only quotations are known: what a graph file carries of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.errors import ValidationError
from kg.model import Document, Span

BLANK = " "
LONGEST = 100_000_000  # characters; an offset beyond cannot be right


@dataclass(frozen=True, slots=True)
class Excerpt(Document):
    """A document whose `text` is blank except where quoted; `id` is that of the whole text."""

    whole: str = ""

    @property
    def id(self) -> str:
        """The hash of the text as it was read."""
        return self.whole


def sparse(pieces: Iterable[tuple[Span, str]]) -> str:
    """A text in which every piece stands at its offset, with blanks between.

    Raises `ValidationError` where two pieces contradict each other.
    """
    ordered = sorted(set(pieces))
    length = max((span.end for span, _ in ordered), default=0)
    if length > LONGEST:
        raise ValidationError(f"a quotation ends at character {length}: no document is that long")
    text: list[str | None] = [None] * length
    for span, piece in ordered:
        if any(
            old not in (None, new)
            for old, new in zip(text[span.start : span.end], piece, strict=True)
        ):
            old = "".join(char or BLANK for char in text[span.start : span.end])
            raise ValidationError(f"[{span.start}, {span.end}) is both {old!r} and {piece!r}")
        text[span.start : span.end] = piece
    return "".join(char or BLANK for char in text)


def unite(documents: Iterable[Document]) -> Document:
    """One record of several of one document: the whole text if one has it, else all quotations."""
    ordered = sorted(set(documents), key=lambda d: (isinstance(d, Excerpt), repr(d)))
    first = ordered[0]
    if not isinstance(first, Excerpt):
        return first
    text = first.text
    for other in ordered[1:]:
        text = "".join(
            a if a != BLANK else b for a, b in zip_longest(text, other.text, fillvalue=BLANK)
        )
    return replace(first, text=text)
