"""Learns which quantities are targets from annotated articles; the rules' own weights are where it starts."""
