"""The notebook of the documentation runs from its first cell to its last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
PATH = ROOT / "docs" / "notebook.ipynb"
FOLDERS = ("JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The notebook with its outputs; nothing is written outside of the test's folder."""
    notebook = nbformat.read(PATH, as_version=4)  # type: ignore[no-untyped-call]
    resources = {"metadata": {"path": str(PATH.parent)}}
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp("jupyter")))
        patch.setenv("PYTHONPATH", str(ROOT))
        client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources)
        client.execute()
    return {cell.id: cell for cell in notebook.cells}


def data(cell: Any, kind: str) -> str:
    """What the last line of a cell shows."""
    return str(cell.outputs[-1].data[kind])


def test_the_notebook_is_committed_without_outputs() -> None:
    notebook = nbformat.read(PATH, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in codes)


def test_every_cell_runs_and_says_nothing_on_standard_error(executed: Any) -> None:
    codes = [cell for cell in executed.values() if cell.cell_type == "code"]
    assert len(codes) == max(cell.execution_count for cell in codes)
    streams = [output.get("text") for cell in codes for output in cell.outputs if "name" in output]
    assert streams == []


def test_the_cells_show_what_they_announce(executed: Any) -> None:
    assert "15 articles" in data(executed["read"], "text/html")
    assert data(executed["view"], "text/html").startswith("<iframe sandbox=")
    assert "Emmanuel" not in data(executed["ask"], "text/html")
    assert "actor:russia" in data(executed["ask"], "text/html")
    assert "Armenia" in data(executed["measure"], "text/html")
    assert data(executed["draw"], "image/png").startswith("iVBOR")  # a PNG file in Base64
    path = data(executed["network"], "text/plain")
    assert path.startswith("['france', ")
    assert path.endswith("'azerbaijan']")
    assert data(executed["build"], "text/plain").startswith("Graph(1 articles")
