"""The SPARQL queries behind the JSON API; terms come in as SPARQL text."""

from __future__ import annotations

from collections.abc import Iterable

from kg.serve.service import literal

_STATEMENT = "?statement rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ."
_LABELS = """
    OPTIONAL { ?s skos:prefLabel ?s_label } OPTIONAL { ?o skos:prefLabel ?o_label }"""

COUNTS = {
    name: f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}"
    for name, pattern in {
        "documents": "?x a kgo:Document",
        "actors": "?x skos:prefLabel ?label . ?mention kgo:refersTo ?x",
        "statements": "?x a kgo:Statement",
        "claims": "?x a kgo:Claim",
    }.items()
}
DISTRIBUTIONS = {
    name: f"SELECT ?key (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }} GROUP BY ?key"
    " ORDER BY DESC(?n) ?key LIMIT 100"
    for name, pattern in {
        "statuses": "?x kgo:status ?key",
        "relations": "?x a kgo:Statement ; rdf:predicate ?key",
    }.items()
}


def _with(*actors: str) -> str:
    """The statements that one of these actors has a part in.

    Each side is looked up by itself: an engine that joins first reads every statement.
    """
    names = " ".join(sorted(actors))
    sides = (f"{{ VALUES ?{side} {{ {names} }} {_STATEMENT} }}" for side in "so")
    return " UNION ".join(sides)


def search(part: str, limit: int) -> str:
    """Actors whose label or alias holds the text, whatever its case; short labels first."""
    return f"""SELECT DISTINCT ?actor ?label ?type {{
    ?actor skos:prefLabel|skos:altLabel ?name ; skos:prefLabel ?label ; a ?type .
    FILTER(CONTAINS(LCASE(?name), LCASE({literal(part)})) && STRSTARTS(STR(?type), STR(kgo:)))
    FILTER EXISTS {{ ?mention kgo:refersTo ?actor }}
}} ORDER BY STRLEN(?label) ?label ?actor LIMIT {limit}"""


def actor(this: str) -> str:
    """Every name and tie of an actor."""
    return f"""SELECT * {{
    {{ {this} skos:prefLabel ?label }} UNION {{ {this} skos:altLabel ?alias }}
    UNION {{ {this} a ?type }} UNION {{ {this} kgo:actsFor ?acts_for }}
    UNION {{ {this} owl:sameAs ?same_as }}
}}"""


def neighbourhood(this: str, limit: int) -> str:
    """The statements with an actor, and how many claims make each."""
    return f"""SELECT ?statement ?s ?relation ?o ?s_label ?o_label
    (COUNT(DISTINCT ?claim) AS ?claims) (GROUP_CONCAT(DISTINCT STR(?status)) AS ?statuses) {{
    {_with(this)}
    ?claim kgo:states ?statement ; kgo:status ?status . {_LABELS}
}} GROUP BY ?statement ?s ?relation ?o ?s_label ?o_label
ORDER BY DESC(?claims) ?statement LIMIT {limit}"""


def timeline(this: str, limit: int) -> str:
    """The dated claims with an actor."""
    return f"""SELECT DISTINCT ?claim ?time ?status ?statement ?s ?relation ?o ?s_label ?o_label {{
    {_with(this)}
    ?claim kgo:states ?statement ; kgo:status ?status ; kgo:time ?time . {_LABELS}
}} ORDER BY STR(?time) ?claim LIMIT {limit}"""


def evidence(this: str) -> str:
    """The claims that make a statement, with their documents and quotations."""
    return f"""SELECT DISTINCT * {{
    BIND({this} AS ?statement) {_STATEMENT}
    ?claim kgo:states {this} ; kgo:status ?status ; kgo:confidence ?confidence ;
        prov:wasDerivedFrom ?document ; kgo:sentence ?said ; oa:hasTarget ?target .
    ?said oa:hasSelector/oa:exact ?sentence .
    ?target oa:hasSelector ?where , ?words . ?words oa:exact ?quote .
    ?where oa:start ?start ; oa:end ?end .
    OPTIONAL {{ ?claim kgo:time ?time }} OPTIONAL {{ ?claim kgo:source ?source }}
    OPTIONAL {{ ?document dcterms:title ?title }} OPTIONAL {{ ?document dcterms:issued ?issued }}
    OPTIONAL {{ ?document dcterms:publisher ?publisher }}
    OPTIONAL {{ ?document dcterms:source ?url }} {_LABELS}
}} ORDER BY ?issued ?document ?start ?claim LIMIT 1000"""


def steps(frontier: Iterable[str], limit: int) -> str:
    """The statements that touch one of these actors."""
    return f"""SELECT DISTINCT ?statement ?s ?relation ?o ?s_label ?o_label {{
    {_with(*frontier)} {_LABELS}
}} ORDER BY ?statement LIMIT {limit}"""
