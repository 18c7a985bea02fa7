"""Mends parses where the words leave no doubt that the statistical parser went wrong."""
