from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize

from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore, restore
from kg.store.folder import Folder
from tests.store.stores import RUN, everything, filled, graph, parts, union

ALL = ("arms & more", "envoy", "letter")
FORMATS = {"graph.nq": RdfFormat.N_QUADS, "graph.trig": RdfFormat.TRIG}


def exported(path: Path, *names: str) -> Path:
    serialize(sorted(union(*names), key=str), path, format=FORMATS[path.name])
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_is_loaded_as_the_articles_would_make_it(tmp_path: Path, name: str) -> None:
    restore(exported(tmp_path / name, *ALL), tmp_path / "store")
    assert graph(tmp_path / "store") == union(*ALL)
    assert {p.name for p in (tmp_path / "store").iterdir()} == {
        "store.json", "writer.lock", "current", "published",
    }  # fmt: skip


@pytest.mark.parametrize("gone", ALL)
def test_a_loaded_document_is_taken_out_as_one_that_was_added(tmp_path: Path, gone: str) -> None:
    path = tmp_path / "store"
    restore(exported(tmp_path / "graph.nq", *ALL), path)
    with EmbeddedStore(path) as store:
        assert list(store.documents()) == sorted(ALL)
        assert store.remove(gone)
        assert graph(path) == union(*ALL)
    assert graph(path) == union(*(name for name in ALL if name != gone))
    with EmbeddedStore(path) as store:
        for name in ALL:
            store.remove(name)
    assert everything(path) == []


def test_articles_that_are_added_to_a_loaded_graph_replace_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "store"
    restore(exported(tmp_path / "graph.nq", *ALL), path)
    with EmbeddedStore(path) as store:
        for part in parts().values():
            assert not store.holds(part.documents[0], RUN)
            store.put(part, RUN)
    assert everything(path) == everything(filled(tmp_path / "added"))


def test_a_file_that_cannot_be_loaded_leaves_what_the_store_holds(tmp_path: Path) -> None:
    path, bad, empty, other = filled(tmp_path / "store", "envoy"), *(
        tmp_path / name for name in ("bad.nq", "empty.nq", "graph.ttl")
    )  # fmt: skip
    bad.write_text("<urn:a> <urn:b> .\n")
    empty.write_text('<urn:a> <urn:b> "c" <urn:d> .\n')
    with pytest.raises(StoreError, match="--replace"):
        restore(bad, path)
    for file, why in ((bad, "cannot be loaded"), (empty, "no document"), (other, "must be .nq")):
        with pytest.raises(StoreError, match=why):
            restore(file, path, replace=True)
        with pytest.raises(StoreError, match=why):
            restore(file, tmp_path / "new")
    assert graph(path) == union("envoy")
    assert not Folder(tmp_path / "new").exists()
    restore(exported(tmp_path / "graph.nq", "letter"), path, replace=True)
    restore(tmp_path / "graph.nq", tmp_path / "new")
    assert graph(path) == graph(tmp_path / "new") == union("letter")
