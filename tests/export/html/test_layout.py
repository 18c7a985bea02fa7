from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.html.layout import arrange, columns, strongest

STAR = [(0, leaf, 1) for leaf in range(1, 9)]
links = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19), st.integers(1, 5)), max_size=60)


def test_strongest_come_first_and_the_rest_is_left_out() -> None:
    assert strongest([(0, 1, 1), (1, 2, 5), (2, 3, 1)], limit=2) == [1, 2]


def test_actors_without_relations_take_no_room() -> None:
    assert set(arrange(["a", "b", "alone"], [(0, 1, 1)])) == {0, 1}


def test_a_relation_to_itself_places_nobody() -> None:
    assert arrange(["a"], [(0, 0, 3)]) == {}


def test_the_middle_of_a_star_is_in_the_middle() -> None:
    places = arrange(["hub", *("leaf",) * 8], STAR)
    xs = sorted(x for x, _ in places.values())
    ys = sorted(y for _, y in places.values())
    assert xs[2] < places[0][0] < xs[-3]
    assert ys[2] < places[0][1] < ys[-3]


def test_linked_actors_stand_nearer_than_unlinked_ones() -> None:
    chain = [(i, i + 1, 1) for i in range(5)]
    places = arrange(["actor"] * 6, chain)

    def apart(a: int, b: int) -> float:
        return float(abs(complex(*places[a]) - complex(*places[b])))

    assert apart(0, 1) < apart(0, 3) < apart(0, 5)


def test_pictures_are_wider_than_high() -> None:
    places = arrange(["actor"] * 9, [(i, i + 1, 1) for i in range(8)])
    width = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    height = max(y for _, y in places.values()) - min(y for _, y in places.values())
    assert width > height


def test_labels_have_room() -> None:
    names = [f"Ministry of the {i}th kind" for i in range(40)]
    places = arrange(names, [(i % 7, i, 1) for i in range(40)])
    for (ax, ay), (bx, by) in combinations(places.values(), 2):
        assert abs(ax - bx) >= 110 or abs(ay - by) >= 60


@settings(max_examples=20)
@given(links)
def test_same_input_same_places(edges: list[tuple[int, int, int]]) -> None:
    names = ["some actor"] * 20
    assert arrange(names, edges) == arrange(names, edges)


@settings(max_examples=20)
@given(links)
def test_everybody_with_a_relation_has_a_place_of_their_own(
    edges: list[tuple[int, int, int]],
) -> None:
    places = arrange(["x"] * 20, edges)
    linked = {end for a, b, _ in edges if a != b for end in (a, b)}
    assert set(places) == linked
    assert len(set(places.values())) == len(linked)


def test_columns_of_scripts() -> None:
    assert columns("abc") == 3
    assert columns("e\u0301") == 1
    assert columns("中国") == 4
