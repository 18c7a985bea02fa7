"""The dataset of an update, named by the request: what USING says in the update itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.errors import QueryError
from kg.graph.tokens import Token, tokens

_OPEN, _CLOSE = frozenset("({["), frozenset(")}]")
_NAMES_DATASET = frozenset({"with", "using"})
_KNOWN = _NAMES_DATASET | frozenset(
    "add all base clear copy create data default delete drop graph insert into load move named "
    "prefix silent to where".split()
)


def with_dataset(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The update with these graphs as the dataset of every WHERE in it.

    Raises `QueryError` where the update names a dataset itself.
    """
    if not default and not named:
        return update
    using = [f"USING <{iri}>" for iri in default] + [f"USING NAMED <{iri}>" for iri in named]
    return "".join(_rewritten(list(tokens(update)), " ".join(using)))


def _rewritten(said: list[Token], using: str) -> Iterator[str]:
    depth, before = 0, ""
    for place, token in enumerate(said):
        word = token.text.lower() if depth == 0 and token.kind == "word" else ""
        if word:
            _refuse(word)
        if word == "where" and before == "delete":
            yield _block(said, place + 1)
        yield f" {using} {token.text}" if word == "where" else token.text
        depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if token.kind not in ("space", "comment"):
            before = word


def _refuse(word: str) -> None:
    if word in _NAMES_DATASET:
        raise QueryError(f"{word.upper()} and a dataset in the request exclude each other")
    if word not in _KNOWN:
        raise QueryError(f"{word!r} is no word of an update: keep the words apart by spaces")


def _block(said: list[Token], place: int) -> str:
    """The braces that follow and what is in them: DELETE WHERE deletes its own pattern."""
    depth, found = 0, []
    for token in said[place:]:
        found.append(token.text)
        depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if token.text == "}" and depth == 0:
            break
    return "".join(found)
