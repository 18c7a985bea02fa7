"""What the real model and lexicon leave open: sentences that a person read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.extractor import Extractor, Reading
from kg.frames import parse
from kg.model import RELATED, Claim, Document, OpenClaim, Status
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


def assert_exact(found: OpenClaim[Claim], text: str) -> None:
    """Every span covers what it is said to cover, in the sentence of the predicate."""
    claim, evidence = found.claim, found.claim.evidence
    for mention in filter(None, (claim.subject, claim.object, claim.source)):
        assert mention.span.of(text) == mention.text
    for span in (evidence.cue, evidence.subject, evidence.object):
        assert evidence.sentence.covers(span)
    assert found.predicate[:2] in evidence.cue.of(text)


def says_the_same(typed: Claim, claim: Claim) -> bool:
    """Whether one predicate says both of the same two."""
    one, other = typed.evidence.cue, claim.evidence.cue
    ends = {typed.subject.name, typed.object.name} == {claim.subject.name, claim.object.name}
    return ends and one.start < other.end and other.start < one.end


def test_a_text_with_both_kinds(news: Reading) -> None:
    assert {"Kenya | outbid | Uganda", "Kenya | outfox | Uganda"} <= set(
        map(said, news.open_claims)
    )
    assert {"condemns", "accuses", "suppliesWeaponsTo"} <= {c.relation for c in news.claims}
    assert RELATED not in {claim.relation for claim in news.claims}
    for found in news.open_claims:
        assert_exact(found, NEWS)
        assert not any(says_the_same(typed, found.claim) for typed in news.claims)


def test_who_is_meant_by_an_embassy_is_typed_once(read_open: ReadOpen) -> None:
    assert read_open("France summoned the Azerbaijani ambassador.") == []


_NAMES = st.sampled_from(
    ["Kenya", "Uganda", "the African Union", "Yoweri Museveni", "Nokia", "Togo"]
)
_DEEDS = st.sampled_from(
    "outbid|has outfoxed|was outfoxed by|condemned|did not fend off|may attack|curried favour with|"
    "imposed sanctions on|meddled in|signed a pact with|lost patience with|praised".split("|")
)
_SENTENCES = st.builds("{} {} {}{}".format, _NAMES, _DEEDS, _NAMES, st.sampled_from(
    [".", ", a diplomat said.", " on Monday.\n\n", " and accused it of theft."]
))  # fmt: skip


@settings(max_examples=25)
@given(st.lists(_SENTENCES, min_size=1, max_size=4))
def test_whatever_is_read_spans_are_exact_and_predicates_are_open_or_typed(
    extractor: Extractor, sentences: list[str]
) -> None:
    text = " ".join(sentences)
    reading = next(iter(extractor([Document("any", text, published="2024-05-15")])))
    for found in reading.open_claims:
        assert_exact(found, text)
        assert not any(says_the_same(typed, found.claim) for typed in reading.claims)
