"""Places actors on a plane: linked ones near each other, no two labels on top of one another.

Stress majorization, then pushing overlapping labels apart. The strongest actors are placed first,
as if they were alone, and the others around them: a picture of a few and a picture of many show
the same country. It uses elementwise arithmetic, square
roots and a seeded generator of the standard library alone, and rounds at each step: the result is
the same on every machine.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Link = tuple[int, int, int]

SEED = 20230908
_TRIES, _ROUNDS, _PUSHES = 3, 120, 250
_CHAR, _LINE, _DISC = 7.4, 17.0, 30.0
_ROOMS = (0.45, 0.12)
_WRAP, _ROOM, _ASPECT, _UNIT, _STRETCH = 17, 11_500.0, 1.25, 70.0, 1.4


def arrange(
    labels: Sequence[str], links: Iterable[Link], *, limit: int = 300, core: int = 48
) -> dict[int, tuple[int, int]]:
    """Positions in pixels of the `limit` strongest actors; a link is (index, index, weight)."""
    links = [link for link in links if link[0] != link[1]]
    chosen = strongest(links, limit)
    if not chosen:
        return {}
    at = {index: row for row, index in enumerate(chosen)}
    kept = [(at[a], at[b], weight) for a, b, weight in links if a in at and b in at]
    boxes = _boxes([labels[index] for index in chosen])
    points = _middle(min(core, len(chosen)), kept, boxes)
    if len(chosen) > core:
        points = _push_apart(_around(points, _distances(len(chosen), kept)), boxes)
    placed = zip(chosen, points.T.tolist(), strict=True)
    return {index: (round(x), round(y)) for index, (x, y) in placed}


def _middle(count: int, links: Iterable[Link], boxes: Array) -> Array:
    """The first actors, placed as if there were no others."""
    among = [link for link in links if max(link[:2]) < count]
    points = _spread(_distances(count, among))
    return _push_apart(_scaled(_airy(_turned(points))), boxes[:, :count])


def _around(middle: Array, distance: Array) -> Array:
    """The points in the middle, moved away from one another, and the others among them."""
    held, count = middle.shape[1], len(distance)
    fixed = _rounded(middle * np.sqrt(count / held), 3)
    weight = _weights(distance)
    inner = weight[:held, :held] * distance[:held, :held]
    unit = round(float((inner * _lengths(fixed)).sum() / (inner * distance[:held, :held]).sum()), 3)
    generator = Random(SEED)
    start = [[generator.random() * unit for _ in range(count - held)] for _ in range(2)]
    points = np.concatenate([fixed, np.array(start)], axis=1)
    for _ in range(_ROUNDS // 2):
        points = _step(points, distance * unit, weight)
        points[:, :held] = fixed
    return points


def strongest(links: Iterable[Link], limit: int) -> list[int]:
    """The actors with most claims, at most `limit`, strongest first; those without any stay out."""
    strength: Counter[int] = Counter()
    for a, b, weight in links:
        strength[a] += weight
        strength[b] += weight
    return sorted(strength, key=lambda index: (-strength[index], index))[:limit]


def _distances(count: int, links: Iterable[Link]) -> Array:
    """Graph distances; links between well-connected actors are longer: each needs room around."""
    near: list[set[int]] = [set() for _ in range(count)]
    for a, b, _ in links:
        near[a].add(b)
        near[b].add(a)
    distance = np.full((count, count), np.inf)
    for a, neighbours in enumerate(near):
        distance[a, a] = 0
        for b in neighbours:
            few, many = sorted((len(neighbours), len(near[b])))
            distance[a, b] = 1 + _ROOMS[0] * np.sqrt(few) + _ROOMS[1] * np.sqrt(many)
    for middle in range(count):
        distance = np.minimum(distance, distance[:, middle, None] + distance[middle])
    reached = distance[np.isfinite(distance)]
    distance[np.isinf(distance)] = max(reached.max() * 0.45, 1)
    return distance


def _spread(distance: Array) -> Array:
    """Points whose distances fit the given ones best, from a few seeded starts."""
    count, weight = len(distance), _weights(distance)
    best, least = np.zeros((2, count)), np.inf
    for start in range(_TRIES):
        generator = Random(SEED + start)
        points = np.array([[generator.random() for _ in range(count)] for _ in range(2)])
        for _ in range(_ROUNDS):
            points = _step(points, distance, weight)
        stress = _stress(points, distance, weight)
        if stress < least:
            best, least = points, stress
    return best


def _weights(distance: Array) -> Array:
    """How much a distance matters: near ones more."""
    alone = np.eye(len(distance))
    weight: Array = 1 / np.square(distance + alone) * (1 - alone)
    return weight


def _rounded(points: Array, places: int) -> Array:
    rounded: Array = np.round(points, places)
    return rounded


def _lengths(points: Array) -> Array:
    x, y = points
    length: Array = np.sqrt(np.square(x[:, None] - x) + np.square(y[:, None] - y))
    return length


def _step(points: Array, distance: Array, weight: Array) -> Array:
    """Each point moves to where the others, on average, want it."""
    pull = weight * distance / np.maximum(_lengths(points), 1e-6)
    total = np.maximum(weight.sum(axis=0), 1e-9)
    others, own = weight - pull, pull.sum(axis=0)
    moved = [(others * axis[:, None]).sum(axis=0) + axis * own for axis in points]
    return _rounded(np.array(moved) / total, 7)


def _stress(points: Array, distance: Array, weight: Array) -> float:
    return round(float((np.square(_lengths(points) - distance) * weight).sum()), 6)


def _turned(points: Array) -> Array:
    """The points with their longest direction from left to right."""
    x, y = points - (points.sum(axis=1) / points.shape[1])[:, None]
    across, down, both = (x * x).sum(), (y * y).sum(), (x * y).sum()
    half = (across - down) / 2
    length = np.sqrt(half * half + both * both)
    axis = np.array([half + length, both]) if length + half > 1e-9 else np.array([0.0, 1.0])
    right, up = axis / np.sqrt((axis * axis).sum())
    return _rounded(np.array([x * right + y * up, y * right - x * up]), 7)


def _airy(points: Array) -> Array:
    """The points with more room in the middle, where most lines meet, and less at the rim."""
    distance = np.sqrt(np.square(points).sum(axis=0))
    wide = np.maximum(distance / max(float(distance.max()), 1e-9), 1e-9)
    return _rounded(points / np.sqrt(np.sqrt(wide)), 7)


def _scaled(points: Array) -> Array:
    """Centred, with the same room for each actor however many; stretched a little to fill it."""
    low, high = points.min(axis=1), points.max(axis=1)
    centred = points - ((low + high) / 2)[:, None]
    area = points.shape[1] * _ROOM
    size = np.array([np.sqrt(area * _ASPECT), np.sqrt(area / _ASPECT)])
    factors = size / np.maximum(high - low, 1e-6)
    least = max(float(factors.min()), _UNIT)
    return _rounded(centred * np.minimum(factors, least * _STRETCH).clip(least)[:, None], 3)


def _boxes(labels: Sequence[str]) -> Array:
    return np.array([_box(columns(label)) for label in labels]).T


def _box(width: int) -> tuple[float, float]:
    lines = min(3, -(-width // _WRAP))
    return max(min(width, _WRAP) * _CHAR, _DISC) + 10, _DISC + lines * _LINE


def columns(text: str) -> int:
    """Columns that the text takes on a grid: combining marks none, wide characters two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _push_apart(points: Array, boxes: Array) -> Array:
    """Move overlapping boxes apart, each pair along the axis that needs less."""
    wide, high = ((side[:, None] + side) / 2 for side in boxes)
    apart = np.eye(points.shape[1], dtype=bool)
    first = np.triu(np.ones(wide.shape)) * 2 - 1
    for _ in range(_PUSHES):
        right, down = (axis[:, None] - axis for axis in points)
        across, along = wide - np.abs(right), high - np.abs(down)
        hit = (across > 0) & (along > 0) & ~apart
        if not hit.any():
            break
        x = np.where(right == 0, first, np.sign(right)) * across * (hit & (across <= along))
        y = np.where(down == 0, first, np.sign(down)) * along * (hit & (across > along))
        points = _rounded(points + 0.35 * np.array([x.sum(axis=1), y.sum(axis=1)]), 3)
    return points
