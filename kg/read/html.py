"""Web pages, as saved. Nothing is fetched, and no script runs.

Extraction is bounded by the size of the page, not by a clock, so that every machine finds the same:
a page with more elements than the extractor takes in reasonable time, or in which it finds nothing,
gets a plain reading of its blocks, which is linear.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read.article import Article, Source
from kg.read.cues import phrases
from kg.read.decode import decode, normalise
from kg.read.lines import same
from kg.read.webmeta import metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

logging.getLogger("trafilatura").addHandler(logging.NullHandler())

LARGEST_PAGE = 20_000_000
MOST_ELEMENTS = 20_000
MOST_CHARACTERS = 1_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_LIST_MARK = re.compile(r"^ *- ", re.MULTILINE)
_BLOCKS = phrases("""
    p, div, section, article, main, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, tr
    blockquote, pre, br
""")
_NO_TEXT = (
    *("head", "script", "style", "noscript", "template", "svg", "iframe", "object"),
    *("select", "button"),
)
_FURNITURE = ("nav", "header", "footer", "aside", "form", "figure", "menu", "dialog")


def read(source: Source) -> Iterator[Article]:
    """The article of the page, opened by its title."""
    if len(source.data) > LARGEST_PAGE:
        limit = LARGEST_PAGE // 1_000_000
        raise InputError(f"{source.label}: is larger than {limit} MB, too large for a page of HTML")
    declared = _CHARSET.search(source.data[:2048])
    text = decode(source.data, source.label, declared=declared and declared[1].decode())
    page = _parse(normalise(text), source.label)
    found = metadata(page)
    text = _main_text(page)
    if not text.strip():
        raise InputError(f"{source.label}: holds no article that can be found: save its text")
    opening = text.split("\n", 5)[:5]
    if found.title and not any(same(line, found.title) for line in opening):
        text = f"{found.title}\n\n{text}"
    yield Article(text, found.title, found.publisher, found.url, found.published, found.language)


def _parse(text: str, label: str) -> HtmlElement:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8")
    try:
        page = document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        raise InputError(f"{label}: cannot be read as HTML") from None
    if any("Excessive depth" in error.message for error in parser.error_log):
        raise InputError(f"{label}: has elements nested too deep: save the article's text")
    etree.strip_elements(page, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return page


def _main_text(page: HtmlElement) -> str:
    """The article by the extractor, or by `plain_text` where the page is too large for it."""
    from lxml import etree

    etree.strip_elements(page, *_NO_TEXT, with_tail=False)
    elements = sum(1 for _ in page.iter())
    if elements > MOST_ELEMENTS or sum(map(len, page.itertext())) > MOST_CHARACTERS:
        return plain_text(page)
    from trafilatura import bare_extraction

    found = bare_extraction(page, include_comments=False, include_tables=False)
    return _LIST_MARK.sub("", getattr(found, "text", None) or "") or plain_text(page)


def plain_text(page: HtmlElement) -> str:
    """The text of the page's blocks, a line each, without navigation, forms and pictures."""
    from lxml import etree

    etree.strip_elements(page, *_FURNITURE, with_tail=False)
    articles = list(page.iter("article", "main"))
    root = articles[0] if len(articles) == 1 else page
    blocks = [""]
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            blocks.append(" ".join("".join(parts).split()))
            parts.clear()
        if event == "start":
            parts.append(element.text or "")
        elif element is not root:
            parts.append(element.tail or "")
    blocks.append(" ".join("".join(parts).split()))
    return "\n".join(filter(None, blocks))
