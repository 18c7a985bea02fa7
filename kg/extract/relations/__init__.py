"""The frames of the ontology, and what of a parse fills them."""
