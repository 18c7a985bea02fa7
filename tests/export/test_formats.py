"""Every format: it is found, and written whatever the text holds, the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import ExportError
from kg.export import (
    FORMATS,
    Format,
    convert,
    format_of,
    generate,
    named,
    read,
    write,
    write_folder,
)
from kg.graph.pool import pool
from kg.model import Corpus
from tests.corpora import corpus
from tests.strategies import corpora

TEXTS = [name for name, known in FORMATS.items() if not known.binary]
WHOLE = [name for name, known in FORMATS.items() if known.whole]


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


def written(corpus: Corpus, known: Format, folder: Path) -> Path:
    path = folder / f"graph{known.endings[0]}"
    write(corpus, path)
    return path


@pytest.mark.parametrize("known", FORMATS.values(), ids=FORMATS)
def test_a_module_has_the_verbs_of_its_format_and_says_what_it_carries(known: Format) -> None:
    module = import_module(known.module)
    assert module.__doc__
    assert callable(getattr(module, f"write_{known.name}"))
    assert known.binary or callable(getattr(module, f"generate_{known.name}"))
    assert not known.whole or callable(getattr(module, f"read_{known.name}"))


def row(known: Format) -> str:
    endings = " ".join(f"`{ending}`" for ending in known.endings)
    read_back = "yes" if known.whole else "no"
    return f"| `{known.name}` | {endings} | {known.carries} | {known.lacks} | {read_back} |"


def test_the_docs_say_what_each_format_carries_and_lacks() -> None:
    lines = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("| `")] == list(map(row, FORMATS.values()))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_a_module_says_what_its_format_lacks(name: str) -> None:
    assert "lacks" in (import_module(FORMATS[name].module).__doc__ or "").lower()


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("graph.trig", "trig"),
        ("GRAPH.TTL", "turtle"),
        ("a.b.nq", "nquads"),
        ("statements.jsonl", "jsonl"),
        ("2023.events.jsonl", "events"),
        ("import.cql", "cypher"),
        ("graph.rdf12.ttl", "turtle12"),
        ("graph.framed.jsonld", "framed"),
        ("claims.nanopub.trig", "nanopub"),
    ],
)
def test_the_ending_tells_the_format(name: str, format_: str) -> None:
    assert format_of(Path(name)).name == format_


@pytest.mark.parametrize("name", ["ttl", ".ttl", "turtle"])
def test_a_format_is_found_by_name_and_by_ending(name: str) -> None:
    assert named(name).name == "turtle"


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ExportError, match=r"'turtel' is no format: use one of jsonl, .*turtle\?"):
        named("turtel")


def test_an_ending_that_tells_no_format_is_refused(folder: Path) -> None:
    with pytest.raises(ExportError, match=r"name the format, or use one of \.jsonl"):
        write(corpus(), folder / "graph.xyz")


def test_a_format_that_is_named_needs_no_ending(folder: Path) -> None:
    write(corpus(), folder / "graph", "ttl")
    assert (folder / "graph").read_text("utf-8") == "".join(generate(corpus(), "turtle"))


@pytest.mark.parametrize("name", WHOLE)
def test_what_carries_the_whole_comes_back(name: str, folder: Path) -> None:
    back = read(written(corpus(), FORMATS[name], folder))
    assert list(generate(back, "jsonl")) == list(generate(corpus(), "jsonl"))


def test_what_does_not_carry_the_whole_is_not_read(folder: Path) -> None:
    path = written(corpus(), FORMATS["csv"], folder)
    with pytest.raises(ExportError, match="csv does not carry the whole but a row a claim"):
        read(path)


@pytest.mark.parametrize("name", TEXTS)
def test_conversion_gives_what_writing_gives(name: str, folder: Path) -> None:
    source = written(corpus(), FORMATS["nquads"], folder)
    target = folder / f"converted{FORMATS[name].endings[0]}"
    convert(source, target)
    assert target.read_text("utf-8") == "".join(generate(read(source), name))


@pytest.mark.parametrize("name", TEXTS)
def test_the_order_of_claims_does_not_matter(name: str) -> None:
    first = corpus()
    claims = list(first.claims())[::-1]
    other = pool(claims, first.documents[::-1], first.actors[::-1])
    assert list(generate(first, name)) == list(generate(other, name))


def test_a_binary_format_gives_no_text() -> None:
    with pytest.raises(ExportError, match="parquet is no text"):
        list(generate(corpus(), "parquet"))


def test_a_build_writes_these_files(folder: Path) -> None:
    paths = write_folder(corpus(), folder / "out")
    assert [path.name for path in paths] == (
        "statements.jsonl graph.trig graph.ttl graph.nq graph.jsonld graph.graphml statements.csv "
        "index.html open_claims.jsonl"
    ).split()
    assert {path.name for path in (folder / "out").iterdir()} == {path.name for path in paths}


def test_an_empty_corpus_can_be_written(folder: Path) -> None:
    for known in FORMATS.values():
        assert written(Corpus((), (), ()), known, folder).exists()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_no_text_blocks_an_export(any_corpus: Corpus) -> None:
    with TemporaryDirectory() as name:
        for known in FORMATS.values():
            if known.name not in ("html", "ladybug"):  # slow; they have tests of their own
                assert written(any_corpus, known, Path(name)).exists()
