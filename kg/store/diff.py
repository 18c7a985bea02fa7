"""What one graph says that another does not, at the level of statements and claims."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kg.graph.statements import record
from kg.model import Corpus

Item = tuple[str, dict[str, Any]]  # an id, and what is told of it
Sign = Literal["-", "+", "~"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement or claim that was taken out (-), put in (+) or is told otherwise (~)."""

    sign: Sign
    kind: Literal["statement", "claim"]
    id: str
    text: str
    changed: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """The difference as JSON has it."""
        names = {"-": "removed", "+": "added", "~": "changed"}
        about = {"change": names[self.sign], "kind": self.kind, "id": self.id, "text": self.text}
        return about | ({"fields": list(self.changed)} if self.changed else {})


def diff(before: Corpus, after: Corpus) -> Iterator[Difference]:
    """What has to change to make `after` of `before`: statements, then claims, by their text."""
    yield from _differences("statement", _statements(before), _statements(after))
    yield from _differences("claim", _claims(before), _claims(after))


def _differences(
    kind: Literal["statement", "claim"],
    before: Mapping[str, dict[str, Any]],
    after: Mapping[str, dict[str, Any]],
) -> Iterator[Difference]:
    found = []
    for old, new in _pairs(before, after):
        id, known = new or old or ("", {})
        if old is None or new is None:
            found.append(Difference("+" if new else "-", kind, id, known["text"]))
        elif changed := tuple(key for key in known if old[1].get(key) != known[key]):
            found.append(Difference("~", kind, id, known["text"], changed))
    yield from sorted(found, key=lambda d: (d.text, d.sign, d.id))


def _pairs(
    before: Mapping[str, dict[str, Any]], after: Mapping[str, dict[str, Any]]
) -> Iterator[tuple[Item | None, Item | None]]:
    """What belongs together: by id, and what an article that has changed says in the same words."""
    for id in before.keys() & after.keys():
        yield (id, before[id]), (id, after[id])
    left: dict[str, list[Item]] = defaultdict(list)
    for id in sorted(before.keys() - after.keys()):
        left[before[id]["text"]].append((id, before[id]))
    for id in sorted(after.keys() - before.keys()):
        same = left[after[id]["text"]]
        yield (same.pop(0) if same else None), (id, after[id])
    for items in left.values():
        yield from ((item, None) for item in items)


def _statements(corpus: Corpus) -> dict[str, dict[str, Any]]:
    return {
        s.id: {"text": f"{s.subject.label} {s.relation} {s.object.label}"}
        for s in corpus.statements
    }


def _claims(corpus: Corpus) -> dict[str, dict[str, Any]]:
    return {claim.id: _claim(record(claim)) for claim in corpus.claims()}


def _claim(data: dict[str, Any]) -> dict[str, Any]:
    source = data["attributed_to"]
    said = f" (says {source['label']})" if source else ""
    what = f"{data['subject']['label']} {data['relation']} {data['object']['label']}"
    quote = json.dumps(data["evidence"]["quote"], ensure_ascii=False)
    text = f"{data['document']['name']}: {what} [{data['status']}]{said} {quote}"
    return {
        "text": text,
        "date": data["date"],
        "confidence": data["confidence"],
        "qualifiers": data["qualifiers"],
        "rule": data["evidence"]["rule"],
        "corrections": data.get("corrections", []),
    }
