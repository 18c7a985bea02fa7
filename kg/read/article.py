"""From what an input kind finds to a `Document`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import InputError
from kg.model import Document
from kg.read.dates import iso_date
from kg.read.decode import normalise
from kg.read.sections import layout

_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]{1,2000}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Source:
    """A file as bytes; `label` names it in messages, `name` is its name without its ending."""

    label: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Article:
    """An article as an input kind finds it, before cleaning; `id` tells records of a file apart."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    id: str | None = None


Reader = Callable[[Source], Iterator[Article | InputError]]


def read_text(
    text: str,
    *,
    name: str,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Document:
    """The document of a text, in which title and date are looked for if they are not given."""
    return document(Article(text, title, publisher, url, published, language), name)


def document(article: Article, name: str) -> Document:
    """Clean an article and tell its sections; metadata go before what the text shows."""
    text = normalise(article.text)
    found = layout(text, title=_line(article.title))
    url = (article.url or "").strip()
    language = (article.language or "").strip()
    return Document(
        name=clean_name(name),
        text=text,
        title=found.title,
        publisher=_line(article.publisher),
        url=url if _URL.fullmatch(url) else None,
        published=iso_date(article.published or "") or found.published,
        language=language if _LANGUAGE.fullmatch(language) else "en",
        sections=found.sections,
    )


def clean_name(name: str) -> str:
    """The name without control characters, slashes and white space; at most 150 characters."""
    cleaned = re.sub(r"[\s/\\]+", "-", normalise(name)).strip("-")
    return cleaned[:_LONGEST_NAME] or "document"


def _line(value: str | None) -> str | None:
    return " ".join(normalise(value or "").split()) or None
