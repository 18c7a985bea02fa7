"""The explorer page of what is published, made once for each publication, in its own process.

Run as a program with the folder of a store; the page goes to standard output.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from kg.serve.forks import leave_network, limit

SECONDS, MEMORY = 60.0, 2_000_000_000
_PLAIN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>actorgraph</title></head><body>
<h1>actorgraph</h1>
<p>This graph is too large for one page. Ask it: <a href="/sparql">SPARQL</a>,
<a href="/api/statistics">statistics</a>, <a href="/api/openapi.json">JSON API</a>.</p>
</body></html>
"""


class Page:
    """The page of a store, kept until another graph is published."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made: dict[str, bytes] = {}
        self._making = asyncio.Lock()

    async def of(self, published: str) -> bytes:
        """The page of this publication; a plain one where the explorer cannot be made."""
        async with self._making:
            if published not in self._made:
                self._made = {published: await self._make() or _PLAIN.encode()}
            return self._made[published]

    async def _make(self) -> bytes:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.page", str(self.path),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            output, _ = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return output if process.returncode == 0 else b""


def main(path: str) -> None:
    """Write the page of a store to standard output."""
    from kg.export.html import generate_html
    from kg.store import open_source

    leave_network()
    limit(SECONDS, MEMORY)
    with open_source(path) as source:
        sys.stdout.buffer.write(generate_html(source.corpus()).encode())


if __name__ == "__main__":
    main(sys.argv[1])
