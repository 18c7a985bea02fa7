"""Statements as graphs: RDF (a named graph a document), networkx, and the exchange file."""
