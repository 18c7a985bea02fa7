"""Lines that bend around what they should not cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
_BENDS = (0.08, -0.08, 0.0, 0.18, -0.18, 0.3, -0.3)  # shares of the line's length, the best first
_STEPS = 40
_OWN = 0.25  # what a point on a label of its own ends costs, next to one on a label of others


class Box(NamedTuple):
    """A rectangle with sides along the axes."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies in it."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


def curvature(start: Point, end: Point, around: Sequence[Box], own: Sequence[Box]) -> float:
    """The bend that keeps a line clear of most: how far its middle lies aside.

    `around` are boxes of others, `own` those of the labels at its ends.
    """

    def cost(bend: float) -> float:
        points = [_point(start, end, bend, step / _STEPS) for step in range(1, _STEPS)]
        hit = sum(any(box.holds(point) for box in around) for point in points)
        return hit + _OWN * sum(any(box.holds(point) for box in own) for point in points)

    return min(_BENDS, key=cost)


def _point(start: Point, end: Point, bend: float, share: float) -> Point:
    """A point of the quadratic curve that matplotlib draws as "arc3"."""
    (x1, y1), (x2, y2) = start, end
    x = (x1 + x2) / 2 + bend * (y2 - y1)
    y = (y1 + y2) / 2 - bend * (x2 - x1)
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * x1 + b * x + c * x2, a * y1 + b * y + c * y2
