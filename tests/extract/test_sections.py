"""Which parts of a page speak, and for whom."""

from __future__ import annotations

import pytest

from kg.extract.extractor import Extractor
from kg.model import Document, Section, SectionKind, Span
from tests.extract.conftest import Read

ARTICLE = "Vietnam has sanctioned Laos.\n\n"
OTHER = "Peru condemned Chile.\n\n"


def section(text: str, kind: SectionKind, author: str | None = None) -> Section:
    """The section that `OTHER` is in a text."""
    start = text.index(OTHER)
    return Section(Span(start, start + len(OTHER)), kind, author)


def told(claims: Read, kind: SectionKind, author: str | None = None) -> set[tuple[str, str, str]]:
    text = ARTICLE + OTHER
    found = claims(text, sections=(section(text, kind, author),))
    return {(claim.subject.name, claim.relation, claim.object.name) for claim in found}


@pytest.mark.parametrize("kind", [SectionKind.BOILERPLATE, SectionKind.BYLINE, SectionKind.NOTE])
def test_what_is_no_prose_says_nothing(claims: Read, kind: SectionKind) -> None:
    assert told(claims, kind) == {("Vietnam", "sanctions", "Laos")}


@pytest.mark.parametrize(
    "kind", [SectionKind.HEADLINE, SectionKind.BODY, SectionKind.CAPTION, SectionKind.COMMENT]
)
def test_prose_speaks(claims: Read, kind: SectionKind) -> None:
    expected = {("Vietnam", "sanctions", "Laos"), ("Peru", "condemns", "Chile")}
    assert told(claims, kind) == expected


@pytest.mark.parametrize(("author", "source"), [(None, "reader"), ("Ana", "Ana")])
def test_a_comment_is_its_authors_word(claims: Read, author: str | None, source: str) -> None:
    text = ARTICLE + OTHER
    found = claims(text, sections=(section(text, SectionKind.COMMENT, author),))
    sources = {claim.relation: claim.source.name if claim.source else None for claim in found}
    assert sources == {"sanctions": None, "condemns": source}


def test_in_a_comment_who_is_quoted_is_still_the_source(claims: Read) -> None:
    text = "Vietnam has sanctioned Laos.\n\nKenya said that Sudan had attacked Chad.\n"
    start = text.index("Kenya")
    comment = Section(Span(start, len(text)), SectionKind.COMMENT)
    (claim,) = claims(text, relation="attacks", sections=(comment,))
    assert claim.source is not None
    assert claim.source.name == "Kenya"


def test_words_before_and_after_a_section_that_is_left_out(extractor: Extractor) -> None:
    text = OTHER + "Read also: Italy votes\n\n" + ARTICLE
    start = text.index("Read")
    left_out = Section(Span(start, text.index("Vietnam")), SectionKind.BOILERPLATE)
    document = Document("article", text, sections=(left_out,))
    (reading,) = extractor([document])
    quotes = [claim.evidence.quote.of(text) for claim in reading.claims]
    assert quotes == ["Peru condemned Chile", "Vietnam has sanctioned Laos"]
    for claim in reading.claims:
        assert claim.subject.span.of(text) == claim.subject.text
        assert claim.object.span.of(text) == claim.object.text


def test_a_headline_and_the_body_may_say_the_same(claims: Read) -> None:
    text = "Peru condemns Chile\n\nPeru has condemned Chile on Friday.\n"
    headline = Section(Span(0, text.index("\n")), SectionKind.HEADLINE)
    found = claims(text, relation="condemns", sections=(headline,))
    assert [claim.evidence.subject.start for claim in found] == [0, text.rindex("Peru")]


def test_an_empty_document_says_nothing(claims: Read) -> None:
    assert claims("") == []


def test_a_document_that_is_all_boilerplate_says_nothing(claims: Read) -> None:
    whole = Section(Span(0, len(OTHER)), SectionKind.BOILERPLATE)
    assert claims(OTHER, sections=(whole,)) == []
