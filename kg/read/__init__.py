"""Files, folders and records -> `kg.model.Document`. Reading never fetches anything."""

from kg.read.article import read_text
from kg.read.files import READERS, read

__all__ = ["READERS", "read", "read_text"]
