"""How quickly the explorer page answers with many relations in it.

    python benchmarks/page.py [--relations 20000] [--rounds 9] [--seeds exports/statements.jsonl]

The large graph is invented from numbers, the same on each run. Each action is timed in the page,
and the median of the rounds is printed; a fixed sum in the same browser measures the machine.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import Page, sync_playwright

from kg.export import read
from kg.export.html import write_html
from kg.model import (
    Actor,
    Claim,
    Corpus,
    Document,
    Evidence,
    Mention,
    Resolution,
    ResolvedClaim,
    Span,
    Statement,
    Status,
    When,
)
from kg.vocabulary import vocabulary

CHROMIUM = "/usr/bin/chromium"
TICK = "document.querySelector('#facets input[data-value=negated]').click()"
TYPE = (
    "const s = document.getElementById('{}'); s.value = '{}'; s.dispatchEvent(new Event('input'))"
)
SORT = "document.querySelector('.col-{} button').click()"
NUDGE = (
    "document.querySelector('.handle').dispatchEvent("
    "new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }))"
)
ACTIONS = {
    "tick a facet": ("", TICK),
    "tick a facet, table open": ("view=table", TICK),
    "filter by a word": ("", TYPE.format("words", "actor 77")),
    "search": ("", TYPE.format("search", "actor 12")),
    "sort by sentence": ("view=table", SORT.format("sentence")),
    "sort by date": ("view=table", SORT.format("date")),
    "a month of the timeline": (
        "",
        NUDGE,
    ),
    "details of an actor": (
        "",
        "document.querySelector('#panel .leaders button').click()",
    ),
    "a fixed sum": ("", "let x = 0; for (let i = 0; i < 3e7; i++) x = (x + i * 7) % 1e9"),
}


def main() -> None:
    """Print how long each action takes, and how soon the pages are ready."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--relations", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seeds", type=Path, help="a statements file whose page is timed as well")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        print(f"command   python benchmarks/page.py --relations {options.relations}")
        print(f"machine   {platform.machine()}, {platform.system()} {platform.release()}")
        print(f"versions  Python {platform.python_version()}, Chromium {browser.version}")
        print(f"          playwright {version('playwright')}")
        graphs = {f"{options.relations} relations": invent(options.relations)}
        if options.seeds:
            graphs[options.seeds.name] = read(options.seeds)
        for name, corpus in graphs.items():
            path = Path(folder) / "page.html"
            write_html(corpus, path)
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            print(f"{name}: {path.stat().st_size / 1e6:.1f} MB")
            ready = median(_ready(page, path) for _ in range(options.rounds))
            print(f"  {'ready':28} {ready:7.0f} ms")
            for action, (view, script) in ACTIONS.items():
                times = [_timed(page, view, script) for _ in range(options.rounds)]
                print(f"  {action:28} {median(times):7.0f} ms", flush=True)
            page.close()
        browser.close()


def _ready(page: Page, path: Path) -> float:
    page.goto("about:blank")
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]")
    return float(page.evaluate("performance.now()"))


def _timed(page: Page, view: str, script: str) -> float:
    """Milliseconds from the event to the end of layout: the reader waits so long for the frame."""
    page.evaluate(f"location.hash = {view!r}")
    page.wait_for_timeout(400)
    layout = "document.body.getBoundingClientRect()"
    code = f"() => {{ const start = performance.now(); {script}; {layout};"
    return float(page.evaluate(f"{code} return performance.now() - start; }}"))


def invent(relations: int) -> Corpus:
    """A graph of so many claims and of a tenth as many actors, a few of them in most."""
    random = Random(relations)
    actors = [_actor(number) for number in range(max(2, relations // 10))]
    names = sorted(vocabulary())
    pools: dict[str, list[ResolvedClaim]] = {}
    for document, sentences in _documents(actors, names, relations, random):
        for sentence in sentences:
            claim = _claim(document, *sentence, random)
            pools.setdefault(claim.statement_id, []).append(claim)
    statements = [
        Statement(c[0].subject.actor, c[0].claim.relation, c[0].object.actor, tuple(c))
        for _, c in sorted(pools.items())
    ]
    documents = {c.document.name: c.document for cs in pools.values() for c in cs}
    return Corpus(
        tuple(documents[name] for name in sorted(documents)), tuple(actors), tuple(statements)
    )


def _actor(number: int) -> Actor:
    kind = ("Country", "IGO", "Person", "City")[number % 4]
    return Actor(f"a{number}", f"Actor {number}", kind, (f"Alias {number}",))


Sentence = tuple[Span, Actor, str, Actor]


def _documents(
    actors: list[Actor], names: list[str], relations: int, random: Random
) -> Iterator[tuple[Document, list[Sentence]]]:
    for start in range(0, relations, 50):
        text, sentences = "", []
        for _ in range(min(50, relations - start)):
            one, other = (actors[int(len(actors) * random.random() ** 3)] for _ in range(2))
            words = f"{one.label} does to {other.label} what number {random.randrange(999)} says. "
            span = Span(len(text), len(text) + len(words) - 1)
            sentences.append((span, one, random.choice(names), other))
            text += words
        number = start // 50
        date = f"20{20 + number % 5}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        publisher = f"Paper {number % 30}"
        yield Document(f"d{number}", text, f"Title {number}", publisher, None, date), sentences


def _claim(
    document: Document, sentence: Span, one: Actor, relation: str, other: Actor, random: Random
) -> ResolvedClaim:
    start = sentence.start
    subject = Span(start, start + len(one.label))
    cue = Span(subject.end + 1, subject.end + 8)
    object_ = Span(cue.end + 1, cue.end + 1 + len(other.label))
    evidence = Evidence(document.name, sentence, cue, subject, object_, f"{relation}/verb", ())
    claim = Claim(
        Mention(subject, one.label, one.type, one.label),
        relation,
        Mention(object_, other.label, other.type, other.label),
        evidence,
        random.choice([*Status, Status.ASSERTED, Status.ASSERTED, Status.ASSERTED]),
        None,
        When(document.published) if document.published else None,
        (),
        random.randrange(50, 100) / 100,
    )
    first, second = (Resolution(actor, 1.0, ("invented",)) for actor in (one, other))
    return ResolvedClaim(claim, document, first, second, None)


if __name__ == "__main__":
    main()
