"""What the real model and lexicon leave open: sentences that a person read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.extractor import Extractor, Reading
from kg.frames import parse
from kg.model import RELATED, Claim, Document, OpenClaim, Span, Status
from kg.vocabulary import vocabulary

ReadOpen = Callable[..., list[OpenClaim[Claim]]]
NEWS = """\
Kenya outbid Uganda for the port, its trade minister said on Tuesday. Uganda, outfoxed by Kenya, \
condemned it and accused Tanzania of abetting the Kenyans.

"We shall outlast Kenya," said Ugandan President Yoweri Museveni, who had curried favour with \
Ethiopia before. Norway's envy of Sweden did not help, nor did Sweden's grip on Norway. Rebels \
outgunned the army. France supplied howitzers to Armenia and summoned the Azerbaijani ambassador.
"""


def said(claim: OpenClaim[Claim]) -> str:
    return f"{claim.claim.subject.name} | {claim.predicate} | {claim.claim.object.name}"


@pytest.fixture
def read_open(extractor: Extractor) -> ReadOpen:
    """The open claims of a text."""

    def read(text: str, published: str | None = None) -> list[OpenClaim[Claim]]:
        return list(
            next(iter(extractor([Document("note", text, published=published)]))).open_claims
        )

    return read


@pytest.fixture(scope="module")
def news(extractor: Extractor) -> Reading:
    return next(iter(extractor([Document("news", NEWS, published="2024-05-15")])))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan outbid France for the port contract.", ["Japan | outbid | France"]),
        ("Ethiopia was outfoxed by Kenya at the summit.", ["Kenya | outfox | Ethiopia"]),
        ("Kenya wooed Uganda and outfoxed it.", ["Kenya | outfox | Uganda"]),
        ("Ghana fended off Togo.", ["Ghana | fend off | Togo"]),
        ("Ghana meddled in Togo.", ["Ghana | meddle in | Togo"]),
        ("Kenya courted favour with Ethiopia.", ["Kenya | court favour with | Ethiopia"]),
        ("Norway's fixation on Sweden is an old one.", ["Norway | fixation on | Sweden"]),
        ("Indonesia undercut Malaysia and Thailand.",
         ["Indonesia | undercut | Malaysia", "Indonesia | undercut | Thailand"]),
    ],
)  # fmt: skip
def test_verbs_and_nouns_that_no_frame_knows(
    read_open: ReadOpen, text: str, expected: list[str]
) -> None:
    assert [said(claim) for claim in read_open(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "France condemned Germany.",  # typed
        "France said Germany would lose.",  # speech
        "Ghana is a neighbour of Togo.",  # copula
        "Ghana has Togo in its sights.",
        "Ghana seems to Togo to be rich.",
        "He outwitted Ghana.",  # nobody knows who
        "The rebels outgunned the army.",  # nobody in particular
        "A Kenyan singer performed in Ghana.",  # a place, not a party
        "Emmanuel Macron flew to Berlin.",
        "Russia redeployed Russian troops.",  # its own
        "Japan expects France to lose the contract.",  # a clause says what
        "According to Reuters, France lost.",
        "Norwegian diplomats in Sweden were tired.",
    ],
)
def test_what_relates_nobody_or_is_known(read_open: ReadOpen, text: str) -> None:
    assert read_open(text) == []


def test_status_speaker_and_time_are_those_of_typed_claims(read_open: ReadOpen) -> None:
    (denied,) = read_open("Ghana did not outbid Togo.")
    (planned,) = read_open("Ghana will outbid Togo, Reuters reported.")
    (dated,) = read_open("Ghana outbid Togo on Monday.", "2024-05-15")
    assert (denied.claim.status, denied.claim.source) == (Status.NEGATED, None)
    assert planned.claim.status is Status.PLANNED
    assert planned.claim.source is not None
    assert planned.claim.source.name == "Reuters"
    assert dated.claim.time is not None
    assert dated.claim.time.date == "2024-05-13"


def test_the_rule_is_the_line_that_the_lexicon_lacks(read_open: ReadOpen) -> None:
    (claim,) = read_open("Kenya courted favour with Ethiopia.")
    assert claim.claim.relation == RELATED not in vocabulary()
    assert claim.claim.evidence.rule == f"{RELATED}/verb/S court favour with O"
    assert parse("verb", "S court favour with O", {}).heads == ("court",)


def test_spans_are_exact(news: Reading) -> None:
    assert len(news.open_claims) >= 4
    for found in news.open_claims:
        claim, evidence = found.claim, found.claim.evidence
        for mention in filter(None, (claim.subject, claim.object, claim.source)):
            assert mention.span.of(NEWS) == mention.text
        for span in (evidence.cue, evidence.subject, evidence.object):
            assert evidence.sentence.covers(span)
        verb = found.predicate.split()[0]
        assert verb[:4] in evidence.cue.of(NEWS)


def test_no_pair_is_open_that_the_same_predicate_types(news: Reading) -> None:
    def ends(claim: Claim) -> set[str]:
        return {claim.subject.name, claim.object.name}

    def overlap(one: Span, other: Span) -> bool:
        return one.start < other.end and other.start < one.end

    assert news.claims
    for found in news.open_claims:
        for typed in news.claims:
            both = ends(typed) == ends(found.claim)
            assert not both or not overlap(typed.evidence.cue, found.claim.evidence.cue)


def test_who_is_meant_by_an_embassy_is_typed_once(read_open: ReadOpen) -> None:
    assert read_open("France summoned the Azerbaijani ambassador.") == []


def test_open_claims_leave_the_others_as_they_are(extractor: Extractor, news: Reading) -> None:
    assert RELATED not in {claim.relation for claim in news.claims}
    assert {"condemns", "accuses", "suppliesWeaponsTo"} <= {c.relation for c in news.claims}
