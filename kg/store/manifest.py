"""Checksums of a published graph, so that damage is noticed before it is believed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from kg.errors import StoreError

MANIFEST = "manifest.json"
REMEDY = "restore a snapshot (kg restore SNAPSHOT --store STORE --replace)"
TABLE = ".sst"  # immutable; the engine keeps a checksum of every block of it, and looks


def write_manifest(folder: Path, before: Path | None = None) -> str:
    """Write down size and hash of every file; the hash of what was written.

    A table that is the same file in the folder `before` keeps the hash that it had there.
    """
    known = _hashes(before) if before else {}
    files = {
        name: [path.stat().st_size, _carried(path, name, before, known) or _hash(path)]
        for name, path in sorted((str(p.relative_to(folder)), p) for p in folder.rglob("*"))
        if path.is_file()
    }
    text = json.dumps({"files": files}, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return sha256(text.encode()).hexdigest()


def verify(folder: Path, manifest_hash: str, *, tables: bool) -> None:
    """Raise `StoreError` unless every file is what it was; `tables` reads the large ones too."""
    files = _read(folder, manifest_hash)
    for name, (size, expected) in files.items():
        path = folder / name
        try:
            found = path.stat().st_size
            same = found == size and (
                (path.suffix == TABLE and not tables) or _hash(path) == expected
            )
        except OSError:
            same = False
        if not same:
            raise damaged(path)


def copy_verified(source: Path, target: Path, manifest_hash: str) -> None:
    """Copy a published graph; raises `StoreError` unless the copy is what the original was."""
    files = _read(source, manifest_hash)
    target.mkdir(parents=True)
    for name in (*files, MANIFEST):
        (target / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(source / name, target / name)
    try:
        verify(target, manifest_hash, tables=True)
    except StoreError:
        verify(source, manifest_hash, tables=True)  # it names the file that was damaged before
        raise


def link_verified(source: Path, target: Path, manifest_hash: str) -> None:
    """Copy a published graph for a writer; tables, which never change, are the same files."""
    verify(source, manifest_hash, tables=False)
    for name, (_, expected) in _read(source, manifest_hash).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if Path(name).suffix == TABLE:
            with suppress(OSError):  # a file system without hard links
                (target / name).hardlink_to(source / name)
                continue
        shutil.copyfile(source / name, target / name)
        if _hash(target / name) != expected:  # what is published next has the hash of the copy
            raise damaged(source / name)


def damaged(path: Path) -> StoreError:
    """The error for a file that is not what was written."""
    return StoreError(f"{path}: is damaged or missing: {REMEDY}")


def _read(folder: Path, manifest_hash: str) -> Mapping[str, Any]:
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
    except OSError as error:
        raise damaged(path) from error
    if sha256(data).hexdigest() != manifest_hash:
        raise damaged(path)
    files: Mapping[str, Any] = json.loads(data)["files"]
    return files


def _hashes(folder: Path) -> Mapping[str, Any]:
    path = folder / MANIFEST
    return json.loads(path.read_bytes())["files"] if path.exists() else {}


def _carried(path: Path, name: str, before: Path | None, known: Mapping[str, Any]) -> str | None:
    if not before or path.suffix != TABLE or name not in known:
        return None
    same = (before / name).exists() and (before / name).samefile(path)
    return str(known[name][1]) if same else None


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
