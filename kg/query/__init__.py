"""SPARQL over graph files and stores, and the named queries of ontology/queries."""

from kg.query.engine import run
from kg.query.named import NamedQuery, Parameter, named_queries, run_named
from kg.query.result import Result

__all__ = ["NamedQuery", "Parameter", "Result", "named_queries", "run", "run_named"]
