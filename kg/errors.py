"""Errors that a user can act on: a class a kind; the message says what is wrong and what to do."""


class KgError(Exception):
    """The root of all errors that actorgraph raises on purpose."""


class InputError(KgError):
    """An input file, folder or record cannot be read as an article."""


class OntologyError(KgError):
    """A file below ontology/ is malformed, or a name in it is unknown."""


class ModelError(KgError):
    """The language pipeline is missing or does not fit."""


class ExportError(KgError):
    """A graph cannot be written in a format, or read back from it."""


class QueryError(KgError):
    """A query cannot be parsed or evaluated."""


class StoreError(KgError):
    """A store cannot be opened, read or written."""


class ValidationError(KgError):
    """A graph or a statements file breaks its own rules."""


class CorrectionError(KgError):
    """A correction is incomplete, contradicts another, or names what is not there."""
