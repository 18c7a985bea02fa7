"""Document -> claims: the only part that knows spaCy."""
