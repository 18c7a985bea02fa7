"""What a claim must keep to be written: its spans cover what they are said to cover."""

from __future__ import annotations

from kg.errors import ValidationError
from kg.model import ResolvedClaim

ORIGINS = ("text", "relative", "publication")  # where the date of a claim may come from


def verify(claim: ResolvedClaim) -> None:
    """Raise `ValidationError` unless every span lies in the text and covers its mention."""
    text, plain = claim.document.text, claim.claim
    if plain.time and plain.time.origin not in ORIGINS:
        raise ValidationError(
            f"{claim.document.name}: time origin {plain.time.origin!r} is none of "
            f"{', '.join(ORIGINS)}"
        )
    if not text:
        return
    for mention in (plain.subject, plain.object, plain.source):
        if mention and mention.span.of(text) != mention.text:
            where = f"text[{mention.span.start}:{mention.span.end}]"
            raise ValidationError(
                f"{claim.document.name}: {where} is {mention.span.of(text)!r}, not {mention.text!r}"
            )
    evidence = plain.evidence
    for span in (
        evidence.sentence,
        evidence.cue,
        evidence.subject,
        evidence.object,
        *evidence.scope,
    ):
        if span.end > len(text):
            raise ValidationError(
                f"{claim.document.name}: [{span.start}, {span.end}) ends behind the end of its "
                f"text, {len(text)}"
            )
