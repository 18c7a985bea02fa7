"""Document -> claims: the only part that knows spaCy.

From below: the tables of `words`; the `parse` and its `repairs`; `mentions` of actors in it;
`coreference`, which tells whom a phrase stands for; the `status` of a predicate and who says so
(`speech`); the frames of `relations`. `extractor` joins them; `between` reads for two parties.
"""
