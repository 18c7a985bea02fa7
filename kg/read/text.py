"""Plain text and Markdown, with or without front matter (a YAML block between `---` lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import InputError
from kg.read.article import Article, Source
from kg.read.decode import decode
from kg.read.fields import known_fields

_BLOCK = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.{0,65536}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*",
    re.DOTALL | re.MULTILINE,
)


def read(source: Source) -> Iterator[Article]:
    """The one article of the file; front matter becomes metadata and is no part of the text."""
    text = decode(source.data, source.label).lstrip("\ufeff")
    block = _BLOCK.match(text)
    fields = _front_matter(block["yaml"], source.label) if block else None
    if block is None or fields is None:
        yield Article(text)
    else:
        known = known_fields(fields, f"{source.label}, front matter")
        kept = {name: value for name, value in known.items() if name not in {"text", "id"}}
        yield Article(text[block.end() :], **kept)


def _front_matter(block: str, label: str) -> dict[str, object] | None:
    """The block's fields; None if it is no mapping, and so just text between two rules."""
    import yaml

    try:
        fields = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        advice = "put values that hold ': ' in quotes"
        raise InputError(f"{label}{line}: front matter: {problem}; {advice}") from None
    if not isinstance(fields, dict):
        return None
    return {str(name): value for name, value in fields.items()}
