"""Every example of the ontology: sentences that give a relation, and sentences that must not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kg.extract.extractor import Extractor
from kg.gazetteer import fold, gazetteer
from kg.model import Claim, Document, Mention
from kg.vocabulary import Example, Relation, vocabulary

Found = Mapping[str, tuple[Claim, ...]]


@pytest.fixture(scope="module")
def found(extractor: Extractor) -> Found:
    """The claims of every example, by its text."""
    texts = dict.fromkeys(e.text for relation in vocabulary().values() for e in relation.examples)
    readings = extractor(Document("example", text) for text in texts)
    return {reading.document.text: reading.claims for reading in readings}


@pytest.mark.parametrize("name", list(vocabulary()))
def test_examples(name: str, found: Found) -> None:
    relation = vocabulary()[name]
    faults = [fault for e in relation.examples if (fault := _fault(relation, e, found[e.text]))]
    assert not faults, "\n" + "\n".join(faults)


def _fault(relation: Relation, example: Example, claims: tuple[Claim, ...]) -> str | None:
    """What is wrong with the claims of an example, in a line."""
    told = [claim for claim in claims if claim.relation == relation.id and _ends(example, claim)]
    told += [
        c
        for c in claims
        if c.relation == relation.id and relation.symmetric and _turned(example, c)
    ]
    statuses = {claim.status for claim in told}
    if example.matches is (example.status in statuses):
        return None
    ends = f"{example.subject} -> {example.object}, {example.status}"
    got = [f"{c.subject.name} {c.relation} {c.object.name}, {c.status}" for c in claims]
    kind = "missed" if example.matches else "wrong"
    return f"{kind}: {example.text} ({ends}); got {'; '.join(got) or 'nothing'}"


def _ends(example: Example, claim: Claim) -> bool:
    return _is(example.subject, claim.subject) and _is(example.object, claim.object)


def _turned(example: Example, claim: Claim) -> bool:
    return _is(example.subject, claim.object) and _is(example.object, claim.subject)


def _is(expected: str, mention: Mention) -> bool:
    """Whether a mention is who the example names: by its words, its owner, or the gazetteer."""
    forms = {fold(form) for form in (mention.name, mention.text, mention.owner or "")} - {""}
    if fold(expected) in forms or _entries(expected) & _entries(mention.name):
        return True
    wanted = set(fold(expected).split())
    return any(wanted <= set(form.split()) or set(form.split()) <= wanted for form in forms)


def _entries(name: str) -> set[str]:
    return {match.entry.id for match in gazetteer().lookup(name)}
