"""News articles in, a knowledge graph of who does what to whom out."""

__version__ = "0.1.0"
