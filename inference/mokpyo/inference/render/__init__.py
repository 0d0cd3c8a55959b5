"""Rendering: a document as a terminal table or an HTML page."""
