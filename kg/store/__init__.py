"""Where a graph is kept: a folder (Oxigraph on disk) or a SPARQL 1.1 service."""
