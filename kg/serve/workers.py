"""Work given to processes that can be stopped, from an event loop: queries, and changes."""

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
from kg.serve.forks import CHANGE, QUERIES, QUERY, READY, message
from kg.serve.limits import Limits
from kg.store.folder import Folder, Published

_START = 30.0  # seconds that a process may take to begin
_LONGEST_COMPLAINT = 4096
_GRACE = 0.25  # seconds beyond the limit until a worker is killed from here
_QUICK = 0.5  # seconds of a processor after which a query makes way for those that take less
_MANNERS = 10  # how much it makes way, as `nice` has it
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
OVERRUN = Answer.fault(503, "the query was stopped: it went beyond its limit of time or memory")
BUSY = Answer.fault(503, "too many queries wait already: try again later")


class Forking:
    """A process that forks others when it is asked to, from our side."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control

    async def begin(self) -> None:
        """Wait until it can be asked; raises `StoreError` with its complaint."""
        said = b""
        self.control.setblocking(False)
        with suppress(TimeoutError, OSError):
            async with asyncio.timeout(_START):
                loop = asyncio.get_running_loop()
                said = await loop.sock_recv(self.control, _LONGEST_COMPLAINT)
        if said != READY:
            self.stop()
            raise StoreError(said.decode() or "the processes of the service cannot be started")
        self.control.setblocking(True)

    def fork(self, wanted: bytes) -> socket.socket:
        """Have it fork; what speaks to the fork."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self.control, [wanted], [theirs.fileno()])
        return ours

    async def connect(self, wanted: bytes) -> Connection:
        """Have it fork; the streams from and to the fork."""
        return await asyncio.open_connection(sock=self.fork(wanted))

    def stop(self) -> None:
        """Have it end when it finds that nobody asks any more; its forks go on to their end."""
        self.control.close()


class Origin:
    """The process that those for queries and for changes are forked from, started when needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._starting = asyncio.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._forking: Forking | None = None

    async def queries(self) -> Forking:
        """A process for queries on what is published now."""
        forking = Forking((await self._started()).fork(QUERIES))
        await forking.begin()
        return forking

    async def change(self) -> Connection:
        """A process for one change."""
        return await (await self._started()).connect(CHANGE)

    def close(self) -> None:
        """End it."""
        if self._forking:
            self._forking.stop()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._forking, self._process = None, None

    async def _started(self) -> Forking:
        async with self._starting:
            if self._process and self._process.poll() is not None:  # it was ended from outside
                self.close()
            if self._forking is None:
                self._forking = self._start()
                await self._forking.begin()
            return self._forking

    def _start(self) -> Forking:
        ours, theirs = socket.socketpair()
        with theirs:
            number = theirs.fileno()
            command = [sys.executable, "-m", "kg.serve.origin", str(number), str(self.path)]
            self._process = subprocess.Popen(
                command, pass_fds=[number], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        return Forking(ours)


class Workers:
    """Answers questions on the newest published graph, a limited number at a time."""

    def __init__(self, origin: Origin, limits: Limits) -> None:
        self.origin, self.folder, self.limits = origin, Folder(origin.path), limits
        self._turns = asyncio.Semaphore(limits.workers)
        self._waiting = 0
        self._starting = asyncio.Lock()
        self._sandbox: Forking | None = None
        self._published: Published | None = None

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
        """Ask no more."""
        if self._sandbox:
            self._sandbox.stop()
            self._sandbox = None

    async def _ask(self, question: Question) -> Answer:
        reader, writer = await self._connect()
        worker, watch = 0, None
        try:
            async with asyncio.timeout(self.limits.seconds + _GRACE):
                worker = int(await reader.readline() or 0)
                work = {"question": question.data(), "limits": asdict(self.limits)}
                writer.write(message(json.dumps(work).encode()))
                watch = asyncio.create_task(_make_way(worker))
                return await received(reader)
        except (TimeoutError, OSError, asyncio.IncompleteReadError):
            return OVERRUN
        finally:
            if watch:
                watch.cancel()
            if worker and not reader.at_eof():
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
            writer.close()

    async def _connect(self) -> Connection:
        sandbox = await self._current()
        try:
            return await sandbox.connect(QUERY)
        except OSError:  # it was ended from outside
            self.close()
            return await (await self._current()).connect(QUERY)

    async def _current(self) -> Forking:
        """The process for queries on what is published; one for an older graph takes no more."""
        async with self._starting:
            published = self.folder.current()
            if self._sandbox is None or self._published != published:
                started = await self.origin.queries()
                self.close()
                self._sandbox, self._published = started, self.folder.current()
            return self._sandbox


async def _make_way(worker: int) -> None:
    """Give others precedence over a worker, once it has used more than a quick query does."""
    with suppress(OSError):
        while _processor_seconds(worker) < _QUICK:
            await asyncio.sleep(_QUICK)
        os.setpriority(os.PRIO_PROCESS, worker, _MANNERS)


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def received(reader: asyncio.StreamReader) -> Answer:
    """What a worker answers; where it was ended before, that."""
    line = await reader.readline()
    if not line:
        return OVERRUN
    head = json.loads(line)
    body = await reader.readexactly(head["length"])
    await reader.read()  # the worker has ended its answer, and so itself
    return Answer(head["status"], head["type"], body)
