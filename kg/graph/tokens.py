"""The tokens of SPARQL: to refuse what must not run, and to put terms in place of parameters.

`<` opens an IRI or compares, and only a parser knows which; escapes are resolved by some parsers
before they read, by others while they do. What decides what is refused looks at every reading:
whatever a parser can see is seen here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice

from kg.errors import QueryError

LONGEST = 50_000  # characters
DEEPEST = 500  # brackets inside one another
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
    |(?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    |(?P<string>
        \"{3}(?:(?:"|"")?(?:[^"\\]|\\.))*\"{3} | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:\w[\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
    |(?P<word>\w+)
    |(?P<space>\s+)
    |(?P<other>\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPEN, _CLOSE = frozenset("({["), frozenset(")}]")
_TELLING = re.compile(r"[#'(\[]")  # in what looks like an IRI: the other reading would differ
_WORDS = frozenset({"word", "name"})
_FETCHES = re.compile("service|load", re.IGNORECASE)
_TERMS = frozenset({"iri", "variable", "name"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: comment, iri, string, variable, name, word, space or other."""

    kind: str
    text: str


def tokens(query: str, start: int = 0) -> Iterator[Token]:
    """Every piece of the query in order; joined, they are the query again."""
    for match in _TOKEN.finditer(query, start):
        yield Token(str(match.lastgroup), match[0])


def refuse(query: str, *, longest: int = LONGEST, deepest: int = DEEPEST) -> None:
    """Raise `QueryError` for a query or an update that would fetch, or is too long or too deep.

    SERVICE and LOAD fetch what they name.
    """
    if len(query) > longest:
        raise QueryError(f"the query has {len(query)} characters; at most {longest} are accepted")
    for text in dict.fromkeys((query, _CODEPOINT.sub(_decoded, query))):
        if _FETCHES.search(text) or sum(map(text.count, _OPEN)) > deepest:
            _refuse(text, deepest)


def names_dataset(query: str) -> bool:
    """Whether a query says FROM which graphs it wants its answer."""
    words = (token.text.lower() for token in tokens(query) if token.kind == "word")
    return any(word.endswith(("from", "fromnamed")) for word in words)


def bound(query: str, values: Mapping[str, str]) -> str:
    """The query with every variable that `values` names replaced by its term, written in SPARQL."""
    return "".join(
        values.get(token.text[1:], token.text) if token.kind == "variable" else token.text
        for token in tokens(query)
    )


def _refuse(text: str, deepest: int) -> None:
    for found, depth in _readings(text):
        if depth > deepest:
            raise QueryError(f"brackets are nested more than {deepest} deep: write it flatter")
        if found and (word := _fetching(text, found.end(), found[0].lower())):
            raise QueryError(
                f"{word} is not allowed: queries are answered from the graph alone, and nothing is "
                f"fetched; a name that is mistaken for it must be written as a whole IRI, in <>"
            )


def _readings(text: str) -> Iterator[tuple[re.Match[str] | None, int]]:
    """The words that may fetch and the brackets of all readings, with the depth at the most."""
    depths, places = {0: 0}, [0]
    while places and (place := heappop(places)) < len(text):
        depth = depths.pop(place)
        found = _TOKEN.match(text, place)
        assert found, "one of them matches anything"
        kind, ends = found.lastgroup, [found.end()]
        if kind == "other":
            depth += (found[0] in _OPEN) - (found[0] in _CLOSE)
            yield None, depth
        elif kind in _WORDS and _FETCHES.search(found[0]):
            yield found, depth
        elif kind == "iri" and _TELLING.search(found[0]):
            ends.append(place + 1)
        for end in ends:
            if end not in depths:
                heappush(places, end)
            depths[end] = max(depth, depths.get(end, depth))


def _fetching(text: str, end: int, word: str) -> str | None:
    """SERVICE or LOAD, if a parser could read it in a word that ends here.

    A parser needs no space around a word: `1SERVICESILENTex:x{` asks another server.
    """
    for match in _FETCHES.finditer(word):
        rest = word[match.end() :].removeprefix("silent")
        ahead = _ahead(text, end) if ":" in rest or not rest else []
        if ":" in rest:
            ahead.insert(0, Token("name", rest))
        elif ahead and ahead[0].text.lower() == "silent":
            del ahead[0]
        if match[0] == "service" and _is_service(ahead):
            return "SERVICE"
        if match[0] == "load" and match.start() == 0 and _is_load(ahead):
            return "LOAD"
    return None


def _is_service(ahead: list[Token]) -> bool:
    return len(ahead) > 1 and ahead[0].kind in _TERMS and ahead[1].text == "{"


def _is_load(ahead: list[Token]) -> bool:
    if not ahead or ahead[0].kind not in ("iri", "name"):
        return False
    return len(ahead) == 1 or ahead[1].text == ";" or ahead[1].text.lower().startswith("into")


def _ahead(text: str, place: int) -> list[Token]:
    """The next tokens that mean something."""
    following = tokens(text, place)
    return list(islice((t for t in following if t.kind not in ("comment", "space")), 3))


def _decoded(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]
