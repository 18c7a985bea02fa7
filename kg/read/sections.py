"""News hygiene: headline, byline, caption, inserted note, reader's comment and furniture of a page.

What no section covers is body text. Precision first: a sentence that is wrongly dropped costs more
than a button that stays. `cues` holds the words; the rules are tried in order, and the first to
speak about a line wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Section, SectionKind, Span
from kg.read import cues, head, tail
from kg.read.dates import dates_in
from kg.read.lines import Line, Mark, Page

RULES = (
    head.framed_title,
    head.known_title,
    tail.cue_lines,
    head.date_lines,
    head.headline,
    head.names_under_title,
    tail.comments,
    tail.unheaded_comments,
    tail.link_lists,
    tail.between_furniture,
    tail.closing_name,
    tail.repeated_lines,
    head.headings,
)
_JOINED = (SectionKind.BOILERPLATE, SectionKind.COMMENT)
_DATELINE_LINES = 3
_SHORTEST_BODY = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a text, and the title and the date that it shows."""

    sections: tuple[Section, ...]
    title: str | None
    published: str | None


def layout(text: str, *, title: str | None = None) -> Layout:
    """The sections of a text, in order and without overlap; `title` is what the metadata says."""
    page = Page(text, title)
    for rule in RULES:
        rule(page)
    found = [*_of_lines(page), *_datelines(page), *_within_lines(page)]
    return Layout(tuple(_disjoint(found)), page.title, page.published)


def _of_lines(page: Page) -> Iterator[Section]:
    """The marked lines; neighbours of a kind that is read or dropped as one are joined."""
    start = None
    for index, mark in sorted(page.marks.items()):
        line = page.lines[index]
        start = line.start if start is None else start
        if mark.kind not in _JOINED or page.marks.get(index + 1) != mark:
            yield from _section(page.text, Span(start, line.end), mark)
            start = None


def _section(text: str, span: Span, mark: Mark) -> Iterator[Section]:
    """The section; the marks of a Markdown heading are no part of the headline."""
    sign = cues.HEADING_MARK.match(text, span.start, span.end)
    if sign and mark.kind is SectionKind.HEADLINE:
        yield Section(Span(*sign.span()), SectionKind.BOILERPLATE)
        span = Span(sign.end(), span.end)
    yield Section(span, mark.kind, mark.author)


def _within_lines(page: Page) -> Iterator[Section]:
    """Inserted notes, a credit at the end of a paragraph, and Markdown's marks, in body lines."""
    for index in page.unmarked():
        line = page.lines[index]
        for match in cues.NOTE.finditer(line.text):
            yield _inner(line, match.span(), SectionKind.NOTE)
        for match in cues.MARKUP.finditer(line.text):
            for group in range(1, 5):
                if match[group]:
                    yield _inner(line, match.span(group), SectionKind.BOILERPLATE)
        if credit := cues.CREDIT_END.search(line.text):
            yield _inner(line, credit.span(), SectionKind.CAPTION)


def _datelines(page: Page) -> Iterator[Section]:
    """How agencies open their first paragraph; it gives the date if it has a year.

    "MOSCOW, September 8, 2023 (TASS) — ", "KIEV - "
    """
    for index in page.unmarked()[:_DATELINE_LINES]:
        line = page.lines[index]
        match = cues.DATELINE.match(line.text)
        if match and len(line.text) - match.end() >= _SHORTEST_BODY and _is_dateline(page, match):
            days = [day for _, _, day in dates_in(match[0])]
            page.published = page.published or (days[0] if len(days) == 1 else None)
            yield _inner(line, match.span(), SectionKind.BYLINE)


def _is_dateline(page: Page, match: re.Match[str]) -> bool:
    """By an agency that is known, or a place in capitals that is no acronym of an actor."""
    town = (match["place"] or "").split(",")[0].replace("/", " ").split()
    capitals = 0 < len(town) <= 3 and all(word.isupper() for word in town)
    if agency := match["agency"]:
        known = any(name in cues.AGENCIES for name in re.split(r"[,/] ?", agency))
        return capitals or (known and not any(word[0].islower() for word in town))
    return capitals and all(len(word) > 2 and page.vocabulary[word] == 1 for word in town)


def _inner(line: Line, span: tuple[int, int], kind: SectionKind) -> Section:
    return Section(Span(line.start + span[0], line.start + span[1]), kind)


def _disjoint(sections: list[Section]) -> Iterator[Section]:
    end = 0
    for section in sorted(sections, key=lambda s: (s.span.start, -s.span.end)):
        if section.span.start >= end:
            end = section.span.end
            yield section
