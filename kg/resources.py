"""Finds the data folders, in a checkout and in an installed wheel, and reads their files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import OntologyError


def folder(name: str) -> Path:
    """The data folder `name` ("ontology", "seeds"): inside an installed wheel, or beside `kg`."""
    packaged = Path(str(files("kg"))) / "_data" / name
    beside = Path(str(files("kg"))).parent / name
    for path in (packaged, beside):
        if path.is_dir():
            return path
    raise OntologyError(
        f"data folder {name!r} is neither at {packaged} nor at {beside}: reinstall actorgraph"
    )


def load_yaml(path: Path) -> Any:
    """The parsed file; a fault becomes an `OntologyError` that names the file and the line."""
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise OntologyError(f"{path.name}: cannot be read as YAML: {error}") from error
