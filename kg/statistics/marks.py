"""Colours and texts of the pictures.

Cooperation is blue and conflict orange, which people with any kind of colour vision tell apart;
what is done is darker than what is said, so that the four differ in print without colour as well.
"""

from __future__ import annotations

from textwrap import wrap

from kg.export.html.page import printable

INK, FAINT, GRID = "#1f2933", "#5b6670", "#d9dee3"
SAID_BLUE, DONE_BLUE = "#86bbe3", "#0b5394"
SAID_ORANGE, DONE_ORANGE = "#f4b459", "#b83a0a"
BLUE, ORANGE, NEUTRAL = DONE_BLUE, "#d55e00", "#9aa3ab"
MARGIN = 0.35  # inches
_LINE, _LINES = 17, 3  # letters of a line of a label, and lines


def shown(text: str, longest: int) -> str:
    """One line that is safe to draw, cut where it is too long."""
    line = " ".join(printable(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def label(text: str) -> str:
    """A name in lines as narrow as the layout reckons with."""
    lines = wrap(shown(text, _LINE * _LINES), _LINE) or ["?"]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], shown(" ".join(lines[_LINES - 1 :]), _LINE)]
    return "\n".join(lines)
