"""JSON Lines, JSON, CSV and TSV: an article a record, with named fields (see `fields`)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, StringIO

from kg.errors import InputError
from kg.read.article import Article, Source
from kg.read.decode import decode
from kg.read.fields import ALIASES, article_of, plain

_LARGEST_FIELD = 100_000_000
_DELIMITERS = "\t;,"


def read_jsonl(source: Source) -> Iterator[Article | InputError]:
    """An article a line; a line that is no article is an error of its own."""
    for number, line in enumerate(BytesIO(source.data), 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            where = f"{source.label}, line {number}"
            try:
                yield _article(parse_json(line, where), where, number)
            except InputError as error:
                yield error


def read_json(source: Source) -> Iterator[Article | InputError]:
    """The articles of a JSON file, which holds an object or a list of objects."""
    value = parse_json(source.data, source.label)
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        try:
            yield _article(record, f"{source.label}, record {number}", number)
        except InputError as error:
            yield error


def read_csv(source: Source) -> Iterator[Article | InputError]:
    """An article a row; the first row names the columns, parted by tabs, semicolons or commas."""
    rows = _rows(source)
    header = _header(*next(rows, (1, [])), source.label)
    for number, row in rows:
        where = f"{source.label}, line {number}"
        try:
            yield _article(_named(header, row, where), where, number)
        except InputError as error:
            yield error


def parse_json(data: bytes, where: str) -> object:
    """The value that the bytes write; an InputError if they are no JSON in UTF-8."""
    try:
        value: object = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: is not UTF-8 (byte {error.start}), as JSON must be") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, character {error.colno}"
        raise InputError(f"{where}: is not JSON: {error.msg} ({place})") from None
    except (ValueError, RecursionError):
        raise InputError(f"{where}: nests too deep or holds too long a number") from None
    return value


def _article(record: object, where: str, number: int) -> Article:
    if not isinstance(record, dict):
        raise InputError(f"{where}: is a {type(record).__name__}, not an object with named fields")
    article = article_of(record, where)
    return replace(article, id=article.id or str(number))


def _rows(source: Source) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows that are not empty, with the line on which each begins."""
    csv.field_size_limit(_LARGEST_FIELD)
    text = decode(source.data, source.label).lstrip("\ufeff")
    delimiter = max(_DELIMITERS, key=text.lstrip().partition("\n")[0].count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, error
        else:
            if row:
                yield number, row


def _header(number: int, row: list[str] | csv.Error, label: str) -> list[str]:
    if isinstance(row, csv.Error):
        raise InputError(f"{label}, line {number}: {row}")
    if not {plain(name) for name in row}.intersection(ALIASES["text"]):
        names = ", ".join(ALIASES["text"])
        raise InputError(f"{label}, line {number}: names no column for the text: one of {names}")
    return row


def _named(header: list[str], row: list[str] | csv.Error, where: str) -> dict[str, str]:
    if isinstance(row, csv.Error):
        raise InputError(f"{where}: {row}")
    if len(row) > len(header):
        surplus = f"{len(row)} fields for {len(header)} columns"
        raise InputError(f"{where}: has {surplus}: put fields that hold the delimiter in quotes")
    return dict(zip(header, row, strict=False))
