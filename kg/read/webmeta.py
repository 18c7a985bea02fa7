"""What a web page says about its article: in JSON-LD, in meta elements, in its own headings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LARGEST_SCRIPT = 1_000_000
_PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate"),
    *("publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued"),
    *("dcterms.date", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date"),
    "citation_publication_date",
)
_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publisher, address, date and language as the page gives them."""

    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None


def metadata(page: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    linked = list(_linked_data(page))
    meta = _meta(page)
    publisher = _linked(linked, "publisher") or _first(meta, _PUBLISHER)
    return Metadata(
        title=_without_site(_title(page, linked, meta), publisher),
        publisher=publisher,
        url=_attribute(page, "//link[@rel='canonical']", "href") or _first(meta, ("og:url",)),
        published=_linked(linked, "datePublished") or _first(meta, _PUBLISHED) or _time(page),
        language=page.get("lang"),
    )


def _linked_data(page: HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD that have a date: the article, but no logo or menu."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        try:
            waiting = [json.loads(text)] if len(text) <= _LARGEST_SCRIPT else []
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                waiting.append(value.get("@graph"))
                if "datePublished" in value:
                    yield value


def _linked(linked: list[dict[str, object]], name: str) -> str | None:
    for thing in linked:
        value = thing.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value
    return None


def _meta(page: HtmlElement) -> dict[str, str]:
    """The contents of meta elements by name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(page: HtmlElement, linked: list[dict[str, object]], meta: dict[str, str]) -> str | None:
    headings = [" ".join(h.text_content().split()) for h in page.iter("h1")]
    alone = headings[0] if len(headings) == 1 else None
    title = next((t.text_content() for t in page.iter("title")), None)
    return _linked(linked, "headline") or _first(meta, _TITLE) or alone or title


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """The title without " - The Daily Example" at its end."""
    title = " ".join((title or "").split())
    for dash in (" - ", " | ", " – ", " — "):
        title = title.removesuffix(f"{dash}{publisher}")
    return title or None


def _time(page: HtmlElement) -> str | None:
    return _attribute(page, "//*[@itemprop='datePublished']", "datetime") or _attribute(
        page, "(//article | //main)//time[@datetime]", "datetime"
    )


def _attribute(page: HtmlElement, path: str, name: str) -> str | None:
    return next((value for element in page.xpath(path) if (value := element.get(name))), None)
