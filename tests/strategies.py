"""Corpora of every kind of text, for properties that must hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.graph.pool import pool
from kg.model import (
    UNWRITABLE,
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mark,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    When,
    digest,
)
from kg.vocabulary import vocabulary

# a text is hashed as UTF-8, so it has no lone surrogates; an id has what every format can write;
# a label may come with anything
encodable = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
ids = encodable.filter(lambda text: not UNWRITABLE.search(text))
anything = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)
dates = st.sampled_from(["2023", "2023-09", "2023-09-08", "2024-02-29", "spring", "2023-02-30"])
classes = st.sampled_from([n for n, c in vocabulary().classes.items() if not c.abstract])
relations = st.sampled_from(list(vocabulary()))
shares = st.integers(0, 100).map(lambda n: n / 100)


@st.composite
def corpora(draw: st.DrawFn, names: st.SearchStrategy[str] = anything) -> Corpus:
    """A corpus of a few claims; `names` are its labels, titles, qualifiers and reasons."""
    actors = draw(st.lists(_actors(names), min_size=1, max_size=2, unique_by=lambda a: a.id))
    documents = draw(st.lists(_documents(names), min_size=1, max_size=2))
    claims = draw(st.lists(_claims(documents, actors, names), max_size=2))
    return pool(claims, documents, actors)


@st.composite
def _actors(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Actor:
    aliases = tuple(draw(st.lists(names, max_size=2)))
    item = draw(st.none() | st.integers(1, 10**6).map(lambda n: f"Q{n}"))
    acts_for = tuple(draw(st.lists(ids, max_size=1)))
    return Actor(draw(ids), draw(names), draw(classes), aliases, item, acts_for)


@st.composite
def _documents(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Document:
    return Document(
        name=draw(encodable),
        text=draw(st.text(st.characters(codec="utf-8"), min_size=4, max_size=40)),
        title=draw(st.none() | names),
        publisher=draw(st.none() | names),
        url=draw(st.sampled_from([None, "https://e.example/a?b=<c>", "javascript:alert(1)"])),
        published=draw(st.none() | dates),
    )


@st.composite
def _claims(
    draw: st.DrawFn, documents: list[Document], actors: list[Actor], names: st.SearchStrategy[str]
) -> ResolvedClaim:
    document = draw(st.sampled_from(documents))
    subject, object_, source = (_mention(draw, document, names) for _ in range(3))
    evidence = Evidence(
        document.name,
        sentence=Span(0, len(document.text)),
        cue=_span(draw, document),
        subject=subject.span,
        object=object_.span,
        rule=draw(names),
        scope=(_span(draw, document),) if draw(st.booleans()) else (),
    )
    said = draw(st.booleans())
    plain = Claim(
        subject=subject,
        relation=draw(relations),
        object=object_,
        evidence=evidence,
        status=draw(st.sampled_from(Status)),
        source=source if said else None,
        time=draw(st.none() | st.builds(When, dates)),
        qualifiers=tuple(draw(st.lists(st.tuples(encodable, names), max_size=2))),
        confidence=draw(shares),
        corrections=tuple(draw(st.lists(_marks(names), max_size=1))),
    )
    meant = [_resolution(draw, actors, names) for _ in range(3)]
    return ResolvedClaim(plain, document, meant[0], meant[1], meant[2] if said else None)


def _marks(names: st.SearchStrategy[str]) -> st.SearchStrategy[Mark]:
    """Equal ids are equal corrections, so the text makes the id."""
    said = st.tuples(names, names, st.none() | dates, st.none() | names)
    return said.map(lambda parts: Mark(digest(repr(parts)), *parts))


def _span(draw: st.DrawFn, document: Document) -> Span:
    start = draw(st.integers(0, len(document.text) - 1))
    return Span(start, draw(st.integers(start + 1, len(document.text))))


def _mention(draw: st.DrawFn, document: Document, names: st.SearchStrategy[str]) -> Mention:
    place = _span(draw, document)
    owner = draw(st.none() | names)
    return Mention(place, place.of(document.text), draw(classes), draw(names), None, owner)


def _resolution(draw: st.DrawFn, actors: list[Actor], names: st.SearchStrategy[str]) -> Resolution:
    return Resolution(draw(st.sampled_from(actors)), draw(shares), (draw(names),))
