"""Articles in, statements out: the stages joined, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from kg.errors import InputError
from kg.extract.extractor import Extractor
from kg.gazetteer import gazetteer
from kg.graph.pool import merge, pool
from kg.model import Claim, Corpus, Document, ResolvedClaim
from kg.resolve import Resolver

Progress = Callable[[Document], None]
Report = Callable[[InputError], None]
LONGEST_TEXT = 1_000_000  # characters; the parser keeps a whole text in memory
_SHARD = 32


def build(
    documents: Iterable[Document],
    *,
    model: str | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    on_error: Report | None = None,
) -> Corpus:
    """Extract, resolve and pool; the result does not depend on the order and the number of jobs.

    `model` names a spaCy pipeline; `jobs` is the number of processes; `progress` is called once
    for each document done. Without `on_error` the first document that cannot be read raises
    `InputError`; with it each is reported, and the rest is done.
    """
    documents = _readable(documents, on_error or _raise)
    if jobs > 1:
        return merge(_parallel(documents, model, jobs, progress))
    return build_shard(documents, model, progress)


def build_shard(
    documents: Iterable[Document], model: str | None = None, progress: Progress | None = None
) -> Corpus:
    """The corpus of some documents, in this process."""
    extract = Extractor(model)
    resolver = Resolver(gazetteer())
    read: list[Document] = []
    claims: list[ResolvedClaim] = []
    for reading in extract(documents):
        read.append(reading.document)
        claims += (resolved(claim, reading.document, resolver) for claim in reading.claims)
        if progress:
            progress(reading.document)
    return pool(claims, read)


def resolved(claim: Claim, document: Document, resolver: Resolver) -> ResolvedClaim:
    """The claim with its mentions resolved to actors."""
    return ResolvedClaim(
        claim,
        document,
        resolver(claim.subject, document),
        resolver(claim.object, document),
        resolver(claim.source, document) if claim.source else None,
    )


def _parallel(
    documents: Iterable[Document], model: str | None, jobs: int, progress: Progress | None
) -> Iterator[Corpus]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as executor:
        for corpus in executor.map(partial(build_shard, model=model), _shards(documents)):
            if progress:
                for document in corpus.documents:
                    progress(document)
            yield corpus


def _shards(documents: Iterable[Document]) -> Iterator[list[Document]]:
    source = iter(documents)
    while shard := list(islice(source, _SHARD)):
        yield shard


def _readable(documents: Iterable[Document], report: Report) -> Iterator[Document]:
    for document in documents:
        length = len(document.text)
        if length <= LONGEST_TEXT:
            yield document
        else:
            report(
                InputError(
                    f"{document.name}: has {length} characters, more than {LONGEST_TEXT}: split it"
                )
            )


def _raise(error: InputError) -> None:
    raise error
