"""What can be told of a query before it is parsed: how deep it nests, and that it stays at home.

A parser that calls itself for every bracket overflows its stack on a short query, so brackets are
counted first. SERVICE and LOAD fetch what they name, and are refused wherever a parser could see
them: outside of IRIs, strings, comments and variables.
"""

from __future__ import annotations

import re

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""
      (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<comment> \#[^\n\r]* )
    | (?P<string> \"{3} (?: \"{0,2} (?: [^"\\] | \\. ) )* \"{3}
                | '{3} (?: '{0,2} (?: [^'\\] | \\. ) )* '{3}
                | \" (?: [^"\\\n\r] | \\. )* \"
                | ' (?: [^'\\\n\r] | \\. )* ' )
    | (?P<variable> [?$]\w+ )
    | (?P<word> (?: [\w:.%-] | \\. )+ )
    | (?P<open> [({\[] )
    | (?P<close> [)}\]] )
    | (?P<other> \\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_FETCHES = re.compile("service|load", re.IGNORECASE)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(text: str, depth: int) -> None:
    """Raise `QueryError` for a query or an update that nests too deep, or would fetch."""
    for reading in {text, _resolved(text)}:  # parsers differ in when they resolve \u
        _check(reading, depth)


def _check(text: str, depth: int) -> None:
    open_ = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "open":
            open_ += 1
            if open_ > depth:
                raise QueryError(f"brackets are nested more than {depth} deep: write it flatter")
        elif match.lastgroup == "close":
            open_ -= 1
        elif match.lastgroup == "word" and (found := _FETCHES.search(match[0])):
            raise QueryError(
                f"{match[0][:80]!r}: nothing is fetched from here, so {found[0].upper()} is "
                "refused; a name that holds this word must be written as a whole IRI, in <>"
            )


def _resolved(text: str) -> str:
    return _CODEPOINT.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
