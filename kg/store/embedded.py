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
from kg.store.folder import BusyError, Folder, Published, pin, remove_unpinned
from kg.store.manifest import copy_verified, damaged, verify, write_manifest
from kg.store.writer import Writer

ENGINE_ERRORS = (OSError, RuntimeError)  # a disk that fails, a file that is damaged
_SPARE = 64_000_000  # bytes that the engine may need to open a database


class EmbeddedStore(Writer):
    """A store open for writing; use it as a context.

    What is written is safe at once, even if the process is killed, and is published to readers by
    `publish` and at the end.
    """

    def __init__(self, path: Path, *, base: str = BASE) -> None:
        self.folder = Folder(path)
        self._open = ExitStack()
        try:
            self._open.enter_context(self.folder.writing())
            if not self.folder.exists():
                self.folder.create(base)
            super().__init__(self, self.folder.base())
            self.folder.clean()
            self.store = open_live(self.folder)
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

    def select(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT query on what is written, published or not."""
        with self._named():
            found = self.store.query(query)
        if not isinstance(found, QuerySolutions):
            raise StoreError("only SELECT queries have solutions")
        return found

    def update(self, text: str) -> None:
        """Do one SPARQL update in one transaction."""
        with self._named():
            self.store.update(text)

    def publish(self) -> None:
        """Let readers see all that is written."""
        with self._named():
            publish(self.folder, self.store)

    def close(self) -> None:
        """Publish, and let the next writer in."""
        try:
            self.publish()
            del self.store
            _discard_live(self.folder)
        finally:
            self._open.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except ENGINE_ERRORS as error:
            raise unusable(self.folder.path, error) from error


def publish(folder: Folder, store: Store) -> None:
    """Publish a checkpoint of the live database."""
    before = folder.current()
    unfinished = folder.published / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    store.flush()
    store.backup(str(unfinished))
    manifest_hash = write_manifest(unfinished, before.folder if before else None)
    folder.publish(unfinished, manifest_hash)
    folder.clean()


def recover(path: Path) -> None:
    """Publish what a killed writer has left.

    What is published before stands where a writer is at work, or the disk takes no writing.
    """
    folder = Folder(path)
    if not folder.live.exists():
        return
    try:
        with folder.writing():
            folder.base()
            store = open_live(folder)
            publish(folder, store)
            del store
            _discard_live(folder)
    except BusyError:
        return
    except ENGINE_ERRORS as error:
        if _is_writable(path):
            raise unusable(path, error) from error


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
        return Store.read_only(str(published.folder)), published, pinned
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
    """Make `target` hold what the snapshot `source` holds; `replace` allows it to hold another."""
    if Folder(target).exists() and not replace:
        raise StoreError(f"{target}: is a store already: say --replace to replace what it holds")
    check(source)
    with Folder(target).writing():
        if replace:
            for name in ("live", "published", "store.json", "current"):
                _remove(target / name)
        snapshot(source, target)


def unusable(path: Path, error: Exception) -> StoreError:
    """The error for a store that the disk or the engine refuses."""
    return StoreError(
        f"{path}: {error}: if the disk is full, free space and go on; if not, restore a snapshot"
    )


def open_live(folder: Folder) -> Store:
    """The live database, made from what is published where there is none."""
    if not folder.live.exists():
        new = folder.path / "live.new"
        shutil.rmtree(new, ignore_errors=True)
        published = folder.current()
        if published:
            verify(published.folder, published.manifest_hash, tables=False)
            Store.read_only(str(published.folder)).backup(str(new))
            new.rename(folder.live)
    return Store(str(folder.live))


def _install(published: Published, target: Folder, base: str) -> None:
    target.create(base)
    unfinished = target.published / "unfinished"
    copy_verified(published.folder, unfinished, published.manifest_hash)
    target.publish(unfinished, published.manifest_hash)


def _discard_live(folder: Folder) -> None:
    gone = folder.path / "live.gone"
    folder.live.rename(gone)
    remove_unpinned(gone)


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and shutil.disk_usage(path).free > _SPARE


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
