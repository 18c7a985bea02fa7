"""The embedded store: Oxigraph on disk, one writer, many readers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pyoxigraph import QuerySolutions, Store

from kg.errors import StoreError
from kg.graph.names import BASE
from kg.store.bulk import load
from kg.store.databases import GRAPH, Databases
from kg.store.folder import BusyError, Folder, Published, pin
from kg.store.journal import Entry
from kg.store.manifest import (
    REMEDY,
    copy_verified,
    damaged,
    link_verified,
    verify,
    write_manifest,
)
from kg.store.sparql import Change
from kg.store.writer import Writer

ENGINE_ERRORS = (OSError, RuntimeError)  # a disk that fails, a file that is damaged
_CORRUPT = "Corruption"  # as the engine says it
_SPARE = 64_000_000  # bytes that the engine may need to open a database


class EmbeddedStore(Writer):
    """A store open for writing; use it as a context.

    What is written is safe when the call returns, even if the process is killed, and is published
    to readers by `publish` and at the end. After a failure nothing more is written: what was
    acknowledged is there when the store is opened anew.
    """

    def __init__(self, path: Path, *, base: str = BASE) -> None:
        self.folder = Folder(path)
        self._open = ExitStack()
        self._failed = False
        try:
            self._open.enter_context(self.folder.writing())
            if not self.folder.exists():
                self.folder.create(base)
            super().__init__(self, self.folder.base())
            self.folder.clean()
            self.held = open_live(self.folder)
            self._recover()
        except ENGINE_ERRORS as error:
            self._open.close()
            raise unusable(path, error) from error
        except BaseException:
            self._open.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.close()
        except StoreError:
            if error is None:
                raise

    @property
    def store(self) -> Store:
        """The database of the graph."""
        return self.held.graph

    def select(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query on what is written, published or not."""
        return self._solutions(self.held.graph, query)

    def select_ledger(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query on the ledger."""
        return self._solutions(self.held.ledger, query)

    def update(self, text: str, ledger: str = "") -> None:
        """Do one SPARQL update of the graph, and one of the ledger, in one transaction."""
        self._do(Entry(text, ledger))

    def commit(self, change: Change) -> None:
        """Do a change of graph and ledger in one transaction."""
        self._do(Entry(change.without(self.ledger).update(), change.within(self.ledger).update()))

    def publish(self) -> None:
        """Let readers see all that is written."""
        with self._writing():
            if self.folder.journal.is_begun():
                publish(self.folder, self.held)

    def close(self) -> None:
        """Publish, and let the next writer in."""
        try:
            if not self._failed:
                self.publish()
                self.folder.journal.remove()
            del self.held
            shutil.rmtree(self.folder.live, ignore_errors=True)  # the engine may still write there
        finally:
            self._open.close()

    def _recover(self) -> None:
        """Do again what a writer acknowledged and did not publish, and publish it."""
        missing = list(self.folder.journal.entries(self.folder.publication()))
        for entry in missing:
            self.held.do(entry)
        if missing:
            publish(self.folder, self.held)
        else:
            self.folder.journal.begin(self.folder.publication())

    def _do(self, entry: Entry) -> None:
        with self._writing():
            self.held.do(entry)
            self.folder.journal.add(entry)

    def _solutions(self, store: Store, query: str) -> QuerySolutions:
        try:
            found = store.query(query)
        except ENGINE_ERRORS as error:
            raise unusable(self.folder.path, error) from error
        if not isinstance(found, QuerySolutions):
            raise StoreError("only SELECT queries have solutions")
        return found

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._failed:
            raise StoreError(f"{self.folder.path}: writing it has failed: open it anew")
        try:
            yield
        except ENGINE_ERRORS as error:
            self._failed = True
            raise unusable(self.folder.path, error) from error


def publish(folder: Folder, held: Databases) -> None:
    """Publish checkpoints of the live databases."""
    before = folder.current()
    unfinished = folder.published / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    held.flush()
    held.copy(unfinished)
    manifest_hash = write_manifest(unfinished, before.folder if before else None)
    folder.publish(unfinished, manifest_hash)
    folder.clean()


def recover(path: Path) -> None:
    """Publish what a writer has acknowledged and left unpublished.

    What is published before stands where a writer is at work, or the disk takes no writing.
    """
    if not Folder(path).journal.is_begun():
        return
    try:
        EmbeddedStore(path).close()
    except BusyError:
        return
    except StoreError:
        if _is_writable(path):
            raise


def open_published(path: Path) -> tuple[Store, Published, IO[bytes]]:
    """The published graph, its place, and the pin that keeps it there."""
    folder = Folder(path)
    folder.base()
    recover(path)
    while True:
        published = folder.current()
        if published is None:
            raise StoreError(f"{path}: nothing is published yet: wait for the first kg add")
        pinned = pin(published)
        if pinned:
            break
        if folder.current() == published:
            raise damaged(published.folder)
    try:
        verify(published.folder, published.manifest_hash, tables=False)
        return Store.read_only(str(published.folder / GRAPH)), published, pinned
    except ENGINE_ERRORS as error:
        pinned.close()
        raise damaged(published.folder) from error
    except BaseException:
        pinned.close()
        raise


def check(path: Path) -> None:
    """Read every byte of what is published; raises `StoreError` where one is not what it was."""
    store, published, pinned = open_published(path)
    del store
    with pinned:
        verify(published.folder, published.manifest_hash, tables=True)


def snapshot(source: Path, target: Path) -> None:
    """Copy what is published at `source` into the new store `target`; every file is verified."""
    store, published, pinned = open_published(source)
    del store
    with pinned:
        _install(published, Folder(target), Folder(source).base())


def restore(source: Path, target: Path, *, replace: bool = False) -> None:
    """Make `target` hold what `source` holds: a snapshot, or an RDF file that `kg export` wrote.

    `replace` allows that `target` holds something now; that stays until `source` is read whole.
    """
    folder = Folder(target)
    if not replace and folder.exists() and folder.current():
        raise StoreError(f"{target}: is a store already: say --replace to replace what it holds")
    if source.is_dir():
        check(source)
    with folder.writing():
        if source.is_dir():
            folder.empty()
            snapshot(source, target)
        else:
            _load(source, folder)


def _load(source: Path, folder: Folder) -> None:
    try:
        held, base = load(source, folder.new_live())
        folder.empty()
        folder.create(base)
        publish(folder, held)
        folder.journal.remove()
        del held
    except ENGINE_ERRORS as error:
        raise unusable(folder.path, error) from error
    finally:
        shutil.rmtree(folder.live, ignore_errors=True)


def unusable(path: Path, error: Exception) -> StoreError:
    """The error for a store that the disk or the engine refuses."""
    if _CORRUPT in str(error):
        return StoreError(f"{path}: is damaged ({error}): {REMEDY}")
    return StoreError(
        f"{path}: {error}: if the disk is full, free space and go on; if not, {REMEDY}"
    )


def open_live(folder: Folder) -> Databases:
    """The writer's databases, as they are published."""
    place, published = folder.new_live(), folder.current()
    if published:
        link_verified(published.folder, place, published.manifest_hash)
    return Databases.writing(place)


def _install(published: Published, target: Folder, base: str) -> None:
    target.create(base)
    unfinished = target.published / "unfinished"
    try:
        copy_verified(published.folder, unfinished, published.manifest_hash)
        target.publish(unfinished, published.manifest_hash)
    except BaseException:
        target.empty()
        raise


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and shutil.disk_usage(path).free > _SPARE
