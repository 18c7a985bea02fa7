"""Loads articles into a store and says the name of each when it is safe: a process to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.store.embedded import EmbeddedStore
from tests.store.stores import RUN, articles


def main() -> None:
    path, number = Path(sys.argv[1]), int(sys.argv[2])
    with EmbeddedStore(path) as store:
        for n, article in enumerate(articles(number)):
            (document,) = article.documents
            if not store.holds(document, RUN):
                store.put(article, RUN)
                sys.stdout.write(document.name + "\n")
                sys.stdout.flush()
            if n % 10 == 9:
                store.publish()


if __name__ == "__main__":
    main()
