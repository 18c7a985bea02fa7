"""The things of the graph at their own addresses: HTML for people, RDF for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.graph.names import encode, prefixes
from kg.serve.errors import RefusedError, response
from kg.serve.negotiation import GRAPHS, choose
from kg.serve.requests import unless_hung_up
from kg.serve.service import Service, iri
from kg.store.ledger import STORE

HTML = "text/html"
LOCAL = "/id/"
_MOST = 500  # triples in each direction
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body{{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}
th{{text-align:left;vertical-align:top;padding-right:1rem;font-weight:600}}
td{{overflow-wrap:anywhere}}
</style></head><body><h1><bdi>{title}</bdi></h1><p><code>{iri}</code></p>
<h2>What it says</h2><table>{outgoing}</table>
<h2>What is said of it</h2><table>{incoming}</table>
</body></html>
"""


async def thing(request: Request) -> Response:
    """Describe the thing whose address this is."""
    service: Service = request.app.state.service
    this = service.base + _local(request)
    accept = request.headers.get("accept", "")
    type_ = choose(accept, [HTML, *GRAPHS])
    if type_ is None:
        raise RefusedError(406, f"a description can be had as {HTML}, {', '.join(GRAPHS)}")
    if not await service.truth(f"ASK {{ {{ {iri(this)} ?p ?o }} UNION {{ ?s ?q {iri(this)} }} }}"):
        raise RefusedError(404, "no such thing")
    if type_ == HTML:
        return await unless_hung_up(request, _html(service, this))
    question = service.question(_description(iri(this)), type_)
    return response(await unless_hung_up(request, service.ask(question)))


def _local(request: Request) -> str:
    """The part of the IRI behind the base: it is percent-encoded as the graph does it."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    path = raw.decode("ascii", "replace").partition("?")[0]
    return "/".join(encode(unquote(part)) for part in path.removeprefix(LOCAL).split("/"))


def _outgoing(this: str) -> str:
    return (
        f"SELECT DISTINCT ?p ?o {{ {this} ?p ?o FILTER(!STRSTARTS(STR(?p), '{STORE}')) }} "
        f"ORDER BY ?p ?o LIMIT {_MOST}"
    )


def _incoming(this: str) -> str:
    return f"SELECT DISTINCT ?s ?q {{ ?s ?q {this} }} ORDER BY ?q ?s LIMIT {_MOST}"


def _description(this: str) -> str:
    found = f"{{ {_outgoing(this)} }} UNION {{ {_incoming(this)} }}"
    return f"CONSTRUCT {{ {this} ?p ?o . ?s ?q {this} }} WHERE {{ {found} }}"


async def _html(service: Service, this: str) -> Response:
    outgoing = await service.bindings(_outgoing(iri(this)))
    incoming = await service.bindings(_incoming(iri(this)))
    shown = _Shown(service.base)
    page = _PAGE.format(
        title=escape(_title(outgoing) or this),
        iri=escape(this),
        outgoing="".join(shown.rows(outgoing, "p", "o")),
        incoming="".join(shown.rows(incoming, "q", "s")),
    )
    return HTMLResponse(page)


def _title(rows: Iterable[Mapping[str, Any]]) -> str | None:
    names = ("core#prefLabel", "terms/title", "rdf-schema#label")
    labels = (row["o"]["value"] for row in rows if row["p"]["value"].endswith(names))
    return next(labels, None)


class _Shown:
    """Terms as HTML; links lead to this service, or to the web."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.prefixes = prefixes(base)

    def rows(self, rows: Iterable[Mapping[str, Any]], *columns: str) -> Iterator[str]:
        for row in rows:
            first, second = (self.term(row[column]) for column in columns)
            yield f"<tr><th>{first}</th><td>{second}</td></tr>"

    def term(self, term: Mapping[str, Any]) -> str:
        value = term["value"]
        if term["type"] != "uri":
            text = value if isinstance(value, str) else json.dumps(value)
            return f"<bdi>{escape(text)}</bdi>"
        if value.startswith(self.base):
            return self.link(LOCAL + value.removeprefix(self.base), value)
        if value.startswith(("http://", "https://")):
            return self.link(value, value)
        return escape(value)

    def link(self, address: str, value: str) -> str:
        return f'<a href="{escape(address)}" rel="noreferrer">{escape(self.short(value))}</a>'

    def short(self, value: str) -> str:
        for prefix, namespace in self.prefixes.items():
            if value.startswith(namespace):
                return f"{prefix}:{value.removeprefix(namespace)}"
        return value
