"""The annotation room: what it holds so far, the sample articles, stands beside this package."""
