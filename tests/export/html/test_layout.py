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


def test_a_picture_of_many_is_that_of_the_strongest_and_more_around_them() -> None:
    ring = [(i, (i + 1) % 12, 9) for i in range(12)]
    leaves = [(i % 12, 12 + i, 1) for i in range(24)]
    few = arrange(["actor"] * 36, ring + leaves, limit=12, core=12)
    many = arrange(["actor"] * 36, ring + leaves, core=12)
    for a, b in combinations(range(12), 2):
        for axis in (0, 1):
            apart = few[a][axis] - few[b][axis]
            if abs(apart) > 150:
                assert (many[a][axis] - many[b][axis]) * apart > 0, "left stays left"


@settings(max_examples=20)
@given(links)
def test_everybody_with_a_relation_has_a_place_of_their_own(
    edges: list[tuple[int, int, int]],
) -> None:
    places = arrange(["x"] * 20, edges, core=6)
    linked = {end for a, b, _ in edges if a != b for end in (a, b)}
    assert set(places) == linked
    assert len(set(places.values())) == len(linked)


def test_columns_of_scripts() -> None:
    assert columns("abc") == 3
    assert columns("e\u0301") == 1
    assert columns("中国") == 4
