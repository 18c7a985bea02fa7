"""The statistical parse, mended, and what stands where in it."""
