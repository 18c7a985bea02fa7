"""What standard input and files with unknown endings hold."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.read import html, records, text
from kg.read.article import Source
from kg.read.sniff import sniff


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"Russia summoned the ambassador.", text.read),
        (b"[Photo/AFP] Russia summoned the ambassador.", text.read),
        (b"{not JSON} at all", text.read),
        (b'\n{"text": "One."}\n{"text": "Two."}', records.read_jsonl),
        (b'\xef\xbb\xbf{"text": "One."}\nbroken', records.read_jsonl),
        (b'{\n "text": "One."\n}', records.read_json),
        (b'[{"text": "One."}]', records.read_json),
        (b"  <!DOCTYPE html>\n<p>One.", html.read),
        (b'<?xml version="1.0"?>\n<html><p>One.', html.read),
    ],
)
def test_kinds(data: bytes, reader: object) -> None:
    assert sniff(Source("s", "s", data)) is reader


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7", b"PK\x03\x04rest", b"{\\rtf1 text}", b"\x00\x01", b"<?xml version='1.0'?><rss/>"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="s: is no text: name it by its ending"):
        sniff(Source("s", "s", data))
