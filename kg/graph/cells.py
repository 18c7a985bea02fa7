"""Text for spreadsheets: a cell that a spreadsheet would take for a formula is marked as text."""

from __future__ import annotations

# what begins a formula, also in full width, and the mark itself, so that reading can take every
# mark off again
_RISKY = tuple("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20")


def safe_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet might run it."""
    return f"'{text}" if text.startswith(_RISKY) else text


def plain_cell(cell: str) -> str:
    """What `safe_cell` was given."""
    return cell.removeprefix("'")
