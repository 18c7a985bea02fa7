"""Parses written by hand, so that what reads a parse is tested without a trained model.

A parse is a table of rows, a sentence a table:

    words   France sent jets to   Ukraine
    lemmas  -      send jet  -    -
    tags    NNP    VBD  NNS  IN   NNP
    deps    nsubj  ROOT dobj prep pobj
    heads   sent   sent sent sent to
    ents    GPE    -    -    -    GPE

A head is the governing word, `word/2` where the second of two equal words is meant. `lemmas` and
`ents` may be left out; a dash stands for the word itself in small letters, and for no entity.
Neighbours of one label are one entity.
A long sentence goes on in a second block of rows.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_ROWS = ("words", "lemmas", "tags", "deps", "heads", "ents")
_CLINGING = frozenset((".", ",", ";", ":", "?", "!", "”", "'s", "’s", "n't", "-", ")"))
_OPENING = frozenset(("“", "-", "("))
_PARTS = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "PRP": "PRON"}


@cache
def blank() -> Language:
    """A tokeniser without a model, whose vocabulary all hand-written parses share."""
    import spacy

    return spacy.blank("en")


def parse(*tables: str) -> Doc:
    """One document of the tables' sentences."""
    from spacy.tokens import Doc

    docs = [_sentence(table) for table in tables]
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs)


def word(doc: Doc, text: str) -> Token:
    """The token that is written so; `text/2` is the second one."""
    return doc[_position(text, [token.text for token in doc])]


def texts(tokens: list[Token]) -> list[str]:
    """What the tokens are, to compare with."""
    return [token.text for token in tokens]


def _sentence(table: str) -> Doc:
    from spacy.tokens import Doc

    rows = _rows(table)
    words, tags = rows["words"], rows["tags"]
    lemmas = [w.lower() if x == "-" else x for w, x in zip(words, rows["lemmas"], strict=True)]
    return Doc(
        blank().vocab,
        words=words,
        spaces=_spaces(words),
        lemmas=lemmas,
        tags=tags,
        pos=[_PARTS.get(tag, "VERB" if tag.startswith("V") else "X") for tag in tags],
        deps=rows["deps"],
        heads=[_position(head, words) for head in rows["heads"]],
        ents=_entities(rows["ents"]),
    )


def _rows(table: str) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = defaultdict(list)
    for line in table.splitlines():
        if line.strip():
            name, *cells = line.split()
            if name not in _ROWS:
                raise ValueError(f"{name!r} is no row of a parse")
            rows[name] += cells
    for name in _ROWS:
        cells = rows[name] or ["-"] * len(rows["words"])
        if len(cells) != len(rows["words"]):
            raise ValueError(f"row {name!r} has {len(cells)} cells, not {len(rows['words'])}")
        rows[name] = cells
    return rows


def _position(text: str, words: list[str]) -> int:
    word, _, which = text.partition("/")
    places = [index for index, other in enumerate(words) if other == word]
    if not places or not which and len(places) > 1:
        raise ValueError(f"{text!r} stands {len(places)} times in {' '.join(words)!r}")
    return places[int(which or 1) - 1]


def _spaces(words: list[str]) -> list[bool]:
    after = [*words[1:], "."]
    return [w not in _OPENING and n not in _CLINGING for w, n in zip(words, after, strict=True)]


def _entities(labels: list[str]) -> list[str]:
    tags: list[str] = []
    for label, group in groupby(labels):
        size = len(list(group))
        tags += ["O"] * size if label == "-" else [f"B-{label}"] + [f"I-{label}"] * (size - 1)
    return tags
