"""Names and descriptions of actors in a parse."""
