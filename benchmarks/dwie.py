"""Entities of news articles with all their mentions, and static facts about them (DWIE): raw article -> entities, relations.

    python benchmarks/dwie.py --data dwie.jsonl

Only mentions by name count there. Facts come from three places: claims of the extractor, owners of names ("German Interior Ministry"),
and the gazetteer (a town's country, a body's state, offices of persons). `TYPES` says what a relation of the ontology entails.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reporting import documents, scored

from kg.extract import pipeline
from kg.extract.extractor import Extractor
from kg.gazetteer import Entry, gazetteer
from kg.model import Claim, Mention, Status

TYPES = {
    "headOfStateOf": ("head_of_state", "agent_of", "citizen_of"),
    "headOfGovernmentOf": ("head_of_gov", "agent_of", "citizen_of"),
    "leaderOf": ("head_of", "member_of"),
    "memberOf": ("member_of",),
    "worksFor": ("member_of",),
    "spokespersonFor": ("spokesperson_of", "member_of"),
    "citizenOf": ("citizen_of",),
    "envoyOf": ("agent_of", "citizen_of"),
    "partOf": ("part_of",),
    "meets": ("is_meeting",),
}
_STATES = ("Country", "DeFactoState")
_PLACES = ("City", "Region", "Place", "Facility", "Corridor")
_BODIES = ("GovernmentBody", "Government", "ArmedForce", "Court")
_OTHER = ("Organisation", "PoliticalParty", "Company", "MediaOutlet", "NGO", "ArmedGroup")


def answer(gold: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Entities and relations of each article."""
    extract = Extractor()
    found = {}
    for parsed in pipeline.parse(documents(gold), extract.nlp):
        groups = extract.mentions(parsed, named=True)
        claims = extract.read(parsed).claims
        facts = dict.fromkeys((*_claimed(claims), *_known(groups)))
        found[parsed.document.name] = {
            "entities": [
                {"mentions": [_place(mention) for mention in group], "type": group[0].type}
                for group in groups
            ],
            "relations": [{"source": a, "type": type_, "target": b} for a, type_, b in facts],
        }
    return found


def _place(mention: Mention) -> dict[str, Any]:
    return {"begin": mention.span.start, "end": mention.span.end, "text": mention.text}


Fact = tuple[str, str, str]


def _claimed(claims: Sequence[Claim]) -> Iterator[Fact]:
    for claim in claims:
        if claim.status is not Status.ASSERTED:
            continue
        ends = claim.subject, claim.object
        for type_ in _types(claim):
            yield _text(ends[0]), type_, _text(ends[1])


def _text(mention: Mention) -> str:
    return mention.name if mention.antecedent else mention.text


def _types(claim: Claim) -> tuple[str, ...]:
    subject, object_ = claim.subject, claim.object
    if claim.relation == "holdsOfficeIn":
        if object_.type not in _STATES:
            return ("member_of",)
        title = (subject.title or "").lower()
        return (
            *(["minister_of"] if "minister" in title or "secretary" in title else []),
            "agent_of",
            "citizen_of",
        )
    if claim.relation == "locatedIn":
        return ("in0",) if subject.type in _PLACES else ("based_in0",)
    return TYPES.get(claim.relation, ())


def _known(groups: Sequence[Sequence[Mention]]) -> Iterator[Fact]:
    """What the gazetteer and the owners of names tell of the entities."""
    for group in groups:
        for mention in group:
            if mention.owner and mention.type in (*_BODIES, *_OTHER):
                yield from _owned(mention)
        entry = _entry(group[0])
        if entry is not None:
            yield from _facts(group[0], entry)


def _owned(mention: Mention) -> Iterator[Fact]:
    owner = mention.owner or ""
    if any(match.entry.type in _STATES for match in gazetteer().lookup(owner)):
        yield mention.text, "based_in0", owner
        if mention.type in _BODIES:
            yield mention.text, "ministry_of" if "Ministry" in mention.text else "agency_of", owner


def _entry(mention: Mention) -> Entry | None:
    return next((match.entry for match in gazetteer().lookup(mention.name)), None)


def _facts(mention: Mention, entry: Entry) -> Iterator[Fact]:
    entries = gazetteer().entries
    if mention.type == "City" and entry.type in _STATES:
        yield mention.text, "in0", entry.label
    if entry.within and mention.type in _PLACES and entries[entry.within].type in _STATES:
        yield mention.text, "in0", entries[entry.within].label
    for state in entry.acts_for:
        if entries[state].type in _STATES and mention.type in (*_BODIES, *_OTHER):
            yield mention.text, "agency_of", entries[state].label
            yield mention.text, "based_in0", entries[state].label


if __name__ == "__main__":
    scored("dwie", answer, __doc__)
