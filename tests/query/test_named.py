from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg import resources
from kg.errors import OntologyError, QueryError
from kg.graph.rdf import to_rdf
from kg.query import named_queries, run_named
from kg.query.engine import load
from kg.query.named import NamedQuery, _parse
from tests.corpora import corpus

SAID = {
    "attack": "Azerbaijan attacked Armenia in September 2022",
    "bastion": "France supplies Bastion vehicles to Armenia",
    "arming": "Azerbaijan said France was arming Armenia",
    "not sent": "Moscow did not send weapons to Armenia",
    "sent": "Russia sent weapons to Armenia, Vladimir Putin said",
    "summons": "Russia summoned Armenia's ambassador on Friday",
    "neglect": "Armenia accused Russia of neglect",
    "denied": "Armenia denied the charges, and Baku did not attack Armenia, the ministry said",
    "leave": "Armenia may leave the CSTO",
    "visit": "Prime Minister Nikol Pashinyan will visit the United States in November",
}
CSTO = "Collective Security Treaty Organization"


@cache
def store() -> Store:
    return load(to_rdf(corpus()))


def answer(name: str, **values: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in run_named(store(), name, values).table()]


def columns(name: str, *wanted: str, **values: str) -> list[tuple[str, ...]]:
    result = run_named(store(), name, values)
    places = [result.head.index(column) for column in wanted]
    return [tuple(row[place] for place in places) for row in result.table()]


def test_who_supplies_weapons_to_whom() -> None:
    assert columns(
        "weapons", "supplier", "recipient", "weapon", "status", "said_by", "sentence"
    ) == [
        ("France", "Armenia", "", "asserted", "Azerbaijan", SAID["arming"]),
        ("France", "Armenia", "Bastion vehicles", "asserted", "", SAID["bastion"]),
        ("Russia", "Armenia", "", "negated", "", SAID["not sent"]),
        ("Russia", "Armenia", "", "asserted", "Vladimir Putin", SAID["sent"]),
    ]
    assert {row[0] for row in columns("weapons", "supplier", actor="Moscow")} == {"Russia"}


def test_who_summoned_whose_envoy_and_when() -> None:
    assert answer("envoys") == [
        ("2023-09-08", "Russia", "Armenia", "asserted", "", SAID["summons"], "envoy")
    ]


def test_contested_statements() -> None:
    assert answer("contested") == [
        ("Azerbaijan", "attacks", "Armenia", "the author", "letter", SAID["attack"],
         "the ministry", "envoy", SAID["denied"]),
        ("Russia", "supplies weapons to", "Armenia", "Vladimir Putin", "letter", SAID["sent"],
         "the author", "arms & more", SAID["not sent"]),
    ]  # fmt: skip


def test_claims_by_speaker() -> None:
    assert answer("speaker", speaker="vladimir putin") == [
        ("2023-11", "Russia", "supplies weapons to", "Armenia", "asserted", SAID["sent"], "letter")
    ]


def test_speakers() -> None:
    assert answer("speakers") == [
        ("Azerbaijan", "1", "1", "0", "1"),
        ("Vladimir Putin", "1", "1", "0", "1"),
        ("the ministry", "1", "0", "1", "1"),
    ]


def test_neighbourhood() -> None:
    found = answer("neighbourhood", actor="CSTO")
    assert found == [
        ("from", "is a member of", "Armenia", "Country", "1", "1", "1"),
        ("from", "leaves", "Armenia", "Country", "1", "0", "1"),
    ]
    assert ("from", "attacks", "Azerbaijan", "Country", "3", "1", "2") in answer(
        "neighbourhood", actor="armenia"
    )


def test_a_path_between_two_actors_follows_facts_only() -> None:
    member = f"Armenia is a member of {CSTO}"
    supplies = "France supplies weapons to Armenia"
    assert answer("path", **{"from": "France", "to": "CSTO"}) == [("2", supplies, member, "")]
    assert answer("path", **{"from": "CSTO", "to": "Paris"}) == [("2", member, supplies, "")]
    assert answer("path", **{"from": "France", "to": "Armenia"}) == [("1", supplies, "", "")]
    assert answer("path", **{"from": "France", "to": "Nikol Pashinyan"}) == [
        ("2", supplies, "Nikol Pashinyan is head of government of Armenia", "")
    ]
    assert answer("path", **{"from": "France", "to": "Vladimir Putin"}) == [
        ("3", supplies, "Armenia accuses Russia", "Vladimir Putin is head of state of Russia"),
        ("3", supplies, "Nikol Pashinyan is head of government of Armenia",
         "Vladimir Putin meets Nikol Pashinyan"),
    ]  # fmt: skip
    assert answer("path", **{"from": "France", "to": "United States"}) == []
    assert answer("path", **{"from": "France", "to": "France"}) == []


def test_timeline_of_a_pair() -> None:
    whole = columns("timeline", "date", "dated_by", "sentence", actor="Russia", other="Armenia")
    assert whole == [
        ("2023-09-08", "the text", SAID["summons"]),
        ("2023-09-11", "the article's date", SAID["neglect"]),
        ("2023-10-24", "the article's date", SAID["not sent"]),
        ("2023-11", "the article's date", SAID["sent"]),
    ]
    pair = {"actor": "Armenia", "other": "Russia"}
    assert columns("timeline", "date", "dated_by", "sentence", **pair) == whole
    assert columns("timeline", "date", since="2023-09-10", until="2023-10", **pair) == [
        ("2023-09-11",),
        ("2023-10-24",),
    ]


def test_what_is_claimed_but_not_told_as_fact() -> None:
    assert columns("reported", "subject", "relation", "object", "status", "said_by") == [
        ("Armenia", "leaves", CSTO, "hypothetical", ""),
        ("Nikol Pashinyan", "visits", "United States", "planned", ""),
        ("Russia", "supplies weapons to", "Armenia", "negated", ""),
        ("Russia", "supplies weapons to", "Armenia", "asserted", "Vladimir Putin"),
    ]


def test_accusations_and_denials() -> None:
    assert columns("accusations", "kind", "subject", "object", "said_by", "sentence") == [
        ("accusation", "Armenia", "Russia", "", SAID["neglect"]),
        ("accusation", "Russia", "Armenia", "", SAID["summons"]),
        ("denial", "Azerbaijan", "Armenia", "the ministry", SAID["denied"]),
        ("denial", "Russia", "Armenia", "", SAID["not sent"]),
    ]
    assert len(answer("accusations", actor="Baku")) == 1


def test_office_holders() -> None:
    assert answer("offices") == [
        ("Nikol Pashinyan", "is head of government of", "Armenia", "", "envoy"),
        ("Vladimir Putin", "is head of state of", "Russia", "", "letter"),
    ]
    assert [row[0] for row in answer("offices", body="Russia")] == ["Vladimir Putin"]


def test_memberships() -> None:
    assert columns("members", "member", "relation", "body", "status", organisation="CSTO") == [
        ("Armenia", "is a member of", CSTO, "asserted"),
        ("Armenia", "leaves", CSTO, "hypothetical"),
    ]


def test_most_active_actors() -> None:
    assert answer("active")[:3] == [
        ("Armenia", "Country", "2", "4", "3"),
        ("Russia", "Country", "2", "1", "3"),
        ("Nikol Pashinyan", "Person", "1", "1", "2"),
    ]


def test_plans() -> None:
    assert answer("plans") == [
        ("2023-11", "Nikol Pashinyan", "visits", "United States", "", SAID["visit"], "envoy")
    ]
    assert answer("plans", actor="France") == []


def test_conflict_by_month() -> None:
    assert answer("conflict") == [("2022-09", "0", "1", "1"), ("2023-09", "2", "0", "2")]


def test_articles_that_mention_an_actor() -> None:
    assert columns("articles", "article", "claims", actor="vladimir-putin") == [("letter", "3")]
    assert [row[0] for row in columns("articles", "article", actor="Armenia")] == [
        "envoy",
        "arms & more",
        "letter",
    ]


def test_every_claim_of_a_relation() -> None:
    assert columns("relation", "status", "said_by", relation="attacks") == [
        ("questioned", ""),
        ("asserted", ""),
        ("negated", "the ministry"),
    ]


def test_every_query_has_help_and_no_parameter_hides_a_column() -> None:
    queries = named_queries()
    assert len(queries) >= 14
    for query in queries.values():
        assert query.help.endswith((".", "?"))
        assert all(parameter.help for parameter in query.parameters)
        head = query.text.partition("WHERE")[0]
        assert not [p.name for p in query.parameters if f"?{p.name} " in head]


def test_every_query_sorts_what_it_finds() -> None:
    assert [q.name for q in named_queries().values() if "ORDER BY" not in q.text] == []


def test_a_query_gives_the_same_in_a_store_of_named_graphs() -> None:
    apart = Store()
    apart.extend(to_rdf(corpus()))
    values = {
        "actor": "Armenia", "other": "Russia", "speaker": "Vladimir Putin", "from": "France",
        "to": "CSTO", "relation": "attacks",
    }  # fmt: skip
    for name, query in named_queries().items():
        needed = {p.name: values[p.name] for p in query.parameters if not p.optional}
        assert run_named(apart, name, needed).table() == run_named(store(), name, needed).table()


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("weapon", {}, "there is no query 'weapon'; did you mean 'weapons'"),
        ("xyz", {}, "there are accusations, active"),
        ("speaker", {}, "needs 'speaker': who speaks"),
        ("envoys", {"who": "x"}, "query 'envoys' takes no parameter, not 'who'"),
        ("plans", {"who": "x"}, "takes actor, not 'who'"),
        (
            "speaker",
            {"speaker": "Vladmir Putin"},
            "no actor 'Vladmir Putin'; did you mean 'vladimir putin'",
        ),
        ("relation", {"relation": "attack"}, "parameter 'relation': .* did you mean 'attacks'"),
        ("timeline", {"actor": "Russia", "other": "Armenia", "since": "May"}, "'May' is no date"),
    ],
)
def test_what_cannot_be_asked_is_explained(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_named(store(), name, values)


def test_a_name_of_two_actors_asks_for_an_id() -> None:
    doubled = Store()
    doubled.extend(to_rdf(corpus()))
    doubled.update(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> INSERT DATA { GRAPH <urn:g> {"
        '<https://w3id.org/actorgraph/id/actor/moscow> skos:prefLabel "Moscow" } }'
    )
    with pytest.raises(QueryError, match="'Moscow' may be any of moscow, russia"):
        run_named(doubled, "speaker", {"speaker": "Moscow"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {}", "the first line must be a comment"),
        ("# Help.\n# param: actor\nSELECT * {}", "declares no parameter of a known type"),
        ("# Help.\n# param: a colour what\nSELECT * {}", "declares no parameter of a known type"),
    ],
)
def test_a_query_file_that_explains_nothing_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    file = tmp_path / "x.rq"
    file.write_text(text)
    with pytest.raises(OntologyError, match=message):
        _parse(file)


def test_the_queries_are_those_of_the_folder() -> None:
    folder = resources.folder("ontology") / "queries"
    assert sorted(named_queries()) == sorted(path.stem for path in folder.glob("*.rq"))
    assert all(isinstance(query, NamedQuery) for query in named_queries().values())
