"""One line of the exchange file on its way back to a claim; faults are named with their line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Self

from kg.errors import OntologyError, ValidationError
from kg.graph.excerpt import Excerpt
from kg.graph.fields import Fields
from kg.graph.offsets import verify
from kg.model import (
    Actor,
    Claim,
    Evidence,
    Mark,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Status,
    When,
)
from kg.vocabulary import vocabulary


class Record:
    """One line of the exchange file."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.document = fields.child("document")
        self.evidence = fields.child("evidence")
        self.key = (self.document.text("id"), self.document.text("name"))
        self.quote = self.evidence.own_span()

    @classmethod
    def parse(cls, line: str, where: str) -> Self:
        """Read a line; raises `ValidationError` that begins with `where`."""
        try:
            return cls(Fields(json.loads(line), where))
        except (ValueError, RecursionError) as error:
            raise ValidationError(f"{where}: not valid JSON: {error}") from error

    def pieces(self) -> Iterator[tuple[Span, str]]:
        """What the line quotes, with its place."""
        yield self._piece(self.evidence, self.quote, "quote")
        if self.evidence.maybe("sentence_text") is not None:
            yield self._piece(self.evidence, self.evidence.span("sentence"), "sentence_text")
        for key in ("subject", "object", "attributed_to"):
            if party := self.fields.maybe_child(key):
                yield self._piece(party, party.own_span(), "mention")

    def claim(self, text: str) -> ResolvedClaim:
        """The claim; `text` holds what all lines quote of its document."""
        source = self.fields.maybe_child("attributed_to")
        claim = ResolvedClaim(
            claim=self._plain(),
            document=self._document(text),
            subject=_resolution(self.fields.child("subject")),
            object=_resolution(self.fields.child("object")),
            source=_resolution(source) if source else None,
        )
        try:
            verify(claim)
        except ValidationError as error:
            raise self.fields.fault(str(error)) from error
        return claim

    def _piece(self, fields: Fields, span: Span, key: str) -> tuple[Span, str]:
        text = fields.text(key)
        if len(text) != span.end - span.start:
            raise fields.fault(f"[{span.start}, {span.end}) is not as long as {key} {text!r}")
        if self.quote.covers(span) and text != self._quoted(span):
            found = self._quoted(span)
            raise fields.fault(
                f"[{span.start}, {span.end}) of the quote is {found!r}, not {text!r}"
            )
        return span, text

    def _quoted(self, span: Span) -> str:
        start = self.quote.start
        return self.evidence.text("quote")[span.start - start : span.end - start]

    def relation(self) -> str:
        """The relation; raises `OntologyError` where it is none."""
        return vocabulary()[self.fields.text("relation")].id

    def _plain(self) -> Claim:
        fields = self.fields
        source = fields.maybe_child("attributed_to")
        try:
            return Claim(
                subject=_mention(fields.child("subject")),
                relation=self.relation(),
                object=_mention(fields.child("object")),
                evidence=self._evidence(),
                status=Status(fields.text("status")),
                source=_mention(source) if source else None,
                time=self._time(),
                qualifiers=tuple(sorted(fields.pairs("qualifiers"))),
                confidence=fields.share("confidence", 1.0),
                corrections=tuple(sorted(map(_mark, fields.children("corrections")))),
            )
        except (OntologyError, ValueError) as error:
            raise fields.fault(str(error)) from error

    def _document(self, text: str) -> Excerpt:
        fields = self.document
        return Excerpt(
            name=fields.text("name"),
            text=text,
            title=fields.maybe("title"),
            publisher=fields.maybe("publisher"),
            url=fields.maybe("url"),
            published=fields.maybe("published"),
            language=fields.maybe("language") or "en",
            whole=fields.text("id"),
        )

    def _evidence(self) -> Evidence:
        fields = self.evidence
        return Evidence(
            document=self.document.text("name"),
            sentence=fields.maybe_span("sentence") or self.quote,
            cue=fields.span("cue"),
            subject=fields.maybe_span("subject") or self.fields.child("subject").own_span(),
            object=fields.maybe_span("object") or self.fields.child("object").own_span(),
            rule=fields.text("rule"),
            scope=fields.spans("scope"),
        )

    def _time(self) -> When | None:
        date = self.fields.maybe("date")
        if date is None:
            return None
        more = self.evidence.maybe_child("time")
        if more is None:
            return When(date)
        return When(
            date, more.maybe("end"), more.maybe("origin") or "text", more.maybe_span("span")
        )


def _resolution(fields: Fields) -> Resolution:
    id, label, type_ = (fields.text(key) for key in ("id", "label", "type"))
    aliases, acts_for = (fields.texts(key) for key in ("aliases", "acts_for"))
    same_as = fields.maybe("same_as")
    try:
        actor = Actor(id, label, type_, aliases, same_as, acts_for)
    except ValidationError as error:
        raise fields.fault(str(error)) from error
    return Resolution(actor, fields.share("score", 1.0), fields.texts("reasons"))


def _mark(fields: Fields) -> Mark:
    id, what, author = (fields.text(key) for key in ("correction", "what", "author"))
    return Mark(id, what, author, fields.maybe("time"), fields.maybe("note"))


def _mention(fields: Fields) -> Mention:
    text = fields.text("mention")
    return Mention(
        span=fields.own_span(),
        text=text,
        type=fields.maybe("mention_type") or fields.text("type"),
        name=fields.maybe("name") or text,
        antecedent=fields.maybe_span("antecedent"),
        owner=fields.maybe("owner"),
        title=fields.maybe("title"),
    )
