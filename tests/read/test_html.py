"""Web pages: the article without its furniture, whatever the page is made of."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]

from kg.errors import InputError
from kg.model import SectionKind
from kg.read import html
from kg.read.article import Article, Source, document
from kg.read.html import plain_text, read

LEAD = (
    'Russia summoned Armenia\'s ambassador on Friday over "unfriendly steps", the ministry said. '
    "It gave no further details about the meeting in Moscow."
)
REPLY = (
    "Armenia rejected the protest. Its foreign ministry said that the joint exercises with the "
    "United States had been planned for long and were directed against nobody."
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Envoy summoned | The Daily Example</title>
<meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2023-09-08T14:05:00+04:00">
<link rel="canonical" href="https://example.org/envoy">
<script>document.write("never run")</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoy summoned</h1><p>{LEAD}</p><!-- hidden --><p>{REPLY}</p>
<ul><li>Armenia is a member of the alliance.</li></ul>
<figure><img src="x.jpg"><figcaption>The ministry. Photo: AFP</figcaption></figure></article>
<footer>Copyright 2023 The Daily Example</footer></body></html>"""


def article(page: str | bytes) -> Article:
    (found,) = read(Source("p.html", "p", page.encode() if isinstance(page, str) else page))
    return found


def test_a_news_page() -> None:
    found = article(PAGE)
    assert found.text.split("\n") == [
        "Envoy summoned",
        LEAD,
        REPLY,
        "Armenia is a member of the alliance.",
    ]
    assert (found.title, found.publisher) == ("Envoy summoned", "The Daily Example")
    assert (found.url, found.language) == ("https://example.org/envoy", "en")
    assert document(found, "p").published == "2023-09-08"


def test_the_title_opens_the_text_and_is_its_headline() -> None:
    page = f"<html><head><title>Envoy summoned</title></head><body><p>{LEAD}</p><p>{REPLY}</p>"
    made = document(article(page), "p")
    assert made.text.startswith("Envoy summoned\n\nRussia summoned")
    first = made.sections[0]
    assert (first.kind, first.span.of(made.text)) == (SectionKind.HEADLINE, "Envoy summoned")


def test_a_page_that_is_too_large_for_the_extractor_is_read_plainly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(html, "MOST_ELEMENTS", 5)
    lines = ["Envoy summoned", LEAD, REPLY, "Armenia is a member of the alliance."]
    assert article(PAGE).text.split("\n") == lines


def test_plain_reading_keeps_words_apart_and_inline_elements_together() -> None:
    page = (
        "<div>One <b>bo</b>ld<div>Two</div>three<br>four</div><p>Five  six</p>"
        "<nav>Home</nav><form>Name</form>"
    )
    lines = plain_text(document_fromstring(page)).split("\n")
    assert lines == ["One bold", "Two", "three", "four", "Five six"]


def test_a_declared_character_set_is_used() -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("Moscow", "São Paulo")
    assert "São Paulo" in article(page.encode("cp1252")).text


def test_a_charset_in_the_page_does_not_spoil_a_page_in_utf8() -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("Moscow", "Ağdam’s centre")
    assert "Ağdam’s centre" in article(page).text


def test_an_xml_declaration_does_no_harm() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>' + PAGE
    assert article(page).text == article(PAGE).text


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<html><body></body></html>", r"p\.html: holds no article"),
        ("<!-- nothing -->", r"p\.html: "),
        ("<html><body>" + "<div>deep" * 3000, r"p\.html: has elements nested too deep"),
    ],
)
def test_pages_without_an_article_are_refused(page: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        article(page)


def test_a_page_of_many_megabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "LARGEST_PAGE", 100)
    with pytest.raises(InputError, match=r"p\.html: is larger than"):
        article(PAGE)


def test_entities_are_not_expanded_without_end() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        f"<html><body><p>&b;</p><p>{LEAD}</p><p>{REPLY}</p></body></html>"
    )
    assert "aaaa" not in article(bomb).text.split(LEAD)[1]
