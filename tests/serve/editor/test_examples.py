from __future__ import annotations

import json

import httpx
import pytest

from kg.graph.names import BASE, KGO, REL
from kg.query.named import named_queries
from kg.serve.editor.examples import Told, declared, examples, short
from tests.serve.services import ask

ARMENIA, RUSSIA = BASE + "actor/armenia", BASE + "actor/russia"
PUTIN = BASE + "actor/vladimir-putin"
TOLD = Told({ARMENIA: "Armenia", RUSSIA: "Russia"}, (REL + "attacks",), (PUTIN,))
QUERIES = {example["name"]: example["query"] for example in examples(TOLD, BASE)}


def test_every_named_query_is_an_example() -> None:
    assert set(QUERIES) == {"facts", *named_queries()}
    helps = [example["help"] for example in examples(TOLD, BASE)]
    assert all(helps)


def test_parameters_are_what_the_store_tells_most() -> None:
    assert "rdf:subject actor:armenia ; rdf:object actor:russia" in QUERIES["timeline"]
    assert "# actor:armenia: the one\n" in QUERIES["timeline"]
    assert "# $since may be replaced: the first day, month or year\n" in QUERIES["timeline"]
    assert "rdf:predicate rel:attacks ;" in QUERIES["relation"]
    assert "actor:vladimir-putin" in QUERIES["speaker"]


def test_a_query_that_cannot_be_filled_in_is_no_example() -> None:
    names = [example["name"] for example in examples(Told(), BASE)]
    assert "timeline" not in names
    assert "contested" in names


def test_prefixes_are_declared_where_they_are_used() -> None:
    known = {"a": "urn:a:", "b": "urn:b:"}
    assert declared("ASK { ?s a:x 'b:y' }", known) == "PREFIX a: <urn:a:>\n\nASK { ?s a:x 'b:y' }"


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        ("urn:a:russia", "a:russia"),
        ("urn:a:x%20y", "<urn:a:x%20y>"),
        ("urn:a:-x", "<urn:a:-x>"),
        ("urn:a:", "<urn:a:>"),
        ("urn:c:x", "<urn:c:x>"),
    ],
)
def test_an_iri_is_short_where_that_can_be_read(iri: str, shown: str) -> None:
    assert short(iri, {"a": "urn:a:"}) == shown


@pytest.mark.parametrize("name", QUERIES)
def test_every_example_runs(url: str, name: str) -> None:
    found = ask(url, QUERIES[name])
    assert found.status_code == 200, found.text
    assert found.text.count("\n") > 1


def test_the_store_says_what_it_tells_most(url: str) -> None:
    page = httpx.get(f"{url}/sparql-editor", timeout=60).text
    settings = json.loads(page.partition('id="settings">')[2].partition("</script>")[0])
    assert next(iter(settings["actors"].items())) == (ARMENIA, "Armenia")
    queries = {example["name"]: example["query"] for example in settings["examples"]}
    assert "rdf:predicate rel:suppliesWeaponsTo ;" in queries["relation"]
    assert settings["relations"][REL + "summonsEnvoyOf"] == "summons envoy of"
    assert settings["classes"][KGO + "Country"] == "country"
    assert settings["prefixes"]["actor"] == BASE + "actor/"
