"""Names and titles that more than one room looks up: each table once."""
