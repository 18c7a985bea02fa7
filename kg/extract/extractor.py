"""Documents in, claims out: the stages of extraction joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.confidence import confidence
from kg.extract.coreference.actors import Actors
from kg.extract.coreference.antecedents import Coreference
from kg.extract.mentions.finder import MentionFinder
from kg.extract.mentions.names import Name
from kg.extract.parse import pipeline
from kg.extract.parse.pipeline import Parsed
from kg.extract.parse.syntax import VERBAL
from kg.extract.relations.accusations import accusations
from kg.extract.relations.demands import demands
from kg.extract.relations.ellipsis import echoes
from kg.extract.relations.judgements import judgements
from kg.extract.relations.lexicon import lexicon
from kg.extract.relations.matcher import Match, Matcher
from kg.extract.relations.open_claims import OpenPredicates, predicate_of
from kg.extract.relations.proposals import proposals
from kg.extract.relations.qualifiers import qualifiers
from kg.extract.repairs.repair import repair
from kg.extract.speech.attribution import Attribution
from kg.extract.status import scope
from kg.extract.time import when
from kg.extract.words.scopes import words
from kg.gazetteer import gazetteer
from kg.model import Claim, Document, Evidence, Mention, OpenClaim, SectionKind, Span, Status, When
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = ("Person", "PeopleGroup")
# Whose title is what it is, whoever uses it and whenever the rest of the sentence happens.
_TITLED = ("Person", "Office")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one document, and what fitted a frame but for the kinds of its actors.

    `open_claims` are what it says of two actors in words that no frame knows.
    """

    document: Document
    claims: tuple[Claim, ...]
    refused: tuple[str, ...] = ()
    open_claims: tuple[OpenClaim[Claim], ...] = ()


class Extractor:
    """Reads documents with one language pipeline. `model` names an installed spaCy pipeline.

    None takes the default.
    """

    def __init__(self, model: str | None = None) -> None:
        self.nlp = pipeline.load_model(model)
        self.vocabulary = vocabulary()
        self.lexicon = lexicon()
        self.proposals = proposals()
        self.confidence: Callable[[Match], float] = confidence()
        self.find_mentions = MentionFinder(gazetteer(), self.nlp, self.lexicon.titles())

    def __call__(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings of the documents, in their order."""
        for parsed in pipeline.parse(documents, self.nlp):
            yield self.read(parsed)

    def read(self, parsed: Parsed) -> Reading:
        """The claims of one parsed document, in order of the text."""
        repair(parsed.doc)
        names = self.find_mentions(parsed.doc, parsed.document.published)
        actors = Actors(names, Coreference(parsed.doc, names), self.vocabulary.classes)
        matcher = Matcher(self.lexicon, self.vocabulary, actors)
        attribution = Attribution(parsed.doc, actors)
        actors.listen(attribution.voice)
        matches = _best(matcher(parsed.doc))
        added = [
            *accusations(matches, attribution, self.vocabulary),
            *demands(parsed.doc, matcher, attribution),
            *judgements(parsed.doc, matcher, attribution),
        ]
        matches = _best([*matches, *added])
        matches = _best([*matches, *echoes(matches, parsed.doc, matcher.binder)])
        told = [(match, _claim(parsed, match, attribution, self.confidence)) for match in matches]
        refused = tuple(
            _refusal(entry.rule, first, second) for entry, _, first, second in matcher.refused
        )
        untyped = OpenPredicates(matcher.binder, self.lexicon)(matches)
        open_claims = tuple(self._open(parsed, match, attribution) for match in untyped)
        return Reading(parsed.document, tuple(_distinct(_but_of_parts(told))), refused, open_claims)

    def _open(self, parsed: Parsed, match: Match, attribution: Attribution) -> OpenClaim[Claim]:
        frame = match.entry.frame
        return OpenClaim(
            _claim(parsed, match, attribution, lambda _: 1.0),
            predicate_of(frame),
            self.proposals(frame, match.subject.type, match.object.type),
        )

    def mentions(self, parsed: Parsed, *, named: bool = False) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of actors in one parsed document: a group an actor.

        Each in order of the text.

        `named` leaves out pronouns and descriptions ("the ministry", "Russian peacekeepers").
        """
        names = self.find_mentions(parsed.doc, parsed.document.published)
        found = {name.head: name for name in names}
        if not named:
            found |= Coreference(parsed.doc, names).found
        groups: dict[str, list[Mention]] = {}
        for name in sorted(found.values(), key=lambda name: (name.start, name.end)):
            if name.name and not (named and self.find_mentions.is_description(name, parsed.doc)):
                groups.setdefault((name.antecedent or name).key, []).append(_mention(parsed, name))
        return tuple(tuple(group) for group in groups.values())


def _best(matches: Iterable[Match]) -> list[Match]:
    """One match for each predicate and pair of actors.

    The most specific frame, then the narrowest relation.
    """
    groups: dict[tuple[int, str, str], Match] = {}
    found = _but_of_persons(list(matches))
    taken = {
        (match.predicate.i, cue.i)
        for match in found
        for cue in match.cues
        if cue.i != match.predicate.i
    }
    met = {(match.predicate.i, match.entry.relation.id, match.object.head) for match in found}
    for match in found:
        named = match.object.antecedent is None and not _suffers(match)
        if named and (match.predicate.i, match.object.head) in taken and len(match.cues) == 1:
            continue
        same = match.predicate.i, match.entry.relation.id
        beside = {name.i for cue in match.cues for name in _beside(cue)} - {match.object.head}
        if any((*same, index) in met for index in beside):
            continue
        key = (match.predicate.i, match.subject.key, match.object.key)
        old = groups.get(key)
        if old is None or _rank(match) > _rank(old):
            groups[key] = match
    return [groups[key] for key in sorted(groups)]


def _beside(noun: Token) -> Iterator[Token]:
    """As "met France's president, Emmanuel Macron": who is met is the president, not France."""
    return (child for child in noun.children if child.dep_ == "appos")


def _but_of_parts(told: list[tuple[Match, Claim]]) -> Iterator[Claim]:
    """As "cannot maintain its control": the whole expression says whether there is control.

    As "voted to leave OPEC": what it says of the infinitive is said already.
    """
    parts = {
        (cue.i, _key(match))
        for match, claim in told
        for cue in match.cues
        if cue != match.predicate and (claim.status is not Status.ASSERTED or cue.tag_ in VERBAL)
    }
    for match, claim in told:
        unsure = claim.status is not Status.ASSERTED and match.predicate.tag_ not in VERBAL
        if unsure or (match.predicate.i, _key(match)) not in parts:
            yield claim


def _key(match: Match) -> tuple[str, str, str]:
    return match.subject.key, match.entry.relation.id, match.object.key


def _but_of_persons(matches: list[Match]) -> list[Match]:
    """As "killed Syrian workers": who suffers are the workers themselves, not their state.

    As "met the head of Mossad, Ann Lee": nor is a body met whose head has a name.
    """
    persons = {
        (match.predicate.i, match.entry.relation.id, head)
        for match in matches
        if len(match.cues) == 1 and (head := _person_of(match)) is not None
    }
    return [
        match
        for match in matches
        if not any(
            (match.predicate.i, match.entry.relation.id, cue.i) in persons
            for cue in match.cues
            if cue.i != match.object.head
        )
    ]


def _person_of(match: Match) -> int | None:
    """The noun of whoever is meant himself, where a match is about persons."""
    token = match.predicate.doc[match.object.head]
    if match.object.type == "Person" and token.dep_ == "appos":
        return token.head.i
    return token.i if _suffers(match) else None


def _suffers(match: Match) -> bool:
    """Whether a deed is done to persons, who are meant themselves."""
    relation = match.entry.relation
    suffered = relation.plover_type == "ASSAULT" or relation.id == "detains"
    return suffered and match.object.type in _PERSONS


def _rank(match: Match) -> tuple[int, int, int]:
    relation = match.entry.relation
    return (match.weight, bool(relation.super), -len(relation.range) - len(relation.domain))


def _claim(
    parsed: Parsed, match: Match, attribution: Attribution, weigh: Callable[[Match], float]
) -> Claim:
    status, source = match.entry.frame.status or Status.ASSERTED, None
    cues: tuple[Token, ...] = ()
    if not match.static:
        status, cues = scope.status_of(match.predicate, match.entry.frame.status, match.cues)
        source = attribution.of(match.predicate)
    elif match.entry.relation.kind == "static" and match.subject.type not in _TITLED:
        source = attribution.voice(match.predicate)  # “the rebels in the east”
    if (
        source is not None
        and match.entry.relation.kind == "event"
        and source.key == match.subject.key
        and not source.antecedent
        and match.predicate.lemma_ in words("speech")
    ):
        source = None
    said_by = (
        _mention(parsed, source)
        if source
        else _author(parsed, match.predicate) or _hearsay(parsed, match, attribution)
    )
    return Claim(
        subject=_mention(parsed, match.subject),
        relation=match.entry.relation.id,
        object=_mention(parsed, match.object),
        evidence=_evidence(parsed, match, cues),
        status=status,
        source=said_by,
        time=_when(parsed, match),
        qualifiers=qualifiers(match),
        confidence=weigh(match),
    )


def _when(parsed: Parsed, match: Match) -> When | None:
    """The date of a match; that of a title or a border is no other word's than its own."""
    found = when(parsed, match.predicate)
    by_the_way = match.static and match.entry.relation.kind == "static"
    if found is None or not (by_the_way and match.subject.type in _TITLED):
        return found
    phrase = match.predicate.left_edge, match.predicate.right_edge
    own = parsed.token_span(*phrase)
    told = found.span is not None and own.start <= found.span.start < own.end
    return found if told else None


def _author(parsed: Parsed, predicate: Token) -> Mention | None:
    """A reader's comment is its author's word, not the article's."""
    position = parsed.offset(predicate.idx)
    for section in parsed.document.sections:
        if (
            section.kind is SectionKind.COMMENT
            and section.span.start <= position < section.span.end
        ):
            author = section.author or "reader"
            return Mention(section.span, section.span.of(parsed.document.text), "Person", author)
    return None


def _hearsay(parsed: Parsed, match: Match, attribution: Attribution) -> Mention | None:
    """As "allegedly", "the alleged attack": somebody says so whom the article does not name."""
    if match.static:
        return None
    for verb in attribution.unnamed(match.predicate):
        span = parsed.token_span(verb, verb)
        return Mention(span, span.of(parsed.document.text), "PeopleGroup", "unnamed sources")
    for token in (match.predicate, match.predicate.head):
        for child in token.children:
            if child.lower_ in words("hearsay") and child.dep_ in ("advmod", "amod"):
                span = parsed.token_span(child, child)
                return Mention(
                    span, span.of(parsed.document.text), "PeopleGroup", "unnamed sources"
                )
    return None


def _evidence(parsed: Parsed, match: Match, cues: tuple[Token, ...]) -> Evidence:
    first, last = match.cues[0], match.cues[-1]
    return Evidence(
        document=parsed.document.name,
        sentence=parsed.sentence_span(match.predicate.sent),
        cue=parsed.token_span(match.predicate, match.predicate)
        if last.i - first.i > 12
        else parsed.token_span(first, last),
        subject=_span(parsed, match.subject),
        object=_span(parsed, match.object),
        rule=match.entry.rule,
        scope=tuple(parsed.token_span(cue, cue) for cue in cues),
    )


def _span(parsed: Parsed, name: Name) -> Span:
    return parsed.token_span(parsed.doc[name.start], parsed.doc[name.end - 1])


def _mention(parsed: Parsed, name: Name) -> Mention:
    span = _span(parsed, name)
    return Mention(
        span=span,
        text=span.of(parsed.document.text),
        type=name.type,
        name=name.name,
        antecedent=_span(parsed, name.antecedent) if name.antecedent else None,
        owner=name.owner.name if name.owner else None,
        title=name.title,
    )


def _refusal(rule: str, first: Name, second: Name) -> str:
    return f"{rule}: {first.name} ({first.type}) and {second.name} ({second.type}) do not fit"


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each claim once a sentence, whatever number of frames found it."""
    seen = set()
    for claim in claims:
        key = (
            claim.subject.name,
            claim.relation,
            claim.object.name,
            claim.status,
            claim.evidence.sentence,
        )
        if key not in seen:
            seen.add(key)
            yield claim
