"""The committed lists: what passes, and what does not, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

PASSES = Path(__file__).parent / "passes"
FAILURES = Path(__file__).parent / "failures.yaml"


def failures() -> dict[str, dict[str, str]]:
    """The reason of every test that does not pass, by suite."""
    groups = yaml.safe_load(FAILURES.read_text())
    found: dict[str, dict[str, str]] = {}
    for suite, reasons in groups.items():
        pairs = [(test, group["why"]) for group in reasons for test in group["tests"]]
        assert len(pairs) == len(dict(pairs)), f"{suite}: a test has two reasons"
        found[suite] = dict(pairs)
    return found


def check(suite: str, faults: Mapping[str, str | None]) -> None:
    """Compare what happened (a fault, or None) with the lists; every test is on one of them."""
    listed = (PASSES / f"{suite}.txt").read_text().splitlines()
    assert listed == sorted(set(listed)), f"{suite}: the list is not sorted"
    lost = {name: fault for name in listed if (fault := faults.get(name, "is gone"))}
    assert not lost, f"{suite}: no longer pass: {lost}"
    gained = sorted(name for name, fault in faults.items() if not fault and name not in listed)
    assert not gained, f"{suite}: pass and are not on the list: {gained}"
    check_faults(suite, faults)


def check_faults(suite: str, faults: Mapping[str, str | None]) -> None:
    """Compare what failed with what is explained, one for one."""
    failed = {name: fault for name, fault in faults.items() if fault}
    explained = failures().get(suite, {})
    unexplained = {name: fault for name, fault in failed.items() if name not in explained}
    assert not unexplained, f"{suite}: fail, and nothing says why: {unexplained}"
    assert explained.keys() == failed.keys(), f"{suite}: explained, and do not fail"
