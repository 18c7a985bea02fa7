"""An invented corpus for the tests of pages: plain lines, made into documents and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

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
    Statement,
    Status,
    When,
)
from tests.export.html.invented import ACTORS, CLAIMS, FORMS

_SCOPE = {
    Status.ASSERTED: "",
    Status.NEGATED: "did not",
    Status.PLANNED: "will",
    Status.HYPOTHETICAL: "could",
    Status.QUESTIONED: "It is unclear whether",
}


@dataclass(frozen=True)
class Line:
    """One line of CLAIMS."""

    date: str
    publisher: str
    subject: str
    relation: str
    object: str
    status: Status
    speaker: str


def actors() -> dict[str, Actor]:
    """The cast, by id."""
    rows = (_cells(line, 5) for line in ACTORS.strip().splitlines())
    return {
        id_: Actor(id_, label, kind, tuple(filter(None, aliases.split(", "))), same or None)
        for id_, kind, label, aliases, same in rows
    }


def lines() -> Iterator[Line]:
    """The claims, as written above."""
    for text in CLAIMS.strip("\n").splitlines():
        date, publisher, subject, relation, object_, status, speaker = _cells(text, 7)
        yield Line(
            date, publisher, subject, relation, object_, Status(status or "asserted"), speaker
        )


def corpus() -> Corpus:
    """The whole corpus: an article for each publisher and day."""
    cast = actors()
    articles: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines():
        articles[line.publisher, line.date].append(line)
    made = [_article(cast, *key, members) for key, members in sorted(articles.items())]
    return gather(cast, [claim for _, claims in made for claim in claims])


def gather(cast: dict[str, Actor], claims: list[ResolvedClaim]) -> Corpus:
    """Claims pooled into statements, everything ordered by id."""
    pools: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for claim in claims:
        pools[claim.statement_id].append(claim)
    statements = [
        Statement(c[0].subject.actor, c[0].claim.relation, c[0].object.actor, tuple(c))
        for _, c in sorted(pools.items())
    ]
    documents = {claim.document.name: claim.document for claim in claims}
    return Corpus(
        tuple(documents[name] for name in sorted(documents)),
        tuple(cast[id_] for id_ in sorted(cast)),
        tuple(statements),
    )


def _cells(line: str, count: int) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    return cells + [""] * (count - len(cells))


def _article(
    cast: dict[str, Actor], publisher: str, date: str, members: list[Line]
) -> tuple[Document, list[ResolvedClaim]]:
    text = f"{publisher} has gathered these lines from the region for its readers. "
    drafts = []
    for line in members:
        sentence, spans = _sentence(cast, line, len(text))
        drafts.append((line, Span(len(text), len(text) + len(sentence)), spans))
        text += sentence + " "
    text += "No further details were given, and the editors will return to the subject."
    name = f"{publisher}-{date or 'undated'}".lower().replace(" ", "-")
    title = drafts[0][1].of(text).rstrip(".")
    url = f"https://news.example/{name}"
    document = Document(name, text, title, publisher, url, date or None)
    return document, [_claim(cast, document, *draft) for draft in drafts]


def _sentence(cast: dict[str, Actor], line: Line, offset: int) -> tuple[str, dict[str, Span]]:
    past, infinitive = (form.strip() for form in FORMS[line.relation].split("|"))
    plain = line.status in (Status.ASSERTED, Status.QUESTIONED)
    scope, cue = _SCOPE[line.status], past if plain else infinitive
    subject, object_ = cast[line.subject].label, cast[line.object].label
    pieces = [("scope", scope)] if line.status is Status.QUESTIONED else []
    pieces.append(("subject", subject))
    pieces += [("scope", scope)] if not plain else []
    pieces += [("cue", cue), ("object", object_)]
    if line.speaker:
        pieces += [("", "according to"), ("speaker", cast[line.speaker].label)]
    text, spans = "", {}
    for role, piece in pieces:
        start = offset + len(text)
        spans[role] = Span(start, start + len(piece))
        text += piece + " "
    return text.rstrip() + ".", spans


def _claim(
    cast: dict[str, Actor], document: Document, line: Line, sentence: Span, spans: dict[str, Span]
) -> ResolvedClaim:
    scope = (spans["scope"],) if "scope" in spans else ()
    evidence = Evidence(
        document.name, sentence, spans["cue"], spans["subject"], spans["object"],
        f"{line.relation}/verb", scope,
    )  # fmt: skip
    speaker = cast.get(line.speaker)
    claim = Claim(
        _mention(cast[line.subject], spans["subject"]),
        line.relation,
        _mention(cast[line.object], spans["object"]),
        evidence,
        line.status,
        _mention(speaker, spans["speaker"]) if speaker else None,
        When(line.date) if line.date else None,
        (("topic", "arms"),) if "Weapons" in line.relation else (),
        0.95 if line.status is Status.ASSERTED else 0.72,
    )
    return ResolvedClaim(
        claim,
        document,
        Resolution(cast[line.subject], 1.0, ("label of the gazetteer",)),
        Resolution(cast[line.object], 0.9, ("label of the gazetteer", "type fits the relation")),
        Resolution(speaker, 0.9, ("quoted speaker",)) if speaker else None,
    )


def _mention(actor: Actor, span: Span) -> Mention:
    return Mention(span, actor.label, actor.type, actor.label)
