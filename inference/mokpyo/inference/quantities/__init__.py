"""Quantities: Korean numbers with their unit, range and bound, read by grammar and tables."""
