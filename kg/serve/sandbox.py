"""The process that workers are forked from: it has a snapshot open, and no network.

Run as a program with the number of its control socket and the folder of a store. Each message on
the control socket carries the socket of one query; a fork answers there and ends. What a query
does to its worker, a time limit, a memory limit or a crash, ends the worker alone.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import signal
import socket
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.graph.tokens import refuse
from kg.serve.answer import Answer, Question, answer
from kg.serve.limits import Limits
from kg.store.source import Snapshot

READY = b"ready"
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000
_LONGEST_QUESTION = 64_000_000


def main(control: int, path: str) -> None:
    """Serve queries until the control socket is closed."""
    leave_network()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # workers leave nothing behind
    warnings.simplefilter("ignore", DeprecationWarning)  # the engine's threads idle at a fork
    with socket.socket(fileno=control) as commands, Snapshot(Path(path)) as snapshot:
        gc.freeze()
        commands.sendall(READY)
        while True:
            _, sockets, _, _ = socket.recv_fds(commands, 1, 1)
            if not sockets:
                return
            if os.fork() == 0:
                commands.close()
                _work(sockets[0], snapshot)
            os.close(sockets[0])


def leave_network() -> bool:
    """Go where there is no network, if the system lets us."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is None:
        return False
    return any(unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_NETWORK | _NEW_USER))


def limit(seconds: float, memory: int) -> None:
    """Have this process ended by the system when it goes beyond."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _work(number: int, snapshot: Snapshot) -> None:
    """Answer the one query that comes on the socket, and end, whatever happens."""
    try:
        with socket.socket(fileno=number) as client:
            client.sendall(f"{os.getpid()}\n".encode())
            if line := client.makefile("rb").readline(_LONGEST_QUESTION):
                _send(client, _found(json.loads(line), snapshot))
    finally:
        os._exit(0)


def _found(work: dict[str, Any], snapshot: Snapshot) -> Answer:
    try:
        return _answer(Question(**work["question"]), Limits(**work["limits"]), snapshot)
    except MemoryError:
        return Answer.fault(503, "the query needs more memory than it may have")


def _answer(question: Question, limits: Limits, snapshot: Snapshot) -> Answer:
    """The answer within the limits; reading the query costs time and memory as well."""
    limit(limits.seconds, limits.memory)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        refuse(question.query, longest=limits.query, deepest=limits.depth)
    except QueryError as error:
        return Answer.fault(400, str(error))
    return answer(snapshot.store, question, snapshot.base)


def _send(client: socket.socket, found: Answer) -> None:
    head = {"status": found.status, "type": found.type, "length": len(found.body)}
    with suppress(OSError):  # nobody waits any more
        client.sendall(json.dumps(head).encode() + b"\n" + found.body)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
