"""Statements measured against gold annotations: scores, and the probable cause of each fault."""

from kg.evaluation.evaluate import evaluate
from kg.evaluation.report import Fault, Report, Score

__all__ = ["Fault", "Report", "Score", "evaluate"]
