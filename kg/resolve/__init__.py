"""From a mention in a document to the actor that it means."""

from kg.resolve.resolver import Resolver

__all__ = ["Resolver"]
