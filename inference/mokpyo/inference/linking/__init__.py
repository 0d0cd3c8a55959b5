"""Linking: which organisations are centres, which quantities are targets, and who owns each."""
