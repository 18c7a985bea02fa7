from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore
from kg.store.folder import Folder
from kg.store.journal import Entry, Journal
from tests.store.stores import RUN, everything, filled, parts

ENTRIES = [Entry("INSERT DATA { <urn:a> <urn:b> 'one\ntwo' }", "CLEAR ALL"), Entry("CLEAR ALL")]


def written(path: Path) -> Journal:
    journal = Journal(path / "journal")
    journal.begin("000007")
    for entry in ENTRIES:
        journal.add(entry)
    return journal


def test_changes_are_read_in_the_order_of_their_writing(tmp_path: Path) -> None:
    assert list(written(tmp_path).entries("000007")) == ENTRIES


def test_changes_on_an_older_publication_are_published_already(tmp_path: Path) -> None:
    assert list(written(tmp_path).entries("000008")) == []
    assert list(Journal(tmp_path / "none").entries("000008")) == []


def test_a_line_that_was_not_finished_was_not_acknowledged(tmp_path: Path) -> None:
    journal = written(tmp_path)
    whole = journal.path.read_bytes()
    last = whole.rstrip(b"\n").rindex(b"\n") + 1
    for length in range(last, len(whole)):
        journal.path.write_bytes(whole[:length])
        assert list(journal.entries("000007")) == ENTRIES[:1]


def test_every_flipped_bit_is_noticed(tmp_path: Path) -> None:
    journal = written(tmp_path)
    whole = journal.path.read_bytes()
    for place in range(len(whole)):
        journal.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(StoreError, match="journal: is damaged"):
            list(journal.entries("000007"))


def test_what_was_acknowledged_is_there_whatever_became_of_the_live_databases(
    tmp_path: Path,
) -> None:
    path, expected = tmp_path / "store", everything(filled(tmp_path / "whole"))
    store = EmbeddedStore(filled(path, "envoy"))
    for name in ("letter", "arms & more"):
        store.put(parts()[name], RUN)
    store.store.clear()  # as if the machine had lost what it had not written
    del store.held
    store._open.close()
    assert Folder(path).journal.is_begun()
    assert everything(path) == expected
    assert not Folder(path).journal.is_begun()
