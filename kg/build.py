"""Articles in, statements out: the stages joined, nothing else.

Work is spread over processes of this machine (`jobs`), or over whatever an `Executor` of
`concurrent.futures` stands for: the engines that run on several machines offer one, such as
`Client.get_executor()` of Dask. What comes out is the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, nullcontext
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from kg.errors import InputError
from kg.extract.extractor import Extractor, Reading
from kg.gazetteer import gazetteer
from kg.graph.pool import merge, pool
from kg.model import Claim, Corpus, Document, OpenClaim, ResolvedClaim
from kg.resolve import Resolver

Progress = Callable[[Document], None]
Report = Callable[[InputError], None]
LONGEST_TEXT = 1_000_000  # characters; the parser keeps a whole text in memory
_SHARD, _FEW = 32, 8  # documents that a process gets at a time: of a build, of what is added
_AHEAD = 3  # shards for each process that are begun before the first is asked for
T = TypeVar("T")


def build(
    documents: Iterable[Document],
    *,
    model: str | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
    on_error: Report | None = None,
) -> Corpus:
    """Extract, resolve and pool; the result does not depend on the order and the number of jobs.

    `model` names a spaCy pipeline; `jobs` is the number of processes, or of workers that an
    `executor` has; `progress` is called once for each document done. Without `on_error` the first
    document that cannot be read raises `InputError`; with it each is reported, and the rest is
    done.
    """
    documents = _readable(documents, on_error or _raise)
    if jobs > 1 or executor:
        work = partial(build_shard, model=model)
        return merge(_told(_spread(work, _shards(documents, _SHARD), jobs, executor), progress))
    return build_shard(documents, model, progress)


def corpora(
    documents: Iterable[Document],
    *,
    model: str | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    on_error: Report | None = None,
) -> Iterator[Corpus]:
    """The corpus of each document, in the order of the documents, made as it is asked for.

    No more than a few documents for each job are read ahead. The rest is as in `build`.
    """
    documents = _readable(documents, on_error or _raise)
    first = list(islice(documents, 1))
    if not first:
        return  # the language pipeline is not loaded for nothing
    documents = chain(first, documents)
    if jobs > 1 or executor:
        work = partial(_corpora, model=model)
        yield from chain.from_iterable(_spread(work, _shards(documents, _FEW), jobs, executor))
    else:
        yield from _each(documents, model)


def build_shard(
    documents: Iterable[Document], model: str | None = None, progress: Progress | None = None
) -> Corpus:
    """The corpus of some documents, in this process."""
    extract = Extractor(model)
    resolver = Resolver(gazetteer())
    read: list[Document] = []
    claims: list[ResolvedClaim] = []
    open_claims: list[OpenClaim[ResolvedClaim]] = []
    for reading in extract(documents):
        read.append(reading.document)
        claims += (resolved(claim, reading.document, resolver) for claim in reading.claims)
        open_claims += opened(reading, resolver)
        if progress:
            progress(reading.document)
    return pool(claims, read, open_claims=open_claims)


def resolved(claim: Claim, document: Document, resolver: Resolver) -> ResolvedClaim:
    """The claim with its mentions resolved to actors."""
    return ResolvedClaim(
        claim,
        document,
        resolver(claim.subject, document),
        resolver(claim.object, document),
        resolver(claim.source, document) if claim.source else None,
    )


def _each(documents: Iterable[Document], model: str | None) -> Iterator[Corpus]:
    extract, resolver = Extractor(model), Resolver(gazetteer())
    for reading in extract(documents):
        claims = (resolved(claim, reading.document, resolver) for claim in reading.claims)
        yield pool(claims, [reading.document], open_claims=opened(reading, resolver))


def opened(reading: Reading, resolver: Resolver) -> Iterator[OpenClaim[ResolvedClaim]]:
    """The open claims of a document between actors that turn out to be two."""
    for found in reading.open_claims:
        claim = resolved(found.claim, reading.document, resolver)
        if claim.subject.actor.id != claim.object.actor.id:
            yield OpenClaim(claim, found.predicate, found.proposals)


def _corpora(documents: list[Document], model: str | None) -> list[Corpus]:
    return list(_each(documents, model))


def _spread(
    work: Callable[[list[Document]], T],
    shards: Iterable[list[Document]],
    jobs: int,
    executor: Executor | None,
) -> Iterator[T]:
    """What the work makes of each shard, in their order; only so many are under way at once."""
    waiting: deque[Future[T]] = deque()
    with _executor(jobs) if executor is None else nullcontext(executor) as chosen:
        for shard in shards:
            waiting.append(chosen.submit(work, shard))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def _executor(jobs: int) -> Iterator[Executor]:
    """Processes of this machine; what they have not begun when we leave is not done."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _told(corpora: Iterable[Corpus], progress: Progress | None) -> Iterator[Corpus]:
    for corpus in corpora:
        for document in corpus.documents:
            if progress:
                progress(document)
        yield corpus


def _shards(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    source = iter(documents)
    while shard := list(islice(source, size)):
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
