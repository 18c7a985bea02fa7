"""The journal of a writer: what was acknowledged since the last publication, on the disk.

A line is a checksum and a change as JSON. A change is acknowledged when its line is on the disk;
a line without an end was not acknowledged, and is dropped. The first line names the publication
that the changes build on: a journal that builds on an older one is published already.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from kg.store.manifest import damaged


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction: a SPARQL update of the graph, and one of the ledger."""

    graph: str
    ledger: str = ""


class Journal:
    """The file, and what is in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, publication: str) -> None:
        """Forget all changes; the next ones build on this publication."""
        new = self.path.with_name(self.path.name + ".new")
        with new.open("wb") as file:
            file.write(_line({"publication": publication}))
            _synchronise(file.fileno())
        new.replace(self.path)

    def add(self, entry: Entry) -> None:
        """Write down a change; it is safe when this returns, and not there where it fails."""
        with self.path.open("ab", buffering=0) as file:
            before = file.tell()
            line = memoryview(_line(asdict(entry)))
            try:
                while line:
                    line = line[file.write(line) :]
                _synchronise(file.fileno())
            except OSError:
                file.truncate(before)
                raise

    def entries(self, publication: str) -> Iterator[Entry]:
        """The changes that build on this publication; raises `StoreError` at a damaged line."""
        if not self.path.exists():
            return
        *lines, rest = self.path.read_bytes().split(b"\n")
        if not all(map(_is_whole, lines)) or _is_whole(rest[:-1]):
            raise damaged(self.path)
        found = [json.loads(line.partition(b" ")[2]) for line in lines]
        if found and found[0]["publication"] == publication:
            for data in found[1:]:
                yield Entry(**data)

    def is_begun(self) -> bool:
        """Whether there may be changes."""
        return self.path.exists()

    def remove(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)


def _line(data: object) -> bytes:
    text = json.dumps(data).encode()
    return _checksum(text) + b" " + text + b"\n"


def _is_whole(line: bytes) -> bool:
    checksum, _, data = line.partition(b" ")
    return checksum == _checksum(data)


def _checksum(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _synchronise(file: int) -> None:
    getattr(os, "fdatasync", os.fsync)(file)
