from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.services import serving
from tests.store.stores import filled


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A read-only service over the three articles."""
    with serving(filled(tmp_path_factory.mktemp("served") / "store")) as address:
        yield address
