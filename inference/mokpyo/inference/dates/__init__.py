"""Dates: absolute, relative and fuzzy Korean dates as calendar intervals."""
