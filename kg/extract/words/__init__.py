"""Tables of words of the ontology."""
