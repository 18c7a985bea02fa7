from __future__ import annotations

from kg.statistics.curves import Box, curvature

START, END = (0.0, 0.0), (10.0, 0.0)


def test_a_line_bends_a_little_where_nothing_is_in_its_way() -> None:
    assert curvature(START, END, [], []) == 0.08


def test_a_line_bends_around_others() -> None:
    below = Box(4, -1, 6, 0.1)  # arcs with a positive bend pass beneath
    assert curvature(START, END, [below], []) < 0
    assert curvature(START, END, [Box(4, -0.5, 6, 1)], []) > 0.08


def test_its_own_labels_are_crossed_before_those_of_others() -> None:
    wall = [Box(4, -9, 6, -0.2), Box(4, 0.2, 6, 9)]  # only a straight line passes
    label = [Box(0, -1, 3, 1)]
    assert curvature(START, END, wall, label) == 0.0
