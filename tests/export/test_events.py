"""Event records in PLOVER's terms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.export import generate
from tests.corpora import ARMS, corpus


def events() -> list[dict[str, Any]]:
    return [json.loads(line) for line in generate(corpus(), "events")]


def event(relation: str, auxiliary: str | None = None) -> dict[str, Any]:
    return next(
        record
        for record in events()
        if (record["relation"], record["auxiliary_mode"]) == (relation, auxiliary)
    )


def test_a_record_holds_the_event_and_its_parties() -> None:
    record = event("summonsEnvoyOf")
    known = {
        "story_id": "envoy",
        "pub_date": "2023-09-11",
        "date": "2023-09-08",
        "date_raw": "Friday",
        "event_type": "ACCUSE",
        "event_mode": ["disapprove"],
        "intensity": -2,
        "quad": "verbal conflict",
        "contexts": ["diplomatic"],
        "event_text": "Russia summoned Armenia's ambassador on Friday",
        "headline": "Moscow calls in the ambassador",
        "publisher": "Example Wire",
        "language": "en",
    }
    assert known.items() <= record.items()
    [actor], [recipient] = record["attributes"]["ACTOR"], record["attributes"]["RECIP"]
    assert (actor["text"], actor["id"], actor["start_char"]) == ("Russia", "russia", 0)
    assert (recipient["name"], recipient["wikidata"]) == ("Armenia", "Q399")
    assert (recipient["country"], recipient["code_1"]) == ("armenia", None)
    assert record["attributes"]["DATE"] == [{"text": "Friday"}]


def test_a_ministry_is_of_its_country_and_of_the_sector_of_governments() -> None:
    [source] = event("attacks", "negation")["attributes"]["SOURCE"]
    assert (source["text"], source["country"], source["code_1"]) == (
        "the ministry",
        "armenia",
        "GOV",
    )


def test_qualifiers_are_kept() -> None:
    assert event("accuses")["qualifiers"] == {"topic": ["neglect"]}
    assert event("summonsEnvoyOf")["qualifiers"] == {}


@pytest.mark.parametrize(
    ("relation", "auxiliary", "sentence"),
    [
        ("visits", "future", "Pashinyan will visit"),
        ("suppliesWeaponsTo", "negation", "Moscow did not send weapons"),
        ("leaves", "hypothetical", "Armenia may leave"),
        ("attacks", "hypothetical", "Did Azerbaijan attack"),
    ],
)
def test_the_status_is_an_auxiliary_mode(relation: str, auxiliary: str, sentence: str) -> None:
    assert sentence in event(relation, auxiliary)["event_text"]


def test_a_quoted_speaker_is_named() -> None:
    sources = [r["attributes"]["SOURCE"] for r in events() if r["relation"] == "suppliesWeaponsTo"]
    names = {source[0]["name"] if source else None for source in sources}
    assert names == {"Azerbaijan", "Vladimir Putin", None}


def test_an_event_without_a_date_has_the_day_of_publication() -> None:
    record = event("leaves", "hypothetical")
    assert (record["pub_date"], record["date"]) == (ARMS.published, "2023-10-24")
    assert record["date_raw"] is None


def test_what_is_no_event_is_left_out() -> None:
    relations = {record["relation"] for record in events()}
    assert not relations & {"memberOf", "headOfStateOf", "headOfGovernmentOf"}
    assert len(events()) == 12
