"""Tagging: any BIO token classifier over windows of an article, to entities with exact spans."""
