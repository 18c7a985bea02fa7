"""Wheel and sdist hold all that is needed, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {
    "spacy",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pyvis",
    "numpy",
    "yaml",
    "trafilatura",
    "lxml",
}
DATA = (
    "ontology/relations/visits.yaml",
    "ontology/actors/classes.yaml",
    "ontology/actors/gazetteer/states.yaml",
    "ontology/scopes.yaml",
    "seeds/articles/01-envoy-summoned.md",
    "seeds/gold/01-envoy-summoned.json",
)


def run(*command: str | Path, **environment: str) -> str:
    """Run Python outside the checkout; its standard output."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT.parent,
        env=os.environ | environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with an sdist, and a wheel made of it."""
    out = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--no-isolation", "--outdir", out, ROOT)
    return out


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it lies on disk once installed."""
    place = tmp_path_factory.mktemp("site")
    (wheel,) = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def test_the_wheel_holds_the_package_and_its_data(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"kg/_data/{name}" for name in DATA} <= names
    assert {"kg/py.typed", "kg/export/html/assets/explorer.js"} <= names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"kg"}


def test_the_sdist_holds_data_tests_and_licence(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {*DATA, "LICENSE", "README.md", "CHANGELOG.md", "tests/test_packaging.py"} <= names


def test_the_wheel_says_what_the_distribution_is(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        text = archive.read(metadata).decode()
    assert "Name: actorgraph\n" in text
    assert "License-Expression: MIT\n" in text


def test_an_installed_wheel_finds_its_own_data(installed: Path) -> None:
    code = "from kg.resources import folder; print(folder('ontology')); print(folder('seeds'))"
    found = run("-c", code, PYTHONPATH=str(installed)).splitlines()
    assert found == [str(installed / "kg" / "_data" / name) for name in ("ontology", "seeds")]


def test_an_installed_wheel_reads_an_article(installed: Path, tmp_path: Path) -> None:
    article = installed / "kg" / "_data" / "seeds" / "articles" / "01-envoy-summoned.md"
    run("-m", "kg", "build", article, "--out", tmp_path, "--quiet", PYTHONPATH=str(installed))
    assert '"relation": "summonsEnvoyOf"' in (tmp_path / "statements.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    "code",
    [
        "import kg",
        "import kg.model, kg.errors, kg.resources",
        "import kg.cli",
        "from kg.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from kg.cli import main\ntry: main(['build', '--help'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str) -> None:
    loaded = run("-c", f"{code}\nimport sys; print(*sys.modules)").splitlines()[-1].split()
    assert HEAVY.isdisjoint(loaded)


def test_the_version_is_that_of_the_package() -> None:
    assert run("-m", "kg", "--version") == run(
        "-c", "import kg; print('actorgraph', kg.__version__)"
    )
