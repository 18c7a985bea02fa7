"""The statistical parse, and what stands where in it."""
