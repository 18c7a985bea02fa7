"""A text as lines with offsets, and the shapes of lines that sections are told by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kg.model import SectionKind
from kg.read.cues import HEADING_MARK, NOT_NAMES, phrases

_STOP = re.compile(r"[.!?…]['\"”’»)\]]*$")
_OPEN = re.compile(r"[,;:–—-]['\"”’»)\]]*$")
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'])*\.?")
_PARTICLES = phrases(
    "al, bin, da, de, del, den, der, di, dos, du, el, ibn, la, le, ter, van, von, zu"
)
_LONGEST_HEADLINE = 200
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    `gap` says that a blank line, or nothing, stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool

    @property
    def stopped(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_STOP.search(self.text))

    @property
    def prose(self) -> bool:
        """Whether the line is a paragraph: a sentence of eight words, or long."""
        return len(self.text) > _LONGEST_HEADLINE or (self.stopped and len(self.words) >= 8)

    @property
    def headlike(self) -> bool:
        """Whether the line could be a headline: short, no small letter first, no final stop."""
        first = self.text.lstrip("\"'“‘«(#* ")[:1]
        unfinished = _OPEN.search(self.text) or (self.stopped and self.text[-1] not in "?!")
        short = len(self.text) <= _LONGEST_HEADLINE
        return short and not unfinished and not first.islower() and len(self.words) >= 2

    @property
    def words(self) -> list[str]:
        """The words of the line."""
        return _WORD.findall(self.text)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line was found to be."""

    kind: SectionKind
    author: str | None = None


@dataclass
class Page:
    """The lines of a text, and what is known about them so far.

    The rules fill `marks`; the first to speak about a line wins.
    """

    text: str
    title: str | None = None
    published: str | None = None
    marks: dict[int, Mark] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that are not blank."""
        found: list[Line] = []
        start, gap = 0, True
        for raw in self.text.split("\n"):
            if stripped := raw.strip():
                offset = start + raw.index(stripped)
                found.append(Line(offset, offset + len(stripped), stripped, gap))
            gap = not stripped
            start += len(raw) + 1
        return found

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """How often each word occurs in the text."""
        return Counter(_WORD.findall(self.text))

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines were broken at a width, so that a line's end means nothing."""
        pairs = [(a, b) for a, b in pairwise(self.lines) if not b.gap and len(a.text) >= 40]
        broken = sum(not a.stopped and b.text[0].islower() for a, b in pairs)
        return broken * 5 > len(pairs) * 2

    def mark(self, index: int, kind: SectionKind, author: str | None = None) -> None:
        """Say what a line is, unless that is known already."""
        self.marks.setdefault(index, Mark(kind, author))

    def is_(self, index: int, kind: SectionKind) -> bool:
        """Whether the line is known to be of this kind."""
        mark = self.marks.get(index)
        return mark is not None and mark.kind is kind

    def unmarked(self) -> list[int]:
        """The lines about which nothing is known yet: so far, the body."""
        return [index for index in range(len(self.lines)) if index not in self.marks]

    def top(self) -> range:
        """The lines above the first paragraph."""
        body = (i for i, line in enumerate(self.lines) if line.prose and i not in self.marks)
        return range(next(body, len(self.lines)))

    def head(self) -> list[int]:
        """The lines above the first paragraph about which nothing is known yet."""
        return [index for index in self.top() if index not in self.marks]

    def headline(self) -> int | None:
        """The first line that is known to be a headline."""
        found = (i for i, mark in self.marks.items() if mark.kind is SectionKind.HEADLINE)
        return min(found, default=None)

    def continues(self, index: int) -> bool:
        """Whether the line only goes on with the one before, in a text broken at a width."""
        return self.wrapped and not self.lines[index].gap and not self.lines[index - 1].stopped

    def signs(self, index: int) -> bool:
        """Whether the line is a name that stands nowhere else: an author's, no actor's."""
        line = self.lines[index]
        once = Counter(line.words) if is_name(line.text.removesuffix(":").rstrip()) else Counter()
        return bool(once) and all(self.vocabulary[word] == once[word] for word in once)


def is_name(text: str) -> bool:
    """Whether the text looks like a person's name: two to four words, capitals, particles."""
    words = text.split() if len(text) <= _LONGEST_NAME else []
    if not 2 <= len(words) <= 4 or words[0] in _PARTICLES:
        return False
    return all(_is_name_word(word) for word in words) and any(len(word) > 2 for word in words)


def _is_name_word(word: str) -> bool:
    particle, _, rest = word.partition("-")
    if particle in _PARTICLES:
        return not rest or rest[0].isupper()
    initial = len(word.rstrip(".")) == 1 or not word.endswith(".")
    shaped = word[:1].isupper() and bool(_NAME_WORD.fullmatch(word))
    return initial and shaped and word.casefold() not in NOT_NAMES


def heading(text: str) -> str:
    """The line without the marks of a Markdown heading."""
    mark = HEADING_MARK.match(text)
    return text[mark.end() :].rstrip(" #") if mark else text


def same(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their case, spacing and heading marks."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(heading(text).split()).casefold()
