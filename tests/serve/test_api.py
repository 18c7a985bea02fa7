from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph.names import BASE, REL, Names
from kg.model import Document
from kg.serve.openapi import description
from tests.corpora import ENVOY, corpus
from tests.serve.services import serving
from tests.store.stores import filled


def get(url: str, path: str, **parameters: str | int) -> httpx.Response:
    return httpx.get(url + path, params=parameters, timeout=60)


def test_actors_are_found_by_a_part_of_a_name(url: str) -> None:
    found = get(url, "/api/search", q="yerev").json()["actors"]
    assert found == [{"id": "armenia", "label": "Armenia", "type": "Country"}]
    assert [a["id"] for a in get(url, "/api/search", q="ARMEN").json()["actors"]] == ["armenia"]
    assert get(url, "/api/search", q='") } #').json() == {"actors": []}
    assert len(get(url, "/api/search", q="a", limit=2).json()["actors"]) == 2


def test_an_actor_is_told_with_names_and_ties(url: str) -> None:
    assert get(url, "/api/actors/vladimir-putin").json() == {
        "id": "vladimir-putin", "label": "Vladimir Putin", "type": "Person", "aliases": [],
        "acts_for": ["russia"], "same_as": "http://www.wikidata.org/entity/Q7747",
    }  # fmt: skip
    assert get(url, "/api/actors/nobody").status_code == 404


def test_the_neighbourhood_begins_with_what_is_said_most(url: str) -> None:
    found = get(url, "/api/actors/armenia/neighbourhood").json()["statements"]
    first = [
        (s["subject"]["label"], s["relation"], s["object"]["label"], s["claims"]) for s in found
    ]
    assert {first[0][1], first[1][1]} <= {"suppliesWeaponsTo", "attacks"}
    assert ("Azerbaijan", "attacks", "Armenia", 3) in first
    assert found[0]["claims"] >= found[-1]["claims"] == 1
    attacks = next(s for s in found if s["relation"] == "attacks")
    assert attacks["statuses"] == ["asserted", "negated", "questioned"]


def test_a_timeline_is_in_order_of_time(url: str) -> None:
    found = get(url, "/api/actors/armenia/timeline").json()["claims"]
    assert [claim["date"] for claim in found] == ["2020", "2022-09", "2023-09-08"]
    assert found[0]["status"] == "questioned"


def test_evidence_quotes_the_article(url: str) -> None:
    found = get(url, "/api/actors/russia/neighbourhood").json()["statements"]
    summons = next(s for s in found if s["relation"] == "summonsEnvoyOf")
    (claim,) = get(url, f"/api/statements/{summons['id']}/evidence").json()["claims"]
    assert claim["sentence"] == "Russia summoned Armenia's ambassador on Friday"
    quote_ = claim["quote"]
    assert ENVOY.text[quote_["start"] : quote_["end"]] == quote_["text"]
    assert claim["document"]["publisher"] == "Example Wire"
    assert (claim["status"], claim["date"], claim["confidence"]) == ("asserted", "2023-09-08", 0.93)
    assert get(url, "/api/statements/none/evidence").status_code == 404


def test_a_path_is_the_shortest_chain(url: str) -> None:
    found = get(url, "/api/path", **{"from": "united-states", "to": "russia"}).json()["statements"]
    assert found[0]["relation"] == "visits"
    assert len(found) == 3
    assert get(url, "/api/path", **{"from": "russia", "to": "russia"}).json()["statements"] == []
    short: dict[str, str | int] = {"from": "united-states", "to": "russia", "longest": 1}
    assert get(url, "/api/path", **short).json()["statements"] is None


def test_statistics_count_each_thing_once(url: str) -> None:
    found = get(url, "/api/statistics").json()
    assert (found["documents"], found["claims"], found["actors"]) == (3, 15, 9)
    assert found["statuses"]["negated"] == 2
    assert sum(found["statuses"].values()) == 15


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/api/search", {}),
        ("/api/search", {"q": "a", "limit": "0"}),
        ("/api/search", {"q": "a", "limit": "1001"}),
        ("/api/search", {"q": "a", "limit": "-1"}),
        ("/api/search", {"q": "a", "limit": "9" * 400}),
        ("/api/search", {"q": "a", "limit": "²"}),
        ("/api/path", {"from": "armenia"}),
        ("/api/path", {"from": "armenia", "to": "russia", "longest": "7"}),
    ],
)
def test_wrong_parameters_are_named(url: str, path: str, parameters: dict[str, str]) -> None:
    found = get(url, path, **parameters)
    assert found.status_code == 400
    assert "limit" in found.text or "q" in found.text or "to" in found.text


@pytest.mark.parametrize(
    "text", ["\0", "\\", '"', "<a>", "}", "\ud7ff", "\\u0041", "a b", "%", "é"]
)
@pytest.mark.parametrize("path", list(description()["paths"]))
def test_no_text_makes_the_service_fail(url: str, path: str, text: str) -> None:
    filled_in = path.replace("{id}", quote(text, safe=""))
    found = get(url, filled_in, q=text, **{"from": text, "to": text})
    assert found.status_code in (200, 400, 404)


def test_the_description_is_served(url: str) -> None:
    found = get(url, "/api/openapi.json").json()
    assert found == json.loads(json.dumps(description()))
    search = found["paths"]["/api/search"]["get"]["parameters"]
    assert [(p["name"], p["required"]) for p in search] == [("q", True), ("limit", False)]


def test_a_thing_has_a_page_and_a_graph(url: str) -> None:
    address = f"{url}/id/actor/armenia"
    page = httpx.get(address, headers={"accept": "text/html,*/*;q=0.1"}, timeout=60)
    assert "<h1><bdi>Armenia</bdi></h1>" in page.text
    assert 'href="/id/actor/csto"' in page.text
    assert "store#" not in page.text
    graph = httpx.get(address, headers={"accept": "text/turtle"}, timeout=60)
    told = {
        (q.subject, q.predicate.value, q.object) for q in parse(graph.content, RdfFormat.TURTLE)
    }
    armenia, csto = (Names().of("actor", id) for id in ("armenia", "csto"))
    assert (armenia, REL + "memberOf", csto) in told
    jsonld = httpx.get(address, headers={"accept": "application/ld+json"}, timeout=60).json()
    assert any(node["@id"] == armenia.value for node in jsonld)
    assert httpx.get(f"{url}/id/actor/nobody", timeout=60).status_code == 404
    assert httpx.get(address, headers={"accept": "image/png"}, timeout=60).status_code == 406


def test_a_name_with_strange_letters_has_its_address(url: str) -> None:
    iri = Names().document(next(d for d in _documents() if "&" in d.name)).value
    page = httpx.get(
        url + "/id/" + iri.removeprefix(BASE), headers={"accept": "text/html"}, timeout=60
    )
    assert page.status_code == 200
    assert "<draft>" not in page.text
    assert "&lt;draft&gt;" in page.text


def test_the_explorer_is_at_the_root(tmp_path: Path) -> None:
    with serving(filled(tmp_path / "store")) as url:
        page = httpx.get(url, timeout=120)
    assert page.headers["content-type"].startswith("text/html")
    assert "Pashinyan" in page.text
    assert "content-security-policy" in page.headers


def test_health_and_metrics(url: str) -> None:
    assert get(url, "/health").text == "ok\n"
    get(url, "/api/statistics")
    assert 'kg_queries_total{status="200"}' in get(url, "/metrics").text


def _documents() -> tuple[Document, ...]:
    return corpus().documents
