"""The extractor with its real model, made once, and short ways to ask it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.extractor import Extractor
from kg.extract.mentions.names import Name
from kg.extract.parse import pipeline
from kg.model import Claim, Document, Section

Read = Callable[..., list[Claim]]
Find = Callable[[str], dict[str, Name]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def claims(extractor: Extractor) -> Read:
    """The claims of a text: `claims(text, published="2023-09-11", relation="warns")`."""

    def read(
        text: str,
        *,
        relation: str | None = None,
        published: str | None = None,
        sections: tuple[Section, ...] = (),
    ) -> list[Claim]:
        document = Document("article", text, published=published, sections=sections)
        found = next(iter(extractor([document]))).claims
        return [claim for claim in found if relation in (None, claim.relation)]

    return read


@pytest.fixture(scope="session")
def find(extractor: Extractor) -> Find:
    """The mentions of a sentence by their own words."""

    def found(text: str) -> dict[str, Name]:
        parsed = next(iter(pipeline.parse([Document("article", text)], extractor.nlp)))
        names = extractor.find_mentions(parsed.doc)
        return {parsed.doc[name.start : name.end].text: name for name in names if name.name}

    return found
