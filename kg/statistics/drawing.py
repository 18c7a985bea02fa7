"""The strongest actors as a network: a line a pair, coloured by the balance of what passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any

from kg.export.html.layout import arrange, strongest
from kg.export.html.quads import actor_kind
from kg.statistics.balance import PairBalance, pairs
from kg.statistics.curves import Box, Point, curvature
from kg.statistics.facts import Report
from kg.statistics.marks import BLUE, FAINT, INK, MARGIN, NEUTRAL, ORANGE, label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INCH = 92.0  # pixels of the layout
_DISC, _LINE, _LETTER = 30 / _INCH, 17 / _INCH, 6.5 / _INCH  # a mark, and parts of its label
_LEVEL = 0.2  # inches; a line that rises no more comes from aside
_LEGEND = 0.45  # inches beneath the lowest actor
_TEXT, _SMALL = 8.5, 8.0  # points
_A_LINE, _MANY = 3, 25  # lines drawn an actor; facts that make a mark or a line a large one
_EVEN = 0.2  # a balance as small is neither cooperation nor conflict
_COLOURS = {
    "mostly cooperation": BLUE,
    "mostly conflict": ORANGE,
    "even, or without a score": NEUTRAL,
}
_SHAPES = {"state": "o", "organisation": "s", "person": "^", "place": "h", "thing": "D"}


class Drawing:
    """Where the actors of some facts stand, and the size that they need in inches."""

    def __init__(self, facts: Sequence[Report], top: int) -> None:
        actors = {a.id: a for fact in facts for a in (fact.subject, fact.object)}
        self._labels = {id: label(actors[id].label) for id in sorted(actors)}
        self._kinds = {id: actor_kind(actor.type)[1] for id, actor in actors.items()}
        self._facts = Counter(id for fact in facts for id in fact.ends)
        self._aims = {
            (fact.subject.id, fact.object.id) for fact in facts if not fact.relation["symmetric"]
        }
        self._at, self._pairs, self.note = _places(self._labels, pairs(facts), top)
        self._most = max((self._facts[id] for id in self._at), default=0)
        self._widest = max((pair.facts for pair in self._pairs), default=0)
        self._raised = _raised(self._at, self._pairs)
        boxes = [self._box(id) for id in self._at] or [Box(0, 0, 1, 1)]
        self._left, self._right = min(box.left for box in boxes), max(box.right for box in boxes)
        self._top, self._bottom = max(b.top for b in boxes), min(b.bottom for b in boxes) - _LEGEND
        self.width = self._right - self._left + 2 * MARGIN
        self.height = self._top - self._bottom

    def draw(self, axes: Axes, width: float) -> None:
        """Draw it on axes that are so many inches wide."""
        axes.set_axis_off()
        middle = (self._left + self._right) / 2
        axes.set_xlim(middle - width / 2, middle + width / 2)
        axes.set_ylim(self._bottom, self._top)
        for pair in reversed(self._pairs):
            self._draw_line(axes, pair)
        for id in sorted(self._at):
            self._draw_actor(axes, id)
        if not self._at:
            axes.text(middle, 0.5, "No facts between actors", ha="center", color=FAINT)
        self._draw_legend(axes, width)

    def _draw_line(self, axes: Axes, pair: PairBalance) -> None:
        from matplotlib.patches import FancyArrowPatch

        one, other = pair.first_id, pair.second_id
        ends = self._mark(one), self._mark(other)
        around = [self._box(id) for id in self._at if id not in (one, other)]
        bent = curvature(*ends, around, [self._label_box(id) for id in (one, other)])
        head, tail = ((one, other) in self._aims, (other, one) in self._aims)
        axes.add_patch(
            FancyArrowPatch(
                *ends,
                arrowstyle=f"{'<|' if tail else ''}-{'|>' if head else ''}",
                connectionstyle=f"arc3,rad={bent}",
                shrinkA=self._size(one) / 2 + 2,
                shrinkB=self._size(other) / 2 + 2,
                mutation_scale=8,
                linewidth=0.5 + 2.5 * sqrt(pair.facts / max(self._widest, _MANY)),
                color=_COLOURS[_tone(pair)],
                alpha=0.85,
                zorder=1,
            )
        )

    def _draw_actor(self, axes: Axes, id: str) -> None:
        from matplotlib.patheffects import withStroke

        x, y = self._mark(id)
        axes.plot(
            x, y, marker=_SHAPES[self._kinds[id]], markersize=self._size(id),
            color=INK, markeredgecolor="white", zorder=2,
        )  # fmt: skip
        up, beside = (1, "bottom") if id in self._raised else (-1, "top")
        axes.text(
            x, y + up * _DISC / 2, self._labels[id], ha="center", va=beside, size=_TEXT, color=INK,
            linespacing=1.1, parse_math=False, zorder=3,
            path_effects=[withStroke(linewidth=2.5, foreground="white")],
        )  # fmt: skip

    def _draw_legend(self, axes: Axes, width: float) -> None:
        from matplotlib.lines import Line2D

        used = {self._kinds[id] for id in self._at}
        tones = {_tone(pair) for pair in self._pairs}
        lines = [Line2D([], [], color=c, lw=2, label=n) for n, c in _COLOURS.items() if n in tones]
        plain: dict[str, Any] = {"color": INK, "ls": "", "ms": 6}
        marks = [
            Line2D([], [], marker=m, label=n, **plain) for n, m in _SHAPES.items() if n in used
        ]
        axes.legend(
            handles=[*lines, *marks], loc="lower left", bbox_to_anchor=(MARGIN / width, 0),
            ncols=len(lines) + len(marks), frameon=False, fontsize=_SMALL, labelcolor=INK,
            borderaxespad=0, borderpad=0, columnspacing=1.4, handletextpad=0.5, handlelength=1.4,
        )  # fmt: skip

    def _mark(self, id: str) -> Point:
        """The middle of the actor's mark: the layout places the middle of mark and label."""
        x, y = self._at[id]
        return x, y + self._high(id) / (-2 if id in self._raised else 2)

    def _box(self, id: str) -> Box:
        """The room of mark and label."""
        (x, y), wide = self._at[id], self._wide(id)
        high = _DISC + self._high(id)
        return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def _label_box(self, id: str) -> Box:
        box = self._box(id)
        if id in self._raised:
            return box._replace(bottom=box.bottom + _DISC)
        return box._replace(top=box.top - _DISC)

    def _wide(self, id: str) -> float:
        return max(_DISC, _LETTER * max(map(len, self._labels[id].split("\n"))))

    def _high(self, id: str) -> float:
        return _LINE * (self._labels[id].count("\n") + 1)

    def _size(self, id: str) -> float:
        return 6 + 14 * sqrt(self._facts[id] / max(self._most, _MANY))


def _places(
    labels: dict[str, str], found: Sequence[PairBalance], top: int
) -> tuple[dict[str, Point], list[PairBalance], str]:
    """Positions of the strongest actors in inches, the lines among them, and what is left out."""
    ids = list(labels)
    number = {id: n for n, id in enumerate(ids)}
    ends = {pair: (number[pair.first_id], number[pair.second_id]) for pair in found}
    chosen = set(strongest([(*ends[pair], pair.facts) for pair in found], top))
    among = [pair for pair in found if chosen.issuperset(ends[pair])]
    kept = _strongest_lines(among, _A_LINE * len(chosen))
    points = arrange(list(labels.values()), [(*ends[p], p.facts) for p in kept], limit=top)
    at = {ids[n]: (x / _INCH, -y / _INCH) for n, (x, y) in points.items()}
    return at, kept, _note(len(at), len(ids), len(kept), len(among))


def _note(actors: int, of_actors: int, links: int, of_links: int) -> str:
    """What is left out of the drawing, where something is."""
    if actors == of_actors and links == of_links:
        return ""
    lines = f", and {links} of the {of_links} links among them" if links < of_links else ""
    return f"Drawn: the strongest {actors} of {of_actors} actors{lines}."


def _strongest_lines(among: Sequence[PairBalance], most: int) -> list[PairBalance]:
    """The pairs with most facts, and the strongest of each actor that would have none."""
    ordered = sorted(among, key=lambda p: (-p.facts, p.first_id, p.second_id))
    kept, joined = ordered[:most], {id for p in ordered[:most] for id in (p.first_id, p.second_id)}
    for pair in ordered[most:]:
        if not {pair.first_id, pair.second_id} <= joined:
            kept.append(pair)
            joined |= {pair.first_id, pair.second_id}
    return kept


def _raised(at: Mapping[str, Point], drawn: Iterable[PairBalance]) -> frozenset[str]:
    """The actors whose lines mostly come from below: their labels stand above their marks."""
    rise: Counter[str] = Counter()
    for pair in drawn:
        one, other = pair.first_id, pair.second_id
        up = at[other][1] - at[one][1]
        if abs(up) > _LEVEL:
            rise[one if up < 0 else other] -= 1
            rise[other if up < 0 else one] += 1
    return frozenset(id for id, steps in rise.items() if steps < 0)


def _tone(pair: PairBalance) -> str:
    cooperation, conflict, even = _COLOURS
    if pair.balance is None or abs(pair.balance) <= _EVEN:
        return even
    return cooperation if pair.balance > 0 else conflict
