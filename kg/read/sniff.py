"""What standard input or a file with an unknown ending holds, told by its beginning."""

from __future__ import annotations

import re

from kg.errors import InputError
from kg.read import html, records, text
from kg.read.article import Reader, Source
from kg.read.decode import decode, is_binary

_HTML = re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_BLANK = b"\xef\xbb\xbf \t\r\n"
_NO_TEXT = (b"%PDF", b"PK\x03\x04", b"{\\rtf")


def sniff(source: Source) -> Reader:
    """The reader of JSON Lines, JSON, a page of HTML or text; anything else is refused."""
    refusal = InputError(f"{source.label}: is no text: name it by its ending, such as .pdf or .csv")
    if is_binary(source.data) or source.data.startswith(_NO_TEXT):
        raise refusal
    if source.data.lstrip(_BLANK).startswith((b"{", b"[")):
        return _sniff_json(source)
    opening = decode(source.data, source.label).lstrip("\ufeff \t\r\n")[:1000]
    if opening.startswith("<") and not _HTML.match(opening):
        raise refusal
    return html.read if opening.startswith("<") else text.read


def _sniff_json(source: Source) -> Reader:
    """JSON Lines if the first line is an object, else JSON if all of it is, else text."""
    first = source.data.lstrip(_BLANK).partition(b"\n")[0]
    for reader, data in ((records.read_jsonl, first), (records.read_json, source.data)):
        try:
            value = records.parse_json(data, source.label)
        except InputError:
            continue
        if isinstance(value, dict) or reader is records.read_json:
            return reader
    return text.read
