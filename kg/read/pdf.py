"""PDF files with a text layer. Lines that the page broke are joined into paragraphs again."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read.article import Article, Source

if TYPE_CHECKING:
    from pypdf import PdfReader

logging.getLogger("pypdf").addHandler(logging.NullHandler())

MOST_PAGES = 1000
LARGEST_CONTENTS = 10_000_000
_STOP = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")


def read(source: Source) -> Iterator[Article]:
    """The file's text as one article; its own title counts only if the text opens with it."""
    title, text = _extract(source)
    if not text.strip():
        raise InputError(
            f"{source.label}: has no text: run character recognition on the scan first"
        )
    yield Article(text, title if title and title in " ".join(text[:1000].split()) else None)


def _extract(source: Source) -> tuple[str | None, str]:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(source.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{source.label}: is encrypted: remove the password first")
        if len(reader.pages) > MOST_PAGES:
            raise InputError(f"{source.label}: has more than {MOST_PAGES} pages: split it")
        if _drawn(reader) > LARGEST_CONTENTS:
            raise InputError(f"{source.label}: draws more than an article can be: refused")
        title = reader.metadata.title if reader.metadata else None
        return title, unwrap("\n".join(page.extract_text().strip() for page in reader.pages))
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file raises almost anything
        reason = f"{type(error).__name__}: {error}"
        raise InputError(f"{source.label}: cannot be read as PDF ({reason})") from None


def _drawn(reader: PdfReader) -> int:
    """The size of what the pages draw, which is what extraction takes its time for."""
    contents = (page.get_contents() for page in reader.pages)
    return sum(len(content.get_data()) for content in contents if content is not None)


def unwrap(text: str) -> str:
    """Join lines that were broken at the width of the page.

    A paragraph ends at a blank line, at a line that is stopped and a little shorter than the page
    is wide, and at one that is much shorter.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = sorted(map(len, lines))[len(lines) * 9 // 10]
    return "".join(_led_on(line, after, width) for line, after in pairwise([*lines, ""])).rstrip(
        "\n"
    )


def _led_on(line: str, after: str, width: int) -> str:
    """The line and what parts it from the next: a line end, a blank, or nothing after a hyphen."""
    ends = len(line) < width * (0.85 if _STOP.search(line) else 0.6)
    if ends or not line or not after:
        return f"{line}\n"
    if _HYPHENATED.search(line):
        return line[:-1] if after[0].islower() else line
    return f"{line} "
