"""Finds the data folders, in a checkout and in an installed wheel."""

from importlib.resources import files
from pathlib import Path

from kg.errors import OntologyError


def folder(name: str) -> Path:
    """The data folder `name` ("ontology", "seeds"): inside the wheel where it is installed, else beside the package."""
    packaged = Path(str(files("kg"))) / "_data" / name
    beside = Path(str(files("kg"))).parent / name
    for path in (packaged, beside):
        if path.is_dir():
            return path
    raise OntologyError(f"data folder {name!r} is neither at {packaged} nor at {beside}: reinstall actorgraph")
