"""Files, folders and standard input -> documents."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.read import docx, html, pdf, records, text
from kg.read.article import Article, Reader, Source, clean_name, document
from kg.read.sniff import sniff

# An input kind is a line here and a module beside this one.
READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".markdown": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".jsonl": records.read_jsonl,
    ".ndjson": records.read_jsonl,
    ".json": records.read_json,
    ".csv": records.read_csv,
    ".tsv": records.read_csv,
    ".pdf": pdf.read,
    ".docx": docx.read,
}
LARGEST_FILE = 100_000_000
STDIN = "-"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_Report = Callable[[InputError], None]


@dataclass(frozen=True, slots=True, order=True)
class _File:
    """A file to read; `key` is its place below the folder that was given, and sorts the output."""

    key: tuple[str, ...]
    path: str


def read(paths: Iterable[str | Path], *, on_error: _Report | None = None) -> Iterator[Document]:
    """Read files, folders and "-" (standard input), sorted by name; nothing is fetched.

    Of a folder, all files below with an ending in `READERS` are read. Without `on_error` the first
    input that cannot be read raises `InputError`; with it each is reported, and the rest is read.
    """
    report = on_error or _raise
    names = _Names()
    for file in _files(paths, report):
        for found in _documents(file):
            if isinstance(found, InputError):
                report(found)
            else:
                yield replace(found, name=names.unique(found))


def _raise(error: InputError) -> None:
    raise error


def _files(paths: Iterable[str | Path], report: _Report) -> list[_File]:
    """The files to read, each once, in an order that does not depend on the file system."""
    found: dict[str, _File] = {}
    for path in map(str, paths):
        try:
            for file in _below(path, report) if _is_folder(path) else [_given(path)]:
                place = STDIN if path == STDIN else os.path.realpath(file.path)
                found[place] = min(file, found.get(place, file))
        except InputError as error:
            report(error)
        except (OSError, ValueError) as error:
            report(_unreadable(path, error))
    return sorted(found.values())


def _is_folder(path: str) -> bool:
    return path not in {"", STDIN} and Path(path).is_dir()


def _given(path: str) -> _File:
    if not path:
        raise InputError("a path is empty: give a file, a folder or - (standard input)")
    if _ADDRESS.match(path):
        raise InputError(f"{path}: is an address, and reading fetches nothing: save the page first")
    return _File((Path(path).name,), path)


def _below(folder: str, report: _Report) -> list[_File]:
    """The known files below a folder, without hidden ones and linked folders."""
    found: list[_File] = []
    walk = os.walk(folder, onerror=lambda error: report(_unreadable(error.filename, error)))
    for place, folders, files in walk:
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in files if not name.startswith(".")):
            if path.suffix.lower() in READERS:
                found.append(_File(path.relative_to(folder).parts, str(path)))
    if not found:
        endings = " ".join(READERS)
        raise InputError(f"{_printable(folder)}: holds no file that can be read ({endings})")
    return found


def _documents(file: _File) -> Iterator[Document | InputError]:
    """The documents of a file, and an error for each record, or the file, that holds none."""
    try:
        source = _load(file.path)
        reader = READERS.get(Path(file.path).suffix.lower()) or sniff(source)
        for found in reader(source):
            yield found if isinstance(found, InputError) else _document(source, found)
    except InputError as error:
        yield error


def _document(source: Source, article: Article) -> Document | InputError:
    made = document(article, f"{source.name}-{article.id}" if article.id else source.name)
    return made if made.text.strip() else InputError(f"{source.label}: holds no text")


def _load(path: str) -> Source:
    label = "standard input" if path == STDIN else _printable(path)
    try:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1) if path == STDIN else _bytes(path, label)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if len(data) > LARGEST_FILE:
        raise InputError(f"{label}: is larger than {LARGEST_FILE // 1_000_000} MB: split it")
    if not data.strip():
        raise InputError(f"{label}: is empty")
    return Source(label, "stdin" if path == STDIN else clean_name(Path(path).stem), data)


def _bytes(path: str, label: str) -> bytes:
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise InputError(
            f"{label}: is no regular file: give a file, a folder or - (standard input)"
        )
    with Path(path).open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _unreadable(path: str, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"{_printable(path)}: cannot be read: {reason}")


def _printable(path: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in path)


class _Names:
    """Gives each document a name of its own.

    A name that is taken gets the start of the text's hash, and if that is taken too, a number.
    """

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def unique(self, document: Document) -> str:
        """The document's name, with a suffix if an earlier document has it."""
        name = document.name
        if name in self._taken:
            name = base = f"{name}-{document.id[:6]}"
            while name in self._taken:
                self._taken[base] += 1
                name = f"{base}-{self._taken[base]}"
        self._taken[name] += 1
        return name
