"""Processes that are forked for one piece of work each, without a network and within limits.

Each message on a control socket says in a letter what is wanted, and carries a socket; a fork
answers there and ends. What the work does to it, a time limit, a memory limit or a crash, ends the
fork alone.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import signal
import socket
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kg.serve.answer import Answer

READY = b"ready"
QUERY, QUERIES, CHANGE = b"q", b"s", b"c"  # what may be wanted: QUERIES is a fork for all of them
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000


def fork_for_each(commands: socket.socket, work: Callable[[bytes, int], None]) -> None:
    """Fork for what comes until the control socket is closed; the work takes letter and socket."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # forks leave nothing behind
    warnings.simplefilter("ignore", DeprecationWarning)  # the engine's threads idle at a fork
    gc.freeze()
    commands.sendall(READY)
    while True:
        wanted, sockets, _, _ = socket.recv_fds(commands, 1, 1)
        if not sockets:
            return
        if os.fork() == 0:
            try:
                commands.close()
                work(wanted, sockets[0])
            finally:
                os._exit(0)
        os.close(sockets[0])


def answer_one(number: int, work: Callable[[bytes], Answer]) -> None:
    """Do the one piece of work that comes on a socket, and send back what came of it."""
    with socket.socket(fileno=number) as client:
        client.sendall(f"{os.getpid()}\n".encode())
        told = client.makefile("rb")
        if line := told.readline():
            _send(client, work(told.read(int(line))))


def message(work: bytes) -> bytes:
    """A piece of work as it is sent to a fork."""
    return f"{len(work)}\n".encode() + work


def leave_network() -> bool:
    """Go where there is no network, if the system lets us."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is None:
        return False
    return any(unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_NETWORK | _NEW_USER))


def limit(seconds: float, memory: int) -> None:
    """Have this process ended by the system when it goes beyond."""
    limit_time(seconds)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """Have this process ended by the system after some time from now; never, for 0."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _send(client: socket.socket, found: Answer) -> None:
    head = {"status": found.status, "type": found.type, "length": len(found.body)}
    with suppress(OSError):  # nobody waits any more
        client.sendall(json.dumps(head).encode() + b"\n" + found.body)
