from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.errors import StoreError
from kg.graph.rdf import to_rdf
from kg.store.embedded import EmbeddedStore, check, restore, snapshot
from kg.store.folder import Folder
from kg.store.opening import open_source
from kg.store.source import Snapshot
from tests.store.stores import RUN, articles, everything, filled, graph, parts, union

ROOT = Path(__file__).parents[2]


def loading(path: Path, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.load_articles", str(path), str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_readers_see_what_a_killed_writer_had_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with loading(path, 60) as process:
        assert process.stdout
        names = {process.stdout.readline().strip() for _ in range(5)}
        process.kill()
    seen = "".join(everything(path))
    assert all(f'"{name}"' in seen for name in names)


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with loading(path, 60) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(StoreError, match=rf"process {process.pid} \(load_articles.py\)"):
            EmbeddedStore(path)
        process.kill()
    with EmbeddedStore(path) as store:
        assert list(store.documents())


def test_a_reader_keeps_what_it_opened_while_the_writer_goes_on(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with Snapshot(path) as before, EmbeddedStore(path) as store:
        store.put(parts()["letter"], RUN)
        assert set(before.quads()) == union("envoy") == graph(path)
        store.publish()
        store.publish()
        assert set(before.quads()) == union("envoy")
        assert graph(path) == union("envoy", "letter")


def test_what_nobody_reads_any_more_is_removed(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with Snapshot(path):
        filled(path, "letter")
        assert len(list(Folder(path).published.iterdir())) == 2
    filled(path, "arms & more")
    assert len(list(Folder(path).published.iterdir())) == 1


def test_snapshots_under_write_open_and_hold_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "store"
    whole = _sizes(quad for article in articles(60) for quad in to_rdf(article, run=RUN))
    with loading(path, 60) as process:
        assert process.stdout
        for n in range(3):
            for _ in range(10):
                process.stdout.readline()
            while Folder(path).current() is None:
                assert process.poll() is None
            snapshot(path, tmp_path / str(n))
            check(tmp_path / str(n))
            with Snapshot(tmp_path / str(n)) as source:
                found = _sizes(source.quads())
            assert found
            assert found.items() <= whole.items()
        process.kill()


def test_a_snapshot_is_a_store_and_can_be_restored(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    before = everything(path)
    snapshot(path, tmp_path / "copy")
    with EmbeddedStore(path) as store:
        store.remove("envoy")
    assert everything(tmp_path / "copy") == before
    with pytest.raises(StoreError, match="--replace"):
        restore(tmp_path / "copy", path)
    restore(tmp_path / "copy", path, replace=True)
    restore(tmp_path / "copy", tmp_path / "new")
    assert everything(path) == everything(tmp_path / "new") == before


def test_a_snapshot_does_not_overwrite_a_folder_in_use(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="not empty"):
        snapshot(filled(tmp_path / "store", "envoy"), tmp_path / "mine")


def test_a_snapshot_is_not_made_where_a_store_is(tmp_path: Path) -> None:
    path, other = filled(tmp_path / "store", "envoy"), filled(tmp_path / "other", "letter")
    with pytest.raises(StoreError, match="other: is a store already: choose another folder"):
        snapshot(path, other)
    assert graph(other) == union("letter")


def test_a_snapshot_and_what_is_restored_of_it_share_no_file(tmp_path: Path) -> None:
    path, copy, new = filled(tmp_path / "store"), tmp_path / "copy", tmp_path / "new"
    snapshot(path, copy)
    restore(copy, new)
    held = [file.stat() for place in (path, copy, new) for file in place.rglob("*")]
    assert len({(file.st_dev, file.st_ino) for file in held}) == len(held)


def test_a_snapshot_of_a_damaged_store_is_not_made(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    _flip(table := _table(path), 100)
    with pytest.raises(StoreError, match=f"{table}: is damaged .*kg restore SNAPSHOT"):
        snapshot(path, tmp_path / "copy")
    _flip(table, 100)
    snapshot(path, tmp_path / "copy")
    assert graph(tmp_path / "copy") == union("envoy")


def test_damage_in_a_table_that_a_writer_shares_is_noticed_after_it_has_written(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path / "store", "envoy", "letter")
    table = _table(path)
    store = EmbeddedStore(path)
    assert table.stat().st_nlink > 1
    _flip(table, table.stat().st_size // 2)
    with suppress(StoreError), store:
        store.put(parts()["arms & more"], RUN)
    assert _is_damaged(path)
    with suppress(StoreError):
        filled(path, "arms & more")
    assert _is_damaged(path)


def test_a_store_opens_anew_while_the_engine_still_holds_the_last_databases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store"
    with monkeypatch.context() as engine:
        engine.setattr("kg.store.embedded.shutil.rmtree", lambda *_, **__: None)
        filled(path, "envoy")
        filled(path, "letter")
        assert len(list(Folder(path).live.iterdir())) == 2
    assert graph(filled(path, "arms & more")) == union("envoy", "letter", "arms & more")
    assert not Folder(path).live.exists()


def test_a_disk_without_hard_links_holds_a_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = filled(tmp_path / "store", "envoy")
    filled(path, "letter")
    check(path)
    assert graph(path) == union("envoy", "letter")
    _flip(table := _table(path), table.stat().st_size // 2)
    with pytest.raises(StoreError, match=f"{table}: is damaged"):
        filled(path, "arms & more")
    assert _is_damaged(path)


def test_a_damaged_snapshot_is_not_restored_over_a_store(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    snapshot(path, tmp_path / "copy")
    _flip(_table(tmp_path / "copy"), 100)
    with pytest.raises(StoreError, match="damaged"):
        restore(tmp_path / "copy", path, replace=True)
    assert graph(path) == union("envoy")


@pytest.mark.parametrize("seed", range(10))
def test_each_of_200_flipped_bits_is_noticed_or_makes_no_difference(
    tmp_path: Path, seed: int
) -> None:
    """Twenty for each seed, of the files of graph, ledger and manifest."""
    path, chance = filled(tmp_path / "store", "envoy"), random.Random(seed)
    expected = everything(path)
    snapshot(path, tmp_path / "copy")
    files = sorted(p for p in path.rglob("*") if p.is_file() and p.stat().st_size)
    for _ in range(20):
        target = chance.choice(files)
        place, bit = chance.randrange(target.stat().st_size), chance.randrange(8)
        _flip(target, place, bit)
        with suppress(StoreError), Snapshot(path) as source:
            assert set(source.quads()) == union("envoy")
        noticed = _is_damaged(path)
        _flip(target, place, bit)
        assert noticed or target.name == "current"
        check(path)
    assert everything(path) == expected
    for file in files:
        _flip(file, 0)
    with pytest.raises(StoreError):
        check(path)
    restore(tmp_path / "copy", path, replace=True)
    assert everything(path) == expected


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    text = json.dumps({"format": "actorgraph store", "version": 3, "base": "urn:x/"})
    (path / "store.json").write_text(f"{text}\n{sha256(text.encode()).hexdigest()}\n")
    with pytest.raises(StoreError, match="has format 3, and .* reads formats up to 2"):
        open_source(path)
    with pytest.raises(StoreError, match="format 3"):
        EmbeddedStore(path)


def test_an_older_format_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    text = json.dumps({"format": "actorgraph store", "version": 1, "base": "urn:x/"})
    (path / "store.json").write_text(f"{text}\n{sha256(text.encode()).hexdigest()}\n")
    with pytest.raises(StoreError, match="has format 1, .* make the store again with kg add"):
        open_source(path)


def test_solutions_that_are_kept_do_not_keep_the_next_writer_out(tmp_path: Path) -> None:
    with EmbeddedStore(filled(tmp_path / "store", "envoy")) as store:
        kept = store.select("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert graph(filled(tmp_path / "store", "letter")) == union("envoy", "letter")
    del kept


def test_nothing_is_written_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    path = filled(tmp_path / "store", "envoy")
    with EmbeddedStore(path) as store:
        store.put(parts()["arms & more"], RUN)
        with monkeypatch.context() as patch:
            patch.setattr("kg.store.journal.Journal.add", fail)
            with pytest.raises(StoreError, match="no space left"):
                store.put(parts()["letter"], RUN)
        with pytest.raises(StoreError, match="open it anew"):
            store.put(parts()["letter"], RUN)
    assert graph(path) == union("envoy", "arms & more")


def test_what_is_no_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere: is no store"):
        open_source(tmp_path / "nowhere")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="not empty"):
        EmbeddedStore(tmp_path / "mine")


def test_a_store_that_was_never_published_says_so(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store"), pytest.raises(StoreError, match="nothing is published"):
        open_source(tmp_path / "store")


def test_what_half_made_folders_a_killed_writer_leaves_is_cleaned(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    for name in ("live", "published/unfinished", "published/000001.gone"):
        (path / name).mkdir()
        (path / name / "000001.sst").write_bytes(b"half")
    filled(path, "letter")
    assert graph(path) == union("envoy", "letter")
    assert {p.name for p in path.iterdir()} == {
        "store.json", "writer.lock", "current", "published",
    }  # fmt: skip
    assert len(list((path / "published").iterdir())) == 1


def _table(path: Path) -> Path:
    """The largest table that is published."""
    return max((path / "published").rglob("*.sst"), key=lambda table: table.stat().st_size)


def _is_damaged(path: Path) -> bool:
    try:
        check(path)
    except StoreError as error:
        return "damaged" in str(error)
    return False


def _sizes(quads: Iterable[Quad]) -> Counter[str]:
    """How many quads the graph of each document holds."""
    return Counter(str(q.graph_name) for q in quads if "/document/" in str(q.graph_name))


def _flip(path: Path, place: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)
