"""How far probabilities and outcomes agree: scores, a table by ranges, and its diagram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_SIZE, _MARGIN = 320, 48
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims with a probability in [low, high): its mean, and how many of them are right."""

    low: float
    high: float
    claims: int
    mean: float
    right: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.claims

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of that share (Wilson 1927)."""
        n, p = self.claims, self.share
        centre, width = p + _Z**2 / (2 * n), _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n))
        scale = 1 + _Z**2 / n
        return (centre - width) / scale, (centre + width) / scale


def brier(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """The mean squared distance of the probabilities from the outcomes (Brier 1950)."""
    return sum((p - y) ** 2 for p, y in zip(probabilities, right, strict=True)) / len(right)


def log_loss(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """The mean negative logarithm of the probability of what is the case."""
    pairs = zip(probabilities, right, strict=True)
    return -sum(log(p if y else 1 - p) for p, y in pairs) / len(right)


def bins(probabilities: Sequence[float], right: Sequence[bool]) -> Iterator[Bin]:
    """The ranges that hold a claim; the last range holds 1 too."""
    pairs = list(zip(probabilities, right, strict=True))
    for low, high in pairwise(EDGES):
        inside = [(p, y) for p, y in pairs if low <= p < high or p == high == 1]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            yield Bin(low, high, len(inside), mean, sum(y for _, y in inside))


def calibration_error(table: Sequence[Bin]) -> float:
    """The mean distance of probability and share over the bins, weighted by their claims."""
    total = sum(bin_.claims for bin_ in table)
    return sum(bin_.claims * abs(bin_.mean - bin_.share) for bin_ in table) / total


def markdown(table: Sequence[Bin]) -> str:
    """The table in Markdown."""
    head = "| probability | claims | mean | right | share | 95 % interval |\n"
    return head + "|---|--:|--:|--:|--:|---|\n" + "".join(map(_row, table))


def _row(bin_: Bin) -> str:
    low, high = bin_.interval
    return (
        f"| {bin_.low:.1f} to {bin_.high:.1f} | {bin_.claims} | {bin_.mean:.3f} | {bin_.right} "
        f"| {bin_.share:.3f} | {low:.3f} to {high:.3f} |\n"
    )


def diagram(table: Sequence[Bin]) -> str:
    """The table as an SVG picture: the nearer to the diagonal, the better calibrated."""
    side = _SIZE + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img"',
        f'width="{side}" height="{side}" font-family="sans-serif" font-size="12" fill="#222">',
        "<title>Reliability of confidence on held-out articles</title>",
        f'<rect width="{side}" height="{side}" fill="#fff"/>',
        *_axes(),
        f'<path d="M{_at(0, 0)}L{_at(1, 1)}" stroke="#888" stroke-dasharray="5 4"/>',
        *(part for bin_ in table for part in _point(bin_)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _at(x: float, y: float) -> str:
    return f"{_MARGIN + _SIZE * x:.1f} {_MARGIN + _SIZE * (1 - y):.1f}"


def _axes() -> Iterator[str]:
    middle, end = _MARGIN + _SIZE / 2, _MARGIN + _SIZE
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        x, y = _at(tick, tick).split()
        yield f'<path d="M{_at(tick, 0)}V{_MARGIN}M{_at(0, tick)}H{end}" stroke="#e4e4e4"/>'
        yield f'<text x="{x}" y="{end + 16}" text-anchor="middle">{tick:.1f}</text>'
        yield f'<text x="{_MARGIN - 6}" y="{float(y) + 4:.1f}" text-anchor="end">{tick:.1f}</text>'
    yield f'<text x="{middle}" y="{end + 36}" text-anchor="middle">predicted probability</text>'
    yield (
        f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">'
        "share of claims that are right</text>"
    )


def _point(bin_: Bin) -> Iterator[str]:
    low, high = bin_.interval
    x, y = _at(bin_.mean, bin_.share).split()
    yield f'<path d="M{_at(bin_.mean, low)}L{_at(bin_.mean, high)}" stroke="#0b62a4"/>'
    hint = f"<title>{bin_.claims} claims</title>"
    yield f'<circle cx="{x}" cy="{y}" r="5" fill="#0b62a4">{hint}</circle>'
