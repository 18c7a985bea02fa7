"""What a reader takes out of the explorer page: links, notes, tables, pictures, paper."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from kg.model import Actor
from tests.export.html.conftest import Open
from tests.export.html.corpus import actors, corpus, gather
from tests.export.html.doing import CY, download, drawn, search, with_subject


def test_the_table_is_saved_for_spreadsheets(open_page: Open) -> None:
    formula = Actor("formula", '=HYPERLINK("x")', "Country")
    [claim] = [c for c in corpus().claims() if c.subject.actor.id == "thales"]
    opened = open_page(of=gather(actors(), [with_subject(claim, formula)]))
    text = download(opened, "Save table (CSV)").decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert row["subject"] == '\'=HYPERLINK("x")'
    assert row["relation"] == "supplies weapons to"
    assert row["publisher"] == "Sample Herald"


@pytest.mark.parametrize(
    "view",
    [
        "#focus=russia&select=actor,russia",
        "#path=thales,iran",
        "#view=table&status=negated,planned&sort=date,down",
        "#select=pair,armenia,russia&theme=dark",
        "#relation=suppliesWeaponsTo&from=2023-09-01&to=2023-12-31&q=armenia",
        "#hide=russia&pin=iran,10,20&note=actor%3Airan,look%20again",
        "#camera=10,20,1.5",
        "#select=pair,armenia,russia&show=10",
    ],
)
def test_a_link_brings_the_view_back(open_page: Open, view: str) -> None:
    opened = open_page(view)
    opened.page.get_by_role("button", name="Light or dark").click()
    opened.page.get_by_role("button", name="Light or dark").click()
    again = open_page(opened.state())
    assert again.state() == opened.state()
    assert drawn(again) == drawn(opened)
    assert again.page.inner_text("#counts") == opened.page.inner_text("#counts")
    assert again.page.inner_text("#panel") == opened.page.inner_text("#panel")
    for part in view[1:].split("&"):
        assert part in opened.state()


def test_back_returns_to_the_view_before(open_page: Open) -> None:
    opened = open_page()
    search(opened, "Georgia")
    opened.page.keyboard.press("Enter")
    assert len(drawn(opened)) == 2
    opened.page.go_back()
    opened.page.wait_for_function(f"{CY}.nodes().length === 53")


def test_notes_travel_in_the_link_and_as_a_file(open_page: Open) -> None:
    opened = open_page("#select=actor,iran")
    opened.page.get_by_label("Note").fill("ask again, 50% sure & more")
    again = open_page(opened.state())
    expect(again.page.get_by_label("Note")).to_have_value("ask again, 50% sure & more")
    saved = json.loads(download(again, "Save notes"))
    assert saved == {"actor:iran": "ask again, 50% sure & more"}


def test_pictures_carry_legend_date_and_sources(open_page: Open) -> None:
    opened = open_page("#relation=suppliesWeaponsTo")
    root = ElementTree.fromstring(download(opened, "Save picture (SVG)"))
    words = " ".join(root.itertext())
    for expected in (
        "An invented example", "Relation: supplies weapons to", "material conflict", "negated",
        "9 articles", "3 publishers", "2023-05-18 to 2023-10-23", "Drawn on", "Thales",
    ):  # fmt: skip
        assert expected in words
    assert not root.findall(".//{*}script")
    assert not [e for e in root.iter() if any("style" in key for key in e.attrib)]


def test_a_picture_taken_from_the_table_shows_what_passes_now(open_page: Open) -> None:
    opened = open_page("#view=table")
    opened.page.locator(".option", has_text="supplies weapons to").click()
    words = " ".join(ElementTree.fromstring(download(opened, "Save picture (SVG)")).itertext())
    assert "Thales" in words
    assert "7 actors drawn" in words
    assert "Georgia" not in words


def test_a_png_is_not_blank(open_page: Open) -> None:
    opened = open_page()
    image = Image.open(io.BytesIO(download(opened, "Save picture (PNG)"))).convert("RGB")
    assert image.width >= 1200
    red, _, blue = np.moveaxis(np.asarray(image).astype(int), 2, 0)
    assert (blue > red + 60).sum() > 1000, "blue, for cooperation"
    assert (red > blue + 60).sum() > 1000, "orange, for conflict"
    assert opened.requests == []


def test_print_has_the_picture_in_light_colours(open_page: Open) -> None:
    opened = open_page("#theme=dark")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    picture = opened.page.locator("#print svg")
    expect(picture).to_be_visible()
    assert picture.locator("rect").first.get_attribute("fill") == "#ffffff"
    expect(opened.page.locator("header")).to_be_hidden()


def test_the_page_works_inside_a_sandboxed_frame(open_page: Open, page_file: Path) -> None:
    opened = open_page()
    opened.page.goto("about:blank")
    opened.page.evaluate(
        "(html) => { const f = document.createElement('iframe'); f.sandbox = 'allow-scripts';"
        " f.width = 900; f.height = 600; f.srcdoc = html; document.body.append(f); }",
        page_file.read_text(encoding="utf-8"),
    )
    frame = opened.page.frame_locator("iframe")
    frame.locator("body[data-ready]").wait_for()
    frame.locator(".option", has_text="negated").click()
    expect(frame.locator("#counts")).to_contain_text("7 of 149 claims")
    assert opened.errors == []
