"""Rendering: a document as a terminal table; what every form of output shares (grouping, wording, safe text)."""
