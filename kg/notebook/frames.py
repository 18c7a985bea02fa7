"""A corpus as pandas data frames."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import ExportError
from kg.model import Corpus

if TYPE_CHECKING:
    import pandas as pd

ACTORS = "id label type aliases acts_for same_as".split()
STATEMENTS = (
    "id subject subject_label relation label object object_label kind symmetric plover_type "
    "plover_mode plover_score told contested status asserted negated planned hypothetical "
    "questioned claims documents publishers speakers first last confidence"
).split()


class Frames(NamedTuple):
    """Three data frames.

    `actors` and `statements` have the attributes of nodes and edges in `to_networkx`, with ids and
    the labels of both ends; `claims` has a row a claim, with the columns of the CSV export.
    """

    actors: pd.DataFrame
    statements: pd.DataFrame
    claims: pd.DataFrame


def frames(corpus: Corpus) -> Frames:
    """The data frames of a corpus; rows are in a fixed order."""
    from kg.export.flat import cleaned_graph
    from kg.export.rows import COLUMNS, claim_rows

    pandas, graph = library(), cleaned_graph(corpus)
    actors = [{"id": id} | data for id, data in graph.nodes(data=True)]
    labels = {id: data["label"] for id, data in graph.nodes(data=True)}
    statements: list[dict[str, Any]] = [
        {"id": id, "subject": subject, "object": object_}
        | {"subject_label": labels[subject], "object_label": labels[object_]}
        | data
        for subject, object_, id, data in graph.edges(keys=True, data=True)
    ]
    return Frames(
        pandas.DataFrame(actors, columns=ACTORS),
        pandas.DataFrame(statements, columns=STATEMENTS),
        pandas.DataFrame(list(claim_rows(corpus)), columns=list(COLUMNS)),
    )


def library() -> ModuleType:
    """Pandas; an `ExportError` says how to get it where it is missing."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise ExportError("pandas is not installed: pip install 'actorgraph[notebook]'") from error
    return pandas
