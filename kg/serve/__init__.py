"""The HTTP service over a store: SPARQL protocol, JSON API, dereferencing, explorer."""
