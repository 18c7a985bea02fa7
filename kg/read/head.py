"""The top of a page: title, date, bylines, headlines.

Each rule marks lines of a `Page` about which no earlier rule has spoken.
"""

from __future__ import annotations

import re

from kg.model import SectionKind
from kg.read import cues
from kg.read.dates import dates_in, is_time, iso_date, without_dates
from kg.read.lines import Mark, Page, heading, is_name, same

_PIECES = re.compile(r"\s*(?:[|•·,;&]|\band\b|\bin\b|\bfor\b|[-–—](?= ))\s*")
_ROLE = re.compile(
    r"(?:\w+ ){0,3}(?:writer|reporter|correspondent|editor|staff|contributor|columnist|analyst)s?",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 120
_LONGEST_CREDITS = 300
_LONGEST_NAVIGATION = 400


def framed_title(page: Page) -> None:
    """Title, date line, the same title again: here the article starts; before it is navigation."""
    framed = zip(page.lines, page.lines[1:], page.lines[2:], strict=False)
    for first, (title, when, again) in enumerate(framed):
        if title.headlike and same(title.text, again.text) and (day := iso_date(when.text)):
            before = page.lines[:first]
            early = title.start * 3 <= len(page.text)
            if early and all(len(line.text) <= _LONGEST_NAVIGATION for line in before):
                page.title, page.published = page.title or heading(title.text), day
                page.mark(first, SectionKind.HEADLINE)
                page.mark(first + 1, SectionKind.BYLINE)
                for index in (*range(first), first + 2):
                    page.mark(index, SectionKind.BOILERPLATE)
            return


def known_title(page: Page) -> None:
    """The line that says the title which the metadata gave."""
    title = page.title
    if title:
        index = next((i for i in page.unmarked() if same(page.lines[i].text, title)), None)
        if index is not None:
            page.mark(index, SectionKind.HEADLINE)


def date_lines(page: Page) -> None:
    """A date alone on a line above the article, or with a byline or the publisher's name.

    Its line is a byline, even if figures alone or a byline were all that was seen in it before.
    """
    for index in page.top():
        text = heading(page.lines[index].text)
        day = iso_date(text) or _date_beside_name(text)
        if day and not page.is_(index, SectionKind.HEADLINE):
            page.published = page.published or day
            page.marks[index] = Mark(SectionKind.BYLINE)


def headline(page: Page) -> None:
    """The first line, if it has the shape of a headline and something follows it."""
    first = next(iter(page.unmarked()), None)
    if first is None or first + 1 >= len(page.lines) or page.headline() is not None:
        return
    line, after = page.lines[first : first + 2]
    longer = not page.wrapped and len(after.text) > len(line.text)
    followed = after.gap or first + 1 in page.marks or longer
    if cues.HEADING_MARK.match(line.text) or (line.headlike and followed):
        page.title = page.title or heading(line.text)
        page.mark(first, SectionKind.HEADLINE)


def names_under_title(page: Page) -> None:
    """An author's or a publisher's name alone on a line between title and article."""
    title = page.headline()
    for index in page.head():
        if title is not None and title < index and page.signs(index):
            page.mark(index, SectionKind.BYLINE)


def headings(page: Page) -> None:
    """Markdown headings, lines between title and article, and short lines above a paragraph."""
    title = page.headline()
    below_title = set(page.head()) if title is not None and not page.wrapped else set()
    for index in page.unmarked():
        line = page.lines[index]
        standfirst = index in below_title and line.headlike
        if cues.HEADING_MARK.match(line.text) or standfirst or _stands_above(page, index):
            page.mark(index, SectionKind.HEADLINE)


def is_byline(text: str) -> bool:
    """Whether the line says who wrote, edited or contributed, and nothing else."""
    if len(text) > _LONGEST_CREDITS:
        return False
    if cues.CONTRIBUTED.search(text) or _is_desk(text) or cues.BY_DESK.fullmatch(text):
        return True
    opening, *names = cues.CREDIT_VERB.split(text.strip("()[] ."))
    if names:
        return not opening and all(_only_names(part.strip(" ;,.")) for part in names)
    by = cues.BY.match(text)
    return by is not None and len(text) <= _LONGEST_BYLINE and _only_names(text[by.end() :])


def _only_names(text: str) -> bool:
    pieces = [p for p in _PIECES.split(without_dates(text)) if p and not is_time(p)]
    return bool(pieces) and all(_is_signature(piece) for piece in pieces)


def _is_signature(piece: str) -> bool:
    piece = piece.removeprefix("The ")
    place = piece[:1].isupper() and piece.isalpha()
    return place or piece in cues.AGENCIES or is_name(piece) or bool(_ROLE.fullmatch(piece))


def _is_desk(text: str) -> bool:
    desk = cues.DESK.fullmatch(text)
    names = re.split(r"[,/] ?", desk["agencies"]) if desk else []
    return bool(names) and all(name in cues.AGENCIES for name in names)


def _date_beside_name(text: str) -> str | None:
    """The date of "Asia Times, 5 Oct 2023" or "By Jane Doe | 8 September 2023"."""
    found = list(dates_in(text)) if len(text) <= _LONGEST_BYLINE else []
    by = cues.BY.match(text)
    alone = len(found) == 1 and _only_names(text[by.end() :] if by else text)
    return found[0][2] if alone else None


def _stands_above(page: Page, index: int) -> bool:
    """Whether the line is short, ends without a stop, and stands between two that end with one."""
    if not 0 < index < len(page.lines) - 1:
        return False
    before, line, after = page.lines[index - 1 : index + 2]
    short = line.headlike and len(line.text) <= 80 and len(line.words) <= 12
    apart = (line.gap and after.gap) or (not page.wrapped and (line.gap or before.stopped))
    return short and apart and after.stopped and len(after.text) > len(line.text)
