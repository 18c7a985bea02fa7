"""The process that all others of a service are forked from: it has all loaded, and nothing open.

Run as a program with the number of its control socket and the folder of a store. To start Python
for every update, and for queries after it, would cost more than they do.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from kg.serve import changes, sandbox
from kg.serve.forks import CHANGE, fork_for_each, leave_network


def main(control: int, path: Path) -> None:
    """Fork what is asked for, until the control socket is closed."""

    def work(wanted: bytes, number: int) -> None:
        (changes.serve if wanted == CHANGE else sandbox.serve)(number, path)

    leave_network()
    with socket.socket(fileno=control) as commands:
        fork_for_each(commands, work)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
