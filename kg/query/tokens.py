"""The tokens of SPARQL: to refuse what must not run, and to put terms in place of parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.errors import QueryError

LONGEST = 50_000  # characters
DEEPEST = 500  # brackets inside one another
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>
        \"{3}(?:(?:"|"")?(?:[^"\\]|\\.))*\"{3} | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:\w[\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
    |(?P<word>\w+)
    |(?P<space>\s+)
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: comment, iri, string, variable, name, word, space or other."""

    kind: str
    text: str


def tokens(query: str) -> Iterator[Token]:
    """Every piece of the query in order; joined, they are the query again."""
    for match in _TOKEN.finditer(query):
        yield Token(str(match.lastgroup), match[0])


def refuse(query: str) -> None:
    """Raise `QueryError` for a query that asks another server, or is too long or too deep."""
    if len(query) > LONGEST:
        raise QueryError(f"the query has {len(query)} characters; at most {LONGEST} are accepted")
    for text in (query, _CODEPOINT.sub(_decoded, query)):
        said = [token for token in tokens(text) if token.kind not in ("comment", "space")]
        if any(_asks_another_server(said, place) for place in range(len(said))):
            raise QueryError("SERVICE is not allowed: queries are answered from the graph alone")
        _refuse_depth(said)


def bound(query: str, values: Mapping[str, str]) -> str:
    """The query with every variable that `values` names replaced by its term, written in SPARQL."""
    return "".join(
        values.get(token.text[1:], token.text) if token.kind == "variable" else token.text
        for token in tokens(query)
    )


def _asks_another_server(said: list[Token], place: int) -> bool:
    token = said[place]
    if token.kind in ("iri", "string") or not token.text.lower().endswith("service"):
        return False
    if token.kind == "word":
        return True
    ahead = [t for t in said[place + 1 : place + 4] if t.text.lower() != "silent"]
    named = len(ahead) > 1 and ahead[0].kind in ("iri", "variable", "name")
    return named and ahead[1].text == "{"


def _refuse_depth(said: list[Token]) -> None:
    depth = 0
    for token in said:
        if token.kind == "other":
            depth += (token.text in "({[") - (token.text in ")}]")
        if depth > DEEPEST:
            raise QueryError(f"more than {DEEPEST} brackets inside one another are not accepted")


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]
