"""Queries asked of workers that can be stopped, from an event loop."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from kg.errors import StoreError
from kg.serve.answer import Answer, Question
from kg.serve.limits import Limits
from kg.serve.sandbox import READY
from kg.store.folder import Folder, Published

_START = 30.0  # seconds that a sandbox may take to open a store
_GRACE = 0.25  # seconds beyond the limit until a worker is killed from here
_QUICK = 0.5  # seconds of a processor after which a query makes way for those that take less
_MANNERS = 10  # how much it makes way, as `nice` has it
OVERRUN = Answer.fault(503, "the query was stopped: it went beyond its limit of time or memory")
BUSY = Answer.fault(503, "too many queries wait already: try again later")


class Sandbox:
    """A process that holds one published graph open, and forks a worker for each query."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self.process, self.control = process, control
        self.published: Published | None = None

    @classmethod
    async def start(cls, path: Path) -> Sandbox:
        """Start one on what is published now."""
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "kg.serve.sandbox", str(theirs.fileno()), str(path)]
            process = subprocess.Popen(  # noqa: ASYNC220 - it is forked at once, and not waited for
                command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )  # fmt: skip
        ours.setblocking(False)
        started = cls(process, ours)
        loop = asyncio.get_running_loop()
        with suppress(TimeoutError):
            async with asyncio.timeout(_START):
                if await loop.sock_recv(ours, len(READY)) == READY:
                    ours.setblocking(True)
                    return started
        started.stop()
        raise StoreError(f"{path}: cannot be opened for queries: {started.complaint()}")

    def complaint(self) -> str:
        """The last line that a failed process wrote."""
        text = self.process.communicate()[1].decode(errors="replace").strip()
        return text.rpartition("\n")[2]

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Have a worker forked; what connects to it."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self.control, [b"q"], [theirs.fileno()])
        return await asyncio.open_connection(sock=ours)

    def stop(self) -> None:
        """Take no more queries; those that run go on to their end."""
        self.control.close()

    def kill(self) -> None:
        """End it now."""
        self.control.close()
        self.process.kill()
        self.process.wait()
        if self.process.stderr:
            self.process.stderr.close()


class Workers:
    """Answers questions on the newest published graph, a limited number at a time."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.folder, self.limits = Folder(path), limits
        self._turns = asyncio.Semaphore(limits.workers)
        self._waiting = 0
        self._starting = asyncio.Lock()
        self._sandbox: Sandbox | None = None
        self._retired: list[Sandbox] = []

    async def ask(self, question: Question) -> Answer:
        """The answer, or why there is none."""
        if self._waiting >= self.limits.waiting:
            return BUSY
        self._waiting += 1
        try:
            await self._turns.acquire()
        finally:
            self._waiting -= 1
        try:
            return await self._ask(question)
        finally:
            self._turns.release()

    def close(self) -> None:
        """End all processes."""
        for sandbox in (*self._retired, self._sandbox):
            if sandbox:
                sandbox.kill()
        self._sandbox, self._retired = None, []

    async def _ask(self, question: Question) -> Answer:
        reader, writer = await self._connect()
        worker, watch = 0, None
        try:
            async with asyncio.timeout(self.limits.seconds + _GRACE):
                worker = int(await reader.readline() or 0)
                work = {"question": question.data(), "limits": asdict(self.limits)}
                writer.write(json.dumps(work).encode() + b"\n")
                watch = asyncio.create_task(_make_way(worker))
                return await _received(reader)
        except (TimeoutError, OSError, asyncio.IncompleteReadError):
            return OVERRUN
        finally:
            if watch:
                watch.cancel()
            if worker and not reader.at_eof():
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
            writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        sandbox = await self._current()
        try:
            return await sandbox.connect()
        except OSError:  # it was ended from outside
            sandbox.kill()
            self._sandbox = None
            return await (await self._current()).connect()

    async def _current(self) -> Sandbox:
        async with self._starting:
            published = self.folder.current()
            if self._sandbox is None or self._sandbox.published != published:
                started = await Sandbox.start(self.folder.path)
                started.published = self.folder.current()
                self._retire()
                self._sandbox = started
            return self._sandbox

    def _retire(self) -> None:
        if self._sandbox:
            self._sandbox.stop()
            self._retired.append(self._sandbox)
        ended = [sandbox for sandbox in self._retired if sandbox.process.poll() is not None]
        for sandbox in ended:
            sandbox.kill()
            self._retired.remove(sandbox)


async def _make_way(worker: int) -> None:
    """Give others precedence over a worker, once it has used more than a quick query does."""
    with suppress(OSError):
        while _processor_seconds(worker) < _QUICK:
            await asyncio.sleep(_QUICK)
        os.setpriority(os.PRIO_PROCESS, worker, _MANNERS)


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _received(reader: asyncio.StreamReader) -> Answer:
    line = await reader.readline()
    if not line:
        return OVERRUN
    head = json.loads(line)
    body = await reader.readexactly(head["length"])
    await reader.read()  # the worker has ended its answer, and so itself
    return Answer(head["status"], head["type"], body)
