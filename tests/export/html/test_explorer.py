"""What a reader does with the explorer page, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kg.model import Actor, Corpus
from tests.export.html.conftest import Open
from tests.export.html.corpus import actors, corpus, gather
from tests.export.html.doing import CY, actor, drawn, line, point_of, search, with_subject


def test_the_page_asks_nothing_of_a_network(open_page: Open) -> None:
    opened = open_page()
    opened.page.get_by_role("button", name="Azerbaijan displaces").click()
    opened.page.get_by_role("button", name="Table").click()
    opened.page.get_by_role("button", name="Graph").click()
    assert opened.requests == []
    assert opened.errors == []


def test_the_picture_shows_the_actors_that_do_something(open_page: Open) -> None:
    opened = open_page()
    names = drawn(opened)
    assert {"Russia", "Armenia", "صحيفة الشرق"} <= names
    assert "Azerbaijani Defence Ministry" not in names, "it only speaks"
    assert "149 claims · 117 relations · 100 articles" in opened.page.inner_text("#counts")


@pytest.mark.parametrize(
    ("view", "size", "least"),
    [
        ("", (1280, 800), 40),
        ("#select=actor,armenia", (1280, 800), 12),
        ("#focus=armenia", (1280, 800), 20),
        ("", (320, 640), 8),
        ("#select=actor,armenia", (320, 640), 5),
    ],
)
def test_labels_do_not_lie_on_one_another(
    open_page: Open, view: str, size: tuple[int, int], least: int
) -> None:
    opened = open_page(view, size=size)
    script = (
        f"{CY}.nodes().filter((n) => n.data('side')).map((n) => {{ const b = n.renderedBoundingBox("
        "{ includeNodes: false, includeOverlays: false, includeEdges: false });"
        " return [b.x1 + 4, b.y1 + 4, b.x2 - 4, b.y2 - 4]; })"
    )
    boxes = opened.page.evaluate(script)
    assert len(boxes) >= least
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Moscow", "Russia"),
        ("pashinian", "Nikol Pashinyan"),
        ("azerbajan", "Azerbaijan"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("الشرق", "صحيفة الشرق"),
        ("csto", "Collective Security Treaty Organization"),
    ],
)
def test_search_knows_aliases_and_forgives_typing_errors(
    open_page: Open, typed: str, found: str
) -> None:
    opened = open_page()
    search(opened, typed)
    expect(opened.page.locator("#found li").first).to_contain_text(found)
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text(found)
    assert found in drawn(opened)


def test_search_finds_relations_and_sentences(open_page: Open) -> None:
    opened = open_page()
    search(opened, "supplies weapons")
    opened.page.locator("#found li", has_text="supplies weapons to").click()
    assert "10 of 149 claims" in opened.page.inner_text("#counts")
    assert drawn(opened) == {
        "Armenia", "Azerbaijan", "France", "India", "Israel", "Russia", "Thales",
    }  # fmt: skip
    search(opened, "did not deliver")
    opened.page.locator("#found li", has_text="Sentences with").click()
    assert opened.count("#table tbody tr") == 1


def test_search_says_when_there_is_nothing(open_page: Open) -> None:
    opened = open_page()
    search(opened, "qqqqqq")
    expect(opened.page.locator("#found")).to_have_text("Nothing found")


def test_an_actor_alone_with_its_neighbours(open_page: Open) -> None:
    opened = open_page("#focus=iran&select=actor,iran")
    assert drawn(opened) == {"Iran", "Armenia", "Azerbaijan", "Syunik", "صحيفة الشرق"}
    opened.page.get_by_role("button", name="All actors").click()
    assert len(drawn(opened)) == 53


def test_expand_and_collapse(open_page: Open) -> None:
    opened = open_page("#focus=thales&select=actor,armenia")
    assert drawn(opened) == {"Thales", "Armenia"}
    opened.page.get_by_role("button", name="Expand").click()
    assert {"Russia", "India"} <= drawn(opened)
    opened.page.get_by_role("button", name="Collapse").click()
    assert drawn(opened) == {"Thales", "Armenia"}


def test_paths_between_two_actors(open_page: Open) -> None:
    opened = open_page("#select=actor,thales")
    opened.page.get_by_role("button", name="Path to …").click()
    search(opened, "Belarus")
    opened.page.keyboard.press("Enter")
    panel = opened.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Thales to Belarus")
    expect(panel).to_contain_text("3 steps")
    assert drawn(opened) == {
        "Thales", "Armenia", "Collective Security Treaty Organization", "Belarus",
    }  # fmt: skip


def test_pin_and_hide(open_page: Open) -> None:
    opened = open_page("#select=actor,iran")
    opened.page.get_by_role("button", name="Pin").click()
    assert "pin=iran," in opened.state()
    x, y = point_of(opened, actor("Georgia"))
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 40, y + 30, steps=4)
    opened.page.mouse.up()
    assert "georgia," in opened.state()
    opened.page.get_by_role("button", name="Hide").click()
    assert "Iran" not in drawn(opened)
    expect(opened.page.locator("#filter-bar")).to_contain_text("hidden: Iran")


def test_parallel_relations_are_one_line_that_opens(open_page: Open) -> None:
    opened = open_page("#focus=russia")
    between = f"{actor('Russia')}.edgesWith({actor('Armenia')}).length"
    assert opened.page.evaluate(between) == 1
    opened.page.mouse.click(*point_of(opened, line("Russia", "Armenia")))
    expect(opened.page.locator("#panel")).to_contain_text("6 relations")
    assert opened.page.evaluate(between) == 6
    assert drawn(opened) == {"Russia", "Armenia"}
    middles = opened.page.evaluate(f"{CY}.edges().map((e) => Math.round(e.renderedMidpoint().y))")
    assert len(set(middles)) == 6, "no line lies on another"
    weapons = f"{CY}.edges().filter((e) => e.data('name').startsWith('supplies weapons'))[0]"
    opened.page.mouse.click(*point_of(opened, weapons))
    opened_group = opened.page.locator("#panel .group.chosen")
    expect(opened_group.locator("summary").first).to_contain_text(
        "Russia supplies weapons to Armenia"
    )
    expect(opened_group.locator(".side.is-negated")).to_be_visible()
    opened.page.keyboard.press("Escape")
    assert len(drawn(opened)) > 2


def test_a_card_says_what_the_mouse_is_over(open_page: Open) -> None:
    opened = open_page()
    card = opened.page.locator("#hover")
    opened.page.mouse.move(*point_of(opened, actor("Iran")))
    expect(card).to_contain_text("Iran")
    expect(card).to_contain_text("6 relations with 4 actors")
    opened.page.mouse.move(*point_of(opened, line("Thales", "Armenia")))
    expect(card).to_contain_text("Thales supplies weapons to Armenia")
    opened.page.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_a_line_leads_to_its_sentence(open_page: Open) -> None:
    opened = open_page("#focus=thales")
    opened.page.mouse.click(*point_of(opened, line("Thales", "Armenia")))
    card = opened.page.locator("#panel .claim")
    expect(card.locator("mark.subject")).to_have_text("Thales")
    expect(card.locator("mark.cue")).to_have_text("delivered weapons to")
    expect(card.locator("mark.object")).to_have_text("Armenia")
    expect(card.locator(".source")).to_contain_text("Sample Herald")
    expect(card.locator(".source")).to_contain_text("2023-10-23")
    link = card.locator(".source a")
    assert link.get_attribute("href") == "https://news.example/sample-herald-2023-10-23"
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"
    card.locator("summary", has_text="Why").click()
    expect(card.locator(".why")).to_contain_text("suppliesWeaponsTo/verb")
    expect(card.locator(".why")).to_contain_text("PLOVER AID")
    expect(card.locator(".why")).to_contain_text("label of the gazetteer")


def test_contested_statements_stand_side_by_side(open_page: Open) -> None:
    opened = open_page()
    opened.page.get_by_role("button", name="Russia supplies weapons to Armenia").click()
    says = opened.page.locator(".side.is-asserted")
    denies = opened.page.locator(".side.is-negated")
    expect(says).to_contain_text("2 claims · 2 articles · 2 publishers")
    expect(says).to_contain_text("Russian Foreign Ministry")
    expect(denies).to_contain_text("1 claim · 1 article · 1 publisher")
    expect(denies).to_contain_text("Nikol Pashinyan")
    expect(denies.locator("mark.scope")).to_have_text("did not")


def test_facets_count_what_they_would_leave(open_page: Open) -> None:
    opened = open_page()
    negated = opened.page.locator(".option", has_text="negated")
    expect(negated.locator(".count")).to_have_text("7")
    negated.click()
    assert "7 of 149 claims" in opened.page.inner_text("#counts")
    expect(opened.page.locator(".option", has_text="asserted").locator(".count")).to_have_text(
        "127"
    )
    opened.page.get_by_role("button", name="Take off Status: negated").click()
    assert opened.state() == ""


def test_words_filter_and_several_filters_clear_at_once(open_page: Open) -> None:
    opened = open_page("#status=negated")
    opened.page.get_by_role("searchbox", name="Words").fill("azerbaijan deny")
    assert "0 of 149 claims" in opened.page.inner_text("#counts")
    opened.page.get_by_role("searchbox", name="Words").fill("AZERBAIJAN not")
    assert "4 of 149 claims" in opened.page.inner_text("#counts")
    opened.page.get_by_role("button", name="Clear filters").click()
    assert opened.state() == ""


def test_three_questions_take_three_clicks_at_most(open_page: Open) -> None:
    opened = open_page()
    panel = opened.page.locator("#panel")
    opened.page.locator(".option", has_text="supplies weapons to").click()
    assert panel.locator(".row").all_inner_texts()[0].startswith("Russia supplies weapons to Arm")
    expect(panel).to_contain_text("Thales supplies weapons to Armenia")
    opened.page.go_back()
    panel.get_by_role("button", name="Who denies what?").click()
    expect(panel.locator("h2")).to_have_text("negated")
    expect(panel).to_contain_text("Azerbaijan displaces Karabakh Armenians")
    expect(panel).to_contain_text("❝ Ilham Aliyev")
    opened.page.go_back()
    panel.get_by_role("button", name="What changed in September 2023?").click()
    expect(panel.locator("h2")).to_have_text("September 2023")
    before, after = panel.inner_text().split("Told before as well")
    assert "Azerbaijan displaces Karabakh Armenians" in before
    assert "New in this time" in before
    assert "Azerbaijan displaces" not in after


def test_a_click_on_the_calendar_chooses_a_month(open_page: Open) -> None:
    opened = open_page()
    track = opened.page.locator(".track").bounding_box()
    tallest = opened.page.evaluate(
        "[...document.querySelectorAll('rect.bar')].reduce((x, bar) => {"
        " const b = bar.getBoundingClientRect(); return b.top < x[1] ? [b.x + b.width / 2, b.top]"
        " : x; }, [0, 1e9])[0]"
    )
    assert track is not None
    opened.page.mouse.move(tallest, track["y"] + 30)
    expect(opened.page.locator(".tip")).to_have_text("September 2023: 37 claims")
    opened.page.mouse.click(tallest, track["y"] + 30)
    assert opened.state() == "#from=2023-09-01&to=2023-09-30"
    opened.page.mouse.click(tallest, track["y"] + 30)
    assert opened.state() == ""


def test_one_month_of_the_timeline(open_page: Open) -> None:
    opened = open_page()
    opened.page.get_by_label("From", exact=True).fill("2023-09-01")
    opened.page.get_by_label("To", exact=True).fill("2023-09-30")
    assert "37 of 149 claims" in opened.page.inner_text("#counts")
    assert "Georgia" not in drawn(opened)


def test_the_timeline_is_brushed_with_the_mouse_and_with_keys(open_page: Open) -> None:
    opened = open_page()
    box = opened.page.locator(".plot").bounding_box()
    assert box is not None
    opened.page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20, steps=5)
    opened.page.mouse.up()
    brushed = opened.state()
    assert "from=2023-" in brushed
    assert "to=2023-" in brushed
    opened.page.get_by_role("slider", name="From date").press("ArrowRight")
    assert opened.state() != brushed


def test_the_table_sorts_and_leads_to_the_evidence(open_page: Open) -> None:
    opened = open_page("#view=table")
    heading = opened.page.get_by_role("columnheader", name="Date")
    heading.get_by_role("button").click()
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    first = opened.page.locator("#table tbody tr").first
    expect(first).to_contain_text("2024-03-17")
    first.get_by_role("button").click()
    expect(opened.page.locator("#panel h2")).to_contain_text("criticises")


def test_only_rows_in_view_are_made_and_all_can_be_reached(open_page: Open) -> None:
    opened = open_page("#view=table&sort=subject,up")
    rows = opened.page.locator("#table tbody tr:not(.room)")
    assert rows.count() < 60
    assert opened.page.locator("#table table").get_attribute("aria-rowcount") == "150"
    opened.page.evaluate("document.querySelector('.table-scroll').scrollTop = 1e9")
    expect(rows.last).to_have_attribute("aria-rowindex", "150")
    expect(rows.last.locator("th")).to_have_text("صحيفة الشرق")
    rows.last.get_by_role("button").focus()
    for _ in range(149):
        opened.page.keyboard.press("ArrowUp")
    assert opened.page.evaluate("document.activeElement.textContent") == "Antony Blinken"
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == 149


def test_the_keyboard_reaches_everything(open_page: Open) -> None:
    opened = open_page()
    press = opened.page.keyboard.press
    press("/")
    assert opened.page.evaluate("document.activeElement.id") == "search"
    opened.page.keyboard.type("georg")
    press("Enter")
    expect(opened.page.locator("#panel h2")).to_have_text("Georgia")
    press("Escape")
    opened.page.focus("#graph")
    press("Escape")
    press("Escape")
    assert len(drawn(opened)) == 53
    press("ArrowRight")
    expect(opened.page.locator("#panel h2")).to_have_text("Armenia")
    expect(opened.page.locator("#status")).to_contain_text("Armenia, country, 40 relations")
    press("ArrowLeft")
    other = opened.page.inner_text("#panel h2")
    assert other != "Armenia"
    press("f")
    assert "focus=" in opened.state()
    press("h")
    assert "hide=" in opened.state()
    press("?")
    expect(opened.page.get_by_role("dialog")).to_be_visible()
    press("Escape")
    expect(opened.page.get_by_role("dialog")).to_be_hidden()


def test_tab_visits_each_control_and_leaves_the_picture(open_page: Open) -> None:
    opened = open_page()
    seen = []
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        seen.append(
            opened.page.evaluate(
                "document.activeElement.id || document.activeElement.textContent.trim()"
            )
        )
    assert {"search", "graph", "Graph", "Table", "Share", "Legend"} <= set(seen)
    assert seen.index("graph") < len(seen) - 1


@pytest.mark.parametrize("view", ["graph", "table", "filters", "details"])
def test_a_narrow_screen_needs_no_sideways_scrolling(open_page: Open, view: str) -> None:
    opened = open_page(f"#view={view}&select=actor,armenia", size=(320, 640))
    widths = "[document.documentElement.scrollWidth, document.body.scrollWidth]"
    assert opened.page.evaluate(widths) == [320, 320]
    outside = (
        "[...document.querySelectorAll('button, input, summary, h1, h2, p')]"
        ".filter((e) => e.checkVisibility() && !e.closest('.skip, .hidden, [hidden]'))"
        ".filter((e) => e.getBoundingClientRect().right > 321).map((e) => e.outerHTML)"
    )
    assert opened.page.evaluate(outside) == []


def test_a_narrow_screen_leads_from_picture_to_details(open_page: Open) -> None:
    opened = open_page("#select=actor,armenia", size=(320, 640))
    opened.page.get_by_role("button", name="Show details").click()
    expect(opened.page.locator("#panel h2")).to_be_visible()


def test_dark_follows_the_system_and_the_button(open_page: Open) -> None:
    opened = open_page(color_scheme="dark")
    theme = "document.documentElement.dataset.theme"
    assert opened.page.evaluate(theme) == "dark"
    opened.page.get_by_role("button", name="Light or dark").click()
    assert opened.page.evaluate(theme) == "light"


def test_what_is_left_out_is_said(open_page: Open) -> None:
    some = next(corpus().claims())
    claims = [with_subject(some, Actor(f"a{i}", f"A {i}", "City")) for i in range(320)]
    opened = open_page(of=gather(actors(), claims))
    said = opened.page.locator("#left-out")
    assert len(drawn(opened)) == 48
    expect(said).to_contain_text("The 48 strongest of 321 actors are drawn")
    expect(said).to_contain_text("273 actors and 273 relations are left out")
    for count in (96, 192, 300):
        opened.page.get_by_role("button", name="Draw more").click()
        assert len(drawn(opened)) == count
    expect(said).to_contain_text("21 actors and 21 relations are left out")
    assert opened.state() == "#show=300"
    for count in (192, 96, 48):
        opened.page.get_by_role("button", name="Draw fewer").click()
        assert len(drawn(opened)) == count
    search(opened, "A 319")
    opened.page.keyboard.press("Enter")
    assert len(drawn(opened)) == 2


def test_an_empty_graph_says_so(open_page: Open) -> None:
    opened = open_page(of=Corpus((), (), ()))
    expect(opened.page.locator("#empty")).to_be_visible()
    assert opened.errors == []


def test_a_link_to_what_is_not_there_says_so(open_page: Open) -> None:
    opened = open_page("#select=actor,atlantis&focus=atlantis&path=a,b&pin=x&from=never&camera=1")
    expect(opened.page.locator("#panel")).to_contain_text("Not in this graph")
    assert opened.errors == []
