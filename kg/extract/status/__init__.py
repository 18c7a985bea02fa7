"""Whether a predicate is asserted, negated, planned, supposed or questioned."""
