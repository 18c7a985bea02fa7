"""SPARQL services of other makers on this machine, for tests: started, killed, started again."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from zipfile import ZipFile

import httpx
import pytest

JARS = Path("/usr/share/java")
JENA = (
    "jena-arq jena-base jena-core jena-iri jena-tdb2 jena-dboe-base jena-dboe-index "
    "jena-dboe-storage jena-dboe-trans-data jena-dboe-transaction slf4j-api slf4j-nop "
    "commons-lang3 commons-csv commons-io commons-codec commons-compress dexx.collection thrift "
    "protobuf guava jsonld-java titanium-json-ld"
).split()  # fmt: skip
VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
FileExtend = 20
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 5
CheckpointInterval = 0
NumberOfBuffers = 2000
MaxDirtyBuffers = 1000
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 3
[SPARQL]
ResultSetMaxRows = 5000
"""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Server:
    """A service with its data in a folder: where it is, and how to say there who we are."""

    path = "/query"
    environment: Mapping[str, str] = MappingProxyType({})

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        folder.mkdir(parents=True)
        self.url = f"http://127.0.0.1:{self.port}{self.path}"
        self.prepare()
        self.start()

    def prepare(self) -> None:
        """What is to be done once."""

    def command(self) -> list[str]:
        """What starts the service."""
        raise NotImplementedError

    def start(self) -> None:
        """Start it, and wait until it listens."""
        self.process = subprocess.Popen(
            self.command(), cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while self.process.poll() is None:
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/")
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server has ended")

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()


class Oxigraph(Server):
    """The server of the engine that the embedded store is made of."""

    def command(self) -> list[str]:
        program = program_of("oxigraph")
        return [program, "serve", "-l", str(self.folder / "data"), "-b", f"127.0.0.1:{self.port}",
                "--union-default-graph"]  # fmt: skip


class Virtuoso(Server):
    """Virtuoso, which wants a digest of the password."""

    path = "/sparql-auth"
    environment = MappingProxyType(
        {"KG_STORE_USER": "dba", "KG_STORE_PASSWORD": "dba", "KG_STORE_AUTH": "digest"}
    )

    def prepare(self) -> None:
        text = VIRTUOSO.format(folder=self.folder, port=self.port, sql=free_port())
        (self.folder / "virtuoso.ini").write_text(text)

    def command(self) -> list[str]:
        (self.folder / "v.lck").unlink(missing_ok=True)  # left by one that was killed
        return [program_of("virtuoso-t"), "-c", "virtuoso.ini", "-f"]


class Jena(Server):
    """Apache Jena TDB2 behind the small service in JenaService.java."""

    path = "/sparql"

    def prepare(self) -> None:
        self.classes = self.folder / "classes"
        jars = [str(JARS / f"{name}.jar") for name in JENA]
        if missing := [jar for jar in jars if not Path(jar).exists()]:
            pytest.skip(f"Apache Jena is not installed: {missing[0]} is missing")
        self.jars = ":".join([str(self.classes), *jars])
        source = Path(__file__).with_name("JenaService.java")
        compiler = [program_of("javac"), "-d", str(self.classes), "-cp", self.jars, str(source)]
        subprocess.run(compiler, check=True, capture_output=True)
        unpack_messages(self.classes)

    def command(self) -> list[str]:
        data = self.folder / "data"
        data.mkdir(exist_ok=True)
        options = ["-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", self.jars]
        return [program_of("java"), *options, "JenaService", str(data), str(self.port)]


SERVERS: dict[str, type[Server]] = {"oxigraph": Oxigraph, "virtuoso": Virtuoso, "jena": Jena}


def program_of(name: str) -> str:
    """Where a program is; the test is left out where it is not."""
    ours = shutil.which(name, path=str(Path(sys.executable).parent))
    found = ours or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def unpack_messages(classes: Path) -> None:
    """Debian moves the parser's messages in the jar, and the parser looks where they were."""
    inner = "org/apache/jena/ext/xerces/"
    with ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(inner) and name.endswith(".properties"):
                target = classes / "xerces" / name.removeprefix(inner)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
