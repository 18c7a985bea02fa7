"""Claims as short words, to compare with what a reader finds: "Kenya accuses Sudan"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Claim, Status

UNNAMED = "unnamed sources"


def words(claim: Claim) -> str:
    """Subject, relation and object."""
    return f"{claim.subject.name} {claim.relation} {claim.object.name}"


def told(found: Iterable[Claim]) -> set[str]:
    """What is said, whoever says it and whatever its status."""
    return {words(claim) for claim in found}


def status(found: Iterable[Claim], said: str) -> Status:
    """The status of the one claim that says so."""
    return _one(found, said).status


def source(found: Iterable[Claim], said: str) -> str | None:
    """Who says so in the one claim that says it; None for the author."""
    speaker = _one(found, said).source
    return speaker.name if speaker else None


def _one(found: Iterable[Claim], said: str) -> Claim:
    (claim,) = [claim for claim in found if words(claim) == said]
    return claim
