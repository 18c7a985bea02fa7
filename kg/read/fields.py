"""Named fields of front matter and records.

| field | also written |
|---|---|
| text | body, content, article, article_text, full_text, maintext |
| title | headline |
| published | date, published_at, publication_date, date_published, pubdate |
| publisher | source, outlet, site_name, publication |
| url | link, permalink |
| id | name, guid |
| language | lang |

Case and separators do not count: `datePublished` is `date_published`. Other fields are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import InputError
from kg.read.article import Article

ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articletext", "fulltext", "maintext"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "publishedat",
        "publicationdate",
        "datepublished",
        "pubdate",
    ),
    "publisher": ("publisher", "source", "outlet", "sitename", "publication"),
    "url": ("url", "link", "permalink"),
    "id": ("id", "name", "guid"),
    "language": ("language", "lang"),
}


def article_of(record: Mapping[str, object], where: str) -> Article:
    """The article that a record holds; `where` names the record if it must be refused."""
    found = known_fields(record, where)
    text = found.pop("text", "")
    if not text.strip():
        names = ", ".join(ALIASES["text"])
        raise InputError(f"{where}: has no text: put the article's text into one of {names}")
    return Article(text, **found)


def known_fields(record: Mapping[str, object], where: str) -> dict[str, str]:
    """The known fields that are filled, by their own names; the first filled alias counts."""
    values: dict[str, object] = {}
    for name, value in record.items():
        values.setdefault(plain(name), value)
    found: dict[str, str] = {}
    for field, aliases in ALIASES.items():
        for alias in aliases:
            value = _scalar(values.get(alias), f"{where}, field {alias!r}")
            if value and field not in found:
                found[field] = value
    return found


def plain(name: str) -> str:
    """A field's name without case and separators."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _scalar(value: object, where: str) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int | float):
        return str(value)
    raise InputError(f"{where}: is a {type(value).__name__}, not text")
