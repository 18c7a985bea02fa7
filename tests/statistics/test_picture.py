"""Pictures: the same bytes for the same graph, labels apart, colours that everybody tells apart."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from kg.errors import ExportError
from kg.graph.files import read_corpus
from kg.model import Actor, Corpus
from kg.statistics import Scope, marks
from kg.statistics.drawing import Drawing
from kg.statistics.facts import reports
from kg.statistics.picture import Panel, picture, write_picture
from tests.export.html.hostile import PAYLOADS
from tests.export.html.test_colours import Rgb, contrast, difference, seen
from tests.statistics.world import claim, corpus, unfactual

EXPORTS = Path(__file__).parents[2] / "exports" / "statements.jsonl"
SMALL = corpus(
    claim("A", "attacks", "B", "2023-01"),
    claim("A", "givesAidTo", "C", "2023-02"),
    claim("C", "memberOf", "B"),
)


def drawn(graph: Corpus, top: int) -> Figure:
    """The network alone, on a figure of its size."""
    facts = [report for report in reports(graph, Scope()) if report.is_fact]
    drawing = Drawing(facts, top)
    figure = Figure(figsize=(drawing.width, drawing.height))
    drawing.draw(figure.add_axes((0, 0, 1, 1)), drawing.width)
    return figure


def labels(graph: Corpus, top: int = 25) -> list[str]:
    """The labels of the actors that are drawn."""
    return [text.get_text() for text in drawn(graph, top).axes[0].texts]


def title(scope: Scope) -> str:
    """The title of a picture of a scope."""
    root = ElementTree.fromstring(picture(SMALL, "svg", scope, panel="timeline"))
    return root.findtext(".//{http://purl.org/dc/elements/1.1/}title", "")


def shapes(graph: Corpus, panel: Literal["network", "timeline"]) -> list[str | None]:
    """All that is drawn but the words above and below."""
    root = ElementTree.fromstring(picture(graph, "svg", panel=panel))
    axes = root.find(".//{*}g[@id='axes_1']")
    assert axes is not None
    return [element.get("d") for element in axes.iter()]


def linear(colour: str) -> Rgb:
    """A colour as linear RGB."""
    values = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return r, g, b


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("axes.facecolor: red\nfont.size: 40\nsvg.hashsalt: x\n")
    code = (
        "import sys; from pathlib import Path; from kg.graph.files import read_corpus; "
        "from kg.statistics.picture import write_picture; "
        "graph, *paths = map(Path, sys.argv[1:]); "
        "[write_picture(read_corpus(graph), path) for path in paths]"
    )
    paths = [tmp_path / "graph.svg", tmp_path / "graph.png"]
    subprocess.run(
        [sys.executable, "-c", code, EXPORTS, *paths],
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "MPLBACKEND": "svg"},
        cwd=tmp_path,  # where matplotlib looks for its settings
        check=True,
    )
    for path in paths:
        assert path.read_bytes() == picture(read_corpus(EXPORTS), path.suffix[1:])


def test_a_picture_tells_neither_date_nor_program() -> None:
    root = ElementTree.fromstring(picture(SMALL, "svg", title="A & <B>"))
    words = " ".join(text.strip() for text in root.itertext() if text.strip())
    assert words.startswith("A & <B>")
    assert not {element.tag.rpartition("}")[2] for element in root.iter()} & {"date", "creator"}
    assert not root.findall(".//{*}script")
    with Image.open(io.BytesIO(picture(SMALL, "png"))) as image:
        assert set(image.info) <= {"Title", "dpi"}
        assert min(image.size) > 500


def test_what_is_no_fact_is_not_drawn() -> None:
    facts = [claim("A", "attacks", "B", "2023-01"), claim("B", "meets", "C", "2023-02")]
    plain, mixed = corpus(*facts), corpus(*facts, *unfactual())
    for panel in ("network", "timeline"):
        one, other = (shapes(graph, panel) for graph in (plain, mixed))
        assert one == other


def test_the_strongest_are_drawn_and_none_stands_alone() -> None:
    graph = corpus(
        *(claim("A", "attacks", "B", str(year)) for year in (2021, 2022, 2023)),
        *(claim("C", "attacks", "D", str(year)) for year in (2021, 2022)),
        claim("E", "attacks", "A"),
    )
    assert set(labels(graph, 4)) == {"A", "B", "C", "D"}
    assert set(labels(graph, 3)) == {"A", "B"}  # C without its D


def test_of_many_lines_the_strongest_are_drawn_and_one_for_everybody() -> None:
    many = "ABCDEFGHIJ"
    among = [claim(a, "attacks", b, str(y)) for a in many for b in many if a < b for y in (2, 3)]
    facts = reports(corpus(*among, claim("A", "attacks", "K")), Scope())
    drawing = Drawing(facts, 11)
    assert drawing.note == (
        "Drawn: the strongest 11 of 11 actors, and 34 of the 46 links among them."
    )  # three lines an actor, and the one of K
    assert Drawing(facts, 2).note == "Drawn: the strongest 2 of 11 actors."
    assert Drawing(facts[:1], 2).note == ""


def test_labels_do_not_cover_one_another() -> None:
    figure = drawn(read_corpus(EXPORTS), 25)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert len(boxes) > 20
    assert [1 for one, other in combinations(boxes, 2) if one.overlaps(other)] == []


def test_any_text_can_be_drawn() -> None:
    names = [*PAYLOADS, "$x_1$", r"\frac{1}{2}", "中国", "Հայաստան", "\ud800", "", "\n"]
    claims = [
        claim("A", "attacks", Actor(f"actor{number}", f"{name} {number}", "Country"), "2023-01")
        for number, name in enumerate(names)
        if "\ud800" not in name  # a document, which is hashed as UTF-8, has no lone surrogates
    ]
    root = ElementTree.fromstring(
        picture(corpus(*claims), "svg", title="$x$ \ud800 <b>", top=len(claims) + 1)
    )
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"script", "image", "a", "foreignObject"}
    assert all(marks.label(name) for name in names)


@pytest.mark.parametrize("name", ["The Lachin Corridor", "W" * 3000, "word " * 90, "中国" * 40])
def test_labels_are_three_short_lines_at_most(name: str) -> None:
    lines = marks.label(name).split("\n")
    assert len(lines) <= 3
    assert max(map(len, lines)) <= 17


@pytest.mark.parametrize("panel", ["both", "network", "timeline"])
def test_a_graph_without_facts_is_drawn_as_such(panel: Panel) -> None:
    assert picture(corpus(*unfactual()), "svg", panel=panel).startswith(b"<?xml")
    assert labels(corpus()) == ["No facts between actors"]


def test_the_title_says_what_is_shown() -> None:
    scope = Scope(pair=("A", "B"), since="2023", until="2024-02")
    assert title(scope) == "A and B: who does what to whom, 2023 – 2024-02"
    assert title(Scope(actor="C", since="2023")) == "C: who does what to whom, 2023 and later"
    assert title(Scope(until="2023")) == "Who does what to whom, until 2023"
    assert title(Scope()) == "Who does what to whom"


def test_a_picture_ends_in_svg_or_png(tmp_path: Path) -> None:
    write_picture(SMALL, tmp_path / "graph.SVG", panel="timeline")
    assert (tmp_path / "graph.SVG").read_text().startswith("<?xml")
    with pytest.raises(ExportError, match=r"graph.gif: a picture ends in .svg or .png"):
        write_picture(SMALL, tmp_path / "graph.gif")
    with pytest.raises(ExportError, match="'pdf' is no picture"):
        picture(SMALL, "pdf")
    with pytest.raises(ExportError, match="'map' is no panel"):
        picture(SMALL, "svg", panel="map")  # type: ignore[arg-type]


@pytest.mark.parametrize("eyes", ["by most", "without red", "without green"])
def test_colours_are_told_apart(eyes: str) -> None:
    groups = (
        (marks.BLUE, marks.ORANGE, marks.NEUTRAL),
        (marks.SAID_BLUE, marks.DONE_BLUE, marks.SAID_ORANGE, marks.DONE_ORANGE),
    )
    for group in groups:
        for one, other in combinations(map(linear, group), 2):
            assert difference(seen(one, eyes), seen(other, eyes)) >= 20


def test_words_and_lines_stand_out_from_the_paper() -> None:
    paper = linear("#ffffff")
    for colour in (marks.INK, marks.FAINT):
        assert contrast(linear(colour), paper) >= 4.5
    for colour in (marks.BLUE, marks.ORANGE):
        assert contrast(linear(colour), paper) >= 3
