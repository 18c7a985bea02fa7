"""The folder of an embedded store: what lies where, who may write, and what is published.

    store.json      format and version, base of the data
    writer.lock     held by the one writer; says who it is
    current         the name of the published graph, and the hash of its manifest
    published/N/    two Oxigraph databases that never change, and their manifest: the graph, which
                    readers read, and the ledger
    live/           the writer's copy of both; nobody believes it but the one who made it
    journal         what the writer has acknowledged and not yet published

A publication is a checkpoint of the live databases: hard links to their immutable tables. A reader
pins what it reads with a shared lock on the manifest; the writer removes what nobody has pinned.
What a killed writer leaves is made again of what is published and of the journal.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import IO

from kg.errors import StoreError
from kg.graph.names import Names
from kg.store.journal import Journal
from kg.store.manifest import MANIFEST, damaged


class BusyError(StoreError):
    """Another process writes the store."""


FORMAT, VERSION = "actorgraph store", 2
_LIVES = count()
NOTHING = "nothing"  # stands in `current` until the first publication


@dataclass(frozen=True, slots=True)
class Published:
    """A graph that readers may open."""

    folder: Path
    manifest_hash: str


class Folder:
    """The paths of a store and what is written in its small files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.live = path / "live"
        self.published = path / "published"
        self.about = path / "store.json"
        self.journal = Journal(path / "journal")

    def exists(self) -> bool:
        """Whether a store is here."""
        return self.about.exists()

    def create(self, base: str) -> None:
        """Make an empty store here; the folder must be empty or missing."""
        Names(base)
        if self.exists():
            raise StoreError(f"{self.path}: is a store already: choose another folder")
        if self.path.exists() and not _begun(self.path):
            raise StoreError(f"{self.path}: is no store, and is not empty: choose another folder")
        self.published.mkdir(parents=True, exist_ok=True)
        replace_text(self.path / "current", f"{NOTHING} -\n")
        text = json.dumps({"format": FORMAT, "version": VERSION, "base": base})
        replace_text(self.about, f"{text}\n{_checksum(text)}\n")

    def base(self) -> str:
        """The base of the data; raises `StoreError` where this version cannot read the store."""
        try:
            text, checksum, *_ = self.about.read_text(encoding="utf-8").split("\n")
            about = json.loads(text)
        except FileNotFoundError:
            raise StoreError(f"{self.path}: is no store: make one with kg add") from None
        except (OSError, ValueError) as error:
            raise damaged(self.about) from error
        if about.get("format") != FORMAT or checksum != _checksum(text):
            raise damaged(self.about)
        if about["version"] > VERSION:
            raise StoreError(
                f"{self.path}: has format {about['version']}, and this version of actorgraph reads "
                f"formats up to {VERSION}: use the newer version that wrote it"
            )
        if about["version"] < VERSION:
            raise StoreError(
                f"{self.path}: has format {about['version']}, which this version of actorgraph no "
                "longer reads: make the store again with kg add"
            )
        return str(about["base"])

    def current(self) -> Published | None:
        """What is published; None where nothing is yet."""
        path = self.path / "current"
        try:
            name, manifest_hash = path.read_text(encoding="utf-8").split()
        except (OSError, ValueError) as error:
            raise damaged(path) from error
        if name == NOTHING:
            return None
        if not (name.isascii() and name.isdigit()):
            raise damaged(path)
        return Published(self.published / name, manifest_hash)

    def publication(self) -> str:
        """The name of what is published."""
        published = self.current()
        return published.folder.name if published else NOTHING

    def publish(self, folder: Path, manifest_hash: str) -> Published:
        """Make a finished folder the published graph; the journal begins anew."""
        taken = [int(p.name) for p in self.published.iterdir() if p.name.isdigit()]
        target = self.published / f"{max(taken, default=0) + 1:06}"
        folder.rename(target)
        replace_text(self.path / "current", f"{target.name} {manifest_hash}\n")
        self.journal.begin(target.name)
        return Published(target, manifest_hash)

    def new_live(self) -> Path:
        """A place for live databases; what a writer before has left is removed.

        It is another one each time: the engine may still hold the last one open, for as long as
        somebody holds on to solutions or to an error of it.
        """
        shutil.rmtree(self.live, ignore_errors=True)
        self.live.mkdir(parents=True, exist_ok=True)  # where the engine still writes it is not gone
        return self.live / f"{next(_LIVES)}"

    def empty(self) -> None:
        """Remove what the store holds, but for the live databases."""
        if self.exists():
            shutil.rmtree(self.published)
            for name in ("journal", "store.json", "current"):
                (self.path / name).unlink(missing_ok=True)

    def clean(self) -> None:
        """Remove what is neither published nor read, and what a killed writer left half made."""
        current = self.current()
        for path in self.published.iterdir():
            if current is None or path != current.folder:
                remove_unpinned(path)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer; raises `StoreError` that says who is."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "writer.lock").open("a+", encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.seek(0)
                raise BusyError(
                    f"{self.path}: is being written by {lock.read().strip() or 'a process'}: wait "
                    "for it, or stop it"
                ) from None
            lock.truncate(0)
            lock.write(f"process {os.getpid()} ({Path(sys.argv[0]).name})\n")
            lock.flush()
            yield
            lock.truncate(0)


def _begun(path: Path) -> bool:
    """Whether a folder holds nothing but the beginnings of a store."""
    begun = {"writer.lock", "published", "live", "journal", "journal.new"}
    begun |= {"current", "current.new", "store.json.new"}
    return path.is_dir() and {entry.name for entry in path.iterdir()} <= begun


def pin(published: Published) -> IO[bytes] | None:
    """Keep a published graph from being removed until the file is closed; None if it is gone."""
    try:
        file = (published.folder / MANIFEST).open("rb")
    except FileNotFoundError:
        return None
    fcntl.flock(file, fcntl.LOCK_SH)
    if published.folder.exists():
        return file
    file.close()
    return None


def remove_unpinned(path: Path) -> None:
    """Remove a folder unless a reader has it pinned; its name goes first, its files after."""
    manifest = path / MANIFEST
    if not manifest.exists():
        shutil.rmtree(path)
        return
    with manifest.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return
        gone = path.with_name(path.name + ".gone")
        path.rename(gone)
        shutil.rmtree(gone)


def replace_text(path: Path, text: str) -> None:
    """Write a small file whole or not at all, and have it on the disk."""
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()
