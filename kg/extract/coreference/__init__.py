"""Which actor a phrase stands for: apposition, pronouns, descriptions, groups, lists."""
