"""Entities of news articles with all their mentions, and static facts about them (DWIE).

Raw article -> entities, relations.

    python benchmarks/dwie.py --data dwie.jsonl

Only mentions by name count there. Facts come from three places: claims of the
extractor, owners of names ("German Interior Ministry"; a state body without one belongs to the
state that the article names most), and the gazetteer (a town's country, a body's state, offices of
persons). `TYPES` says what a relation of the ontology entails.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reporting import documents, scored

from kg.extract.extractor import Extractor
from kg.extract.parse import pipeline
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
    "defeats": ("vs",),
}
Fact = tuple[int, str, int]
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
        facts = _Article(groups).facts(extract.read(parsed).claims)
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


@dataclass
class _Article:
    """The groups of one article.

    And where a mention or an entry of the gazetteer is found among them.
    """

    groups: Sequence[Sequence[Mention]]

    def __post_init__(self) -> None:
        self.by_span = {m.span: i for i, group in enumerate(self.groups) for m in group}
        self.by_name: dict[str, int] = {}
        self.by_entry: dict[str, int] = {}
        for index, group in enumerate(self.groups):
            for mention in group:
                self.by_name.setdefault(mention.name, index)
            entry = _entry(group[0])
            own = entry is not None and (group[0].type != "City" or entry.type == "City")
            if entry is not None and own and not _only_adjectives(group, entry):
                self.by_entry.setdefault(entry.id, index)

        states = [e for e in self.by_entry if gazetteer().entries[e].type in _STATES]
        self.home = max(states, key=lambda e: len(self.groups[self.by_entry[e]]), default="")

    def place(self, mention: Mention) -> int | None:
        """The group of a claim's mention.

        That of its own span, its name or the entry of its name.
        """
        entry = _entry(mention)
        found = self.by_span.get(mention.antecedent or mention.span)
        if found is None and entry is not None:
            found = self.by_entry.get(entry.id)
        return self.by_name.get(mention.name) if found is None else found

    def facts(self, claims: Sequence[Claim]) -> Iterator[Fact]:
        """What the claims say and what the gazetteer knows, each with what it entails."""
        base = dict.fromkeys((*self._claimed(claims), *self._known()))
        yield from base
        states = {a: b for a, type_, b in base if type_ in ("based_in0", "in0")}
        for person, type_, body in base:
            if type_ == "member_of" and body in states:
                yield person, "citizen_of", states[body]

    def _claimed(self, claims: Sequence[Claim]) -> Iterator[Fact]:
        for claim in claims:
            first, second = self.place(claim.subject), self.place(claim.object)
            if claim.status is Status.ASSERTED and first is not None and second is not None:
                for type_ in _types(claim):
                    yield first, type_, second

    def _known(self) -> Iterator[Fact]:
        for index, group in enumerate(self.groups):
            for owner in {m.owner for m in group if m.owner and m.type in (*_BODIES, *_OTHER)}:
                for match in gazetteer().lookup(owner)[:1]:
                    yield from self._of_state(index, group[0], match.entry.id)
            entry = _entry(group[0])
            if entry is not None:
                yield from self._of_entry(index, group[0], entry)
            elif group[0].type in ("GovernmentBody", "Court") and not any(m.owner for m in group):
                yield from self._of_state(index, group[0], self.home)

    def _of_state(self, index: int, mention: Mention, owner: str) -> Iterator[Fact]:
        state = self.by_entry.get(owner)
        if state is None or state == index:
            return
        if gazetteer().entries[owner].type == "IGO":
            yield index, "part_of", state
            yield index, "institution_of", state
        elif gazetteer().entries[owner].type in _STATES:
            yield index, "based_in0", state
            if mention.type in _BODIES:
                ministry = "Ministry" in mention.text
                yield index, "ministry_of" if ministry else "agency_of", state

    def _of_entry(self, index: int, mention: Mention, entry: Entry) -> Iterator[Fact]:
        if mention.type in _PLACES:
            state = entry.id if entry.type in _STATES else entry.within or ""
            if state in self.by_entry and self.by_entry[state] != index:
                yield index, "in0", self.by_entry[state]
        elif entry.type not in (*_STATES, "Person"):
            for owner in (*entry.acts_for, *([entry.within] if entry.within else [])):
                yield from self._of_state(index, mention, owner)
        for term in entry.terms if entry.type == "Person" else ():
            if term.of in self.by_entry:
                for type_ in TYPES.get(term.role, ("agent_of", "citizen_of")):
                    yield index, type_, self.by_entry[term.of]


def _types(claim: Claim) -> tuple[str, ...]:
    subject, object_ = claim.subject, claim.object
    if claim.relation == "holdsOfficeIn":
        if object_.type not in _STATES:
            return ("member_of",)
        title = (subject.title or "").lower()
        minister = ["minister_of"] if "minister" in title or "secretary" in title else []
        return (*minister, "agent_of", "citizen_of")
    if claim.relation == "locatedIn":
        return ("in0",) if subject.type in _PLACES else ("based_in0",)
    return TYPES.get(claim.relation, ())


def _only_adjectives(group: Sequence[Mention], entry: Entry) -> bool:
    """Whether a state is named only by "German" and "the Germans", no names of it here."""
    return all(mention.text in (*entry.adjectives, *entry.people) for mention in group)


def _entry(mention: Mention) -> Entry | None:
    return next((match.entry for match in gazetteer().lookup(mention.name)), None)


if __name__ == "__main__":
    scored("dwie", answer, __doc__)
