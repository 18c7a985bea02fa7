"""What follows or interrupts an article: buttons, links, captions, comments. Rules as in `head`."""

from __future__ import annotations

import re

from kg.model import SectionKind
from kg.read import cues
from kg.read.dates import iso_date
from kg.read.head import is_byline
from kg.read.lines import Line, Mark, Page, is_name

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_ATTRIBUTED = re.compile(r"\b(?:said|told|according to|added|stressed)\b")
_AGO = re.compile(r"(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago", re.IGNORECASE)
_READER = "reader"
_FURNITURE = Mark(SectionKind.BOILERPLATE)
_LONGEST_LINK = 150
_MOST_LINKS = 12


def cue_lines(page: Page) -> None:
    """Lines that say by themselves what they are."""
    for index in page.unmarked():
        if not page.continues(index) and (kind := _cue(page.lines[index].text)):
            page.mark(index, kind)


def _cue(text: str) -> SectionKind | None:
    if len(text) > cues.LONGEST_CAPTION:
        return None
    if cues.CAPTION_START.match(text):
        return SectionKind.CAPTION
    if is_byline(text):
        return SectionKind.BYLINE
    if cues.FOOTNOTE.match(text):
        return SectionKind.NOTE
    if _is_furniture(text):
        return SectionKind.BOILERPLATE
    return SectionKind.CAPTION if cues.CREDIT_END.search(text) else None


def _is_furniture(text: str) -> bool:
    if not _TWO_LETTERS.search(text) or cues.FORM_FIELD.fullmatch(text):
        return True
    if _key(text) in cues.PAGE_WORDS:
        return not text[0].islower()
    cue = cues.BOILERPLATE_START.match(text) or cues.BOILERPLATE_WITHIN.search(text)
    return bool(cue) and len(text) <= cues.LONGEST_BOILERPLATE


def link_lists(page: Page) -> None:
    """The lines below "Related content", "Most read" or "Tags", which end without a stop."""
    for index, line in enumerate(page.lines if not page.wrapped else ()):
        if _key(line.text) in cues.LIST_HEADINGS and page.is_(index, SectionKind.BOILERPLATE):
            for below in range(index + 1, min(index + 1 + _MOST_LINKS, len(page.lines))):
                link = page.lines[below]
                if below in page.marks or link.stopped or len(link.text) > _LONGEST_LINK:
                    break
                page.mark(below, SectionKind.BOILERPLATE)


def comments(page: Page) -> None:
    """Readers' comments, below a heading or a line such as "Jane says:"."""
    start = _comments_start(page)
    author, sent = _READER, False
    for index in range(start, len(page.lines)):
        line = page.lines[index]
        sent = sent or _key(line.text) in cues.COMMENT_SENT
        name = _commenter(line)
        author = name or author
        if name or iso_date(line.text) or _AGO.fullmatch(line.text):
            page.mark(index, SectionKind.BYLINE)
        elif cues.COMMENT_HEADING.fullmatch(cues.HEADING_MARK.sub("", line.text)) or (
            sent and not line.stopped
        ):
            page.mark(index, SectionKind.BOILERPLATE)
        else:
            page.mark(index, SectionKind.COMMENT, author)


def _comments_start(page: Page) -> int:
    """The first line of the comments, below most of the prose or three paragraphs of it."""
    sizes = {i: len(page.lines[i].text) for i in page.unmarked() if page.lines[i].prose}
    total, above, paragraphs = sum(sizes.values()), 0, 0
    for index in range(len(page.lines)):
        if (paragraphs >= 3 or 2 * above > total) and _opens_comments(page, index):
            return index
        above += sizes.get(index, 0)
        paragraphs += index in sizes
    return len(page.lines)


def _opens_comments(page: Page, index: int) -> bool:
    text = cues.HEADING_MARK.sub("", page.lines[index].text)
    speaks = cues.SPEAKS.fullmatch(text)
    if not speaks or speaks["verb"] != "says" or index + 1 == len(page.lines):
        return bool(cues.COMMENT_HEADING.fullmatch(text))
    names = (word for word in re.findall(r"\w+", speaks["name"]) if word[0].isupper())
    quoted = page.lines[index + 1].text[0] in "\"'“‘«"
    return not quoted and all(page.vocabulary[word] == 1 for word in names)


def _commenter(line: Line) -> str | None:
    speaks = cues.SPEAKS.fullmatch(line.text)
    name = speaks["name"] if speaks else line.text.removesuffix(":").rstrip()
    return name if speaks or is_name(name) or re.fullmatch(r"@\w+", name) else None


def unheaded_comments(page: Page) -> None:
    """The author's name alone on a line, and below it lines much shorter than the paragraphs."""
    body = page.unmarked()
    signed = [i for i in body[1:] if page.signs(i)]
    if len(signed) != 1 or page.wrapped:
        return
    above = [page.lines[i] for i in body if i < signed[0]]
    below = [page.lines[i] for i in body if i > signed[0]]
    if above[-1].stopped and _much_shorter(below, above):
        page.mark(signed[0], SectionKind.BYLINE)
        for index in body[body.index(signed[0]) + 1 :]:
            page.mark(index, SectionKind.COMMENT, _READER)


def _much_shorter(below: list[Line], above: list[Line]) -> bool:
    small, large = (sum(len(line.text) for line in lines) for lines in (below, above))
    shorter = 2 * small * len(above) < large * len(below) and 3 * small < large
    return shorter and not any(_ATTRIBUTED.search(line.text) for line in below)


def closing_name(page: Page) -> None:
    """The author's name alone on the last line."""
    body = page.unmarked()
    if len(body) > 1 and page.signs(body[-1]) and page.lines[body[-2]].stopped:
        page.mark(body[-1], SectionKind.BYLINE)


def between_furniture(page: Page) -> None:
    """A short line right between two lines of furniture, in the second half of the page."""
    for index in page.unmarked():
        line = page.lines[index]
        late = 2 * line.start > len(page.text) and index + 1 < len(page.lines)
        if late and len(line.text) <= 100 and not (line.gap or page.lines[index + 1].gap):
            around = (page.marks.get(index - 1), page.marks.get(index + 1))
            if around == (_FURNITURE, _FURNITURE):
                page.mark(index, SectionKind.BOILERPLATE)


def repeated_lines(page: Page) -> None:
    """Lines of two words or more that stood on the page before."""
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if line.text in seen and len(line.words) > 1 and not page.continues(index):
            page.mark(index, SectionKind.BOILERPLATE)
        seen.add(line.text)


def _key(text: str) -> str:
    return text.strip("[]()…. :*#").replace("’", "'").casefold()
