"""The process that answers queries: it has a snapshot open, and forks a worker for each."""

from __future__ import annotations

import json
import resource
import socket
from functools import partial
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from kg.errors import KgError, QueryError
from kg.graph.tokens import refuse
from kg.serve.answer import Answer, Question, answer
from kg.serve.forks import answer_one, fork_for_each, limit
from kg.serve.limits import Limits
from kg.store.databases import LEDGER
from kg.store.source import Snapshot


def serve(control: int, path: Path) -> None:
    """Serve queries on what is published now, until the control socket is closed."""
    with socket.socket(fileno=control) as commands:
        try:
            snapshot = Snapshot(path)
        except (KgError, OSError) as error:
            commands.sendall(str(error).encode())
            return
        with snapshot:
            ledger = Store.read_only(str(snapshot.published.folder / LEDGER))
            found = partial(_found, snapshot=snapshot, ledger=ledger)
            fork_for_each(commands, lambda _, number: answer_one(number, found))


def _found(asked: bytes, snapshot: Snapshot, ledger: Store) -> Answer:
    work: dict[str, Any] = json.loads(asked)
    question, limits = Question(**work["question"]), Limits(**work["limits"])
    try:
        store = ledger if question.ledger else snapshot.store
        return _answer(question, limits, store, snapshot.base)
    except MemoryError:
        return Answer.fault(503, "the query needs more memory than it may have")


def _answer(question: Question, limits: Limits, store: Store, base: str) -> Answer:
    """The answer within the limits; reading the query costs time and memory as well."""
    limit(limits.seconds, limits.memory)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        refuse(question.query, longest=limits.query, deepest=limits.depth)
    except QueryError as error:
        return Answer.fault(400, str(error))
    return answer(store, question, base)
