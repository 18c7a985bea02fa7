"""Takes the picture of the explorer page that the README shows.

    python tests/tools/picture.py [exports/statements.jsonl] [docs/explorer.png]

Debian's Chromium draws; the picture has 256 colours, so that it stays small.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

from kg.export import read
from kg.export.html import write_html

CHROMIUM = "/usr/bin/chromium"
HOME = Path(__file__).parents[2]
SIZE = ViewportSize(width=1400, height=900)


def main() -> None:
    """Write the picture."""
    given = [Path(argument) for argument in sys.argv[1:]]
    source, target = (
        *given,
        *(HOME / "exports" / "statements.jsonl", HOME / "docs" / "explorer.png")[len(given) :],
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        write_html(read(source), path)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-ready]")
        page.wait_for_timeout(500)
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    shot.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
