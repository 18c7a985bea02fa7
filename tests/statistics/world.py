"""Small corpora: a claim is subject, relation and object, in an article that says just that."""

from __future__ import annotations

from kg.graph.pool import pool
from kg.model import (
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    When,
)


def corpus(*claims: ResolvedClaim) -> Corpus:
    """The corpus of some claims."""
    return pool(claims)


def actor(name: str, *, acts_for: tuple[str, ...] = ()) -> Actor:
    """A state, or a person who acts for one; its id is its name in lower case."""
    return Actor(name.lower(), name, "Person" if acts_for else "Country", acts_for=acts_for)


def claim(
    subject: str | Actor,
    relation: str,
    object_: str | Actor,
    date: str | None = None,
    *,
    end: str | None = None,
    status: Status = Status.ASSERTED,
    by: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    article: str = "article",
) -> ResolvedClaim:
    """A claim in an article of its own."""
    ends = [actor(side) if isinstance(side, str) else side for side in (subject, object_)]
    words = [ends[0].label, relation, ends[1].label, by or "nobody"]
    text = " ".join(words) + f" {status} {date} {published} {publisher}."
    document = Document(article, text, publisher=publisher, published=published)
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    spans = [Span(at, at + len(word)) for at, word in zip(starts, words, strict=True)]
    mentions = [
        Mention(span, word, "Country", word) for span, word in zip(spans, words, strict=True)
    ]
    evidence = Evidence(article, Span(0, len(text)), spans[1], spans[0], spans[2], "rule")
    plain = Claim(
        mentions[0], relation, mentions[2], evidence, status,
        mentions[3] if by else None, When(date, end) if date else None,
    )  # fmt: skip
    first, second = (Resolution(side, 1) for side in ends)
    speaker = Resolution(actor(by), 1) if by else None
    return ResolvedClaim(plain, document, first, second, speaker)


def unfactual() -> list[ResolvedClaim]:
    """A claim of every kind that is no fact."""
    kinds = [status for status in Status if status is not Status.ASSERTED]
    return [
        claim("B", "attacks", "A", "2023-05", by="C"),
        *(claim("B", "attacks", "A", "2023-05", status=status) for status in kinds),
    ]
