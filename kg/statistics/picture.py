"""A graph as one picture: its strongest actors, and cooperation and conflict over time.

SVG or PNG. The same graph gives the same bytes: no date, no random name, no settings of the user.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from kg.errors import ExportError
from kg.graph.files import write_bytes
from kg.model import Corpus
from kg.statistics import balance, facts
from kg.statistics.balance import Unit
from kg.statistics.chart import draw_timeline
from kg.statistics.drawing import Drawing
from kg.statistics.facts import Report, Scope
from kg.statistics.marks import FAINT, INK, MARGIN, shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Panel = Literal["both", "network", "timeline"]
DRAWN = 25
_METADATA: dict[str, dict[str, str | None]] = {
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
    "png": {"Software": None},
}
_WIDTH, _CHART, _HEAD, _FOOT = 9.0, 3.2, 0.7, 0.6  # inches
_ASIDE, _TICKS, _TITLE = 0.8, 0.6, 0.5  # inches of the chart around its axes
_DPI = 200


def picture(
    corpus: Corpus,
    format: str,
    scope: Scope | None = None,
    *,
    title: str | None = None,
    top: int = DRAWN,
    unit: Unit | None = None,
    panel: Panel = "both",
) -> bytes:
    """The picture as the bytes of an SVG or PNG file; `top` is the number of actors drawn.

    It shows facts alone, those that `statistics` counts in the same scope.
    """
    if format not in _METADATA:
        raise ExportError(f"{format!r} is no picture: use one of {', '.join(_METADATA)}")
    if panel not in get_args(Panel):
        raise ExportError(f"{panel!r} is no panel: use one of {', '.join(get_args(Panel))}")
    scope = scope or Scope()
    found = facts.shown(facts.reports(corpus, scope), corpus, scope)
    with _settings():
        title = shown(title or _title(scope), 90)
        figure = _figure(found, title, top, unit=unit, panel=panel)
        out = io.BytesIO()
        metadata = {"Title": title} | _METADATA[format]
        figure.savefig(out, format=format, dpi=_DPI, metadata=metadata)
    return out.getvalue()


def write_picture(
    corpus: Corpus,
    path: Path,
    scope: Scope | None = None,
    *,
    title: str | None = None,
    top: int = DRAWN,
    unit: Unit | None = None,
    panel: Panel = "both",
) -> None:
    """Write the picture to a file whose ending is .svg or .png."""
    format_ = path.suffix.lower().removeprefix(".")
    if format_ not in _METADATA:
        raise ExportError(f"{path}: a picture ends in {' or '.join(f'.{e}' for e in _METADATA)}")
    data = picture(corpus, format_, scope, title=title, top=top, unit=unit, panel=panel)
    write_bytes([data], path)


@contextmanager
def _settings() -> Iterator[None]:
    """Settings that no file of the user changes; letters that the font lacks are drawn as boxes."""
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message=r"(?s)Glyph .* missing from", category=UserWarning
        )
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({"svg.hashsalt": "actorgraph", "font.family": "DejaVu Sans"})
        yield


def _figure(
    found: list[Report], title: str, top: int, *, unit: Unit | None, panel: Panel
) -> Figure:
    from matplotlib.figure import Figure

    told = [report for report in found if report.is_fact]
    drawing = Drawing(told, top) if panel != "timeline" else None
    width = max(_WIDTH, drawing.width) if drawing else _WIDTH
    network, chart = drawing.height if drawing else 0.0, _CHART if panel != "network" else 0.0
    height = _HEAD + network + chart + _FOOT
    figure = Figure(figsize=(width, height), facecolor="white")
    if drawing:
        at = (0.0, (_FOOT + chart) / height, 1.0, network / height)
        drawing.draw(figure.add_axes(at), width)
    if chart:
        left, right = _ASIDE / width, 1 - MARGIN / width
        at = (left, (_FOOT + _TICKS) / height, right - left, (chart - _TICKS - _TITLE) / height)
        draw_timeline(figure.add_axes(at), balance.timeline(told, unit))
    _write(figure, 1 - 0.35 / height, title, size=14, weight="bold", color=INK)
    for line, text in enumerate((_footnote(found, told), drawing.note if drawing else "")):
        _write(figure, (0.37 - 0.15 * line) / height, text, size=7.5, color=FAINT)
    return figure


def _write(figure: Figure, y: float, text: str, **style: Any) -> None:
    """A line of text at the left margin."""
    left = MARGIN / figure.get_figwidth()
    figure.text(left, y, text, ha="left", va="center", parse_math=False, **style)


def _title(scope: Scope) -> str:
    whom = " and ".join(scope.pair) if scope.pair else scope.actor
    title = f"{whom}: who does what to whom" if whom else "Who does what to whom"
    if scope.since and scope.until:
        return f"{title}, {scope.since} – {scope.until}"
    if scope.since:
        return f"{title}, {scope.since} and later"
    return f"{title}, until {scope.until}" if scope.until else title


def _footnote(found: list[Report], told: list[Report]) -> str:
    return (
        f"Facts, as authors tell them: {len(told)} of {len(found)} claims. "
        "Left out: what is quoted, denied, planned, supposed or questioned."
    )
