"""Metadata of web pages."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from kg.read.webmeta import Metadata, metadata


def of(head: str, body: str = "<p>Text.</p>") -> Metadata:
    return metadata(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Envoy summoned",
    "datePublished": "2023-09-08T14:05:00Z",
    "publisher": {"@type": "Organization", "name": "The Daily Example"},
}


@pytest.mark.parametrize(
    "thing",
    [ARTICLE, [{"@type": "BreadcrumbList"}, ARTICLE], {"@graph": [{"@type": "WebSite"}, ARTICLE]}],
)
def test_linked_data(thing: object) -> None:
    found = of(linked(thing))
    assert (found.title, found.publisher) == ("Envoy summoned", "The Daily Example")
    assert found.published == "2023-09-08T14:05:00Z"


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, '"text"', "null", ""])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    found = of(f'<script type="application/ld+json">{broken}</script><title>Envoy</title>')
    assert (found.title, found.published) == ("Envoy", None)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2023-09-08">',
        '<meta name="DC.date.issued" content="2023-09-08">',
        '<meta itemprop="datePublished" content="2023-09-08">',
        '<meta name="date" content=" 2023-09-08 "><meta name="date" content="2024-01-01">',
    ],
)
def test_dates_in_meta_elements(meta: str) -> None:
    assert of(meta).published == "2023-09-08"


def test_a_time_counts_only_inside_the_article() -> None:
    time = '<time datetime="2023-09-08">Friday</time>'
    assert of("", f"<article>{time}</article>").published == "2023-09-08"
    assert of("", f"<aside>{time}</aside>").published is None


def test_titles() -> None:
    assert of('<meta property="og:title" content="A"><title>B</title>').title == "A"
    assert of("<title>B - Site</title>", "<h1>A <b>bold</b></h1>").title == "A bold"
    assert of("<title>B</title>", "<h1>One</h1><h1>Two</h1>").title == "B"
    site = '<meta property="og:site_name" content="Site">'
    assert of(f"{site}<title>Envoy | summoned - Site</title>").title == "Envoy | summoned"
    assert of("").title is None


def test_addresses() -> None:
    canonical = '<link rel="canonical" href="https://example.org/a">'
    other = '<meta property="og:url" content="https://example.org/b">'
    assert of(canonical + other).url == "https://example.org/a"
    assert of(other).url == "https://example.org/b"
