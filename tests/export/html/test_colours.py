"""The colours of the page: seen by everybody, on light and on dark paper."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from tests.export.html.test_assets import SOURCES

STYLE = (SOURCES / "explorer.css").read_text()
QUADS = ("vc", "mc", "vx", "mx", "st")
# Linear RGB as seen without red or green receptors: Viénot, Brettel and Mollon (1999).
SEEN = {
    "by most": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "without green": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
Rgb = tuple[float, float, float]


def colours(theme: str) -> dict[str, Rgb]:
    """The named colours of a theme, as linear RGB."""
    block = re.search(rf"#probe-{theme} {{([^}}]*)}}", STYLE)
    assert block is not None
    found = re.findall(r"--(\w+): #(\w\w)(\w\w)(\w\w)", block[1])
    return {name: (_linear(r), _linear(g), _linear(b)) for name, r, g, b in found}


def _linear(hexadecimal: str) -> float:
    value = int(hexadecimal, 16) / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: Rgb) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(first: Rgb, second: Rgb) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Rgb) -> Rgb:
    """CIE L*a*b* under daylight (D65)."""
    r, g, b = colour
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: Rgb, by: str) -> Rgb:
    r, g, b = (sum(c * v for c, v in zip(row, colour, strict=True)) for row in SEEN[by])
    return max(r, 0), max(g, 0), max(b, 0)


def difference(first: Rgb, second: Rgb) -> float:
    pairs = zip(lab(first), lab(second), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_stand_out_from_the_paper(theme: str) -> None:
    palette = colours(theme)
    for name in (*QUADS, "state", "organisation", "person", "accent"):
        assert contrast(palette[name], palette["paper"]) >= 3, name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_can_be_read(theme: str) -> None:
    palette = colours(theme)
    for paper in ("paper", "ground", "subject", "cue", "object", "scope"):
        assert contrast(palette["ink"], palette[paper]) >= 4.5, paper
    for paper in ("paper", "ground"):
        assert contrast(palette["soft"], palette[paper]) >= 4.5, paper


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", SEEN)
def test_kinds_of_relation_are_told_apart(theme: str, eyes: str) -> None:
    palette = colours(theme)
    for first, second in combinations(QUADS, 2):
        apart = difference(seen(palette[first], eyes), seen(palette[second], eyes))
        assert apart >= 20, f"{first} and {second}: {apart:.0f}"
