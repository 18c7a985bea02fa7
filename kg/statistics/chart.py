"""Cooperation above the line and conflict below it, over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.statistics.balance import Period, Timeline, Unit, ordinal
from kg.statistics.marks import (
    DONE_BLUE,
    DONE_ORANGE,
    FAINT,
    GRID,
    INK,
    SAID_BLUE,
    SAID_ORANGE,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SMALL = 8.0  # points
_TICKS: dict[Unit, int] = {"day": 9, "month": 12, "year": 16}  # at most
_STEPS: dict[Unit, Sequence[int]] = {
    "day": (1, 2, 7, 14, 28),
    "month": (1, 2, 3, 6, 12, 24),
    "year": (1, 2, 5, 10, 20, 50, 100),
}
_NAMED = 24  # bars: where there are no more, each says how many facts it holds
_ROOM = 0.14  # of the height, above the highest bar


def draw_timeline(axes: Axes, line: Timeline) -> None:
    """Draw the sums of scores of each period as bars, and the balance of both as a line."""
    axes.set_title(_heading(line), loc="left", fontsize=9.5, color=INK)
    axes.tick_params(labelsize=_SMALL, colors=INK, length=0)
    axes.spines[:].set_visible(False)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    if not line.periods:
        axes.set_xticks([])
        axes.set_yticks([])
        axes.text(
            0.5, 0.5, "No dated facts with a score", transform=axes.transAxes,
            ha="center", va="center", color=FAINT, size=_SMALL,
        )  # fmt: skip
        return
    places = [ordinal(period.period) for period in line.periods]
    _draw_bars(axes, places, line.periods)
    _draw_ticks(axes, places, line.unit)
    axes.axhline(0, color=INK, linewidth=0.9)
    axes.legend(
        loc="upper left", bbox_to_anchor=(0, -0.14), ncols=5, frameon=False, fontsize=_SMALL,
        labelcolor=INK, borderpad=0, borderaxespad=0,
        columnspacing=1.4, handletextpad=0.5, handlelength=1.2,
    )  # fmt: skip


def _draw_bars(axes: Axes, places: Sequence[int], periods: Sequence[Period]) -> None:
    sums = (
        ("cooperation, done", DONE_BLUE, [p.material_cooperation for p in periods]),
        ("cooperation, said", SAID_BLUE, [p.verbal_cooperation for p in periods]),
        ("conflict, done", DONE_ORANGE, [-p.material_conflict for p in periods]),
        ("conflict, said", SAID_ORANGE, [-p.verbal_conflict for p in periods]),
    )
    inner = [0.0] * len(periods)
    for number, (name, colour, heights) in enumerate(sums):
        bottom = inner if number % 2 else [0.0] * len(periods)
        if any(heights):
            axes.bar(places, heights, bottom=bottom, width=0.72, color=colour, label=name)
        inner = heights
    net = [p.cooperation - p.conflict for p in periods]
    axes.plot(
        places, net, linestyle="", marker="D", markersize=4.5, color=INK,
        markeredgecolor="white", label="net",
    )  # fmt: skip
    high, low = max(p.cooperation for p in periods), max(p.conflict for p in periods)
    room = _ROOM * (high + low)
    axes.set_ylim(-low - room / 2, high + room)
    if len(periods) <= _NAMED:
        _draw_numbers(axes, places, periods, room / 2)


def _draw_numbers(
    axes: Axes, places: Sequence[int], periods: Sequence[Period], near: float
) -> None:
    """The number of facts above each bar, clear of the mark of its net."""
    for place, period in zip(places, periods, strict=True):
        above = 5 if period.conflict < near else 2
        axes.annotate(
            f"{period.facts}", (place, period.cooperation), (0, above),
            textcoords="offset points", ha="center", size=_SMALL - 1, color=FAINT,
        )  # fmt: skip


def _draw_ticks(axes: Axes, places: Sequence[int], unit: Unit) -> None:
    first, last = min(places), max(places)
    wanted = -(-(last - first + 1) // _TICKS[unit])
    step = next((step for step in _STEPS[unit] if step >= wanted), wanted)
    numbers = [number for number in range(first, last + 1) if number % step == 0]
    axes.set_xticks(numbers, [_name(number, unit) for number in numbers])
    room = max(0.8, 2 - (last - first) / 4)
    axes.set_xlim(first - room, last + room)


def _name(number: int, unit: Unit) -> str:
    if unit == "year":
        return str(number)
    if unit == "month":
        return f"{number // 12}-{number % 12 + 1:02}"
    return date.fromordinal(number).isoformat()


def _heading(line: Timeline) -> str:
    text = f"Cooperation and conflict a {line.unit}: sums of scores; the numbers count facts"
    return f"{text} (without such a date: {line.unplaced})" if line.unplaced else text
